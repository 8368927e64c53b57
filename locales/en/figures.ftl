## 📊 the figures
figures-head = 📊 <b>{ $period }</b>
figures-beside = In brackets: { $period }.
figures-beside-so-far =
    { $days ->
        [one] In brackets: the first day of { $period }.
       *[other] In brackets: the first { $days } days of { $period }.
    }
figures-income = Came in: <b>{ $income }</b> ({ $before })
figures-refunded = Refunded: { $sum } ({ $before })
figures-orders = Sales: { $orders } ({ $before })
figures-average = Average sale: { $average }, typical: { $median }
figures-buyers = Buyers: { $new } new, { $returning } came back
figures-way =
    <b>The way to a purchase</b>
    <pre>{ $table }</pre>
figures-step-view = Looked
figures-step-cart = To the cart
figures-step-checkout = Checked out
figures-step-bought = Bought
figures-where =
    <b>Where they bought</b>
    <pre>{ $table }</pre>
figures-channel-bot = Here
figures-channel-till = Till
figures-whence =
    <b>Where they came from</b> (looked → bought)
    <pre>{ $table }</pre>
figures-no-source = By themselves
figures-from = From: { $source }
figures-best = <b>Best works</b>
figures-work = { $title } — { $count } pcs, { $sum }
figures-work-cover =
    { $days ->
        [one] { $title } — { $count } pcs, { $sum }; { $left } left, enough for { $days } day
       *[other] { $title } — { $count } pcs, { $sum }; { $left } left, enough for { $days } days
    }
figures-profit = Profit: <b>{ $sum }</b> — after costs of { $cost } and fees of { $fees }
figures-profit-part = Known for { $known } of { $sales } sales.
figures-no-profit = To see the profit, say what works cost: ✏️ on the card of a work, in a caption, or as a column of a file.
figures-nothing = Nothing has happened yet. Share a link to a work, and the first looks will show here.
figures-by-week = Week
figures-by-month = Month
figures-by-quarter = Quarter
figures-by-year = Year
figures-chart = 📈 Chart
figures-table = 📤 Table
figures-table-ready = 📊 { $period }: all figures as a table.
figures-under-chart = 📈 { $period }: { $sum }. Blue is this time, sand is { $before }.
figures-col-what = What
figures-col-views = Looked
figures-col-carts = To the cart
figures-col-checkouts = Checked out
figures-col-orders = Sales
figures-col-came = Came in
figures-col-back = Refunded
figures-col-average = Average sale
figures-col-median = Typical sale
figures-col-new = New buyers
figures-col-returning = Came back
figures-col-work = Work
figures-col-pieces = Pieces
figures-col-left = Left
figures-col-cover = Enough for days
figures-col-profit = Profit
figures-col-cost = Cost
figures-col-fees = Fees
figures-col-known = Sales of known cost
figures-col-of = Of sales

## 💸 what banks and channels take
fees-open = 💸 Fees
fees-figures = 📊 Figures
fees-head = 💸 <b>Fees</b>
fees-note =
    What a bank takes of a payment, and a marketplace of a sale.
    The profit in 📊 is what is left after them, for any time at the rates that stand now.
fees-way-yookassa = YooKassa
fees-way-telegram = Invoice
fees-way-card = Card
fees-way-transfer = Transfer
fees-way-cash = Cash
fees-ask = ✏️ The fee of { $of } is { $now } now. What percentage is it? For example: <code>3.5</code>. “-” keeps it, 0 is nothing.
