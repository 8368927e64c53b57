# Service messages to a buyer: the first words say what has happened, even in a notification.

went-wrong = ⚠️ Something went wrong, and we are looking into it. Please try again a little later.

hold-reminder = ⏳ Held { $until }: { $what }.
hold-reminder-next = Not much time is left: finish the checkout to keep the hold.
hold-ended-unpaid = ⌛ Order { $number } was not paid in time, the hold has ended.
hold-ended-bank = ⌛ The payment for order { $number } failed, the hold has ended.
hold-ended-bank-next = The bank declined it and no money was taken. Please try another card.
order-paid = 🎉 Order { $number } is paid: <b>{ $sum }</b>
order-accepted = 🎉 Order { $number } is accepted
payment-checked = ⚠️ The payment for order { $number } is being checked.
payment-checked-next = It has arrived but differs from the order. The seller knows and will get in touch; there is nothing to do for you.
money-back-late = 😔 Order { $number } cannot be filled; <b>{ $sum }</b> goes back to you. The payment came after the hold, and meanwhile somebody bought { $what }. We are sorry.
money-back-double = 💸 <b>{ $sum }</b> goes back to you: order { $number } was paid twice. We are sorry.
money-back-cancelled = 💸 <b>{ $sum }</b> goes back to you: order { $number } was cancelled before it was paid.
money-back-when = The full sum comes back, the way it came. It usually takes minutes, sometimes a few days: that depends on the bank.
order-ready = 👌 Order { $number } is ready for pickup.
order-waiting = 👌 Order { $number } is waiting for you.
order-last-day = 👌 The last day is near: order { $number } waits { $until }.
bring-money = To pay there: <b>{ $sum }</b>
bring-nothing = All is paid: you only need the code.
order-handed-over = 🤲 Order { $number } has been handed over.
refunded = 💸 Order { $number }: we have returned <b>{ $sum }</b>.
refunded-online = To a card it takes minutes, sometimes a few days: that depends on the bank.
refunded-by-hand = The money was returned the way you had paid.
order-called-off = ❌ The seller has cancelled order { $number }.
called-off-unpaid = Nothing was charged. You can ask the seller about it: /paysupport
sold-elsewhere = 😔 The hold is off, it was sold elsewhere: { $what }.
sold-elsewhere-next = This happens when a work is bought right at an exhibition. We are sorry; nothing was charged.
