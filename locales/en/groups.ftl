# What the bot says in groups.

group-help =
    Hello. Here we answer /catalog and /search, and only the one who asked sees it. We stay out of your talk.

    Cart, orders and payment are in the private chat.
group-open = 💬 Open the chat
group-newest = <b>New in the shop</b>
group-found = 🔎 <b>{ $words }</b>
group-not-found = 🙅 Nothing is found for “{ $words }”. Here is what is new.
group-elsewhere = { $name }, we answer in private: the button leads there.
