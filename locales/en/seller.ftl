# What a seller sees.

## Buttons that stand in many places
sell-add = 🆕 New item
sell-add-another = 🆕 Another item
sell-board = 📋 Orders
sell-stock-button = 🏷 Stock
sell-settings = ⚙️ Settings
sell-desk = 🧰 Seller’s desk
sell-back = ⬅️ Back
sell-back-stock = 🏷 All works
sell-leave = ❌ Not now
sell-open-work = 🖼 Open the work
sell-open-order = 📦 Open the order

## A new work
sell-add-how =
    🆕 <b>New item</b>
    Send a photo with a caption in one message:
    <code>Sunset over the Neva, 12 000, oil on canvas, 40×50, 2026</code>
    The title comes first, the rest after commas. Several pieces: “3 pcs”, an edition: “3/30”. An album is fine too.
    If there is one: “with certificate”; and on the last line “care: keep out of the sun”.
    For yourself: “cost 3000”. Buyers never see it.
sell-caption = 🆕 Now the caption: title, price and what else matters, with commas. For example: <code>Sunset over the Neva, 12 000, oil on canvas, 40×50</code>
sell-album-caption = 🆕 The album has no caption. Type it, and the first picture is taken. To take them all, send the album again with a caption.
sell-draft-sku =
    { $count ->
        [one] SKU <code>{ $sku }</code>, { $count } piece
       *[other] SKU <code>{ $sku }</code>, { $count } pieces
    }
sell-draft-note = This is what buyers will see. So far only you see it.
sell-draft-which-price = The price can be read in several ways. Which one is right?
sell-publish = 📣 Publish
sell-list = ✅ To the catalogue
sell-edit = ✏️ Edit
sell-category = 🗂 Category
sell-drop = ❌ Drop
sell-correct = ✏️ Send a whole new caption or only what changes: “15 000”, “3 pcs”, “40×60”, “oil on canvas”, a new title. “-” keeps it as it is.
sell-published = 📣 In the catalogue, the post is on its way to the channel
sell-listed = ✅ In the catalogue
sell-sku = SKU <code>{ $sku }</code>
sell-dropped = ❌ The draft is dropped. You can send the photo again at any time.

## A work for sale
sell-hidden = 🙈 Hidden from buyers
sell-cost = Cost { $cost }
sell-free = Free { $free } of { $hand }
sell-held = Held { $held }
sell-promised = In orders { $promised }
sell-short =
    { $count ->
        [one] ⚠️ { $count } piece more is promised than there is
       *[other] ⚠️ { $count } pieces more are promised than there are
    }
sell-count = 🏷 Set the count
sell-edit-price = ✏️ Price
sell-edit-title = ✏️ Title
sell-edit-cost = ✏️ Cost
sell-edit-care = ✏️ Care
sell-certificate = ✏️ Certificate
sell-certificate-on = ✏️ Certificate ✓
sell-hide = 🙈 Hide
sell-show = 👁 Show
sell-why = 🧾 Movements
sell-category-which = 🗂 Which category is “{ $title }” in?
sell-category-new = 🆕 New category
sell-ask-category = 🗂 What is the new category called? For example: <code>Paintings</code>
sell-ask-price = ✏️ The new price of “{ $title }”? It is { $price } now. “-” keeps it.
sell-ask-title = ✏️ A new title instead of “{ $title }”? “-” keeps it.
sell-ask-cost = ✏️ What did one piece of { $title } cost you to make? Now: { $cost }. Only you and those who see the money see it. “-” keeps it, “no” means not said.
sell-no-cost = not said
sell-ask-care = ✏️ How should one care for “{ $title }”? Now: { $care } “-” keeps it, 0 removes it.
sell-no-care = nothing is said.
sell-ask-count = 🏷 How many pieces of “{ $title }” (<code>{ $sku }</code>) are there? The books say { $count }. “-” keeps it.

## Stock
sell-stock = 🏷 <b>Works</b> and how many pieces can be bought
sell-stock-empty = 🏷 There is nothing in the catalogue yet. Begin with a photo.
sell-ask-stock = 🏷 Send the SKU and how many there are: <code>W-0042 3</code>
sell-counted = 🏷 <code>{ $sku }</code>: it was { $before }, now it is { $after }. Free: { $free }.
sell-counted-short = ⚠️ <code>{ $sku }</code>: it was { $before }, now it is { $after }. Orders need { $short } more than there are: cancel what is too much or correct the count.
sell-ask-sold = 🎪 What was sold? Send the SKU, how many and for how much: <code>W-0042 1 12000</code>. Count and price may be left out.
sell-sold =
    { $count ->
        [one] 🎪 Noted: <code>{ $sku }</code>, { $count } piece sold.
       *[other] 🎪 Noted: <code>{ $sku }</code>, { $count } pieces sold.
    }
