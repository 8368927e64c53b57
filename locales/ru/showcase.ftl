# Posts in the showcase; the work itself is described as on a buyer's card.
post-withdrawn = Сейчас не продаётся
post-buy = ⚡ Купить
post-similar = 🛍 Похожие работы
post-catalogue = 🛍 Каталог
