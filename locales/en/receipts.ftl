# Receipts

ask-email = Where should the receipt go? Send your e-mail. We ask only once.
email-noted = The receipt will go to { $email }.
receipt-contact-needed = 🙅 Before you pay we need to know where to send the receipt. Press “Pay” once more.
bad-email = 🙅 Mail would not reach this address. Send it whole, such as anna@example.com.

sell-receipt-payment = 🧾 Receipt: { sell-receipt-state }
sell-receipt-settlement = 🧾 Receipt at hand-over: { sell-receipt-state }
sell-receipt-state = { $state ->
    [succeeded] sent
    [canceled] not made, make it in the cabinet
   *[other] on its way
}
tell-receipt-trouble = ⚠️ The receipt for order <b>{ $number }</b> was not made: { $reason }. Make it in the YooKassa cabinet; the order goes on as it is.
receipt-late = not ready for three days
receipt-canceled = the register refused it
tell-parked-receipt = send a receipt

data-part-receipt = Receipts
data-email = E-mail

sell-part = ✂️ Refund a part
sell-part-ask = ✂️ Order <b>{ $number }</b>: how much should go back? It stands as it is. Paid: { $kept }; send a smaller sum.
sell-part-done = ✂️ <b>{ $number }</b> — { $amount } is on its way back, the buyer will be told
too-much-back = 🙅 That is not a part of it. Send a sum above zero and below what was paid; to give all of it back, press “Refund”.
