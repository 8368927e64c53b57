# Posts in the showcase; the work itself is described as on a buyer's card.
post-withdrawn = Teraz nie na sprzedaż
post-buy = ⚡ Kup
post-similar = 🛍 Podobne prace
post-catalogue = 🛍 Katalog
