"""Is this keyboard one that Telegram would show?"""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.partners.pretend.telegram.parameters import check_fields
from bot.partners.pretend.telegram.refusals import bad

Markup = dict[str, Any]

_ACTIONS = (
    "url callback_data web_app login_url switch_inline_query switch_inline_query_current_chat "
    "switch_inline_query_chosen_chat copy_text callback_game pay disabled"
)
_REQUESTS = "request_contact request_location request_users request_chat request_poll request_managed_bot web_app"
_STYLES = {"primary", "success", "danger"}
MAX_BUTTONS, MAX_ROW, MAX_DATA_BYTES = 100, 8, 64


def checked_markup(value: Any, *, chat_type: str, inline_only: bool = False, invoice: bool = False) -> Markup | None:
    """The reply markup as stored, None where there is nothing to show. Raises Refusal as the real server words it."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad("object expected as reply markup", defect=True)
    if "inline_keyboard" in value:
        markup = check_fields("InlineKeyboardMarkup", value, "force_reply", "inline_keyboard")
        rows = _rows(markup["inline_keyboard"], "inline_keyboard")
        markup["inline_keyboard"] = [[_inline(button, chat_type) for button in row] for row in rows]
        _check_pay(markup["inline_keyboard"], invoice=invoice)
        return markup if rows else None
    if inline_only or chat_type == "channel":
        raise bad("inline keyboard expected", defect=True)
    if "keyboard" in value:
        return _reply_keyboard(value, chat_type)
    if value.get("remove_keyboard") is True:
        return check_fields("ReplyKeyboardRemove", value, "remove_keyboard selective")
    if value.get("force_reply") is True:
        _check_placeholder(value)
        return check_fields("ForceReply", value, "force_reply input_field_placeholder selective")
    raise bad("object expected as reply markup", defect=True)


def _rows(value: Any, field: str) -> list[list[Any]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad(f'field "{field}" must be an Array of Arrays', defect=True)
    if any(len(row) > MAX_ROW for row in value):
        raise bad(f"a row of the keyboard has more than {MAX_ROW} buttons", defect=True)
    if sum(len(row) for row in value) > MAX_BUTTONS:
        raise bad("reply markup is too long", defect=True)
    return [row for row in value if row]


def _label(button: dict[str, Any], kind: str) -> None:
    text = button.get("text")
    if not isinstance(text, str) or not text.strip():
        raise bad(f"{kind} button text must be non-empty", defect=True)
    if re.search(r"[\ud800-\udfff]", text):
        raise bad(f"{kind} button text must be encoded in UTF-8", defect=True)
    if button.get("style", "primary") not in _STYLES:
        raise bad(f"can't parse {kind} button: invalid button style specified", defect=True)


def _inline(value: Any, chat_type: str) -> dict[str, Any]:
    button = check_fields("InlineKeyboardButton", value, f"text icon_custom_emoji_id style {_ACTIONS}")
    _label(button, "inline keyboard")
    actions = [name for name in _ACTIONS.split() if name in button]
    if not actions:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard", defect=True)
    if len(actions) > 1:
        raise bad(f"an inline keyboard button has exactly one action, not {' and '.join(actions)}", defect=True)
    action = actions[0]
    match action:
        case "callback_data":
            _check_data(button["callback_data"])
        case "url":
            _check_url(str(button["url"]))
        case "copy_text":
            copied = check_fields("CopyTextButton", button["copy_text"], "", "text")["text"]
            if not isinstance(copied, str) or not 1 <= len(copied) <= 256:
                raise bad("BUTTON_COPY_TEXT_INVALID", defect=True)
        case "web_app":
            url = check_fields("WebAppInfo", button["web_app"], "", "url")["url"]
            if chat_type != "private":
                raise bad("BUTTON_TYPE_INVALID", defect=True)
            if not str(url).startswith("https://"):
                raise bad(f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed")
        case "switch_inline_query" | "switch_inline_query_current_chat" if chat_type == "channel":
            raise bad(
                f"can't use {action} button in a channel chat, because users will not be able to use the button "
                "without knowing bot's username",
                defect=True,
            )
        case "switch_inline_query_chosen_chat":
            fields = "query allow_user_chats allow_bot_chats allow_group_chats allow_channel_chats"
            check_fields("SwitchInlineQueryChosenChat", button[action], fields)
        case "login_url" | "callback_game":
            raise bad(f"the pretend Telegram does not simulate {action} buttons", defect=True)
    return button


def _check_data(data: Any) -> None:
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= MAX_DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID", defect=True)


def _check_url(url: str) -> None:
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme == "tg":
        return
    host = parts.hostname or ""
    complaint = None
    if parts.scheme not in {"http", "https", "ton", "tonsite"}:
        complaint = "Unsupported URL protocol"
    elif not host:
        complaint = "URL host is empty"
    elif "." not in host.strip(".") or re.search(r"\s", url):
        complaint = "Wrong HTTP URL"
    if complaint:
        raise bad(f"inline keyboard button URL '{url}' is invalid: {complaint}", defect=True)


def _check_pay(rows: list[list[dict[str, Any]]], *, invoice: bool) -> None:
    places = [(at, number) for at, row in enumerate(rows) for number, button in enumerate(row) if "pay" in button]
    if invoice and rows and places[:1] != [(0, 0)]:
        raise bad("REPLY_MARKUP_BUY_EMPTY", defect=True)
    if len(places) > invoice:
        raise bad("BUTTON_TYPE_INVALID", defect=True)


def _check_placeholder(value: dict[str, Any]) -> None:
    placeholder = value.get("input_field_placeholder")
    if placeholder is not None and not 1 <= len(str(placeholder)) <= 64:
        raise bad("input_field_placeholder must be 1-64 characters long", defect=True)


def _reply_keyboard(value: dict[str, Any], chat_type: str) -> Markup | None:
    fields = "is_persistent resize_keyboard one_time_keyboard input_field_placeholder selective force_reply"
    markup = check_fields("ReplyKeyboardMarkup", value, fields, "keyboard")
    _check_placeholder(value)
    rows = _rows(markup["keyboard"], "keyboard")
    markup["keyboard"] = [[_reply_button(button, chat_type) for button in row] for row in rows]
    return markup if rows else None


def _reply_button(value: Any, chat_type: str) -> dict[str, Any]:
    if isinstance(value, str):
        value = {"text": value}
    button = check_fields("KeyboardButton", value, f"text icon_custom_emoji_id style request_user {_REQUESTS}")
    _label(button, "keyboard")
    wanted = [name for name in _REQUESTS.split() if button.get(name)]
    if len(wanted) > 1:
        raise bad("a keyboard button has at most one request", defect=True)
    if wanted == ["request_contact"] and chat_type != "private":
        raise bad("phone number can be requested in private chats only", defect=True)
    if wanted == ["request_location"] and chat_type != "private":
        raise bad("location can be requested in private chats only", defect=True)
    if wanted and wanted[0] not in {"request_contact", "request_location"}:
        raise bad(f"the pretend Telegram does not simulate {wanted[0]} buttons", defect=True)
    return button
