"""What can a person do in their app, and what do they see?

Every act becomes the update the real Telegram would send; what is not on the person's screen is Impossible.
"""

from collections.abc import Iterable
from typing import Any

from bot.partners.pretend.telegram.formatting import with_detected
from bot.partners.pretend.telegram.groups import Groups
from bot.partners.pretend.telegram.refusals import Impossible
from bot.partners.pretend.telegram.world import Message


class People(Groups):
    """The other side of the conversation. Nothing here waits: updates are queued for the bot."""

    # -- who and where -----------------------------------------------------------------------------------------------

    def add_user(
        self,
        user_id: int,
        first_name: str,
        language_code: str | None = None,
        username: str | None = None,
        *,
        last_name: str | None = None,
        phone_number: str | None = None,
        started: bool = False,
    ) -> dict[str, Any]:
        """A person, who has not yet spoken to the bot unless `started`. Twice is once."""
        known = self.chats.get(str(user_id), {"state": "started" if started else "new"})
        person = {
            "id": user_id,
            "type": "private",
            "first_name": first_name,
            "last_name": last_name,
            "username": username,
            "language_code": language_code,
            "phone_number": phone_number or known.get("phone_number") or f"+7900{user_id % 10**7:07d}",
        }
        self.chats[str(user_id)] = known | {name: value for name, value in person.items() if value is not None}
        self.tell("people", user_id)
        return self.public_user(user_id)

    def set_bot_rights(self, chat_id: int, rights: Iterable[str] | None) -> None:
        """Makes the bot an administrator with these rights, or (None) removes it."""
        self.chats[str(chat_id)]["rights"] = None if rights is None else list(rights)
        self.tell("people", chat_id)

    def set_language(self, user_id: int, language_code: str) -> None:
        """The person changes the language of their app."""
        self._person(user_id)["language_code"] = language_code
        self.tell("people", user_id)

    # -- writing -----------------------------------------------------------------------------------------------------

    def user_starts(self, user_id: int, payload: str = "") -> Message:
        """Opens t.me/<bot>?start=<payload> and taps START; unblocks the bot where it was blocked."""
        if len(payload) > 64 or not all(c.isascii() and (c.isalnum() or c in "_-") for c in payload):
            raise Impossible(f"no app opens a deep link with the payload {payload!r}")
        return self.user_sends_text(user_id, f"/start {payload}".strip())

    def user_sends_text(
        self, user_id: int, text: str, chat_id: int | None = None, reply_to: int | None = None
    ) -> Message:
        """Writes a text; commands in it are entities. Longer than 4096 characters, an app would split it."""
        if not text.strip() or len(text) > 4096:
            raise Impossible("a text has 1 to 4096 characters")
        entities = with_detected(text, [])
        fields = {"text": text} | ({"entities": entities} if entities else {})
        if chat_id is not None and self._is_ephemeral(user_id, chat_id, text):
            return self._say_aside(user_id, self.chats[str(chat_id)], fields)
        return self._say(user_id, fields, chat_id, reply_to)

    def user_sends_photo(
        self,
        user_id: int,
        data: bytes,
        caption: str = "",
        media_group_id: str | None = None,
        *,
        chat_id: int | None = None,
        reply_to: int | None = None,
    ) -> Message:
        """Sends a picture; the pictures of an album are sent one after the other with one `media_group_id`."""
        fields = {"photo": self.files.add_photo(data)} | _captioned(caption)
        return self._say(
            user_id, fields | ({"media_group_id": media_group_id} if media_group_id else {}), chat_id, reply_to
        )

    def user_sends_document(
        self,
        user_id: int,
        data: bytes,
        name: str,
        caption: str = "",
        mime: str | None = None,
        *,
        reply_to: int | None = None,
    ) -> Message:
        """Sends a file."""
        fields = {"document": self.files.add_document(data, name, mime)} | _captioned(caption)
        return self._say(user_id, fields, reply_to=reply_to)

    def user_sends_contact(self, user_id: int, phone_number: str | None = None, *, of: int | None = None) -> Message:
        """Sends a contact: their own number, or that of another person."""
        whose = self._person(of or user_id)
        contact = {"phone_number": phone_number or whose["phone_number"], "first_name": whose["first_name"]}
        self._hide_one_time_keyboard(user_id)
        return self._say(user_id, {"contact": contact | {"user_id": whose["id"]}})

    def user_sends_location(self, user_id: int, latitude: float, longitude: float) -> Message:
        """Sends where they are."""
        self._hide_one_time_keyboard(user_id)
        return self._say(user_id, {"location": {"latitude": latitude, "longitude": longitude}})

    def user_edits_text(self, user_id: int, message_id: int, text: str) -> Message:
        """Changes an own message."""
        record = self.record(self._person(user_id), message_id)
        if record is None or record["mine"] or "text" not in record["message"]:
            raise Impossible("only one's own text can be edited")
        message: Message = {name: value for name, value in record["message"].items() if name != "entities"}
        entities = with_detected(text, [])
        record["message"] = message | {"text": text, "edit_date": int(self.now())}
        record["message"] |= {"entities": entities} if entities else {}
        self.updates.add("edited_message", record["message"])
        self.tell("edited", user_id, message=self.seen(record))
        return self.seen(record)

    def person_posts(self, chat_id: int, text: str) -> Message:
        """A human administrator posts in a channel."""
        message = self.post(self.chats[str(chat_id)], {"text": text}, mine=False)
        if self.chats[str(chat_id)]["rights"] is not None:
            self.updates.add("channel_post", message)
        return message

    # -- buttons -----------------------------------------------------------------------------------------------------

    def user_presses(
        self,
        user_id: int,
        chat_id: int,
        message_id: int,
        callback_data: str | None = None,
        *,
        label: str | None = None,
        forged: bool = False,
    ) -> str:
        """Presses an inline button, named by its data or by how its label begins; the id of the callback query.

        Raises Impossible when the message has no such button, unless `forged`: an old or modified app that sends any
        data, even from a message that is gone. The bot's answer appears in `callback_answers[id]`.
        """
        chat = self.chats[str(chat_id)]
        record = self.record(chat, message_id)
        if not forged:
            button = self.find_button(
                self.message(chat_id, message_id), label if label is not None else "", callback_data
            )
            if "callback_data" not in button:
                raise Impossible(f"the button {button['text']!r} sends no callback")
            callback_data = button["callback_data"]
        seen = record["message"] if record else {"chat": self.public_chat(chat), "message_id": message_id, "date": 0}
        query_id = self.ask("callback", user_id=user_id, chat_id=chat_id, message_id=message_id)
        query = {"id": query_id, "from": self.public_user(user_id), "message": seen, "chat_instance": str(-chat_id)}
        self.updates.add("callback_query", query | {"data": callback_data})
        self.tell("pressed", chat_id, query_id=query_id, user_id=user_id, message_id=message_id)
        return query_id

    def user_presses_reply_button(self, user_id: int, label: str) -> Message:
        """Presses a button of the reply keyboard, named by how its label begins."""
        keyboard = self.reply_keyboards.get(str(user_id), {"keyboard": []})
        for button in (button for row in keyboard["keyboard"] for button in row):
            if button["text"].startswith(label):
                break
        else:
            raise Impossible(f"no reply button begins with {label!r}")
        if button.get("request_contact"):
            return self.user_sends_contact(user_id)
        if button.get("request_location"):
            return self.user_sends_location(user_id, 59.9386, 30.3141)  # where the sample shop is
        self._hide_one_time_keyboard(user_id)
        return self.user_sends_text(user_id, button["text"])

    def user_types_inline(self, user_id: int, query: str, offset: str = "") -> str:
        """Types @bot and a query; the id. The bot's answer appears in `inline_answers[id]`."""
        query_id = self.ask("inline", user_id=user_id)
        asked = {"id": query_id, "from": self.public_user(user_id), "query": query, "offset": offset}
        self.updates.add("inline_query", asked | {"chat_type": "sender"})
        return query_id

    def user_picks_inline_result(
        self, user_id: int, query_id: str, result_id: str, chat_id: int | None = None
    ) -> Message:
        """Sends one of the inline results to a chat, by default the one with the bot."""
        results = self.inline_answers.get(query_id, {"results": []})["results"]
        result = next((result for result in results if result["id"] == result_id), None)
        if result is None:
            raise Impossible(f"there is no result {result_id!r} to pick")
        chosen = {"result_id": result_id, "from": self.public_user(user_id), "query": ""}
        self.updates.add("chosen_inline_result", chosen)
        return self._say(user_id, result["message"] | {"via_bot": dict(self.bot)}, chat_id)

    # -- paying --------------------------------------------------------------------------------------------------------

    def user_pays_invoice(
        self,
        user_id: int,
        message_id: int | None = None,
        *,
        link: str | None = None,
        order_info: dict[str, Any] | None = None,
        again: bool = False,
    ) -> str:
        """Confirms an invoice (a message of the own chat, or a link); the id of the pre-checkout query.

        The bot's answer appears in `pre_checkout_answers[id]`; after a yes the successful_payment message follows.
        """
        key = link or f"{user_id}/{message_id}"
        terms = self.invoices.get(key)
        if terms is None:
            raise Impossible("there is no such invoice")
        if terms.get("paid") and not again and link is None:
            raise Impossible("this invoice is paid: its button shows the receipt")
        query_id = self.ask("pre_checkout", user_id=user_id, invoice=key, order_info=order_info)
        shown = terms["shown"]
        asked = {"id": query_id, "from": self.public_user(user_id), "currency": shown["currency"]}
        asked |= {"total_amount": shown["total_amount"], "invoice_payload": terms["payload"]}
        self.updates.add("pre_checkout_query", asked | ({"order_info": order_info} if order_info else {}))
        return query_id

    # -- coming and going --------------------------------------------------------------------------------------------

    def user_blocks(self, user_id: int) -> None:
        """Stops the bot."""
        self._membership(user_id, "blocked", "member", "kicked")

    def user_unblocks(self, user_id: int) -> None:
        """Lets the bot write again."""
        self._membership(user_id, "started", "kicked", "member")

    def user_deletes_account(self, user_id: int) -> None:
        """Nobody tells the bot; it gets 403 from then on."""
        self._person(user_id)["state"] = "deactivated"

    def user_deletes_message(self, user_id: int, message_id: int) -> None:
        """Takes a message away for both sides; the bot is not told."""
        chat = self._person(user_id)
        if self.record(chat, message_id) is None:
            raise Impossible("there is no such message")
        self.remove(chat, message_id)

    # -- reading -----------------------------------------------------------------------------------------------------

    def message(self, chat_id: int, message_id: int) -> Message:
        """One message as a person sees it. Raises Impossible when it is not there."""
        record = self.records.get(str(chat_id), {}).get(message_id)
        if record is None:
            raise Impossible(f"there is no message {message_id} in the chat {chat_id}")
        return self.seen(record)

    def last_message(self, chat_id: int, *, by_bot: bool = True) -> Message:
        """The newest message of a chat, of the bot's unless told otherwise."""
        kept = self.records.get(str(chat_id), {})
        numbers = [number for number, record in kept.items() if record["mine"] or not by_bot]
        return self.message(chat_id, max(numbers, default=0))

    def find_button(self, message: Message, label: str = "", callback_data: str | None = None) -> dict[str, Any]:
        """The first inline button whose label begins so (and has that data). Raises Impossible when none does."""
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        buttons: list[dict[str, Any]] = [button for row in rows for button in row]
        for button in buttons:
            if button["text"].startswith(label) and callback_data in {None, button.get("callback_data")}:
                return button
        labels = [button["text"] for button in buttons]
        raise Impossible(f"no button begins with {label!r} and sends {callback_data!r} among {labels}")

    def unanswered(self) -> list[str]:
        """Ids of presses whose button still spins: the bot has not answered them."""
        return [query_id for query_id, query in self.queries.items() if query["kind"] == "callback"]

    # -- inside ------------------------------------------------------------------------------------------------------

    def _say(
        self, user_id: int, fields: dict[str, Any], chat_id: int | None = None, reply_to: int | None = None
    ) -> Message:
        person = self._person(user_id)
        chat = self.chats[str(chat_id)] if chat_id is not None else person
        if user_id not in chat.get("members", [user_id]):
            raise Impossible(f"{user_id} is no member of {chat_id}")
        if chat is person:
            if person["state"] == "blocked":
                self.user_unblocks(user_id)
            person["state"] = "started"
        if reply_to is not None:
            fields = fields | {"reply_to_message": self.message(chat["id"], reply_to)}
        message = self.post(chat, fields, mine=False, author=user_id)
        if self._reaches_bot(chat, message):
            self.updates.add("message", message)
        return message

    def _hide_one_time_keyboard(self, user_id: int) -> None:
        keyboard = self.reply_keyboards.get(str(user_id), {})
        if keyboard.get("one_time_keyboard"):
            del self.reply_keyboards[str(user_id)]
            self.tell("keyboard", user_id, markup={"remove_keyboard": True})

    def _membership(self, user_id: int, state: str, old: str, new: str) -> None:
        person = self._person(user_id)
        if person["state"] == state:
            return
        person["state"] = state
        change = {
            "chat": self.public_chat(person),
            "from": self.public_user(user_id),
            "date": int(self.now()),
            "old_chat_member": self._bot_as(old),
            "new_chat_member": self._bot_as(new),
        }
        self.updates.add("my_chat_member", change)
        self.tell("people", user_id)

    def _bot_as(self, status: str) -> dict[str, Any]:
        return {"status": status, "user": dict(self.bot)} | ({"until_date": 0} if status == "kicked" else {})


def _captioned(caption: str) -> dict[str, Any]:
    if not caption:
        return {}
    entities = with_detected(caption, [])
    return {"caption": caption} | ({"caption_entities": entities} if entities else {})
