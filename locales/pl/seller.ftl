# What a seller sees.

## Buttons that stand in many places
sell-add = 🆕 Nowa praca
sell-add-another = 🆕 Kolejna praca
sell-board = 📋 Zamówienia
sell-stock-button = 🏷 Stan
sell-settings = ⚙️ Ustawienia
sell-desk = 🧰 Panel sprzedawcy
sell-back = ⬅️ Wstecz
sell-back-stock = 🏷 Wszystkie prace
sell-leave = ❌ Nie teraz
sell-open-work = 🖼 Otwórz pracę
sell-open-order = 📦 Otwórz zamówienie

## A new work
sell-add-how =
    🆕 <b>Nowa praca</b>
    Wystarczy zdjęcie z podpisem w jednej wiadomości:
    <code>Zachód nad Wisłą, 1 200, olej na płótnie, 40×50, 2026</code>
    Najpierw tytuł, reszta po przecinkach. Kilka sztuk: „3 szt”, nakład: „3/30”. Album też się nada.
    Jeśli jest: „z certyfikatem”, a w ostatnim wierszu „pielęgnacja: chronić przed słońcem”.
    Dla siebie: „koszt 3000”. Kupujący go nie widzą.
sell-caption = 🆕 Teraz podpis: tytuł, cena i co jeszcze ważne, po przecinkach. Na przykład: <code>Zachód nad Wisłą, 1 200, olej na płótnie, 40×50</code>
sell-album-caption = 🆕 Album nie ma podpisu. Po wpisaniu podpisu zostanie użyte pierwsze zdjęcie. Aby użyć wszystkich, trzeba wysłać album jeszcze raz z podpisem.
sell-draft-sku =
    { $count ->
        [one] SKU <code>{ $sku }</code>, { $count } sztuka
        [few] SKU <code>{ $sku }</code>, { $count } sztuki
       *[many] SKU <code>{ $sku }</code>, { $count } sztuk
    }
sell-draft-note = Tak zobaczą ją kupujący. Na razie widzi ją tylko sprzedawca.
sell-draft-which-price = Cenę można odczytać na kilka sposobów. Która jest właściwa?
sell-publish = 📣 Opublikuj
sell-list = ✅ Do katalogu
sell-edit = ✏️ Popraw
sell-category = 🗂 Kategoria
sell-drop = ❌ Usuń szkic
sell-correct = ✏️ Można wysłać cały nowy podpis albo tylko to, co się zmienia: „15 000”, „3 szt”, „40×60”, „olej na płótnie”, nowy tytuł. „-” zostawia bez zmian.
sell-published = 📣 W katalogu, post jest w drodze na kanał
sell-listed = ✅ W katalogu
sell-sku = SKU <code>{ $sku }</code>
sell-dropped = ❌ Szkic usunięty. Zdjęcie można wysłać ponownie w każdej chwili.

## A work for sale
sell-hidden = 🙈 Ukryta przed kupującymi
sell-cost = Koszt { $cost }
sell-free = Wolne { $free } z { $hand }
sell-held = Odłożone { $held }
sell-promised = W zamówieniach { $promised }
sell-short = ⚠️ Obiecano więcej, niż jest: brakuje { $count } szt.
sell-count = 🏷 Ile jest
sell-edit-price = ✏️ Cena
sell-edit-title = ✏️ Tytuł
sell-edit-cost = ✏️ Koszt
sell-edit-care = ✏️ Pielęgnacja
sell-certificate = ✏️ Certyfikat
sell-certificate-on = ✏️ Certyfikat ✓
sell-hide = 🙈 Ukryj
sell-show = 👁 Pokaż
sell-why = 🧾 Ruchy
sell-category-which = 🗂 W której kategorii jest „{ $title }”?
sell-category-new = 🆕 Nowa kategoria
sell-ask-category = 🗂 Jak nazwać nową kategorię? Na przykład: <code>Malarstwo</code>
sell-ask-price = ✏️ Nowa cena pracy „{ $title }”? Teraz { $price }. „-” zostawia bez zmian.
sell-ask-title = ✏️ Nowy tytuł zamiast „{ $title }”? „-” zostawia bez zmian.
sell-ask-cost = ✏️ Ile kosztowało wykonanie jednej sztuki { $title }? Teraz: { $cost }. Widzą to tylko osoby, które widzą pieniądze. „-” zostawia, „nie” — koszt nieznany.
sell-no-cost = nie podano
sell-ask-care = ✏️ Jak dbać o pracę „{ $title }”? Teraz: { $care } „-” zostawia bez zmian, 0 usuwa.
sell-no-care = nic nie podano.
sell-ask-count = 🏷 Ile sztuk „{ $title }” (<code>{ $sku }</code>) jest na stanie? Według ksiąg { $count }. „-” zostawia bez zmian.

