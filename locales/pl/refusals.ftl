# Refusals: what happened, and what to do next.

## Captions, prices and counts typed by a seller
caption-no-title = 🙅 Nie widać tytułu. Tytuł wpisuje się jako pierwszy: „Zachód nad Wisłą, 1 200, olej na płótnie”.
caption-title-too-long = 🙅 Tytuł jest dłuższy niż { $limit } znaków: ma ich { $length }. Można go skrócić, a resztę dopisać po cenie.
caption-no-price = 🙅 Nie widać ceny. Cenę oddziela się przecinkami: „Zachód nad Wisłą, 1 200, olej na płótnie”.
caption-bad-price = 🙅 Nie da się odczytać ceny: { $text }. Cenę wpisuje się cyframi, na przykład 1 200 albo 1 200,50.
caption-price-not-positive = 🙅 Cena musi być większa od zera. Cenę wpisuje się cyframi, na przykład 1 200.
caption-price-too-large = 🙅 Cena nie może przekraczać { $limit }. Warto sprawdzić, czy nie ma zbędnych zer.
caption-other-currency = 🙅 Cena jest w { $currency }, a sklep sprzedaje w { $shop_currency }. Po przeliczeniu można wysłać ją ponownie.
caption-bad-quantity = 🙅 Nie da się odczytać liczby sztuk: { $text }. Potrzebna jest liczba całkowita, na przykład 3.
caption-quantity-zero = 🙅 Liczba sztuk to zero, więc nie ma czego sprzedać. Potrzebna jest co najmniej 1 szt.
caption-quantity-too-large = 🙅 Liczba sztuk nie może przekraczać { $limit }. Warto sprawdzić, czy nie ma zbędnych zer.
caption-several-quantities = 🙅 W podpisie są dwie różne liczby sztuk. Wystarczy jedna.
caption-bad-edition = 🙅 Nie da się odczytać nakładu: { $text }. Można wpisać na przykład 3/30 albo „nakład 30”.
caption-bad-size = 🙅 Nie da się odczytać wymiarów: { $text }. Można wpisać na przykład 40×50 cm.

## Pictures
picture-too-large = 🙅 Plik jest większy niż { $limit } MB. Potrzebne jest mniejsze zdjęcie.
picture-too-many-pixels = 🙅 Zdjęcie ma więcej niż { $limit } megapikseli. Po zmniejszeniu można wysłać je ponownie.
picture-unreadable = 🙅 Tego pliku nie da się otworzyć jako zdjęcia. Potrzebne jest zdjęcie w JPEG, PNG albo WebP.
picture-odd-shape = 🙅 Zdjęcie jest zbyt wąskie: jeden bok jest ponad { $limit } razy dłuższy od drugiego. Po przycięciu można wysłać je ponownie.

## Works
no-such-work = 🙅 Tej pracy nie ma już w katalogu. Można zobaczyć, co jest teraz.
unknown-sku = 🙅 Nie ma pracy o numerze <code>{ $sku }</code>. Warto go sprawdzić i wysłać ponownie.
not-a-draft = 🙅 To już nie szkic: praca została wystawiona albo usunięta.
price-not-chosen = 🙅 Cenę można odczytać na dwa sposoby. Najpierw trzeba wybrać właściwą.
sold-out =
    { $available ->
        [0] 😔 Ta praca została przed chwilą zabrana. Może jeszcze się zwolni.
        [one] 😔 Nie ma tylu sztuk: została { $available } sztuka.
        [few] 😔 Nie ma tylu sztuk: zostały { $available } sztuki.
       *[many] 😔 Nie ma tylu sztuk: zostało { $available } sztuk.
    }

## Checkout
empty-cart = 🙅 Koszyk jest na razie pusty. Pracę można wybrać w katalogu.
hold-ended = ⌛ Czas rezerwacji minął, prace są znów dostępne. Zamówienie można zacząć od nowa.
no-places = 🙅 Chwilowo nie ma gdzie odebrać prac. Warto napisać do sprzedawcy, on podpowie.
bad-phone = 🙅 Pod ten numer nie da się zadzwonić. Potrzebny jest numer z kodem kraju, na przykład { $example }.
not-own-contact = 🙅 To kontakt innej osoby. Wystarczy nacisnąć przycisk na dole albo wpisać swój numer.
no-wrapping = 🙅 Pakowania na prezent teraz nie ma. Zamówienie zostało bez zmian.
note-too-long = 🙅 Wyszło znaków: { $count }, a mieści się { $limit }. Prosimy o krótszy liścik.
bad-term-price = 🙅 Tę cenę można odczytać na dwa sposoby. Proszę zapisać ją bez kropek i przecinków, na przykład <code>350</code>.
online-not-offered = 🙅 Płatność online jest teraz niedostępna. Można zapłacić przy odbiorze.

## Places
no-such-place = 🙅 Tego punktu odbioru już nie ma. Można wybrać inny.
slot-taken = 🙅 Ten termin jest już zajęty. Można wybrać inny.
place-out-of-reach = 🙅 Praca nie zdąży tam dotrzeć. Proszę wybrać inny punkt.
last-place = 🙅 To jedyny punkt odbioru. Najpierw trzeba dodać inny.

## Orders
no-such-order = 🙅 Nie ma tu takiego zamówienia. Zamówienia są w zakładce 📦.
order-moved-on = 🙅 Zamówienie jest już w innym stanie. Tak wygląda teraz.
wrong-code = 🙅 Żadne zamówienie nie ma takiego kodu. Warto sprawdzić sześć cyfr i wpisać je ponownie.
cannot-cancel = 🙅 Tego zamówienia nie można już anulować. Warto napisać do sprzedawcy, on pomoże.
nothing-to-refund = 🙅 Nie ma czego zwracać: wszystkie pieniądze już wróciły albo wracają.
not-paid-yet = 🙅 Zamówienie nie jest jeszcze opłacone. Najpierw trzeba przyjąć płatność.

