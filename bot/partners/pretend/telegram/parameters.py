"""Which parameters does each method take, and of which kind?

Kinds: `chat` (number or @name), `str`, `int`, `float`, `bool`, `json` (object or array), `file` (upload, file_id or
address), `-` (a real parameter that is not simulated here). `!` marks what is required. Source: Bot API 10.3.
"""

import json
from typing import Any

from bot.partners.pretend.telegram.refusals import Refusal, bad

_WHERE = "chat_id!:chat business_connection_id:- message_thread_id:- direct_messages_topic_id:- "
_QUIET = "disable_notification:bool protect_content:bool allow_paid_broadcast:bool message_effect_id:str "
_REPLY = "reply_parameters:json reply_to_message_id:int allow_sending_without_reply:bool "
_MARKUP = "suggested_post_parameters:- reply_markup:json "
_ASIDE = "ephemeral_message_parameters:json receiver_user_id:- callback_query_id:- "
_SEND = _WHERE + _QUIET + _REPLY + _MARKUP + _ASIDE
_CAPTION = "caption:str parse_mode:str caption_entities:json show_caption_above_media:bool "
_TARGET = "business_connection_id:- chat_id:chat message_id:int inline_message_id:str reply_markup:json "
_PREVIEW = "parse_mode:str entities:json link_preview_options:json disable_web_page_preview:bool "
_INVOICE = (
    "title!:str description!:str payload!:str currency!:str prices!:json provider_token:str max_tip_amount:int "
    "suggested_tip_amounts:json provider_data:str photo_url:str photo_size:int photo_width:int photo_height:int "
    "need_name:bool need_phone_number:bool need_email:bool need_shipping_address:bool "
    "send_phone_number_to_provider:bool send_email_to_provider:bool is_flexible:bool "
)
_FROM = (
    "chat_id!:chat from_chat_id!:chat message_id!:int message_thread_id:- direct_messages_topic_id:- "
    "video_start_timestamp:- disable_notification:bool protect_content:bool message_effect_id:str "
    "suggested_post_parameters:- "
)
_SCOPE = "scope:json language_code:str "

_TABLE = {
    "getMe": "",
    "logOut": "",
    "close": "",
    "getUpdates": "offset:int limit:int timeout:int allowed_updates:json",
    "setWebhook": "url!:str certificate:- ip_address:- max_connections:int allowed_updates:json "
    "drop_pending_updates:bool secret_token:str",
    "deleteWebhook": "drop_pending_updates:bool",
    "getWebhookInfo": "",
    "sendMessage": _SEND + _PREVIEW + "text!:str",
    "sendPhoto": _SEND + _CAPTION + "photo!:file has_spoiler:bool",
    "sendDocument": _SEND + "document!:file thumbnail:file caption:str parse_mode:str caption_entities:json "
    "disable_content_type_detection:bool",
    "sendMediaGroup": _WHERE + _QUIET + _REPLY + "media!:json",
    "sendVenue": _SEND + "latitude!:float longitude!:float title!:str address!:str foursquare_id:str "
    "foursquare_type:str google_place_id:str google_place_type:str",
    "sendLocation": _SEND + "latitude!:float longitude!:float horizontal_accuracy:float live_period:- heading:- "
    "proximity_alert_radius:-",
    "sendContact": _SEND + "phone_number!:str first_name!:str last_name:str vcard:str",
    "sendInvoice": "chat_id!:chat message_thread_id:- direct_messages_topic_id:- "
    + _QUIET
    + _REPLY
    + _MARKUP
    + _INVOICE
    + "start_parameter:str",
    "createInvoiceLink": _INVOICE + "business_connection_id:- subscription_period:-",
    "answerPreCheckoutQuery": "pre_checkout_query_id!:str ok!:bool error_message:str",
    "answerShippingQuery": "shipping_query_id!:str ok!:bool shipping_options:json error_message:str",
    "refundStarPayment": "user_id!:int telegram_payment_charge_id!:str",
    "getStarTransactions": "offset:int limit:int",
    "sendChatAction": "chat_id!:chat action!:str business_connection_id:- message_thread_id:-",
    "editMessageText": _TARGET + _PREVIEW + "text:str rich_message:-",
    "editMessageCaption": _TARGET + _CAPTION,
    "editMessageMedia": _TARGET + "media!:json",
    "editMessageReplyMarkup": _TARGET,
    "deleteMessage": "chat_id!:chat message_id!:int",
    "deleteMessages": "chat_id!:chat message_ids!:json",
    "answerCallbackQuery": "callback_query_id!:str text:str show_alert:bool url:str cache_time:int",
    "answerInlineQuery": "inline_query_id!:str results!:json cache_time:int is_personal:bool next_offset:str "
    "button:json switch_pm_parameter:- switch_pm_text:-",
    "copyMessage": _FROM + _REPLY + _CAPTION + "allow_paid_broadcast:bool reply_markup:json",
    "forwardMessage": _FROM,
    "pinChatMessage": "chat_id!:chat message_id!:int business_connection_id:- disable_notification:bool",
    "unpinChatMessage": "chat_id!:chat message_id:int business_connection_id:-",
    "unpinAllChatMessages": "chat_id!:chat",
    "setMyCommands": _SCOPE + "commands!:json",
    "getMyCommands": _SCOPE,
    "deleteMyCommands": _SCOPE,
    "setMyDescription": "description:str language_code:str",
    "getMyDescription": "language_code:str",
    "setMyShortDescription": "short_description:str language_code:str",
    "getMyShortDescription": "language_code:str",
    "setMyName": "name:str language_code:str",
    "getMyName": "language_code:str",
    "setChatMenuButton": "chat_id:int menu_button:json",
    "getChatMenuButton": "chat_id:int",
    "getFile": "file_id!:str",
    "getChat": "chat_id!:chat",
    "getChatMember": "chat_id!:chat user_id!:int",
    "getChatAdministrators": "chat_id!:chat return_bots:bool",
    "setMessageReaction": "chat_id!:chat message_id!:int reaction:json is_big:bool",
}


