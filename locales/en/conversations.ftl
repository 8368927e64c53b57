# Conversations between a buyer and the shop.

## Buttons
talk-ask = 💬 Ask
talk-ask-like = 💬 I want one like it
talk-go-on = 💬 Reply
talk-read = 📖 Conversation
talk-leave = ❌ Not now
talk-work = 🖼 To the work
sell-talk = 💬 Conversation
sell-talk-answer = 💬 Answer
sell-talk-more = 💬 Write more
sell-talk-done = ✅ Close
sell-talk-files = 🖼 Show files · { $count }
sell-talks = 💬 All questions
sell-talks-all = 💬 All questions · { $count }
sell-talk-send-held = ✉️ Send it anyway
sell-talk-drop-held = 🗑 Do not send

## What it is about
talk-subject-order = order { $number }
talk-subject-shop = the shop
talk-subject-like = one like { $title }

## The buyer's side
talk-prompt =
    💬 A question to the seller: { $subject }.

    Write it here, with photos or files if you like. The answer comes here too.
talk-prompt-like =
    💬 Would you like { $title }?

    Write what matters to you: size, colours, by when. We pass it on and bring the answer here.
talk-passed-on = 💬 It is with the seller, the answer comes here. To add something, just write on.
talk-answer = 💬 <b>The seller’s answer</b>: { $subject }
talk-head = 💬 <b>Conversation</b>: { $subject }
talk-shop = The seller
talk-left = All right
talk-only-words = 🙅 Words, photos and files can be passed on. Please write it as text.

## Both sides
talk-line = <b>{ $who }</b> · { $when }
talk-photo = 🖼 photo
talk-file = 📎 { $name }
talk-blanked = The words were deleted: it was long ago.
talk-age-minutes = { $count } min
talk-age-hours = { $count } h
talk-age-days = { $count } d
talk-answered = ✅ Answered: { $who }, { $when }
talk-closed = ✅ Closed: { $who }, { $when }

## The seller's side
sell-talk-asks = 💬 <b>{ $name }</b> asks: { $subject }
sell-talk-return = ↩️ <b>{ $name }</b> wants to give back: { $subject }
sell-talk-head = 💬 <b>{ $name }</b>: { $subject }
sell-talk-waits = ⏳ Waiting for an answer: { $age }
sell-talk-empty = Not a word yet.
sell-talk-type = 💬 What to answer? To { $name }, { $subject }. A photo or a file will do too.
sell-talk-sent = ✅ On its way: { $name }, { $subject }
sell-talk-held = ⚠️ This question has been answered already. Your answer is kept and waits for your word.
sell-talk-dropped = 🗑 Not sent: { $name }, { $subject }
sell-talk-closed = ✅ Closed: { $who }
sell-talks-head = 💬 <b>Waiting for an answer</b>
sell-talks-line = { $name } · { $subject } · { $age }
sell-talks-none = 💬 Every question is answered.
sell-desk-questions = 💬 Questions: { $count }
tell-talk-undelivered = ⚠️ The answer did not arrive: the buyer has stopped the bot. Write again if they come back.

## Refusals
no-such-talk = 🙅 There is no such conversation here.
too-many-questions =
    🙅 That is a lot of messages. Please write again in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