## Stock
sell-stock = 🏷 <b>Prace</b> i ile sztuk można kupić
sell-stock-empty = 🏷 W katalogu nic jeszcze nie ma. Najlepiej zacząć od zdjęcia.
sell-ask-stock = 🏷 Proszę o SKU i liczbę sztuk: <code>W-0042 3</code>
sell-counted = 🏷 <code>{ $sku }</code>: było { $before }, jest { $after }. Wolne: { $free }.
sell-counted-short = ⚠️ <code>{ $sku }</code>: było { $before }, jest { $after }. W zamówieniach jest o { $short } więcej: trzeba anulować nadmiar albo poprawić liczbę.
sell-ask-sold = 🎪 Co zostało sprzedane? Proszę o SKU, liczbę sztuk i cenę: <code>W-0042 1 1200</code>. Liczbę i cenę można pominąć.
sell-sold =
    { $count ->
        [one] 🎪 Zapisano: <code>{ $sku }</code>, sprzedana { $count } sztuka.
        [few] 🎪 Zapisano: <code>{ $sku }</code>, sprzedane { $count } sztuki.
       *[many] 🎪 Zapisano: <code>{ $sku }</code>, sprzedanych { $count } sztuk.
    }
sell-sold-short = ⚠️ Zapisano: <code>{ $sku }</code>, sprzedano { $count }. Brakuje { $short }: są już obiecane w zamówieniach. Trzeba wybrać, które anulować.
sell-sold-yielded = Nieopłacone rezerwacje zwolnione, kupujący powiadomieni: { $orders }
sell-ask-hold = ⏳ Co odłożyć? Proszę o SKU i liczbę godzin: <code>W-0042 24</code>
sell-set-aside = ⏳ <code>{ $sku }</code>: jedna sztuka odłożona { $until }.
sell-ask-why = 🧾 Której pracy pokazać ruchy? Proszę o SKU: <code>W-0042</code>
sell-why-head = 🧾 <b>{ $sku }</b>
sell-why-line = { $when } · <b>{ $change }</b> · { $what }{ $order }
sell-why-nothing = Nie było jeszcze żadnych ruchów.
why-reserve = rezerwacja
why-release = rezerwacja zwolniona
why-allocate = obiecana w zamówieniu
why-hand-over = wydana
why-put-back = znów w sprzedaży
why-count = spis
why-sale = sprzedana gdzie indziej
why-listed = wystawione
why-adjust = skorygowane
why-for-sale = znów w sprzedaży
why-other = zmiana

## Orders
sell-order-draft = 🛒 <b>{ $number }</b> — w trakcie składania
sell-order-awaiting-payment = ⏳ <b>{ $number }</b> — czeka na płatność
sell-order-accepted = 🆕 <b>{ $number }</b> — przyjęte, do przygotowania
sell-order-in-work = 🆕 <b>{ $number }</b> — w realizacji
sell-order-ready = 👌 <b>{ $number }</b> — gotowe, czeka na odbiór
sell-order-handed-over = 🤲 <b>{ $number }</b> — wydane
sell-order-cancelled = ❌ <b>{ $number }</b> — anulowane
sell-order-expired = ⌛ <b>{ $number }</b> — czas minął
sell-state-draft = w trakcie składania
sell-state-awaiting-payment = czeka na płatność
sell-state-accepted = do przygotowania
sell-state-in-work = w realizacji
sell-state-ready = czeka na odbiór
sell-state-handed-over = wydane
sell-state-cancelled = anulowane
sell-state-expired = czas minął
sell-order-line = { $title } <code>{ $sku }</code>
sell-order-lines = { $title } <code>{ $sku }</code> × { $count }
sell-order-more =
    { $count ->
        [one] i jeszcze { $count } praca
        [few] i jeszcze { $count } prace
       *[many] i jeszcze { $count } prac
    }
