"""When may a bot say something in a group that one person alone sees?

To a member of a group or supergroup: at any time as an administrator, else within 15 seconds of that person's callback
query or ephemeral command (https://core.telegram.org/bots/api#ephemeral-messages-and-commands).
"""

from typing import Any

from bot.partners.pretend.telegram.calls import Call
from bot.partners.pretend.telegram.parameters import check_fields
from bot.partners.pretend.telegram.refusals import bad
from bot.partners.pretend.telegram.world import Message

ANSWER_S = 15.0
_FIELDS = "callback_query_id replace_callback_query_message"


def post(call: Call, chat: dict[str, Any], fields: dict[str, Any]) -> Message:
    """One message for one person. Raises Refusal where the bot may not send it."""
    world = call.world
    asked = check_fields(
        "EphemeralMessageParameters", call.args["ephemeral_message_parameters"], _FIELDS, "receiver_user_id"
    )
    receiver = int(asked["receiver_user_id"])
    if chat["type"] not in {"group", "supergroup"}:
        raise bad("ephemeral messages can be sent only to groups and supergroups", defect=True)
    if asked.get("replace_callback_query_message"):
        raise bad("the pretend Telegram does not simulate replacing a message by an ephemeral one", defect=True)
    if receiver not in chat.get("members", ()):
        raise bad("USER_NOT_PARTICIPANT")
    answered = _answered(call, chat, receiver)
    if not (chat["rights"] or _pressed(call, chat, receiver, asked.get("callback_query_id")) or answered):
        raise bad("not enough rights to send ephemeral messages to the chat")
    if answered:
        fields |= {"reply_to_message": answered}
    world.pace.send(chat["id"], chat["type"], paid=call.args.get("allow_paid_broadcast", False))
    return world.post_aside(chat, fields, author=world.bot["id"], receiver=receiver)


def _pressed(call: Call, chat: dict[str, Any], receiver: int, query_id: str | None) -> bool:
    query = call.world.queries.get(query_id or "")
    return (
        query is not None
        and query["kind"] == "callback"
        and query["user_id"] == receiver
        and query["chat_id"] == chat["id"]
        and call.world.now() - query["at"] <= ANSWER_S
    )


def _answered(call: Call, chat: dict[str, Any], receiver: int) -> Message | None:
    """The ephemeral command that this answers, if it is fresh and the receiver's own."""
    number = call.args.get("reply_parameters", {}).get("ephemeral_message_id")
    if number is None:
        return None
    for message in call.world.asides.get(str(chat["id"]), []):
        if message["ephemeral_message_id"] == number and message["from"]["id"] == receiver:
            fresh = call.world.now() - message["date"] <= ANSWER_S
            return {name: value for name, value in message.items() if name != "after"} if fresh else None
    raise bad("message to be replied not found")
