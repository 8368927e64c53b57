# Refusals: what happened, and what to do next.

## Captions, prices and counts typed by a seller
caption-no-title = 🙅 There is no title yet. Put it first: “Sunset over the Neva, 12 000, oil on canvas”.
caption-title-too-long = 🙅 The title is longer than { $limit } characters: it has { $length }. Shorten it and put the rest after the price.
caption-no-price = 🙅 There is no price yet. Set it apart with commas: “Sunset over the Neva, 12 000, oil on canvas”.
caption-bad-price = 🙅 This does not read as a price: { $text }. Write it in digits, such as 12 000 or 12 000.50.
caption-price-not-positive = 🙅 A price has to be above zero. Write it in digits, such as 12 000.
caption-price-too-large = 🙅 A price cannot be above { $limit }. Please check for extra zeros.
caption-other-currency = 🙅 The price is in { $currency }, but the shop sells in { $shop_currency }. Convert it and send it again.
caption-bad-quantity = 🙅 This does not read as a quantity: { $text }. Write a whole number, such as 3.
caption-quantity-zero = 🙅 The quantity is zero, so there is nothing to sell. Give at least 1 pcs.
caption-quantity-too-large = 🙅 A quantity cannot be above { $limit }. Please check for extra zeros.
caption-several-quantities = 🙅 The caption names two different quantities. Leave one.
caption-bad-edition = 🙅 This does not read as an edition: { $text }. Write, for example, 3/30 or “edition of 30”.
caption-bad-size = 🙅 This does not read as a size: { $text }. Write, for example, 40×50 cm.

## Pictures
picture-too-large = 🙅 The file is larger than { $limit } MB. Send a smaller picture.
picture-too-many-pixels = 🙅 The picture has more than { $limit } megapixels. Make it smaller and send it again.
picture-unreadable = 🙅 This file does not open as a picture. Send a photo in JPEG, PNG or WebP.
picture-odd-shape = 🙅 The picture is too narrow: one side is more than { $limit } times the other. Crop it and send it again.

## Works
no-such-work = 🙅 This work is no longer in the catalogue. Have a look at what is there now.
unknown-sku = 🙅 There is no work with the SKU <code>{ $sku }</code>. Check it and send it again.
not-a-draft = 🙅 This is not a draft any more: the work has been listed or dropped.
price-not-chosen = 🙅 The price can be read in two ways. First choose the right one.
sold-out =
    { $available ->
        [0] 😔 This work has just been taken. It may still come free again.
        [one] 😔 There are not that many: { $available } piece is left.
       *[other] 😔 There are not that many: { $available } pieces are left.
    }

## Checkout
empty-cart = 🙅 The cart is empty so far. Choose a work in the catalogue.
hold-ended = ⌛ The time of the hold is over and the works are free again. You can start once more.
no-places = 🙅 There is nowhere to collect works right now. Write to the seller, who will know a way.
bad-phone = 🙅 This number cannot be called. Send it with the country code, such as { $example }.
not-own-contact = 🙅 This is somebody else’s contact. Press the button below to share yours, or type your number.
no-wrapping = 🙅 Gift wrapping is not offered now. The order is as it was.
note-too-long = 🙅 That is { $count } characters, and { $limit } fit. Please send something shorter.
bad-term-price = 🙅 This price can be read in two ways. Write it without dots and commas, such as <code>350</code>.
online-not-offered = 🙅 Online payment is not available right now. You can pay at pickup.

## Places
no-such-place = 🙅 This pickup point is gone. Choose another one.
slot-taken = 🙅 This time is taken already. Choose another one.
place-out-of-reach = 🙅 The work cannot be there in time. Please choose another point.
last-place = 🙅 This is the only pickup point. Add another one first.

## Orders
no-such-order = 🙅 There is no such order here. Your orders are under 📦.
order-moved-on = 🙅 The order has moved on. This is how it stands now.
wrong-code = 🙅 No order has this code. Check the six digits and type them again.
cannot-cancel = 🙅 This order cannot be cancelled any more. Write to the seller, who will help.
nothing-to-refund = 🙅 There is nothing to refund: all the money is back or on its way back.
not-paid-yet = 🙅 The order is not paid yet. Take the payment first.