sell-order-buyer = Kupujący: { $name }{ $nick }
sell-order-phone = Telefon: { $phone }
sell-order-wrap = 🎁 Pakowanie na prezent: { $price }
sell-order-note = ✍️ Liścik: { $note }
sell-term-gift-wrap-minor = Pakowanie na prezent: { $price }
sell-term-no-wrapping = nie oferujemy
sell-edit-gift-wrap-minor = ✏️ Pakowanie
sell-ask-term-gift-wrap-minor = ✏️ Ile kosztuje zapakowanie zamówienia na prezent? Na przykład: <code>350</code>. „nie” wyłącza tę opcję. „-” zostawia bez zmian.
sell-order-place = Odbiór: { $title }
sell-order-slot = Godzina: { $when }
sell-order-kept = Czeka { $until }
sell-money-paid = <b>{ $total }</b> · opłacone
sell-money-at-pickup = <b>{ $total }</b> · płatność przy odbiorze
sell-money-unpaid = <b>{ $total }</b> · nieopłacone
sell-money-partly = <b>{ $total }</b> · wpłacono { $paid }, zostało { $due }
sell-money-part-back = <b>{ $total }</b> · zapłacono, część zwrócono, zostało { $paid }
sell-money-refunded = <b>{ $total }</b> · pieniądze zwrócone
sell-ready = 👌 Gotowe do odbioru
sell-hand-over = 🤲 Wydaj
sell-refund = 💸 Zwróć pieniądze
sell-call-off = ❌ Odwołaj
sell-longer = ⏳ Trzymaj dłużej
sell-put-back = ↩️ Do sprzedaży
sell-board-open = 📋 <b>Zamówienia w toku</b>
sell-board-accepted = 📋 <b>Do przygotowania</b>
sell-board-ready = 📋 <b>Gotowe, czekają na odbiór</b>
sell-board-awaiting-payment = 📋 <b>Czekają na płatność</b>
sell-board-done = 📋 <b>Zamknięte zamówienia</b>
sell-board-empty = Nie ma tu jeszcze zamówień.
sell-board-line =
    { $pieces ->
        [1]
            <b>{ $number }</b> · { $state }
            { $title } — { $total }
       *[other]
            <b>{ $number }</b> · { $state }
            { $title } × { $pieces } — { $total }
    }
sell-tab-open = 📋 W toku
sell-tab-accepted = 🆕 Przygotuj
sell-tab-ready = 👌 Gotowe
sell-tab-awaiting-payment = ⏳ Nieopłacone
sell-tab-done = 🤲 Zamknięte
sell-ask-ready = 👌 Które zamówienie jest gotowe? Proszę o numer: <code>V-1042</code>
sell-kept-longer = ⏳ <b>{ $number }</b> — czeka { $until }
sell-refund-sure = 💸 Zwrócić { $amount } za zamówienie { $number }? Zamówienie zostanie anulowane, prace wrócą do sprzedaży.
sell-refund-sure-done = 💸 Zwrócić { $amount } za zamówienie { $number }?
sell-refund-yes = 💸 Tak, zwróć
sell-refunding = 💸 <b>{ $number }</b> — { $amount } wraca do kupującego, dostanie wiadomość
sell-call-off-sure = ❌ Anulować zamówienie { $number }? Prace wrócą do sprzedaży, kupujący dostanie wiadomość.
sell-call-off-yes = ❌ Tak, anuluj

## Handing over
sell-ask-code = 🤲 Jaki kod podaje kupujący? Sześć cyfr, na przykład <code>123456</code>, albo imię.
sell-ask-order-code = 🤲 Wydanie { $number }: jaki kod podaje kupujący? Sześć cyfr.
sell-no-code = 🤲 Bez kodu
sell-how-paid = 🤲 { $number }: do zapłaty <b>{ $due }</b>. Jak zapłacono?
sell-paid-cash = 💵 Gotówka
sell-paid-transfer = 📲 Przelew
sell-paid-card = 💳 Karta

## The desk
sell-desk-head = 🧰 <b>Panel sprzedawcy</b>
sell-desk-make =
    { $count ->
        [one] Do przygotowania: { $count } zamówienie
        [few] Do przygotowania: { $count } zamówienia
       *[many] Do przygotowania: { $count } zamówień
    }
sell-desk-ready =
    { $count ->
        [one] Gotowe, czeka na odbiór: { $count } zamówienie
        [few] Gotowe, czekają na odbiór: { $count } zamówienia
       *[many] Gotowe, czeka na odbiór: { $count } zamówień
    }
sell-desk-unpaid =
    { $count ->
        [one] Czeka na płatność: { $count } zamówienie
        [few] Czekają na płatność: { $count } zamówienia
       *[many] Czeka na płatność: { $count } zamówień
    }
sell-desk-quiet = Teraz nic pilnego. Nową pracę można dodać zdjęciem z podpisem w każdej chwili.

