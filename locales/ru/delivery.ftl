# Delivery by courier or post: how it is chosen, what it costs, and how it travels.

## The choice
delivery-or = Или доставим:
delivery-which = Как вам доставить?
way-price = { $title } — { $price }
way-free-from = { $title } — { $price }, от { $least } бесплатно
way-free = { $title } — бесплатно
way-later = { $title } — цену назовёт продавец
delivery-heading = Куда доставить:
delivery-days = Срок: { $days }
other-way = 🚚 Другой способ
change-address = ✏️ Адрес
ask-address = Куда доставить? Напишите адрес одним сообщением: индекс, город, улица, дом, квартира и кто получит.
address-now = Сейчас: { $address }

## The price that is told later
ask-price = 📨 Узнать цену
ask-price-note = Цену доставки продавец назовёт для вашего адреса. Работы подержим за вами, а вы решите, подходит ли она.
quote-waiting = 📨 Заказ { $number }: продавец считает доставку
quote-waiting-until = Держим за вами { $until }. Как только появится цена, мы напишем.
quoted = 🚚 Доставка заказа { $number }: <b>{ $price }</b>
quoted-again = ⏳ Доставка заказа { $number } ждёт ответа: <b>{ $price }</b>
quoted-until = Держим за вами { $until }.
accept-pay = ✅ Принять и оплатить
accept-on-receipt = 🤝 При получении
decline-price = ❌ Отказаться
collect-instead = 📍 Заберу сам
offer-open = 🚚 Цена доставки
delivery-refused = 😔 Заказ { $number } не получится доставить по этому адресу.
delivery-refused-next = Бронь снята, с вас ничего не списано. Можно заказать снова и выбрать другой способ.
quote-over = ⌛ Продавец не успел назвать цену доставки заказа { $number }, бронь снята.
quote-over-unanswered = ⌛ Цена доставки заказа { $number } осталась без ответа, бронь снята.
payment-trouble-again = Деньги не списаны. Попробуйте ещё раз или напишите продавцу.

## On its way
parcel-sent = 🚚 Заказ { $number } отправлен.
parcel-arrived = 📦 Заказ { $number } уже у вас?
parcel-arrived-next = Если работа дошла, нажмите «Получено». Если нет, напишите продавцу.
parcel-not-sent = 🕒 Заказ { $number } всё-таки ещё не отправлен: мы поспешили с сообщением. Напишем, когда он поедет.
parcel-came = ✅ Заказ { $number } у вас.
parcel-track = Трек-номер: <code>{ $track }</code>
parcel-follow = 🔎 Где посылка
parcel-received = ✅ Получено
parcel-pay = Заплатить при получении: <b>{ $sum }</b>
step-priced = Цена доставки
step-sent = Отправлен
step-received = Получен
todo-asked = Ничего делать не нужно: напишем, когда продавец назовёт цену доставки.
todo-quoted = Продавец назвал цену доставки: примите её или откажитесь.
todo-travels = Ничего делать не нужно: напишем, когда отправим.
todo-sent = Когда получите, нажмите «Получено».
todo-sent-pay = При получении заплатите { $sum }.

## Refusals
no-such-way = 🙅 Этого способа доставки больше нет. Выберите другой.
delivery-moved-on = 🙅 С доставкой уже что-то изменилось. Откройте заказ заново.
bad-address = 🙅 По такому адресу не доставить. Напишите город, улицу и дом словами, не длиннее { $limit } знаков.
quote-changed = ⚠️ Цена доставки изменилась. Вот новая.
quote-by-colleague = 🙅 Коллега уже назвал цену. Вот она: её можно изменить.
to-be-sent = 🙅 Этот заказ едет доставкой. Откройте его и нажмите «Отправлен».
bad-way = 🙅 Не понимаю «{ $text }». Порядок такой: название; цена; куда; срок.
bad-delivery-sum = 🙅 Не получается прочесть цену «{ $text }». Напишите, например, 500 или «бесплатно».
bad-quote-hours = 🙅 Напишите целое число часов от 1 до { $limit }.
bad-track = 🙅 Номер или ссылка — не длиннее { $limit } знаков.

## The seller: ways
sell-settings-delivery = 🚚 Доставка
sell-ways-head = 🚚 <b>Доставка</b>
sell-ways-none = 🚚 Доставки пока нет: покупатели забирают сами. Добавьте курьера или почту.
sell-quote-times =
    Назвать цену: { $within } ч, потом бронь снимается.
    Ответ покупателя ждём: { $stands } ч.
sell-way-add-courier = 🚚 Новый курьер
sell-way-add-post = 📦 Почта или ТК
sell-ask-way-courier =
    🚚 Опишите курьера одним сообщением: название; цена; куда; срок.
    <code>Курьер; 500 от 10000 бесплатно; Москва; 1–2 дня</code>
    Вместо цены можно «бесплатно» или «позже»: тогда вы назовёте её для каждого заказа.
sell-ask-way-post =
    📦 Опишите отправку одним сообщением: название; цена; куда; срок.
    <code>Почта России; позже; весь мир; 5–20 дней</code>
    «Позже» — вы назовёте цену для каждого заказа. Можно и сумму: 350, или «350 от 5000 бесплатно».
