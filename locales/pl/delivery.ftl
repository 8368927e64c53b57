# Delivery by courier or post: how it is chosen, what it costs, and how it travels.

## The choice
delivery-or = Albo z dostawą:
delivery-which = Jak dostarczyć?
way-price = { $title } — { $price }
way-free-from = { $title } — { $price }, od { $least } gratis
way-free = { $title } — gratis
way-later = { $title } — cenę poda sprzedawca
delivery-heading = Dokąd dostarczyć:
delivery-days = Czas: { $days }
other-way = 🚚 Inny sposób
change-address = ✏️ Adres
ask-address = Dokąd dostarczyć? Proszę podać adres w jednej wiadomości: kod, miasto, ulica, dom, mieszkanie i odbiorca.
address-now = Teraz: { $address }

## The price that is told later
ask-price = 📨 Zapytaj o cenę
ask-price-note = Cenę dostawy pod ten adres poda sprzedawca. Prace czekają zarezerwowane, a decyzja należy potem do kupującego.
quote-waiting = 📨 Zamówienie { $number }: sprzedawca liczy dostawę
quote-waiting-until = Rezerwacja trwa { $until }. Napiszemy, gdy tylko będzie cena.
quoted = 🚚 Dostawa zamówienia { $number }: <b>{ $price }</b>
quoted-again = ⏳ Dostawa zamówienia { $number } czeka na odpowiedź: <b>{ $price }</b>
quoted-until = Rezerwacja trwa { $until }.
accept-pay = ✅ Akceptuję i płacę
accept-on-receipt = 🤝 Przy odbiorze
decline-price = ❌ Rezygnuję
collect-instead = 📍 Odbiorę osobiście
offer-open = 🚚 Cena dostawy
delivery-refused = 😔 Zamówienia { $number } nie da się dostarczyć pod ten adres.
delivery-refused-next = Rezerwacja zdjęta, nic nie zostało pobrane. Można zamówić ponownie i wybrać inny sposób.
quote-over = ⌛ Sprzedawca nie podał na czas ceny dostawy zamówienia { $number }, rezerwacja zdjęta.
quote-over-unanswered = ⌛ Cena dostawy zamówienia { $number } została bez odpowiedzi, rezerwacja zdjęta.
payment-trouble-again = Nic nie zostało pobrane. Proszę spróbować jeszcze raz albo napisać do sprzedawcy.

## On its way
parcel-sent = 🚚 Zamówienie { $number } wysłane.
parcel-arrived = 📦 Czy zamówienie { $number } już dotarło?
parcel-arrived-next = Jeśli praca jest na miejscu, proszę nacisnąć „Odebrane”. Jeśli nie, proszę napisać do sprzedawcy.
parcel-not-sent = 🕒 Zamówienie { $number } jednak jeszcze nie wyruszyło: napisaliśmy za wcześnie. Damy znać, gdy będzie w drodze.
parcel-came = ✅ Zamówienie { $number } dotarło.
parcel-track = Numer przesyłki: <code>{ $track }</code>
parcel-follow = 🔎 Gdzie paczka
parcel-received = ✅ Odebrane
parcel-pay = Do zapłaty przy odbiorze: <b>{ $sum }</b>
step-priced = Cena dostawy
step-sent = Wysłane
step-received = Odebrane
todo-asked = Nic nie trzeba robić: napiszemy, gdy sprzedawca poda cenę dostawy.
todo-quoted = Sprzedawca podał cenę dostawy: można ją przyjąć albo zrezygnować.
todo-travels = Nic nie trzeba robić: napiszemy, gdy paczka wyruszy.
todo-sent = Gdy paczka dotrze, proszę nacisnąć „Odebrane”.
todo-sent-pay = Przy odbiorze do zapłaty { $sum }.

