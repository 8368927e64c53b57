## Moving pieces between places
move-open = ➡️ Move
move-head = ➡️ <b>{ $title }</b> <code>{ $sku }</code>
move-lies = { $place }: { $count } pcs free
move-from = Take from where?
move-to = Where to?
move-how-many = How many go to { $place }?
move-all = All { $count }
move-none-free = No piece is free: all are promised or sold.
move-nowhere = There is only one place yet. Add a second one, for example a fair with its dates.
move-back = ↩️ Move back
moved = ➡️ Moved: { $here } → { $there }, { $count } pcs
why-moved = moved
