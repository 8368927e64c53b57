# What a seller sees.

## Buttons that stand in many places
sell-add = 🆕 Новая работа
sell-add-another = 🆕 Ещё работа
sell-board = 📋 Заказы
sell-stock-button = 🏷 Остатки
sell-settings = ⚙️ Настройки
sell-desk = 🧰 Управление
sell-back = ⬅️ Назад
sell-back-stock = 🏷 Все работы
sell-leave = ❌ Не сейчас
sell-open-work = 🖼 К работе
sell-open-order = 📦 Открыть заказ

## A new work
sell-add-how =
    🆕 <b>Новая работа</b>
    Пришлите фотографию с подписью в одном сообщении:
    <code>Закат над Невой, 12 000, холст, масло, 40×50, 2026</code>
    Название — первым, дальше через запятую. Несколько штук: «3 шт», тираж: «3/30». Альбом тоже подойдёт.
    Если есть: «с сертификатом», а последней строкой — «уход: беречь от солнца».
    Для себя: «себестоимость 3000». Покупатели её не видят.
sell-caption = 🆕 Теперь подпись: название, цена и что ещё важно, через запятую. Например: <code>Закат над Невой, 12 000, холст, масло, 40×50</code>
sell-album-caption = 🆕 У альбома нет подписи. Напишите её — возьму первый снимок. Чтобы взять все, пришлите альбом ещё раз, с подписью.
sell-draft-sku =
    { $count ->
        [one] Артикул <code>{ $sku }</code>, { $count } штука
        [few] Артикул <code>{ $sku }</code>, { $count } штуки
       *[many] Артикул <code>{ $sku }</code>, { $count } штук
    }
sell-draft-note = Так работу увидят покупатели. Пока её видите только вы.
sell-draft-which-price = Цену можно прочесть по-разному. Какая верна?
sell-publish = 📣 Опубликовать
sell-list = ✅ В каталог
sell-edit = ✏️ Исправить
sell-category = 🗂 Раздел
sell-drop = ❌ Убрать
sell-correct = ✏️ Пришлите новую подпись целиком или только то, что меняется: «15 000», «3 шт», «40×60», «холст, масло», новое название. «-» — оставить как есть.
sell-published = 📣 В каталоге, пост уже на пути в канал
sell-listed = ✅ В каталоге
sell-sku = Артикул <code>{ $sku }</code>
sell-dropped = ❌ Черновик убран. Фотографию можно прислать снова в любой момент.

## A work for sale
sell-hidden = 🙈 Скрыта от покупателей
sell-cost = Себестоимость { $cost }
sell-free = Свободно { $free } из { $hand }
sell-held = Отложено { $held }
sell-promised = В заказах { $promised }
sell-short =
    { $count ->
        [one] ⚠️ Обещано на { $count } штуку больше, чем есть
        [few] ⚠️ Обещано на { $count } штуки больше, чем есть
       *[many] ⚠️ Обещано на { $count } штук больше, чем есть
    }
sell-count = 🏷 Сколько есть
sell-edit-price = ✏️ Цена
sell-edit-title = ✏️ Название
sell-edit-cost = ✏️ Себестоимость
sell-edit-care = ✏️ Уход
sell-certificate = ✏️ Сертификат
sell-certificate-on = ✏️ Сертификат ✓
sell-hide = 🙈 Скрыть
sell-show = 👁 Показать
sell-why = 🧾 Движения
sell-category-which = 🗂 В каком разделе «{ $title }»?
sell-category-new = 🆕 Новый раздел
sell-ask-category = 🗂 Как назвать новый раздел? Например: <code>Живопись</code>
sell-ask-price = ✏️ Новая цена для «{ $title }»? Сейчас { $price }. «-» — оставить.
sell-ask-title = ✏️ Новое название вместо «{ $title }»? «-» — оставить.
sell-ask-cost = ✏️ Сколько стоило сделать одну штуку { $title }? Сейчас: { $cost }. Видите только вы и те, кто ведёт деньги. «-» — оставить, «нет» — не указана.
sell-no-cost = не указана
sell-ask-care = ✏️ Как ухаживать за работой «{ $title }»? Сейчас: { $care } «-» — оставить, 0 — убрать.
sell-no-care = ничего не сказано.
sell-ask-count = 🏷 Сколько штук «{ $title }» (<code>{ $sku }</code>) на руках? Сейчас по учёту { $count }. «-» — оставить.

