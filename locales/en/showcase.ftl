# Posts in the showcase; the work itself is described as on a buyer's card.
post-withdrawn = Not for sale right now
post-buy = ⚡ Buy
post-similar = 🛍 Similar works
post-catalogue = 🛍 Catalogue
