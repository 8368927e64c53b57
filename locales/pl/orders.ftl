# Orders as their buyer follows them, and orders that come back.

## The line of progress
step-placed = Złożone
step-accepted = Przyjęte
step-paid = Opłacone
step-in-work = W realizacji
step-ready = Gotowe
step-handed-over = Wydane
step-cancelled = Anulowane
step-expired = Rezerwacja wygasła
step-done = ● { $step } · { $when }
step-present = <b>● { $step }</b> · { $when }
step-coming = ○ { $step }
orders-over = <i>Zakończone</i>
money-partly-back = Część zwrócona, pozostało { $sum }

## Cancelling and ordering again
cancel-ask-link = Nic nie pobrano. W razie zapłaty przez link pieniądze wrócą w całości.
cancel-ask-nothing = Nie trzeba nic płacić.
cancel-why = Podanie powodu pomoże sprzedawcy.
cancel-mind = ❌ Zmiana planów
cancel-long = ❌ Za długo trwa
again-partly = 😔 Już nie do kupienia: { $titles }. Resztę trzymamy.
again-nothing = 😔 Już niedostępne: { $what }. Można zobaczyć podobne albo zapytać autora.
cancelled-mind = zmiana planów
cancelled-long = za długo trwa
tell-cancelled-why = Powód: { $why }

## Giving back, the buyer's side
return-ask = ↩️ Zwróć
return-prompt = ↩️ Zwrot zamówienia { $number }. Proszę napisać, co jest nie tak; zdjęcia pomogą. Sprzedawca odpowie tutaj.
return-passed-on = ↩️ Prośba o zwrot zamówienia { $number } jest u sprzedawcy. Można od razu dodać zdjęcia lub słowa.
return-asked = ↩️ Sprzedawca rozpatruje zwrot. Nic nie trzeba robić: damy znać.
return-accepted = ↩️ Zwrot zamówienia { $number } przyjęty.
return-accepted-head = ↩️ Zwrot przyjęty.
return-to-place = Proszę przynieść tutaj: { $place }
return-money-then = Całość zwrócimy, gdy tylko praca do nas wróci.
return-declined = 🙅 Zwrot zamówienia { $number } odrzucony.
return-declined-head = 🙅 Zwrot odrzucony:
return-done = ↩️ To zamówienie zostało zwrócone.
return-too-late = 🙅 Termin zwrotu tego zamówienia minął. Warto napisać do sprzedawcy.
return-moved-on = 🙅 Zwrot tego zamówienia jest już rozpatrywany lub zamknięty.

## Giving back and more, the seller's side
sell-begin = 🛠 Zacznij
sell-money-coming-back = <b>{ $total }</b> · zwracamy { $sum }
sell-return-asked = ↩️ Kupujący chce zwrócić zamówienie
sell-return-accepted = ↩️ Zwrot przyjęty. Gdy praca wróci, trzeba wybrać, co z nią zrobić.
sell-return-declined = ❌ Zwrot odrzucony
sell-return-restocked = ↩️ Wróciło, znów w sprzedaży
sell-return-written-off = ↩️ Wróciło, spisane ze stanu
sell-return-accept = ✅ Przyjmij zwrot
sell-return-decline = ❌ Odrzuć
sell-return-back = ↩️ Do sprzedaży
sell-return-off = 🗑 Spisz ze stanu
sell-return-yes = 💸 Tak, zwróć
sell-return-here = 📍 W punkcie odbioru
sell-return-how = ↩️ Jak zwrócić zamówienie { $number }? Proszę podać miejsce i czas: kupujący to przeczyta.
sell-return-why = ❌ Dlaczego zwrot { $number } odrzucony? Kupujący przeczyta te słowa.
sell-return-back-sure = ↩️ Czy zamówienie { $number } już wróciło? Zwrócimy { $amount }, prace wrócą do sprzedaży.
sell-return-off-sure = 🗑 Czy zamówienie { $number } już wróciło? Zwrócimy { $amount }, prace nie wrócą do sprzedaży.
sell-edit-return-within = ✏️ Termin zwrotu
sell-ask-term-return-within = ✏️ Ile dni po wydaniu można zwrócić zamówienie? Na przykład: <code>7</code>. „brak” — bez zwrotów, „-” zostawia bez zmian.
tell-mismatch-amount = Przyszło { $came }, w zamówieniu { $wanted }.
tell-mismatch-test = Płatność testowa w działającym sklepie albo odwrotnie: { $came }.
tell-mismatch-other = Płatność dotyczy czegoś innego: { $came }.
tell-mismatch-payment = Płatność w YooKassa: <code>{ $payment }</code>
tell-mismatch-next = Można zwrócić ją w panelu YooKassa i nacisnąć „Sprawdź ponownie” albo napisać do kupującego.
tell-mismatch-again = Sprawdzono ponownie: nadal się nie zgadza i nie została zwrócona.
sell-mismatch-check = 🔄 Sprawdź ponownie
why-return = wróciło
sell-term-return-within =
    { $days ->
        [0] Zwroty: nie przyjmujemy
        [one] Zwroty: { $days } dzień po wydaniu
       *[other] Zwroty: { $days } dni po wydaniu
    }
