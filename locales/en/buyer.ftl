# What a buyer sees and presses.

## Buttons: an emoji that is the same everywhere, 20 characters at most
to-home = 🏠 Home
to-catalogue = 🛍 Catalogue
to-other-works = 🛍 Similar works
to-cart = 🛒 Cart
to-cart-filled = 🛒 Cart · { $count }
to-orders = 📦 My orders
to-all-orders = 📦 All orders
to-order = 📦 { $number }
to-languages = 🌐 Language
to-help = ℹ️ Help
to-desk = 🧰 Seller’s desk
back = ⬅️ Back
leaf-previous = ◀️ Previous
leaf-next = ▶️ More
leaf-newest = ◀️ Newest
all-works = 🛍 All works
buy-now = ⚡ Buy now
add-to-cart = ➕ Add to cart
check-out = ✅ Check out
cart-tidy = 🗑 Remove what's gone
cart-instead = 🛍 Similar
cart-take = ➕ Take
check-out-rest = ✅ Buy what is there
go-on = ➡️ Continue
go-pay = 💳 Pay
other-place = 📍 Another place
other-time = 🕒 Another time
share-phone = 📞 Share my number
pay-online = 💳 Pay online
pay-at-pickup = 🤝 Pay at pickup
pay-link = 💳 Pay
check-payment = 🔄 Check payment
look-again = 🔄 Refresh
wrap-on = 🎁 Wrap +{ $price }
wrap-off = 🎁 No gift wrap
note-add = ✍️ Note to artist
note-change = ✍️ Note ✓
note-drop = 🗑 Remove the note
buy-as-usual = ⚡ Buy as last time
other-phone = 📞 Another number
remember = 💾 Remember this
remember-not = 💾 Do not remember
remember-yes = 💾 Yes, remember
show-qr = 🔳 Show QR
order-again = 🔁 Order again
cancel = ❌ Cancel
cancel-order = ❌ Cancel order
cancel-yes = ❌ Yes, cancel
cancel-no = ⬅️ Keep it
info-help = ℹ️ How to buy
info-privacy = ℹ️ Your data
info-terms = ℹ️ Terms
info-paysupport = ℹ️ Payments

## Home
home =
    <b>{ $shop }</b>

    Choose a work: we hold it while you check out, and write when it is ready to collect.
link-unknown = 🙅 This link does not open anything any more. The shop, though, is open.
not-understood = 🙅 That was not understood. Works are in the catalogue, purchases under orders.
not-understood-kind = 🙅 Messages of this kind cannot be read here. Choose with a button what you need.
button-stale = This button is out of date; here is a fresh screen.
languages = Which language suits you?
language-chosen = English it is.

## Catalogue
catalogue-title = <b>Catalogue</b>
catalogue-categories = <b>Catalogue</b>
category-title = <b>{ $title }</b>
catalogue-empty = Nothing here yet: the first works will come soon.
catalogue-empty-seller = Nothing here yet. Send a photo with a caption (title, price, technique, size) and the work appears.
works-count =
    { $count ->
        [one] { $count } work
       *[other] { $count } works
    }

## Card of a work
card-title = <b>{ $title }</b>
card-price = <b>{ $price }</b>
card-price-lowered = <s>{ $before }</s> <b>{ $price }</b>
edition-copy = copy { $number } of { $size }
edition-size = edition of { $size }
left-only = One of a kind
left-last = The last one left
left-of-edition = { $count } of { $size } left
left-count = In stock: { $count }
left-held = On hold right now: somebody is checking out. It may still come free.
left-sold-one = This work is sold
left-sold-all = Sold out
card-seen-at = On view: { $places }
added-to-cart =
    { $count ->
        [1] Added to your cart
       *[other] In your cart now: { $count }
    }
in-cart-already = This work is in your cart already, and there is only one.

## Cart
cart-title = <b>Cart</b>
cart-empty = Your cart is empty so far. The catalogue is a good place to start.
cart-line-gone = This work is no longer for sale
cart-dearer = the price has gone up, it was { $before }
cart-cheaper = the price has gone down, it was { $before }
cart-sold = sold by now
cart-fewer = only { $count } left
cart-held = on hold right now, may come free
cart-not-ready = You can check out what is there, and remove or exchange what is gone.
cart-hold-ended = ⌛ The hold ended { $at }. Your cart is as it was, and you can check out again.
cart-instead-head = 🛍 Instead of { $title } you could take:
cart-instead-none = 🛍 Nothing like { $title } is on sale right now. The catalogue has more.
cart-swapped = Exchanged
minutes-left = { $minutes } min
no-more-pieces = That is all there is.

## Works, sum and place of an order
order-line = { $title } — { $price }
order-lines = { $title } × { $count } — { $price }
order-wrap = 🎁 Gift wrapping — { $price }
card-as-usual = ⚡ As last time: { $choice }
way-online = paid online
way-at-pickup = paid at pickup
order-more-lines =
    { $count ->
        [one] and { $count } more line
       *[other] and { $count } more lines
    }
order-total = Total: <b>{ $sum }</b>
pickup-heading = Collect at:
pickup-when = When: { $when }
pickup-phone = Phone: { $phone }
held-for-you = ⏳ Held for you { $until }
held-still = It is held for you { $until }.

## Checkout
ask-pickup = Where would you like to collect it? Pickup is free.
point-title = <b>{ $title }</b>
point-address = <a href="{ $url }">{ $address }</a>
point-there = the work is there
point-in-days = in { $least }–{ $days } days
point-in-just =
    { $days ->
        [one] in a day
       *[other] in { $days } days
    }
