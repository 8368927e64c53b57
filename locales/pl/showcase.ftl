# Posts in the showcase; the work itself is described as on a buyer's card.
post-withdrawn = Teraz nie na sprzedaż
post-sold = 🔴 <b>Sprzedane</b>
post-buy = ⚡ Kup
post-similar = 🛍 Podobne prace
post-like = 💬 Zamów podobną
post-catalogue = 🛍 Cały katalog
post-link = <a href="{ $url }">{ $label }</a>
post-collection = 🖼 <b>Nowe prace</b>
post-line = { $title } — { $price }
post-line-held = { $title } — { $price }, zarezerwowane
post-line-sold = { $title } — sprzedane
post-line-withdrawn = { $title } — teraz nie na sprzedaż
window-head = 🛍 <b>{ $shop }</b>
window-works =
    { $count ->
        [one] { $count } praca na sprzedaż
        [few] { $count } prace na sprzedaż
       *[many] { $count } prac na sprzedaż
    }
window-empty = Wszystko znalazło właścicieli. Nowe prace pojawią się tutaj.
window-new = <b>Nowości</b>

## What a visitor of a sold work's post reads first
similar-to = 🛍 Podobne do { $title }

## 📣 when and how
post-options = 🕒 Kiedy i jak
post-ask = 📣 Kiedy opublikować { $title }?
post-nothing-to-ask = 😔 { $title }: teraz nie do kupienia, post niczego by nie oferował.
post-stands = Post na kanale: { $when }. Nowy pojawi się niżej.
post-waits = Post zaplanowany: { $when }
post-now = 📣 Teraz
post-at = 🕒 { $when }
post-own-time = 🕒 Inny czas
post-album =
    { $count ->
        [one] 🎞 Album: { $count } zdjęcie
        [few] 🎞 Album: { $count } zdjęcia
       *[many] 🎞 Album: { $count } zdjęć
    }
post-old-away = 🗑 Usuń stary
post-chosen = { $label } ✓
post-ask-time = 🕒 Kiedy opublikować? Na przykład: <code>jutro 19:30</code>, <code>25.11 12:00</code> albo <code>w sobotę o 18</code>
post-planned = 🕒 <b>Post ukaże się { $when }</b>
post-planned-listed = 🕒 <b>W katalogu, post ukaże się { $when }</b>
post-on-its-way = 📣 Post jest już w drodze na kanał
post-cancelled = ❌ Post odwołany
plans-open = 🕒 Plan postów
plans-head = 🕒 <b>Plan postów</b>
plans-none = 🕒 Nic nie jest zaplanowane. Czas posta wybiera się przyciskiem 📣 pod pracą.
plans-line = { $when } · { $title }
plan-of =
    { $count ->
        [one] { $title }
        [few] { $title } i jeszcze { $more }
       *[many] { $title } i jeszcze { $more }
    }
plan-ask = 🕒 Post ukaże się { $when }. Przenieść?
plan-cancel = ❌ Odwołaj post

## A collection
collection-open = 🎴 Zestaw
collection-head = 🎴 <b>Zestaw</b>
collection-how = Od 2 do 10 prac do wyboru: każda dostanie w poście zdjęcie i wiersz z linkiem.
collection-next = ➡️ Dalej · { $count }
collection-ask = 🎴 Kiedy opublikować zestaw?
collection-drop = ❌ Nie teraz

## The showcase as a whole
front-open = 📣 Kanał-witryna
front-head = 📣 <b>Kanał-witryna</b>
front-posts =
    { $count ->
        [0] Nie ma jeszcze postów
        [one] { $count } post pokazuje stan na teraz
        [few] { $count } posty pokazują stan na teraz
       *[many] { $count } postów pokazuje stan na teraz
    }
front-plans =
    { $count ->
        [one] Zaplanowany { $count } post
        [few] Zaplanowane { $count } posty
       *[many] Zaplanowanych { $count } postów
    }
front-window = Przypięty jest post z kategoriami i nowościami
front-no-window = Nie ma przypiętego posta
front-rule-keep = Sprzedane zostają: oznaczenie i dwa przyciski
front-rule-bare = Sprzedane zostają z oznaczeniem, bez przycisków
front-rule-delete = Posty sprzedanych prac są usuwane
front-plans-open = 🕒 Plan · { $count }
front-pin = 📌 Przypnij kategorie
front-pin-again = 📌 Odśwież przypięty
front-unpin = 🗑 Usuń przypięty
front-pinning = 📌 Post z kategoriami jest już w drodze na kanał
front-unpinning = 🗑 Przypięty post jest usuwany
front-sold = 🔴 Sprzedane prace
rule-head =
    🔴 <b>Sprzedane prace</b>
    Co zrobić z postem, gdy praca jest sprzedana? Prace sprzedane wcześniej nie są usuwane według tej reguły.
rule-keep = 🔴 Z przyciskami
rule-bare = 🔴 Bez przycisków
rule-delete = 🗑 Usuwaj post

## Refusals
post-time-not-understood = 🙅 Nie da się odczytać czasu: { $text }. Na przykład: jutro 19:30 albo 25.11 12:00.
post-time-over = 🙅 Ten czas już minął. Trzeba podać późniejszy albo wybrać 📣 teraz.
post-time-too-far = 🙅 To za daleko: posty planuje się najwyżej na { $days } dni naprzód.
post-nothing = 😔 Nie ma czego publikować: praca jest sprzedana albo ukryta.
post-moved-on = 🙅 Ten post już się ukazał albo został odwołany.
post-too-many = 🙅 W zestawie mieści się najwyżej { $limit } prac. Najpierw trzeba odznaczyć jedną z nich.

## Alerts
tell-post-skipped = ⚠️ Post się nie ukazał: { $title } – praca sprzedana albo ukryta. Gdy wróci do sprzedaży, post można zaplanować znowu.
tell-post-skipped-all = ⚠️ Post się nie ukazał: nie została w nim żadna praca do kupienia.
tell-post-shortened =
    { $count ->
        [one] ⚠️ Zestaw ukazał się bez { $count } pracy: nie można jej już kupić.
        [few] ⚠️ Zestaw ukazał się bez { $count } prac: nie można ich już kupić.
       *[many] ⚠️ Zestaw ukazał się bez { $count } prac: nie można ich już kupić.
    }
tell-pin-refused = ⚠️ Post z kategoriami się ukazał, ale nie jest przypięty: bot potrzebuje prawa do edycji cudzych wiadomości na kanale. Po nadaniu prawa wystarczy nacisnąć „Odśwież przypięty”.
tell-post-stays = ⚠️ Stary post został na kanale: Telegram nie pozwala botowi go usunąć. Można dać botowi prawo usuwania wiadomości albo usunąć post samodzielnie.
tell-showcase-shut = ⚠️ Kanał-witryna nie wpuszcza bota: { $error }. Bot musi być administratorem z prawem publikowania i edycji wiadomości; posty nadrobią same.
tell-parked-publish = opublikować post