sell-sold-short = ⚠️ Noted: <code>{ $sku }</code>, { $count } sold. { $short } missing: promised in orders already. Decide which order to cancel.
sell-sold-yielded = Unpaid holds ended, their buyers have been told: { $orders }
sell-ask-hold = ⏳ What should be set aside? Send the SKU and for how many hours: <code>W-0042 24</code>
sell-set-aside = ⏳ <code>{ $sku }</code>: one piece is set aside { $until }.
sell-ask-why = 🧾 Which work? Send its SKU: <code>W-0042</code>
sell-why-head = 🧾 <b>{ $sku }</b>
sell-why-line = { $when } · <b>{ $change }</b> · { $what }{ $order }
sell-why-nothing = Nothing has moved yet.
why-reserve = held
why-release = hold ended
why-allocate = promised in an order
why-hand-over = handed over
why-put-back = back for sale
why-count = counted
why-sale = sold elsewhere
why-listed = put up for sale
why-adjust = corrected
why-for-sale = for sale again
why-other = changed

## Orders
sell-order-draft = 🛒 <b>{ $number }</b> — being placed
sell-order-awaiting-payment = ⏳ <b>{ $number }</b> — awaiting payment
sell-order-accepted = 🆕 <b>{ $number }</b> — accepted, time to prepare it
sell-order-in-work = 🆕 <b>{ $number }</b> — in progress
sell-order-ready = 👌 <b>{ $number }</b> — ready, waits for the buyer
sell-order-handed-over = 🤲 <b>{ $number }</b> — handed over
sell-order-cancelled = ❌ <b>{ $number }</b> — cancelled
sell-order-expired = ⌛ <b>{ $number }</b> — time is over
sell-state-draft = being placed
sell-state-awaiting-payment = awaiting payment
sell-state-accepted = to prepare
sell-state-in-work = in progress
sell-state-ready = waits for the buyer
sell-state-handed-over = handed over
sell-state-cancelled = cancelled
sell-state-expired = time is over
sell-order-line = { $title } <code>{ $sku }</code>
sell-order-lines = { $title } <code>{ $sku }</code> × { $count }
sell-order-more =
    { $count ->
        [one] and { $count } more work
       *[other] and { $count } more works
    }
sell-order-buyer = Buyer: { $name }{ $nick }
sell-order-phone = Phone: { $phone }
sell-order-wrap = 🎁 Gift wrapping: { $price }
sell-order-note = ✍️ Note: { $note }
sell-term-gift-wrap-minor = Gift wrapping: { $price }
sell-term-no-wrapping = not offered
sell-edit-gift-wrap-minor = ✏️ Gift wrapping
sell-ask-term-gift-wrap-minor = ✏️ What does gift wrapping of an order cost? For example: <code>350</code>. “no” stops offering it. “-” keeps it.
sell-order-place = Pickup: { $title }
sell-order-slot = Time: { $when }
sell-order-kept = Kept { $until }
sell-money-paid = <b>{ $total }</b> · paid
sell-money-at-pickup = <b>{ $total }</b> · to be paid at pickup
sell-money-unpaid = <b>{ $total }</b> · not paid
sell-money-partly = <b>{ $total }</b> · { $paid } paid, { $due } due
sell-money-part-back = <b>{ $total }</b> · paid, a part returned, { $paid } kept
sell-money-refunded = <b>{ $total }</b> · refunded
sell-ready = 👌 Ready for pickup
sell-hand-over = 🤲 Hand over
sell-refund = 💸 Refund
sell-call-off = ❌ Cancel the order
sell-longer = ⏳ Keep longer
sell-put-back = ↩️ Back for sale
sell-board-open = 📋 <b>Orders in progress</b>
sell-board-accepted = 📋 <b>To prepare</b>
sell-board-ready = 📋 <b>Ready, waiting for buyers</b>
sell-board-awaiting-payment = 📋 <b>Awaiting payment</b>
sell-board-done = 📋 <b>Closed orders</b>
sell-board-empty = There are no orders here yet.
sell-board-line =
    { $pieces ->
        [1]
            <b>{ $number }</b> · { $state }
            { $title } — { $total }
       *[other]
            <b>{ $number }</b> · { $state }
            { $title } × { $pieces } — { $total }
    }
sell-tab-open = 📋 In progress
sell-tab-accepted = 🆕 To prepare
sell-tab-ready = 👌 Ready
sell-tab-awaiting-payment = ⏳ Unpaid
sell-tab-done = 🤲 Closed
sell-ask-ready = 👌 Which order is ready? Send its number: <code>V-1042</code>
sell-kept-longer = ⏳ <b>{ $number }</b> — kept { $until }
sell-refund-sure = 💸 Refund { $amount } for order { $number }? The order is cancelled and its works are for sale again.
sell-refund-sure-done = 💸 Refund { $amount } for order { $number }?
sell-refund-yes = 💸 Yes, refund
sell-refunding = 💸 <b>{ $number }</b> — { $amount } on the way back, the buyer is told
sell-call-off-sure = ❌ Cancel order { $number }? Its works are for sale again, and the buyer is told.
sell-call-off-yes = ❌ Yes, cancel

