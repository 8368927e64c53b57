# Names of properties in the files that other places pull
feed-other = Other
feed-technique = Technique
feed-size = Size
feed-year = Year
feed-edition = Edition

# Webhooks
tell-hook-paused =
    ⚠️ “{ $channel }” has not taken messages about changes for more than a day: { $error }
    I have stopped trying. Nothing is lost: once it is mended, everything arrives from where it stopped.
bad-hook-address = 🙅 The address has to look like https://site/path and be reachable from the internet. Nothing has changed.

# The other places where the shop sells
channels-open = 🔗 Sales channels
channels-all = ⬅️ All channels
channels-head = 🔗 <b>Sales channels</b>
channels-none =
    🔗 Connect the other places where you sell: your website, a marketplace, a fair, a gallery.
    They all share one stock: what is sold there is gone here at once.
channel-line = { $code } · { $kind } · in touch { $when }
channel-line-never = { $code } · { $kind } · not connected yet
channel-line-failing = { $code } · { $kind } · takes no messages
channel-line-off = { $code } · { $kind } · off
channel-kind-website = 🖥 Website
channel-kind-marketplace = 🏬 Marketplace
channel-kind-fair = 🎪 Fair
channel-kind-gallery = 🏛 Gallery
channel-kind-shop = 🏪 Shop
channel-kind-hub = 🗄 Stock system
channel-add = ➕ Connect one
channel-which-kind = 🔗 What kind of place is it?
channel-ask-code = 🔗 What shall it be called? Short, in Latin letters and digits: <code>site</code>, <code>etsy</code>, <code>gallery-2</code>.
channel-keys =
    🔑 The key of “{ $code }”. It is shown once: copy it into the settings of that place and delete this message.

    <code>{ $key }</code>

    API: <code>{ $api }</code>
    Signing secret of messages: <code>{ $secret }</code>

    Files that the place pulls by itself (these addresses are secret too):
    YML: <code>{ $yml }</code>
    Google: <code>{ $google }</code>
    Table of stock: <code>{ $table }</code>
channel-copy-key = 📄 Copy the key
channel-wipe = 🗑 Delete the message
channel-head = 🔗 <b>{ $code }</b> · { $kind }
channel-off = ⏸ Off: its key and its files open nothing.
channel-seen = Last called { $when }
channel-unseen = Has never called yet
channel-hook = Messages go to { $where }
channel-no-hook = No messages are sent: it learns of changes when it asks.
channel-told = The last one was taken { $when }
channel-behind = ⏳ Does not know yet what changed { $when } and later
channel-error =
    { $tries ->
        [one] ⚠️ Trouble: { $error } ({ $tries } try)
       *[other] ⚠️ Trouble: { $error } ({ $tries } tries)
    }
channel-paused = Messages have stopped. Once it is mended, press “Try now”: everything arrives from where it stopped.
channel-resume = 🔄 Try now
channel-set-hook = 📨 Message address
channel-new-key = 🔑 New key
channel-on = 🔑 Switch on again
channel-disable = ⏸ Switch off
channel-key-sure = 🔑 Give “{ $code }” a new key? The old key, the signing secret and the file addresses stop working at once.
channel-key-yes = 🔑 New key
channel-off-sure = ⏸ Switch “{ $code }” off? Its sales and counts will not arrive any more. What was sold stays in the books.
channel-off-yes = ⏸ Switch off
channel-ask-hook = 📨 Send the address where “{ $code }” is told of changes: https://site/path. A minus (“-”) takes it away.
bad-channel-code = 🙅 A name has up to 40 Latin letters, digits, hyphens and underscores. For example: site.
# A work in the other places
channels-of-work = 🔗 Channels
channels-of-work-head = 🔗 Where { $title } is sold
channel-offer = { $code }:
channel-offer-none = not sold
channel-offer-price = { $price }
channel-offer-buffer =
    { $count ->
        [one] { $count } piece kept back
       *[other] { $count } pieces kept back
    }
channel-work-head = 🔗 { $title } in { $code }
channel-work-now =
    { $count ->
        [0] Nothing can be offered there now
        [one] { $count } piece can be bought there now
       *[other] { $count } pieces can be bought there now
    }
channel-list = 👁 Sell it there
channel-unlist = 🙈 Do not sell there
channel-buffer-less = ➖ Keep back fewer
channel-buffer-more = ➕ Keep back more
channel-price = ✏️ Own price
channel-price-common = 💰 Same price as here
channel-ask-price = ✏️ What does { $title } cost in { $code }? Here: { $price }. A minus (“-”) leaves it as it is.
