# Names of properties in the files that other places pull
feed-other = Inne
feed-technique = Technika
feed-size = Wymiary
feed-year = Rok
feed-edition = Nakład

# Webhooks
tell-hook-paused =
    ⚠️ „{ $channel }” od ponad doby nie przyjmuje powiadomień o zmianach: { $error }
    Nie próbuję więcej. Nic nie przepadło: po naprawie wszystko przyjdzie od tego samego miejsca.
bad-hook-address = 🙅 Potrzebny jest adres w postaci https://strona/ścieżka, dostępny z internetu. Nic się nie zmieniło.

# The other places where the shop sells
channels-open = 🔗 Kanały sprzedaży
channels-all = ⬅️ Wszystkie kanały
channels-head = 🔗 <b>Kanały sprzedaży</b>
channels-none =
    🔗 Tutaj podłącza się inne miejsca sprzedaży: stronę, marketplace, kiermasz, galerię.
    Wszystkie mają jeden magazyn: co sprzeda się tam, od razu znika i tutaj.
channel-line = { $code } · { $kind } · ostatni kontakt { $when }
channel-line-never = { $code } · { $kind } · jeszcze się nie łączył
channel-line-failing = { $code } · { $kind } · nie przyjmuje powiadomień
channel-line-off = { $code } · { $kind } · wyłączony
channel-kind-website = 🖥 Strona
channel-kind-marketplace = 🏬 Marketplace
channel-kind-fair = 🎪 Kiermasz
channel-kind-gallery = 🏛 Galeria
channel-kind-shop = 🏪 Sklep
channel-kind-hub = 🗄 Magazyn
channel-add = ➕ Podłącz
channel-which-kind = 🔗 Jakie miejsce podłączamy?
channel-ask-code = 🔗 Jak je nazwać? Krótko, łacińskimi literami i cyframi: <code>site</code>, <code>allegro</code>, <code>gallery-2</code>.
channel-keys =
    🔑 Klucz kanału „{ $code }”. Pokazujemy go tylko raz: proszę skopiować go do ustawień tego miejsca i usunąć tę wiadomość.

    <code>{ $key }</code>

    API: <code>{ $api }</code>
    Sekret podpisu powiadomień: <code>{ $secret }</code>

    Pliki, które to miejsce pobiera samo (ich adresy też są tajne):
    YML: <code>{ $yml }</code>
    Google: <code>{ $google }</code>
    Tabela stanów: <code>{ $table }</code>
channel-copy-key = 📄 Kopiuj klucz
channel-wipe = 🗑 Usuń wiadomość
channel-head = 🔗 <b>{ $code }</b> · { $kind }
channel-off = ⏸ Wyłączony: jego klucz i pliki niczego nie otwierają.
channel-seen = Ostatnie zapytanie { $when }
channel-unseen = Nie było jeszcze żadnego zapytania
channel-hook = Powiadomienia: { $where }
channel-no-hook = Powiadomienia nie są ustawione: kanał dowiaduje się o zmianach, gdy sam zapyta.
channel-told = Ostatnie przyjęte { $when }
channel-behind = ⏳ Nie zna jeszcze zmian: { $when } i późniejszych
channel-error =
    { $tries ->
        [one] ⚠️ Błąd: { $error } ({ $tries } próba)
        [few] ⚠️ Błąd: { $error } ({ $tries } próby)
       *[many] ⚠️ Błąd: { $error } ({ $tries } prób)
    }
channel-paused = Powiadomienia są wstrzymane. Po naprawie proszę nacisnąć „Spróbuj teraz”: wszystko przyjdzie od tego samego miejsca.
channel-resume = 🔄 Spróbuj teraz
channel-set-hook = 📨 Adres powiadomień
channel-new-key = 🔑 Nowy klucz
channel-on = 🔑 Włącz ponownie
channel-disable = ⏸ Wyłącz
channel-key-sure = 🔑 Wydać kanałowi „{ $code }” nowy klucz? Stary klucz, sekret podpisu i adresy plików od razu przestaną działać.
channel-key-yes = 🔑 Wydaj nowy
channel-off-sure = ⏸ Wyłączyć „{ $code }”? Jego sprzedaże i stany przestaną docierać. Co sprzedano, zostaje w ewidencji.
channel-off-yes = ⏸ Wyłącz
channel-ask-hook = 📨 Proszę przysłać adres, pod który powiadamiać kanał „{ $code }” o zmianach: https://strona/ścieżka. Minus („-”) usunie adres.
bad-channel-code = 🙅 Nazwa: do 40 łacińskich liter, cyfr, łączników i podkreśleń. Na przykład: site.
# A work in the other places
channels-of-work = 🔗 Kanały
channels-of-work-head = 🔗 Gdzie jest w sprzedaży { $title }
channel-offer = { $code }:
channel-offer-none = nie w sprzedaży
channel-offer-price = { $price }
channel-offer-buffer =
    { $count ->
        [one] odłożona { $count } sztuka
        [few] odłożone { $count } sztuki
       *[many] odłożono { $count } sztuk
    }
channel-work-head = 🔗 { $title } w kanale { $code }
channel-work-now =
    { $count ->
        [0] Teraz nie ma tam nic do kupienia
        [one] Teraz można tam kupić { $count } sztukę
        [few] Teraz można tam kupić { $count } sztuki
       *[many] Teraz można tam kupić { $count } sztuk
    }
channel-list = 👁 Sprzedawaj tam
channel-unlist = 🙈 Nie sprzedawaj tam
channel-buffer-less = ➖ Odłóż mniej
channel-buffer-more = ➕ Odłóż więcej
channel-price = ✏️ Inna cena
channel-price-common = 💰 Cena jak tutaj
channel-ask-price = ✏️ Ile kosztuje { $title } w kanale { $code }? Tutaj: { $price }. Minus („-”) zostawi bez zmian.
