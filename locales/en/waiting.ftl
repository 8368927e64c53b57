# Favourites, the line for what is gone, and news of lower prices.

## Buttons: an emoji that is the same everywhere, 20 characters at most
to-favourites = ❤️ Favourites
favourite-add = ❤️ To favourites
favourite-on = ❤️ In favourites ✓
wait = 🔔 Let me know
wait-on = 🔔 You’re in line ✓
wait-quit = 🔕 Not needed
open-work = 🖼 Have a look
prices-watch = 🔔 Watch prices
prices-stop = 🔕 Stop watching
prices-no-more = 🔕 No price news

## Answers to a tap
favourite-added = Added to favourites
favourite-dropped = Removed from favourites
wait-asked = We’ll write as soon as it is back. Changed your mind? Press again.
wait-left = All right, we won’t write about this work
wait-already = You are in line already: we’ll write as soon as it is back.
prices-watched = We’ll write if something gets cheaper
prices-stopped = No more messages about prices

## Favourites
favourites-title = <b>Favourites</b>
favourites-empty = Nothing here yet. Mark a work you like with the heart and it will always be at hand.
favourite-gone = { $line } · sold
favourite-held = { $line } · on hold
prices-ask = We can watch prices for you: a message if a work from here, your cart or your line gets cheaper. At most once a day, never at night.
prices-on = Watching prices: we’ll write if something gets cheaper.

## It is back
back-held = ⏳ Held for you { $until }: { $title }.
back-held-next = The work is free again and it is your turn. If you don’t check out in this time, it goes to the next person.
its-back = 🔔 Back for sale: { $title }.
its-back-next = You asked us to tell you. It is not held for you: whoever checks out first has it.
turn-over = ⌛ No longer held for you: { $title }.
turn-over-next = The time is over, and somebody else may buy it now. If you still want it, get in line again.
turn-lost = 😔 Sold elsewhere: { $title }.
turn-lost-next = It happens when a work is bought right at an exhibition. We are sorry. Your place in line is still yours: if it comes back, we’ll write.
wait-quit-done = 🔕 No more messages about this work: { $title }.
wait-quit-done-gone = 🔕 No more messages about this work.
money-back-first = If the work comes back, you’ll be the first to know.

## It is cheaper
cheaper = 🔔 Now cheaper: { $line }
cheaper-several = 🔔 Works you watch have become cheaper:
cheaper-line = { $title } — <s>{ $before }</s> <b>{ $price }</b>
cheaper-rest = and { $count } more
prices-off = 🔕 No more messages about prices.

## For the seller
sell-wished-button = 🔔 Most wanted
sell-wished = 🔔 <b>What buyers want most</b>
sell-wished-nothing = Nobody waits for anything yet. As soon as buyers mark works, the most wanted ones stand here.
sell-wished-line = { $title } — { $who }
sell-waiting = { $count } waiting
sell-kept =
    { $count ->
        [one] in { $count } person’s favourites
       *[other] in { $count } people’s favourites
    }
sell-term-waiting-people = Told of each piece that is back: { $people }
sell-edit-waiting-people = ✏️ Waiting line
sell-ask-term-waiting-people = ✏️ How many people in line hear of each piece that is back? For example: <code>3</code>. Of a one-of-a-kind work always one. “-” keeps it.
bad-people = 🙅 Write a whole number of people from 1 to { $limit }.
