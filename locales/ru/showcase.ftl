# A work as it is shown by words: in a post, in a preview, at the seller's desk.
look-title = <b>{ $title }</b>
look-price = <b>{ $price }</b>
look-price-lower = <s>{ $old }</s> <b>{ $price }</b>
look-copy = экземпляр { $number } из { $total }
look-edition = тираж { $total }
look-only-one = В единственном экземпляре
look-last = Последняя
look-pieces = В наличии { $count }
look-held = Сейчас отложена для другого покупателя, может освободиться
look-sold = Продана

post-buy = ⚡ Купить
post-similar = 🛍 Похожие работы
post-catalogue = 🛍 Каталог
