# Names of properties in the files that other places pull
feed-other = Другое
feed-technique = Техника
feed-size = Размер
feed-year = Год
feed-edition = Тираж

# Webhooks
tell-hook-paused =
    ⚠️ «{ $channel }» больше суток не принимает уведомления об изменениях: { $error }
    Я больше не пробую. Ничего не потеряно: после починки всё придёт с того же места.
bad-hook-address = 🙅 Нужен адрес вида https://сайт/путь, доступный из интернета. Ничего не изменилось.
