# Works found by words.

to-search = 🔎 Search
search-ask =
    <b>What are you looking for?</b>

    Type it in words, with a price if it matters: “sunset”, “vase under 5000”. An article number works too.
search-found = <b>Found: { $what }</b>
search-nearest = 🙅 Nothing exactly like this: { $what }. Here is what comes closest.
search-nothing = 🙅 Nothing here matches { $what }. Here is what is new.
search-not-understood = 🙅 We could not make sense of that. Here is what is new.
search-price-up-to = up to { $high }
search-price-from = from { $low }
search-price-between = { $low } to { $high }
inline-open = 🖼 See the work
