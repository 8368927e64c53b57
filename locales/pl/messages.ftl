# Service messages to a buyer: the first words say what has happened, even in a notification.

went-wrong = ⚠️ Coś poszło nie tak, już to sprawdzamy. Prosimy spróbować ponownie za chwilę.

hold-reminder = ⏳ Rezerwacja { $until }: { $what }.
hold-reminder-next = Zostało niewiele czasu: warto dokończyć zamówienie, żeby rezerwacja nie przepadła.
hold-ended-unpaid = ⌛ Zamówienie { $number } nie zostało opłacone na czas, rezerwacja wygasła.
hold-ended-bank = ⌛ Płatność za zamówienie { $number } nie powiodła się, rezerwacja wygasła.
hold-ended-bank-next = Bank ją odrzucił, pieniądze nie zostały pobrane. Można spróbować inną kartą.
order-paid = 🎉 Zamówienie { $number } opłacone: <b>{ $sum }</b>
order-accepted = 🎉 Zamówienie { $number } przyjęte
payment-checked = ⚠️ Sprawdzamy płatność za zamówienie { $number }.
payment-checked-next = Płatność dotarła, ale różni się od zamówienia. Sprzedawca już wie i da znać, nic nie trzeba robić.
money-back-late = 😔 Zamówienia { $number } nie da się zrealizować, zwrócimy <b>{ $sum }</b>. Płatność dotarła po rezerwacji, a w tym czasie ktoś kupił: { $what }. Przepraszamy.
money-back-double = 💸 Zwracamy <b>{ $sum }</b>: zamówienie { $number } opłacono dwa razy. Przepraszamy.
money-back-cancelled = 💸 Zwracamy <b>{ $sum }</b>: zamówienie { $number } anulowano przed płatnością.
money-back-when = Wróci cała kwota, tą samą drogą. Zwykle trwa to kilka minut, czasem kilka dni: zależy od banku.
order-ready = 👌 Zamówienie { $number } jest gotowe do odbioru.
order-waiting = 👌 Zamówienie { $number } czeka na odbiór.
order-last-day = 👌 Zbliża się ostatni dzień: zamówienie { $number } czeka { $until }.
bring-money = Do zapłaty na miejscu: <b>{ $sum }</b>
bring-nothing = Wszystko opłacone: potrzebny jest tylko kod.
order-handed-over = 🤲 Zamówienie { $number } zostało wydane.
refunded = 💸 Zamówienie { $number }: zwróciliśmy <b>{ $sum }</b>.
refunded-online = Na kartę trwa to kilka minut, czasem kilka dni: zależy od banku.
refunded-by-hand = Pieniądze zostały zwrócone tak, jak zostały zapłacone.
order-called-off = ❌ Sprzedawca anulował zamówienie { $number }.
called-off-unpaid = Nic nie zostało pobrane. Można zapytać sprzedawcę: /paysupport
sold-elsewhere = 😔 Rezerwacja zdjęta, sprzedano w innym miejscu: { $what }.
sold-elsewhere-next = Tak bywa, gdy ktoś kupi pracę prosto na wystawie. Przepraszamy; nic nie zostało pobrane.