## Sales channels
channel-exists = 🙅 There is a channel { $code } already.
no-such-channel = 🙅 There is no channel { $code }.
sale-differs = 🙅 Another sale is recorded under this number.
cursor-too-old = 🙅 This cursor is no longer good. Begin the feed again.

## Rights
not-allowed = 🙅 Only the seller can do that. Your purchases and the catalogue are on the home screen.

## Typed by a seller
price-two-readings = 🙅 Is it { $low } or { $high }? Write the price without a dot, such as 12 000 or 12 000.50.
count-or-price = 🙅 It is not clear whether { $count } is a count or a price: { $hand } on hand. Write both, such as 1 12000.
bad-hours = 🙅 For how many hours? Write a whole number from 1 to { $limit }.
bad-cost = 🙅 What did one piece cost to make? Write a number, for example “cost: 3000”.
bad-fee = 🙅 A fee is a percentage from 0 to 100, for example 3.5.
no-order-number = 🙅 There is no order { $text }. Check the number, it looks like V-1042.
care-too-long = 🙅 That is { $length } characters; it may be { $limit } at most. Say it more briefly.
bad-category = 🙅 The name of a category has one letter to { $limit } characters. Write it again.
place-not-understood = 🙅 “{ $text }” is not clear. The order is: title; address; hours, the rest after “;”.
place-incomplete = 🙅 A title and an address are needed, with “;” between: Studio; 12 Prechistenka St, Moscow; Tue–Sun 12–20.
place-too-long = 🙅 The part “{ $text }…” is longer than { $limit } characters. Shorten it and send it again.
bring-days-not-understood = 🙅 “{ $text }” is not clear. Send a number of days or a range such as 2–3, at most { $limit }.
hours-not-understood = 🙅 “{ $text }” is not clear. Write, for example: Mon–Fri 11–19, Sat 12–16, closed January 1–8.
dates-not-understood = 🙅 The dates { $text } cannot be taken. Write days to come, in order, such as 23.11.2026–24.11.2026.
slots-not-understood = 🙅 “{ $text }” cannot be read. Write, for example, slots tue-sun 12-20 every 60 min for 2.
bad-seller-name = 🙅 The seller’s name has one letter to { $limit } characters. Write it again.
bad-inn = 🙅 The tax number has 10 digits for a company and 12 for a person. Check it and send it again, “no” for none.
bad-url = 🙅 A link that begins with https:// is needed, such as https://example.org/terms.
bad-minutes = 🙅 Write a whole number of minutes from 1 to { $limit }.
bad-days = 🙅 Write a whole number of days from 1 to { $limit }.
hold-above-most = 🙅 That is above the longest hold: { $most } min. Raise the longest hold first.
most-below-hold = 🙅 The longest hold cannot be below the hold itself: { $least } min.
not-that-many = 🙅 There are only { $count }.
not-free = 🙅 Only { $count } pcs are free: the rest is promised or sold. Choose once more.
nothing-packed = 🙅 Nothing is ticked yet. Tick works and press ✅.
no-such-trip = 🙅 Nothing has been taken there yet.
no-such-round = 🙅 That count is over. Begin a new one under 🏷.
nothing-to-count = 🙅 By the books nothing is there. Choose another place.
request-differs = 🙅 This was told before, with other contents.
request-runs = 🙅 This is being worked on: ask again in a moment.
stock-moved = 🙅 The number has moved: it is { $count } now.
which-place = 🙅 Name the place that is meant.
no-such-sale = 🙅 There is no such sale.
no-such-hold = 🙅 There is no such hold.
channel-hold-over = 🙅 The hold has ended.
no-reason = 🙅 Say how many and why, for example: 2 broken on the way.
invitation-over = 🙅 This invitation has been used or is too old. Ask the owner for a new one.
no-such-member = 🙅 This person no longer works here.
not-your-right = 🙅 You have no right to do that. The shop’s owner can give it.
undo-too-late = 🙅 Too late: undoing works for 15 minutes. Please change it by hand.
undo-changed-since = 🙅 Nothing to undo: it was undone already, or changed since.
