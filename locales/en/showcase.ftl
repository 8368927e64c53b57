# A work as it is shown by words: in a post, in a preview, at the seller's desk.
look-title = <b>{ $title }</b>
look-price = <b>{ $price }</b>
look-price-lower = <s>{ $old }</s> <b>{ $price }</b>
look-copy = copy { $number } of { $total }
look-edition = edition of { $total }
look-only-one = One of a kind
look-last = The last one
look-pieces = { $count } available
look-held = On hold for another buyer right now, may come free again
look-sold = Sold

post-buy = ⚡ Buy
post-similar = 🛍 Similar works
post-catalogue = 🛍 Catalogue
