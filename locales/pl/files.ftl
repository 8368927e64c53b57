## Files that are refused
file-no-columns = 🙅 Brak kolumny z SKU lub nazwą. Pierwszy wiersz to nazwy kolumn, na przykład „SKU; Cena; Stan”.
no-such-import = 🙅 Tego pliku już nie ma. Prosimy przysłać go jeszcze raz.
import-over = 🙅 Z tym plikiem wszystko już zrobione. W razie potrzeby można przysłać go jeszcze raz.
nothing-to-import = 🙅 Plik niczego nie zmienia: wszystko już tak jest.
file-too-large = 🙅 Plik ma ponad { $most } MB. Trzeba go podzielić.
file-old-excel = 🙅 To stary format Excela. Prosimy zapisać plik jako XLSX lub CSV.
file-unknown = 🙅 To nie jest tabela. Pasują CSV, XLSX i YML.
file-empty = 🙅 W pliku nie ma wierszy z danymi.
file-too-long = 🙅 Plik ma ponad { $most } wierszy. Trzeba go podzielić.
file-too-wide = 🙅 Plik ma ponad { $most } kolumn. Wystarczą te potrzebne.
file-broken = 🙅 Plik jest uszkodzony. Prosimy zapisać go na nowo i przysłać ponownie.
file-hostile = 🙅 Ten plik jest zbudowany niebezpiecznie i nie został odczytany. Prosimy zapisać tabelę na nowo jako CSV lub XLSX.
file-no-yml = 🙅 To nie YML: brakuje yml_catalog.

## Rows that are left alone
import-bad-price = cena „{ $said }” jest niezrozumiała
import-bad-count = stan „{ $said }” jest niezrozumiały
import-bad-year = rok „{ $said }” jest niezrozumiały
import-bad-hidden = „{ $said }” to ani tak, ani nie
import-long-title = tekst dłuższy, niż mieści karta
import-bad-place = sklep nie ma miejsca „{ $said }”
import-unknown = sklep nie ma SKU „{ $said }”
import-twice = SKU „{ $said }” jest już wyżej w pliku
import-no-price = nowa praca bez ceny
import-taken = SKU „{ $said }” należy do szkicu albo usuniętej pracy
