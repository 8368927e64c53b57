# Shelves: pages of works, a work among its neighbours, ways of looking.

## Buttons
to-new = ✨ Новинки
to-last = 🔥 Последние
to-collections = 🎴 Подборки
to-similar = 🎨 Похожие
look-filters = 🎚 Фильтры
look-list = 📋 Списком
look-pictures = 🌄 Картинками
look-at-all = 🌄 Смотреть работы
look-show = 🛍 Показать: { $count }
look-free = 🟢 В наличии
look-reset = ✖️ Сбросить
sort-newest = ↕️ Новые
sort-cheap = ↕️ Дешевле
sort-dear = ↕️ Дороже
price-any = 💰 Любая цена

## Screens
shelf-new = <b>Новинки</b>
shelf-last = <b>Последние экземпляры</b>
shelf-collection = <b>Подборка</b>
shelf-line = { $number }. { $title } — { $price }
shelf-shown = Показаны: { $what }
filter-free = в наличии
shelf-nothing-like-that = С такими фильтрами работ нет. Сбросьте их или выберите другую цену.
shelf-emptied = Здесь больше ничего нет. В каталоге есть другие работы.
stepped-over = Той работы здесь больше нет, вот следующая.
look-title = 🎚 <b>Как показывать</b>
look-hint = Нужна точная сумма? Напишите, например, «до 5000».
pages-ask =
    🔢 Какие работы открыть? Всего { $count ->
        [one] { $count } работа.
        [few] { $count } работы.
       *[many] { $count } работ.
    }
collections-title = 🎴 <b>Подборки</b>
collections-none = Подборок пока нет. Все работы — в каталоге.
collection-line =
    { $day }: { $titles }{ $more ->
        [0] { "" }
       *[other] { " " }и ещё { $more }
    }
similar-none = Похожих на { $title } сейчас нет. Загляните в каталог.
card-certificate = С сертификатом подлинности
card-care = Уход: { $care }