## Alerts
tell-new-order = 🆕 Zamówienie <b>{ $number }</b> na { $total }, opłacone
tell-new-order-at-pickup = 🆕 Zamówienie <b>{ $number }</b> na { $total }, płatność przy odbiorze
tell-cancelled = ❌ Kupujący anulował zamówienie <b>{ $number }</b>. Prace są znów w sprzedaży.
tell-cancelled-paid = ❌ Kupujący anulował zamówienie <b>{ $number }</b>. Pieniądze wracają, prace są znów w sprzedaży.
tell-mismatch = ⚠️ Płatność za zamówienie <b>{ $number }</b> nie zgadza się z nim. Niczego nie wydawać.
tell-payment-trouble = ⚠️ Link do płatności za zamówienie <b>{ $number }</b> został odrzucony: { $reason }. Trzeba sprawdzić klucze i ustawienia YooKassa.
tell-refund-trouble = ⚠️ Pieniądze za zamówienie <b>{ $number }</b> nie wróciły: { $reason }. Można powtórzyć zwrot albo zrobić go w panelu YooKassa.
tell-goes-back-late = ⚠️ Zamówienie <b>{ $number }</b> opłacono, gdy pracy już nie było. Całość wraca do kupującego.
tell-goes-back-double = ⚠️ Zamówienie <b>{ $number }</b> opłacono dwa razy. Druga płatność wraca do kupującego.
tell-goes-back-cancelled = ⚠️ Zamówienie <b>{ $number }</b> opłacono po anulowaniu. Całość wraca do kupującego.
tell-refunded = 💸 { $amount } za zamówienie <b>{ $number }</b> wróciło do kupującego.
tell-conflict = ⚠️ Praca <code>{ $sku }</code> sprzedana i tu, i gdzie indziej: brakuje { $short } szt. Trzeba anulować jedno z zamówień albo poprawić stan.
tell-unknown-sku = ⚠️ Kanał „{ $channel }” sprzedał <code>{ $sku }</code>, którego nie ma w sklepie. Trzeba poprawić SKU tam albo dodać pracę tutaj.
tell-came-back = ⚠️ Sprzedaż w kanale „{ $channel }” anulowano: wróciło { $count } szt. <code>{ $sku }</code>. Po obejrzeniu można znów wystawić na sprzedaż.
sell-for-sale = ✅ Sprzedawać znów
sell-is-for-sale = 🏷 <code>{ $sku }</code>: znów w sprzedaży { $count } szt.
sell-now-for-sale = Znów w sprzedaży: { $count }
sell-nothing-waits = Nic nie czeka: wszystko jest w sprzedaży.
tell-uncollected = ⚠️ Zamówienia <b>{ $number }</b> nie odebrano w terminie. Trzymać dłużej czy wrócić do sprzedaży?
tell-parked = ⚠️ Nie udało się { $what }. Powód: { $error }
tell-parked-buyer = dostarczyć wiadomości do kupującego
tell-parked-seller = dostarczyć wiadomości do sprzedawcy
tell-parked-post = zaktualizować posta na kanale
tell-parked-payment = połączyć się z systemem płatności
tell-parked-refund = zwrócić pieniędzy
tell-parked-other = dokończyć zaległej pracy

## Settings
sell-settings-head = ⚙️ <b>Ustawienia</b>
sell-settings-places = 📍 Punkty odbioru
sell-settings-terms = 📜 Regulamin
sell-settings-terms-missing = ⚠️ Bez nazwy sprzedawcy i linku do regulaminu prawdziwe płatności są wyłączone.
sell-settings-terms-head = 📜 <b>Zasady sklepu</b>
sell-term-empty = nie podano
sell-term-seller-name = Sprzedawca: { $value }
sell-term-seller-inn = Numer podatkowy (INN): { $value }
sell-term-terms-url = Regulamin: { $value }
sell-term-hold = Rezerwacja przy składaniu: { $minutes } min
sell-term-hold-max = Najdłużej: { $minutes } min
sell-term-pickup-keep =
    { $days ->
        [one] Gotowe zamówienie czeka: { $days } dzień
       *[other] Gotowe zamówienie czeka: { $days } dni
    }
