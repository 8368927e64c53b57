"""What do the figures look like as a picture? Bars over the bars of the time before; words stand in the caption.

Drawn by Pillow alone and with its own font, which has the digits that are all a chart needs: no font is shipped. The
picture has a ground of its own, so it reads alike in light and dark chats.
"""

import io
from collections.abc import Sequence
from typing import Final

from bot.shop.analytics.values import Period, Report

_WIDTH: Final = 1200
_HEIGHT: Final = 700
_LEFT, _RIGHT, _TOP, _BOTTOM = 160, 40, 50, 80
GROUND: Final = (250, 248, 244)
NOW: Final = (31, 95, 139)
BEFORE: Final = (205, 196, 180)
_INK: Final = (60, 58, 54)
_RULE: Final = (226, 221, 211)


def drawn(report: Report) -> bytes:
    """A PNG: this time in blue, before it in sand."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (_WIDTH, _HEIGHT), GROUND)
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(32)
    count = max(len(report.bars), 1)
    top = ceiling(max([*report.bars, *report.bars_before[:count], 0]) // 100)
    high = _HEIGHT - _TOP - _BOTTOM

    def level(units: float) -> float:
        return _HEIGHT - _BOTTOM - high * units / top

    for line in range(5):
        units = top * line / 4
        pen.line((_LEFT, level(units), _WIDTH - _RIGHT, level(units)), fill=_RULE, width=2)
        pen.text((_LEFT - 14, level(units)), short(units), fill=_INK, font=font, anchor="rm")
    room = (_WIDTH - _LEFT - _RIGHT) / count
    for place in range(count):
        x = _LEFT + room * place
        for minor, color, begin, end in (
            (_at(report.bars_before, place), BEFORE, 0.08, 0.62),
            (_at(report.bars, place), NOW, 0.30, 0.92),
        ):
            if minor > 0:
                box = (x + room * begin, level(minor / 100), x + room * end, _HEIGHT - _BOTTOM)
                pen.rectangle(box, fill=color)
        nearly_last = count - 4 < place < count - 1  # its number would run into the last one's
        if count <= 13 or place in (0, count - 1) or ((place + 1) % 5 == 0 and not nearly_last):
            pen.text((x + room / 2, _HEIGHT - _BOTTOM + 16), label(report, place), fill=_INK, font=font, anchor="mt")
    held = io.BytesIO()
    image.save(held, "PNG", optimize=True)
    return held.getvalue()


def label(report: Report, place: int) -> str:
    """The day of a month, the number of a month, the first day of a week."""
    if report.span.period is Period.WEEK or report.span.period is Period.QUARTER:
        from datetime import timedelta

        step = 7 if report.span.period is Period.QUARTER else 1
        day = report.span.since.date() + timedelta(days=step * place)
        return f"{day:%d.%m}" if report.span.period is Period.QUARTER else str(day.day)
    return str(place + 1)


def ceiling(units: float) -> int:
    """The next 1, 2, 4 or 8 with zeros: quarters of it are short numbers."""
    step = 4
    while True:
        for times in (1, 2, 5):
            if step * times >= units:
                return step * times
        step *= 10


def short(units: float) -> str:
    """As digits alone can say it: thousands apart."""
    return f"{units:,.0f}".replace(",", " ")


def _at(bars: Sequence[int], place: int) -> int:
    return bars[place] if place < len(bars) else 0
