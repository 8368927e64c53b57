# Works found by words.

to-search = 🔎 Szukaj
search-ask =
    <b>Czego szukamy?</b>

    Wystarczy napisać słowami, a jeśli to ważne, także do jakiej ceny: „zachód słońca”, „wazon do 500”. Numer katalogowy też się nada.
search-found = <b>Znalezione: { $what }</b>
search-nearest = 🙅 Dokładnie tego nie ma: { $what }. Oto co jest najbliżej.
search-nothing = 🙅 Tego tu nie ma: { $what }. Oto nowości.
search-not-understood = 🙅 Nie udało się tego zrozumieć. Oto nowości.
search-price-up-to = do { $high }
search-price-from = od { $low }
search-price-between = od { $low } do { $high }
inline-open = 🖼 Zobacz pracę
