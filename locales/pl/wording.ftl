# Days and times as people say them. $weekday: 1 is Monday.
when-today = dziś
when-tomorrow = jutro
when-yesterday = wczoraj
when-on-weekday =
    { $weekday ->
        [1] w poniedziałek
        [2] we wtorek
        [3] w środę
        [4] w czwartek
        [5] w piątek
        [6] w sobotę
       *[7] w niedzielę
    }, { $date }
when-near-at = { $day } o { $time }
when-day-at = { $day }, o { $time }
when-near-until = { $day } do { $time }
when-day-until = { $day }, do { $time }
when-until-time = do { $time }
when-only-today = tylko dziś
when-until-tomorrow = do jutra
when-until-weekday =
    do { $weekday ->
        [1] poniedziałku
        [2] wtorku
        [3] środy
        [4] czwartku
        [5] piątku
        [6] soboty
       *[7] niedzieli
    }, { $date }

# Opening hours
open-always = całodobowo
opens-at = otwarcie { $when }
closed-days = nieczynne { $days }
closed-now = teraz nieczynne
distance-m = { $metres } m
distance-km = { $km } km