## Stock
sell-stock = 🏷 <b>Работы</b> — и сколько штук можно купить
sell-stock-empty = 🏷 В каталоге пока ничего нет. Начните с фотографии.
sell-ask-stock = 🏷 Пришлите артикул и сколько штук есть: <code>W-0042 3</code>
sell-counted = 🏷 <code>{ $sku }</code>: было { $before }, стало { $after }. Свободно { $free }.
sell-counted-short = ⚠️ <code>{ $sku }</code>: было { $before }, стало { $after }. В заказах на { $short } больше, чем есть: отмените лишнее или поправьте число.
sell-ask-sold = 🎪 Что продано? Пришлите артикул, сколько штук и по какой цене: <code>W-0042 1 12000</code>. Количество и цену можно опустить.
sell-sold =
    { $count ->
        [one] 🎪 Записано: <code>{ $sku }</code>, продана { $count } штука.
        [few] 🎪 Записано: <code>{ $sku }</code>, проданы { $count } штуки.
       *[many] 🎪 Записано: <code>{ $sku }</code>, продано { $count } штук.
    }
sell-sold-short = ⚠️ Записано: <code>{ $sku }</code>, продано { $count }. Не хватает { $short }: они уже обещаны в заказах. Решите, какой заказ отменить.
sell-sold-yielded = Неоплаченные брони сняты, покупатели предупреждены: { $orders }
sell-ask-hold = ⏳ Что отложить? Пришлите артикул и на сколько часов: <code>W-0042 24</code>
sell-set-aside = ⏳ <code>{ $sku }</code>: одна штука отложена. Срок: { $until }.
sell-ask-why = 🧾 По какой работе показать движения? Пришлите артикул: <code>W-0042</code>
sell-why-head = 🧾 <b>{ $sku }</b>
sell-why-line = { $when } · <b>{ $change }</b> · { $what }{ $order }
sell-why-nothing = Движений пока не было.
why-reserve = бронь
why-release = бронь снята
why-allocate = обещана в заказе
why-hand-over = выдана
why-put-back = вернулась в продажу
why-count = пересчёт
why-sale = продана в другом месте
why-listed = выставлено
why-adjust = исправлено
why-for-sale = снова в продаже
why-other = изменение

## Orders
sell-order-draft = 🛒 <b>{ $number }</b> — покупатель ещё оформляет
sell-order-awaiting-payment = ⏳ <b>{ $number }</b> — ждёт оплаты
sell-order-accepted = 🆕 <b>{ $number }</b> — принят, пора собрать
sell-order-in-work = 🆕 <b>{ $number }</b> — в работе
sell-order-ready = 👌 <b>{ $number }</b> — готов, ждёт покупателя
sell-order-handed-over = 🤲 <b>{ $number }</b> — выдан
sell-order-cancelled = ❌ <b>{ $number }</b> — отменён
sell-order-expired = ⌛ <b>{ $number }</b> — время вышло
sell-state-draft = оформляется
sell-state-awaiting-payment = ждёт оплаты
sell-state-accepted = собрать
sell-state-in-work = в работе
sell-state-ready = ждёт покупателя
sell-state-handed-over = выдан
sell-state-cancelled = отменён
sell-state-expired = время вышло
sell-order-line = { $title } <code>{ $sku }</code>
sell-order-lines = { $title } <code>{ $sku }</code> × { $count }
sell-order-more =
    { $count ->
        [one] и ещё { $count } работа
        [few] и ещё { $count } работы
       *[many] и ещё { $count } работ
    }
