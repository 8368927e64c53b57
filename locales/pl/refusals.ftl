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
