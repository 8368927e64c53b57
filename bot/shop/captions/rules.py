"""How is a seller's caption read: title, price, count, size, year, edition, technique, the rest?

The title comes first; the price is the number standing alone between separators that is not a size, a year or a count,
and a currency mark settles it. What is not sure is returned as several readings; what is wrong is refused whole.
"""

import re
from typing import Final

TITLE_LIMIT: Final = 200
QUANTITY_LIMIT: Final = 1_000_000
READINGS_LIMIT: Final = 4
"""More than that is no question that buttons can ask."""
_PROSE_WORDS: Final = 6
"""A longer piece is a sentence about the work, not one of its facts."""

_I: Final = re.IGNORECASE
_GROUPED: Final = r"[0-9]{1,3}(?:[ '’][0-9]{3})+(?![0-9])"
_AMOUNT: Final = rf"(?:{_GROUPED}(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
_CURRENCY: Final = (
    r"(?:₽|рубл(?:ей|я|ь)|руб\.?|р\.?|rubles?|rub|rur|złot(?:ych|e|y)|zł|zl|pln|€|eur|euro|евро|\$|usd)(?!\w)"
)
_FRONT: Final = r"(?:[₽€$]|(?:rub|pln|eur|usd|zł)(?=[ 0-9]))"
_THOUSANDS: Final = r"(?:тыс\.?|tys\.?|к|k)(?!\w)"
_EACH: Final = r"(?: ?(?:/ ?|за |за 1 |per |za )(?:шт(?:уку)?|pcs|piece|szt(?:ukę)?)\.?| each)?"
_MONEY: Final = rf"(?P<front>{_FRONT} ?)?(?P<amount>{_AMOUNT})(?P<times> ?{_THOUSANDS})?(?P<back> ?{_CURRENCY})?{_EACH}"
_PRICE: Final = re.compile(rf"(?P<sign>[-−+] ?)?{_MONEY}", _I)
_PRICE_INSIDE: Final = re.compile(rf"(?<![\w.,'’])(?:{_MONEY})(?![\w])", _I)
_NUMBERISH: Final = re.compile(r"[-−+]?[0-9][0-9 .,'’⁰¹²³⁴-⁹]*")

_PIECES: Final = r"(?:шт(?:ук[аи]?)?|экз(?:емпляр(?:а|ов)?)?|pcs?|pieces?|copies|szt(?:uk[ai]?)?|egz)\.?(?!\w)"
_COUNT_WORD: Final = r"(?:кол-во|количество|штук|в наличии|осталось|qty|quantity|in stock|ilość|sztuk)"
_COUNT: Final = re.compile(
    rf"(?P<n>[-−]?[0-9][0-9 .,'’]*?) ?{_PIECES}|{_COUNT_WORD} ?:? ?(?P<m>[-−]?[0-9][0-9 ]*)(?: ?{_PIECES})?", _I
)
_COUNT_BY_PRICE: Final = re.compile(rf"(?P<count>[0-9]+ ?{_PIECES}) (?:по|po|at|@) (?P<price>.+)", _I)

_BY: Final = r" ?(?:[xх×*]| на | by | na ) ?"
_SIDE: Final = r"[0-9]{1,5}(?:[.,][0-9]{1,2})?"
_INCH: Final = r"(?:″|\"|''|in(?:ch(?:es)?)?\.?(?!\w)|дюйм\w*|cal[ie]?(?!\w))"
_UNIT: Final = rf"(?:мм|см|м|mm|cm|m)(?!\w)\.?|{_INCH}"
_SIDES: Final = re.compile(
    rf"(?<![\w.,/])(?P<sides>{_SIDE} ?{_INCH}?(?:{_BY}{_SIDE}(?: ?{_INCH})?){{1,2}})(?: ?(?P<unit>{_UNIT}))?(?![\w])",
    _I,
)
_ONE_SIDE: Final = re.compile(
    rf"(?P<round>[øØ⌀] ?|(?:диаметр|diameter|średnica|d ?=?|[∅]) ?)?(?:(?:высота|длина|ширина|выс\.|h|height|length|wysokość|h=) ?)?(?P<sides>{_SIDE}) ?(?P<unit>{_UNIT})",
    _I,
)
_SHEET: Final = re.compile(r"[AАaа] ?(?P<n>[0-6])")
_SIZE_WORD: Final = re.compile(r"(?:размер|формат|size|format|rozmiar|wymiary?)\b ?:? ?(?P<size>.{1,30})", _I)

