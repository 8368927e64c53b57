# What the bot says in groups.

group-help =
    Здравствуйте. Здесь отвечаем на /catalog и /search, и ответ видит только тот, кто спросил. Разговорам не мешаем.

    Корзина, заказы и оплата — в личном чате.
group-open = 💬 Открыть чат
group-newest = <b>Новое в магазине</b>
group-found = 🔎 <b>{ $words }</b>
group-not-found = 🙅 По словам «{ $words }» ничего нет. Вот что появилось недавно.
group-elsewhere = { $name }, отвечаем лично: откройте по кнопке.
