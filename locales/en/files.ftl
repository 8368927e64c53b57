## Files that are refused
file-no-columns = 🙅 No column with a SKU or a title was found. The first row has to name the columns, for example “SKU; Price; Count”.
no-such-import = 🙅 This file is gone. Please send it again.
import-over = 🙅 This file has been dealt with. Send it again if you need to.
nothing-to-import = 🙅 The file changes nothing: all is so already.
file-too-large = 🙅 The file is larger than { $most } MB. Split it.
file-old-excel = 🙅 This is an old Excel format. Save it as XLSX or CSV.
file-unknown = 🙅 This is not a table. CSV, XLSX and YML will do.
file-empty = 🙅 The file has no rows of data.
file-too-long = 🙅 The file has more than { $most } rows. Split it.
file-too-wide = 🙅 The file has more than { $most } columns. Keep those that matter.
file-broken = 🙅 The file is broken and cannot be read. Save it anew and send it again.
file-hostile = 🙅 This file is built in an unsafe way and was not read. Save the table anew as CSV or XLSX.
file-no-yml = 🙅 This is not YML: there is no yml_catalog in it.

## Rows that are left alone
import-bad-price = the price “{ $said }” was not understood
import-bad-cost = the cost “{ $said }” was not understood
import-bad-count = the count “{ $said }” was not understood
import-bad-year = the year “{ $said }” was not understood
import-bad-hidden = “{ $said }” is neither yes nor no
import-long-title = a text longer than a card can show
import-bad-place = the shop has no place “{ $said }”
import-unknown = the shop has no SKU “{ $said }”
import-twice = SKU “{ $said }” stands further up already
import-no-price = a new work without a price
import-taken = SKU “{ $said }” belongs to a draft or a dropped work

## In the chat
import-open = 📥 Import
export-open = 📤 Export
import-how =
    📥 <b>Import works and counts</b>

    Send a CSV, XLSX or YML file here. You will see what would change before anything does.

    The first row names the columns: “SKU”, “Title”, “Price”, “Count”… An empty cell changes nothing, 0 is zero.
import-template = 📤 Get an example
import-head = 📥 <b>{ $name }</b>
import-sums = To change: { $changed }. New: { $new }. As they are: { $same }.
import-before = ⚠️ This very file was imported on { $day }.
import-line = <code>{ $sku }</code> { $what }: { $before } → { $after }
import-new = New: { $title } — { $price }, { $count } pcs
import-more = …and { $count } more
import-left =
    { $count ->
        [one] { $count } row is left alone:
       *[other] { $count } rows are left alone:
    }
import-fault = row { $line }: { $why }
import-absent =
    { $count ->
        [one] { $count } work of the shop is not in the file and stays untouched.
       *[other] { $count } works of the shop are not in the file and stay untouched.
    }
import-nothing = Nothing to change: all is so already.
import-apply = ✅ Import
import-drop = ❌ Do not import
import-running = ⏳ Importing { $count } rows. It usually takes less than a minute.
import-done = ✅ Done. Changed: { $changed }. Added: { $new }.
import-undo = ↩️ Undo the import
import-sure =
    Take back everything that this file changed?

    New works are hidden; what is sold stays sold.
import-undone =
    { $count ->
        [one] ↩️ { $count } work is as it was before.
       *[other] ↩️ { $count } works are as they were before.
    }
import-stayed = Left as they are, because they have changed since: { $skus }.
import-dropped = The file was not imported; the shop is as it was.
import-faults = Rows that are left alone
import-col-line = Row
import-col-why = Why
import-of-title = title
import-of-technique = technique
import-of-description = description
import-of-price = price
import-of-cost = cost
import-of-count = count
import-of-category = category
import-of-size = size
import-of-year = year
import-of-barcode = barcode
import-of-hidden = hidden
import-yes = yes
import-no = no
export-which = 📤 Which file do you need?
export-stock = 🏷 Stock
export-products = 🖼 Works
export-orders = 📋 Orders
export-customers = 👤 Buyers
export-ready = Rows in the file: { $count }
export-ready-personal = Rows in the file: { $count }. It holds personal data: do not pass it on.
