# Names of properties in the files that other places pull
feed-other = Другое
feed-technique = Техника
feed-size = Размер
feed-year = Год
feed-edition = Тираж
