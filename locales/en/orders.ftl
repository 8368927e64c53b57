# Orders as their buyer follows them, and orders that come back.

## The line of progress
step-placed = Placed
step-accepted = Accepted
step-paid = Paid
step-in-work = In progress
step-ready = Ready
step-handed-over = Handed over
step-cancelled = Cancelled
step-expired = Hold ended
step-done = ● { $step } · { $when }
step-present = <b>● { $step }</b> · { $when }
step-coming = ○ { $step }
orders-over = <i>Finished</i>
money-partly-back = Partly returned, { $sum } remain

## Cancelling and ordering again
cancel-ask-link = Nothing was charged. Should you pay by the link all the same, the money comes back in full.
cancel-ask-nothing = There is nothing to pay.
cancel-why = Saying why helps the seller.
cancel-mind = ❌ Not for me
cancel-long = ❌ It takes too long
again-partly = 😔 No longer for sale: { $titles }. The rest is held for you.
again-nothing = 😔 No longer available: { $what }. See similar works, or ask the artist.
cancelled-mind = changed their mind
cancelled-long = takes too long
tell-cancelled-why = Reason: { $why }

## Giving back, the buyer's side
return-ask = ↩️ Return it
return-prompt = ↩️ Returning order { $number }. Write what is wrong; photos help. The seller decides and answers here.
return-passed-on = ↩️ Your request to return order { $number } is with the seller. You may add photos or words at once.
return-asked = ↩️ The seller is deciding on the return. Nothing to do: we will write.
return-accepted = ↩️ The return of order { $number } is accepted.
return-accepted-head = ↩️ The return is accepted.
return-to-place = Bring it here: { $place }
return-money-then = The full sum comes back as soon as it is with us.
return-declined = 🙅 The return of order { $number } is declined.
return-declined-head = 🙅 The return was declined:
return-done = ↩️ You have returned this order.
return-too-late = 🙅 The time to return this order is over. Write to the seller.
return-moved-on = 🙅 The return of this order is under way or decided already.

## Giving back and more, the seller's side
sell-begin = 🛠 Start on it
sell-money-coming-back = <b>{ $total }</b> · { $sum } on its way back
sell-return-asked = ↩️ The buyer wants to give it back
sell-return-accepted = ↩️ Return accepted. Once the work is with you, choose what becomes of it.
sell-return-declined = ❌ Return declined
sell-return-restocked = ↩️ Came back, for sale again
sell-return-written-off = ↩️ Came back, written off
sell-return-accept = ✅ Accept the return
sell-return-decline = ❌ Decline
sell-return-back = ↩️ Back for sale
sell-return-off = 🗑 Write off
sell-return-yes = 💸 Yes, refund
sell-return-here = 📍 Where it was got
sell-return-how = ↩️ How may order { $number } come back? Write where and when: the buyer reads it.
sell-return-why = ❌ Why is the return of { $number } declined? The buyer reads these words.
sell-return-back-sure = ↩️ Is order { $number } with you? { $amount } goes back to the buyer, and the works are for sale again.
sell-return-off-sure = 🗑 Is order { $number } with you? { $amount } goes back to the buyer, and the works are written off.
sell-edit-return-within = ✏️ Return period
sell-ask-term-return-within = ✏️ For how many days after the hand-over may an order be returned? For example: <code>7</code>. “no” for none, “-” keeps it.
tell-mismatch-amount = { $came } came, the order says { $wanted }.
tell-mismatch-test = A test payment in a live shop, or the other way round: { $came }.
tell-mismatch-other = The payment belongs to something else: { $came }.
tell-mismatch-payment = Payment at YooKassa: <code>{ $payment }</code>
tell-mismatch-next = Refund it in YooKassa’s cabinet and press “Check again”, or write to the buyer.
tell-mismatch-again = Checked again: it still differs and has not been refunded.
sell-mismatch-check = 🔄 Check again
why-return = came back
sell-term-return-within =
    { $days ->
        [0] Returns: none
        [one] Returns: { $days } day after the hand-over
       *[other] Returns: { $days } days after the hand-over
    }
