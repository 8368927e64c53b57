"""What is in the sample shop altogether, on which shelves, in which order was it hung?"""

from pathlib import Path
from typing import Final

from bot.basics.languages import Language
from bot.partners.pretend.sample_shop.ceramics import CERAMICS
from bot.partners.pretend.sample_shop.paintings import PAINTINGS
from bot.partners.pretend.sample_shop.prints import PRINTS
from bot.partners.pretend.sample_shop.textiles import TEXTILES
from bot.partners.pretend.sample_shop.values import ShelfPlan, Work

ARTIST: Final[dict[Language, str]] = {"ru": "Ася Ветлугина", "en": "Asya Vetlugina", "pl": "Asia Wietługina"}
"""Invented: a painter and potter from Saint Petersburg."""

PICTURES: Final = Path(__file__).with_name("pictures")

SHELVES: Final = (
    ShelfPlan("painting", {"ru": "Живопись", "en": "Paintings", "pl": "Malarstwo"}),
    ShelfPlan("neva", {"ru": "Нева и город", "en": "Neva and city", "pl": "Newa i miasto"}, "painting"),
    ShelfPlan("colour", {"ru": "Цвет и тишина", "en": "Colour and calm", "pl": "Kolor i cisza"}, "painting"),
    ShelfPlan("still", {"ru": "Натюрморты", "en": "Still lifes", "pl": "Martwe natury"}, "painting"),
    ShelfPlan("prints", {"ru": "Графика", "en": "Prints", "pl": "Grafika"}),
    ShelfPlan("lino", {"ru": "Линогравюра", "en": "Linocuts", "pl": "Linoryty"}, "prints"),
    ShelfPlan("sheets", {"ru": "Печать и свет", "en": "Ink and light", "pl": "Druk i światło"}, "prints"),
    ShelfPlan("ceramics", {"ru": "Керамика", "en": "Ceramics", "pl": "Ceramika"}),
    ShelfPlan("textiles", {"ru": "Текстиль", "en": "Textiles", "pl": "Tkaniny"}),
)
"""A shelf stands after the one it is part of."""

_BY_SLUG: Final = {work.slug: work for work in (*PAINTINGS, *PRINTS, *CERAMICS, *TEXTILES)}

HUNG: Final = (
    "three-hours", "dill", "bowl-dawn", "ladoga-fog", "bridges", "napkins", "april", "houses",
    "moon-tide", "lemons", "throw-islands", "copper-field", "plate-ladoga", "rowan", "pears", "first-snow",
    "mug-mist", "scarf-quay", "fern", "peonies", "meadow", "vase-wave", "white-night", "neva-sunset",
)  # fmt: skip
"""The newest last: a list shows it first."""

WORKS: Final[tuple[Work, ...]] = tuple(_BY_SLUG[slug] for slug in HUNG)


def picture(work: Work) -> Path:
    """A JPEG, about 1000 pixels on its long side."""
    return PICTURES / f"{work.slug}.jpg"
