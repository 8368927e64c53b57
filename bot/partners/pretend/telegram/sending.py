"""What happens when the bot sends something?"""

from typing import Any

from bot.partners.pretend.telegram import ephemeral
from bot.partners.pretend.telegram.calls import Call, answers, replied
from bot.partners.pretend.telegram.formatting import read_text
from bot.partners.pretend.telegram.keyboards import checked_markup
from bot.partners.pretend.telegram.media import caption, content, input_medium
from bot.partners.pretend.telegram.parameters import check_fields
from bot.partners.pretend.telegram.refusals import bad
from bot.partners.pretend.telegram.world import Message

MAX_TEXT = 4096
_ACTIONS = """
    typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker
    find_location record_video_note upload_video_note
""".split()  # noqa: SIM905 - a table reads better than quotes


def send(call: Call, fields: dict[str, Any], *, invoice: bool = False) -> Message:
    """Posts one message of the bot with what every sending method shares: reply, keyboard, pace."""
    world, args = call.world, call.args
    chat = world.writable(args["chat_id"])
    markup = checked_markup(args.get("reply_markup"), chat_type=chat["type"], invoice=invoice)
    if invoice and markup and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected", defect=True)
    fields |= replied(call, chat)
    if args.get("protect_content"):
        fields["has_protected_content"] = True
    if "message_effect_id" in args:
        if chat["type"] != "private":
            raise bad("EFFECT_ID_INVALID", defect=True)
        fields["effect_id"] = args["message_effect_id"]
    if markup and "inline_keyboard" in markup:
        fields["reply_markup"] = markup
    if "ephemeral_message_parameters" in args:
        if markup and "inline_keyboard" not in markup:
            raise bad("inline keyboard expected", defect=True)
        return ephemeral.post(call, chat, fields)
    world.pace.send(chat["id"], chat["type"], paid=args.get("allow_paid_broadcast", False))
    message = world.post(chat, fields, mine=True)
    if markup and "inline_keyboard" not in markup:
        _change_keyboard(call, chat, message, markup)
    return message


def _change_keyboard(call: Call, chat: dict[str, Any], message: Message, markup: dict[str, Any]) -> None:
    world = call.world
    record = world.record(chat, message["message_id"])
    if record:
        record["keyboard"] = markup
    key = str(chat["id"])
    if "keyboard" in markup:
        world.reply_keyboards[key] = markup
    elif "remove_keyboard" in markup:
        world.reply_keyboards.pop(key, None)
    world.tell("keyboard", chat["id"], markup=markup)


def text_content(args: dict[str, Any]) -> dict[str, Any]:
    """The text fields of a message. Raises Refusal when empty or too long."""
    text, entities = read_text(args, "text", "entities", limit=MAX_TEXT, too_long="message is too long")
    if not text:
        raise bad("message text is empty", defect=True)
    fields: dict[str, Any] = {"text": text} | ({"entities": entities} if entities else {})
    if "link_preview_options" in args:
        names = "is_disabled url prefer_small_media prefer_large_media show_above_text"
        options = check_fields("LinkPreviewOptions", args["link_preview_options"], names)
        fields |= {"link_preview_options": options} if options else {}
    elif args.get("disable_web_page_preview"):
        fields["link_preview_options"] = {"is_disabled": True}
    return fields


@answers("sendMessage")
def send_message(call: Call) -> Message:
    """A text."""
    return send(call, text_content(call.args))


@answers("sendPhoto")
def send_photo(call: Call) -> Message:
    """A photo with a caption."""
    call.world.writable(call.args["chat_id"])
    return send(call, content(call, "photo", call.args["photo"], call.args))


@answers("sendDocument")
def send_document(call: Call) -> Message:
    """A file with a caption."""
    call.world.writable(call.args["chat_id"])
    return send(call, content(call, "document", call.args["document"], call.args))


