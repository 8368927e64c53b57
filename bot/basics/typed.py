"""What may an amount, a count or a size mean that a person typed?"""

import re
from typing import Final

_I: Final = re.IGNORECASE
_MANY_DIGITS: Final = 24
"""Python refuses to read numbers of thousands of digits; longer than this is too much of anything anyway."""
_GROUPED: Final = r"[0-9]{1,3}(?:[ '’][0-9]{3})+(?![0-9])"
AMOUNT: Final = rf"(?:{_GROUPED}(?:[.,][0-9]+)*|[0-9]+(?:[.,][0-9]+)*)"
_CURRENCY: Final = (
    r"(?:₽|рубл(?:ей|я|ь)|руб\.?|р\.?|rubles?|rub|rur|złot(?:ych|e|y)|zł|zl|pln|€|eur|euro|евро|\$|usd)(?!\w)"
)
_FRONT: Final = r"(?:[₽€$]|(?:rub|pln|eur|usd|zł)(?=[ 0-9]))"
_THOUSANDS: Final = r"(?:тыс\.?|tys\.?|к|k)(?!\w)"
_EACH: Final = r"(?: ?(?:/ ?|за |за 1 |per |za )(?:штуку|шт|pcs|piece|sztukę|szt)\.?| each)?"
_MONEY: Final = (
    rf"(?P<front>{_FRONT} ?)?(?P<amount>{AMOUNT})(?P<times> ?{_THOUSANDS})?(?:,-)?(?P<back> ?{_CURRENCY})?{_EACH}"
)
MONEY_ALONE: Final = re.compile(rf"(?P<sign>[-−+] ?)?{_MONEY}", _I)
MONEY_INSIDE: Final = re.compile(rf"(?<![\w.,'’−-])(?:{_MONEY})(?!\w)", _I)
"""Find it among words: it is a price there only with a currency mark."""
NUMBERISH: Final = re.compile(r"[-−+]?[0-9][0-9 .,'’⁰¹²³⁴-⁹]*")
YEAR: Final = re.compile(
    r"(?:©|год:?|year:?|rok:?) ?(?P<a>[12][0-9]{3})"
    r"|(?P<b>[12][0-9]{3}) ?(?:гг?\.?|год[ауе]?|r\.|roku?)"
    r"|[12][0-9]{3} ?[-–—] ?(?P<c>[12][0-9]{3})(?: ?гг?\.?)?",
    _I,
)
BARE_YEAR: Final = re.compile(r"1[89][0-9]{2}|20[0-9]{2}")

PIECES: Final = (
    r"(?:шт(?:ук[аи]?)?|экз(?:емпляр(?:а|ов)?)?|pcs?|pieces?|copies|szt(?:uk[ai]?)?|egz(?:emplarzy)?)\.?(?!\w)"
)
_COUNT_WORD: Final = r"(?:кол-во|количество|штук|в наличии|осталось|qty|quantity|in stock|ilość|sztuk)"
COUNT_ALONE: Final = re.compile(
    rf"(?P<n>[-−]?[0-9][0-9 .,'’]*?) ?{PIECES}|{_COUNT_WORD} ?:? ?(?P<m>[-−]?[0-9][0-9 ]*?)(?: ?{PIECES})?", _I
)
_WHOLE: Final = re.compile(r"[0-9]{1,3}(?:[ '’][0-9]{3})+|[0-9]+")

SIDE: Final = r"[0-9]{1,5}(?:[.,][0-9]{1,2})?"
_INCH: Final = r"(?:″|\"|''|(?:inch(?:es)?|in|дюйм\w*|cali|cale)(?!\w)\.?)"
UNIT: Final = rf"(?:(?:мм|см|м|mm|cm|m)(?!\w)\.?|{_INCH})"
SIDES_INSIDE: Final = re.compile(
    rf"(?<![\w.,/])(?P<sides>{SIDE}(?: ?{UNIT})?(?:(?: ?[xх×*] ?| на | by | na ){SIDE}(?: ?{UNIT})?){{1,2}})(?!\w)",
    _I,
)
_ONE_SIDE: Final = re.compile(
    r"(?P<round>[øØ⌀∅]|диаметр|diameter|średnica|d ?=?)? ?(?:высота|длина|ширина|height|length|width|wysokość|h ?=?)? ?"
    rf"(?P<side>{SIDE}) ?(?P<unit>{UNIT})",
    _I,
)
_SHEET: Final = re.compile(r"[AА] ?(?P<n>[0-6])", _I)
_SIZE_WORD: Final = re.compile(r"(?:размер|формат|size|format|rozmiar|wymiary?)(?!\w) ?:? ?(?P<size>.{1,30})", _I)

