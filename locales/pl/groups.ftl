# What the bot says in groups.

group-help =
    Dzień dobry. Tutaj odpowiadamy na /catalog i /search, a odpowiedź widzi tylko osoba, która pyta. W rozmowy się nie wtrącamy.

    Koszyk, zamówienia i płatność są w czacie prywatnym.
group-open = 💬 Otwórz czat
group-newest = <b>Nowości w sklepie</b>
group-found = 🔎 <b>{ $words }</b>
group-not-found = 🙅 Dla „{ $words }” nic nie ma. Oto nowości.
group-elsewhere = { $name }, odpowiadamy prywatnie: wystarczy nacisnąć przycisk.