@answers("sendMediaGroup")
def send_media_group(call: Call) -> list[Message]:
    """An album: 2–10 media of one kind, no keyboard."""
    world, args = call.world, call.args
    chat = world.writable(args["chat_id"])
    media = args["media"]
    if not isinstance(media, list):
        raise bad("expected an Array of InputMedia", defect=True)
    if not media:
        raise bad("there must be at least one message to send", defect=True)
    if len(media) < 2:
        raise bad("an album includes 2-10 media", defect=True)
    if len(media) > 10:
        raise bad("too many messages to send as an album", defect=True)
    if len({item.get("type") for item in media if isinstance(item, dict)}) > 1:
        raise bad("can't use the media of the specified type in the album", defect=True)
    answer = replied(call, chat)
    fields = [input_medium(call, item, album=True) for item in media]
    world.pace.send(chat["id"], chat["type"], len(media), paid=args.get("allow_paid_broadcast", False))
    world.counters["album"] += 1
    shared = {"media_group_id": str(13_700_000_000 + world.counters["album"])} | answer
    if args.get("protect_content"):
        shared["has_protected_content"] = True
    return [world.post(chat, shared | one, mine=True) for one in fields]


def _point(args: dict[str, Any]) -> dict[str, Any]:
    if not -90 <= args["latitude"] <= 90 or not -180 <= args["longitude"] <= 180:
        raise bad("wrong coordinates specified", defect=True)
    point = {"latitude": args["latitude"], "longitude": args["longitude"]}
    return point | ({"horizontal_accuracy": args["horizontal_accuracy"]} if "horizontal_accuracy" in args else {})


@answers("sendLocation")
def send_location(call: Call) -> Message:
    """A point on the map."""
    return send(call, {"location": _point(call.args)})


@answers("sendVenue")
def send_venue(call: Call) -> Message:
    """A point on the map with a title and an address."""
    point, args = _point(call.args), call.args
    extra = ("foursquare_id", "foursquare_type", "google_place_id", "google_place_type")
    venue = {"location": point, "title": args["title"], "address": args["address"]}
    return send(call, {"location": point, "venue": venue | {name: args[name] for name in extra if name in args}})


@answers("sendContact")
def send_contact(call: Call) -> Message:
    """A phone number with a name."""
    names = ("phone_number", "first_name", "last_name", "vcard")
    return send(call, {"contact": {name: call.args[name] for name in names if name in call.args}})


@answers("sendChatAction")
def send_chat_action(call: Call) -> bool:
    """Typing and the like; it weighs nothing on the pace."""
    if call.args["action"] not in _ACTIONS:
        raise bad("wrong parameter action in request", defect=True)
    chat = call.world.writable(call.args["chat_id"])
    call.world.tell("typing", chat["id"], action=call.args["action"])
    return True


def _source(call: Call, verb: str) -> dict[str, Any]:
    chat = call.world.get_chat(call.args["from_chat_id"])
    record = call.world.record(chat, call.args["message_id"])
    if record is None:
        raise bad(f"message to {verb} not found")
    if record["message"].get("has_protected_content") or "pinned_message" in record["message"]:
        raise bad(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return record


_NOT_COPIED = {
    "message_id", "from", "sender_chat", "chat", "date", "edit_date", "reply_markup", "reply_to_message",
    "media_group_id", "effect_id", "forward_origin",
}  # fmt: skip


def _copied(message: Message) -> dict[str, Any]:
    return {name: value for name, value in message.items() if name not in _NOT_COPIED}


@answers("copyMessage")
def copy_message(call: Call) -> dict[str, Any]:
    """The same content as a message of the bot's own; only its id comes back."""
    record = _source(call, "copy")
    if "invoice" in record["message"]:
        raise bad("message can't be copied")
    fields = _copied(record["message"])
    if "caption" in call.args and any(kind in fields for kind in ("photo", "document")):
        fields = {name: value for name, value in fields.items() if not name.startswith("caption")}
        fields |= caption(call.args)
    return {"message_id": send(call, fields)["message_id"]}


@answers("forwardMessage")
def forward_message(call: Call) -> Message:
    """The message with a line that says where it is from."""
    message = _source(call, "forward")["message"]
    if "sender_chat" in message:
        origin = {"type": "channel", "chat": message["sender_chat"], "message_id": message["message_id"]}
    else:
        origin = {"type": "user", "sender_user": message["from"]}
    origin["date"] = message["date"]
    return send(call, _copied(message) | {"forward_origin": message.get("forward_origin", origin)})
