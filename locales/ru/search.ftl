# Works found by words.

to-search = 🔎 Поиск
search-ask =
    <b>Что ищем?</b>

    Напишите словами и, если важно, до какой цены: «закат», «ваза до 5000». Артикул тоже подойдёт.
search-found = <b>Нашлось: { $what }</b>
search-nearest = 🙅 Точно такого нет: { $what }. Вот самое близкое.
search-nothing = 🙅 Такого здесь нет: { $what }. Вот что появилось недавно.
search-not-understood = 🙅 Этого мы не поняли. Вот что появилось недавно.
search-price-up-to = до { $high }
search-price-from = от { $low }
search-price-between = от { $low } до { $high }
inline-open = 🖼 Открыть работу
