"""What does a seller see of a file: what it would change, what it has changed, which files there are?"""

from collections.abc import Iterator
from typing import Final
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.basics import sheets
from bot.shop.files.values import Difference, Kept, Kind, Plan, Row, Undone
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.screen import Screen, button, rows
from bot.telegram.seller.callbacks import ExportPick, FilesOpen, ImportAct, SettingsOpen, StockOpen
from bot.telegram.texts import Html, Texts, joined

PROBLEMS: Final = 5
"""Rows that the card names; more of them come as a file."""
_DIFFERENCES: Final = 8
_LONG: Final = 60


def explained(texts: Texts) -> Screen:
    """📥 what may be sent, and a file to begin from."""
    return Screen(
        texts("import-how"),
        rows(button(texts.plain("import-template"), ExportPick(act=Kind.PRODUCTS)), _settings(texts)),
    )


def wanted(texts: Texts) -> Screen:
    """📤 which one?"""
    kinds = [button(texts.plain(f"export-{kind.value}"), ExportPick(act=kind)) for kind in Kind]
    return Screen(texts("export-which"), rows(kinds[:2], kinds[2:], _settings(texts)))


def planned(kept: Kept, plan: Plan, currency: str, texts: Texts, zone: ZoneInfo) -> Screen:
    """Nothing has been done yet: what would be, and what is left alone."""
    before = ""
    if kept.before is not None:
        local = kept.before.astimezone(zone)
        before = texts("import-before", day=wording.calendar_day(local.date(), local.date(), texts.language))
    text = paragraphs(
        joined(
            [
                texts("import-head", name=cut(kept.name, _LONG)),
                texts("import-sums", changed=plan.changed, new=len(plan.new), same=plan.same),
                before,
            ]
        ),
        joined(list(_differences(plan, currency, texts))),
        joined(list(_problems(plan, texts))),
        texts("import-absent", count=plan.absent) if plan.absent else "",
    )
    if not plan.changed and not plan.new:
        return Screen(paragraphs(text, texts("import-nothing")), rows(_drop(kept, texts)))
    apply = ImportAct(id=kept.id, act="apply", rows=len(plan.rows))
    return Screen(text, rows(button(texts.plain("import-apply"), apply, "success"), _drop(kept, texts)))


def _drop(kept: Kept, texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("import-drop"), ImportAct(id=kept.id, act="drop"))


def _differences(plan: Plan, currency: str, texts: Texts) -> Iterator[Html]:
    for each in plan.differences[:_DIFFERENCES]:
        what = each.what.partition(":")[0]
        before, after = (_said(each, value, currency, texts) for value in (each.before, each.after))
        yield texts("import-line", sku=each.sku, what=texts.plain(f"import-of-{what}"), before=before, after=after)
    for row in plan.new[: max(_DIFFERENCES - len(plan.differences), 2)]:
        yield _new(row, currency, texts)
    more = len(plan.differences) + len(plan.new) - _DIFFERENCES
    if more > 0:
        yield texts("import-more", count=more)


def _said(of: Difference, value: str | int | None, currency: str, texts: Texts) -> str:
    if value is None or value == "":
        return "—"
    if of.what in ("price", "cost"):
        return wording.money(int(value), currency, texts.language)
    if of.what == "hidden":
        return texts.plain("import-yes" if value else "import-no")
    return cut(str(value), 40)


def _new(row: Row, currency: str, texts: Texts) -> Html:
    title = next(said["title"] for said in row.texts.values() if "title" in said)
    price = wording.money(row.price or 0, currency, texts.language)
    return texts("import-new", title=wording.quoted(cut(title, _LONG), texts.language), price=price, count=row.pieces)


def _problems(plan: Plan, texts: Texts) -> Iterator[Html]:
    if plan.problems:
        yield texts("import-left", count=len(plan.problems))
    for problem in plan.problems[:PROBLEMS]:
        yield texts("import-fault", line=problem.line, why=texts.plain(problem.fault.value, said=cut(problem.said, 40)))


def faults(plan: Plan, texts: Texts) -> bytes:
    """Every row that is left alone, with its reason: CSV."""
    told = [[each.line, each.sku, texts.plain(each.fault.value, said=each.said)] for each in plan.problems]
    return sheets.separated([[texts.plain("import-col-line"), "SKU", texts.plain("import-col-why")], *told])


def applied(number: int, plan: Plan, texts: Texts) -> Screen:
    return Screen(
        texts("import-done", changed=plan.changed, new=len(plan.new)),
        rows(
            button(texts.plain("sell-stock-button"), StockOpen(), "primary"),
            button(texts.plain("import-undo"), ImportAct(id=number, act="undo")),
            _settings(texts),
        ),
    )


def sure(number: int, texts: Texts) -> Screen:
    return Screen(
        texts("import-sure"),
        rows(
            button(texts.plain("import-undo"), ImportAct(id=number, act="undo", sure=True), "danger"),
            _settings(texts),
        ),
    )


def undone(told: Undone, texts: Texts) -> Screen:
    stayed = texts("import-stayed", skus=", ".join(told.stayed)) if told.stayed else ""
    return Screen(
        joined([texts("import-undone", count=told.works), stayed]),
        rows(button(texts.plain("sell-stock-button"), StockOpen(), "primary"), _settings(texts)),
    )


def dropped(texts: Texts) -> Screen:
    return Screen(texts("import-dropped"), rows(button(texts.plain("import-open"), FilesOpen()), _settings(texts)))


def _settings(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("sell-settings"), SettingsOpen())
