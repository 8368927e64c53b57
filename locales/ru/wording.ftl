# Days and times as people say them. $weekday: 1 is Monday.
when-today = сегодня
when-tomorrow = завтра
when-yesterday = вчера
when-on-weekday =
    { $weekday ->
        [1] в понедельник
        [2] во вторник
        [3] в среду
        [4] в четверг
        [5] в пятницу
        [6] в субботу
       *[7] в воскресенье
    }, { $date }
when-near-at = { $day } в { $time }
when-day-at = { $day }, в { $time }
when-near-until = { $day } до { $time }
when-day-until = { $day }, до { $time }
when-until-time = до { $time }
when-only-today = только сегодня
when-until-tomorrow = до завтра
when-until-weekday =
    до { $weekday ->
        [1] понедельника
        [2] вторника
        [3] среды
        [4] четверга
        [5] пятницы
        [6] субботы
       *[7] воскресенья
    }, { $date }

# Opening hours
open-always = круглосуточно
opens-at = откроется { $when }
closed-days = закрыто { $days }
closed-now = сейчас закрыто
distance-m = { $metres } м
distance-km = { $km } км