sell-ask-way-anew =
    ✏️ Пришлите описание заново, «-» — оставить. Сейчас оно такое:
    <code>{ $way }</code>
sell-way-note = Так доставку увидят покупатели.
sell-way-off = 🙈 Выключена: покупатели её не видят.
sell-way-unpayable = ⚠️ Покупатели её не видят: оплаты онлайн в магазине нет. Разрешите платить при получении.
sell-way-on-receipt = Можно заплатить при получении
sell-way-turn-on = ✅ Включить
sell-way-turn-off = 🙈 Выключить
sell-way-receipt-on = 🤝 И при получении
sell-way-receipt-off = 💳 Только вперёд
sell-way-give-up = 🗑 Убрать
sell-way-give-up-sure = 🗑 Убрать «{ $title }»? Новые заказы её не увидят, прежние останутся.
sell-way-give-up-yes = 🗑 Да, убрать
sell-edit-quote-within = ⏳ Время на цену
sell-edit-quote-stands = ⏳ Время на ответ
sell-ask-quote-within = ⏳ За сколько часов вы назовёте цену доставки? Всё это время работы держим. Например: <code>24</code>. «-» — оставить.
sell-ask-quote-stands = ⏳ Сколько часов ждать ответа покупателя на цену? Всё это время работы держим. Например: <code>24</code>. «-» — оставить.

## The seller: one order
sell-order-asked = 📨 <b>{ $number }</b> — назовите цену доставки
sell-order-quoted = ⏳ <b>{ $number }</b> — цена названа, ждём покупателя
sell-order-sent = 🚚 <b>{ $number }</b> — в пути
sell-order-received = ✅ <b>{ $number }</b> — получен
sell-state-asked = назвать цену
sell-state-quoted = ждёт ответа
sell-state-sent = в пути
sell-state-received = получен
sell-order-address = Адрес: <code>{ $address }</code>
sell-order-held = Держим работы { $until }
sell-quote = 💰 Назвать цену
sell-quote-again = 💰 Другая цена
sell-refuse = ❌ Не доставить
sell-refuse-sure = ❌ Не доставлять заказ { $number }? Он отменится, работы снова будут в продаже, покупателю напишем.
sell-refuse-yes = ❌ Да, отказать
sell-ask-quote = 💰 Сколько стоит доставка заказа { $number }? Напишите сумму, можно со сроком: <code>850; 3–5 дней</code>
sell-send = 🚚 Отправлен
sell-delivered = 🤲 Вручён
sell-track = ✏️ Трек-номер
sell-no-track = 🚚 Без номера
sell-not-sent = ↩️ Не отправлен
sell-not-sent-sure = ↩️ Заказ { $number } на самом деле не отправлен? Покупателю напишем, что он ещё у вас.
sell-not-sent-yes = ↩️ Да, ещё у нас
sell-ask-track = 🚚 Заказ { $number }: пришлите трек-номер или ссылку, по которой виден путь.
sell-refund-parts = 💸 Заказ { $number } уже в пути или вручён. Работы стоят { $goods }, вместе с доставкой { $amount }. Что вернуть?
sell-refund-goods = 💸 За работы
sell-refund-whole = 💸 Всё с доставкой
sell-return-with-delivery = Вместе с доставкой будет { $amount }.
sell-quotes = 💰 Назвать цены
sell-desk-asked =
    { $count ->
        [one] Назвать цену доставки: { $count } заказ
        [few] Назвать цену доставки: { $count } заказа
       *[many] Назвать цену доставки: { $count } заказов
    }
sell-desk-quoted =
    { $count ->
        [one] Решает о доставке покупатель: { $count } заказ
        [few] Решают о доставке покупатели: { $count } заказа
       *[many] Решают о доставке покупатели: { $count } заказов
    }
sell-desk-sent =
    { $count ->
        [one] В пути: { $count } заказ
        [few] В пути: { $count } заказа
       *[many] В пути: { $count } заказов
    }
tell-quote-asked = 📨 Сколько стоит доставка? Заказ <b>{ $number }</b> ждёт вашей цены.
tell-quote-due = ⏳ Заказ <b>{ $number }</b> ждёт цены доставки { $until }. Потом бронь снимется.
tell-quote-declined = ❌ Покупатель отказался от заказа <b>{ $number }</b>: доставка не подошла. Работы снова в продаже.
tell-quote-collects = 📍 Заказ <b>{ $number }</b>: доставка не подошла, покупатель выбирает, где забрать. Работы остаются за ним.
tell-quote-missed = ⌛ Цена доставки заказа <b>{ $number }</b> не названа вовремя. Бронь снята, покупателю написали.
tell-quote-unanswered = ⌛ Покупатель не ответил на цену доставки заказа <b>{ $number }</b>. Бронь снята.
tell-received = ✅ Покупатель получил заказ <b>{ $number }</b>.
tell-parcel-slow = ⚠️ Заказ <b>{ $number }</b> в пути уже три недели. Спросите покупателя, дошёл ли он.
sell-way-other = { $language }: { $words }
