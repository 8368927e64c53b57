# Names of properties in the files that other places pull
feed-other = Inne
feed-technique = Technika
feed-size = Wymiary
feed-year = Rok
feed-edition = Nakład

# Webhooks
tell-hook-paused =
    ⚠️ „{ $channel }” od ponad doby nie przyjmuje powiadomień o zmianach: { $error }
    Nie próbuję więcej. Nic nie przepadło: po naprawie wszystko przyjdzie od tego samego miejsca.
bad-hook-address = 🙅 Potrzebny jest adres w postaci https://strona/ścieżka, dostępny z internetu. Nic się nie zmieniło.
