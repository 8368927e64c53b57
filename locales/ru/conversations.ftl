# Conversations between a buyer and the shop.

## Buttons
talk-ask = 💬 Спросить
talk-ask-like = 💬 Хочу похожую
talk-go-on = 💬 Ответить
talk-read = 📖 Переписка
talk-leave = ❌ Не сейчас
talk-work = 🖼 К работе
sell-talk = 💬 Переписка
sell-talk-answer = 💬 Ответить
sell-talk-more = 💬 Дописать
sell-talk-done = ✅ Закрыть
sell-talk-files = 🖼 Показать файлы · { $count }
sell-talks = 💬 Все вопросы
sell-talks-all = 💬 Все вопросы · { $count }
sell-talk-send-held = ✉️ Всё же отправить
sell-talk-drop-held = 🗑 Не отправлять

## What it is about
talk-subject-order = заказ { $number }
talk-subject-shop = магазин
talk-subject-like = похожая на { $title }

## The buyer's side
talk-prompt =
    💬 Вопрос продавцу: { $subject }.

    Напишите его здесь, можно с фото или файлом. Ответ придёт сюда же.
talk-prompt-like =
    💬 Хотите такую: { $title }?

    Напишите, что важно: размер, цвет, срок. Передадим автору и пришлём ответ сюда.
talk-passed-on = 💬 Передали продавцу, ответ придёт сюда. Хотите добавить — просто напишите.
talk-answer = 💬 <b>Ответ продавца</b>: { $subject }
talk-head = 💬 <b>Переписка</b>: { $subject }
talk-shop = Продавец
talk-left = Хорошо
talk-only-words = 🙅 Передать можно слова, фото или файл. Напишите, пожалуйста, текстом.

## Both sides
talk-line = <b>{ $who }</b> · { $when }
talk-photo = 🖼 фото
talk-file = 📎 { $name }
talk-blanked = Текст удалён: прошло много времени.
talk-age-minutes = { $count } мин
talk-age-hours = { $count } ч
talk-age-days = { $count } дн.
talk-answered = ✅ Ответ: { $who }, { $when }
talk-closed = ✅ Закрыто: { $who }, { $when }

## The seller's side
sell-talk-asks = 💬 <b>{ $name }</b> спрашивает: { $subject }
sell-talk-return = ↩️ <b>{ $name }</b> хочет вернуть: { $subject }
sell-talk-head = 💬 <b>{ $name }</b>: { $subject }
sell-talk-waits = ⏳ Ждёт ответа: { $age }
sell-talk-empty = Пока ни слова.
sell-talk-type = 💬 Что ответить? Покупатель: { $name }, { $subject }. Можно фото или файл.
sell-talk-sent = ✅ Передаём: { $name }, { $subject }
sell-talk-held = ⚠️ На этот вопрос уже ответили. Ваш ответ сохранён и ждёт вашего слова.
sell-talk-dropped = 🗑 Не отправили: { $name }, { $subject }
sell-talk-closed = ✅ Закрыто: { $who }
sell-talks-head = 💬 <b>Ждут ответа</b>
sell-talks-line = { $name } · { $subject } · { $age }
sell-talks-none = 💬 Все вопросы отвечены.
sell-desk-questions = 💬 Вопросы: { $count }
tell-talk-undelivered = ⚠️ Ответ не дошёл: покупатель остановил бота. Если он вернётся, напишите ему ещё раз.

## Refusals
no-such-talk = 🙅 Этой переписки здесь нет.
too-many-questions =
    🙅 Сообщений уже много. Напишите, пожалуйста, через { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }.
