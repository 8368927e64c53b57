"""Is the pretend Telegram as strict about albums, pins and deleted posts in a channel as the real one?"""

from collections.abc import Callable
from typing import Any

import pytest

from bot.partners.pretend.telegram.server import PretendTelegram
from tests.partners.pretend.telegram.conftest import ANNA, CHANNEL, Ask

Picture = Callable[..., bytes]
KEYS = {"inline_keyboard": [[{"text": "x", "url": "https://example.org"}]]}


async def an_album(ask: Ask, picture: Picture, chat: int, count: int = 3) -> list[dict[str, Any]]:
    media = [{"type": "photo", "media": f"attach://{n}"} for n in range(count)]
    media[0] |= {"caption": "<b>x</b>", "parse_mode": "HTML"}
    files = {str(n): (f"{n}.jpg", picture()) for n in range(count)}
    sent: list[dict[str, Any]] = await ask("sendMediaGroup", files, chat_id=chat, media=media)
    return sent


@pytest.mark.parametrize("chat", [CHANNEL, ANNA])
async def test_the_caption_of_an_album_is_edited_and_takes_no_keyboard(
    ask: Ask, telegram: PretendTelegram, picture: Picture, chat: int
) -> None:
    first, *others = await an_album(ask, picture, chat)
    assert len({message["media_group_id"] for message in (first, *others)}) == 1
    where = {"chat_id": chat, "message_id": first["message_id"]}
    edited = await ask("editMessageCaption", **where, caption="y")
    assert (edited["caption"], edited["media_group_id"]) == ("y", first["media_group_id"])
    assert telegram.defects == []
    refused = "Bad Request: message can't be edited"
    assert await ask("editMessageCaption", **where, caption="z", reply_markup=KEYS) == refused
    assert await ask("editMessageReplyMarkup", **where, reply_markup=KEYS) == refused
    assert len(telegram.defects) == 2
    telegram.defects.clear()


@pytest.mark.parametrize("count", [1, 11])
async def test_an_album_has_two_to_ten_media(ask: Ask, telegram: PretendTelegram, picture: Picture, count: int) -> None:
    media = [{"type": "photo", "media": f"attach://{n}"} for n in range(count)]
    files = {str(n): (f"{n}.jpg", picture()) for n in range(count)}
    assert str(await ask("sendMediaGroup", files, chat_id=CHANNEL, media=media)).startswith("Bad Request")
    assert len(telegram.defects) == 1
    telegram.defects.clear()


async def test_pinning_in_a_channel_takes_the_right_to_edit(ask: Ask, telegram: PretendTelegram) -> None:
    post = await ask("sendMessage", chat_id=CHANNEL, text="x")
    where = {"chat_id": CHANNEL, "message_id": post["message_id"]}
    telegram.set_bot_rights(CHANNEL, ["can_post_messages", "can_delete_messages"])
    refusal = "Bad Request: not enough rights to manage pinned messages in the chat"
    assert await ask("pinChatMessage", **where) == refusal
    assert await ask("unpinChatMessage", **where) == refusal
    telegram.set_bot_rights(CHANNEL, ["can_edit_messages"])
    for _ in range(2):
        assert await ask("pinChatMessage", **where, disable_notification=True) is True
    assert telegram.pinned[str(CHANNEL)] == [post["message_id"]]
    missing = {"chat_id": CHANNEL, "message_id": 999}
    assert await ask("pinChatMessage", **missing) == "Bad Request: message to pin not found"
    assert await ask("unpinChatMessage", **where) is True
    assert telegram.pinned[str(CHANNEL)] == []
    telegram.set_bot_rights(CHANNEL, None)
    assert await ask("pinChatMessage", **where) == "Forbidden: bot is not a member of the channel chat"


async def test_a_deleted_post_is_pinned_no_longer(ask: Ask, telegram: PretendTelegram) -> None:
    post = await ask("sendMessage", chat_id=CHANNEL, text="x")
    where = {"chat_id": CHANNEL, "message_id": post["message_id"]}
    await ask("pinChatMessage", **where)
    assert await ask("deleteMessage", **where) is True
    assert telegram.pinned[str(CHANNEL)] == []


async def test_own_posts_are_deleted_young_and_everything_with_the_right_to_delete(
    ask: Ask, telegram: PretendTelegram, time: Any
) -> None:
    cannot = "Bad Request: message can't be deleted for everyone"

    async def post() -> dict[str, int]:
        return {"chat_id": CHANNEL, "message_id": (await ask("sendMessage", chat_id=CHANNEL, text="x"))["message_id"]}

    old, theirs = await post(), telegram.person_posts(CHANNEL, "by hand")["message_id"]
    time.at += 48 * 3600 + 1
    young = await post()
    telegram.set_bot_rights(CHANNEL, ["can_post_messages"])
    assert await ask("deleteMessage", **old) == cannot
    assert await ask("deleteMessage", chat_id=CHANNEL, message_id=theirs) == cannot
    assert await ask("deleteMessage", **young) is True
    telegram.set_bot_rights(CHANNEL, ["can_edit_messages"])
    assert await ask("deleteMessage", **old) == cannot
    telegram.set_bot_rights(CHANNEL, ["can_delete_messages"])
    assert await ask("deleteMessages", chat_id=CHANNEL, message_ids=[old["message_id"], theirs]) is True
