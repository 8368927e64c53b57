"""Do questions reach the sellers and answers the buyer, once and in order, whatever happens between?"""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.basics.clock import MovableClock
from bot.basics.ids import OrderId, ProductId
from bot.basics.nursery import Nursery
from bot.jobs.outbox import OutboxJob
from bot.jobs.topics import payment_topics
from bot.partners.pretend.telegram.refusals import Impossible
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.conversations.rules import KEEP, MOST_AN_HOUR
from bot.shop.conversations.values import About, Typed
from bot.shop.orders.values import OrderState
from bot.shop.outbox.errors import NotNow
from bot.shop.outbox.values import Owed
from bot.storage.database import Database
from bot.telegram.deliver import Delivery
from bot.telegram.dispatcher import House, build_dispatcher
from bot.telegram.intake import Intake
from tests.support.counter import (
    EWA,
    LANGUAGES,
    MARIA,
    OWNER,
    PETER,
    ZONE,
    Counter,
    Message,
    Statements,
    all_texts,
    counter,
    labels,
    words,
)
from tests.support.pictures import painting

SECOND = 502
SELLERS = frozenset({OWNER, SECOND})


@pytest.fixture
async def at(database: Database, clock: MovableClock) -> AsyncIterator[Counter]:
    """A shop of two sellers."""
    async with counter(database, clock, SELLERS) as opened:
        opened.telegram.add_user(SECOND, "Олег", "ru", started=True)
        yield opened
        opened.assert_well_behaved()
        await opened.intake.drain()
        await opened.intake._nursery.close()


def house_of(at: Counter) -> House:
    return House(at.shop, at.database, all_texts(), "ru", SELLERS, ZONE, at.clock)


async def restart(at: Counter) -> None:
    """A new process over the same database and the same chats; what the old one was about to do is not done."""
    await at.intake._nursery.close()
    nursery, house = Nursery(), house_of(at)
    at.intake = Intake(at.bot, build_dispatcher(house, nursery), at.database, nursery)
    await at.intake.start()

    async def on_parked(row: Owed, error: str) -> None:
        at.parked.append((row, error))

    at.outbox = OutboxJob(
        at.shop.outbox,
        {**Delivery(house, at.bot, "vernissage_bot").topics(), **payment_topics(at.shop)},
        bell=at.database.bell("outbox"),
        every_s=1,
        clock=at.clock,
        on_parked=on_parked,
    )


async def an_order(at: Counter, buyer: int = MARIA) -> OrderId:
    """An accepted order, its 🎉 in the buyer's chat."""
    product = await at.work()
    await at.starts(buyer, f"p_{product}")
    await at.press(buyer, "⚡")
    await at.press(buyer, "🤝")
    await at.settled()
    person = await at.shop.customers.find(buyer)
    assert person is not None
    return (await at.shop.orders.mine(person.id))[0].id


async def replies(at: Counter, user: int, under: Message, text: str) -> Message:
    at.telegram.user_sends_text(user, text, reply_to=under["message_id"])
    await at.handle()
    return at.last(user)


def seen(at: Counter, chat: int, part: str) -> Message:
    """The newest message of the bot with these words in it."""
    for message in reversed(at.telegram.chat(chat)):
        if part in words(message) and message["from"]["is_bot"]:
            return message
    raise AssertionError(f"{part!r} is in none of {[words(each) for each in at.telegram.chat(chat)]}")


