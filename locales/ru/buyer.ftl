# What a buyer sees and presses.

## Buttons: an emoji that is the same everywhere, 20 characters at most
to-home = 🏠 На главную
to-catalogue = 🛍 Каталог
to-other-works = 🛍 Похожие работы
to-cart = 🛒 Корзина
to-cart-filled = 🛒 Корзина · { $count }
to-orders = 📦 Мои заказы
to-all-orders = 📦 Все заказы
to-order = 📦 { $number }
to-languages = 🌐 Язык
to-help = ℹ️ Помощь
to-desk = 🧰 Управление
back = ⬅️ Назад
leaf-previous = ◀️ Раньше
leaf-next = ▶️ Дальше
leaf-newest = ◀️ К новым
all-works = 🛍 Все работы
buy-now = ⚡ Купить сейчас
add-to-cart = ➕ В корзину
check-out = ✅ Оформить
cart-tidy = 🗑 Убрать проданное
cart-instead = 🛍 Похожие
cart-take = ➕ Взять
check-out-rest = ✅ Оформить, что есть
go-on = ➡️ Продолжить
go-pay = 💳 К оплате
other-place = 📍 Другое место
other-time = 🕒 Другое время
share-phone = 📞 Отправить номер
pay-online = 💳 Оплатить онлайн
pay-at-pickup = 🤝 При получении
pay-link = 💳 Оплатить
check-payment = 🔄 Проверить оплату
look-again = 🔄 Обновить
wrap-on = 🎁 Упаковка +{ $price }
wrap-off = 🎁 Без упаковки
note-add = ✍️ Записка автору
note-change = ✍️ Записка ✓
note-drop = 🗑 Убрать записку
buy-as-usual = ⚡ Как в прошлый раз
other-phone = 📞 Другой номер
remember = 💾 Запомнить выбор
remember-not = 💾 Не запоминать
remember-yes = 💾 Да, запомнить
show-qr = 🔳 Показать QR
order-again = 🔁 Заказать снова
cancel = ❌ Отменить
cancel-order = ❌ Отменить заказ
cancel-yes = ❌ Да, отменить
cancel-no = ⬅️ Оставить
info-help = ℹ️ Как купить
info-privacy = ℹ️ Ваши данные
info-terms = ℹ️ Условия
info-paysupport = ℹ️ Об оплате

## Home
home =
    <b>{ $shop }</b>

    Выберите работу: подержим её за вами, пока вы оформляете, и напишем, когда можно забрать.
link-unknown = 🙅 Эта ссылка больше ничего не открывает. Зато открыт магазин.
not-understood = 🙅 Этого мы не поняли. Работы — в каталоге, покупки — в заказах.
not-understood-kind = 🙅 Такие сообщения мы читать не умеем. Выберите, что нужно, кнопкой.
button-stale = Эта кнопка устарела, вот свежий экран.
languages = На каком языке вам удобнее?
language-chosen = Теперь говорим по-русски.

## Catalogue
catalogue-title = <b>Каталог</b>
catalogue-categories = <b>Каталог</b>
category-title = <b>{ $title }</b>
catalogue-empty = Здесь пока пусто: первые работы скоро появятся.
catalogue-empty-seller = Здесь пока пусто. Пришлите фото с подписью: название, цена, техника, размер — и работа появится.
works-count =
    { $count ->
        [one] { $count } работа
        [few] { $count } работы
       *[many] { $count } работ
    }

## Card of a work
card-title = <b>{ $title }</b>
card-price = <b>{ $price }</b>
card-price-lowered = <s>{ $before }</s> <b>{ $price }</b>
edition-copy = экземпляр { $number } из { $size }
edition-size = тираж { $size }
left-only = Единственный экземпляр
left-last = Осталась последняя
left-of-edition = Осталось { $count } из { $size }
left-count = В наличии: { $count }
left-held = Сейчас на брони: кто-то оформляет покупку. Бронь может освободиться.
left-sold-one = Работа продана
left-sold-all = Всё разобрали
card-seen-at = Можно увидеть: { $places }
added-to-cart =
    { $count ->
        [1] Положили в корзину
       *[other] Теперь в корзине: { $count }
    }
