## Moving pieces between places
move-open = ➡️ Переместить
move-head = ➡️ <b>{ $title }</b> <code>{ $sku }</code>
move-lies = { $place }: свободно { $count } шт.
move-from = Откуда взять?
move-to = Куда?
move-how-many = Сколько штук переместить? Куда: { $place }.
move-all = Все { $count }
move-none-free = Свободных штук нет: всё обещано или уже продано.
move-nowhere = Место пока одно. Добавьте второе, например ярмарку с датами.
move-back = ↩️ Вернуть обратно
moved = ➡️ Перемещено: { $here } → { $there }, { $count } шт.
why-moved = перемещено
