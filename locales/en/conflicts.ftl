# Sold here and elsewhere: the seller's card with its ways out, and what the buyer reads.

conflict-head =
    { $count ->
        [one] ⚠️ <b>{ $title }</b> <code>{ $sku }</code> was sold here and elsewhere. { $count } piece is missing.
       *[other] ⚠️ <b>{ $title }</b> <code>{ $sku }</code> was sold here and elsewhere. { $count } pieces are missing.
    }
conflict-head-counted =
    { $count ->
        [one] ⚠️ <b>{ $title }</b> <code>{ $sku }</code>: more is promised than there is. { $count } piece is missing.
       *[other] ⚠️ <b>{ $title }</b> <code>{ $sku }</code>: more is promised than there is. { $count } pieces are missing.
    }
conflict-head-absent =
    { $count ->
        [one] ⚠️ <b>{ $title }</b> <code>{ $sku }</code>: more was sold elsewhere than there was. { $count } piece is missing, no order here is touched.
       *[other] ⚠️ <b>{ $title }</b> <code>{ $sku }</code>: more was sold elsewhere than there was. { $count } pieces are missing, no order here is touched.
    }
conflict-here-paid = Here: { $number }, { $total }, paid
conflict-here-unpaid = Here: { $number }, { $total }, to be paid when collected
conflict-here-sent = Here: { $number }, { $total }, on its way to the buyer
conflict-there = There: “{ $place }”, sale { $sale }
conflict-there-till = There: sold in person
conflict-and-more = …and more: { $count }
conflict-deadline = If nothing is decided, { $when } order { $orders } is called off and what was paid goes back to the buyer.
conflict-more = ✅ I have one more
conflict-more-all = ✅ I have { $count } more
conflict-there-cancel = ↩️ Cancel there
conflict-here-refund = 💸 Refund here
conflict-here-call-off = ❌ Call off here
conflict-decide = ⚠️ Decide
conflict-sure = 💸 Give { $amount } back to the buyer and call off order { $number }?
conflict-sure-unpaid = ❌ Call off order { $number }? It is not paid yet, and the buyer will be told.
conflict-sure-works = Different works in this order: { $count }. The others will be for sale again.
conflict-sure-yes = 💸 Yes, give back
conflict-sure-yes-unpaid = ❌ Yes, call off
conflict-over-one-more = ✅ <b>{ $title }</b> <code>{ $sku }</code>: there was more of it, all orders stand.
conflict-over-cancelled-there = ✅ <b>{ $title }</b> <code>{ $sku }</code> stays with the buyer here. The sale elsewhere is off: if it still stands there, cancel it there too.
conflict-over-refunded = ✅ <b>{ $title }</b> <code>{ $sku }</code> goes to whoever bought it elsewhere. The order here is called off, what was paid goes back to the buyer.
conflict-over-overdue = ⌛ <b>{ $title }</b> <code>{ $sku }</code>: the time to decide is over. The order here is called off, what was paid goes back to the buyer.
conflict-over-other = ✅ <b>{ $title }</b> <code>{ $sku }</code>: nothing is left to decide, there is enough for all.
conflict-over-orders = Orders called off: { $orders }
conflict-unknown = ⚠️ “{ $channel }” sold <code>{ $sku }</code>, which is not in the shop. Correct the SKU there, or add the work here. ✅ when it is cleared up.
conflict-unknown-close = ✅ Cleared up
conflict-unknown-over = ✅ <code>{ $sku }</code>: this has been cleared up.
no-such-conflict = 🙅 There is no such question here.
conflict-is-over = 🙅 This has been decided. Here is how it ended.
conflict-changed = 🙅 Something changed meanwhile. Here is how it stands.
sold-twice = 😔 Order { $number } cannot be put together: { $what } was bought elsewhere at the same time. We are sorry.
sold-twice-money = <b>{ $sum }</b> is on its way back, all of it and the way it came. Usually it takes a few minutes, sometimes a few days: that is up to the bank.
journal-conflict = sold twice
journal-said-one-more = there was more
journal-said-cancelled-there = cancelled there
journal-said-refunded = given back here
journal-said-overdue = time was up, given back
why-found = found
