# Service messages to a buyer: the first words say what has happened, even in a notification.

went-wrong = ⚠️ Что-то пошло не так, мы уже разбираемся. Попробуйте, пожалуйста, ещё раз чуть позже.

hold-reminder = ⏳ Держим { $until }: { $what }.
hold-reminder-next = Осталось совсем немного: завершите оформление, чтобы бронь не пропала.
hold-ended-unpaid = ⌛ Заказ { $number } не оплачен вовремя, бронь снята.
hold-ended-bank = ⌛ Оплата заказа { $number } не прошла, бронь снята.
hold-ended-bank-next = Банк отклонил платёж, деньги не списаны. Попробуйте другую карту.
order-paid = 🎉 Заказ { $number } оплачен: <b>{ $sum }</b>
order-accepted = 🎉 Заказ { $number } принят
payment-checked = ⚠️ Проверяем оплату заказа { $number }.
payment-checked-next = Платёж пришёл, но отличается от заказа. Продавец уже знает и свяжется с вами, делать ничего не нужно.
money-back-late = 😔 Заказ { $number } уже не собрать, вернём <b>{ $sum }</b>. Оплата пришла после брони, а { $what } за это время купили. Простите, что так вышло.
money-back-double = 💸 Возвращаем <b>{ $sum }</b>: заказ { $number } оплачен дважды. Простите, что так вышло.
money-back-cancelled = 💸 Возвращаем <b>{ $sum }</b>: заказ { $number } был отменён до оплаты.
money-back-when = Вернётся вся сумма, тем же путём. Обычно это несколько минут, иногда — несколько дней: зависит от банка.
order-ready = 👌 Заказ { $number } готов, можно забирать.
order-waiting = 👌 Заказ { $number } ждёт вас, можно забирать.
order-last-day = 👌 Скоро последний день: заказ { $number } ждёт { $until }.
bring-money = Заплатить на месте: <b>{ $sum }</b>
bring-nothing = Всё оплачено: нужен только код.
order-handed-over = 🤲 Заказ { $number } выдан.
refunded = 💸 Вернули <b>{ $sum }</b> за заказ { $number }.
refunded-online = На карту деньги приходят за несколько минут, иногда — за несколько дней: зависит от банка.
refunded-by-hand = Деньги возвращены тем же способом, которым вы платили.
order-called-off = ❌ Заказ { $number } отменён продавцом.
called-off-unpaid = С вас ничего не списано. Вопросы можно задать продавцу: /paysupport
sold-elsewhere = 😔 Бронь снята, работу продали в другом месте: { $what }.
sold-elsewhere-next = Так бывает, когда работу покупают прямо на выставке. Простите; с вас ничего не списано.
