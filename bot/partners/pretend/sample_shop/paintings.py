"""Which paintings are for sale in the sample shop?"""

from typing import Final

from bot.partners.pretend.sample_shop.values import Words, Work
from bot.shop.catalogue.values import Kind

PAINTINGS: Final = (
    Work(
        slug="neva-sunset",
        shelf="neva",
        kind=Kind.ONE_OF_A_KIND,
        price_minor=48_000_00,
        size="50 × 70 см",
        year=2025,
        in_showcase=True,
        texts={
            "ru": Words(
                "Закат над Невой",
                "холст, масло",
                "Тёплая полоса света ложится на воду у Петропавловской крепости. Писала с Дворцовой набережной в "
                "последние десять минут солнца.",
            ),
            "en": Words(
                "Sunset over the Neva",
                "oil on canvas",
                "A warm band of light settles on the water by the Peter and Paul Fortress. Painted from the Palace "
                "Embankment in the last ten minutes of sun.",
            ),
            "pl": Words(
                "Zachód słońca nad Newą",
                "olej na płótnie",
                "Ciepła smuga światła kładzie się na wodzie przy Twierdzy Pietropawłowskiej. Malowane z nabrzeża "
                "w ostatnich dziesięciu minutach słońca.",
            ),
        },
    ),
    Work(
        slug="white-night",
        shelf="neva",
        kind=Kind.ONE_OF_A_KIND,
        price_minor=56_000_00,
        size="60 × 80 см",
        year=2026,
        in_showcase=True,
        texts={
            "ru": Words(
                "Белая ночь, мосты разведены",
                "холст, масло",
                "Половина второго, светло, и город на два часа становится островами. В створе моста — первая баржа.",
            ),
            "en": Words(
                "White Night, Bridges Raised",
                "oil on canvas",
                "Half past one, still light, and for two hours the city turns into islands. The first barge waits in "
                "the gap of the bridge.",
            ),
            "pl": Words(
                "Biała noc, mosty w górze",
                "olej na płótnie",
                "Wpół do drugiej, jasno, a miasto na dwie godziny zamienia się w wyspy. W prześwicie mostu — "
                "pierwsza barka.",
            ),
        },
    ),
    Work(
        slug="ladoga-fog",
        shelf="neva",
        kind=Kind.ONE_OF_A_KIND,
        price_minor=42_000_00,
        size="50 × 70 см",
        year=2024,
        texts={
            "ru": Words(
                "Туман на Ладоге",
                "холст, масло",
                "Острова появляются по одному, как слова в тихом разговоре. Картина для комнаты, где хочется "
                "говорить вполголоса.",
            ),
            "en": Words(
                "Fog on Lake Ladoga",
                "oil on canvas",
                "The islands appear one by one, like words in a quiet talk. A painting for a room where one would "
                "rather speak softly.",
            ),
            "pl": Words(
                "Mgła na Ładodze",
                "olej na płótnie",
                "Wyspy wyłaniają się po jednej, jak słowa w cichej rozmowie. Obraz do pokoju, w którym mówi się "
                "półgłosem.",
            ),
        },
    ),
    Work(
        slug="first-snow",
        shelf="neva",
        kind=Kind.ONE_OF_A_KIND,
        price_minor=52_000_00,
        size="60 × 60 см",
        year=2025,
        in_showcase=True,
        texts={
            "ru": Words(
                "Первый снег на Фонтанке",
                "холст, масло",
                "Охра и розовый старых фасадов, чёрная вода и снег, который ещё не решил, остаться ли. Окна уже "
                "зажглись.",
            ),
            "en": Words(
                "First Snow on the Fontanka",
                "oil on canvas",
                "Ochre and rose of old façades, black water, and snow that has not yet decided to stay. The windows "
                "are already lit.",
            ),
            "pl": Words(
                "Pierwszy śnieg nad Fontanką",
                "olej na płótnie",
                "Ochra i róż starych fasad, czarna woda i śnieg, który jeszcze się waha, czy zostać. W oknach już "
                "świeci się światło.",
            ),
        },
    ),
    Work(
        slug="copper-field",
        shelf="colour",
        kind=Kind.ONE_OF_A_KIND,
        price_minor=38_000_00,
        size="70 × 70 см",
        year=2025,
        texts={
            "ru": Words(
                "Медное поле",
                "холст, масло, поталь",
                "Три слоя охры и полоса потали, которая весь день ловит свет по-разному. Хороша напротив окна.",
            ),
            "en": Words(
                "Copper Field",
                "oil and metal leaf on canvas",
                "Three layers of ochre and a line of metal leaf that catches the light differently all day. At its "
                "best facing a window.",
            ),
            "pl": Words(
                "Miedziane pole",
                "olej i szlagmetal na płótnie",
                "Trzy warstwy ochry i pas szlagmetalu, który przez cały dzień inaczej łapie światło. Najlepiej "
                "naprzeciw okna.",
            ),
        },
    ),
    Work(
        slug="three-hours",
        shelf="colour",
        kind=Kind.ONE_OF_A_KIND,
        price_minor=34_000_00,
        was_minor=40_000_00,
        size="60 × 80 см",
        year=2023,
        texts={
            "ru": Words(
                "Три часа тишины",
                "холст, акрил",
                "Синий, ещё синий и немного песка. Написана за один зимний день с выключенным телефоном.",
            ),
            "en": Words(
                "Three Hours of Silence",
                "acrylic on canvas",
                "Blue, another blue and a little sand. Painted in a single winter day with the phone switched off.",
            ),
            "pl": Words(
                "Trzy godziny ciszy",
                "akryl na płótnie",
                "Błękit, jeszcze jeden błękit i odrobina piasku. Namalowane w jeden zimowy dzień, przy wyłączonym "
                "telefonie.",
            ),
        },
    ),
    Work(
        slug="april",
        shelf="colour",
        kind=Kind.ONE_OF_A_KIND,
        price_minor=36_000_00,
        size="60 × 80 см",
        year=2026,
        texts={
            "ru": Words(
                "Апрель, окно открыто",
                "холст, масло",
                "Зелёный, которого ещё нет, и розовый, который вот-вот случится. Для тех, кто ждёт весну с января.",
            ),
            "en": Words(
                "April, Window Open",
                "oil on canvas",
                "A green that is not there yet, and a pink about to happen. For those who wait for spring from "
                "January on.",
            ),
            "pl": Words(
                "Kwiecień, otwarte okno",
                "olej na płótnie",
                "Zieleń, której jeszcze nie ma, i róż, który zaraz się wydarzy. Dla tych, którzy czekają na wiosnę "
                "od stycznia.",
            ),
        },
    ),
    Work(
        slug="pears",
        shelf="still",
        kind=Kind.ONE_OF_A_KIND,
        price_minor=29_000_00,
        size="40 × 50 см",
        year=2024,
        in_showcase=True,
        close_ups=((0.08, 0.3), (0.42, 0.12)),
        texts={
            "ru": Words(
                "Груши и синий кувшин",
                "холст, масло",
                "Три груши с рынка на Сенной и бабушкин кувшин. Груши потом съели, кувшин стоит до сих пор.",
            ),
            "en": Words(
                "Pears and a Blue Jug",
                "oil on canvas",
                "Three pears from the market and my grandmother's jug. The pears were eaten, the jug still stands.",
            ),
            "pl": Words(
                "Gruszki i niebieski dzbanek",
                "olej na płótnie",
                "Trzy gruszki z targu i dzbanek babci. Gruszki zostały zjedzone, dzbanek stoi do dziś.",
            ),
        },
    ),
    Work(
        slug="lemons",
        shelf="still",
        kind=Kind.ONE_OF_A_KIND,
        price_minor=24_000_00,
        size="30 × 40 см",
        year=2026,
        texts={
            "ru": Words(
                "Лимоны на льняной скатерти",
                "холст на картоне, масло",
                "Маленькая и очень солнечная. Повесьте на кухне — чай станет вкуснее.",
            ),
            "en": Words(
                "Lemons on Linen",
                "oil on canvas board",
                "Small and very sunny. Hang it in the kitchen and the tea will taste better.",
            ),
            "pl": Words(
                "Cytryny na lnianym obrusie",
                "olej na tekturze malarskiej",
                "Mały i bardzo słoneczny. W kuchni herbata będzie przy nim smakować lepiej.",
            ),
        },
    ),
    Work(
        slug="peonies",
        shelf="still",
        kind=Kind.ONE_OF_A_KIND,
        price_minor=45_000_00,
        size="60 × 50 см",
        year=2025,
        in_showcase=True,
        texts={
            "ru": Words(
                "Пионы, вечер",
                "холст, масло",
                "Букет с дачи, который осыпался быстрее, чем сохла краска. Мазок густой — хочется потрогать.",
            ),
            "en": Words(
                "Peonies, Evening",
                "oil on canvas",
                "A bunch from the country house that fell faster than the paint would dry. The paint is thick enough "
                "to want to touch.",
            ),
            "pl": Words(
                "Piwonie, wieczór",
                "olej na płótnie",
                "Bukiet z działki, który opadał szybciej, niż schła farba. Farba jest gęsta — aż chce się dotknąć.",
            ),
        },
    ),
)
