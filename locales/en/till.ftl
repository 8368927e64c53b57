## The till
till-open = 🎪 Till
till-where = 🎪 Where are you selling?
till-head = 🎪 <b>Till</b>: { $place }
till-today = Today: { $count } pcs, <b>{ $total }</b> ({ $ways })
till-nothing-here = There is nothing here yet. Move works here or choose another place.
till-nothing-found = There is nothing like it here.
till-found = Found for “{ $words }”:
till-find = 🔎 Find
till-place = 📍 Place
till-ask-words = 🔎 Send a part of the title or a SKU.
till-work = <b>{ $title }</b> <code>{ $sku }</code>
till-sum =
    { $count ->
        [1] To pay: <b>{ $total }</b>
       *[other] To pay for { $count } pcs: <b>{ $total }</b>
    }
till-there = Here: { $count } pcs
till-cash = 💵 Cash
till-transfer = 🔁 Transfer
till-card = 💳 Card
till-cash-word = cash
till-transfer-word = transfer
till-card-word = card
till-price = ✏️ Another price
till-ask-price = ✏️ For how much? A sum or a discount: <code>11000</code>, <code>10%</code>.
till-instead = To pay: <b>{ $price }</b> instead of { $full }
till-sold =
    { $count ->
        [1] 🎪 Sold: { $title } — <b>{ $total }</b>, { $way }.
       *[other] 🎪 Sold: { $title } × { $count } — <b>{ $total }</b>, { $way }.
    }
till-next = 🎪 Next
till-undo = ↩️ Undo
till-undone = ↩️ Undone: { $title } is in stock again.
till-no-such-sale = 🙅 There is no such sale. Open the till again.
till-too-late = 🙅 A sale can be undone within two minutes. Now correct the count or take it back as a return.
till-not-a-price = 🙅 That is no price. Send a sum or a discount, for example 11000 or 10%.
till-more = ➕ One more
till-fewer = ➖ One fewer
till-left = Left here: { $count } pcs
till-left-here =
    { $count ->
        [0] No more of these here.
       *[other] Of these left here: { $count } pcs
    }
till-none-here = 🎪 { $title }: none is left here. If it has been handed to the buyer, record the sale: it comes off another place.
till-short-here = 🎪 { $title }: { $left } pcs are here and you are selling { $count }. If they have been handed over, record the sale: the rest comes off another place.
till-sure = ✅ Sold all the same
till-not-here = 🙅 Only { $count } pcs are left here. Open the till again.
