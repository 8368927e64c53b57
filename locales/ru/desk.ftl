# Что ждёт продавца на экране управления.

desk-conflicts = ⚠️ Продано дважды: { $count }
desk-mismatches = ⚠️ Платежи с расхождением: { $count }
desk-refunds = 💸 Возвращаются деньги: { $count }
desk-returns = ↩️ Возвраты в работе: { $count }
desk-low = 📉 Заканчивается: { $count }
desk-door-conflicts = ⚠️ Конфликты · { $count }
desk-door-mismatches = ⚠️ Платежи · { $count }
desk-door-refunds = 💸 Деньги · { $count }
desk-door-returns = ↩️ Возвраты · { $count }
desk-door-low = 📉 Мало · { $count }
desk-today = Сегодня: <b>{ $came }</b>
desk-today-back = Сегодня: <b>{ $came }</b>, возвращено { $back }
pile-conflicts = ⚠️ <b>Продано и здесь, и в другом месте.</b> Отмените лишний заказ или поправьте остаток работы.
pile-mismatches = ⚠️ <b>Платежи не сходятся с заказами.</b> Пока не разобрались, ничего не выдавайте.
pile-refunds = 💸 <b>Деньги возвращаются покупателям</b>
pile-returns = ↩️ <b>Возвраты в работе</b>
pile-low = 📉 <b>Заканчивается</b>
pile-empty = 🧰 Здесь всё уже решено.
pile-conflict-line = { $title } <code>{ $sku }</code>: не хватает { $count }
pile-unknown-line = <code>{ $sku }</code> нет в магазине, а «{ $channel }» это продал. ✅, когда там разберутся.
pile-low-line = { $title } <code>{ $sku }</code>: осталось { $count }
pile-closed = Решено
pile-was-closed = Это уже решено
