"""What does a method's implementation get, and how is it found by name?"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.partners.pretend.telegram.files import Upload
from bot.partners.pretend.telegram.parameters import check_fields
from bot.partners.pretend.telegram.refusals import bad
from bot.partners.pretend.telegram.world import Message, World


@dataclass(slots=True)
class Call:
    """One call of the bot with its checked parameters and uploads."""

    world: World
    method: str
    args: dict[str, Any]
    uploads: dict[str, Upload]

    def upload(self, value: Any) -> Upload | None:
        """The uploaded file that a parameter names with attach://; None for a file_id."""
        if not isinstance(value, str) or not value:
            raise bad("media not found", defect=True)
        if value.startswith("attach://"):
            try:
                return self.uploads[value.removeprefix("attach://")]
            except KeyError:
                raise bad("wrong file identifier/HTTP URL specified", defect=True) from None
        return self.uploads.get(value) if value.startswith(("http://", "https://")) else None


Implementation = Callable[[Call], Any] | Callable[[Call], Awaitable[Any]]
IMPLEMENTATIONS: dict[str, Implementation] = {}


def answers(method: str) -> Callable[[Implementation], Implementation]:
    """Marks a function as the implementation of a Bot API method."""

    def register(function: Implementation) -> Implementation:
        IMPLEMENTATIONS[method] = function
        return function

    return register


def replied(call: Call, chat: dict[str, Any]) -> dict[str, Any]:
    """The reply_to_message field of a new message, if it is a reply."""
    args = call.args
    allow_without = args.get("allow_sending_without_reply", False)
    message_id = args.get("reply_to_message_id")
    if "reply_parameters" in args:
        fields = (
            "message_id chat_id ephemeral_message_id allow_sending_without_reply quote quote_parse_mode quote_entities "
            "quote_position"
        )
        reply = check_fields("ReplyParameters", args["reply_parameters"], fields)
        message_id, allow_without = reply.get("message_id"), reply.get("allow_sending_without_reply", False)
        if "ephemeral_message_id" in reply:
            if "ephemeral_message_parameters" not in args or message_id is not None or "chat_id" in reply:
                raise bad("a reply to an ephemeral message is an ephemeral message itself", defect=True)
            return {}
        if str(reply.get("chat_id", chat["id"])) != str(chat["id"]):
            raise bad("the pretend Telegram does not simulate replies to another chat", defect=True)
    if message_id is None:
        return {}
    record = call.world.record(chat, int(message_id))
    if record is not None:
        return {"reply_to_message": shallow(record["message"])}
    if allow_without:
        return {}
    raise bad("message to be replied not found")


def shallow(message: Message) -> Message:
    """A message inside another one: without what it answers itself."""
    return {name: value for name, value in message.items() if name not in {"reply_to_message", "pinned_message"}}