_YEAR: Final = re.compile(
    r"(?:©|год:?|year:?|rok:?|r\.) ?(?P<a>[12][0-9]{3})|(?P<b>[12][0-9]{3}) ?(?:г\.?|год[ауе]?|гг\.?|year|r\.|rok[u]?)|[12][0-9]{3} ?[-–—/] ?(?P<c>[12][0-9]{3})(?: ?гг?\.?)?",
    _I,
)
_BARE_YEAR: Final = re.compile(r"1[89][0-9]{2}|20[0-9]{2}")
_OF: Final = r"(?: ?/ ?| из | of | z )"
_EDITION_WORD: Final = r"(?:(?:лимитированный |ограниченный )?тираж|экз(?:емпляр|\.)?|(?:limited )?edition(?: of)?|ed\.|print|copy|nakład|edycja|egz(?:emplarz|\.)?)"
_EDITION: Final = re.compile(
    rf"(?:{_EDITION_WORD} ?:? ?|№ ?)?(?P<number>[0-9]{{1,7}}){_OF}(?P<total>[0-9]{{1,7}})(?: ?{_PIECES})?", _I
)
_RUN: Final = re.compile(
    rf"(?:(?:лимитированный |ограниченный )?тираж|(?:limited )?edition(?: of)?|nakład|edycja)\b ?:? ?(?P<total>-?[0-9 ]+?)(?: ?{_PIECES})?",
    _I,
)
_EDITION_INSIDE: Final = re.compile(r"(?<!\S)(?P<number>[0-9]{1,4})/(?P<total>[0-9]{1,4})(?!\S)")

_LABEL: Final = re.compile(
    r"(?P<word>цена|стоимость|price|cena|название|title|tytuł|техника|материалы?|technique|medium|materials?|technika|materiały?|категория|category|kategoria|описание|description|opis) ?[:=—–-] ?(?P<value>.+)|(?P<money>цена|стоимость|price|cena) (?P<sum>[-−0-9₽€$].*)",
    _I,
)
_PRICE_LABELS: Final = frozenset({"цена", "стоимость", "price", "cena"})
_TITLE_LABELS: Final = frozenset({"название", "title", "tytuł"})
_CATEGORY_LABELS: Final = frozenset({"категория", "category", "kategoria"})
_TEXT_LABELS: Final = frozenset({"описание", "description", "opis"})
_MATERIAL: Final = re.compile(
    r"\b(?:масл[оае]|холст|акрил|акварел|гуаш|темпер|пастел|угол[ьё]|карандаш|тушь|бумаг|картон|дерев|дуб\b|керами|глин|фарфор"
    r"|шамот|фаянс|бронз|гипс|мрамор|камень|стекл|металл|сталь|латун|медь|серебр|золот|шерст|хлоп|л[её]н\b|шелк\b|шёлк|кожа|войлок"
    r"|бисер|смол[аы]|эпокси|мозаик|витраж|батик|офорт|литограф|лино|гравюр|ксилограф|шелкограф|жикле|печать|принт\b|коллаж|оргалит"
    r"|фанер|двп\b|мдф\b|поталь|смешанная техника|вышивк|воск|бетон|янтар"
    r"|oils?\b|canvas|acrylic|watercolou?r|gouache|tempera|pastel|charcoal|pencil|ink\b|paper|cardboard|wood|oak\b|ceramic|clay\b"
    r"|porcelain|stoneware|bronze|plaster|marble|glass|metal|steel|brass|copper|silver|gold\b|wool|cotton|linen|silk|leather|resin"
    r"|mosaic|etching|lithograph|linocut|engraving|screen ?print|gicl[eé]e|mixed media|collage|plywood|embroider|felt\b|concrete"
    r"|olej|płótn|akryl|akwarel|gwasz|węgiel|ołówek|tusz\b|papier|karton|tektur|drewn|dąb\b|glina|porcelan|kamionk|brąz|gips|marmur"
    r"|kamień|szkł|stal\b|mosiądz|miedź|srebr|złoto|wełn|bawełn|len\b|jedwab|skór|żywic|mozaik|akwafort|linoryt|drzeworyt|sitodruk"
    r"|druk\b|kolaż|technika mieszana|sklejk|haft|filc|bursztyn)",
    _I,
)

_HARD: Final = re.compile(r"[;|]")
_SOFT: Final = re.compile(r" [—–/•·-] ")
_NOT_DECIMAL: Final = re.compile(rf" ?(?:[xх×*/] ?[0-9]|{_PIECES}|(?:см|cm|мм|mm|г\.?|год|r\.)(?!\w))", _I)
_QUOTED: Final = re.compile(r"[«„“\"](?P<title>[^«»„“”\"\n]+)[»”“\"]\s*(?=$|[\n,;|—–0-9-])")
_HASHTAG: Final = re.compile(r"(?<!\S)#(?P<tag>[^\W\d]\w*)")
_UNSEEN: Final = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_SPACES: Final = re.compile("[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_TRIM: Final = " \n.,:;|—–-"