## Handing over
sell-ask-code = 🤲 Which code did the buyer say? Six digits, such as <code>123456</code>, or the buyer’s name.
sell-ask-order-code = 🤲 Handing over { $number }: which code did the buyer say? Six digits.
sell-no-code = 🤲 Without a code
sell-how-paid = 🤲 { $number }: <b>{ $due }</b> to pay. How did the buyer pay?
sell-paid-cash = 💵 Cash
sell-paid-transfer = 📲 Transfer
sell-paid-card = 💳 Card

## The desk
sell-desk-head = 🧰 <b>Seller’s desk</b>
sell-desk-make =
    { $count ->
        [one] To prepare: { $count } order
       *[other] To prepare: { $count } orders
    }
sell-desk-ready =
    { $count ->
        [one] Ready and waiting for the buyer: { $count } order
       *[other] Ready and waiting for buyers: { $count } orders
    }
sell-desk-unpaid =
    { $count ->
        [one] Awaiting payment: { $count } order
       *[other] Awaiting payment: { $count } orders
    }
sell-desk-quiet = Nothing is urgent now. A new work is a photo with a caption, at any time.

## Alerts
tell-new-order = 🆕 Order <b>{ $number }</b> for { $total }, paid
tell-new-order-at-pickup = 🆕 Order <b>{ $number }</b> for { $total }, to be paid at pickup
tell-cancelled = ❌ The buyer has cancelled order <b>{ $number }</b>. Its works are for sale again.
tell-cancelled-paid = ❌ The buyer has cancelled order <b>{ $number }</b>. The money goes back, the works are for sale again.
tell-mismatch = ⚠️ The payment for order <b>{ $number }</b> does not match it. Hand nothing over.
tell-payment-trouble = ⚠️ The payment link for order <b>{ $number }</b> was refused: { $reason }. Check the keys and settings of YooKassa.
tell-refund-trouble = ⚠️ The money for order <b>{ $number }</b> did not go back: { $reason }. Refund again, or do it in the YooKassa cabinet.
tell-goes-back-late = ⚠️ Order <b>{ $number }</b> was paid when the work was gone. The money goes back in full.
tell-goes-back-double = ⚠️ Order <b>{ $number }</b> was paid twice. The second payment goes back.
tell-goes-back-cancelled = ⚠️ Order <b>{ $number }</b> was paid after it had been cancelled. The money goes back in full.
tell-refunded = 💸 { $amount } for order <b>{ $number }</b> went back to the buyer.
tell-conflict =
    { $short ->
        [one] ⚠️ Work <code>{ $sku }</code> was sold here and elsewhere: { $short } piece is missing. Cancel one of the orders or correct the stock.
       *[other] ⚠️ Work <code>{ $sku }</code> was sold here and elsewhere: { $short } pieces are missing. Cancel some of the orders or correct the stock.
    }
tell-unknown-sku = ⚠️ “{ $channel }” sold <code>{ $sku }</code>, which is not in the shop. Correct the SKU there, or add the work here.
tell-came-back =
    { $count ->
        [one] ⚠️ A sale at “{ $channel }” was cancelled: { $count } piece of <code>{ $sku }</code> is back. Look at it, then put it up for sale.
       *[other] ⚠️ A sale at “{ $channel }” was cancelled: { $count } pieces of <code>{ $sku }</code> are back. Look at them, then put them up for sale.
    }
sell-for-sale = ✅ Sell again
sell-is-for-sale = 🏷 <code>{ $sku }</code>: { $count } back on sale.
sell-now-for-sale = Back on sale: { $count }
sell-nothing-waits = Nothing is waiting: all of it is on sale.
tell-uncollected = ⚠️ Order <b>{ $number }</b> was not collected in time. Keep it longer or put it back for sale?
tell-parked = ⚠️ It was not possible to { $what }. Reason: { $error }
tell-parked-buyer = deliver a message to a buyer
tell-parked-seller = deliver a message to a seller
tell-parked-post = update a post in the channel
tell-parked-payment = reach the payment provider
tell-parked-refund = send money back
tell-parked-other = finish a piece of pending work

