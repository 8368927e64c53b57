"""What stands in the bot's menu and description, for each language and scope?"""

from collections.abc import Mapping
from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeChat, BotCommandScopeDefault

from bot.basics.languages import Language
from bot.telegram.rights import RIGHTS, Right, Role
from bot.telegram.texts import Texts

log = structlog.get_logger(__name__)

EVERYONE: Final = (
    "start", "catalog", "cart", "orders", "search", "help", "language", "privacy", "terms", "paysupport", "stop",
)  # fmt: skip
SELLERS: Final = {
    "desk": Right.VIEW, "add": Right.CATALOGUE, "board": Right.VIEW, "stock": Right.STOCK, "sold": Right.TILL,
    "hold": Right.STOCK, "ready": Right.ORDERS, "give": Right.HAND_OVER, "why": Right.VIEW, "figures": Right.FIGURES,
}  # fmt: skip
"""Commands of the shop's staff, and the right that each needs."""

Scope = BotCommandScopeDefault | BotCommandScopeChat | BotCommandScopeAllGroupChats
GROUPS: Final = ("catalog", "search", "help")
"""What is answered in a group, to the one who asks; their apps send these to the bot alone."""


async def set_commands(
    bot: Bot, staff: Mapping[int, Role], all_texts: Mapping[Language, Texts], language: Language = "ru"
) -> None:
    """Menu and descriptions in every language, and in `language` for all others. What stands there already is left.

    `staff`: who works in the shop, by the messenger's id.
    """
    for code, texts in _spoken(all_texts, language):
        await _menu(bot, BotCommandScopeDefault(), code, menu(EVERYONE, texts))
        await _menu(bot, BotCommandScopeAllGroupChats(), code, menu(GROUPS, texts, ephemeral=True))
        await _descriptions(bot, code, texts)
    for chat, role in sorted(staff.items()):
        await set_menu(bot, chat, role, all_texts, language)


async def set_menu(
    bot: Bot, chat: int, role: Role, all_texts: Mapping[Language, Texts], language: Language = "ru"
) -> None:
    """The menu of one chat: what that role may do, and what everybody may."""
    own = [name for name, right in SELLERS.items() if right in RIGHTS[role]]
    for code, texts in _spoken(all_texts, language):
        await _menu(bot, BotCommandScopeChat(chat_id=chat), code, menu((*own, *EVERYONE), texts))


def _spoken(all_texts: Mapping[Language, Texts], language: Language) -> list[tuple[str, Texts]]:
    return [("", all_texts[language]), *all_texts.items()]


def menu(names: tuple[str, ...], texts: Texts, *, ephemeral: bool = False) -> list[BotCommand]:
    return [
        BotCommand(command=name, description=texts.plain(f"command-{name}"), is_ephemeral=ephemeral or None)
        for name in names
    ]


async def _menu(bot: Bot, scope: Scope, code: str, wanted: list[BotCommand]) -> None:
    """One menu. A seller who has never written to the bot has none yet: Telegram does not know the chat."""
    try:
        there = await bot.get_my_commands(scope=scope, language_code=code or None)
        # compared by what they say: aiogram's own equality minds which bot an object came from
        if [command.model_dump() for command in there] != [command.model_dump() for command in wanted]:
            await bot.set_my_commands(wanted, scope=scope, language_code=code or None)
    except TelegramAPIError as refusal:
        log.info("menu_not_set", scope=scope.type, language=code, reason=str(refusal))


async def _descriptions(bot: Bot, code: str, texts: Texts) -> None:
    """What an empty chat and the profile show."""
    long, short = texts.plain("bot-description"), texts.plain("bot-short-description")
    try:
        if (await bot.get_my_description(language_code=code or None)).description != long:
            await bot.set_my_description(long, language_code=code or None)
        if (await bot.get_my_short_description(language_code=code or None)).short_description != short:
            await bot.set_my_short_description(short, language_code=code or None)
    except TelegramAPIError as refusal:
        log.info("description_not_set", language=code, reason=str(refusal))
