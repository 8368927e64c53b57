## 📊 the figures
figures-head = 📊 <b>{ $period }</b>
figures-beside = W nawiasach: { $period }.
figures-beside-so-far =
    { $days ->
        [one] W nawiasach: pierwszy { $days } dzień, { $period }.
        [few] W nawiasach: pierwsze { $days } dni, { $period }.
       *[other] W nawiasach: pierwsze { $days } dni, { $period }.
    }
figures-income = Wpłynęło: <b>{ $income }</b> ({ $before })
figures-refunded = Zwrócono: { $sum } ({ $before })
figures-orders = Sprzedaży: { $orders } ({ $before })
figures-average = Średnia sprzedaż: { $average }, typowa: { $median }
figures-buyers = Kupujący: nowi { $new }, wrócili { $returning }
figures-way =
    <b>Droga do zakupu</b>
    <pre>{ $table }</pre>
figures-step-view = Obejrzenia
figures-step-cart = Do koszyka
figures-step-checkout = Zamawianie
figures-step-bought = Zakupy
figures-where =
    <b>Gdzie kupiono</b>
    <pre>{ $table }</pre>
figures-channel-bot = Tutaj
figures-channel-till = Kasa
figures-whence =
    <b>Skąd przyszli</b> (obejrzenia → zakupy)
    <pre>{ $table }</pre>
figures-no-source = Sami
figures-from = Skąd: { $source }
figures-best = <b>Najlepsze prace</b>
figures-work = { $title } — { $count } szt., { $sum }
figures-work-cover =
    { $days ->
        [one] { $title } — { $count } szt., { $sum }; zostało { $left }, wystarczy na { $days } dzień
        [few] { $title } — { $count } szt., { $sum }; zostało { $left }, wystarczy na { $days } dni
       *[other] { $title } — { $count } szt., { $sum }; zostało { $left }, wystarczy na { $days } dni
    }
figures-profit = Zysk: <b>{ $sum }</b> — po kosztach { $cost } i prowizjach { $fees }
figures-profit-part = Znany dla { $known } z { $sales } sprzedaży.
figures-no-profit = Aby zobaczyć zysk, wystarczy podać koszt prac: ✏️ na karcie pracy, w podpisie lub jako kolumna w pliku.
figures-nothing = Jeszcze nic się nie działo. Wystarczy udostępnić link do pracy, a pierwsze obejrzenia pojawią się tutaj.
figures-by-week = Tydzień
figures-by-month = Miesiąc
figures-by-quarter = Kwartał
figures-by-year = Rok
figures-chart = 📈 Wykres
figures-table = 📤 Tabela
figures-table-ready = 📊 { $period }: wszystkie liczby w tabeli.
figures-under-chart = 📈 { $period }: { $sum }. Na niebiesko ten czas, na piaskowo { $before }.
figures-col-what = Co
figures-col-views = Obejrzenia
figures-col-carts = Do koszyka
figures-col-checkouts = Zamawianie
figures-col-orders = Sprzedaże
figures-col-came = Wpłynęło
figures-col-back = Zwrócono
figures-col-average = Średnia sprzedaż
figures-col-median = Typowa sprzedaż
figures-col-new = Nowi kupujący
figures-col-returning = Wrócili
figures-col-work = Praca
figures-col-pieces = Sztuk
figures-col-left = Zostało
figures-col-cover = Wystarczy na dni
figures-col-profit = Zysk
figures-col-cost = Koszt
figures-col-fees = Prowizje
figures-col-known = Sprzedaże o znanym koszcie
figures-col-of = Ze sprzedaży

## 💸 what banks and channels take
fees-open = 💸 Prowizje
fees-figures = 📊 Liczby
fees-head = 💸 <b>Prowizje</b>
fees-note =
    Ile bierze bank od płatności, a platforma od sprzedaży.
    Zysk w 📊 liczy się po ich odjęciu, za każdy okres według stawek, które obowiązują teraz.
fees-way-yookassa = YooKassa
fees-way-telegram = Faktura
fees-way-card = Karta
fees-way-transfer = Przelew
fees-way-cash = Gotówka
fees-ask = ✏️ Prowizja: { $of }. Teraz { $now }. Ile procent? Na przykład: <code>3,5</code>. „-” zostawia, 0 — nic.