in-cart-already = Эта работа уже в корзине, а она единственная.

## Cart
cart-title = <b>Корзина</b>
cart-empty = В корзине пока пусто. Загляните в каталог: там есть на что посмотреть.
cart-line-gone = Работа больше не продаётся
cart-dearer = подорожала, была { $before }
cart-cheaper = подешевела, была { $before }
cart-sold = уже продана
cart-fewer =
    { $count ->
        [one] осталась только { $count }
       *[other] осталось только { $count }
    }
cart-held = сейчас на брони, может освободиться
cart-not-ready = Можно оформить то, что есть, а проданное убрать или заменить.
cart-hold-ended = ⌛ Бронь закончилась { $at }. Корзина на месте, оформить можно заново.
cart-instead-head = 🛍 Вместо { $title } можно взять:
cart-instead-none = 🛍 Похожего на { $title } сейчас нет в продаже. Загляните в каталог.
cart-swapped = Поменяли
minutes-left = { $minutes } мин
no-more-pieces = Больше нет: это всё, что осталось.

## Works, sum and place of an order
order-line = { $title } — { $price }
order-lines = { $title } × { $count } — { $price }
order-wrap = 🎁 Подарочная упаковка — { $price }
card-as-usual = ⚡ Как в прошлый раз: { $choice }
way-online = оплата онлайн
way-at-pickup = оплата при получении
order-more-lines =
    { $count ->
        [one] и ещё { $count } позиция
        [few] и ещё { $count } позиции
       *[many] и ещё { $count } позиций
    }
order-total = Итого: <b>{ $sum }</b>
pickup-heading = Где забрать:
pickup-when = Когда: { $when }
pickup-phone = Телефон: { $phone }
held-for-you = ⏳ Держим для вас { $until }
held-still = Держим за вами { $until }.

## Checkout
ask-pickup = Где вам удобно забрать? Самовывоз бесплатный.
point-title = <b>{ $title }</b>
point-address = <a href="{ $url }">{ $address }</a>
point-there = работа уже там
point-in-days =
    через { $least }–{ $days } { $days ->
        [one] день
        [few] дня
       *[many] дней
    }
point-in-just =
    { $days ->
        [1] через день
        [one] через { $days } день
        [few] через { $days } дня
       *[many] через { $days } дней
    }
point-over = { $title }: закончилась { $day }
point-too-late = { $title }: закроется { $day }, работу не успеть привезти
point-full = { $title }: всё время занято
points-nearest = 🧭 Найти ближайшую
points-all = 📍 Все точки
on-the-map = 🗺 На карте
share-location = 📍 Где я
ask-near = 🧭 Откуда вам удобно? Поделитесь местом кнопкой внизу или напишите улицу, район, метро. Мы этого не запоминаем.
near-found = 🧭 Ближе всего { $place }: { $distance }.
near-unknown = 🧭 Наших точек пока нет на карте. Вот все, что есть.
near-named =
    { $count ->
        [one] 🧭 По слову { $what } нашлась { $count } точка.
        [few] 🧭 По слову { $what } нашлись { $count } точки.
       *[many] 🧭 По слову { $what } нашлось { $count } точек.
    }
near-not-named = 🧭 Рядом с { $what } точек не нашлось. Вот все; можно поделиться местом.
ask-slot = Во сколько вам удобно прийти { $day }? Место: { $place }.
no-slots = Свободного времени здесь пока нет.
ask-phone = Как с вами связаться, если что-то изменится?
ask-phone-how = Отправьте свой номер кнопкой внизу или напишите его.
phone-noted = Записали номер { $phone }.
remember-ask =
    💾 Запомнить для следующей покупки место, способ оплаты и телефон, если вы его дали?

    Тогда от работы до оплаты хватит двух нажатий. Храним только последний выбор и только для этого. Забыть его можно в любой момент: здесь же или в /privacy.