def count(at: Counter, chat: int, matches: Callable[[Message], Any]) -> int:
    return sum(bool(matches(message)) for message in at.telegram.chat(chat) if message["from"]["is_bot"])


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_a_question_with_photos_goes_there_and_the_answer_comes_back(at: Counter, buyer: int) -> None:
    await an_order(at, buyer)
    order = at.with_button(buyer, "💬")
    prompt = await at.press(buyer, "💬", order)
    assert words(prompt).startswith("💬")
    assert "V-1001" in words(prompt)
    assert prompt["message_id"] > order["message_id"], "the order stays as it is"
    passed = await at.says(buyer, "Можно ли раму <b>потемнее</b>?")
    assert words(passed).startswith("💬")
    at.telegram.user_sends_photo(buyer, painting(), "Вот такую")
    await at.handle()
    assert count(at, buyer, lambda each: words(each) == words(passed)) == 1, "said once, under the newest"
    await restart(at)
    await at.settled()
    for seller in SELLERS:
        asked = seen(at, seller, "<b>потемнее</b>")
        assert words(asked).startswith("💬")
        assert "V-1001" in words(asked)
        assert labels(asked) == [], "the newest message of the conversation carries the buttons"
        with_photo = seen(at, seller, "Вот такую")
        assert "photo" in with_photo
        assert with_photo["reply_to_message"]["message_id"] == asked["message_id"], "a thread"
        assert labels(with_photo)[0].startswith("💬")
    desk = await at.says(OWNER, "/desk")
    assert "Вопросы: 1" in words(desk)
    await replies(at, OWNER, seen(at, OWNER, "Вот такую"), "Есть ореховая, 123456")
    assert words(at.last(OWNER)).startswith("✅")
    await at.press(OWNER, "💬 Дописать", at.last(OWNER))
    at.telegram.user_sends_photo(OWNER, painting(), "Вот она, 12 000")
    await at.handle()
    await restart(at)
    await at.settled()
    answer = seen(at, buyer, "Есть ореховая")
    assert words(answer).startswith("💬")
    assert "photo" in seen(at, buyer, "Вот она")
    assert "Вопросы" not in words(await at.says(OWNER, "/desk"))
    assert any("Анна" in label for label in labels(seen(at, SECOND, "Вот такую"))), "who answered is shown to all"
    await replies(at, buyer, answer, "Беру её")
    await at.settled()
    again = seen(at, SECOND, "Беру её")
    page = await at.press(SECOND, "📦", again)
    talk = await at.press(SECOND, "💬 Переписка", page)
    for part in ("потемнее", "Вот такую", "Есть ореховая", "Вот она", "Беру её", "Анна", "сегодня в 15:00"):
        assert part in words(talk), words(talk)
    with pytest.raises(NoSuchWork):
        await at.shop.catalogue.card(ProductId(2), "ru")
    assert at.parked == []


async def test_from_a_card_a_question_takes_one_tap_and_its_answer_none(at: Counter) -> None:
    product = await at.work()
    card = await at.starts(MARIA, f"p_{product}")
    taps = len(at.telegram.callback_answers)
    await at.press(MARIA, "💬", card)
    await at.says(MARIA, "Какая рама?")
    await at.settled()
    await replies(at, OWNER, seen(at, OWNER, "Какая рама?"), "Дубовая")
    await at.settled()
    assert len(at.telegram.callback_answers) - taps == 1
    assert "«Закат над Невой»" in words(seen(at, MARIA, "Дубовая"))


async def test_one_like_a_sold_work_is_asked_for_from_its_link(at: Counter) -> None:
    product = await at.work()
    await at.starts(PETER, f"p_{product}")
    await at.press(PETER, "⚡")
    await at.press(PETER, "🤝")
    prompt = await at.starts(MARIA, f"p_{product}-s_like")
    assert "«Закат над Невой»" in words(prompt)
    card = at.with_button(MARIA, "🛍")
    assert labels(card)[1].startswith("💬"), "a sold card offers others, then the question"
    await at.says(MARIA, "Такую же, но зимой")
    await at.settled()
    asked = seen(at, OWNER, "но зимой")
    assert "похожая на «Закат над Невой»" in words(asked)


async def test_two_sellers_do_not_answer_twice_by_mistake_and_lose_no_word(at: Counter) -> None:
    await an_order(at)
    await at.press(MARIA, "💬")
    await at.says(MARIA, "Когда?")
    await at.settled()
    first, second = seen(at, OWNER, "Когда?"), seen(at, SECOND, "Когда?")
    await at.press(SECOND, "💬 Ответить", second)
    await replies(at, OWNER, first, "Завтра")
    held = await at.says(SECOND, "Послезавтра")
    assert words(held).startswith("⚠️")
    assert "Завтра" in words(held)
    assert "Анна" in words(held)
    await at.settled()
    assert count(at, MARIA, lambda each: "Послезавтра" in words(each)) == 0
    await restart(at)
    await at.press(SECOND, "✉️", held)
    await at.settled()
    assert count(at, MARIA, lambda each: "Послезавтра" in words(each)) == 1
    await replies(at, OWNER, first, "И утром")
    dropped = at.last(OWNER)
    assert words(dropped).startswith("⚠️"), "a colleague has answered since"
    await at.press(OWNER, "🗑", dropped)
    await at.forge(OWNER, "qh:3:1")
    await at.settled()
    assert count(at, MARIA, lambda each: "И утром" in words(each)) == 0


