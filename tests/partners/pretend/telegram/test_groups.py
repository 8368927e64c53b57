"""Does a group reach the bot, and the bot its members, only as Telegram lets it?"""

from typing import Any

import pytest

from bot.partners.pretend.telegram.refusals import Impossible
from bot.partners.pretend.telegram.server import PretendTelegram
from tests.partners.pretend.telegram.conftest import Time

ANNA, BORIS, CHANNEL, GROUP = 101, 102, -1001, -1002
Ask = Any
NO_RIGHTS = "Bad Request: not enough rights to send ephemeral messages to the chat"


@pytest.fixture
def group(telegram: PretendTelegram) -> PretendTelegram:
    telegram.add_group(GROUP, "Friends", [ANNA])
    return telegram


def told(telegram: PretendTelegram) -> list[str]:
    return [update["message"]["text"] for update in telegram.updates.waiting if "message" in update]


def test_an_ordinary_member_gets_commands_and_answers_to_it_and_no_talk(group: PretendTelegram) -> None:
    for text in ("hello", "/help", "/help@vernissage_bot", "/help@other_bot", "see /help", "/help me"):
        group.user_sends_text(ANNA, text, GROUP)
    mine = group.post(group.chats[str(GROUP)], {"text": "?"}, mine=True)
    group.user_sends_text(ANNA, "an answer", GROUP, reply_to=mine["message_id"])
    assert told(group) == ["/help", "/help@vernissage_bot", "/help me", "an answer"]
    group.set_bot_rights(GROUP, ["can_delete_messages"])
    group.user_sends_text(ANNA, "hello again", GROUP)
    assert told(group)[-1] == "hello again"
    group.set_bot_rights(GROUP, None)
    group.user_sends_text(ANNA, "/help", GROUP)
    assert told(group)[-1] == "hello again"
    with pytest.raises(Impossible):
        group.user_sends_text(BORIS, "/help", GROUP)


async def test_a_command_of_the_groups_menu_is_seen_by_its_sender_and_the_bot(group: PretendTelegram, ask: Ask) -> None:
    menu = [{"command": "help", "description": "Help", "is_ephemeral": True}]
    await ask("setMyCommands", commands=menu, scope={"type": "all_group_chats"})
    group.join_group(BORIS, GROUP)
    sent = group.user_sends_text(ANNA, "/help", GROUP)
    assert (sent["message_id"], sent["ephemeral_message_id"], sent["receiver_user"]["is_bot"]) == (0, 1, True)
    assert [message["text"] for message in group.chat_of(GROUP, ANNA)] == ["/help"]
    assert group.chat_of(GROUP, BORIS) == []
    group.old_apps = True
    assert group.user_sends_text(ANNA, "/help", GROUP)["message_id"] > 0


async def test_a_whisper_needs_a_fresh_command_a_fresh_press_or_an_administrator(
    group: PretendTelegram, ask: Ask, time: Time
) -> None:
    menu = [{"command": "help", "description": "Help", "is_ephemeral": True}]
    await ask("setMyCommands", commands=menu, scope={"type": "all_group_chats"})

    async def whisper(**more: Any) -> Any:
        where = {"receiver_user_id": ANNA, **more.pop("to", {})}
        return await ask("sendMessage", chat_id=GROUP, text="psst", ephemeral_message_parameters=where, **more)

    assert await whisper() == NO_RIGHTS
    command = group.user_sends_text(ANNA, "/help", GROUP)
    answer = {"reply_parameters": {"ephemeral_message_id": command["ephemeral_message_id"]}}
    said = await whisper(**answer)
    assert (said["message_id"], said["receiver_user"]["id"]) == (0, ANNA)
    assert said["reply_to_message"]["text"] == "/help"
    assert (
        await whisper(reply_parameters={"ephemeral_message_id": 99}) == "Bad Request: message to be replied not found"
    )
    post = await ask(
        "sendMessage",
        chat_id=GROUP,
        text="x",
        reply_markup={"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]},
    )
    query = group.user_presses(ANNA, GROUP, post["message_id"], "x")
    assert isinstance(await whisper(to={"callback_query_id": query}), dict)
    time.at += 16
    assert await whisper(**answer) == NO_RIGHTS
    assert await whisper(to={"callback_query_id": query}) == NO_RIGHTS
    group.set_bot_rights(GROUP, ["can_delete_messages"])
    assert isinstance(await whisper(), dict)
    assert await whisper(to={"receiver_user_id": BORIS}) == "Bad Request: USER_NOT_PARTICIPANT"
    assert [message["text"] for message in group.chat(GROUP)] == ["x"]
    assert group.defects == []


async def test_whispers_are_for_groups_and_answers_to_them_are_whispers(group: PretendTelegram, ask: Ask) -> None:
    where = {"receiver_user_id": ANNA}
    for chat in (ANNA, CHANNEL):
        refused = await ask("sendMessage", chat_id=chat, text="x", ephemeral_message_parameters=where)
        assert refused == "Bad Request: ephemeral messages can be sent only to groups and supergroups"
    aloud = await ask("sendMessage", chat_id=GROUP, text="x", reply_parameters={"ephemeral_message_id": 1})
    assert aloud == "Bad Request: a reply to an ephemeral message is an ephemeral message itself"
    assert "ReplyKeyboard" not in str(group.defects)
    assert len(group.defects) == 3


async def test_the_bot_is_told_when_its_place_changes(group: PretendTelegram, ask: Ask) -> None:
    group.user_removes_bot(ANNA, GROUP)
    assert (await ask("sendMessage", chat_id=GROUP, text="x")).startswith("Forbidden: bot is not a member")
    group.user_adds_bot(ANNA, GROUP)
    group.user_adds_bot(ANNA, GROUP, ["can_delete_messages"])
    changes = [update["my_chat_member"] for update in group.updates.waiting]
    assert [(each["old_chat_member"]["status"], each["new_chat_member"]["status"]) for each in changes] == [
        ("member", "left"),
        ("left", "member"),
        ("member", "administrator"),
    ]
    assert (await ask("getChatMember", chat_id=GROUP, user_id=4200))["status"] == "administrator"


async def test_whispers_survive_a_restart(group: PretendTelegram, ask: Ask) -> None:
    group.set_bot_rights(GROUP, ["can_delete_messages"])
    await ask("sendMessage", chat_id=GROUP, text="psst", ephemeral_message_parameters={"receiver_user_id": ANNA})
    again = PretendTelegram("4200:pretend")
    again.load(group.dump())
    assert again.chat_of(GROUP, ANNA) == group.chat_of(GROUP, ANNA)
    older = group.dump()
    del older["asides"]
    again.load(older)
