## Moving pieces between places
move-open = ➡️ Przenieś
move-head = ➡️ <b>{ $title }</b> <code>{ $sku }</code>
move-lies = { $place }: wolne { $count } szt.
move-from = Skąd zabrać?
move-to = Dokąd?
move-how-many = Ile sztuk przenieść? Dokąd: { $place }.
move-all = Wszystkie ({ $count })
move-none-free = Nie ma wolnych sztuk: wszystkie są obiecane lub sprzedane.
move-nowhere = Na razie jest jedno miejsce. Można dodać drugie, na przykład targi z datami.
move-back = ↩️ Przenieś z powrotem
moved = ➡️ Przeniesiono: { $here } → { $there }, { $count } szt.
why-moved = przeniesiono
