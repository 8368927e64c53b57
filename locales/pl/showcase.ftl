# A work as it is shown by words: in a post, in a preview, at the seller's desk.
look-title = <b>{ $title }</b>
look-price = <b>{ $price }</b>
look-price-lower = <s>{ $old }</s> <b>{ $price }</b>
look-copy = egzemplarz { $number } z { $total }
look-edition = nakład { $total }
look-only-one = Jedyny egzemplarz
look-last = Ostatnia sztuka
look-pieces = Dostępne: { $count }
look-held = Teraz odłożona dla innej osoby, może się zwolnić
look-sold = Sprzedana

post-buy = ⚡ Kup
post-similar = 🛍 Podobne prace
post-catalogue = 🛍 Katalog
