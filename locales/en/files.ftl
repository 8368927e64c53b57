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
import-bad-count = the count “{ $said }” was not understood
import-bad-year = the year “{ $said }” was not understood
import-bad-hidden = “{ $said }” is neither yes nor no
import-long-title = a text longer than a card can show
import-bad-place = the shop has no place “{ $said }”
import-unknown = the shop has no SKU “{ $said }”
import-twice = SKU “{ $said }” stands further up already
import-no-price = a new work without a price
import-taken = SKU “{ $said }” belongs to a draft or a dropped work