remembered = 💾 Этот выбор запомним для следующей покупки.
note-ask = ✍️ Несколько слов автору: кому подарок, чего хочется. До { $limit } знаков, их прочтут вместе с заказом.
note-yours = ✍️ Записка автору: { $note }
link-preparing = 💳 Заказ { $number }: готовим ссылку на оплату, <b>{ $sum }</b>
link-ready = 💳 Заказ { $number } ждёт оплаты: <b>{ $sum }</b>
link-until = Держим за вами { $until }. Как только деньги придут, мы напишем.
checking-payment = Проверяем оплату. Обычно это занимает до минуты: мы напишем сами.
checking-toast = Проверяем оплату
payment-trouble = ⚠️ Не получилось открыть оплату заказа { $number }.
payment-trouble-next = Деньги не списаны. Попробуйте ещё раз или заплатите при получении.
hold-over = ⌛ Бронь закончилась. Снова в продаже: { $what }.
hold-over-next = Если желание осталось, оформить можно заново.
checkout-cancelled = ⌛ Бронь снята. Снова в продаже: { $what }.

## Orders
orders-title = <b>Мои заказы</b>
orders-empty = Заказов пока нет. Когда появятся, здесь будет видно, где они и когда их забрать.
orders-line =
    <b>{ $number }</b> · { $state }
    { $what } — { $sum }
order-title = 📦 <b>Заказ { $number }</b>
state-words =
    { $state ->
        [draft] оформляется
        [awaiting_payment] ждёт оплаты
        [accepted] принят
        [in_work] в работе
        [ready] можно забирать
        [handed_over] выдан
        [cancelled] отменён
        [asked] ждёт цену доставки
        [quoted] цена доставки ждёт ответа
        [sent] в пути
        [received] получен
       *[expired] бронь закончилась
    }
money-paid = Оплачено
money-at-pickup = Оплата при получении: { $sum }
money-coming-back = Возвращаем { $sum }
money-back = Деньги возвращены
todo-pay = Осталось оплатить: держим { $until }.
todo-pay-soon = Осталось оплатить.
todo-nothing = Ничего делать не нужно: напишем, когда можно забирать.
todo-thanks = Спасибо, что выбрали нас.
todo-expired = Оплата не пришла вовремя. Если желание осталось, закажите снова.
ready-code = Код для выдачи: <code>{ $code }</code>
ready-until = Ждём вас { $until }.
cancel-ask = Отменить заказ { $number }: { $what }?
cancel-ask-money = Оплата вернётся целиком: { $sum }.
order-cancelled = ❌ Заказ { $number } отменён.
order-cancelled-paid = ❌ Заказ { $number } отменён, оплата вернётся целиком.
code-caption = Покажите этот QR-код при получении заказа { $number } или назовите код <code>{ $code }</code>.

## What has to be said
seller-link = <a href="tg://user?id={ $id }">{ $name }</a>
terms-title = <b>Условия</b>
terms-seller = Продавец: { $seller }
terms-inn = ИНН: { $inn }
terms-where = Оферта, доставка и возврат: { $url }
terms-missing =
    <b>Условия</b>

    Магазин «{ $shop }» ещё не опубликовал условия. Пока их нет, оплата онлайн закрыта: заплатить можно при получении.
paysupport =
    <b>Вопросы об оплате</b>

    Напишите продавцу: { $seller }. Назовите номер заказа, например V-1042: он есть в разделе «Мои заказы».

    За отменённый заказ деньги возвращаются целиком и тем же путём. На карту они приходят за несколько минут, иногда — за несколько дней.

## Menu and description
command-start = Главная
command-catalog = Каталог
command-cart = Корзина
command-orders = Мои заказы
command-search = Поиск
command-help = Как купить
command-language = Язык
command-privacy = Ваши данные
command-terms = Условия
command-paysupport = Вопросы об оплате
command-stop = Не получать сообщений
command-desk = Стол продавца
command-add = Как добавить работу
command-board = Заказы магазина
command-stock = Остаток: /stock SKU 3
command-sold = Продано вне бота: /sold SKU
command-hold = Отложить: /hold SKU
command-ready = Готов к выдаче: /ready V-1042
command-give = Выдать по коду: /give 123456
command-why = Откуда такой остаток: /why SKU
command-figures = Цифры
bot-description = Работы прямо от автора. Выберите — подержим за вами, пока вы оформляете, и напишем, когда можно забрать.
bot-short-description = Работы прямо от автора: выбрать, оплатить, забрать.