async def test_closing_a_question_is_shown_to_every_seller_and_undone_by_the_next_one(at: Counter) -> None:
    await an_order(at)
    await at.press(MARIA, "💬")
    await at.says(MARIA, "Спасибо!")
    await at.settled()
    await at.press(OWNER, "✅", seen(at, OWNER, "Спасибо!"))
    await at.settled()
    assert any("Анна" in label for label in labels(seen(at, SECOND, "Спасибо!")))
    assert "Вопросы" not in words(await at.says(OWNER, "/desk"))
    await at.says(MARIA, "И ещё вопрос")
    await at.settled()
    at.clock.move(timedelta(hours=2, minutes=5))
    desk = await at.says(OWNER, "/desk")
    assert "Вопросы: 1" in words(desk)
    row = next(label for label in labels(desk) if label.startswith("💬"))
    assert row.endswith("2\u00a0ч")
    assert "И ещё вопрос" in words(await at.press(OWNER, "💬", desk))


async def test_an_album_is_one_question_and_one_answer(at: Counter) -> None:
    await an_order(at)
    await at.press(MARIA, "💬")
    for nth in range(3):
        at.telegram.user_sends_photo(MARIA, painting(), "" if nth else "Царапины", "album-1")
    await at.handle()
    assert count(at, MARIA, lambda each: words(each).startswith("💬 Передали")) == 1
    await at.settled()
    photos = [each for each in at.telegram.chat(OWNER) if "photo" in each]
    assert len(photos) == 3
    assert labels(photos[0])
    assert labels(photos[1]) == labels(photos[2]) == []
    for nth in range(2):
        at.telegram.user_sends_photo(
            OWNER,
            painting(),
            "" if nth else "Починим",
            "album-2",
            reply_to=photos[0]["message_id"] if not nth else None,
        )
    await at.handle()
    assert count(at, OWNER, lambda each: words(each).startswith("✅ Передаём")) == 1
    await at.settled()
    assert count(at, MARIA, lambda each: "photo" in each and each["message_id"] > 5) == 2


async def test_what_was_brought_is_not_brought_twice_and_not_out_of_turn(at: Counter) -> None:
    await an_order(at)
    await at.press(MARIA, "💬")
    await at.says(MARIA, "Первое")
    await at.says(MARIA, "Второе")
    delivery = Delivery(house_of(at), at.bot, "vernissage_bot").topics()
    fans = [row for row in await at.shop.outbox.claim() if row.topic == "talk.sellers"]
    for row in fans:
        await delivery["talk.sellers"](row)
        await delivery["talk.sellers"](row)
    at.clock.move(timedelta(seconds=1))
    rows = [
        row for row in await at.shop.outbox.claim() if row.topic == "talk.seller" and row.payload["seller"] == OWNER
    ]
    assert len(rows) == 2
    with pytest.raises(NotNow):
        await delivery["talk.seller"](rows[1])
    for row in (*rows, *rows):
        await delivery["talk.seller"](row)
    for part in ("Первое", "Второе"):
        assert count(at, OWNER, lambda each, part=part: part in words(each)) == 1  # type: ignore[misc]


async def test_the_same_message_twice_is_one(at: Counter) -> None:
    order = await an_order(at)
    person = await at.shop.customers.find(MARIA)
    assert person is not None
    said = Typed("Когда?", None, None, MARIA, 99)
    for _ in range(2):
        talk = await at.shop.conversations.ask(person.id, "ru", About(order=order), said)
    page = await at.shop.talks.page(talk.id)
    assert [spoken.text for spoken in page.spoken] == ["Когда?"]
    seller = await at.shop.customers.find(OWNER)
    assert seller is not None
    answer = Typed("Завтра", None, None, OWNER, 98)
    assert (await at.shop.conversations.answer(seller.id, talk.id, answer, None)).first
    assert not (await at.shop.conversations.answer(seller.id, talk.id, answer, None)).first
    assert len((await at.shop.talks.page(talk.id)).spoken) == 2


