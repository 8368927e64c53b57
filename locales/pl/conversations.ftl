# Conversations between a buyer and the shop.

## Buttons
talk-ask = 💬 Zapytaj
talk-ask-like = 💬 Chcę podobną
talk-go-on = 💬 Odpowiedz
talk-read = 📖 Rozmowa
talk-leave = ❌ Nie teraz
talk-work = 🖼 Do pracy
sell-talk = 💬 Rozmowa
sell-talk-answer = 💬 Odpowiedz
sell-talk-more = 💬 Dopisz
sell-talk-done = ✅ Zamknij
sell-talk-files = 🖼 Pokaż pliki · { $count }
sell-talks = 💬 Pytania
sell-talks-all = 💬 Pytania · { $count }
sell-talk-send-held = ✉️ Wyślij mimo to
sell-talk-drop-held = 🗑 Nie wysyłaj

## What it is about
talk-subject-order = zamówienie { $number }
talk-subject-shop = sklep
talk-subject-like = podobna do { $title }

## The buyer's side
talk-prompt =
    💬 Pytanie do sprzedawcy: { $subject }.

    Wystarczy napisać je tutaj, można dodać zdjęcie lub plik. Odpowiedź przyjdzie w to samo miejsce.
talk-prompt-like =
    💬 Praca { $title }?

    Proszę napisać, co jest ważne: rozmiar, kolory, termin. Przekażemy autorowi i przyniesiemy odpowiedź tutaj.
talk-passed-on = 💬 Przekazane sprzedawcy, odpowiedź przyjdzie tutaj. Można od razu coś dopisać.
talk-answer = 💬 <b>Odpowiedź sprzedawcy</b>: { $subject }
talk-head = 💬 <b>Rozmowa</b>: { $subject }
talk-shop = Sprzedawca
talk-left = Dobrze
talk-only-words = 🙅 Przekazać można słowa, zdjęcia i pliki. Proszę napisać to tekstem.

## Both sides
talk-line = <b>{ $who }</b> · { $when }
talk-photo = 🖼 zdjęcie
talk-file = 📎 { $name }
talk-blanked = Treść usunięta: minęło dużo czasu.
talk-age-minutes = { $count } min
talk-age-hours = { $count } godz.
talk-age-days = { $count } dni
talk-answered = ✅ Odpowiedź: { $who }, { $when }
talk-closed = ✅ Zamknięte: { $who }, { $when }

## The seller's side
sell-talk-asks = 💬 <b>{ $name }</b> pyta: { $subject }
sell-talk-return = ↩️ <b>{ $name }</b> chce zwrócić: { $subject }
sell-talk-head = 💬 <b>{ $name }</b>: { $subject }
sell-talk-waits = ⏳ Czeka na odpowiedź: { $age }
sell-talk-empty = Jeszcze ani słowa.
sell-talk-type = 💬 Co odpowiedzieć? Do: { $name }, { $subject }. Może być też zdjęcie lub plik.
sell-talk-sent = ✅ Wysyłamy: { $name }, { $subject }
sell-talk-held = ⚠️ Na to pytanie już odpowiedziano. Odpowiedź jest zapisana i czeka na decyzję.
sell-talk-dropped = 🗑 Nie wysłano: { $name }, { $subject }
sell-talk-closed = ✅ Zamknięte: { $who }
sell-talks-head = 💬 <b>Czekają na odpowiedź</b>
sell-talks-line = { $name } · { $subject } · { $age }
sell-talks-none = 💬 Na wszystkie pytania odpowiedziano.
sell-desk-questions = 💬 Pytania: { $count }
tell-talk-undelivered = ⚠️ Odpowiedź nie dotarła: kupujący zatrzymał bota. Po jego powrocie można napisać jeszcze raz.

## Refusals
no-such-talk = 🙅 Nie ma tu takiej rozmowy.
too-many-questions =
    🙅 To już dużo wiadomości. Proszę napisać ponownie za { $minutes ->
        [one] { $minutes } minutę
        [few] { $minutes } minuty
       *[many] { $minutes } minut
    }.
