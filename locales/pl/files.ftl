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
import-bad-cost = koszt „{ $said }” jest niezrozumiały
import-bad-count = stan „{ $said }” jest niezrozumiały
import-bad-year = rok „{ $said }” jest niezrozumiały
import-bad-hidden = „{ $said }” to ani tak, ani nie
import-long-title = tekst dłuższy, niż mieści karta
import-bad-place = sklep nie ma miejsca „{ $said }”
import-unknown = sklep nie ma SKU „{ $said }”
import-twice = SKU „{ $said }” jest już wyżej w pliku
import-no-price = nowa praca bez ceny
import-taken = SKU „{ $said }” należy do szkicu albo usuniętej pracy

## In the chat
import-open = 📥 Wczytaj
export-open = 📤 Pobierz
import-how =
    📥 <b>Wczytaj prace i stany</b>

    Prosimy przysłać tu plik CSV, XLSX lub YML. Najpierw pokażemy, co się zmieni, a dopiero potem zapytamy.

    Pierwszy wiersz to nazwy kolumn: „SKU”, „Nazwa”, „Cena”, „Stan”… Pusta komórka niczego nie zmienia, 0 to zero.
import-template = 📤 Pobierz wzór
import-head = 📥 <b>{ $name }</b>
import-sums = Do zmiany: { $changed }. Nowe: { $new }. Bez zmian: { $same }.
import-before = ⚠️ Ten sam plik wczytano już { $day }.
import-line = <code>{ $sku }</code> { $what }: { $before } → { $after }
import-new = Nowa: { $title } — { $price }, { $count } szt.
import-more = …i jeszcze { $count }
import-left =
    { $count ->
        [one] Bez zmian zostanie { $count } wiersz:
        [few] Bez zmian zostaną { $count } wiersze:
       *[many] Bez zmian zostanie { $count } wierszy:
    }
import-fault = wiersz { $line }: { $why }
import-absent =
    { $count ->
        [one] { $count } pracy sklepu nie ma w pliku: zostaje bez zmian.
       *[many] { $count } prac sklepu nie ma w pliku: zostają bez zmian.
    }
import-nothing = Nie ma czego zmieniać: wszystko już tak jest.
import-apply = ✅ Wczytaj
import-drop = ❌ Nie wczytuj
import-running = ⏳ Wczytujemy wiersze: { $count }. Zwykle trwa to mniej niż minutę.
import-done = ✅ Gotowe. Zmieniono: { $changed }. Dodano: { $new }.
import-undo = ↩️ Cofnij wczytanie
import-sure =
    Cofnąć wszystko, co zmienił ten plik?

    Nowe prace zostaną ukryte, sprzedane pozostaną sprzedane.
import-undone =
    { $count ->
        [one] ↩️ { $count } praca jest znów jak przedtem.
        [few] ↩️ { $count } prace są znów jak przedtem.
       *[many] ↩️ { $count } prac jest znów jak przedtem.
    }
import-stayed = Bez zmian, bo zmieniły się po wczytaniu: { $skus }.
import-dropped = Plik nie został wczytany, w sklepie wszystko po staremu.
import-faults = Wiersze, które zostaną bez zmian
import-col-line = Wiersz
import-col-why = Dlaczego
import-of-title = nazwa
import-of-technique = technika
import-of-description = opis
import-of-price = cena
import-of-cost = koszt
import-of-count = stan
import-of-category = kategoria
import-of-size = rozmiar
import-of-year = rok
import-of-barcode = kod kreskowy
import-of-hidden = ukryta
import-yes = tak
import-no = nie
export-which = 📤 Który plik przygotować?
export-stock = 🏷 Stany
export-products = 🖼 Prace
export-orders = 📋 Zamówienia
export-customers = 👤 Kupujący
export-ready = Wierszy w pliku: { $count }
export-ready-personal = Wierszy w pliku: { $count }. Zawiera dane osobowe: prosimy go nie przekazywać.