sell-order-buyer = Покупатель: { $name }{ $nick }
sell-order-phone = Телефон: { $phone }
sell-order-wrap = 🎁 Подарочная упаковка: { $price }
sell-order-note = ✍️ Записка: { $note }
sell-term-gift-wrap-minor = Подарочная упаковка: { $price }
sell-term-no-wrapping = не предлагаем
sell-edit-gift-wrap-minor = ✏️ Упаковка
sell-ask-term-gift-wrap-minor = ✏️ Сколько стоит подарочная упаковка заказа? Например: <code>350</code>. «нет» — не предлагать. «-» — оставить.
sell-order-place = Выдача: { $title }
sell-order-slot = Время: { $when }
sell-order-kept = Хранится { $until }
sell-money-paid = <b>{ $total }</b> · оплачено
sell-money-at-pickup = <b>{ $total }</b> · оплата при получении
sell-money-unpaid = <b>{ $total }</b> · не оплачено
sell-money-partly = <b>{ $total }</b> · оплачено { $paid }, осталось { $due }
sell-money-part-back = <b>{ $total }</b> · оплачено, часть вернули, осталось { $paid }
sell-money-refunded = <b>{ $total }</b> · деньги возвращены
sell-ready = 👌 Готов к выдаче
sell-hand-over = 🤲 Выдать
sell-refund = 💸 Вернуть деньги
sell-call-off = ❌ Отменить заказ
sell-longer = ⏳ Хранить дольше
sell-put-back = ↩️ Вернуть в продажу
sell-board-open = 📋 <b>Заказы в работе</b>
sell-board-accepted = 📋 <b>Пора собрать</b>
sell-board-ready = 📋 <b>Готовы, ждут покупателей</b>
sell-board-awaiting-payment = 📋 <b>Ждут оплаты</b>
sell-board-done = 📋 <b>Закрытые заказы</b>
sell-board-empty = Здесь пока нет заказов.
sell-board-line =
    { $pieces ->
        [1]
            <b>{ $number }</b> · { $state }
            { $title } — { $total }
       *[other]
            <b>{ $number }</b> · { $state }
            { $title } × { $pieces } — { $total }
    }
sell-tab-open = 📋 Все в работе
sell-tab-accepted = 🆕 Собрать
sell-tab-ready = 👌 Готовы
sell-tab-awaiting-payment = ⏳ Ждут оплаты
sell-tab-done = 🤲 Закрытые
sell-ask-ready = 👌 Какой заказ готов? Пришлите его номер: <code>V-1042</code>
sell-kept-longer = ⏳ <b>{ $number }</b> — хранится { $until }
sell-refund-sure = 💸 Вернуть { $amount } за заказ { $number }? Заказ отменится, работы снова будут в продаже.
sell-refund-sure-done = 💸 Вернуть { $amount } за заказ { $number }?
sell-refund-yes = 💸 Да, вернуть
sell-refunding = 💸 <b>{ $number }</b> — возвращаем { $amount }, покупателю напишем
sell-call-off-sure = ❌ Отменить заказ { $number }? Работы снова будут в продаже, покупателю напишем.
sell-call-off-yes = ❌ Да, отменить

## Handing over
sell-ask-code = 🤲 Какой код назвал покупатель? Шесть цифр, например <code>123456</code>, или его имя.
sell-ask-order-code = 🤲 Выдача { $number }: какой код назвал покупатель? Шесть цифр.
sell-no-code = 🤲 Без кода
sell-how-paid = 🤲 { $number }: к оплате <b>{ $due }</b>. Как заплатил покупатель?
sell-paid-cash = 💵 Наличные
sell-paid-transfer = 📲 Перевод
sell-paid-card = 💳 Карта

## The desk
sell-desk-head = 🧰 <b>Управление</b>
sell-desk-make =
    { $count ->
        [one] Собрать: { $count } заказ
        [few] Собрать: { $count } заказа
       *[many] Собрать: { $count } заказов
    }
sell-desk-ready =
    { $count ->
        [one] Готов и ждёт покупателя: { $count } заказ
        [few] Готовы и ждут покупателей: { $count } заказа
       *[many] Готовы и ждут покупателей: { $count } заказов
    }
sell-desk-unpaid =
    { $count ->
        [one] Ждёт оплаты: { $count } заказ
        [few] Ждут оплаты: { $count } заказа
       *[many] Ждут оплаты: { $count } заказов
    }
sell-desk-quiet = Сейчас ничего срочного. Новую работу можно прислать фотографией с подписью в любой момент.

