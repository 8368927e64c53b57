# Co czeka na sprzedawcę.

desk-conflicts = ⚠️ Sprzedane dwa razy: { $count }
desk-mismatches = ⚠️ Niezgodne płatności: { $count }
desk-refunds = 💸 Zwroty pieniędzy w toku: { $count }
desk-returns = ↩️ Zwroty prac w toku: { $count }
desk-low = 📉 Kończy się: { $count }
desk-door-conflicts = ⚠️ Konflikty · { $count }
desk-door-mismatches = ⚠️ Płatności · { $count }
desk-door-refunds = 💸 Pieniądze · { $count }
desk-door-returns = ↩️ Zwroty · { $count }
desk-door-low = 📉 Mało · { $count }
desk-today = Dzisiaj: <b>{ $came }</b>
desk-today-back = Dzisiaj: <b>{ $came }</b>, zwrócono { $back }
pile-conflicts = ⚠️ <b>Sprzedane tu i gdzie indziej.</b> Trzeba anulować nadmiarowe zamówienie albo poprawić stan.
pile-mismatches = ⚠️ <b>Płatności niezgodne z zamówieniami.</b> Do wyjaśnienia niczego nie wydawać.
pile-refunds = 💸 <b>Pieniądze wracają do kupujących</b>
pile-returns = ↩️ <b>Zwroty prac w toku</b>
pile-low = 📉 <b>Kończy się</b>
pile-empty = 🧰 Wszystko już załatwione.
pile-conflict-line = { $title } <code>{ $sku }</code>: brakuje { $count }
pile-unknown-line = <code>{ $sku }</code> nie ma w sklepie, a „{ $channel }” to sprzedał. ✅, gdy się tam wyjaśni.
pile-low-line = { $title } <code>{ $sku }</code>: zostało { $count }
pile-closed = Załatwione
pile-was-closed = To już załatwione
