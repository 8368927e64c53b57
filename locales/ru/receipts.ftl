# Чеки по 54-ФЗ

ask-email = Куда прислать чек? Напишите свой e-mail. Спросим один раз.
email-noted = Чек придёт на { $email }.
receipt-contact-needed = 🙅 Перед оплатой нужно знать, куда прислать чек. Нажмите «Оплатить» ещё раз.
bad-email = 🙅 На такой адрес письмо не дойдёт. Пришлите его целиком, например anna@example.com.

sell-receipt-payment = 🧾 Чек: { sell-receipt-state }
sell-receipt-settlement = 🧾 Чек при выдаче: { sell-receipt-state }
sell-receipt-state = { $state ->
    [succeeded] отправлен
    [canceled] не вышел, пробейте его в кабинете
   *[other] готовится
}
tell-receipt-trouble = ⚠️ Чек по заказу <b>{ $number }</b> не вышел: { $reason }. Пробейте его в кабинете ЮKassa: заказ идёт своим чередом.
receipt-late = не готов третий день
receipt-canceled = касса его не приняла
tell-parked-receipt = отправить чек

data-part-receipt = Чеки
data-email = E-mail

sell-part = ✂️ Вернуть часть
sell-part-ask = ✂️ Сколько вернуть за заказ <b>{ $number }</b>? Он остаётся как есть. Оплачено { $kept }, напишите сумму меньше.
sell-part-done = ✂️ <b>{ $number }</b> — возвращаем { $amount }, покупателю напишем
too-much-back = 🙅 Столько вернуть частью нельзя. Напишите сумму больше нуля и меньше оплаченной; чтобы вернуть всё, нажмите «Вернуть деньги».
