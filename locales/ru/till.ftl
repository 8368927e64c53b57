## The till
till-open = 🎪 Касса
till-where = 🎪 Где продаёте?
till-head = 🎪 <b>Касса</b>: { $place }
till-today = Сегодня: { $count } шт., <b>{ $total }</b> ({ $ways })
till-nothing-here = Здесь пока ничего нет. Переместите работы сюда или выберите другое место.
till-nothing-found = Здесь такого нет.
till-found = Нашлось по «{ $words }»:
till-find = 🔎 Найти
till-place = 📍 Место
till-ask-words = 🔎 Напишите часть названия или артикул.
till-work = <b>{ $title }</b> <code>{ $sku }</code>
till-sum =
    { $count ->
        [1] К оплате: <b>{ $total }</b>
       *[other] К оплате за { $count } шт.: <b>{ $total }</b>
    }
till-there = Здесь: { $count } шт.
till-cash = 💵 Наличные
till-transfer = 🔁 Перевод
till-card = 💳 Карта
till-cash-word = наличные
till-transfer-word = перевод
till-card-word = карта
till-price = ✏️ Другая цена
till-ask-price = ✏️ За сколько продаёте? Сумма или скидка: <code>11000</code>, <code>10%</code>.
till-instead = К оплате: <b>{ $price }</b> вместо { $full }
till-sold =
    { $count ->
        [1] 🎪 Продано: { $title } — <b>{ $total }</b>, { $way }.
       *[other] 🎪 Продано: { $title } × { $count } — <b>{ $total }</b>, { $way }.
    }
till-next = 🎪 Следующая
till-undo = ↩️ Отменить
till-undone = ↩️ Отменили: { $title } снова в наличии.
till-no-such-sale = 🙅 Такой продажи нет. Откройте кассу ещё раз.
till-too-late = 🙅 Отменить можно в первые две минуты. Теперь поправьте остаток или оформите возврат.
till-not-a-price = 🙅 Это не цена. Пришлите сумму или скидку, например 11000 или 10%.
till-more = ➕ Ещё штука
till-fewer = ➖ На одну меньше
till-left = Осталось здесь: { $count } шт.
till-left-here =
    { $count ->
        [0] Здесь таких больше нет.
       *[other] Здесь таких осталось: { $count } шт.
    }
till-none-here = 🎪 { $title }: здесь больше не осталось. Если работу уже отдали, запишите продажу: она спишется с другого места.
till-short-here = 🎪 { $title }: здесь { $left } шт., а продаёте { $count }. Если уже отдали, запишите продажу: остальное спишется с другого места.
till-sure = ✅ Всё равно продано
till-not-here = 🙅 Здесь осталось { $count } шт. Откройте кассу ещё раз.
