# What waits on the seller's desk.

desk-conflicts = ⚠️ Sold twice: { $count }
desk-mismatches = ⚠️ Payments that do not match: { $count }
desk-refunds = 💸 Money on its way back: { $count }
desk-returns = ↩️ Returns in progress: { $count }
desk-low = 📉 Running out: { $count }
desk-door-conflicts = ⚠️ Conflicts · { $count }
desk-door-mismatches = ⚠️ Payments · { $count }
desk-door-refunds = 💸 Refunds · { $count }
desk-door-returns = ↩️ Returns · { $count }
desk-door-low = 📉 Low stock · { $count }
desk-today = Today: <b>{ $came }</b>
desk-today-back = Today: <b>{ $came }</b>, given back { $back }
pile-conflicts = ⚠️ <b>Sold here and elsewhere.</b> Call off an order that is too much, or correct the count of the work.
pile-mismatches = ⚠️ <b>Payments that do not match their orders.</b> Hand nothing over until they are cleared up.
pile-refunds = 💸 <b>Money on its way back</b>
pile-returns = ↩️ <b>Returns in progress</b>
pile-low = 📉 <b>Running out</b>
pile-empty = 🧰 All of this has been settled.
pile-conflict-line = { $title } <code>{ $sku }</code>: missing { $count }
pile-unknown-line = <code>{ $sku }</code> is not in the shop, “{ $channel }” sold it. ✅ when it is cleared up there.
pile-low-line = { $title } <code>{ $sku }</code>: left { $count }
pile-closed = Settled
pile-was-closed = This was settled already