def _parsed(line: str) -> dict[str, tuple[str, bool]]:
    pairs = (item.split(":") for item in line.split())
    return {name.rstrip("!"): (kind, name.endswith("!")) for name, kind in pairs}


PARAMETERS = {method: _parsed(line) for method, line in _TABLE.items()}
BY_LOWER_NAME = {method.lower(): method for method in PARAMETERS}

# What the real server says when a required value is missing; else: Parameter "x" is required.
_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "latitude": "latitude is empty",
    "longitude": "longitude is empty",
    "file_id": "file_id not specified",
    "action": "wrong parameter action in request",
}
_UNREADABLE = {
    "reply_markup": "can't parse reply keyboard markup JSON object",
    "commands": "can't parse commands JSON object",
    "media": "can't parse media JSON object",
    "reply_parameters": "can't parse reply parameters JSON object",
    "scope": "can't parse BotCommandScope JSON object",
}


def read(method: str, given: dict[str, Any], uploaded: frozenset[str]) -> dict[str, Any]:
    """The parameters of one call in their kinds; values may come as native JSON or as the strings of a form.

    An empty string counts as absent, as on the real server. Raises Refusal for what is unknown, missing or unreadable.
    """
    table = PARAMETERS[method]
    read_values: dict[str, Any] = {}
    for name, value in given.items():
        if name not in table:
            raise bad(f"parameter {name!r} is unknown to {method}", defect=True)
        if value is None or value == "":
            continue
        kind = table[name][0]
        if kind == "-":
            raise bad(f"the pretend Telegram does not simulate {name!r} of {method}", defect=True)
        read_values[name] = _value(name, kind, value)
    for name, (kind, required) in table.items():
        if kind == "file" and name in uploaded:
            read_values.setdefault(name, f"attach://{name}")
        if required and name not in read_values and not (method == "setWebhook" and name == "url"):
            raise bad(_MISSING.get(name, f'parameter "{name}" is required'))
    return read_values


def _value(name: str, kind: str, value: Any) -> Any:
    match kind:
        case "str" | "file":
            return value if isinstance(value, str) else json.dumps(value)
        case "chat":
            text = str(value)
            return text if text.startswith("@") else _number(name, text, int, "chat not found")
        case "int":
            return _number(name, value, int, f"invalid {name} specified")
        case "float":
            return _number(name, value, float, f"invalid {name} specified")
        case "bool":
            return _truth(name, value)
        case _:
            return _tree(name, value)


def _number(name: str, value: Any, kind: type[int] | type[float], complaint: str) -> int | float:
    if isinstance(value, bool):
        raise bad(f"parameter {name!r} must be a number", defect=True)
    try:
        return kind(value)
    except (TypeError, ValueError):
        raise bad(complaint) from None


def _truth(name: str, value: Any) -> bool:
    text = str(value).lower()
    if text not in {"true", "false", "yes", "no", "1", "0"}:
        raise bad(f"parameter {name!r} must be a boolean", defect=True)
    return text in {"true", "yes", "1"}


def _tree(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad(_UNREADABLE.get(name, f"can't parse {name} JSON object")) from None


def check_fields(kind: str, value: Any, allowed: str, required: str = "") -> dict[str, Any]:
    """A JSON object with no other than the allowed fields and all required ones; empty values are dropped."""
    if not isinstance(value, dict):
        raise bad(f"{kind} must be an Object")
    known = set(allowed.split()) | set(required.split())
    for field in value:
        if field not in known:
            raise bad(f"field {field!r} is unknown to {kind}", defect=True)
    for field in required.split():
        if value.get(field) is None:
            raise Refusal(400, f'Bad Request: can\'t find field "{field}"', defect=True)
    return {field: item for field, item in value.items() if item is not None}
