## The till
till-open = 🎪 Kasa
till-where = 🎪 Gdzie trwa sprzedaż?
till-head = 🎪 <b>Kasa</b>: { $place }
till-today = Dziś: { $count } szt., <b>{ $total }</b> ({ $ways })
till-nothing-here = Tu jeszcze nic nie ma. Można przenieść tu prace albo wybrać inne miejsce.
till-nothing-found = Tu takiej pracy nie ma.
till-found = Znaleziono dla „{ $words }”:
till-find = 🔎 Szukaj
till-place = 📍 Miejsce
till-ask-words = 🔎 Prosimy wpisać część nazwy lub SKU.
till-work = <b>{ $title }</b> <code>{ $sku }</code>
till-sum =
    { $count ->
        [1] Do zapłaty: <b>{ $total }</b>
       *[other] Do zapłaty za { $count } szt.: <b>{ $total }</b>
    }
till-there = Tutaj: { $count } szt.
till-cash = 💵 Gotówka
till-transfer = 🔁 Przelew
till-card = 💳 Karta
till-cash-word = gotówka
till-transfer-word = przelew
till-card-word = karta
till-price = ✏️ Inna cena
till-ask-price = ✏️ Za ile? Kwota lub rabat: <code>11000</code>, <code>10%</code>.
till-instead = Do zapłaty: <b>{ $price }</b> zamiast { $full }
till-sold =
    { $count ->
        [1] 🎪 Sprzedano: { $title } — <b>{ $total }</b>, { $way }.
       *[other] 🎪 Sprzedano: { $title } × { $count } — <b>{ $total }</b>, { $way }.
    }
till-next = 🎪 Następna
till-undo = ↩️ Cofnij
till-undone = ↩️ Cofnięto: { $title } jest znów na stanie.
till-no-such-sale = 🙅 Nie ma takiej sprzedaży. Prosimy otworzyć kasę jeszcze raz.
till-too-late = 🙅 Cofnąć można w ciągu dwóch minut. Teraz trzeba poprawić stan albo przyjąć zwrot.
till-not-a-price = 🙅 To nie jest cena. Prosimy o kwotę lub rabat, na przykład 11000 lub 10%.
till-more = ➕ Jeszcze jedna
till-fewer = ➖ O jedną mniej
till-left = Zostało tutaj: { $count } szt.
till-left-here =
    { $count ->
        [0] Tutaj już takiej nie ma.
       *[other] Takich zostało tutaj: { $count } szt.
    }
till-none-here = 🎪 { $title }: tutaj już nie ma ani jednej. Jeśli praca została wydana, można zapisać sprzedaż: ubędzie z innego miejsca.
till-short-here = 🎪 { $title }: tutaj jest { $left } szt., a sprzedawane są { $count }. Jeśli zostały wydane, można zapisać sprzedaż: reszta ubędzie z innego miejsca.
till-sure = ✅ Mimo to sprzedane
till-not-here = 🙅 Tutaj zostało { $count } szt. Prosimy otworzyć kasę jeszcze raz.
