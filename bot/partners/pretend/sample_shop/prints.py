"""Which prints are for sale in the sample shop?"""

from typing import Final

from bot.partners.pretend.sample_shop.values import Words, Work
from bot.shop.catalogue.values import Kind

PRINTS: Final = (
    Work(
        slug="fern",
        shelf="lino",
        kind=Kind.EDITION,
        price_minor=4_800_00,
        size="30 × 40 см",
        year=2025,
        pieces=17,
        edition_size=30,
        in_showcase=True,
        texts={
            "ru": Words(
                "Папоротник",
                "линогравюра, хлопковая бумага",
                "Резала по живому листу из Комаровского леса. Каждый оттиск подписан и пронумерован карандашом.",
            ),
            "en": Words(
                "Fern",
                "linocut on cotton paper",
                "Cut after a living leaf from the woods of Komarovo. Each impression is signed and numbered in pencil.",
            ),
            "pl": Words(
                "Paproć",
                "linoryt, papier bawełniany",
                "Cięte według żywego liścia z lasu w Komarowie. Każda odbitka jest podpisana i numerowana ołówkiem.",
            ),
        },
    ),
    Work(
        slug="rowan",
        shelf="lino",
        kind=Kind.EDITION,
        price_minor=5_200_00,
        size="30 × 40 см",
        year=2025,
        pieces=9,
        edition_size=25,
        texts={
            "ru": Words(
                "Рябина в октябре",
                "линогравюра в две краски, хлопковая бумага",
                "Ягоды печатаются отдельной доской, поэтому в каждом листе они ложатся чуть по-своему.",
            ),
            "en": Words(
                "Rowan in October",
                "two-colour linocut on cotton paper",
                "The berries are printed from a block of their own, so in every sheet they sit a little differently.",
            ),
            "pl": Words(
                "Jarzębina w październiku",
                "linoryt dwubarwny, papier bawełniany",
                "Owoce drukowane są z osobnej matrycy, dlatego na każdej odbitce układają się trochę inaczej.",
            ),
        },
    ),
    Work(
        slug="dill",
        shelf="lino",
        kind=Kind.EDITION,
        price_minor=4_200_00,
        size="30 × 40 см",
        year=2024,
        edition_number=24,
        edition_size=25,
        texts={
            "ru": Words(
                "Зонтики",
                "линогравюра, хлопковая бумага",
                "Укроп, сныть и немного ветра. Последний подписанный лист тиража.",
            ),
            "en": Words(
                "Umbels",
                "linocut on cotton paper",
                "Dill, goutweed and a little wind. The last signed sheet of the edition.",
            ),
            "pl": Words(
                "Baldachy",
                "linoryt, papier bawełniany",
                "Koper, podagrycznik i trochę wiatru. Ostatnia podpisana odbitka z nakładu.",
            ),
        },
    ),
    Work(
        slug="meadow",
        shelf="sheets",
        kind=Kind.EDITION,
        price_minor=6_500_00,
        size="40 × 50 см",
        year=2026,
        pieces=12,
        edition_size=15,
        in_showcase=True,
        texts={
            "ru": Words(
                "Полевые травы",
                "цианотипия, акварельная бумага",
                "Травы легли на бумагу, остальное сделало июльское солнце. Двух одинаковых листов не бывает.",
            ),
            "en": Words(
                "Meadow Grasses",
                "cyanotype on watercolour paper",
                "The grasses lay down on the paper, the July sun did the rest. No two sheets are alike.",
            ),
            "pl": Words(
                "Polne trawy",
                "cyjanotypia, papier akwarelowy",
                "Trawy położyły się na papierze, resztę zrobiło lipcowe słońce. Nie ma dwóch takich samych odbitek.",
            ),
        },
    ),
    Work(
        slug="bridges",
        shelf="sheets",
        kind=Kind.EDITION,
        price_minor=3_500_00,
        size="29.7 × 42 см",
        year=2026,
        pieces=34,
        edition_size=100,
        texts={
            "ru": Words(
                "Двенадцать мостов",
                "ризография в три краски",
                "Пересчитала все мосты по дороге из дома в мастерскую. Краски накладываются и дают четвёртую.",
            ),
            "en": Words(
                "Twelve Bridges",
                "three-colour risograph",
                "I counted every bridge on my way from home to the studio. Where the inks overlap, a fourth is born.",
            ),
            "pl": Words(
                "Dwanaście mostów",
                "risografia w trzech kolorach",
                "Wszystkie mosty policzone w drodze z domu do pracowni. Tam, gdzie farby się nakładają, powstaje "
                "czwarta.",
            ),
        },
    ),
    Work(
        slug="moon-tide",
        shelf="sheets",
        kind=Kind.EDITION,
        price_minor=5_900_00,
        size="40 × 50 см",
        year=2025,
        pieces=6,
        edition_size=20,
        texts={
            "ru": Words(
                "Луна и прилив",
                "шелкография в четыре краски",
                "Финский залив в тот час, когда вода и небо меняются местами. Серебряная краска заметна только сбоку.",
            ),
            "en": Words(
                "Moon and Tide",
                "four-colour screen print",
                "The Gulf of Finland at the hour when water and sky change places. The silver ink shows only from "
                "the side.",
            ),
            "pl": Words(
                "Księżyc i przypływ",
                "sitodruk w czterech kolorach",
                "Zatoka Fińska o godzinie, gdy woda i niebo zamieniają się miejscami. Srebrną farbę widać tylko "
                "z boku.",
            ),
        },
    ),
)