sell-edit-seller-name = ✏️ Sprzedawca
sell-edit-seller-inn = ✏️ Numer INN
sell-edit-terms-url = ✏️ Link
sell-edit-hold = ✏️ Rezerwacja
sell-edit-hold-max = ✏️ Limit rezerwacji
sell-edit-pickup-keep = ✏️ Czas odbioru
sell-ask-term-seller-name = ✏️ Kto sprzedaje? Imię i nazwisko albo nazwa jak w dokumentach: <code>Anna Nowak</code>. „-” zostawia bez zmian.
sell-ask-term-seller-inn = ✏️ Numer podatkowy (INN): 10 cyfr firmy, 12 osoby. „brak” — bez numeru, „-” zostawia bez zmian.
sell-ask-term-terms-url = ✏️ Link do regulaminu sprzedaży: <code>https://example.org/terms</code>. „-” zostawia bez zmian.
sell-ask-term-hold = ✏️ Ile minut trzymać pracę podczas składania zamówienia? Na przykład: <code>15</code>. „-” zostawia bez zmian.
sell-ask-term-hold-max = ✏️ Ile minut najdłużej trzymać pracę podczas składania zamówienia? Na przykład: <code>45</code>. „-” zostawia bez zmian.
sell-ask-term-pickup-keep = ✏️ Ile dni trzymać gotowe zamówienie? Na przykład: <code>7</code>. „-” zostawia bez zmian.
sell-places-head = 📍 <b>Punkty odbioru</b>
sell-places-none = 📍 Teraz nie ma gdzie odebrać zamówienia. Trzeba dodać punkt odbioru.
sell-place-add = 🆕 Nowy punkt
sell-place-title = 📍 <b>{ $title }</b>
sell-place-address = { $address }
sell-place-hours = { $hours }
sell-place-set-hours = 🕒 Godziny
sell-place-hours-today = Kupujący przeczyta teraz: { $today }
sell-place-hours-better = Godziny są pokazywane tak, jak zapisane. 🕒 zmieni je w „dziś do 19:00”.
sell-ask-hours =
    🕒 Kiedy otwarty jest punkt „{ $title }”? Można napisać zwyczajnie:
    <code>pn–pt 11–19, sob 12–16, 1–8 stycznia nieczynne</code>
    „nie” usuwa godziny, „-” zostawia bez zmian.
sell-ask-hours-now = Teraz: { $hours }
sell-hours-understood = 🕒 „{ $title }”: <b>{ $hours }</b>
sell-hours-right = Czy wszystko się zgadza? Można też napisać od nowa.
sell-hours-yes = ✅ Zgadza się
sell-hours-no = ✏️ Inaczej
sell-place-day = Tylko { $day }
sell-place-days = { $first } — { $last }
sell-place-slots = Terminy do wyboru: { $slots }
sell-place-map = Zaznaczony na mapie
sell-place-contact = Potrzebny telefon kupującego
sell-place-note = Tak zobaczą to kupujący.
sell-place-way = 🧭 Jak trafić
sell-place-bring = 🚚 Kiedy będzie
sell-place-speak = 🌐 W innych językach
sell-place-found = 🧭 { $how }
sell-ask-place-way = 🧭 Jak trafić do punktu „{ $title }”, będąc już blisko? Na przykład: <code>w podwórzu w lewo, dzwonek 5</code>. „-” zostawia bez zmian, „nie” usuwa.
sell-place-now = Teraz: { $words }
sell-place-now-typed = Teraz: <code>{ $words }</code>
sell-ask-place-days = 🚚 Za ile dni praca będzie w punkcie „{ $title }”, jeśli jej tam nie ma? Na przykład: <code>2–3</code>. 0 oznacza, że nie trzeba jej wozić. „-” zostawia bez zmian.
sell-place-tongues = 🌐 <b>„{ $title }” w innych językach</b>
sell-place-tongue = <b>{ $language }</b>
sell-place-no-tongue = Jeszcze brak: kupujący przeczyta słowa sklepu.
sell-ask-place-tongue = 🌐 { $language }: jak nazwać punkt „{ $title }”? W jednej wiadomości: <code>nazwa; adres; jak trafić</code>. Ostatnią część można pominąć. „-” zostawia bez zmian, „nie” usuwa.
sell-place-contact-on = 📞 Pytaj o telefon
sell-place-contact-off = 📵 Bez telefonu
sell-place-close = ❌ Zamknij punkt
sell-place-close-sure = ❌ Zamknąć „{ $title }”? Nowe zamówienia go nie zobaczą, wcześniejsze zostają.
sell-place-close-yes = ❌ Tak, zamknij
sell-ask-place =
    📍 Proszę opisać punkt w jednej wiadomości: nazwa; adres; godziny.
    <code>Pracownia; Warszawa, Mokotowska 12; wt–nd 12–20</code>
    Po „;” można dodać: targi lub galeria, daty <code>23.11.2026–24.11.2026</code>, terminy do wyboru <code>terminy wt-nd 12-20 co 60 min po 2</code>, współrzędne <code>52.23, 21.01</code>.
sell-ask-place-anew =
    📍 Proszę wysłać cały opis jeszcze raz, „-” zostawia bez zmian. Teraz wygląda tak:
    <code>{ $place }</code>

## 📊
sell-figures = 📊 Liczby
