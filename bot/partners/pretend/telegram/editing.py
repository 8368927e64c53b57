"""What may the bot change or take away afterwards?

A text may become a medium, never the other way round; own messages are deleted within 48 hours, or at any age with the
right to delete.
"""

from typing import Any

from bot.partners.pretend.telegram.calls import Call, answers, shallow
from bot.partners.pretend.telegram.keyboards import checked_markup
from bot.partners.pretend.telegram.media import MEDIA, caption, input_medium
from bot.partners.pretend.telegram.refusals import NOT_MODIFIED, Refusal, bad
from bot.partners.pretend.telegram.sending import text_content
from bot.partners.pretend.telegram.world import Message

DELETE_S = 48 * 3600
_TEXT = ("text", "entities", "link_preview_options")
_CAPTION = ("caption", "caption_entities", "show_caption_above_media")
_MEDIUM = (*MEDIA, "has_media_spoiler", *_CAPTION)


def _target(call: Call) -> tuple[dict[str, Any], dict[str, Any]]:
    """Chat and record of the message to edit. Raises Refusal as the real server words it."""
    args, world = call.args, call.world
    if "inline_message_id" in args:
        raise bad("the pretend Telegram does not simulate editing by inline_message_id", defect=True)
    if "chat_id" not in args:
        raise bad("chat_id is empty", defect=True)
    if "message_id" not in args:
        raise bad("message identifier is not specified", defect=True)
    chat = world.get_chat(args["chat_id"])
    record = world.record(chat, args["message_id"])
    if chat["type"] == "channel":
        world.writable(chat["id"], "can_post_messages" if record and record["mine"] else "can_edit_messages")
    else:
        world.writable(chat["id"])
    if record is None:
        raise bad("message to edit not found")
    if (
        (not record["mine"] and chat["type"] != "channel")
        or "keyboard" in record
        or "pinned_message" in record["message"]
    ):
        raise bad("message can't be edited")
    return chat, record


def _apply(
    call: Call, chat: dict[str, Any], record: dict[str, Any], fields: dict[str, Any], dropped: tuple[str, ...]
) -> Message:
    """Puts the new content in place of the dropped fields; the keyboard is replaced or, when absent, removed."""
    world, message = call.world, record["message"]
    if "media_group_id" in message and "reply_markup" in call.args:
        raise bad("message can't be edited", defect=True)
    markup = checked_markup(
        call.args.get("reply_markup"), chat_type=chat["type"], inline_only=True, invoice="invoice" in message
    )
    new = {name: value for name, value in message.items() if name not in {*dropped, "reply_markup", "edit_date"}}
    new |= fields | ({"reply_markup": markup} if markup else {})
    if new == {name: value for name, value in message.items() if name != "edit_date"}:
        raise Refusal(400, NOT_MODIFIED)
    world.pace.edit(chat["id"])
    record["message"] = new | {"edit_date": int(world.now())}
    world.tell("edited", chat["id"], message=world.seen(record))
    return dict(record["message"])


@answers("editMessageText")
def edit_text(call: Call) -> Message:
    """Another text in a text message."""
    chat, record = _target(call)
    fields = text_content(call.args)
    if "text" not in record["message"]:
        raise bad("there is no text in the message to edit")
    return _apply(call, chat, record, fields, _TEXT)


@answers("editMessageCaption")
def edit_caption(call: Call) -> Message:
    """Another caption under a medium."""
    chat, record = _target(call)
    fields = caption(call.args)
    if not any(kind in record["message"] for kind in MEDIA):
        raise bad("there is no caption in the message to edit")
    return _apply(call, chat, record, fields, _CAPTION)


@answers("editMessageMedia")
def edit_media(call: Call) -> Message:
    """Another medium and caption; a text message becomes one with a medium."""
    chat, record = _target(call)
    if not any(kind in record["message"] for kind in ("text", *MEDIA)):
        raise bad("there is no media in the message to edit")
    fields = input_medium(call, call.args["media"], album=False)
    if "media_group_id" in record["message"] and not any(
        kind in record["message"] and kind in fields for kind in MEDIA
    ):
        raise bad("can't use the media of the specified type in the album", defect=True)
    return _apply(call, chat, record, fields, (*_TEXT, *_MEDIUM))


