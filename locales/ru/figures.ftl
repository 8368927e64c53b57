## 📊 the figures
figures-head = 📊 <b>{ $period }</b>
figures-beside = В скобках — { $period }.
figures-beside-so-far =
    { $days ->
        [one] В скобках — первый { $days } день: { $period }.
        [few] В скобках — первые { $days } дня: { $period }.
       *[other] В скобках — первые { $days } дней: { $period }.
    }
figures-income = Пришло: <b>{ $income }</b> ({ $before })
figures-refunded = Вернули: { $sum } ({ $before })
figures-orders = Продаж: { $orders } ({ $before })
figures-average = Средняя продажа: { $average }, обычная: { $median }
figures-buyers = Покупатели: новых { $new }, пришли снова { $returning }
figures-way =
    <b>Путь к покупке</b>
    <pre>{ $table }</pre>
figures-step-view = Смотрели
figures-step-cart = В корзину
figures-step-checkout = Оформляли
figures-step-bought = Купили
figures-where =
    <b>Где купили</b>
    <pre>{ $table }</pre>
figures-channel-bot = Здесь
figures-channel-till = Касса
figures-whence =
    <b>Откуда пришли</b> (смотрели → купили)
    <pre>{ $table }</pre>
figures-no-source = Сами
figures-from = Откуда: { $source }
figures-best = <b>Лучшие работы</b>
figures-work = { $title } — { $count } шт., { $sum }
figures-work-cover =
    { $days ->
        [one] { $title } — { $count } шт., { $sum }; осталось { $left }, хватит на { $days } день
        [few] { $title } — { $count } шт., { $sum }; осталось { $left }, хватит на { $days } дня
       *[other] { $title } — { $count } шт., { $sum }; осталось { $left }, хватит на { $days } дней
    }
figures-profit = Прибыль: <b>{ $sum }</b> — после себестоимости { $cost } и комиссий { $fees }
figures-profit-part = Известна для { $known } из { $sales } продаж.
figures-no-profit = Чтобы видеть прибыль, укажите себестоимость: ✏️ на карточке работы, в подписи или колонкой в файле.
figures-nothing = Пока ничего не происходило. Поделитесь ссылкой на работу — первые просмотры появятся здесь.
figures-by-week = Неделя
figures-by-month = Месяц
figures-by-quarter = Квартал
figures-by-year = Год
figures-chart = 📈 График
figures-table = 📤 Таблица
figures-table-ready = 📊 { $period }: все цифры таблицей.
figures-under-chart = 📈 { $period }: { $sum }. Синим — это время, песочным — { $before }.
figures-col-what = Что
figures-col-views = Смотрели
figures-col-carts = В корзину
figures-col-checkouts = Оформляли
figures-col-orders = Продажи
figures-col-came = Пришло
figures-col-back = Вернули
figures-col-average = Средняя продажа
figures-col-median = Обычная продажа
figures-col-new = Новые покупатели
figures-col-returning = Пришли снова
figures-col-work = Работа
figures-col-pieces = Штук
figures-col-left = Осталось
figures-col-cover = Хватит на дней
figures-col-profit = Прибыль
figures-col-cost = Себестоимость
figures-col-fees = Комиссии
figures-col-known = Продаж с известной себестоимостью
figures-col-of = Из продаж

## 💸 what banks and channels take
fees-open = 💸 Комиссии
fees-figures = 📊 Цифры
fees-head = 💸 <b>Комиссии</b>
fees-note =
    Сколько банк берёт с платежа, а площадка — с продажи.
    Прибыль в 📊 считается за их вычетом, за любое время — по ставкам, которые стоят сейчас.
fees-way-yookassa = ЮKassa
fees-way-telegram = Счёт
fees-way-card = Карта
fees-way-transfer = Перевод
fees-way-cash = Наличные
fees-ask = ✏️ Комиссия: { $of }. Сейчас { $now }. Сколько процентов? Например: <code>3,5</code>. «-» — оставить, 0 — ничего.
