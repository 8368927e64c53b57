## Files that are refused
file-no-columns = 🙅 Не нашли столбец с артикулом или названием. Первая строка файла — названия столбцов, например «Артикул; Цена; Остаток».
no-such-import = 🙅 Этого файла больше нет. Пришлите его ещё раз.
import-over = 🙅 С этим файлом уже всё решено. Если нужно, пришлите его ещё раз.
nothing-to-import = 🙅 Файл ничего не меняет: всё уже так.
file-too-large = 🙅 Файл больше { $most } МБ. Разделите его на части.
file-old-excel = 🙅 Это старый формат Excel. Сохраните файл как XLSX или CSV.
file-unknown = 🙅 Это не таблица. Подойдут CSV, XLSX и YML.
file-empty = 🙅 В файле нет строк с данными.
file-too-long = 🙅 В файле больше { $most } строк. Разделите его на части.
file-too-wide = 🙅 В файле больше { $most } столбцов. Оставьте только нужные.
file-broken = 🙅 Файл повреждён и не читается. Сохраните его заново и пришлите ещё раз.
file-hostile = 🙅 Этот файл устроен небезопасно, читать его не стали. Сохраните таблицу заново как CSV или XLSX.
file-no-yml = 🙅 Это не YML: в файле нет yml_catalog.

## Rows that are left alone
import-bad-price = цену «{ $said }» не поняли
import-bad-cost = себестоимость «{ $said }» не поняли
import-bad-count = остаток «{ $said }» не поняли
import-bad-year = год «{ $said }» не поняли
import-bad-hidden = «{ $said }» — не да и не нет
import-long-title = текст длиннее, чем помещается в карточку
import-bad-place = места «{ $said }» в магазине нет
import-unknown = артикула «{ $said }» в магазине нет
import-twice = артикул «{ $said }» уже был в файле выше
import-no-price = у новой работы нет цены
import-taken = артикул «{ $said }» занят черновиком или убранной работой

## In the chat
import-open = 📥 Загрузить
export-open = 📤 Выгрузить
import-how =
    📥 <b>Загрузить работы и остатки</b>

    Пришлите сюда файл CSV, XLSX или YML. Сначала покажем, что изменится, и только потом спросим.

    Первая строка — названия столбцов: «Артикул», «Название», «Цена», «Остаток»… Пустая клетка ничего не меняет, 0 — это ноль.
import-template = 📤 Взять за образец
import-head = 📥 <b>{ $name }</b>
import-sums = Изменится: { $changed }. Новых: { $new }. Без изменений: { $same }.
import-before = ⚠️ Этот же файл уже загружали { $day }.
import-line = <code>{ $sku }</code> { $what }: { $before } → { $after }
import-new = Новая: { $title } — { $price }, { $count } шт.
import-more = …и ещё { $count }
import-left =
    { $count ->
        [one] Оставим как есть { $count } строку:
        [few] Оставим как есть { $count } строки:
       *[many] Оставим как есть { $count } строк:
    }
import-fault = строка { $line }: { $why }
import-absent =
    { $count ->
        [one] В файле нет { $count } работы магазина: её не тронем.
       *[many] В файле нет { $count } работ магазина: их не тронем.
    }
import-nothing = Менять нечего: всё уже так.
import-apply = ✅ Загрузить
import-drop = ❌ Не загружать
import-running = ⏳ Загружаем строки: { $count }. Обычно это меньше минуты.
import-done = ✅ Готово. Изменили: { $changed }. Добавили: { $new }.
import-undo = ↩️ Вернуть как было
import-sure =
    Вернуть всё, что изменил этот файл?

    Новые работы скроем, проданное останется проданным.
import-undone =
    { $count ->
        [one] ↩️ Вернули как было { $count } работу.
        [few] ↩️ Вернули как было { $count } работы.
       *[many] ↩️ Вернули как было { $count } работ.
    }
import-stayed = Не тронули то, что менялось после файла: { $skus }.
import-dropped = Файл не загружен, в магазине всё по-прежнему.
import-faults = Строки, которые останутся как есть
import-col-line = Строка
import-col-why = Почему
import-of-title = название
import-of-technique = техника
import-of-description = описание
import-of-price = цена
import-of-cost = себестоимость
import-of-count = остаток
import-of-category = категория
import-of-size = размер
import-of-year = год
import-of-barcode = штрихкод
import-of-hidden = скрыта
import-yes = да
import-no = нет
export-which = 📤 Какой файл собрать?
export-stock = 🏷 Остатки
export-products = 🖼 Работы
export-orders = 📋 Заказы
export-customers = 👤 Покупатели
export-ready = Строк в файле: { $count }
export-ready-personal = Строк в файле: { $count }. В нём личные данные: не пересылайте его.
