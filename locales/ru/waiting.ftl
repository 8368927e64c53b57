# Favourites, the line for what is gone, and news of lower prices.

## Buttons: an emoji that is the same everywhere, 20 characters at most
to-favourites = ❤️ Избранное
favourite-add = ❤️ В избранное
favourite-on = ❤️ В избранном ✓
wait = 🔔 Сообщить мне
wait-on = 🔔 Вы в очереди ✓
wait-quit = 🔕 Не нужно
open-work = 🖼 Посмотреть
prices-watch = 🔔 Следить за ценой
prices-stop = 🔕 Не следить
prices-no-more = 🔕 Не писать о ценах

## Answers to a tap
favourite-added = Добавили в избранное
favourite-dropped = Убрали из избранного
wait-asked = Напишем, как только работа вернётся. Передумаете — нажмите ещё раз.
wait-left = Хорошо, писать об этой работе не будем
wait-already = Вы уже в очереди: напишем, как только работа вернётся.
prices-watched = Напишем, если что-то подешевеет
prices-stopped = Больше не пишем о ценах

## Favourites
favourites-title = <b>Избранное</b>
favourites-empty = Здесь пока пусто. Отметьте сердечком работу, которая понравилась, и она всегда будет под рукой.
favourite-gone = { $line } · продано
favourite-held = { $line } · на брони
prices-ask = Можно следить за ценами: напишем, если подешевеет работа отсюда, из корзины или из очереди. Не чаще раза в сутки и не ночью.
prices-on = Следим за ценами: напишем, если что-то подешевеет.

## It is back
back-held = ⏳ Держим для вас { $until }: { $title }.
back-held-next = Работа снова свободна, и подошла ваша очередь. Если не оформить за это время, она достанется следующему.
its-back = 🔔 Снова в продаже: { $title }.
its-back-next = Вы просили сообщить. За вами работа пока не держится: кто раньше оформит, тому она и достанется.
turn-over = ⌛ Больше не держим для вас: { $title }.
turn-over-next = Время вышло, теперь работу может купить другой. Если она всё ещё нужна, встаньте в очередь снова.
turn-lost = 😔 Работу продали в другом месте: { $title }.
turn-lost-next = Так бывает, когда её покупают прямо на выставке. Простите. Ваше место в очереди осталось за вами: вернётся — напишем.
wait-quit-done = 🔕 Больше не пишем об этой работе: { $title }.
wait-quit-done-gone = 🔕 Больше не пишем об этой работе.
money-back-first = Если работа снова появится, напишем вам первым.

## It is cheaper
cheaper = 🔔 Стало дешевле: { $line }
cheaper-several = 🔔 Подешевели работы, за которыми вы следите:
cheaper-line = { $title } — <s>{ $before }</s> <b>{ $price }</b>
cheaper-rest =
    { $count ->
        [one] и ещё { $count } работа
        [few] и ещё { $count } работы
       *[many] и ещё { $count } работ
    }
prices-off = 🔕 Больше не пишем о ценах.

## For the seller
sell-wished-button = 🔔 Чего ждут
sell-wished = 🔔 <b>Чего ждут покупатели</b>
sell-wished-nothing = Пока никто ничего не ждёт и не откладывает. Как только покупатели отметят работы, самые желанные появятся здесь.
sell-wished-line = { $title } — { $who }
sell-waiting =
    { $count ->
        [one] { $count } ждёт
       *[other] { $count } ждут
    }
sell-kept = в избранном у { $count }
sell-term-waiting-people = О вернувшейся работе узнают: { $people } на штуку
sell-edit-waiting-people = ✏️ Очередь
sell-ask-term-waiting-people = ✏️ Сколько человек из очереди узнают об одной вернувшейся штуке? Например: <code>3</code>. О единственной работе всегда узнаёт один. «-» — оставить.
bad-people = 🙅 Напишите целое число людей от 1 до { $limit }.
