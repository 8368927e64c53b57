## Paying inside Telegram
pay-invoice = ✈️ Счёт в Telegram
invoice-ready = 💳 Счёт на заказ { $number } готов: <b>{ $sum }</b>
invoice-paid = Этот счёт уже оплачен. Второй раз платить не нужно.
invoice-over = Время этого счёта вышло, деньги не списаны. Оформите покупку заново.
invoice-unknown = Этот счёт выставлен не вам или изменился. Деньги не списаны: откройте заказ и оплатите из него.

## Money that only the seller can give back
tell-refund-by-hand = ⚠️ Верните <b>{ $amount }</b> за заказ <b>{ $number }</b>: оплату счётом Telegram возвращают в кабинете платёжной системы. Платёж <code>{ $payment }</code>.
tell-stray-payment = ⚠️ Пришла оплата, которой нет среди счетов магазина: { $amount }. Найдите платёж <code>{ $payment }</code> в кабинете и верните его.
sell-given-back = ✅ Деньги возвращены
sell-given-back-done = 💸 Записали: { $amount } за заказ <b>{ $number }</b> возвращены.
sell-to-give-back = Осталось вернуть в кабинете: <b>{ $amount }</b>, платёж <code>{ $payment }</code>.
