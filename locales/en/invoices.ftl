## Paying inside Telegram
pay-invoice = ✈️ Pay in Telegram
invoice-ready = 💳 The invoice for order { $number } is ready: <b>{ $sum }</b>
invoice-paid = This invoice has been paid. There is no need to pay twice.
invoice-over = The time of this invoice is over, nothing was charged. Please buy again.
invoice-unknown = This invoice is not yours or has changed. Nothing was charged: open your order and pay from there.

## Money that only the seller can give back
tell-refund-by-hand = ⚠️ Return <b>{ $amount }</b> for order <b>{ $number }</b>: money paid by a Telegram invoice goes back in the provider’s cabinet. Payment <code>{ $payment }</code>.
tell-stray-payment = ⚠️ A payment came that no invoice of the shop asked for: { $amount }. Find payment <code>{ $payment }</code> in the cabinet and return it.
sell-given-back = ✅ I have returned it
sell-given-back-done = 💸 Noted: { $amount } for order <b>{ $number }</b> went back.
sell-to-give-back = Still to be returned in the cabinet: <b>{ $amount }</b>, payment <code>{ $payment }</code>.