## Alerts
tell-new-order = 🆕 Заказ <b>{ $number }</b> на { $total }, оплачен
tell-new-order-at-pickup = 🆕 Заказ <b>{ $number }</b> на { $total }, оплата при получении
tell-cancelled = ❌ Покупатель отменил заказ <b>{ $number }</b>. Работы снова в продаже.
tell-cancelled-paid = ❌ Покупатель отменил заказ <b>{ $number }</b>. Деньги возвращаются ему, работы снова в продаже.
tell-mismatch = ⚠️ Платёж по заказу <b>{ $number }</b> не сходится с заказом. Ничего не выдавайте.
tell-payment-trouble = ⚠️ Ссылка на оплату заказа <b>{ $number }</b> не создалась: { $reason }. Проверьте ключи и настройки ЮKassa.
tell-refund-trouble = ⚠️ Деньги за заказ <b>{ $number }</b> не вернулись: { $reason }. Повторите возврат или верните их в кабинете ЮKassa.
tell-goes-back-late = ⚠️ Заказ <b>{ $number }</b> оплачен, когда работы уже не было. Деньги возвращаются покупателю полностью.
tell-goes-back-double = ⚠️ Заказ <b>{ $number }</b> оплачен дважды. Лишний платёж возвращается покупателю.
tell-goes-back-cancelled = ⚠️ Заказ <b>{ $number }</b> оплачен после отмены. Деньги возвращаются покупателю полностью.
tell-refunded = 💸 { $amount } за заказ <b>{ $number }</b> вернулись покупателю.
tell-conflict =
    { $short ->
        [one] ⚠️ Работа <code>{ $sku }</code> продана и здесь, и в другом месте: не хватает { $short } штуки. Отмените один из заказов или поправьте остаток.
        [few] ⚠️ Работа <code>{ $sku }</code> продана и здесь, и в другом месте: не хватает { $short } штук. Отмените часть заказов или поправьте остаток.
       *[many] ⚠️ Работа <code>{ $sku }</code> продана и здесь, и в другом месте: не хватает { $short } штук. Отмените часть заказов или поправьте остаток.
    }
tell-unknown-sku = ⚠️ В канале «{ $channel }» продан <code>{ $sku }</code>, которого нет в магазине. Исправьте артикул там или добавьте работу здесь.
tell-came-back =
    { $count ->
        [one] ⚠️ Продажу в канале «{ $channel }» отменили: вернулась { $count } штука <code>{ $sku }</code>. Осмотрите её и верните в продажу.
        [few] ⚠️ Продажу в канале «{ $channel }» отменили: вернулись { $count } штуки <code>{ $sku }</code>. Осмотрите их и верните в продажу.
       *[other] ⚠️ Продажу в канале «{ $channel }» отменили: вернулось { $count } штук <code>{ $sku }</code>. Осмотрите их и верните в продажу.
    }
sell-for-sale = ✅ Снова продавать
sell-is-for-sale = 🏷 <code>{ $sku }</code>: снова в продаже { $count } шт.
sell-now-for-sale = Снова в продаже: { $count }
sell-nothing-waits = Ничего не ждёт: всё уже в продаже.
tell-uncollected = ⚠️ Заказ <b>{ $number }</b> не забрали в срок. Хранить дольше или вернуть в продажу?
tell-parked = ⚠️ Не получилось { $what }. Причина: { $error }
tell-parked-buyer = доставить сообщение покупателю
tell-parked-seller = доставить сообщение продавцу
tell-parked-post = обновить пост в канале
tell-parked-payment = связаться с платёжной системой
tell-parked-refund = вернуть деньги
tell-parked-other = закончить отложенную работу