## Refusals
no-such-way = 🙅 Tego sposobu dostawy już nie ma. Proszę wybrać inny.
delivery-moved-on = 🙅 W dostawie coś się zmieniło. Proszę otworzyć zamówienie ponownie.
bad-address = 🙅 Pod taki adres nie da się dostarczyć. Proszę podać słowami miasto, ulicę i dom, najwyżej { $limit } znaków.
quote-changed = ⚠️ Cena dostawy się zmieniła. Oto nowa.
quote-by-colleague = 🙅 Ktoś z zespołu podał już cenę. Oto ona: można ją zmienić.
to-be-sent = 🙅 To zamówienie jedzie z dostawą. Proszę je otworzyć i nacisnąć „Wysłane”.
bad-way = 🙅 Nie rozumiem „{ $text }”. Kolejność: nazwa; cena; dokąd; czas.
bad-delivery-sum = 🙅 Nie da się odczytać ceny „{ $text }”. Proszę napisać na przykład 500 albo „gratis”.
bad-quote-hours = 🙅 Proszę podać całkowitą liczbę godzin od 1 do { $limit }.
bad-track = 🙅 Numer albo link, najwyżej { $limit } znaków.

## The seller: ways
sell-settings-delivery = 🚚 Dostawa
sell-ways-head = 🚚 <b>Dostawa</b>
sell-ways-none = 🚚 Dostawy jeszcze nie ma: kupujący odbierają sami. Proszę dodać kuriera albo pocztę.
sell-quote-times =
    Czas na podanie ceny: { $within } godz., potem rezerwacja wygasa.
    Na odpowiedź kupującego czekamy: { $stands } godz.
sell-way-add-courier = 🚚 Nowy kurier
sell-way-add-post = 📦 Poczta, firma
sell-ask-way-courier =
    🚚 Proszę opisać kuriera w jednej wiadomości: nazwa; cena; dokąd; czas.
    <code>Kurier; 20 od 300 gratis; Warszawa; 1–2 dni</code>
    Zamiast ceny można napisać „gratis” albo „później”: wtedy cenę podaje się do każdego zamówienia.
sell-ask-way-post =
    📦 Proszę opisać wysyłkę w jednej wiadomości: nazwa; cena; dokąd; czas.
    <code>Poczta; później; cały świat; 5–20 dni</code>
    „Później”: cenę podaje się do każdego zamówienia. Może być też kwota: 35 albo „35 od 500 gratis”.
sell-ask-way-anew =
    ✏️ Proszę przysłać opis od nowa, „-” zostawia go. Teraz brzmi tak:
    <code>{ $way }</code>
sell-way-note = Tak zobaczą to kupujący.
sell-way-off = 🙈 Wyłączona: kupujący jej nie widzą.
sell-way-unpayable = ⚠️ Kupujący jej nie widzą: sklep nie przyjmuje płatności online. Można pozwolić na płatność przy odbiorze.
sell-way-on-receipt = Można zapłacić przy odbiorze
sell-way-turn-on = ✅ Włącz
sell-way-turn-off = 🙈 Wyłącz
sell-way-receipt-on = 🤝 I przy odbiorze
sell-way-receipt-off = 💳 Tylko z góry
sell-way-give-up = 🗑 Usuń
sell-way-give-up-sure = 🗑 Usunąć „{ $title }”? Nowe zamówienia jej nie zobaczą, wcześniejsze ją zachowają.
sell-way-give-up-yes = 🗑 Tak, usuń
sell-edit-quote-within = ⏳ Na cenę
sell-edit-quote-stands = ⏳ Na odpowiedź
sell-ask-quote-within = ⏳ W ile godzin zostanie podana cena dostawy? Przez ten czas prace są zarezerwowane. Na przykład: <code>24</code>. „-” zostawia.
sell-ask-quote-stands = ⏳ Ile godzin czekać na odpowiedź kupującego? Przez ten czas prace są zarezerwowane. Na przykład: <code>24</code>. „-” zostawia.

