# Sold here and elsewhere: the seller's card with its ways out, and what the buyer reads.

conflict-head =
    { $count ->
        [one] ⚠️ <b>{ $title }</b> <code>{ $sku }</code> — продано и здесь, и в другом месте. Не хватает { $count } штуки.
        [few] ⚠️ <b>{ $title }</b> <code>{ $sku }</code> — продано и здесь, и в другом месте. Не хватает { $count } штук.
       *[many] ⚠️ <b>{ $title }</b> <code>{ $sku }</code> — продано и здесь, и в другом месте. Не хватает { $count } штук.
    }
conflict-head-counted =
    { $count ->
        [one] ⚠️ <b>{ $title }</b> <code>{ $sku }</code> — обещано больше, чем есть. Не хватает { $count } штуки.
        [few] ⚠️ <b>{ $title }</b> <code>{ $sku }</code> — обещано больше, чем есть. Не хватает { $count } штук.
       *[many] ⚠️ <b>{ $title }</b> <code>{ $sku }</code> — обещано больше, чем есть. Не хватает { $count } штук.
    }
conflict-head-absent =
    { $count ->
        [one] ⚠️ <b>{ $title }</b> <code>{ $sku }</code> — в другом месте продано больше, чем было. Не хватает { $count } штуки, заказов здесь это не касается.
        [few] ⚠️ <b>{ $title }</b> <code>{ $sku }</code> — в другом месте продано больше, чем было. Не хватает { $count } штук, заказов здесь это не касается.
       *[many] ⚠️ <b>{ $title }</b> <code>{ $sku }</code> — в другом месте продано больше, чем было. Не хватает { $count } штук, заказов здесь это не касается.
    }
conflict-here-paid = Здесь: { $number }, { $total }, оплачен
conflict-here-unpaid = Здесь: { $number }, { $total }, оплата при получении
conflict-here-sent = Здесь: { $number }, { $total }, уже в пути к покупателю
conflict-there = Там: «{ $place }», продажа { $sale }
conflict-there-till = Там: продажа с рук
conflict-and-more = …и ещё: { $count }
conflict-deadline = Если не решить, { $when } заказ { $orders } отменится, а оплаченное вернётся покупателю.
conflict-more = ✅ Есть ещё одна
conflict-more-all = ✅ Есть ещё { $count }
conflict-there-cancel = ↩️ Отменить там
conflict-here-refund = 💸 Вернуть деньги
conflict-here-call-off = ❌ Отменить здесь
conflict-decide = ⚠️ Решить
conflict-sure = 💸 Вернуть { $amount } покупателю и отменить заказ { $number }?
conflict-sure-unpaid = ❌ Отменить заказ { $number }? Он ещё не оплачен, покупатель об этом узнает.
conflict-sure-works = В заказе разных работ: { $count }. Остальные вернутся в продажу.
conflict-sure-yes = 💸 Да, вернуть
conflict-sure-yes-unpaid = ❌ Да, отменить
conflict-over-one-more = ✅ <b>{ $title }</b> <code>{ $sku }</code>: нашлось ещё, заказы остаются в силе.
conflict-over-cancelled-there = ✅ <b>{ $title }</b> <code>{ $sku }</code> остаётся покупателю здесь. Продажа в другом месте не состоялась: если там она ещё числится, отмените её и там.
conflict-over-refunded = ✅ <b>{ $title }</b> <code>{ $sku }</code> достаётся тому, кто купил в другом месте. Заказ здесь отменён, оплаченное возвращается покупателю.
conflict-over-overdue = ⌛ <b>{ $title }</b> <code>{ $sku }</code>: срок решения вышел. Заказ здесь отменён, оплаченное возвращается покупателю.
conflict-over-other = ✅ <b>{ $title }</b> <code>{ $sku }</code>: решать больше нечего, всего хватает.
conflict-over-orders = Заказы отменены: { $orders }
conflict-unknown = ⚠️ <code>{ $sku }</code> продан в канале «{ $channel }», а в магазине его нет. Исправьте артикул там или добавьте работу здесь. ✅, когда разберётесь.
conflict-unknown-close = ✅ Разобрались
conflict-unknown-over = ✅ <code>{ $sku }</code>: с этим уже разобрались.
no-such-conflict = 🙅 Такого вопроса здесь нет.
conflict-is-over = 🙅 Это уже решено. Вот чем кончилось.
conflict-changed = 🙅 Пока вы решали, всё изменилось. Вот как сейчас.
sold-twice = 😔 Заказ { $number } собрать не получится: { $what } в это же время купили в другом месте. Простите, что так вышло.
sold-twice-money = Возвращаем <b>{ $sum }</b>, всю сумму и тем же путём. Обычно это несколько минут, иногда несколько дней: зависит от банка.
journal-conflict = продано дважды
journal-said-one-more = нашлось ещё
journal-said-cancelled-there = отменено там
journal-said-refunded = деньги возвращены здесь
journal-said-overdue = срок вышел, деньги возвращены
why-found = нашлось ещё
