"""What does the bot say about itself, and what may it ask about chats and files?"""

import json
import re
from typing import Any

from bot.partners.pretend.telegram.calls import Call, answers
from bot.partners.pretend.telegram.groups import ADMIN_RIGHTS
from bot.partners.pretend.telegram.parameters import check_fields
from bot.partners.pretend.telegram.refusals import Refusal, bad
from bot.partners.pretend.telegram.updates import Update

_SCOPES = {
    "default": "", "all_private_chats": "", "all_group_chats": "", "all_chat_administrators": "",
    "chat": "chat_id", "chat_administrators": "chat_id", "chat_member": "chat_id user_id",
}  # fmt: skip
_REACTIONS = frozenset(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡"
)
_TEXTS = {"Name": ("name", 64), "Description": ("description", 512), "ShortDescription": ("short_description", 120)}


@answers("getMe")
def get_me(call: Call) -> dict[str, Any]:
    """The bot itself."""
    can = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
    return call.world.bot | can | {"can_connect_to_business": False, "has_main_web_app": False}


@answers("logOut")
@answers("close")
def leave(call: Call) -> bool:
    """Nothing to leave here."""
    return bool(call.world.bot)


@answers("getUpdates")
async def get_updates(call: Call) -> list[Update]:
    """Long polling."""
    args = call.args
    return await call.world.updates.get(
        args.get("offset", 0), args.get("limit", 100), args.get("timeout", 0), args.get("allowed_updates")
    )


@answers("setWebhook")
def set_webhook(call: Call) -> bool:
    """Where updates are written to; an empty address ends it."""
    call.world.updates.set_webhook(call.args, anywhere=call.world.self_hosted)
    return True