## The seller: one order
sell-order-asked = 📨 <b>{ $number }</b> — trzeba podać cenę dostawy
sell-order-quoted = ⏳ <b>{ $number }</b> — cena podana, czekamy na kupującego
sell-order-sent = 🚚 <b>{ $number }</b> — w drodze
sell-order-received = ✅ <b>{ $number }</b> — odebrane
sell-state-asked = podać cenę
sell-state-quoted = czeka na odpowiedź
sell-state-sent = w drodze
sell-state-received = odebrane
sell-order-address = Adres: <code>{ $address }</code>
sell-order-held = Prace zarezerwowane { $until }
sell-quote = 💰 Podaj cenę
sell-quote-again = 💰 Inna cena
sell-refuse = ❌ Bez dostawy
sell-refuse-sure = ❌ Nie dostarczać zamówienia { $number }? Zostanie anulowane, prace wrócą do sprzedaży, kupujący dostanie wiadomość.
sell-refuse-yes = ❌ Tak, odmów
sell-ask-quote = 💰 Ile kosztuje dostawa zamówienia { $number }? Proszę podać kwotę, może być z czasem: <code>85; 3–5 dni</code>
sell-send = 🚚 Wysłane
sell-delivered = 🤲 Doręczone
sell-track = ✏️ Numer przesyłki
sell-no-track = 🚚 Bez numeru
sell-not-sent = ↩️ Nie wysłane
sell-not-sent-sure = ↩️ Zamówienie { $number } jednak nie zostało wysłane? Kupujący dostanie wiadomość, że jest jeszcze u Was.
sell-not-sent-yes = ↩️ Tak, jeszcze u nas
sell-ask-track = 🚚 Zamówienie { $number }: proszę przysłać numer przesyłki albo link do śledzenia.
sell-refund-parts = 💸 Zamówienie { $number } jest w drodze albo doręczone. Prace kosztują { $goods }, z dostawą { $amount }. Co zwrócić?
sell-refund-goods = 💸 Za prace
sell-refund-whole = 💸 Wszystko z dostawą
sell-return-with-delivery = Razem z dostawą będzie { $amount }.
sell-quotes = 💰 Podaj ceny
sell-desk-asked =
    { $count ->
        [one] Podać cenę dostawy: { $count } zamówienie
        [few] Podać cenę dostawy: { $count } zamówienia
       *[many] Podać cenę dostawy: { $count } zamówień
    }
sell-desk-quoted =
    { $count ->
        [one] O dostawie decyduje kupujący: { $count } zamówienie
        [few] O dostawie decydują kupujący: { $count } zamówienia
       *[many] O dostawie decydują kupujący: { $count } zamówień
    }
sell-desk-sent =
    { $count ->
        [one] W drodze: { $count } zamówienie
        [few] W drodze: { $count } zamówienia
       *[many] W drodze: { $count } zamówień
    }
tell-quote-asked = 📨 Ile kosztuje dostawa? Zamówienie <b>{ $number }</b> czeka na cenę.
tell-quote-due = ⏳ Zamówienie <b>{ $number }</b> czeka na cenę dostawy { $until }. Potem rezerwacja wygaśnie.
tell-quote-declined = ❌ Kupujący zrezygnował z zamówienia <b>{ $number }</b>: dostawa nie odpowiada. Prace wróciły do sprzedaży.
tell-quote-collects = 📍 Zamówienie <b>{ $number }</b>: dostawa nie odpowiada, kupujący wybiera miejsce odbioru. Prace są nadal zarezerwowane.
tell-quote-missed = ⌛ Ceny dostawy zamówienia <b>{ $number }</b> nie podano na czas. Rezerwacja zdjęta, kupujący dostał wiadomość.
tell-quote-unanswered = ⌛ Kupujący nie odpowiedział na cenę dostawy zamówienia <b>{ $number }</b>. Rezerwacja zdjęta.
tell-received = ✅ Kupujący odebrał zamówienie <b>{ $number }</b>.
tell-parcel-slow = ⚠️ Zamówienie <b>{ $number }</b> jest w drodze od trzech tygodni. Warto zapytać kupującego, czy dotarło.
sell-way-other = { $language }: { $words }