## Settings
sell-settings-head = ⚙️ <b>Settings</b>
sell-settings-places = 📍 Pickup points
sell-settings-terms = 📜 Terms
sell-settings-terms-missing = ⚠️ Without the seller’s name and a link to the terms, live payments stay off.
sell-settings-terms-head = 📜 <b>Terms of the shop</b>
sell-term-empty = not set
sell-term-seller-name = Seller: { $value }
sell-term-seller-inn = Tax number (INN): { $value }
sell-term-terms-url = Terms: { $value }
sell-term-hold = Held at checkout: { $minutes } min
sell-term-hold-max = At most: { $minutes } min
sell-term-pickup-keep =
    { $days ->
        [one] A ready order is kept: { $days } day
       *[other] A ready order is kept: { $days } days
    }
sell-edit-seller-name = ✏️ Seller
sell-edit-seller-inn = ✏️ Tax number
sell-edit-terms-url = ✏️ Link
sell-edit-hold = ✏️ Hold
sell-edit-hold-max = ✏️ Longest hold
sell-edit-pickup-keep = ✏️ Keeping
sell-ask-term-seller-name = ✏️ Who sells? A name as in documents: <code>Anna Belova</code>. “-” keeps it.
sell-ask-term-seller-inn = ✏️ Tax number (INN): 10 digits of a company, 12 of a person. “no” for none, “-” keeps it.
sell-ask-term-terms-url = ✏️ A link to the terms of sale: <code>https://example.org/terms</code>. “-” keeps it.
sell-ask-term-hold = ✏️ For how many minutes is a work held while the buyer checks out? For example: <code>15</code>. “-” keeps it.
sell-ask-term-hold-max = ✏️ For how many minutes at most is a work held at checkout? For example: <code>45</code>. “-” keeps it.
sell-ask-term-pickup-keep = ✏️ For how many days is a ready order kept? For example: <code>7</code>. “-” keeps it.
sell-places-head = 📍 <b>Pickup points</b>
sell-places-none = 📍 There is nowhere to collect an order now. Add a pickup point.
sell-place-add = 🆕 New point
sell-place-title = 📍 <b>{ $title }</b>
sell-place-address = { $address }
sell-place-hours = { $hours }
sell-place-set-hours = 🕒 Hours
sell-place-hours-today = A buyer now reads: { $today }
sell-place-hours-better = Hours are shown as written. 🕒 turns them into “today until 19:00”.
sell-ask-hours =
    🕒 When is “{ $title }” open? Write it as you like:
    <code>Mon–Fri 11–19, Sat 12–16, closed January 1–8</code>
    “no” takes the hours away, “-” keeps them.
sell-ask-hours-now = Now: { $hours }
sell-hours-understood = 🕒 “{ $title }”: <b>{ $hours }</b>
sell-hours-right = Is that right? You can also write it again.
sell-hours-yes = ✅ Right
sell-hours-no = ✏️ Not quite
sell-place-day = Only on { $day }
sell-place-days = { $first } — { $last }
sell-place-slots = Times to choose: { $slots }
sell-place-map = Marked on the map
sell-place-contact = The buyer’s phone is needed
sell-place-note = This is what buyers will see.
sell-place-way = 🧭 How to find it
sell-place-bring = 🚚 When it is there
sell-place-speak = 🌐 Other languages
sell-place-found = 🧭 { $how }
sell-ask-place-way = 🧭 How does one find “{ $title }” once nearby? For example: <code>left in the yard, bell 5</code>. “-” keeps it, “no” takes it away.
sell-place-now = Now: { $words }
sell-place-now-typed = Now: <code>{ $words }</code>
sell-ask-place-days = 🚚 In how many days is a work at “{ $title }” if it is not there yet? For example: <code>2–3</code>. 0: nothing has to be brought. “-” keeps it.
sell-place-tongues = 🌐 <b>“{ $title }” in other languages</b>
sell-place-tongue = <b>{ $language }</b>
sell-place-no-tongue = Not told yet: buyers read the shop’s own words.
sell-ask-place-tongue = 🌐 { $language }: what is “{ $title }” called? In one message: <code>title; address; how to find it</code>. The last part may be left out. “-” keeps it, “no” takes it away.
sell-place-contact-on = 📞 Ask for a phone
sell-place-contact-off = 📵 Without a phone
sell-place-close = ❌ Close the point
sell-place-close-sure = ❌ Close “{ $title }”? New orders will not see it, earlier ones keep it.
sell-place-close-yes = ❌ Yes, close it
sell-ask-place =
    📍 Describe the point in one message: title; address; hours.
    <code>Studio; 12 Prechistenka St, Moscow; Tue–Sun 12–20</code>
    After “;” you can add: fair or gallery, dates <code>23.11.2026–24.11.2026</code>, times to choose <code>slots tue-sun 12-20 every 60 min for 2</code>, coordinates <code>55.75, 37.60</code>.
sell-ask-place-anew =
    📍 Send the whole description again, “-” keeps it. This is how it stands:
    <code>{ $place }</code>

## 📊
sell-figures = 📊 Figures