@answers("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    """Back to getUpdates."""
    call.world.updates.set_webhook({**call.args, "url": ""}, anywhere=True)
    return True


@answers("getWebhookInfo")
def get_webhook_info(call: Call) -> dict[str, Any]:
    """Where updates go and what was wrong last."""
    return call.world.updates.webhook_info()


def _scope_key(args: dict[str, Any]) -> str:
    scope = args.get("scope", {"type": "default"})
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified", defect=True)
    scope = check_fields("BotCommandScope", scope, "", f"type {_SCOPES[scope['type']]}")
    _check_language(args)
    return json.dumps([scope["type"], str(scope.get("chat_id", "")), scope.get("user_id"), args.get("language_code")])


def _check_language(args: dict[str, Any]) -> None:
    if not re.fullmatch(r"([a-z]{2})?", args.get("language_code", "")):
        raise bad("invalid language code specified", defect=True)


@answers("setMyCommands")
def set_my_commands(call: Call) -> bool:
    """The menu of commands of one scope and language."""
    commands, key = call.args["commands"], _scope_key(call.args)
    if not isinstance(commands, list):
        raise bad("expected an Array of BotCommand", defect=True)
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH", defect=True)
    for command in [check_fields("BotCommand", given, "is_ephemeral", "command description") for given in commands]:
        if not re.fullmatch(r"/?[a-z0-9_]{1,32}", str(command["command"])):
            raise bad("BOT_COMMAND_INVALID", defect=True)
        if not 1 <= len(str(command["description"])) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID", defect=True)
    call.world.commands[key] = [{**command, "command": command["command"].lstrip("/")} for command in commands]
    call.world.tell("commands", None)
    return True


@answers("getMyCommands")
def get_my_commands(call: Call) -> list[dict[str, Any]]:
    """Exactly what was set for the scope and language."""
    return call.world.commands.get(_scope_key(call.args), [])


@answers("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    """Leaves the scope and language to the wider ones."""
    call.world.commands.pop(_scope_key(call.args), None)
    call.world.tell("commands", None)
    return True


def _set_text(call: Call) -> bool:
    field, longest = _TEXTS[call.method.removeprefix("setMy")]
    _check_language(call.args)
    text = call.args.get(field, "")
    if len(text) > longest:
        raise bad(f"{field} is too long: at most {longest} characters", defect=True)
    call.world.settings[f"{field}/{call.args.get('language_code', '')}"] = text
    call.world.tell("profile", None)
    return True


def _get_text(call: Call) -> dict[str, str]:
    field = _TEXTS[call.method.removeprefix("getMy")][0]
    _check_language(call.args)
    settings, fallback = call.world.settings, call.world.bot["first_name"] if field == "name" else ""
    wanted = settings.get(f"{field}/{call.args.get('language_code', '')}")
    return {field: wanted or settings.get(f"{field}/", fallback) or fallback}


for _name in _TEXTS:
    answers(f"setMy{_name}")(_set_text)
    answers(f"getMy{_name}")(_get_text)


@answers("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    """The button beside the input field, for one person or for all."""
    button = call.args.get("menu_button", {"type": "default"})
    if not isinstance(button, dict) or button.get("type") not in {"default", "commands", "web_app"}:
        raise bad("can't parse menu button: MenuButton has unsupported type", defect=True)
    call.world.settings[f"menu_button/{call.args.get('chat_id', '')}"] = button
    call.world.tell("commands", call.args.get("chat_id"))
    return True


@answers("getChatMenuButton")
def get_chat_menu_button(call: Call) -> dict[str, Any]:
    """The button of one person, else that of all."""
    settings = call.world.settings
    everyone = settings.get("menu_button/", {"type": "commands"})
    button: dict[str, Any] = settings.get(f"menu_button/{call.args.get('chat_id', '')}", everyone)
    return button


@answers("getFile")
def get_file(call: Call) -> dict[str, Any]:
    """Where a file can be downloaded."""
    return call.world.files.described(call.args["file_id"])


@answers("getChat")
def get_chat(call: Call) -> dict[str, Any]:
    """A chat with its latest pinned message."""
    chat = call.world.get_chat(call.args["chat_id"])
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    full = call.world.public_chat(chat) | {"accent_color_id": 0, "max_reaction_count": 11}
    full["accepted_gift_types"] = dict.fromkeys(gifts, False)
    pins = call.world.pinned.get(str(chat["id"]), [])
    record = call.world.record(chat, pins[-1]) if pins else None
    return full | ({"pinned_message": record["message"]} if record else {})


def _bot_member(call: Call, chat: dict[str, Any]) -> dict[str, Any]:
    if chat["rights"] is None:
        return {"status": "left", "user": call.world.bot}
    if not chat["rights"] and chat["type"] != "channel":
        return {"status": "member", "user": call.world.bot}
    rights = {name: name in chat["rights"] or name == "can_manage_chat" for name in ADMIN_RIGHTS}
    return {"status": "administrator", "user": call.world.bot, "can_be_edited": False, "is_anonymous": False} | rights


@answers("getChatMember")
def get_chat_member(call: Call) -> dict[str, Any]:
    """What a person or the bot is in a chat."""
    chat, user_id = call.world.get_chat(call.args["chat_id"]), call.args["user_id"]
    if user_id == call.world.bot["id"]:
        return _bot_member(call, chat) if "rights" in chat else {"status": "member", "user": call.world.bot}
    if call.world.find_chat(user_id) is None:
        raise bad("PARTICIPANT_ID_INVALID")
    user = call.world.public_user(user_id)
    if user_id == chat.get("owner"):
        return {"status": "creator", "user": user, "is_anonymous": False}
    return {"status": "member" if user_id in chat.get("members", [user_id]) else "left", "user": user}


@answers("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[dict[str, Any]]:
    """The owner and the bot, where it is one."""
    chat = call.world.get_chat(call.args["chat_id"])
    if chat["type"] == "private":
        raise bad("there are no administrators in the private chat")
    if chat["rights"] is None:
        raise Refusal(403, f"Forbidden: bot is not a member of the {chat['type']} chat")
    owner = chat.get("owner")
    creator = {"status": "creator", "is_anonymous": False}
    owners = [creator | {"user": call.world.public_user(owner)}] if owner else []
    return owners + ([_bot_member(call, chat)] if call.args.get("return_bots") or not owners else [])


@answers("setMessageReaction")
def set_message_reaction(call: Call) -> bool:
    """At most one emoji of the bot on a message."""
    chat = call.world.get_chat(call.args["chat_id"])
    if call.world.record(chat, call.args["message_id"]) is None:
        raise bad("message to react not found")
    wanted = call.args.get("reaction", [])
    if not isinstance(wanted, list) or len(wanted) > 1:
        raise bad("REACTIONS_TOO_MANY", defect=True)
    for reaction in wanted:
        if not isinstance(reaction, dict) or reaction.get("type") != "emoji":
            raise bad("can't parse ReactionType: invalid reaction type specified", defect=True)
        if str(reaction.get("emoji")).rstrip("\ufe0f") not in _REACTIONS:
            raise bad("REACTION_INVALID", defect=True)
    call.world.reactions[f"{chat['id']}/{call.args['message_id']}"] = wanted
    call.world.tell("reaction", chat["id"], message_id=call.args["message_id"], reaction=wanted)
    return True
