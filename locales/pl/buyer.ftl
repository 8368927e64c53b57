# What a buyer sees and presses.

## Buttons: an emoji that is the same everywhere, 20 characters at most
to-home = 🏠 Strona główna
to-catalogue = 🛍 Katalog
to-other-works = 🛍 Podobne prace
to-cart = 🛒 Koszyk
to-cart-filled = 🛒 Koszyk · { $count }
to-orders = 📦 Moje zamówienia
to-all-orders = 📦 Zamówienia
to-order = 📦 { $number }
to-languages = 🌐 Język
to-help = ℹ️ Pomoc
to-desk = 🧰 Panel sprzedawcy
back = ⬅️ Wstecz
leaf-previous = ◀️ Poprzednie
leaf-next = ▶️ Dalej
leaf-newest = ◀️ Najnowsze
all-works = 🛍 Wszystkie prace
buy-now = ⚡ Kup teraz
add-to-cart = ➕ Do koszyka
check-out = ✅ Zamów
cart-tidy = 🗑 Usuń niedostępne
cart-instead = 🛍 Podobne
cart-take = ➕ Weź
check-out-rest = ✅ Zamów dostępne
go-on = ➡️ Dalej
go-pay = 💳 Do płatności
other-place = 📍 Inne miejsce
other-time = 🕒 Inny termin
share-phone = 📞 Wyślij numer
pay-online = 💳 Zapłać online
pay-at-pickup = 🤝 Przy odbiorze
pay-link = 💳 Zapłać
check-payment = 🔄 Sprawdź płatność
look-again = 🔄 Odśwież
wrap-on = 🎁 Prezent +{ $price }
wrap-off = 🎁 Bez pakowania
note-add = ✍️ Liścik do autora
note-change = ✍️ Liścik ✓
note-drop = 🗑 Usuń liścik
buy-as-usual = ⚡ Jak ostatnio
other-phone = 📞 Inny numer
remember = 💾 Zapamiętaj wybór
remember-not = 💾 Nie zapamiętuj
remember-yes = 💾 Tak, zapamiętaj
show-qr = 🔳 Pokaż kod QR
order-again = 🔁 Zamów ponownie
cancel = ❌ Anuluj
cancel-order = ❌ Anuluj zamówienie
cancel-yes = ❌ Tak, anuluj
cancel-no = ⬅️ Zostaw
info-help = ℹ️ Jak kupić
info-privacy = ℹ️ Dane osobowe
info-terms = ℹ️ Regulamin
info-paysupport = ℹ️ Płatności

## Home
home =
    <b>{ $shop }</b>

    Wystarczy wybrać pracę: zarezerwujemy ją na czas składania zamówienia i damy znać, kiedy można ją odebrać.
link-unknown = 🙅 Ten link już niczego nie otwiera. Sklep jest jednak otwarty.
not-understood = 🙅 Tego nie udało się zrozumieć. Prace są w katalogu, zakupy w zamówieniach.
not-understood-kind = 🙅 Takich wiadomości nie da się tu odczytać. Wystarczy wybrać przycisk.
button-stale = Ten przycisk jest już nieaktualny, oto świeży ekran.
languages = Który język będzie wygodniejszy?
language-chosen = Od teraz po polsku.

## Catalogue
catalogue-title = <b>Katalog</b>
catalogue-categories = <b>Katalog</b>
category-title = <b>{ $title }</b>
catalogue-empty = Na razie jest tu pusto: pierwsze prace pojawią się wkrótce.
catalogue-empty-seller = Na razie jest tu pusto. Wystarczy wysłać zdjęcie z podpisem: tytuł, cena, technika, wymiary — i praca się pojawi.
works-count =
    { $count ->
        [one] { $count } praca
        [few] { $count } prace
       *[many] { $count } prac
    }

## Card of a work
card-title = <b>{ $title }</b>
card-price = <b>{ $price }</b>
card-price-lowered = <s>{ $before }</s> <b>{ $price }</b>
edition-copy = egzemplarz { $number } z { $size }
edition-size = nakład { $size }
left-only = Jedyny egzemplarz
left-last = Została ostatnia sztuka
left-of-edition = Zostało { $count } z { $size }
left-count = Dostępne sztuki: { $count }
left-held = Teraz zarezerwowana: ktoś składa zamówienie. Może się jeszcze zwolnić.
left-sold-one = Praca sprzedana
left-sold-all = Wszystko wyprzedane
card-seen-at = Można zobaczyć: { $places }
added-to-cart =
    { $count ->
        [1] Dodano do koszyka
       *[other] W koszyku jest teraz: { $count }
    }
in-cart-already = Ta praca jest już w koszyku, a jest tylko jedna.