## Settings
sell-settings-head = ⚙️ <b>Настройки</b>
sell-settings-places = 📍 Точки выдачи
sell-settings-terms = 📜 Условия
sell-settings-terms-missing = ⚠️ Без имени продавца и ссылки на условия настоящие платежи выключены.
sell-settings-terms-head = 📜 <b>Условия магазина</b>
sell-term-empty = не указано
sell-term-seller-name = Продавец: { $value }
sell-term-seller-inn = ИНН: { $value }
sell-term-terms-url = Условия: { $value }
sell-term-hold = Держим при оформлении: { $minutes } мин
sell-term-hold-max = Самое большее: { $minutes } мин
sell-term-pickup-keep = Храним готовый заказ: { $days } дн.
sell-edit-seller-name = ✏️ Продавец
sell-edit-seller-inn = ✏️ ИНН
sell-edit-terms-url = ✏️ Ссылка
sell-edit-hold = ✏️ Бронь
sell-edit-hold-max = ✏️ Предел брони
sell-edit-pickup-keep = ✏️ Хранение
sell-ask-term-seller-name = ✏️ Кто продаёт? Имя или название, как в документах: <code>Анна Белова</code>. «-» — оставить.
sell-ask-term-seller-inn = ✏️ ИНН: 10 цифр у компании, 12 у человека. «нет» — без ИНН, «-» — оставить.
sell-ask-term-terms-url = ✏️ Ссылка на условия продажи: <code>https://example.org/terms</code>. «-» — оставить.
sell-ask-term-hold = ✏️ Сколько минут держать работу, пока покупатель оформляет заказ? Например: <code>15</code>. «-» — оставить.
sell-ask-term-hold-max = ✏️ Сколько минут самое большее держать работу при оформлении? Например: <code>45</code>. «-» — оставить.
sell-ask-term-pickup-keep = ✏️ Сколько дней хранить готовый заказ? Например: <code>7</code>. «-» — оставить.
sell-places-head = 📍 <b>Точки выдачи</b>
sell-places-none = 📍 Сейчас забрать заказ негде. Добавьте точку выдачи.
sell-place-add = 🆕 Новая точка
sell-place-title = 📍 <b>{ $title }</b>
sell-place-address = { $address }
sell-place-hours = { $hours }
sell-place-set-hours = 🕒 Часы
sell-place-hours-today = Сейчас покупатель прочтёт: { $today }
sell-place-hours-better = Часы показываем как написано. 🕒 сделает из них «сегодня до 19:00».
sell-ask-hours =
    🕒 Когда открыта точка «{ $title }»? Пишите как удобно:
    <code>пн–пт 11–19, сб 12–16, 1–8 января закрыто</code>
    «нет» — без часов, «-» — оставить.
sell-ask-hours-now = Сейчас: { $hours }
sell-hours-understood = 🕒 «{ $title }»: <b>{ $hours }</b>
sell-hours-right = Всё верно? Можно сразу написать иначе.
sell-hours-yes = ✅ Верно
sell-hours-no = ✏️ Иначе
sell-place-day = Только { $day }
sell-place-days = { $first } — { $last }
sell-place-slots = Время на выбор: { $slots }
sell-place-map = Отмечена на карте
sell-place-contact = Телефон покупателя обязателен
sell-place-note = Так точку увидят покупатели.
sell-place-way = 🧭 Как найти
sell-place-bring = 🚚 Когда будет
sell-place-speak = 🌐 На других языках
sell-place-found = 🧭 { $how }
sell-ask-place-way = 🧭 Как найти точку «{ $title }», когда человек уже рядом? Например: <code>во дворе налево, звонок 5</code>. «-» — оставить, «нет» — убрать.
sell-place-now = Сейчас: { $words }
sell-place-now-typed = Сейчас: <code>{ $words }</code>
sell-ask-place-days = 🚚 Через сколько дней работа будет в точке «{ $title }», если её там нет? Например: <code>2–3</code>. 0 — привозить не надо. «-» — оставить.
sell-place-tongues = 🌐 <b>«{ $title }» на других языках</b>
sell-place-tongue = <b>{ $language }</b>
sell-place-no-tongue = Пока не сказано: покупатель прочтёт, как в магазине.
sell-ask-place-tongue = 🌐 { $language }: как назвать точку «{ $title }»? Одним сообщением: <code>название; адрес; как найти</code>. Последнее можно пропустить. «-» — оставить, «нет» — убрать.
sell-place-contact-on = 📞 Спрашивать телефон
sell-place-contact-off = 📵 Без телефона
sell-place-close = ❌ Закрыть точку
sell-place-close-sure = ❌ Закрыть «{ $title }»? Новые заказы её не увидят, прежние останутся.
sell-place-close-yes = ❌ Да, закрыть
sell-ask-place =
    📍 Опишите точку одним сообщением: название; адрес; часы.
    <code>Мастерская; Москва, Пречистенка, 12; вт–вс 12–20</code>
    Можно добавить через «;»: ярмарка или галерея, даты <code>23.11.2026–24.11.2026</code>, время на выбор <code>слоты вт-вс 12-20 каждые 60 мин по 2</code>, координаты <code>55.75, 37.60</code>.
sell-ask-place-anew =
    📍 Пришлите описание точки заново, «-» — оставить. Сейчас оно такое:
    <code>{ $place }</code>

## 📊
sell-figures = 📊 Цифры
