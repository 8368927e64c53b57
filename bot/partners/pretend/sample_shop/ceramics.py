"""Which pots are for sale in the sample shop?"""

from typing import Final

from bot.partners.pretend.sample_shop.values import Words, Work
from bot.shop.catalogue.values import Kind

CERAMICS: Final = (
    Work(
        slug="mug-mist",
        shelf="ceramics",
        kind=Kind.ORDINARY,
        price_minor=2_400_00,
        size="9 × 8 см",
        year=2026,
        pieces=12,
        in_showcase=True,
        texts={
            "ru": Words(
                "Кружка «Туман»",
                "каменная масса, матовая глазурь",
                "Помещается и утро, и 300 мл кофе. Можно в посудомойку и в микроволновку.",
            ),
            "en": Words(
                "“Mist” Mug",
                "stoneware, matt glaze",
                "Holds a whole morning and 300 ml of coffee. Safe in the dishwasher and the microwave.",
            ),
            "pl": Words(
                "Kubek „Mgła”",
                "kamionka, matowe szkliwo",
                "Mieści cały poranek i 300 ml kawy. Można myć w zmywarce i podgrzewać w mikrofalówce.",
            ),
        },
    ),
    Work(
        slug="vase-wave",
        shelf="ceramics",
        kind=Kind.ORDINARY,
        price_minor=9_800_00,
        size="28 × 14 см",
        year=2026,
        pieces=3,
        in_showcase=True,
        texts={
            "ru": Words(
                "Ваза «Волна»",
                "каменная масса, реактивная глазурь",
                "Глазурь сама решает, где станет бирюзой, а где морской пеной. Держит воду и тяжёлые ветки.",
            ),
            "en": Words(
                "“Wave” Vase",
                "stoneware, reactive glaze",
                "The glaze decides for itself where to be turquoise and where sea foam. Holds water and heavy "
                "branches.",
            ),
            "pl": Words(
                "Wazon „Fala”",
                "kamionka, szkliwo reaktywne",
                "Szkliwo samo wybiera, gdzie będzie turkusem, a gdzie morską pianą. Utrzyma wodę i ciężkie gałęzie.",
            ),
        },
    ),
    Work(
        slug="bowl-dawn",
        shelf="ceramics",
        kind=Kind.ORDINARY,
        price_minor=3_200_00,
        size="7 × 15 см",
        year=2025,
        pieces=8,
        texts={
            "ru": Words(
                "Пиала «Рассвет»",
                "шамот, белая и розовая глазурь",
                "Снаружи — шершавый шамот, внутри — гладкое утреннее небо. Для каши, супа или мандаринов.",
            ),
            "en": Words(
                "“Dawn” Bowl",
                "grogged clay, white and pink glaze",
                "Rough clay outside, a smooth morning sky inside. For porridge, soup or tangerines.",
            ),
            "pl": Words(
                "Miska „Świt”",
                "glina szamotowa, białe i różowe szkliwo",
                "Na zewnątrz szorstki szamot, w środku gładkie poranne niebo. Na owsiankę, zupę albo mandarynki.",
            ),
        },
    ),
    Work(
        slug="plate-ladoga",
        shelf="ceramics",
        kind=Kind.ORDINARY,
        price_minor=2_900_00,
        was_minor=3_400_00,
        size="⌀ 24 см",
        year=2025,
        pieces=5,
        texts={
            "ru": Words(
                "Тарелка «Ладога»",
                "каменная масса, кобальт, глазурь",
                "Круги на воде, которые остались после кисти на гончарном круге. Чуть неровная, как и положено.",
            ),
            "en": Words(
                "“Ladoga” Plate",
                "stoneware, cobalt, glaze",
                "Rings on the water, left by a brush on the turning wheel. Slightly uneven, as it should be.",
            ),
            "pl": Words(
                "Talerz „Ładoga”",
                "kamionka, kobalt, szkliwo",
                "Kręgi na wodzie, które zostawił pędzel na kole garncarskim. Trochę nierówny, tak jak trzeba.",
            ),
        },
    ),
    Work(
        slug="houses",
        shelf="ceramics",
        kind=Kind.ORDINARY,
        price_minor=1_900_00,
        size="11 × 6 см",
        year=2026,
        pieces=15,
        texts={
            "ru": Words(
                "Домик с Коломны, подсвечник",
                "глина, ангобы, прозрачная глазурь",
                "Поставьте внутрь чайную свечу, и в окнах кто-то окажется дома. Цвет фасада — на выбор из мастерской.",
            ),
            "en": Words(
                "Kolomna House, Candle Holder",
                "clay, slips, clear glaze",
                "Put a tea light inside and somebody will be at home. Choose the colour of the façade at the studio.",
            ),
            "pl": Words(
                "Domek z Kołomny, świecznik",
                "glina, angoby, szkliwo bezbarwne",
                "Wystarczy wstawić podgrzewacz, a w oknach ktoś będzie w domu. Kolor fasady do wyboru w pracowni.",
            ),
        },
    ),
)
