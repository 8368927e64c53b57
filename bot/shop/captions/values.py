"""What has been read in a caption?"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MATERIAL: Final = re.compile(
    r"(?<!\w)(?:масл[оа]м?\b|холст|акрил|акварел|гуаш|темпер|пастел|угол[ьё]|карандаш|тушь|бумаг|картон|дерев|дуб\b|керами"
    r"|глин|фарфор|шамот|фаянс|бронз|гипс|мрамор|камень|стекл|металл|сталь|латун|медь|серебр|золот|шерст|хлоп|л[её]н\b|ш[её]лк"
    r"|кожа|войлок|бисер|смол[аы]|эпокси|мозаик|витраж|батик|офорт|литограф|лино|гравюр|ксилограф|шелкограф|жикле|печать"
    r"|фотопечать|принт\b|коллаж|оргалит|фанер|двп\b|мдф\b|поталь|смешанная техника|вышивк|воск\b|бетон|янтар"
    r"|oils?\b|canvas|acrylic|watercolou?r|gouache|tempera|pastel|charcoal|pencil|ink\b|paper|cardboard|wood|oak\b|ceramic"
    r"|clay\b|porcelain|stoneware|bronze|plaster|marble|glass|metal|steel|brass|copper|silver|gold\b|wool|cotton|linen|silk"
    r"|leather|resin|mosaic|etching|lithograph|linocut|engraving|screen ?print|gicl[eé]e|mixed media|collage|plywood"
    r"|embroider|felt\b|concrete"
    r"|olej|płótn|akryl|akwarel|gwasz|węgiel|ołówek|tusz\b|papier|karton|tektur|drewn|dąb\b|glina|porcelan|kamionk|brąz|gips"
    r"|marmur|kamień|szkł|stal\b|mosiądz|miedź|srebr|złoto|wełn|bawełn|len\b|jedwab|skór|żywic|mozaik|akwafort|linoryt"
    r"|drzeworyt|sitodruk|druk\b|kolaż|technika mieszana|sklejk|haft|filc|bursztyn)",
    re.IGNORECASE,
)
"""Words by which a technique is known, in ru, en and pl; stems where endings change."""


class CaptionKind(StrEnum):
    """What kind of work the caption speaks of."""

    ONE_OF_A_KIND = "one_of_a_kind"
    EDITION = "edition"
    ORDINARY = "ordinary"


LABEL: Final = re.compile(
    r"(?P<word>цена|стоимость|price|cena|название|title|tytuł|техника|материалы?|technique|medium|materials?|technika"
    r"|materiały?|категория|category|kategoria|описание|description|opis) ?[:=] ?(?P<value>.+)"
    r"|(?P<price>цена|стоимость|price|cena) (?P<sum>[-−0-9₽€$].*)",
    re.IGNORECASE,
)
LABELS: Final = {
    **dict.fromkeys(("цена", "стоимость", "price", "cena"), "price"),
    **dict.fromkeys(("название", "title", "tytuł"), "title"),
    **dict.fromkeys(("категория", "category", "kategoria"), "category"),
    **dict.fromkeys(("описание", "description", "opis"), "description"),
}
"""Words before a colon; a material's need no entry: what is not in the table tells a technique."""


@dataclass(frozen=True, slots=True)
class PriceReading:
    """What a price may mean, minor units, smallest first: one reading is a price, several have to be asked about."""

    readings: tuple[int, ...]
    currency: str | None = None
    """ISO 4217 code of the mark beside the number, if there was one."""

    @property
    def settled(self) -> int | None:
        """The price in minor units, None while a person has to choose."""
        return self.readings[0] if len(self.readings) == 1 else None


@dataclass(frozen=True, slots=True)
class Edition:
    """Copy `number` (None: not said) of `total`."""

    number: int | None
    total: int


@dataclass(frozen=True, slots=True)
class ParsedCaption:
    """A caption read as a work for sale. Texts are as typed, never HTML."""

    title: str
    price: PriceReading
    quantity: int
    kind: CaptionKind
    technique: str | None
    size: str | None
    """`40 × 50 см`: decimals with a dot, unit мм, см, м or ″; or a label such as `A4`."""
    year: int | None
    edition: Edition | None
    category_hints: tuple[str, ...]
    """Lower-case words that may name a category: hashtags first, then words of technique and title."""
    description: str
