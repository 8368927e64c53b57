# Shelves: pages of works, a work among its neighbours, ways of looking.

## Buttons
to-new = ✨ Nowości
to-last = 🔥 Ostatnie
to-collections = 🎴 Kolekcje
to-similar = 🎨 Podobne
look-filters = 🎚 Filtry
look-list = 📋 Jako lista
look-pictures = 🌄 Jako obrazy
look-at-all = 🌄 Oglądaj prace
look-show = 🛍 Pokaż: { $count }
look-free = 🟢 Dostępne
look-reset = ✖️ Wyczyść
sort-newest = ↕️ Nowe
sort-cheap = ↕️ Tańsze
sort-dear = ↕️ Droższe
price-any = 💰 Każda cena

## Screens
shelf-new = <b>Nowości</b>
shelf-last = <b>Ostatnie egzemplarze</b>
shelf-collection = <b>Kolekcja</b>
shelf-line = { $number }. { $title } — { $price }
shelf-shown = Pokazujemy: { $what }
filter-free = dostępne
shelf-nothing-like-that = Żadna praca nie pasuje do filtrów. Można je wyczyścić albo wybrać inną cenę.
shelf-emptied = Nic tu już nie ma. Inne prace są w katalogu.
stepped-over = Tamtej pracy już tu nie ma, oto następna.
look-title = 🎚 <b>Jak pokazywać prace</b>
look-hint = Potrzebna dokładna kwota? Wystarczy napisać, na przykład „do 5000”.
pages-ask =
    🔢 Które prace otworzyć? Razem { $count ->
        [one] { $count } praca.
        [few] { $count } prace.
       *[many] { $count } prac.
    }
collections-title = 🎴 <b>Kolekcje</b>
collections-none = Kolekcji jeszcze nie ma. Wszystkie prace są w katalogu.
collection-line =
    { $day }: { $titles }{ $more ->
        [0] { "" }
       *[other] { " " }i jeszcze { $more }
    }
similar-none = Nic podobnego do { $title } nie jest teraz dostępne. Zapraszamy do katalogu.
card-certificate = Z certyfikatem autentyczności
card-care = Pielęgnacja: { $care }
