"""What does Telegram say about the set-up: the token, the rights in the showcase, the webhook?"""

from datetime import datetime, timedelta

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.types import ChatMemberAdministrator, LabeledPrice, User

from bot.basics.findings import Finding, fine, note, wrong

_WAIT_S = 10
_RECENT = timedelta(hours=1)
UNREACHABLE = "Is there a network, and is BOT_API_URL right?"


async def token(bot: Bot) -> tuple[User | None, Finding]:
    """Who the bot is."""
    try:
        me = await bot.get_me(request_timeout=_WAIT_S)
    except (TelegramUnauthorizedError, TelegramNotFound):
        return None, wrong("token", "Telegram refuses BOT_TOKEN", "Copy it again from @BotFather.")
    except TelegramNetworkError as trouble:
        return None, wrong("token", f"Telegram is not reached: {trouble.message}", UNREACHABLE)
    except (TelegramAPIError, ClientDecodeError) as trouble:
        return None, wrong("token", *_troubled(trouble))
    return me, fine("token", f"@{me.username}")


async def showcase(bot: Bot, me: User, chat: int | str) -> Finding:
    """Whether the bot may post and edit there, and take down what it has posted."""
    name = "showcase"
    try:
        found = await bot.get_chat(chat, request_timeout=_WAIT_S)
        member = await bot.get_chat_member(chat, me.id, request_timeout=_WAIT_S)
    except TelegramNetworkError as trouble:
        return wrong(name, f"Telegram is not reached: {trouble.message}", UNREACHABLE)
    except (TelegramBadRequest, TelegramForbiddenError, TelegramNotFound):
        return wrong(name, f"{chat} is not found", "Correct BOT_SHOWCASE, and make the bot an administrator there.")
    except (TelegramAPIError, ClientDecodeError) as trouble:
        return wrong(name, *_troubled(trouble))
    shown = f"{chat} ({found.title})" if found.title else str(chat)
    if found.type != "channel":
        return wrong(name, f"{shown} is a {found.type}", "BOT_SHOWCASE has to be a channel.")
    if not isinstance(member, ChatMemberAdministrator):
        return wrong(name, f"{shown}: the bot is no administrator", "Add it under Administrators of the channel.")
    rights = {"post": member.can_post_messages, "edit": member.can_edit_messages}
    if lacking := [each for each, given in rights.items() if not given]:
        which = " and ".join(lacking)
        return wrong(name, f"{shown}: the bot may not {which} messages", f"Give it the right to {which} messages.")
    if not member.can_delete_messages:
        cure = "Give it the right to delete messages, if it shall take old posts down."
        return note(name, f"{shown}, may post, edit and pin; may not delete posts older than 48 hours", cure)
    return fine(name, f"{shown}, may post, edit, pin and delete")


async def webhook(bot: Bot, expected: str | None, now: datetime) -> Finding:
    """Where Telegram sends updates, and what went wrong there. `expected` is None when the bot polls."""
    name = "webhook"
    try:
        info = await bot.get_webhook_info(request_timeout=_WAIT_S)
    except (TelegramAPIError, ClientDecodeError) as trouble:
        return wrong(name, *_troubled(trouble))
    waiting = f", {info.pending_update_count} updates wait" if info.pending_update_count else ""
    if expected is None:
        if info.url:
            return note(name, "set, though BOT_MODE is polling", "`vernissage run` takes it away when it starts")
        return fine(name, f"none, the bot polls{waiting}")
    if info.url != expected:
        return note(name, "not set to PUBLIC_URL yet", "`vernissage run` sets it when it starts")
    if info.last_error_date is not None and now - info.last_error_date < _RECENT:
        return wrong(
            name,
            f"Telegram cannot deliver: {info.last_error_message}{waiting}",
            "Look at PUBLIC_URL, its certificate and the proxy; does the bot run?",
        )
    return fine(name, f"set{waiting}")


async def invoices(bot: Bot, token: str) -> Finding:
    """Whether Telegram makes invoices with the token of the payment provider; this one is sent to nobody."""
    name, price = "invoices", [LabeledPrice(label="vernissage doctor", amount=10_000)]
    try:
        await bot.create_invoice_link(
            title="vernissage doctor",
            description="vernissage doctor",
            payload="doctor",
            currency="RUB",
            prices=price,
            provider_token=token,
            request_timeout=_WAIT_S,
        )
    except TelegramBadRequest as refusal:
        cure = "Copy BOT_PAYMENT_TOKEN again: @BotFather → your bot → Payments."
        return wrong(name, f"Telegram refuses BOT_PAYMENT_TOKEN: {refusal.message}", cure)
    except (TelegramAPIError, ClientDecodeError) as trouble:
        return wrong(name, *_troubled(trouble))
    return fine(name, "by a test shop: no money moves" if ":TEST:" in token else "with real money")


def _troubled(trouble: AiogramError) -> tuple[str, str]:
    said = trouble.message if isinstance(trouble, TelegramAPIError) else "a page that is not its own"
    return f"Telegram answers: {said}", "Try again later."
