"""How does a seller send a file of works, and how does he get one?"""

import asyncio
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Filter
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.basics import sheets
from bot.basics.clock import Clock
from bot.basics.marked import FileRefused
from bot.basics.sheets import MOST_BYTES
from bot.shop.customers.values import Person
from bot.shop.files.values import Kind, Plan
from bot.shop.shop import Shop
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, edit, show
from bot.telegram.seller import file_looks
from bot.telegram.seller.asking import Does, OutsideBuyersQuestion, seller_router
from bot.telegram.seller.callbacks import ExportPick, FilesOpen, ImportAct
from bot.telegram.texts import Html, Texts

_ENDINGS: Final = (".csv", ".tsv", ".xlsx", ".xls", ".xml", ".yml")
_MANY: Final = 500
"""So many rows take a moment that one has to be told of."""


class IsTable(Filter):
    """A document whose name says that it is a table."""

    async def __call__(self, message: Message) -> bool:
        return message.document is not None and (message.document.file_name or "").lower().endswith(_ENDINGS)


def router() -> Router:
    router = seller_router("files")
    files, people = needs(Right.FILES), needs(Right.EXPORT)
    router.message.register(on_file, IsTable(), OutsideBuyersQuestion(), flags=files)
    router.callback_query.register(on_files, Does(FilesOpen), flags=files)
    router.callback_query.register(on_apply, Does(ImportAct, "apply"), flags=files)
    router.callback_query.register(on_drop, Does(ImportAct, "drop"), flags=files)
    router.callback_query.register(on_undo, Does(ImportAct, "undo"), flags=files)
    router.callback_query.register(on_export, Does(ExportPick, Kind.STOCK, Kind.PRODUCTS), flags=files)
    router.callback_query.register(on_export, Does(ExportPick, Kind.ORDERS, Kind.CUSTOMERS), flags=people)
    return router


async def on_files(query: CallbackQuery, callback_data: FilesOpen, shop: Shop, texts: Texts) -> None:
    """📥 how a file is sent, 📤 which file is wanted."""
    screen = file_looks.wanted(texts) if callback_data.out else file_looks.explained(texts)
    await show(query, screen, shop.catalogue)


async def on_file(message: Message, shop: Shop, person: Person, texts: Texts, bot: Bot, zone: ZoneInfo) -> None:
    """What the file would change. Raises FileRefused, NoSuchColumns."""
    document = message.document
    if document is None:
        return
    if (document.file_size or 0) > MOST_BYTES:
        raise FileRefused("file-too-large", most=MOST_BYTES // 1_000_000)
    try:
        raw = await bot.download(document.file_id)
    except TelegramBadRequest as refusal:  # Bot API: files of more than 20 MB are not given out
        raise FileRefused("file-too-large", most=MOST_BYTES // 1_000_000) from refusal
    data, name = raw.read() if raw else b"", document.file_name or ""
    table = await asyncio.to_thread(sheets.read, data, name)
    kept, plan = await shop.imports.look(name, data, table, person.id)
    currency = (await shop.policies.now()).currency
    await show(message, file_looks.planned(kept, plan, currency, texts, zone), shop.catalogue)
    if len(plan.problems) > file_looks.PROBLEMS:
        await _send(bot, message.chat.id, file_looks.faults(plan, texts), "errors.csv", texts("import-faults"))


async def on_apply(
    query: CallbackQuery, callback_data: ImportAct, shop: Shop, person: Person, texts: Texts, bot: Bot
) -> None:
    """✅. Raises NoSuchImport, ImportOver, NothingToImport."""
    shown = None
    if callback_data.rows > _MANY:
        shown = await show(query, Screen(texts("import-running", count=callback_data.rows)), shop.catalogue)
    plan: Plan = await shop.imports.apply(callback_data.id, person.id)
    screen = file_looks.applied(callback_data.id, plan, texts)
    chat = query.from_user.id
    if shown is None or not await edit(bot, chat, shown, screen, shop.catalogue, has_photo=False):
        await show(query, screen, shop.catalogue)


async def on_drop(query: CallbackQuery, callback_data: ImportAct, shop: Shop, texts: Texts) -> None:
    """❌"""
    await shop.imports.drop(callback_data.id)
    await show(query, file_looks.dropped(texts), shop.catalogue)


async def on_undo(query: CallbackQuery, callback_data: ImportAct, shop: Shop, person: Person, texts: Texts) -> None:
    """↩️, asked once. Raises NoSuchImport, ImportOver."""
    if not callback_data.sure:
        await show(query, file_looks.sure(callback_data.id, texts), shop.catalogue)
        return
    undone = await shop.imports.undo(callback_data.id, person.id)
    await show(query, file_looks.undone(undone, texts), shop.catalogue)


async def on_export(
    query: CallbackQuery, callback_data: ExportPick, shop: Shop, texts: Texts, bot: Bot, clock: Clock, zone: ZoneInfo
) -> None:
    """📤: a workbook arrives; the screen stays."""
    kind = Kind(callback_data.act)
    table = await shop.exports.table(kind, texts.language)
    local = [[cell.astimezone(zone).replace(tzinfo=None) if isinstance(cell, datetime) else cell for cell in row]
             for row in table]  # fmt: skip
    data = await asyncio.to_thread(sheets.workbook, local)
    words = texts("export-ready-personal" if kind.personal else "export-ready", count=len(table) - 1)
    await _send(bot, query.from_user.id, data, f"{kind.value}-{clock.now().astimezone(zone):%Y-%m-%d}.xlsx", words)


async def _send(bot: Bot, chat: int, data: bytes, name: str, words: Html) -> None:
    await bot.send_document(chat, BufferedInputFile(data, name), caption=words)