## Cart
cart-title = <b>Koszyk</b>
cart-empty = Koszyk jest na razie pusty. Warto zajrzeć do katalogu.
cart-line-gone = Ta praca nie jest już sprzedawana
cart-dearer = zdrożała, kosztowała { $before }
cart-cheaper = staniała, kosztowała { $before }
cart-sold = już sprzedana
cart-fewer =
    { $count ->
        [one] została tylko { $count }
        [few] zostały tylko { $count }
       *[many] zostało tylko { $count }
    }
cart-held = teraz zarezerwowana, może się zwolnić
cart-not-ready = Można zamówić to, co jest, a niedostępne usunąć albo wymienić.
cart-hold-ended = ⌛ Rezerwacja skończyła się { $at }. Koszyk czeka, zamówienie można złożyć od nowa.
cart-instead-head = 🛍 Zamiast { $title } można wybrać:
cart-instead-none = 🛍 Niczego podobnego do { $title } teraz nie ma. Warto zajrzeć do katalogu.
cart-swapped = Wymieniono
minutes-left = { $minutes } min
no-more-pieces = Więcej nie ma: to wszystko, co zostało.

## Works, sum and place of an order
order-line = { $title } — { $price }
order-lines = { $title } × { $count } — { $price }
order-wrap = 🎁 Pakowanie na prezent — { $price }
card-as-usual = ⚡ Jak ostatnio: { $choice }
way-online = płatność online
way-at-pickup = płatność przy odbiorze
order-more-lines =
    { $count ->
        [one] i jeszcze { $count } pozycja
        [few] i jeszcze { $count } pozycje
       *[many] i jeszcze { $count } pozycji
    }
order-total = Razem: <b>{ $sum }</b>
pickup-heading = Miejsce odbioru:
pickup-when = Termin: { $when }
pickup-phone = Telefon: { $phone }
held-for-you = ⏳ Zarezerwowane { $until }
held-still = Rezerwacja trwa { $until }.

## Checkout
ask-pickup = Gdzie wygodnie będzie odebrać? Odbiór jest bezpłatny.
point-title = <b>{ $title }</b>
point-address = <a href="{ $url }">{ $address }</a>
point-there = praca już tam jest
point-in-days = za { $least }–{ $days } dni
point-in-just =
    { $days ->
        [one] za dzień
       *[other] za { $days } dni
    }
point-over = { $title }: koniec był { $day }
point-too-late = { $title }: zamyka się { $day }, praca nie zdąży dotrzeć
point-full = { $title }: wszystkie terminy zajęte
points-nearest = 🧭 Znajdź najbliższy
points-all = 📍 Wszystkie punkty
on-the-map = 🗺 Na mapie
share-location = 📍 Gdzie jestem
ask-near = 🧭 Skąd będzie wygodnie? Można udostępnić położenie przyciskiem poniżej albo napisać ulicę, dzielnicę lub stację. Nie zapamiętujemy tego.
near-found = 🧭 Najbliżej: { $place }, { $distance }.
near-unknown = 🧭 Naszych punktów nie ma jeszcze na mapie. Oto wszystkie.
near-named =
    { $count ->
        [one] 🧭 Do { $what } pasuje { $count } punkt.
        [few] 🧭 Do { $what } pasują { $count } punkty.
       *[many] 🧭 Do { $what } pasuje { $count } punktów.
    }
near-not-named = 🧭 Nic nie pasuje do { $what }. Oto wszystkie punkty; można też udostępnić położenie.
ask-slot = Która godzina będzie wygodna? Termin: { $day }. Miejsce: { $place }.
no-slots = Nie ma tu teraz wolnych terminów.
ask-phone = Pod jakim numerem można dać znać, gdyby coś się zmieniło?
ask-phone-how = Numer można wysłać przyciskiem poniżej albo wpisać.
phone-noted = Numer zapisany: { $phone }.
remember-ask =
    💾 Zapamiętać na następny zakup miejsce, sposób płatności i numer telefonu, jeśli został podany?

    Wtedy od pracy do płatności wystarczą dwa naciśnięcia. Przechowujemy tylko ostatni wybór i tylko w tym celu. Można go usunąć w każdej chwili: tutaj albo w /privacy.