async def test_nobody_may_write_without_end(at: Counter) -> None:
    await an_order(at)
    await at.press(MARIA, "💬")
    for nth in range(MOST_AN_HOUR):
        await at.says(MARIA, f"Слово {nth}")
    refused = await at.says(MARIA, "И ещё")
    assert words(refused).startswith("🙅")
    assert "60 минут" in words(refused)
    at.clock.move(timedelta(hours=1, seconds=1))
    await at.press(MARIA, "💬")
    assert words(await at.says(MARIA, "Через час")).startswith("💬")


async def test_a_question_is_left_by_a_command_a_button_and_an_hour(at: Counter) -> None:
    await an_order(at)
    prompt = await at.press(MARIA, "💬")
    await at.says(MARIA, "/orders")
    with pytest.raises(Impossible):
        at.telegram.message(MARIA, prompt["message_id"])
    assert words(await at.says(MARIA, "привет")).startswith("🙅")
    asked = await at.press(MARIA, "💬", at.with_button(MARIA, "💬"))
    await at.press(MARIA, "❌ Не сейчас", asked)
    assert words(await at.says(MARIA, "привет")).startswith("🙅")
    await at.press(MARIA, "💬", at.with_button(MARIA, "💬"))
    at.clock.move(timedelta(hours=2))
    assert words(await at.says(MARIA, "привет")).startswith("🙅")


async def test_a_voice_is_not_passed_on_and_said_so(at: Counter) -> None:
    await an_order(at)
    await at.press(MARIA, "💬")
    at.telegram.user_sends_contact(MARIA)
    await at.handle()
    assert words(at.last(MARIA)).startswith("🙅")
    at.telegram.user_sends_document(MARIA, b"%PDF-1.7", "план.pdf", "Чертёж")
    await at.handle()
    await at.settled()
    assert seen(at, OWNER, "Чертёж")["document"]["file_name"] == "план.pdf"


async def test_a_sellers_words_are_a_buyers_only_inside_a_buyers_question(at: Counter) -> None:
    order = await an_order(at)
    await at.shop.fulfilment.ready(order, at.seller)
    code = (await at.shop.orders.get(order)).code
    product = await at.work("Волна")
    await at.starts(SECOND, f"p_{product}")
    await at.press(SECOND, "💬")
    await at.says(SECOND, code)
    at.telegram.user_sends_photo(SECOND, painting(), "Закат, 12 000")
    await at.handle()
    await at.settled()
    assert code in words(seen(at, OWNER, code))
    assert "photo" in seen(at, OWNER, "Закат, 12 000")
    assert (await at.shop.orders.get(order)).state is OrderState.READY
    await at.says(SECOND, "/desk")
    assert "V-1001" in words(await at.says(SECOND, code)), "outside it six digits find the order"
    at.telegram.user_sends_photo(SECOND, painting(), "Закат, 12 000")
    await at.handle()
    assert any(label.startswith("✅") for label in labels(at.last(SECOND))), "outside it a photo is a draft"


async def test_somebody_elses_conversation_does_not_open(at: Counter) -> None:
    order = await an_order(at)
    await at.press(MARIA, "💬")
    await at.says(MARIA, "Секрет")
    await at.starts(PETER)
    for data in ("qo:1:0:0", "qg:1", f"qa:{order}:0:0", "qa:0:99:0", "qh:1:1", "qt:1:open:0", "yr:1:back:1", "ra:1"):
        answer = await at.forge(PETER, data)
        assert "Секрет" not in words(answer)
        assert not words(answer).startswith("💬"), data
    assert len((await at.shop.talks.page((await at.shop.talks.waiting()).talks[0].id)).spoken) == 1


