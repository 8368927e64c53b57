# Delivery by courier or post: how it is chosen, what it costs, and how it travels.

## The choice
delivery-or = Or have it delivered:
delivery-which = How shall we deliver it?
way-price = { $title } — { $price }
way-free-from = { $title } — { $price }, free from { $least }
way-free = { $title } — free
way-later = { $title } — the seller will name the price
delivery-heading = Delivered to:
delivery-days = Takes: { $days }
other-way = 🚚 Another way
change-address = ✏️ Address
ask-address = Where shall we deliver it? Write the address in one message: postcode, city, street, house, flat and who receives it.
address-now = Now: { $address }

## The price that is told later
ask-price = 📨 Ask the price
ask-price-note = The seller will name the price for your address. We keep the works for you meanwhile, and you decide whether it suits you.
quote-waiting = 📨 Order { $number }: the seller is working out the delivery
quote-waiting-until = Kept for you { $until }. We will write as soon as there is a price.
quoted = 🚚 Delivery of order { $number }: <b>{ $price }</b>
quoted-again = ⏳ Delivery of order { $number } awaits your answer: <b>{ $price }</b>
quoted-until = Kept for you { $until }.
accept-pay = ✅ Accept and pay
accept-on-receipt = 🤝 Pay on delivery
decline-price = ❌ Decline
collect-instead = 📍 I will collect it
offer-open = 🚚 Delivery price
delivery-refused = 😔 Order { $number } cannot be delivered to this address.
delivery-refused-next = The hold is over and nothing was charged. You can order again and choose another way.
quote-over = ⌛ The seller did not name a delivery price for order { $number } in time, the hold is over.
quote-over-unanswered = ⌛ The delivery price of order { $number } was not answered, the hold is over.
payment-trouble-again = Nothing was charged. Please try again or write to the seller.

## On its way
parcel-sent = 🚚 Order { $number } is on its way.
parcel-arrived = 📦 Has order { $number } reached you?
parcel-arrived-next = If the work is with you, press “Received”. If not, write to the seller.
parcel-not-sent = 🕒 Order { $number } has not left after all: we wrote too early. We will write when it is on its way.
parcel-came = ✅ Order { $number } is with you.
parcel-track = Tracking number: <code>{ $track }</code>
parcel-follow = 🔎 Where is it
parcel-received = ✅ Received
parcel-pay = To pay on delivery: <b>{ $sum }</b>
step-priced = Delivery priced
step-sent = Sent
step-received = Received
todo-asked = Nothing to do: we will write when the seller names the price of delivery.
todo-quoted = The seller has named the price of delivery: accept or decline it.
todo-travels = Nothing to do: we will write when it is sent.
todo-sent = When it is with you, press “Received”.
todo-sent-pay = Pay { $sum } on delivery.

## Refusals
no-such-way = 🙅 This way of delivery is gone. Please choose another one.
delivery-moved-on = 🙅 Something about the delivery has changed. Please open the order anew.
bad-address = 🙅 Nobody can deliver to that. Write the city, street and house in words, { $limit } characters at most.
quote-changed = ⚠️ The price of delivery has changed. Here is the new one.
quote-by-colleague = 🙅 A colleague has named a price already. Here it is: you can change it.
to-be-sent = 🙅 This order is delivered. Open it and press “Sent”.
bad-way = 🙅 I do not understand “{ $text }”. The order is: name; price; where to; how long.
bad-delivery-sum = 🙅 I cannot read the price “{ $text }”. Write, for example, 500 or “free”.
bad-quote-hours = 🙅 Write a whole number of hours from 1 to { $limit }.
bad-track = 🙅 A number or a link, { $limit } characters at most.

## The seller: ways
sell-settings-delivery = 🚚 Delivery
sell-ways-head = 🚚 <b>Delivery</b>
sell-ways-none = 🚚 No delivery yet: buyers collect their works. Add a courier or post.
sell-quote-times =
    To name a price: { $within } h, then the hold ends.
    The buyer’s answer is awaited: { $stands } h.
sell-way-add-courier = 🚚 New courier
sell-way-add-post = 📦 Post or carrier
sell-ask-way-courier =
    🚚 Describe the courier in one message: name; price; where to; how long.
    <code>Courier; 500 from 10000 free; Moscow; 1–2 days</code>
    Instead of a price you may write “free”, or “later”: then you name it for each order.
sell-ask-way-post =
    📦 Describe the post in one message: name; price; where to; how long.
    <code>Post; later; worldwide; 5–20 days</code>
    “Later”: you name the price for each order. A sum works too: 350, or “350 from 5000 free”.
