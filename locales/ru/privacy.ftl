# What is kept about a person: read, taken along, erased.

privacy-title = <b>Ваши данные</b>
privacy-kept =
    Мы храним имя, имя пользователя и номер аккаунта в Telegram, язык и метку ссылки, по которой вы пришли. { $orders ->
        [0] Заказов у вас нет
        [one] У вас { $orders } заказ
        [few] У вас { $orders } заказа
       *[many] У вас { $orders } заказов
    }, { $pieces ->
        [0] корзина пуста.
        [one] в корзине { $pieces } вещь.
        [few] в корзине { $pieces } вещи.
       *[many] в корзине { $pieces } вещей.
    }
privacy-phone = И телефон, который вы дали для выдачи.
privacy-choice = Для следующей покупки помним ваш выбор: { $choice }.
choice-forget = 🗑 Забыть выбор
choice-forgotten = Забыли
privacy-not-kept = Данных карты у нас нет: их видит только платёжный сервис. Сообщения боту стираются сразу после ответа, кроме вопросов продавцу.
privacy-seen-by = Данные видит продавец, чтобы выдать заказ: { $seller }. Заметили ошибку — напишите.
data-export = 📄 Получить всё
data-erase = 🧹 Удалить всё
data-coming = Собираем
data-page-caption = 📄 Всё, что мы о вас храним. Откройте файл в браузере.
data-json-caption = 📄 То же со всеми подробностями, для программ.
erase-ask =
    🧹 <b>Удалить всё о вас?</b>

    Сотрём имя, имя пользователя, номер аккаунта, телефон, корзину, согласия и сообщения. Незаконченное оформление отменится. Прошлые заказы останутся в учёте без вашего имени и больше вам не откроются.

    Вернуть стёртое нельзя.
erase-yes = 🧹 Да, удалить
erase-no = ⬅️ Оставить
erase-orders-first =
    🙅 { $count ->
        [one] Сначала должен завершиться заказ { $numbers }.
       *[other] Сначала должны завершиться заказы { $numbers }.
    } До этого нам нужно знать, кому что выдать. Заберите или отмените заказанное, и можно удалять.
orders-still-open = 🙅 Сначала должны завершиться заказы { $numbers }.
erased =
    🧹 Стёрто всё, что вас называло.

    Сообщения в этом чате хранит Telegram: их можно удалить вместе с чатом. Захотите вернуться — начнём с чистого листа.
stop =
    🔕 Записали: никаких рассылок.

    О ваших заказах по-прежнему напишем. Чтобы не получать совсем ничего, остановите бота в его меню. Вернуться можно в любой момент.

## The page for people
data-title = Ваши данные: { $shop }
data-made = Собрано { $when }
data-part-stored-dialog = Начатый разговор
data-part-cart-line = Корзина
data-part-saved-choice = Выбор для следующей покупки
data-part-consent = Согласия
data-part-recommendation = Ваша ссылка для рекомендаций
data-part-favourite = Избранное
data-part-waiting-turn = Ожидание
data-part-price-told = Сообщения о снижении цены
data-part-price-request = Новости о снижении цены
data-part-conversation-message = Переписка
data-part-conversation = Вопросы
data-part-return-event = Ход возвратов
data-part-return-request = Возвраты
data-part-shop-order = Заказы
data-part-order-line = Что в заказах
data-part-order-delivery = Доставка заказов
data-part-order-event = Ход заказов
data-part-money-entry = Деньги
data-part-payment-attempt = Попытки оплаты
data-part-refund-attempt = Возвраты
data-part-reservation = Брони
data-part-staff-invitation = Приглашения работать в магазине
data-part-journal-entry = Что вы меняли в магазине
data-part-stock-movement = Что вы меняли на складе
data-part-product = Работы, которые вы добавили
data-part-policy = Правила магазина, которые вы меняли
data-part-till-sale = Продажи, которые вы записали в кассе
data-part-import-file = Загруженные файлы
data-part-customer = Вы
data-account = Номер в Telegram
data-address = Адрес
data-added-at = Когда
data-amount = Сумма
data-at = Когда
data-changed-at = Изменено
data-code = Код
data-created-at = Создано
data-delivery = Доставка
data-ended-at = Завершено
data-first-source = Первая ссылка
data-granted = Согласие
data-language = Язык
data-last-source = Последняя ссылка
data-name = Имя
data-occurred-at = Когда
data-order = Заказ
data-phone = Телефон
data-place = Где
data-placed-at = Оформлен
data-price = Цена
data-quantity = Штук
data-ready-at = Готов
data-received-at = Получен
data-sent-at = Отправлен
data-sku = SKU
data-slot-at = Время выдачи
data-state = Состояние
data-track = Трек-номер
data-total = Сумма
data-username = Имя пользователя
data-words = Слова
data-work = Работа
data-yes = да
data-no = нет
data-language-name =
    { $code ->
        [ru] русский
        [pl] польский
       *[en] английский
    }
