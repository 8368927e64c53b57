# Names of properties in the files that other places pull
feed-other = Inne
feed-technique = Technika
feed-size = Wymiary
feed-year = Rok
feed-edition = Nakład
