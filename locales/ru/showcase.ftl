# Posts in the showcase; the work itself is described as on a buyer's card.
post-withdrawn = Сейчас не продаётся
post-sold = 🔴 <b>Продано</b>
post-buy = ⚡ Купить
post-similar = 🛍 Похожие работы
post-like = 💬 Заказать похожую
post-catalogue = 🛍 Весь каталог
post-link = <a href="{ $url }">{ $label }</a>
post-collection = 🖼 <b>Новые работы</b>
post-line = { $title } — { $price }
post-line-held = { $title } — { $price }, на брони
post-line-sold = { $title } — продано
post-line-withdrawn = { $title } — сейчас не продаётся
window-head = 🛍 <b>{ $shop }</b>
window-works =
    { $count ->
        [one] { $count } работа в продаже
        [few] { $count } работы в продаже
       *[many] { $count } работ в продаже
    }
window-empty = Всё разобрали. Новые работы появятся здесь.
window-new = <b>Новое</b>

## What a visitor of a sold work's post reads first
similar-to = 🛍 Похожие на { $title }

## 📣 when and how
post-options = 🕒 Когда и как
post-ask = 📣 Когда опубликовать { $title }?
post-nothing-to-ask = 😔 { $title } сейчас не купить: пост ничего бы не предложил.
post-stands = Пост в канале: { $when }. Новый выйдет ниже.
post-waits = Пост запланирован: { $when }
post-now = 📣 Сейчас
post-at = 🕒 { $when }
post-own-time = 🕒 Другое время
post-album =
    { $count ->
        [one] 🎞 Альбом: { $count } фото
        [few] 🎞 Альбом: { $count } фото
       *[many] 🎞 Альбом: { $count } фото
    }
post-old-away = 🗑 Убрать старый
post-chosen = { $label } ✓
post-ask-time = 🕒 Когда опубликовать? Например: <code>завтра 19:30</code>, <code>25.11 12:00</code> или <code>в субботу 18:00</code>
post-planned = 🕒 <b>Пост выйдет { $when }</b>
post-planned-listed = 🕒 <b>В каталоге, пост выйдет { $when }</b>
post-on-its-way = 📣 Пост уже на пути в канал
post-cancelled = ❌ Пост отменён
plans-open = 🕒 План публикаций
plans-head = 🕒 <b>План публикаций</b>
plans-none = 🕒 Ничего не запланировано. Время для поста выбирают кнопкой 📣 у работы.
plans-line = { $when } · { $title }
plan-of =
    { $count ->
        [one] { $title }
        [few] { $title } и ещё { $more }
       *[many] { $title } и ещё { $more }
    }
plan-ask = 🕒 Пост выйдет { $when }. Перенести?
plan-cancel = ❌ Отменить пост

## A collection
collection-open = 🎴 Подборка
collection-head = 🎴 <b>Подборка</b>
collection-how = Выберите от 2 до 10 работ: в посте у каждой будет снимок и строка со ссылкой.
collection-next = ➡️ Дальше · { $count }
collection-ask = 🎴 Когда опубликовать подборку?
collection-drop = ❌ Не сейчас

## The showcase as a whole
front-open = 📣 Канал-витрина
front-head = 📣 <b>Канал-витрина</b>
front-posts =
    { $count ->
        [0] Постов пока нет
        [one] { $count } пост показывает, как есть сейчас
        [few] { $count } поста показывают, как есть сейчас
       *[many] { $count } постов показывают, как есть сейчас
    }
front-plans =
    { $count ->
        [one] Запланирован { $count } пост
        [few] Запланировано { $count } поста
       *[many] Запланировано { $count } постов
    }
front-window = Закреплён пост с разделами и новинками
front-no-window = Закреплённого поста нет
front-rule-keep = Проданные остаются: пометка и две кнопки
front-rule-bare = Проданные остаются с пометкой, без кнопок
front-rule-delete = Посты проданных работ удаляются
front-plans-open = 🕒 План · { $count }
front-pin = 📌 Закрепить разделы
front-pin-again = 📌 Обновить закреп
front-unpin = 🗑 Убрать закреп
front-pinning = 📌 Пост с разделами уже на пути в канал
front-unpinning = 🗑 Закреплённый пост убираем
front-sold = 🔴 Проданные работы
rule-head =
    🔴 <b>Проданные работы</b>
    Что делать с постом, когда работа продана? Уже проданные по этому правилу не удаляются.
rule-keep = 🔴 С кнопками
rule-bare = 🔴 Без кнопок
rule-delete = 🗑 Удалять пост

## Refusals
post-time-not-understood = 🙅 Не получается прочесть время: { $text }. Напишите, например, завтра 19:30 или 25.11 12:00.
post-time-over = 🙅 Это время уже прошло. Напишите время впереди или выберите 📣 сейчас.
post-time-too-far = 🙅 Так далеко посты не планируются: самое большее на { $days } дней вперёд.
post-nothing = 😔 Публиковать нечего: работа продана или скрыта.
post-moved-on = 🙅 Этот пост уже вышел или отменён.
post-too-many = 🙅 В подборке самое большее { $limit } работ. Снимите отметку с одной из них.

## Alerts
tell-post-skipped = ⚠️ Пост не вышел: { $title } продана или скрыта. Когда вернётся в продажу, его можно назначить снова.
tell-post-skipped-all = ⚠️ Пост не вышел: в нём не осталось работ, которые можно купить.
tell-post-shortened =
    { $count ->
        [one] ⚠️ Подборка вышла без { $count } работы: её уже не купить.
        [few] ⚠️ Подборка вышла без { $count } работ: их уже не купить.
       *[many] ⚠️ Подборка вышла без { $count } работ: их уже не купить.
    }
tell-pin-refused = ⚠️ Пост с разделами вышел, но не закреплён: боту нужно право редактировать чужие сообщения в канале. Дайте его и нажмите «Обновить закреп».
tell-post-stays = ⚠️ Старый пост остался в канале: Телеграм не даёт боту его удалить. Дайте боту право удалять сообщения или удалите пост сами.
tell-showcase-shut = ⚠️ Канал-витрина не пускает бота: { $error }. Сделайте бота администратором с правом публиковать и редактировать сообщения: посты догонят сами.
tell-parked-publish = опубликовать пост
