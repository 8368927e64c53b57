# Who works in the shop.

staff-open = 👥 Сотрудники
staff-head = 👥 <b>Сотрудники</b>
staff-line = { $name } — { $role }
staff-nobody = Пока вы справляетесь без помощников. Пригласите того, кто собирает заказы, стоит за кассой или следит за цифрами.
staff-invite = ➕ Пригласить
staff-which = 👥 <b>Кого пригласить?</b>
staff-manager = управляющий
staff-packer = сборщик
staff-cashier = кассир
staff-viewer = наблюдатель
staff-may-manager = 🧰 Управляющий: всё, кроме настроек и сотрудников
staff-may-packer = 📦 Сборщик: готовит, отправляет и выдаёт заказы, отвечает покупателям
staff-may-cashier = 🎪 Кассир: продаёт на кассе и выдаёт заказы
staff-may-viewer = 👁 Наблюдатель: видит заказы, остатки и цифры, ничего не меняет
staff-take-back = 🚫 Отозвать ссылки
staff-links-off = Неиспользованные ссылки больше не работают
staff-link =
    👥 Ссылка для одного человека: <b>{ $role }</b>. Действует 48 часов и один раз, больше мы её не покажем.

    <code>{ $link }</code>
staff-pass-on = 📨 Переслать
staff-copy = 📄 Скопировать
staff-member = 👤 <b>{ $name }</b>{ $nick }
staff-blocked = Этот человек остановил бота: сообщения к нему не доходят.
staff-dismiss = ❌ Закрыть доступ
staff-dismiss-sure = ❌ Закрыть доступ: { $name }? Кнопки в старых сообщениях тоже перестанут работать.
staff-dismiss-yes = ❌ Да, закрыть
staff-gone = ❌ Доступ закрыт: { $name }
staff-undo = ↩️ Вернуть доступ
staff-welcome = 👥 Вы работаете в магазине «{ $shop }» как <b>{ $role }</b>. Всё нужное — по кнопке 🧰.
staff-owner = 👥 Магазин ваш: приглашение вам ни к чему. Перешлите его сотруднику.
staff-quiet = Сейчас ничего срочного.