## Sales channels
channel-exists = 🙅 Kanał { $code } już istnieje.
no-such-channel = 🙅 Nie ma kanału { $code }.
sale-differs = 🙅 Pod tym numerem zapisano już inną sprzedaż.
cursor-too-old = 🙅 Ten znacznik już nie działa. Trzeba zacząć od początku.

## Rights
not-allowed = 🙅 To może zrobić tylko sprzedawca. Zakupy i katalog są na stronie głównej.

## Typed by a seller
price-two-readings = 🙅 To { $low } czy { $high }? Proszę napisać cenę bez kropki, na przykład 12 000 albo 12 000,50.
count-or-price = 🙅 Nie wiadomo, czy { $count } to liczba sztuk, czy cena: na stanie jest { $hand }. Proszę napisać jedno i drugie, na przykład 1 1200.
bad-hours = 🙅 Na ile godzin odłożyć? Proszę napisać liczbę całkowitą od 1 do { $limit }.
bad-cost = 🙅 Ile kosztowało wykonanie jednej sztuki? Proszę napisać liczbę, na przykład „koszt: 3000”.
bad-fee = 🙅 Prowizja to procent od 0 do 100, na przykład 3,5.
no-order-number = 🙅 Nie ma zamówienia { $text }. Proszę sprawdzić numer, wygląda jak V-1042.
care-too-long = 🙅 To { $length } znaków, a może być najwyżej { $limit }. Proszę napisać krócej.
bad-category = 🙅 Nazwa kategorii ma od jednej litery do { $limit } znaków. Proszę napisać ją jeszcze raz.
place-not-understood = 🙅 Fragment „{ $text }” jest niejasny. Kolejność: nazwa; adres; godziny, reszta po „;”.
place-incomplete = 🙅 Potrzebne są co najmniej nazwa i adres oddzielone „;”: Pracownia; Warszawa, Mokotowska 12; wt–nd 12–20.
place-too-long = 🙅 Fragment „{ $text }…” jest dłuższy niż { $limit } znaków. Proszę go skrócić i wysłać ponownie.
bring-days-not-understood = 🙅 Niejasne: „{ $text }”. Wystarczy liczba dni albo przedział, na przykład 2–3, najwyżej { $limit }.
hours-not-understood = 🙅 Niejasne: „{ $text }”. Na przykład: pn–pt 11–19, sob 12–16, 1–8 stycznia nieczynne.
dates-not-understood = 🙅 Nie można przyjąć dat { $text }. Proszę podać przyszłe dni po kolei, na przykład 23.11.2026–24.11.2026.
slots-not-understood = 🙅 Nie można odczytać „{ $text }”. Na przykład: terminy wt-nd 12-20 co 60 min po 2.
bad-seller-name = 🙅 Nazwa sprzedawcy ma od jednej litery do { $limit } znaków. Proszę napisać ją jeszcze raz.
bad-inn = 🙅 Numer podatkowy ma 10 cyfr dla firmy i 12 dla osoby. Proszę sprawdzić i wysłać ponownie, „brak” — bez numeru.
bad-url = 🙅 Potrzebny jest link zaczynający się od https://, na przykład https://example.org/terms.
bad-minutes = 🙅 Proszę napisać liczbę całkowitą minut od 1 do { $limit }.
bad-days = 🙅 Proszę napisać liczbę całkowitą dni od 1 do { $limit }.
hold-above-most = 🙅 To więcej niż najdłuższa rezerwacja: { $most } min. Najpierw trzeba wydłużyć limit.
most-below-hold = 🙅 Limit nie może być krótszy niż sama rezerwacja: { $least } min.
not-that-many = 🙅 Jest tam tylko { $count }.
not-free = 🙅 Wolne są tylko { $count } szt.: reszta jest obiecana lub sprzedana. Prosimy wybrać jeszcze raz.
nothing-packed = 🙅 Jeszcze nic nie zaznaczono. Prosimy zaznaczyć prace i nacisnąć ✅.
no-such-trip = 🙅 Jeszcze nic tam nie zabrano.
no-such-round = 🙅 Ten spis już się skończył. Nowy można zacząć w części 🏷.
nothing-to-count = 🙅 Według zapisów nic tam nie ma. Prosimy wybrać inne miejsce.
request-differs = 🙅 To już zgłoszono, lecz inaczej.
request-runs = 🙅 To właśnie trwa: proszę zapytać za chwilę.
stock-moved = 🙅 Liczba się zmieniła: teraz jest { $count }.
which-place = 🙅 Trzeba podać, o które miejsce chodzi.
no-such-sale = 🙅 Nie ma takiej sprzedaży.
no-such-hold = 🙅 Nie ma takiej rezerwacji.
channel-hold-over = 🙅 Rezerwacja wygasła.
no-reason = 🙅 Potrzebna liczba i powód, na przykład: 2 stłukły się w drodze.
invitation-over = 🙅 Zaproszenie zostało już użyte albo wygasło. Warto poprosić właściciela o nowe.
no-such-member = 🙅 Ta osoba już tu nie pracuje.
not-your-right = 🙅 Brak uprawnień. Może je nadać właściciel sklepu.
undo-too-late = 🙅 Za późno: cofnąć można przez 15 minut. Proszę zmienić ręcznie.
undo-changed-since = 🙅 Nie ma czego cofać: już to cofnięto albo później zmieniono.
