# Shelves: pages of works, a work among its neighbours, ways of looking.

## Buttons
to-new = ✨ New
to-last = 🔥 Last pieces
to-collections = 🎴 Collections
to-similar = 🎨 Similar
look-filters = 🎚 Filters
look-list = 📋 As a list
look-pictures = 🌄 As pictures
look-at-all = 🌄 See the works
look-show = 🛍 Show: { $count }
look-free = 🟢 Available
look-reset = ✖️ Reset
sort-newest = ↕️ Newest
sort-cheap = ↕️ Cheaper
sort-dear = ↕️ Dearer
price-any = 💰 Any price

## Screens
shelf-new = <b>New works</b>
shelf-last = <b>Last pieces</b>
shelf-collection = <b>Collection</b>
shelf-line = { $number }. { $title } — { $price }
shelf-shown = Shown: { $what }
filter-free = available
shelf-nothing-like-that = No works fit these filters. Reset them or choose another price.
shelf-emptied = There is nothing left here. Other works are in the catalogue.
stepped-over = That work is no longer here; this is the next one.
look-title = 🎚 <b>How to show works</b>
look-hint = Need an exact sum? Type it, for example “under 5000”.
pages-ask =
    🔢 Which works shall we open? There { $count ->
        [one] is { $count } work.
       *[other] are { $count } works.
    }
collections-title = 🎴 <b>Collections</b>
collections-none = There are no collections yet. All works are in the catalogue.
collection-line =
    { $day }: { $titles }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }
similar-none = Nothing like { $title } is available now. Have a look at the catalogue.
card-certificate = With a certificate of authenticity
card-care = Care: { $care }