remembered = 💾 Ten wybór zapamiętamy na następny zakup.
note-ask = ✍️ Kilka słów do autora: dla kogo to prezent, o co prosić. Do { $limit } znaków, przeczyta je razem z zamówieniem.
note-yours = ✍️ Liścik do autora: { $note }
link-preparing = 💳 Zamówienie { $number }: przygotowujemy link do płatności, <b>{ $sum }</b>
link-ready = 💳 Zamówienie { $number } czeka na płatność: <b>{ $sum }</b>
link-until = Rezerwacja trwa { $until }. Damy znać, gdy tylko pieniądze dotrą.
checking-payment = Sprawdzamy płatność. Zwykle trwa to do minuty, damy znać.
checking-toast = Sprawdzamy płatność
payment-trouble = ⚠️ Nie udało się otworzyć płatności za zamówienie { $number }.
payment-trouble-next = Pieniądze nie zostały pobrane. Można spróbować ponownie albo zapłacić przy odbiorze.
hold-over = ⌛ Rezerwacja się skończyła. Znów w sprzedaży: { $what }.
hold-over-next = Zamówienie można złożyć od nowa.
checkout-cancelled = ⌛ Rezerwacja zdjęta. Znów w sprzedaży: { $what }.

## Orders
orders-title = <b>Moje zamówienia</b>
orders-empty = Nie ma jeszcze zamówień. Gdy się pojawią, będzie tu widać, gdzie są i kiedy można je odebrać.
orders-line =
    <b>{ $number }</b> · { $state }
    { $what } — { $sum }
order-title = 📦 <b>Zamówienie { $number }</b>
state-words =
    { $state ->
        [draft] w trakcie składania
        [awaiting_payment] czeka na płatność
        [accepted] przyjęte
        [in_work] w realizacji
        [ready] gotowe do odbioru
        [handed_over] wydane
        [cancelled] anulowane
        [asked] czeka na cenę dostawy
        [quoted] cena dostawy czeka na odpowiedź
        [sent] w drodze
        [received] odebrane
       *[expired] rezerwacja wygasła
    }
money-paid = Opłacone
money-at-pickup = Do zapłaty przy odbiorze: { $sum }
money-coming-back = Zwracamy { $sum }
money-back = Pieniądze zostały zwrócone
todo-pay = Została tylko płatność: rezerwacja trwa { $until }.
todo-pay-soon = Została tylko płatność.
todo-nothing = Nic nie trzeba robić: damy znać, kiedy można odebrać.
todo-thanks = Dziękujemy za wybór naszego sklepu.
todo-expired = Płatność nie dotarła na czas. Zamówienie można złożyć ponownie.
ready-code = Kod odbioru: <code>{ $code }</code>
ready-until = Czekamy { $until }.
cancel-ask = Anulować zamówienie { $number }: { $what }?
cancel-ask-money = Wpłata wróci w całości: { $sum }.
order-cancelled = ❌ Zamówienie { $number } zostało anulowane.
order-cancelled-paid = ❌ Zamówienie { $number } zostało anulowane, wpłata wróci w całości.
code-caption = Przy odbiorze zamówienia { $number } wystarczy pokazać ten kod QR albo podać kod <code>{ $code }</code>.

## What has to be said
seller-link = <a href="tg://user?id={ $id }">{ $name }</a>
terms-title = <b>Regulamin</b>
terms-seller = Sprzedawca: { $seller }
terms-inn = Numer podatnika: { $inn }
terms-where = Oferta, dostawa i zwroty: { $url }
terms-missing =
    <b>Regulamin</b>

    Sklep „{ $shop }” nie opublikował jeszcze regulaminu. Dopóki go nie ma, płatność online jest zamknięta: można zapłacić przy odbiorze.
paysupport =
    <b>Pytania o płatność</b>

    Można napisać do sprzedawcy: { $seller }. Warto podać numer zamówienia, na przykład V-1042: jest w „Moich zamówieniach”.

    Za anulowane zamówienie pieniądze wracają w całości i tą samą drogą. Na kartę trwa to kilka minut, czasem kilka dni.

## Menu and description
command-start = Strona główna
command-catalog = Katalog
command-cart = Koszyk
command-orders = Moje zamówienia
command-search = Szukaj
command-help = Jak kupić
command-language = Język
command-privacy = Dane osobowe
command-terms = Regulamin
command-paysupport = Pytania o płatność
command-stop = Bez wiadomości
command-desk = Panel sprzedawcy
command-add = Jak dodać pracę
command-board = Zamówienia sklepu
command-stock = Stan: /stock SKU 3
command-sold = Sprzedane poza botem: /sold SKU
command-hold = Odłóż: /hold SKU
command-ready = Gotowe do odbioru: /ready V-1042
command-give = Wydaj po kodzie: /give 123456
command-why = Skąd taki stan: /why SKU
command-figures = Liczby
bot-description = Prace prosto od autora. Wystarczy wybrać: zarezerwujemy na czas składania zamówienia i damy znać, kiedy można odebrać.
bot-short-description = Prace prosto od autora: wybrać, zapłacić, odebrać.
