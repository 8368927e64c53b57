# What is kept about a person: read, taken along, erased.

privacy-title = <b>Dane osobowe</b>
privacy-kept =
    Przechowujemy imię, nazwę użytkownika i numer konta w Telegramie, język oraz oznaczenie linku, z którego nastąpiło wejście. { $orders ->
        [0] Zamówień nie ma
        [one] Jest { $orders } zamówienie
        [few] Są { $orders } zamówienia
       *[many] Jest { $orders } zamówień
    }, { $pieces ->
        [0] koszyk jest pusty.
        [one] w koszyku { $pieces } sztuka.
        [few] w koszyku { $pieces } sztuki.
       *[many] w koszyku { $pieces } sztuk.
    }
privacy-phone = I telefon podany do odbioru.
privacy-choice = Na następny zakup pamiętamy wybór: { $choice }.
choice-forget = 🗑 Usuń wybór
choice-forgotten = Usunięto
privacy-not-kept = Nie mamy danych karty: widzi je tylko serwis płatniczy. Wiadomości do bota są kasowane zaraz po odpowiedzi, poza pytaniami do sprzedawcy.
privacy-seen-by = Dane widzi sprzedawca, aby wydać zamówienie: { $seller }. W sprawie pomyłki można do niego napisać.
data-export = 📄 Pobierz wszystko
data-erase = 🧹 Usuń wszystko
data-coming = Zbieramy
data-page-caption = 📄 Wszystko, co przechowujemy. Plik otwiera się w przeglądarce.
data-json-caption = 📄 To samo ze wszystkimi szczegółami, dla programów.
erase-ask =
    🧹 <b>Usunąć wszystkie dane?</b>

    Skasujemy imię, nazwę użytkownika, numer konta, telefon, koszyk, zgody i wiadomości. Niedokończone zamówienie zostanie anulowane. Dawne zamówienia zostaną w księgach bez imienia i nie będzie można ich otworzyć.

    Tego nie da się cofnąć.
erase-yes = 🧹 Tak, usuń
erase-no = ⬅️ Zostaw
erase-orders-first =
    🙅 { $count ->
        [one] Najpierw musi się zakończyć zamówienie { $numbers }: do tego czasu trzeba wiedzieć, komu je wydać. Po odbiorze lub anulowaniu można usunąć dane.
       *[other] Najpierw muszą się zakończyć zamówienia { $numbers }: do tego czasu trzeba wiedzieć, komu je wydać. Po odbiorze lub anulowaniu można usunąć dane.
    }
orders-still-open = 🙅 Najpierw muszą się zakończyć zamówienia { $numbers }.
erased =
    🧹 Wszystkie dane osobowe zostały skasowane.

    Wiadomości tego czatu przechowuje Telegram: można je usunąć razem z czatem. Po powrocie zaczniemy od nowa.
stop =
    🔕 Zapisane: żadnych newsletterów.

    O zamówieniach nadal będziemy pisać. Aby nie dostawać niczego, wystarczy zatrzymać bota w jego menu. Wrócić można w każdej chwili.

## The page for people
data-title = Dane osobowe: { $shop }
data-made = Zebrano { $when }
data-part-stored-dialog = Rozpoczęta rozmowa
data-part-cart-line = Koszyk
data-part-saved-choice = Wybór na następny zakup
data-part-consent = Zgody
data-part-recommendation = Link do polecania
data-part-favourite = Ulubione
data-part-waiting-turn = Oczekiwanie
data-part-price-told = Wiadomości o obniżkach
data-part-price-request = Wieści o obniżkach
data-part-conversation-message = Korespondencja
data-part-conversation = Pytania
data-part-return-event = Przebieg zwrotów
data-part-return-request = Zwroty
data-part-shop-order = Zamówienia
data-part-order-line = Zawartość zamówień
data-part-order-delivery = Dostawy
data-part-order-event = Przebieg zamówień
data-part-money-entry = Pieniądze
data-part-payment-attempt = Próby płatności
data-part-refund-attempt = Zwroty
data-part-reservation = Rezerwacje
data-part-staff-invitation = Zaproszenia do pracy w sklepie
data-part-journal-entry = Zmiany wprowadzone w sklepie
data-part-stock-movement = Zmiany w magazynie
data-part-product = Dodane prace
data-part-policy = Zmienione zasady sklepu
data-part-till-sale = Sprzedaże zapisane w kasie
data-part-import-file = Wczytane pliki
data-part-customer = Osoba
data-account = Numer w Telegramie
data-address = Adres
data-added-at = Kiedy
data-amount = Kwota
data-at = Kiedy
data-changed-at = Zmieniono
data-code = Kod
data-created-at = Utworzono
data-delivery = Dostawa
data-ended-at = Zakończono
data-first-source = Pierwszy link
data-granted = Zgoda
data-language = Język
data-last-source = Ostatni link
data-name = Imię
data-occurred-at = Kiedy
data-order = Zamówienie
data-phone = Telefon
data-place = Gdzie
data-placed-at = Złożono
data-price = Cena
data-quantity = Sztuk
data-ready-at = Gotowe
data-received-at = Odebrano
data-sent-at = Wysłano
data-sku = SKU
data-slot-at = Termin odbioru
data-state = Stan
data-track = Numer przesyłki
data-total = Kwota
data-username = Nazwa użytkownika
data-words = Słowa
data-work = Praca
data-yes = tak
data-no = nie
data-language-name =
    { $code ->
        [ru] rosyjski
        [pl] polski
       *[en] angielski
    }
