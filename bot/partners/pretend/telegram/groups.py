"""What happens in chats of several people: channels with posts, and groups where the bot is one of many?"""

import copy
import json
import re
from collections.abc import Iterable
from typing import Any

from bot.partners.pretend.telegram.refusals import Impossible
from bot.partners.pretend.telegram.world import Message, World

POSTING = ("can_post_messages", "can_edit_messages", "can_delete_messages")
ADMIN_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
    "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    "can_send_welcome_messages", "can_post_messages", "can_edit_messages",
)  # fmt: skip


class Groups(World):
    """Channels and groups, who is in them, and what of them reaches the bot."""

    old_apps = False
    """Apps that know of no ephemeral messages: their commands are seen by everybody."""

    def add_channel(
        self,
        chat_id: int,
        username: str | None = None,
        title: str = "Channel",
        rights: Iterable[str] | None = POSTING,
        *,
        owner: int | None = None,
        kind: str = "channel",
    ) -> dict[str, Any]:
        """A channel (or `kind="supergroup"`); `rights` are the bot's as administrator, None: it is no member."""
        known = {"id": chat_id, "type": kind, "title": title, "username": username, "owner": owner}
        chat = {name: value for name, value in known.items() if value is not None}
        chat["rights"] = None if rights is None else list(rights)
        self.chats[str(chat_id)] = chat
        self.tell("people", chat_id)
        return self.public_chat(chat)

    def add_group(
        self, chat_id: int, title: str, members: Iterable[int], rights: Iterable[str] | None = ()
    ) -> dict[str, Any]:
        """A supergroup of these people. The bot's `rights`: None, it is no member; none at all, an ordinary one."""
        shown = self.add_channel(chat_id, title=title, rights=rights, kind="supergroup")
        self.chats[str(chat_id)]["members"] = list(members)
        return shown

    def join_group(self, user_id: int, chat_id: int) -> None:
        """A person comes into a group. Twice is once."""
        members = self.chats[str(chat_id)]["members"]
        if user_id not in members:
            members.append(user_id)
            self.tell("people", chat_id)

    def user_adds_bot(self, user_id: int, chat_id: int, rights: Iterable[str] = ()) -> None:
        """Takes the bot into a group, with rights as its administrator."""
        self._place_in(chat_id, user_id, list(rights))

    def user_removes_bot(self, user_id: int, chat_id: int) -> None:
        """Puts the bot out of a group."""
        self._place_in(chat_id, user_id, None)

    def chat_of(self, chat_id: int, viewer: int) -> list[Message]:
        """A group as one person sees it: with the ephemeral messages that are theirs, after the message before them."""
        seen: list[tuple[int, int, Message]] = [(each["message_id"], 0, each) for each in self.chat(chat_id)]
        for aside in self.asides.get(str(chat_id), []):
            if viewer in (aside["from"]["id"], aside["receiver_user"]["id"]):
                shown = {name: value for name, value in aside.items() if name != "after"}
                seen.append((aside["after"], aside["ephemeral_message_id"], copy.deepcopy(shown)))
        return [message for _, _, message in sorted(seen, key=lambda each: each[:2])]

    def chat(self, chat_id: int) -> list[Message]:
        """The messages of a chat as a person sees them, oldest first."""
        kept = self.records.get(str(chat_id), {})
        return [self.seen(kept[number]) for number in sorted(kept)]

    def commands_for(self, user_id: int, chat_id: int | None = None) -> list[dict[str, Any]]:
        """The commands menu of a person, with the bot or in a group: the narrowest scope wins, then their language."""
        language = self._person(user_id).get("language_code")
        everywhere = "all_private_chats" if chat_id is None else "all_group_chats"
        for scope, where in (("chat", str(chat_id or user_id)), (everywhere, ""), ("default", "")):
            for wanted in (language, None):
                found = self.commands.get(json.dumps([scope, where, None, wanted]))
                if found:
                    return found
        return []

    # -- inside ---------------------------------------------------------------------------------------------------

    def _person(self, user_id: int) -> dict[str, Any]:
        person = self.chats.get(str(user_id))
        if person is None or person["type"] != "private":
            raise Impossible(f"there is no person {user_id}")
        return person

    def _say_aside(self, user_id: int, chat: dict[str, Any], fields: dict[str, Any]) -> Message:
        message = self.post_aside(chat, fields, author=user_id, receiver=self.bot["id"])
        self.updates.add("message", message)
        return message

    def _is_ephemeral(self, user_id: int, chat_id: int, text: str) -> bool:
        """An app sends a command of the menu that says so to the bot alone."""
        chat = self.chats[str(chat_id)]
        if chat["type"] != "supergroup" or chat["rights"] is None or self.old_apps:
            return False
        command, name = _command(text)
        if name not in {"", self.bot["username"].lower()}:
            return False
        menu = {each["command"]: each.get("is_ephemeral", False) for each in self.commands_for(user_id, chat_id)}
        return bool(menu.get(command))

    def _reaches_bot(self, chat: dict[str, Any], message: Message) -> bool:
        """In a group a bot that is no administrator gets commands for it and answers to it, nothing else."""
        if chat.get("rights", ()) is None:
            return False
        if chat["type"] != "supergroup" or chat["rights"]:
            return True
        command, name = _command(message.get("text", ""))
        to_bot = message.get("reply_to_message", {}).get("from", {}).get("id") == self.bot["id"]
        return to_bot or (bool(command) and name in {"", self.bot["username"].lower()})

    def _place_in(self, chat_id: int, user_id: int, rights: list[str] | None) -> None:
        """Another place of the bot in a group; it is told."""
        chat = self.chats[str(chat_id)]

        def status() -> str:
            return "left" if chat["rights"] is None else "administrator" if chat["rights"] else "member"

        old = status()
        chat["rights"] = rights
        change = {
            "chat": self.public_chat(chat),
            "from": self.public_user(user_id),
            "date": int(self.now()),
            "old_chat_member": self._bot_in_group(old, []),
            "new_chat_member": self._bot_in_group(status(), rights or []),
        }
        self.updates.add("my_chat_member", change)
        self.tell("people", chat_id)

    def _bot_in_group(self, status: str, rights: list[str]) -> dict[str, Any]:
        member = {"status": status, "user": dict(self.bot)}
        if status != "administrator":
            return member
        can = {name: name in rights or name == "can_manage_chat" for name in ADMIN_RIGHTS}
        return member | {"can_be_edited": False, "is_anonymous": False} | can


def _command(text: str) -> tuple[str, str]:
    """(command, bot it is meant for) of a text that begins with one; empty where it does not, or names no bot."""
    found = re.match(r"/(\w{1,32})(?:@(\w+))?(?=\s|$)", text)
    return (found[1].lower(), (found[2] or "").lower()) if found else ("", "")
