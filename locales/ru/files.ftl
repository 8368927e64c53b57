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
import-bad-count = остаток «{ $said }» не поняли
import-bad-year = год «{ $said }» не поняли
import-bad-hidden = «{ $said }» — не да и не нет
import-long-title = текст длиннее, чем помещается в карточку
import-bad-place = места «{ $said }» в магазине нет
import-unknown = артикула «{ $said }» в магазине нет
import-twice = артикул «{ $said }» уже был в файле выше
import-no-price = у новой работы нет цены
import-taken = артикул «{ $said }» занят черновиком или убранной работой