_NOT_DECIMAL: Final = re.compile(
    rf" ?(?:[xх×*/] ?[0-9]|(?<= )[0-9]{{3}}(?![0-9])|{PIECES}|(?:см|cm|мм|mm|г\.?|год|r\.)(?!\w))", _I
)
_UNSEEN: Final = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_SPACES: Final = re.compile("[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def clean(text: str) -> str:
    """One kind of space, one kind of line end, nothing invisible."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u0085", "\n")
    return _SPACES.sub(" ", _UNSEEN.sub("", lines))


def money_readings(match: re.Match[str]) -> tuple[int, ...]:
    """Everything a match of MONEY_ALONE or MONEY_INSIDE may mean, minor units; empty when it is no amount.

    A dot or a comma before exactly two digits is a decimal mark; `12.000` has two readings.
    """
    amount = re.sub("[ '’]", "", match["amount"])
    if len(amount) > _MANY_DIGITS:
        return (10**_MANY_DIGITS,)
    if match["times"]:
        return _in_thousands(amount)
    return _minor_readings(amount, grouped=amount != match["amount"])


def whole_number(text: str) -> str | None:
    """The digits of a count (`1 000` → `"1000"`), None for anything else; as text, for it may be absurdly long."""
    return (re.sub("[ '’]", "", text).lstrip("0") or "0") if _WHOLE.fullmatch(text) else None


def currency_of(match: re.Match[str]) -> str | None:
    """ISO 4217 code of the mark beside the amount."""
    mark = (match["front"] or match["back"] or "").strip().lower()
    if not mark:
        return None
    if mark.startswith(("€", "e", "евро")):
        return "EUR"
    if mark.startswith(("$", "u")):
        return "USD"
    return "PLN" if mark.startswith(("z", "p")) else "RUB"


def inside_number(text: str, comma: int) -> bool:
    """Whether the comma belongs to the number around it: decimals, a group of three, or a side of a size."""
    if text[comma + 1 : comma + 2] == "-":
        return bool(re.fullmatch(r"-(?: .*)?", text[comma + 1 :]))
    before = re.search(r"[0-9]+$", text[max(0, comma - 2 * _MANY_DIGITS) : comma], _I)
    after = re.match(r"[0-9]+", text[comma + 1 :])
    if before is None or after is None or len(after[0]) > 3:
        return False
    following = text[comma + 1 + after.end() :]
    small = len(before[0]) <= 3
    if len(after[0]) == 1 and small and re.match(rf" ?(?:[xх×*] ?[0-9]|{UNIT})", following, _I):
        return True
    return not _NOT_DECIMAL.match(following) and (len(after[0]) < 3 or small)


def find_size(part: str) -> str | None:
    """The size as it is kept, if the part is nothing but one."""
    part = part.strip(" ()")
    labelled = _SIZE_WORD.fullmatch(part)
    if labelled:
        return find_size(labelled["size"]) or labelled["size"].strip().replace(",", ".")
    sheet = _SHEET.fullmatch(part)
    if sheet:
        return f"A{sheet['n']}"
    sides = SIDES_INSIDE.fullmatch(part)
    one = None if sides else _ONE_SIDE.fullmatch(part)
    if sides is None and one is None:
        return None
    numbers = re.findall(SIDE, sides["sides"] if sides else one["side"] if one else "")
    if not all(float(number.replace(",", ".")) for number in numbers):
        return None
    unit = re.search(UNIT, part, _I)
    said = " × ".join(plain_number(number) for number in numbers)
    return f"{'⌀ ' if one and one['round'] else ''}{said} {_unit(unit[0] if unit else 'см')}"


def plain_number(text: str) -> str:
    """`040,50` → `40.5`."""
    whole, _, part = text.replace(",", ".").partition(".")
    part = part.rstrip("0")
    return f"{int(whole)}.{part}" if part else str(int(whole))


def _unit(text: str) -> str:
    text = text.lower().rstrip(".")
    known = {"мм": "мм", "mm": "мм", "см": "см", "cm": "см", "м": "м", "m": "м"}
    return known.get(text, "″")


def _minor_readings(amount: str, *, grouped: bool) -> tuple[int, ...]:
    if amount.isdigit():
        return (int(amount) * 100,)
    decimal = re.fullmatch(r"([0-9]+)[.,]([0-9]{2})", amount) or re.fullmatch(
        r"([0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]{2})|([0-9]{1,3}(?:\.[0-9]{3})+),([0-9]{2})", amount
    )
    if decimal:
        return (int(re.sub("[.,]", "", decimal[0])),)
    if grouped or amount.startswith("0"):
        return ()
    if re.fullmatch(r"[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})*", amount):
        digits = re.sub("[.,]", "", amount)
        thousands = int(digits) * 100
        # Three digits after a single mark: thousands, or a sum typed with a zero too many. 12.345 has one reading only.
        return (int(digits) // 10, thousands) if len(amount) <= 7 and digits.endswith("0") else (thousands,)
    return ()


def _in_thousands(amount: str) -> tuple[int, ...]:
    match = re.fullmatch(r"([0-9]{1,6})(?:[.,]([0-9]{1,3}))?", amount)
    return (int(match[1] + (match[2] or "").ljust(3, "0")) * 100,) if match else ()
