# Help for the state one is in, and links that open no screen.

help-title = <b>Co można teraz zrobić</b>
help-new =
    W katalogu trzeba otworzyć pracę i nacisnąć „Kup teraz”: od tej chwili jest zarezerwowana.

    Potem wybiera się miejsce odbioru i sposób płatności: online albo przy odbiorze. Gdy wszystko będzie gotowe, przyślemy adres i kod.
help-cart =
    { $count ->
        [one] W koszyku jest { $count } praca. Po złożeniu zamówienia będzie zarezerwowana.
        [few] W koszyku są { $count } prace. Po złożeniu zamówienia będą zarezerwowane.
       *[many] W koszyku jest { $count } prac. Po złożeniu zamówienia będą zarezerwowane.
    }
help-draft = ⏳ Zamówienie w toku: { $what }. Wystarczy je dokończyć.
help-unpaid = 💳 Zamówienie { $number } czeka na płatność: { $what }.
help-ready = 👌 Zamówienie { $number } można odebrać.
help-under-way = 📦 Zamówienie { $number }: { $state }.
help-always = Chodzi o coś konkretnego? Wystarczy napisać: „zachód”, „wazon do 5000”.
recommend = 💌 Poleć nas
link-for-sellers = 🙅 Ten kod czyta sprzedawca. Wystarczy go pokazać przy odbiorze.