point-over = { $title }: ended on { $day }
point-too-late = { $title }: closes on { $day }, the work cannot be there in time
point-full = { $title }: all times are taken
points-nearest = 🧭 Find the nearest
points-all = 📍 All points
on-the-map = 🗺 On the map
share-location = 📍 Where I am
ask-near = 🧭 Where from? Share your location with the button below, or type a street, a district, a metro station. It is not kept.
near-found = 🧭 { $place } is the nearest: { $distance }.
near-unknown = 🧭 Our points are not on the map yet. Here are all of them.
near-named =
    { $count ->
        [one] 🧭 { $count } point fits { $what }.
       *[other] 🧭 { $count } points fit { $what }.
    }
near-not-named = 🧭 No point fits { $what }. Here are all of them; you can also share your location.
ask-slot = What time suits you { $day }? Place: { $place }.
no-slots = There are no free times here at the moment.
ask-phone = How can we reach you if anything changes?
ask-phone-how = Send your number with the button below, or type it.
phone-noted = Noted: { $phone }.
remember-ask =
    💾 Remember the place, the way to pay and the phone number, if you gave one, for your next purchase?

    Then it is two taps from a work to its payment. Only the last choice is kept, and only for this. It can be forgotten at any time: here or in /privacy.
remembered = 💾 This choice will be remembered for your next purchase.
note-ask = ✍️ A few words to the artist: whom it is for, what you would like. Up to { $limit } characters, read together with the order.
note-yours = ✍️ Note to the artist: { $note }
link-preparing = 💳 Order { $number }: preparing the payment link, <b>{ $sum }</b>
link-ready = 💳 Order { $number } is waiting for payment: <b>{ $sum }</b>
link-until = Held for you { $until }. We write as soon as the money arrives.
checking-payment = Checking the payment. It usually takes less than a minute; we will write.
checking-toast = Checking the payment
payment-trouble = ⚠️ The payment for order { $number } could not be opened.
payment-trouble-next = No money was taken. Try again, or pay at pickup.
hold-over = ⌛ The hold has ended. Back on sale: { $what }.
hold-over-next = If you would still like it, you can start once more.
checkout-cancelled = ⌛ The hold is released. Back on sale: { $what }.

## Orders
orders-title = <b>My orders</b>
orders-empty = No orders yet. Once there are, you will see here where they are and when to collect them.
orders-line =
    <b>{ $number }</b> · { $state }
    { $what } — { $sum }
order-title = 📦 <b>Order { $number }</b>
state-words =
    { $state ->
        [draft] being placed
        [awaiting_payment] awaiting payment
        [accepted] accepted
        [in_work] in progress
        [ready] ready for pickup
        [handed_over] handed over
        [cancelled] cancelled
        [asked] awaiting a delivery price
        [quoted] delivery price awaits your answer
        [sent] on its way
        [received] received
       *[expired] hold ended
    }
money-paid = Paid
money-at-pickup = To pay at pickup: { $sum }
money-coming-back = { $sum } is on its way back to you
money-back = The money has been returned
todo-pay = Only the payment is left: held { $until }.
todo-pay-soon = Only the payment is left.
todo-nothing = Nothing to do for now: we will write when it is ready to collect.
todo-thanks = Thank you for choosing us.
todo-expired = The payment did not come in time. If you would still like it, order again.
ready-code = Pickup code: <code>{ $code }</code>
ready-until = It waits for you { $until }.
cancel-ask = Cancel order { $number }: { $what }?
cancel-ask-money = Your payment comes back in full: { $sum }.
order-cancelled = ❌ Order { $number } is cancelled.
order-cancelled-paid = ❌ Order { $number } is cancelled; your payment comes back in full.
code-caption = Order { $number }: show this QR code at pickup, or say the code <code>{ $code }</code>.

## What has to be said
seller-link = <a href="tg://user?id={ $id }">{ $name }</a>
terms-title = <b>Terms</b>
terms-seller = Seller: { $seller }
terms-inn = Taxpayer number: { $inn }
terms-where = Offer, delivery and returns: { $url }
terms-missing =
    <b>Terms</b>

    “{ $shop }” has not published its terms yet. Until it does, online payment is closed; you can pay at pickup.
paysupport =
    <b>Questions about a payment</b>

    Write to the seller: { $seller }. Give the number of the order, such as V-1042: you find it under “My orders”.

    For a cancelled order the money comes back in full, the way it came. To a card it takes minutes, sometimes a few days.

## Menu and description
command-start = Home
command-catalog = Catalogue
command-cart = Cart
command-orders = My orders
command-search = Search
command-help = How to buy
command-language = Language
command-privacy = Your data
command-terms = Terms
command-paysupport = Questions about a payment
command-stop = Receive no messages
command-desk = Seller’s desk
command-add = How to add a work
command-board = The shop’s orders
command-stock = Count: /stock SKU 3
command-sold = Sold elsewhere: /sold SKU
command-hold = Set aside: /hold SKU
command-ready = Ready for pickup: /ready V-1042
command-give = Hand over by code: /give 123456
command-why = Why this count: /why SKU
command-figures = Figures
bot-description = Works straight from their maker. Choose one: we hold it while you check out, and write when it is ready to collect.
bot-short-description = Works straight from their maker: choose, pay, collect.
