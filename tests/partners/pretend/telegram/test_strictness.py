"""Is each limit of Telegram enforced, in Telegram's words?"""

from collections.abc import Callable
from typing import Any

import pytest

from bot.partners.pretend.telegram.refusals import NOT_MODIFIED
from bot.partners.pretend.telegram.server import PretendTelegram

ANNA, BORIS, CHANNEL = 101, 102, -1001
Ask = Any
Picture = Callable[..., bytes]


def inline(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("я" * 4096, None),
        ("<b>" + "я" * 4096 + "</b>", None),
        ("я" * 4097, "Bad Request: message is too long"),
        ("🖼" * 2049, "Bad Request: message is too long"),
        ("  \n ", "Bad Request: message text is empty"),
        ("<b></b>", "Bad Request: message text is empty"),
        ("\ud83d", "Bad Request: strings must be encoded in UTF-8"),
    ],
)
async def test_a_text_has_1_to_4096_characters_after_parsing(ask: Ask, text: str, refusal: str | None) -> None:
    answer = await ask("sendMessage", chat_id=ANNA, text=text, parse_mode="HTML")
    assert (answer if isinstance(answer, str) else None) == refusal


async def test_a_caption_has_at_most_1024_characters(ask: Ask, picture: Picture) -> None:
    files = {"photo": ("x.jpg", picture())}
    assert (await ask("sendPhoto", files, chat_id=ANNA, caption="x" * 1024))["caption"]
    assert await ask("sendPhoto", files, chat_id=ANNA, caption="x" * 1025) == "Bad Request: message caption is too long"


@pytest.mark.parametrize("mode", ["Markdown", "MarkdownV2", "BBCode"])
async def test_only_html_is_a_parse_mode_here(ask: Ask, telegram: PretendTelegram, mode: str) -> None:
    assert isinstance(await ask("sendMessage", chat_id=ANNA, text="x", parse_mode=mode), str)
    assert telegram.defects


