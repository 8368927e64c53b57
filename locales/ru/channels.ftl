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

# The other places where the shop sells
channels-open = 🔗 Каналы продаж
channels-all = ⬅️ Все каналы
channels-head = 🔗 <b>Каналы продаж</b>
channels-none =
    🔗 Здесь подключаются другие места, где вы продаёте: сайт, маркетплейс, ярмарка, галерея.
    У всех будет один склад: проданное там сразу исчезнет и здесь.
channel-line = { $code } · { $kind } · на связи { $when }
channel-line-never = { $code } · { $kind } · ещё не подключался
channel-line-failing = { $code } · { $kind } · не принимает уведомления
channel-line-off = { $code } · { $kind } · отключён
channel-kind-website = 🖥 Сайт
channel-kind-marketplace = 🏬 Маркетплейс
channel-kind-fair = 🎪 Ярмарка
channel-kind-gallery = 🏛 Галерея
channel-kind-shop = 🏪 Магазин
channel-kind-hub = 🗄 Учётная система
channel-add = ➕ Подключить
channel-which-kind = 🔗 Какое место подключаем?
channel-ask-code = 🔗 Как его назвать? Коротко, латинскими буквами и цифрами: <code>site</code>, <code>ozon</code>, <code>gallery-2</code>.
channel-keys =
    🔑 Ключ канала «{ $code }». Он показан один раз: скопируйте его в настройки той площадки и удалите это сообщение.

    <code>{ $key }</code>

    API: <code>{ $api }</code>
    Секрет подписи уведомлений: <code>{ $secret }</code>

    Файлы, которые площадка забирает сама (адреса тоже секретные):
    YML: <code>{ $yml }</code>
    Google: <code>{ $google }</code>
    Таблица остатков: <code>{ $table }</code>
channel-copy-key = 📄 Скопировать ключ
channel-wipe = 🗑 Удалить сообщение
channel-head = 🔗 <b>{ $code }</b> · { $kind }
channel-off = ⏸ Отключён: его ключ и файлы не открываются.
channel-seen = Обращался { $when }
channel-unseen = Ещё ни разу не обращался
channel-hook = Уведомления: { $where }
channel-no-hook = Уведомления не настроены: канал узнаёт об изменениях, когда спрашивает сам.
channel-told = Последнее принял { $when }
channel-behind = ⏳ Ещё не знает об изменениях: { $when } и позже
channel-error =
    { $tries ->
        [one] ⚠️ Ошибка: { $error } ({ $tries } попытка)
        [few] ⚠️ Ошибка: { $error } ({ $tries } попытки)
       *[many] ⚠️ Ошибка: { $error } ({ $tries } попыток)
    }
channel-paused = Уведомления остановлены. Когда почините, нажмите «Попробовать сейчас»: всё придёт с того же места.
channel-resume = 🔄 Попробовать сейчас
channel-set-hook = 📨 Адрес уведомлений
channel-new-key = 🔑 Новый ключ
channel-on = 🔑 Включить снова
channel-disable = ⏸ Отключить
channel-key-sure = 🔑 Выдать каналу «{ $code }» новый ключ? Старый ключ, секрет подписи и адреса файлов сразу перестанут работать.
channel-key-yes = 🔑 Выдать новый
channel-off-sure = ⏸ Отключить «{ $code }»? Его продажи и остатки перестанут доходить. Всё, что продано, останется в учёте.
channel-off-yes = ⏸ Отключить
channel-ask-hook = 📨 Пришлите адрес, куда сообщать каналу «{ $code }» об изменениях: https://сайт/путь. Минус («-») уберёт адрес.
bad-channel-code = 🙅 Название: до 40 латинских букв, цифр, дефисов и подчёркиваний. Например: site.
# A work in the other places
channels-of-work = 🔗 Каналы
channels-of-work-head = 🔗 Где продаётся { $title }
channel-offer = { $code }:
channel-offer-none = не продаётся
channel-offer-price = { $price }
channel-offer-buffer =
    { $count ->
        [one] придержана { $count } штука
        [few] придержаны { $count } штуки
       *[many] придержано { $count } штук
    }
channel-work-head = 🔗 { $title } в канале { $code }
channel-work-now =
    { $count ->
        [0] Сейчас там нечего предложить
        [one] Сейчас там можно купить { $count } штуку
        [few] Сейчас там можно купить { $count } штуки
       *[many] Сейчас там можно купить { $count } штук
    }
channel-list = 👁 Продавать там
channel-unlist = 🙈 Не продавать там
channel-buffer-less = ➖ Придержать меньше
channel-buffer-more = ➕ Придержать больше
channel-price = ✏️ Своя цена
channel-price-common = 💰 Цена как здесь
channel-ask-price = ✏️ Сколько стоит { $title } в канале { $code }? Здесь: { $price }. Минус («-») оставит как есть.
