# Paragony

ask-email = Dokąd wysłać paragon? Proszę wpisać e-mail. Pytamy tylko raz.
email-noted = Paragon przyjdzie na { $email }.
receipt-contact-needed = 🙅 Przed płatnością musimy wiedzieć, dokąd wysłać paragon. Proszę jeszcze raz nacisnąć „Zapłać”.
bad-email = 🙅 Na ten adres poczta nie dojdzie. Proszę podać cały, na przykład anna@example.com.

sell-receipt-payment = 🧾 Paragon: { sell-receipt-state }
sell-receipt-settlement = 🧾 Paragon przy wydaniu: { sell-receipt-state }
sell-receipt-state = { $state ->
    [succeeded] wysłany
    [canceled] nie powstał, trzeba go wystawić w panelu
   *[other] w drodze
}
tell-receipt-trouble = ⚠️ Paragon do zamówienia <b>{ $number }</b> nie powstał: { $reason }. Proszę wystawić go w panelu YooKassa; zamówienie idzie swoją drogą.
receipt-late = od trzech dni nie jest gotowy
receipt-canceled = kasa go nie przyjęła
tell-parked-receipt = wysłać paragonu

data-part-receipt = Paragony
data-email = E-mail

sell-part = ✂️ Zwróć część
sell-part-ask = ✂️ Ile zwrócić za zamówienie <b>{ $number }</b>? Zostaje ono bez zmian. Zapłacono { $kept }, proszę podać mniejszą kwotę.
sell-part-done = ✂️ <b>{ $number }</b> — zwracamy { $amount }, kupujący dostanie wiadomość
too-much-back = 🙅 Tyle nie można zwrócić częściowo. Proszę podać kwotę większą od zera i mniejszą od zapłaconej; aby oddać wszystko, proszę nacisnąć „Zwróć pieniądze”.
