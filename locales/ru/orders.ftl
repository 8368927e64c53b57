# Orders as their buyer follows them, and orders that come back.

## The line of progress
step-placed = Оформлен
step-accepted = Принят
step-paid = Оплачен
step-in-work = В работе
step-ready = Готов
step-handed-over = Выдан
step-cancelled = Отменён
step-expired = Бронь закончилась
step-done = ● { $step } · { $when }
step-present = <b>● { $step }</b> · { $when }
step-coming = ○ { $step }
orders-over = <i>Завершённые</i>
money-partly-back = Часть денег возвращена, осталось { $sum }

## Cancelling and ordering again
cancel-ask-link = С вас ничего не списано. Если вы всё же заплатите по ссылке, деньги вернутся целиком.
cancel-ask-nothing = Платить ничего не придётся.
cancel-why = Если скажете почему, продавцу будет проще.
cancel-mind = ❌ Передумали
cancel-long = ❌ Долго ждать
again-partly = 😔 Больше не купить: { $titles }. Остальное держим для вас.
again-nothing = 😔 Этого больше нет: { $what }. Можно посмотреть похожие или спросить автора.
cancelled-mind = передумал
cancelled-long = долго ждать
tell-cancelled-why = Причина: { $why }

## Giving back, the buyer's side
return-ask = ↩️ Вернуть
return-prompt = ↩️ Возврат заказа { $number }. Напишите, что не так; фото помогут. Продавец решит и ответит сюда.
return-passed-on = ↩️ Просьба вернуть заказ { $number } у продавца. Можно сразу добавить фото или слова.
return-asked = ↩️ Ждём решения продавца о возврате. Ничего делать не нужно: мы напишем.
return-accepted = ↩️ Возврат заказа { $number } принят.
return-accepted-head = ↩️ Возврат принят.
return-to-place = Принесите сюда: { $place }
return-money-then = Деньги вернём целиком, как только работа будет у нас.
return-declined = 🙅 Возврат заказа { $number } не принят.
return-declined-head = 🙅 Возврат не принят:
return-done = ↩️ Вы вернули этот заказ.
return-too-late = 🙅 Срок возврата этого заказа прошёл. Напишите продавцу: он подскажет.
return-moved-on = 🙅 Возврат этого заказа уже решается или решён.

## Giving back and more, the seller's side
sell-begin = 🛠 Взять в работу
sell-money-coming-back = <b>{ $total }</b> · возвращаем { $sum }
sell-return-asked = ↩️ Покупатель хочет вернуть заказ
sell-return-accepted = ↩️ Возврат принят. Когда работа будет у вас, выберите, что с ней.
sell-return-declined = ❌ Возврат отклонён
sell-return-restocked = ↩️ Вернулся, снова в продаже
sell-return-written-off = ↩️ Вернулся, списан
sell-return-accept = ✅ Принять возврат
sell-return-decline = ❌ Отклонить
sell-return-back = ↩️ Снова в продажу
sell-return-off = 🗑 Списать
sell-return-yes = 💸 Да, вернуть деньги
sell-return-here = 📍 В точке выдачи
sell-return-how = ↩️ Как вернуть заказ { $number }? Напишите место и время: покупатель это прочтёт.
sell-return-why = ❌ Почему возврат { $number } не принят? Покупатель прочтёт эти слова.
sell-return-back-sure = ↩️ Заказ { $number } у вас? Вернём покупателю { $amount }, работы снова будут в продаже.
sell-return-off-sure = 🗑 Заказ { $number } у вас? Вернём покупателю { $amount }, в продажу работы не вернутся.
sell-edit-return-within = ✏️ Срок возврата
sell-ask-term-return-within = ✏️ Сколько дней после выдачи можно вернуть заказ? Например: <code>7</code>. «нет» — не принимаем, «-» — оставить.
tell-mismatch-amount = Пришло { $came }, в заказе { $wanted }.
tell-mismatch-test = Это тестовый платёж, а магазин принимает настоящие, или наоборот: { $came }.
tell-mismatch-other = Платёж относится не к этому заказу: { $came }.
tell-mismatch-payment = Платёж в ЮKassa: <code>{ $payment }</code>
tell-mismatch-next = Верните его в кабинете ЮKassa и нажмите «Проверить ещё раз», либо напишите покупателю.
tell-mismatch-again = Проверили ещё раз: по-прежнему не сходится и не возвращён.
sell-mismatch-check = 🔄 Проверить ещё раз
why-return = вернулось
sell-term-return-within =
    { $days ->
        [0] Возврат: не принимаем
       *[other] Возврат: { $days } дн. после выдачи
    }