sell-ask-way-anew =
    ✏️ Send the description anew, “-” keeps it. Now it is:
    <code>{ $way }</code>
sell-way-note = This is how buyers will see it.
sell-way-off = 🙈 Off: buyers do not see it.
sell-way-unpayable = ⚠️ Buyers do not see it: the shop takes no online payments. Allow paying on delivery.
sell-way-on-receipt = Can be paid for on delivery
sell-way-turn-on = ✅ Turn on
sell-way-turn-off = 🙈 Turn off
sell-way-receipt-on = 🤝 On delivery too
sell-way-receipt-off = 💳 In advance only
sell-way-give-up = 🗑 Remove
sell-way-give-up-sure = 🗑 Remove “{ $title }”? New orders will not see it, earlier ones keep it.
sell-way-give-up-yes = 🗑 Yes, remove
sell-edit-quote-within = ⏳ Time to price
sell-edit-quote-stands = ⏳ Time to answer
sell-ask-quote-within = ⏳ Within how many hours will you name a price of delivery? The works are held meanwhile. For example: <code>24</code>. “-” keeps it.
sell-ask-quote-stands = ⏳ How many hours is the buyer’s answer awaited? The works are held meanwhile. For example: <code>24</code>. “-” keeps it.

## The seller: one order
sell-order-asked = 📨 <b>{ $number }</b> — name the price of delivery
sell-order-quoted = ⏳ <b>{ $number }</b> — priced, waiting for the buyer
sell-order-sent = 🚚 <b>{ $number }</b> — on its way
sell-order-received = ✅ <b>{ $number }</b> — received
sell-state-asked = to price
sell-state-quoted = awaits an answer
sell-state-sent = on its way
sell-state-received = received
sell-order-address = Address: <code>{ $address }</code>
sell-order-held = The works are held { $until }
sell-quote = 💰 Name a price
sell-quote-again = 💰 Another price
sell-refuse = ❌ Do not deliver
sell-refuse-sure = ❌ Not deliver order { $number }? It will be cancelled, the works will be for sale again, and we will tell the buyer.
sell-refuse-yes = ❌ Yes, refuse
sell-ask-quote = 💰 What does the delivery of order { $number } cost? Write a sum, with the time if you like: <code>850; 3–5 days</code>
sell-send = 🚚 Sent
sell-delivered = 🤲 Delivered
sell-track = ✏️ Tracking number
sell-no-track = 🚚 No number
sell-not-sent = ↩️ Not sent
sell-not-sent-sure = ↩️ Order { $number } has not been sent after all? We will tell the buyer that it is still with you.
sell-not-sent-yes = ↩️ Yes, still here
sell-ask-track = 🚚 Order { $number }: send a tracking number, or a link to follow it by.
sell-refund-parts = 💸 Order { $number } is on its way or delivered. The works cost { $goods }, with delivery { $amount }. What shall go back?
sell-refund-goods = 💸 For the works
sell-refund-whole = 💸 All with delivery
sell-return-with-delivery = With delivery it would be { $amount }.
sell-quotes = 💰 Name prices
sell-desk-asked =
    { $count ->
        [one] Name a price of delivery: { $count } order
       *[other] Name a price of delivery: { $count } orders
    }
sell-desk-quoted =
    { $count ->
        [one] The buyer decides about delivery: { $count } order
       *[other] Buyers decide about delivery: { $count } orders
    }
sell-desk-sent =
    { $count ->
        [one] On its way: { $count } order
       *[other] On their way: { $count } orders
    }
tell-quote-asked = 📨 What does the delivery cost? Order <b>{ $number }</b> waits for your price.
tell-quote-due = ⏳ Order <b>{ $number }</b> waits for a price of delivery { $until }. Then the hold ends.
tell-quote-declined = ❌ The buyer gave up order <b>{ $number }</b>: the delivery did not suit. The works are for sale again.
tell-quote-collects = 📍 Order <b>{ $number }</b>: the delivery did not suit, the buyer is choosing where to collect. The works stay held.
tell-quote-missed = ⌛ No price of delivery was named for order <b>{ $number }</b> in time. The hold is over, the buyer was told.
tell-quote-unanswered = ⌛ The buyer did not answer the price of delivery of order <b>{ $number }</b>. The hold is over.
tell-received = ✅ The buyer has received order <b>{ $number }</b>.
tell-parcel-slow = ⚠️ Order <b>{ $number }</b> has been on its way for three weeks. Ask the buyer whether it has come.
sell-way-other = { $language }: { $words }
