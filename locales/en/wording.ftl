# Days and times as people say them. $weekday: 1 is Monday.
when-today = today
when-tomorrow = tomorrow
when-yesterday = yesterday
when-on-weekday =
    on { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }, { $date }
when-near-at = { $day } at { $time }
when-day-at = { $day }, at { $time }
when-near-until = { $day } until { $time }
when-day-until = { $day }, until { $time }
when-until-time = until { $time }
when-only-today = today only
when-until-tomorrow = until tomorrow
when-until-weekday =
    until { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }, { $date }

# Opening hours
open-always = around the clock
opens-at = opens { $when }
closed-days = closed { $days }
closed-now = closed now
distance-m = { $metres } m
distance-km = { $km } km
