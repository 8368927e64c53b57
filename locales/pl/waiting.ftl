# Favourites, the line for what is gone, and news of lower prices.

## Buttons: an emoji that is the same everywhere, 20 characters at most
to-favourites = ❤️ Ulubione
favourite-add = ❤️ Do ulubionych
favourite-on = ❤️ W ulubionych ✓
wait = 🔔 Powiadom mnie
wait-on = 🔔 W kolejce ✓
wait-quit = 🔕 Nie trzeba
open-work = 🖼 Zobacz
prices-watch = 🔔 Śledź ceny
prices-stop = 🔕 Nie śledź cen
prices-no-more = 🔕 Nie pisz o cenach

## Answers to a tap
favourite-added = Dodano do ulubionych
favourite-dropped = Usunięto z ulubionych
wait-asked = Napiszemy, gdy tylko praca wróci. Zmiana zdania? Wystarczy nacisnąć ponownie.
wait-left = Dobrze, nie będziemy pisać o tej pracy
wait-already = Miejsce w kolejce już jest: napiszemy, gdy tylko praca wróci.
prices-watched = Napiszemy, jeśli coś potanieje
prices-stopped = Nie piszemy już o cenach

## Favourites
favourites-title = <b>Ulubione</b>
favourites-empty = Na razie pusto. Wystarczy oznaczyć sercem pracę, która się podoba, a zawsze będzie pod ręką.
favourite-gone = { $line } · sprzedane
favourite-held = { $line } · zarezerwowane
prices-ask = Możemy śledzić ceny: napiszemy, jeśli potanieje praca stąd, z koszyka lub z kolejki. Najwyżej raz na dobę i nigdy w nocy.
prices-on = Śledzimy ceny: napiszemy, jeśli coś potanieje.

## It is back
back-held = ⏳ Trzymamy { $until }: { $title }.
back-held-next = Praca znów jest wolna i przyszła kolej na złożenie zamówienia. Po tym czasie dostanie ją następna osoba.
its-back = 🔔 Znów w sprzedaży: { $title }.
its-back-next = To wiadomość na prośbę z kolejki. Praca nie jest zarezerwowana: należy do tego, kto pierwszy złoży zamówienie.
turn-over = ⌛ Już nie trzymamy: { $title }.
turn-over-next = Czas minął i teraz pracę może kupić ktoś inny. Jeśli nadal jest potrzebna, można ponownie stanąć w kolejce.
turn-lost = 😔 Sprzedano w innym miejscu: { $title }.
turn-lost-next = Tak bywa, gdy pracę ktoś kupi wprost na wystawie. Przepraszamy. Miejsce w kolejce zostaje zachowane: jeśli praca wróci, napiszemy.
wait-quit-done = 🔕 Nie piszemy już o tej pracy: { $title }.
wait-quit-done-gone = 🔕 Nie piszemy już o tej pracy.
money-back-first = Jeśli praca znów się pojawi, damy znać w pierwszej kolejności.

## It is cheaper
cheaper = 🔔 Taniej: { $line }
cheaper-several = 🔔 Potaniały śledzone prace:
cheaper-line = { $title } — <s>{ $before }</s> <b>{ $price }</b>
cheaper-rest =
    { $count ->
        [one] i jeszcze { $count } praca
        [few] i jeszcze { $count } prace
       *[many] i jeszcze { $count } prac
    }
prices-off = 🔕 Nie piszemy już o cenach.

## For the seller
sell-wished-button = 🔔 Na co czekają
sell-wished = 🔔 <b>Na co czekają kupujący</b>
sell-wished-nothing = Na razie nikt na nic nie czeka. Gdy kupujący oznaczą prace, najbardziej pożądane pojawią się tutaj.
sell-wished-line = { $title } — { $who }
sell-waiting =
    { $count ->
        [one] { $count } osoba czeka
        [few] { $count } osoby czekają
       *[many] { $count } osób czeka
    }
sell-kept =
    { $count ->
        [one] w ulubionych { $count } osoby
       *[many] w ulubionych { $count } osób
    }
sell-term-waiting-people = Powiadamiane osoby na sztukę: { $people }
sell-edit-waiting-people = ✏️ Kolejka
sell-ask-term-waiting-people = ✏️ Ile osób z kolejki ma się dowiedzieć o każdej sztuce, która wróciła? Na przykład: <code>3</code>. O egzemplarzu unikatowym zawsze dowiaduje się jedna. „-” zostawia bez zmian.
bad-people = 🙅 Proszę napisać liczbę całkowitą osób od 1 do { $limit }.