@answers("editMessageReplyMarkup")
def edit_reply_markup(call: Call) -> Message:
    """Another inline keyboard."""
    chat, record = _target(call)
    return _apply(call, chat, record, {}, ())


def _check_deletable(call: Call, chat: dict[str, Any], record: dict[str, Any]) -> None:
    old = call.world.now() - record["message"]["date"] > DELETE_S
    rights = chat.get("rights") or ()
    if chat["type"] == "private":
        allowed = not old
    elif chat["type"] == "channel":
        # one's own posts need the right to post, and are young; with the right to delete, everything goes at any age
        allowed = "can_delete_messages" in rights or ("can_post_messages" in rights and record["mine"] and not old)
    else:
        allowed = "can_delete_messages" in rights or (record["mine"] and not old)
    if not allowed:
        raise bad("message can't be deleted for everyone")


@answers("deleteMessage")
def delete_message(call: Call) -> bool:
    """Takes one message away for everyone."""
    chat = call.world.get_chat(call.args["chat_id"])
    record = call.world.record(chat, call.args["message_id"])
    if record is None:
        raise bad("message to delete not found")
    _check_deletable(call, chat, record)
    call.world.remove(chat, call.args["message_id"])
    return True


@answers("deleteMessages")
def delete_messages(call: Call) -> bool:
    """Takes up to 100 messages away; those that are gone are skipped."""
    chat, ids = call.world.get_chat(call.args["chat_id"]), call.args["message_ids"]
    if not isinstance(ids, list) or not ids:
        raise bad("message identifiers are not specified", defect=True)
    if len(ids) > 100:
        raise bad("too many message identifiers specified", defect=True)
    records = {int(number): call.world.record(chat, int(number)) for number in ids}
    for record in records.values():
        if record is not None:
            _check_deletable(call, chat, record)
    for number, record in records.items():
        if record is not None:
            call.world.remove(chat, number)
    return True


def _pinnable(call: Call) -> dict[str, Any]:
    """The chat; in a channel it takes the right to edit, which is what the real server asks for there."""
    chat = call.world.get_chat(call.args["chat_id"])
    if chat["type"] == "channel" and chat["rights"] is not None and "can_edit_messages" not in chat["rights"]:
        raise bad("not enough rights to manage pinned messages in the chat")
    return call.world.writable(call.args["chat_id"], "can_edit_messages")


@answers("pinChatMessage")
def pin(call: Call) -> bool:
    """Pins a message; a private chat gets a line about it."""
    world = call.world
    chat = _pinnable(call)
    record = world.record(chat, call.args["message_id"])
    if record is None:
        raise bad("message to pin not found")
    pins = world.pinned.setdefault(str(chat["id"]), [])
    if call.args["message_id"] not in pins:
        pins.append(int(call.args["message_id"]))
        if chat["type"] != "channel":
            note = world.post(chat, {"pinned_message": shallow(record["message"])}, mine=True)
            world.updates.add("message", note)
    world.tell("pinned", chat["id"], message_ids=list(pins))
    return True


@answers("unpinChatMessage")
def unpin(call: Call) -> bool:
    """Unpins one message, by default the latest pinned."""
    chat = _pinnable(call)
    pins = call.world.pinned.setdefault(str(chat["id"]), [])
    wanted = call.args.get("message_id", pins[-1] if pins else None)
    if wanted not in pins:
        raise bad("message to unpin not found")
    pins.remove(wanted)
    call.world.tell("pinned", chat["id"], message_ids=list(pins))
    return True


@answers("unpinAllChatMessages")
def unpin_all(call: Call) -> bool:
    """Unpins everything in a chat."""
    chat = _pinnable(call)
    call.world.pinned[str(chat["id"])] = []
    call.world.tell("pinned", chat["id"], message_ids=[])
    return True
