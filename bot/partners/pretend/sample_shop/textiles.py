"""Which textiles are for sale in the sample shop?"""

from typing import Final

from bot.partners.pretend.sample_shop.values import Words, Work
from bot.shop.catalogue.values import Kind

TEXTILES: Final = (
    Work(
        slug="scarf-quay",
        shelf="textiles",
        kind=Kind.ONE_OF_A_KIND,
        price_minor=12_500_00,
        size="90 × 90 см",
        year=2026,
        in_showcase=True,
        texts={
            "ru": Words(
                "Платок «Набережная»",
                "шёлк, холодный батик",
                "Гранит, вода и крыши, расписанные от руки в одном экземпляре. Края подшиты вручную.",
            ),
            "en": Words(
                "“Embankment” Scarf",
                "silk, hand-painted batik",
                "Granite, water and roofs, painted by hand and only once. The edges are rolled and sewn by hand.",
            ),
            "pl": Words(
                "Chusta „Nabrzeże”",
                "jedwab, batik ręcznie malowany",
                "Granit, woda i dachy, malowane ręcznie w jednym egzemplarzu. Brzegi podwinięte i obszyte ręcznie.",
            ),
        },
    ),
    Work(
        slug="throw-islands",
        shelf="textiles",
        kind=Kind.ORDINARY,
        price_minor=18_500_00,
        size="130 × 180 см",
        year=2025,
        pieces=2,
        texts={
            "ru": Words(
                "Плед «Острова»",
                "шерсть, ручное ткачество",
                "Соткан на старом станке за девять дней. Тяжёлый и тёплый, пахнет овечьей шерстью первый месяц.",
            ),
            "en": Words(
                "“Islands” Throw",
                "wool, handwoven",
                "Woven on an old loom in nine days. Heavy and warm, and it smells of sheep for the first month.",
            ),
            "pl": Words(
                "Pled „Wyspy”",
                "wełna, tkanie ręczne",
                "Utkany na starym krośnie w dziewięć dni. Ciężki i ciepły, przez pierwszy miesiąc pachnie owcą.",
            ),
        },
    ),
    Work(
        slug="napkins",
        shelf="textiles",
        kind=Kind.ORDINARY,
        price_minor=4_200_00,
        size="45 × 45 см",
        year=2026,
        pieces=10,
        texts={
            "ru": Words(
                "Салфетки «Ольха», четыре штуки",
                "лён, ручная печать с доски",
                "Листья ольхи по смягчённому льну. Стираются при сорока градусах и с годами становятся только лучше.",
            ),
            "en": Words(
                "“Alder” Napkins, Set of Four",
                "linen, block-printed by hand",
                "Alder leaves on softened linen. Wash at forty degrees; they only get better with the years.",
            ),
            "pl": Words(
                "Serwetki „Olcha”, cztery sztuki",
                "len, ręczny druk z klocka",
                "Liście olchy na zmiękczonym lnie. Można prać w czterdziestu stopniach, z latami tylko pięknieją.",
            ),
        },
    ),
)