@pytest.mark.parametrize(
    ("button", "refusal"),
    [
        ({"text": "x", "callback_data": "я" * 32}, None),
        ({"text": "x", "callback_data": "я" * 32 + "x"}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": " ", "callback_data": "x"}, "inline keyboard button text must be non-empty"),
        (
            {"text": "x"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": "x", "callback_data": "x", "style": "success"}, None),
        (
            {"text": "x", "callback_data": "x", "style": "green"},
            "can't parse inline keyboard button: invalid button style specified",
        ),
        ({"text": "x", "copy_text": {"text": "V-1042"}}, None),
        ({"text": "x", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "x", "url": "https://x.org/a"}, None),
        ({"text": "x", "url": "http://127.0.0.1:8080/pay"}, None),
        ({"text": "x", "url": "tg://user?id=1"}, None),
        (
            {"text": "x", "url": "http://localhost/pay"},
            "inline keyboard button URL 'http://localhost/pay' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x", "url": "ftp://x.org"},
            "inline keyboard button URL 'ftp://x.org' is invalid: Unsupported URL protocol",
        ),
        ({"text": "x", "switch_inline_query": ""}, None),
        ({"text": "x", "pay": True}, "BUTTON_TYPE_INVALID"),
        ({"text": "x", "callback": "x"}, "field 'callback' is unknown to InlineKeyboardButton"),
        (
            {"text": "x", "callback_data": "x", "url": "https://x.org"},
            "an inline keyboard button has exactly one action, not url and callback_data",
        ),
    ],
)
async def test_an_inline_button_is_checked(ask: Ask, button: dict[str, Any], refusal: str | None) -> None:
    answer = await ask("sendMessage", chat_id=ANNA, text="x", reply_markup=inline(button))
    assert (answer if isinstance(answer, str) else None) == (refusal and f"Bad Request: {refusal}")


async def test_a_keyboard_has_at_most_100_buttons_and_8_a_row(ask: Ask) -> None:
    button = {"text": "x", "callback_data": "x"}
    for rows, fits in (([[button] * 5] * 20, True), ([[button] * 5] * 21, False), ([[button] * 9], False)):
        answer = await ask("sendMessage", chat_id=ANNA, text="x", reply_markup={"inline_keyboard": rows})
        assert isinstance(answer, dict) == fits


async def test_reply_keyboards_are_for_people_and_edits_take_inline_ones_only(ask: Ask) -> None:
    keyboard = {"keyboard": [[{"text": "📞", "request_contact": True}]], "resize_keyboard": True}
    expected = "Bad Request: inline keyboard expected"
    assert await ask("sendMessage", chat_id=CHANNEL, text="x", reply_markup=keyboard) == expected
    with_keyboard = await ask("sendMessage", chat_id=ANNA, text="x", reply_markup=keyboard)
    assert "reply_markup" not in with_keyboard
    where = {"chat_id": ANNA, "message_id": with_keyboard["message_id"]}
    assert await ask("editMessageText", **where, text="y") == "Bad Request: message can't be edited"
    plain = await ask("sendMessage", chat_id=ANNA, text="x")
    where["message_id"] = plain["message_id"]
    assert await ask("editMessageText", **where, text="y", reply_markup=keyboard) == expected
    for fine in ({"remove_keyboard": True}, {"force_reply": True, "input_field_placeholder": "Name"}):
        assert isinstance(await ask("sendMessage", chat_id=ANNA, text="x", reply_markup=fine), dict)


async def test_edits_need_a_change_a_message_and_the_right_kind(ask: Ask, picture: Picture) -> None:
    markup = inline({"text": "x", "callback_data": "x"})
    text = await ask("sendMessage", chat_id=ANNA, text="<b>x</b>", parse_mode="HTML", reply_markup=markup)
    photo = await ask("sendPhoto", {"photo": ("x.jpg", picture())}, chat_id=ANNA, caption="x")
    at_text = {"chat_id": ANNA, "message_id": text["message_id"]}
    at_photo = {"chat_id": ANNA, "message_id": photo["message_id"]}
    assert await ask("editMessageText", **at_text, text="<i>x</i>", parse_mode="HTML", reply_markup=markup)
    same = await ask("editMessageText", **at_text, text=" <i>x</i>", parse_mode="HTML", reply_markup=markup)
    assert same == NOT_MODIFIED
    assert await ask("editMessageReplyMarkup", **at_text, reply_markup=markup) == NOT_MODIFIED
    assert "reply_markup" not in await ask("editMessageReplyMarkup", **at_text)
    assert await ask("editMessageText", **at_photo, text="y") == "Bad Request: there is no text in the message to edit"
    assert await ask("editMessageCaption", **at_photo, caption="x") == NOT_MODIFIED
    assert (
        await ask("editMessageCaption", **at_text, caption="y")
        == "Bad Request: there is no caption in the message to edit"
    )
    missing = {"chat_id": ANNA, "message_id": 999}
    assert await ask("editMessageText", **missing, text="y") == "Bad Request: message to edit not found"


async def test_a_text_becomes_a_photo_and_never_a_text_again(
    ask: Ask, telegram: PretendTelegram, picture: Picture
) -> None:
    message = await ask("sendMessage", chat_id=ANNA, text="x")
    where = {"chat_id": ANNA, "message_id": message["message_id"]}
    media = {"type": "photo", "media": "attach://new", "caption": "<b>c</b>", "parse_mode": "HTML"}
    edited = await ask("editMessageMedia", {"new": ("x.jpg", picture())}, **where, media=media)
    assert "text" not in edited
    assert (edited["caption"], edited["caption_entities"][0]["type"]) == ("c", "bold")
    again = {"type": "photo", "media": edited["photo"][-1]["file_id"], "caption": "c", "caption_entities": []}
    assert "caption_entities" not in await ask("editMessageMedia", **where, media=again)
    assert await ask("editMessageMedia", **where, media=again) == NOT_MODIFIED
    assert await ask("editMessageText", **where, text="y") == "Bad Request: there is no text in the message to edit"
    assert telegram.defects == []


async def test_a_persons_message_is_not_the_bots_to_edit(ask: Ask, telegram: PretendTelegram) -> None:
    theirs = telegram.user_sends_text(ANNA, "x")["message_id"]
    refusal = await ask("editMessageText", chat_id=ANNA, message_id=theirs, text="y")
    assert refusal == "Bad Request: message can't be edited"


async def test_messages_are_deleted_within_48_hours(ask: Ask, telegram: PretendTelegram, time: Any) -> None:
    old = (await ask("sendMessage", chat_id=ANNA, text="x"))["message_id"]
    time.at += 48 * 3600 + 1
    new = (await ask("sendMessage", chat_id=ANNA, text="x"))["message_id"]
    cannot = "Bad Request: message can't be deleted for everyone"
    assert await ask("deleteMessage", chat_id=ANNA, message_id=old) == cannot
    assert await ask("deleteMessages", chat_id=ANNA, message_ids=[old, new]) == cannot
    assert await ask("deleteMessages", chat_id=ANNA, message_ids=[new, 999]) is True
    assert await ask("deleteMessage", chat_id=ANNA, message_id=new) == "Bad Request: message to delete not found"
    assert [message["message_id"] for message in telegram.chat(ANNA)] == [old]


async def test_people_are_written_to_only_while_they_let_the_bot(ask: Ask, telegram: PretendTelegram) -> None:
    async def send() -> Any:
        return await ask("sendMessage", chat_id=BORIS, text="x")

    assert await send() == "Forbidden: bot can't initiate conversation with a user"
    telegram.user_starts(BORIS)
    assert (await send())["text"] == "x"
    telegram.user_blocks(BORIS)
    assert await send() == "Forbidden: bot was blocked by the user"
    telegram.user_unblocks(BORIS)
    assert (await send())["text"] == "x"
    telegram.user_deletes_account(BORIS)
    assert await send() == "Forbidden: user is deactivated"


async def test_a_channel_takes_posts_from_administrators_with_the_right(ask: Ask, telegram: PretendTelegram) -> None:
    post = await ask("sendMessage", chat_id="@Showcase", text="x")
    assert post["sender_chat"]["id"] == post["chat"]["id"] == CHANNEL
    theirs = telegram.person_posts(CHANNEL, "by hand")["message_id"]
    assert (await ask("editMessageText", chat_id=CHANNEL, message_id=theirs, text="mended"))["text"] == "mended"
    telegram.set_bot_rights(CHANNEL, ["can_edit_messages"])
    refusal = await ask("sendMessage", chat_id=CHANNEL, text="x")
    assert refusal == "Bad Request: need administrator rights in the channel chat"
    telegram.set_bot_rights(CHANNEL, None)
    refusal = await ask("sendMessage", chat_id=CHANNEL, text="x")
    assert refusal == "Forbidden: bot is not a member of the channel chat"


async def test_a_group_takes_messages_from_members(ask: Ask, telegram: PretendTelegram) -> None:
    telegram.add_channel(-1002, title="Friends", kind="supergroup", rights=())
    said = telegram.user_sends_text(ANNA, "hello", chat_id=-1002)
    assert (await ask("sendMessage", chat_id=-1002, text="hi", reply_to_message_id=said["message_id"]))["from"][
        "is_bot"
    ]
    assert await ask("setMessageReaction", chat_id=-1002, message_id=said["message_id"]) is True
    telegram.set_bot_rights(-1002, None)
    refusal = await ask("sendMessage", chat_id=-1002, text="x")
    assert refusal == "Forbidden: bot is not a member of the supergroup chat"


async def test_the_bot_and_its_chats_can_be_looked_up(ask: Ask, telegram: PretendTelegram) -> None:
    assert (await ask("getMe"))["username"] == "vernissage_bot"
    member = await ask("getChatMember", chat_id="@showcase", user_id=4200)
    assert (member["status"], member["can_post_messages"]) == ("administrator", True)
    assert (await ask("getChatMember", chat_id="@showcase", user_id=BORIS))["status"] == "creator"
    assert [row["user"]["id"] for row in await ask("getChatAdministrators", chat_id=CHANNEL)] == [BORIS]
    post = (await ask("sendMessage", chat_id=CHANNEL, text="x"))["message_id"]
    assert await ask("pinChatMessage", chat_id=CHANNEL, message_id=post) is True
    assert (await ask("getChat", chat_id="@showcase"))["pinned_message"]["message_id"] == post
    assert await ask("unpinChatMessage", chat_id=CHANNEL) is True
    assert "pinned_message" not in await ask("getChat", chat_id="@showcase")
    mine = (await ask("sendMessage", chat_id=ANNA, text="x"))["message_id"]
    assert await ask("pinChatMessage", chat_id=ANNA, message_id=mine) is True
    assert telegram.last_message(ANNA)["pinned_message"]["message_id"] == mine


async def test_pictures_are_real_and_neither_huge_nor_narrow(ask: Ask, picture: Picture) -> None:
    heavy = picture() + b"x" * 10 * 1024 * 1024
    for data, refusal in (
        (b"not a picture", "IMAGE_PROCESS_FAILED"),
        (b"", "file must be non-empty"),
        (picture(420, 20), "PHOTO_INVALID_DIMENSIONS"),
        (picture(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (
            heavy,
            f"file of size {len(heavy)} bytes is too big for a photo; the maximum size is 10485760 bytes",
        ),
    ):
        answer = await ask("sendPhoto", {"photo": ("x.jpg", data)}, chat_id=ANNA)
        assert answer == f"Bad Request: {refusal}"
    assert (await ask("sendPhoto", {"photo": ("x.jpg", picture(400, 20))}, chat_id=ANNA))["photo"]


async def test_a_file_id_is_known_and_of_the_right_kind(ask: Ask) -> None:
    sent = await ask("sendDocument", {"document": ("a.csv", b"a;b")}, chat_id=ANNA)
    file_id = sent["document"]["file_id"]
    assert (sent["document"]["file_name"], sent["document"]["mime_type"]) == ("a.csv", "text/csv")
    assert (
        await ask("sendPhoto", chat_id=ANNA, photo=file_id) == "Bad Request: can't use file of type Document as Photo"
    )
    assert (await ask("sendDocument", chat_id=ANNA, document=file_id))["document"] == sent["document"]
    assert (await ask("sendPhoto", chat_id=ANNA, photo="AgAC")).startswith("Bad Request: wrong remote file identifier")
    missing = "Bad Request: wrong file_id or the file is temporarily unavailable"
    assert await ask("getFile", file_id="AgAC") == missing
    assert await ask("sendPhoto", chat_id=ANNA, photo="https://x.org/a.jpg") == (
        "Bad Request: failed to get HTTP URL content"
    )


async def test_files_over_20_mb_cannot_be_downloaded(ask: Ask) -> None:
    sent = await ask("sendDocument", {"document": ("big.zip", b"x" * (20 * 1024 * 1024 + 1))}, chat_id=ANNA)
    assert await ask("getFile", file_id=sent["document"]["file_id"]) == "Bad Request: file is too big"


async def test_an_album_has_2_to_10_media_of_one_kind_and_no_keyboard(ask: Ask, picture: Picture) -> None:
    files = {"a": ("a.jpg", picture()), "b": ("b.txt", b"x")}
    photo, document = {"type": "photo", "media": "attach://a"}, {"type": "document", "media": "attach://b"}
    for media, fits in (([photo] * 2, True), ([photo] * 10, True), ([photo], False), ([photo] * 11, False)):
        answer = await ask("sendMediaGroup", files, chat_id=ANNA, media=media)
        assert isinstance(answer, list) == fits, answer
    mixed = await ask("sendMediaGroup", files, chat_id=ANNA, media=[photo, document])
    assert mixed == "Bad Request: can't use the media of the specified type in the album"
    with_keyboard = await ask("sendMediaGroup", files, chat_id=ANNA, media=[photo] * 2, reply_markup={})
    assert with_keyboard == "Bad Request: parameter 'reply_markup' is unknown to sendMediaGroup"


async def test_a_reply_needs_its_message(ask: Ask) -> None:
    first = await ask("sendMessage", chat_id=ANNA, text="x")
    reply = {"message_id": first["message_id"]}
    assert (await ask("sendMessage", chat_id=ANNA, text="y", reply_parameters=reply))["reply_to_message"] == first
    gone = {"message_id": 999}
    refusal = await ask("sendMessage", chat_id=ANNA, text="y", reply_parameters=gone)
    assert refusal == "Bad Request: message to be replied not found"
    lenient = gone | {"allow_sending_without_reply": True}
    assert "reply_to_message" not in await ask("sendMessage", chat_id=ANNA, text="y", reply_parameters=lenient)


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"commands": [{"command": "Start", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "start", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "start", "description": "x" * 257}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "start", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [], "language_code": "rus"}, "invalid language code specified"),
        ({"commands": [], "scope": {"type": "galaxy"}}, "can't parse BotCommandScope: Unsupported type specified"),
    ],
)
async def test_commands_are_checked(ask: Ask, params: dict[str, Any], refusal: str) -> None:
    assert await ask("setMyCommands", **params) == f"Bad Request: {refusal}"


async def test_the_bots_own_texts_have_their_lengths(ask: Ask) -> None:
    for method, field, longest in (
        ("MyName", "name", 64),
        ("MyDescription", "description", 512),
        ("MyShortDescription", "short_description", 120),
    ):
        assert await ask(f"set{method}", **{field: "x" * longest}, language_code="ru") is True
        assert isinstance(await ask(f"set{method}", **{field: "x" * (longest + 1)}), str)
        assert await ask(f"get{method}", language_code="ru") == {field: "x" * longest}


async def test_actions_and_reactions_are_those_that_exist(ask: Ask, telegram: PretendTelegram) -> None:
    message_id = telegram.user_sends_text(ANNA, "x")["message_id"]
    assert await ask("sendChatAction", chat_id=ANNA, action="typing") is True
    assert await ask("sendChatAction", chat_id=ANNA, action="painting") == (
        "Bad Request: wrong parameter action in request"
    )
    where = {"chat_id": ANNA, "message_id": message_id}
    assert await ask("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": "❤"}]) is True
    refusal = await ask("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": "🖼"}])
    assert refusal == "Bad Request: REACTION_INVALID"