async def test_an_answer_to_somebody_who_has_left_is_told_to_the_sellers(at: Counter) -> None:
    await an_order(at)
    await at.press(MARIA, "💬")
    await at.says(MARIA, "Когда?")
    await at.settled()
    at.telegram.chats[str(MARIA)]["state"] = "blocked"
    await replies(at, OWNER, seen(at, OWNER, "Когда?"), "Завтра")
    await at.settled()
    assert words(seen(at, SECOND, "Ответ не дошёл")).startswith("⚠️")
    assert "Завтра" in words(await at.press(OWNER, "📖", seen(at, OWNER, "Ответ не дошёл"))), "nothing typed is lost"


async def test_the_longest_words_arrive_whole(at: Counter) -> None:
    await an_order(at)
    await at.press(MARIA, "💬")
    await at.says(MARIA, "я" * 4096)
    at.telegram.user_sends_photo(MARIA, painting(), "ю" * 1024)
    await at.handle()
    await at.settled()
    assert words(seen(at, OWNER, "я" * 4096)) == "я" * 4096
    assert labels(at.last(OWNER))[0].startswith("💬")
    assert words(seen(at, OWNER, "ю" * 1024)) == "ю" * 1024
    await replies(at, OWNER, at.last(OWNER), "Прочли")
    await at.settled()
    assert seen(at, MARIA, "Прочли")


async def test_a_long_conversation_is_read_page_by_page(at: Counter) -> None:
    await an_order(at)
    await at.press(MARIA, "💬")
    for nth in range(15):
        await at.says(MARIA, f"Слово {nth}.")
    await at.settled()
    await at.says(OWNER, "V-1001")
    newest = at.last(OWNER)
    page = await at.press(OWNER, "💬 Переписка", newest)
    read = [words(page)]
    for _ in range(2):
        page = await at.press(OWNER, "◀️", page)
        read.append(words(page))
    assert not any(label.startswith("◀️") for label in labels(page))
    for nth in range(15):
        assert sum(f"Слово {nth}." in each for each in read) == 1
    page = await at.press(OWNER, "▶️", page)
    assert "Слово 5." in words(page)
    with Statements(at.database) as statements:
        await at.forge(OWNER, "qt:1:open:0")
    assert len(statements.seen) <= 5, statements.seen
    with Statements(at.database) as statements:
        await at.says(OWNER, "/desk")
    # who writes and what was being typed is asked of every update
    own = ("FROM customer", "FROM stored_dialog")
    looks = [each for each in statements.seen if not any(part in each for part in own)]
    assert len(looks) <= 5, looks
    mine = await at.press(MARIA, "📖", at.with_button(MARIA, "📖"))
    assert "Мария <b>&" in words(mine)


async def test_words_are_forgotten_in_time_and_at_the_persons_wish(at: Counter) -> None:
    from bot.shop.conversations import reads, writes

    await an_order(at)
    await at.press(MARIA, "💬")
    await at.says(MARIA, "Мой адрес: Арбат, 1")
    await at.settled()
    person = await at.shop.customers.find(MARIA)
    assert person is not None
    async with at.database.reading() as session:
        ((_, spoken),) = await reads.all_of(session, person.id)
    assert [each.text for each in spoken] == ["Мой адрес: Арбат, 1"]
    at.clock.move(KEEP - timedelta(days=1))
    await at.shop.conversations.forget()
    async with at.database.reading() as session:
        assert (await reads.all_of(session, person.id))[0][1][0].text
    at.clock.move(timedelta(days=2))
    await at.shop.conversations.forget()
    async with at.database.reading() as session:
        ((_, spoken),) = await reads.all_of(session, person.id)
    assert (spoken[0].text, spoken[0].blanked) == ("", True)
    await at.press(MARIA, "💬", at.with_button(MARIA, "💬"))
    await at.says(MARIA, "Другой адрес")
    async with at.database.transaction() as session:
        await writes.erase(session, person.id, at.clock.now())
    await at.settled()
    assert count(at, OWNER, lambda each: "Другой адрес" in words(each)) == 0
    async with at.database.reading() as session:
        assert all(not each.text for _, spoken in await reads.all_of(session, person.id) for each in spoken)
