# Posts in the showcase; the work itself is described as on a buyer's card.
post-withdrawn = Not for sale right now
post-sold = 🔴 <b>Sold</b>
post-buy = ⚡ Buy
post-similar = 🛍 Similar works
post-like = 💬 Order one like it
post-catalogue = 🛍 Whole catalogue
post-link = <a href="{ $url }">{ $label }</a>
post-collection = 🖼 <b>New works</b>
post-line = { $title } — { $price }
post-line-held = { $title } — { $price }, on hold
post-line-sold = { $title } — sold
post-line-withdrawn = { $title } — not for sale right now
window-head = 🛍 <b>{ $shop }</b>
window-works =
    { $count ->
        [one] { $count } work for sale
       *[other] { $count } works for sale
    }
window-empty = Everything has found its owner. New works will appear here.
window-new = <b>New</b>

## What a visitor of a sold work's post reads first
similar-to = 🛍 Similar to { $title }

## 📣 when and how
post-options = 🕒 When and how
post-ask = 📣 When shall { $title } be posted?
post-nothing-to-ask = 😔 { $title } cannot be bought now: a post would offer nothing.
post-stands = In the channel: { $when }. A new post will come below.
post-waits = A post is planned: { $when }
post-now = 📣 Now
post-at = 🕒 { $when }
post-own-time = 🕒 Another time
post-album =
    { $count ->
        [one] 🎞 Album: { $count } photo
       *[other] 🎞 Album: { $count } photos
    }
post-old-away = 🗑 Remove the old
post-chosen = { $label } ✓
post-ask-time = 🕒 When shall it be posted? For example: <code>tomorrow 19:30</code>, <code>25.11 12:00</code> or <code>saturday 6pm</code>
post-planned = 🕒 <b>The post will come { $when }</b>
post-planned-listed = 🕒 <b>In the catalogue, the post will come { $when }</b>
post-on-its-way = 📣 The post is on its way to the channel
post-cancelled = ❌ The post is cancelled
plans-open = 🕒 Planned posts
plans-head = 🕒 <b>Planned posts</b>
plans-none = 🕒 Nothing is planned. A time for a post is chosen with 📣 under a work.
plans-line = { $when } · { $title }
plan-of =
    { $count ->
        [one] { $title }
       *[other] { $title } and { $more } more
    }
plan-ask = 🕒 The post will come { $when }. Move it?
plan-cancel = ❌ Cancel the post

## A collection
collection-open = 🎴 Collection
collection-head = 🎴 <b>Collection</b>
collection-how = Choose 2 to 10 works: each gets a picture and a line with its link.
collection-next = ➡️ Next · { $count }
collection-ask = 🎴 When shall the collection be posted?
collection-drop = ❌ Not now

## The showcase as a whole
front-open = 📣 Showcase channel
front-head = 📣 <b>Showcase channel</b>
front-posts =
    { $count ->
        [0] No posts yet
        [one] { $count } post shows what is true now
       *[other] { $count } posts show what is true now
    }
front-plans =
    { $count ->
        [one] { $count } post is planned
       *[other] { $count } posts are planned
    }
front-window = A post with categories and new works is pinned
front-no-window = Nothing is pinned
front-rule-keep = Sold works stay: a mark and two buttons
front-rule-bare = Sold works stay with a mark, without buttons
front-rule-delete = Posts of sold works are deleted
front-plans-open = 🕒 Planned · { $count }
front-pin = 📌 Pin categories
front-pin-again = 📌 Refresh the pin
front-unpin = 🗑 Remove the pin
front-pinning = 📌 The post with categories is on its way to the channel
front-unpinning = 🗑 The pinned post is being removed
front-sold = 🔴 Sold works
rule-head =
    🔴 <b>Sold works</b>
    What becomes of a post when its work is sold? Works sold before are not deleted by this rule.
rule-keep = 🔴 With buttons
rule-bare = 🔴 Without buttons
rule-delete = 🗑 Delete the post

## Refusals
post-time-not-understood = 🙅 This time cannot be read: { $text }. Write, for example, tomorrow 19:30 or 25.11 12:00.
post-time-over = 🙅 That time has passed. Write one that is still to come, or choose 📣 now.
post-time-too-far = 🙅 That is too far ahead: posts are planned for { $days } days at most.
post-nothing = 😔 There is nothing to post: the work is sold or hidden.
post-moved-on = 🙅 This post is out or cancelled already.
post-too-many = 🙅 A collection holds { $limit } works at most. Take one out first.

## Alerts
tell-post-skipped = ⚠️ A post was not sent: { $title } is sold or hidden. Once it is for sale again, a post can be planned anew.
tell-post-skipped-all = ⚠️ A post was not sent: nothing in it can be bought any more.
tell-post-shortened =
    { $count ->
        [one] ⚠️ The collection was posted without { $count } work that can no longer be bought.
       *[other] ⚠️ The collection was posted without { $count } works that can no longer be bought.
    }
tell-pin-refused = ⚠️ The post with categories is out but not pinned: the bot needs the right to edit messages of others in the channel. Give it, and press “Refresh the pin”.
tell-post-stays = ⚠️ The old post is still in the channel: Telegram does not let the bot delete it. Give the bot the right to delete messages, or delete the post yourself.
tell-showcase-shut = ⚠️ The showcase channel shuts the bot out: { $error }. Make the bot an administrator who may post and edit messages; the posts will catch up by themselves.
tell-parked-publish = send a post
