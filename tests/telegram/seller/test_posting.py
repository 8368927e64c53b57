"""Can a seller post now, later, together, again, and pin, with few taps and in his own language?"""

from collections.abc import AsyncIterator

import pytest

from bot.basics.clock import MovableClock
from bot.basics.languages import LANGUAGES, Language
from bot.shop.showcase.values import SoldPosts
from bot.storage.database import Database
from tests.support.channel import Channel, channel, payloads, words
from tests.support.pictures import painting
from tests.support.seller_chat import SHOWCASE, Message, SellerChat
from tests.support.seller_chat import labels as labels_as_typeset
from tests.support.shops import a_work


def labels(message: Message) -> list[str]:
    """Its buttons, with ordinary spaces."""
    return [label.replace("\N{NO-BREAK SPACE}", " ") for label in labels_as_typeset(message)]


CAPTION = "Закат над Невой, 12 000, холст, масло, 40×50, 2026"


@pytest.fixture
async def here(database: Database, clock: MovableClock) -> AsyncIterator[Channel]:
    async with channel(database, clock) as opened:
        yield opened


async def test_a_draft_is_posted_by_one_tap(here: Channel) -> None:
    await here.chat.sends_photo(painting(), CAPTION)
    shown = await here.chat.presses("📣")
    assert words(shown).startswith("📣")
    await here.later()
    assert payloads(here.seen()[0]) == ["p_1-s_post"]


async def test_a_draft_is_listed_now_and_posted_later_by_two_taps(here: Channel) -> None:
    await here.chat.sends_photo(painting(), CAPTION)
    asked = await here.chat.presses("🕒")
    assert words(asked) == "📣 Когда опубликовать «Закат над Невой»?"
    assert labels(asked)[:4] == ["📣 Сейчас", "🕒 Сегодня в 19:00", "🕒 Завтра в 12:00", "🕒 Другое время"]
    planned = await here.chat.presses("🕒 Сегодня")
    assert words(planned) == "🕒 В каталоге, пост выйдет сегодня в 19:00\n\n«Закат над Невой»"
    assert (await here.shop.catalogue.shelf("ru")).items
    await here.later(3.9 * 3600, step=600)
    assert here.seen() == []
    await here.later(600)
    assert len(here.seen()) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_reads_well_in_every_language(
    database: Database, clock: MovableClock, language: Language
) -> None:
    async with channel(database, clock, language) as here:
        chat = here.chat
        await chat.says("/desk")
        await here.posted()
        await here.a_work("Туман", photos=3)
        await chat.forges_work("S:showcase")
        screens = [chat.last]
        asking = ("w:1", "pq:1:0", "pq:1:2", "pq:2:1", "py:2:0:1", "pq:2:0")
        screens += [await chat.forges(press) for press in asking]
        screens.append(await chat.presses("🕒"))
        looking = ("pl", "S:showcase", "pc", "pw:3:1:0", "pw:3:2:0", "po:3:open", "pf:rule", "pf:bare", "pf:pin")
        screens += [await chat.forges(press) for press in looking]
        for screen in screens:
            assert all(len(label) <= 24 for label in labels(screen)), labels(screen)
            assert len(words(screen)) < 400
            assert "  " not in words(screen)
        await here.later()
        assert len(here.seen()) == 2
        said = " ".join(words(screen) for screen in screens)
        assert ("опубликовать" in said, "posted" in said, "opublikować" in said) == tuple(
            language == each for each in LANGUAGES
        )


async def test_the_desk_leads_to_the_showcase_in_two_taps(here: Channel) -> None:
    await here.chat.says("/desk")
    await here.chat.presses("⚙️")
    front = await here.chat.presses("📣")
    assert words(front).startswith("📣 Канал-витрина\nПостов пока нет")
    assert labels(front)[:3] == ["🕒 План публикаций", "🎴 Подборка", "📌 Закрепить разделы"]


async def test_another_time_is_typed_in_the_words_of_people(here: Channel) -> None:
    product = await here.a_work()
    await here.chat.forges_work(f"pq:{product}:0")
    await here.chat.presses("🕒 Другое")
    refused = await here.chat.says("когда-нибудь")
    assert words(refused).startswith("🙅 Не получается прочесть время: когда-нибудь")
    over = await here.chat.says("сегодня 9:00")
    assert words(over).startswith("🙅 Это время уже прошло")
    done = await here.chat.says("в субботу, 18:30")
    assert "пост выйдет" in words(done).lower()
    post = await here.shop.posting.current(product)
    assert post is not None
    assert post.due_at is not None
    assert post.due_at.isoformat() == "2026-11-21T15:30:00+00:00"


async def test_what_is_planned_is_listed_moved_sent_and_cancelled(here: Channel) -> None:
    product, other = await here.a_work(), await here.a_work("Туман")
    await here.chat.forges_work(f"pq:{product}:0")
    await here.chat.presses("🕒 Завтра")
    listed = await here.chat.presses("🕒")
    assert words(listed) == "🕒 План публикаций\n\n22.11, 12:00 · «Закат над Невой»"
    one = await here.chat.presses("🕒")
    assert words(one).startswith("🕒 Пост выйдет завтра в 12:00. Перенести?")
    await here.chat.presses("🕒 Другое")
    moved = await here.chat.says("завтра 19:30")
    assert "22.11, 19:30 · «Закат над Невой»" in words(moved)
    await here.chat.presses("🕒")
    none = await here.chat.presses("❌")
    assert words(none).startswith("❌ Пост отменён\n\n🕒 Ничего не запланировано")
    late = await here.chat.forges("po:1:open")
    assert words(late).startswith("🙅 Этот пост уже вышел или отменён")
    await here.chat.forges_work(f"pq:{other}:0")
    await here.chat.presses("🕒 Завтра")
    await here.chat.presses("🕒")
    await here.chat.presses("🕒")
    sent = await here.chat.presses("📣")
    assert words(sent).startswith("📣 Пост уже на пути в канал")
    await here.later()
    assert len(here.seen()) == 1


async def test_a_button_whose_time_is_over_offers_the_next_ones(here: Channel) -> None:
    product = await here.a_work()
    asked = await here.chat.forges_work(f"pq:{product}:0")
    data = asked["reply_markup"]["inline_keyboard"][1][0]["callback_data"]
    await here.later(9 * 3600, step=3600)
    shown = await here.chat.forges(data)
    assert labels(shown)[1:3] == ["🕒 Сегодня в 19:00", "🕒 Завтра в 12:00"]
    assert await here.shop.posting.current(product) is None


async def test_again_as_an_album_instead_of_the_old_post(here: Channel) -> None:
    product = await here.a_work(photos=3)
    await here.publish(product)
    asked = await here.chat.forges_work(f"wa:{product}:publish")
    assert "Пост в канале: сегодня в 15:00. Новый выйдет ниже." in words(asked)
    await here.chat.presses("🎞")
    both = await here.chat.presses("🗑")
    assert labels(both)[4:6] == ["🎞 Альбом: 3 фото ✓", "🗑 Убрать старый ✓"]
    await here.chat.presses("📣")
    await here.later()
    assert len(here.seen()) == 3
    assert all("media_group_id" in each for each in here.seen())


async def test_a_double_tap_on_now_is_one_post(here: Channel) -> None:
    product = await here.a_work()
    asked = await here.chat.forges_work(f"pq:{product}:0")
    data = asked["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    for _ in range(3):
        await here.chat.forges(data)
        await here.later()
    assert len(here.seen()) == 1


async def test_a_sold_work_is_not_offered_for_posting(here: Channel) -> None:
    product = await here.a_work()
    await here.sell(product)
    shown = await here.chat.forges_work(f"wa:{product}:publish")
    assert words(shown).startswith("😔 «Закат над Невой» сейчас не купить")
    assert [label[0] for label in labels(shown)] == ["⬅"]
    forged = await here.chat.forges(f"pt:{product}:0:0:0")
    assert words(forged).startswith("😔 Публиковать нечего")


async def test_a_collection_is_put_together_by_taps_and_outlives_a_restart(here: Channel) -> None:
    for title in ("Закат", "Туман", "Дождь"):
        await here.a_work(title)
    gone = await here.a_work("Снег")
    await here.sell(gone)
    await here.chat.forges_work("pc")
    shown = await here.chat.presses("🖼 Туман")
    assert "🖼 Туман · ✓" in labels(shown)
    assert not any("Снег" in label for label in labels(shown))
    await here.chat.forges_work("S:showcase")
    await here.chat.presses("🎴")
    shown = await here.chat.presses("🖼 Закат")
    assert labels(shown)[0] == "➡️ Дальше · 2"
    await here.chat.presses("➡️")
    await here.chat.presses("📣")
    await here.later()
    assert len(here.seen()) == 2
    assert payloads(here.seen()[0]) == ["p_2-s_post", "p_1-s_post"]


async def test_a_collection_holds_ten_works(here: Channel) -> None:
    post = await here.shop.posting.compose()
    for number in range(10):
        await here.shop.posting.toggle(post, await here.a_work(f"Работа {number}"))
    eleventh = await here.a_work("Лишняя")
    refused = await here.chat.forges_work(f"pw:{post}:{eleventh}:0")
    assert words(refused).startswith("🙅 В подборке самое большее 10 работ")
    await here.shop.posting.move(post, None)
    await here.later()
    assert len(here.seen()) == 10


async def test_the_window_is_pinned_refreshed_and_taken_away_from_the_chat(here: Channel) -> None:
    await here.a_work()
    await here.chat.forges_work("S:showcase")
    pinned = await here.chat.presses("📌")
    assert words(pinned).startswith("📌 Пост с разделами уже на пути в канал")
    await here.later()
    assert len(here.chat.telegram.pinned[str(SHOWCASE)]) == 1
    here.chat.telegram.pinned[str(SHOWCASE)].clear()
    await here.chat.presses("📌 Обновить")
    await here.later()
    assert len(here.chat.telegram.pinned[str(SHOWCASE)]) == 1
    assert len(here.seen()) == 1
    away = await here.chat.presses("🗑")
    assert words(away).startswith("🗑")
    await here.later()
    assert here.seen() == []


async def test_the_rule_for_sold_works_is_one_tap(here: Channel) -> None:
    await here.chat.forges_work("S:showcase")
    asked = await here.chat.presses("🔴")
    assert labels(asked)[:3] == ["🔴 С кнопками ✓", "🔴 Без кнопок", "🗑 Удалять пост"]
    chosen = await here.chat.presses("🔴 Без")
    assert labels(chosen)[1] == "🔴 Без кнопок ✓"
    assert (await here.shop.frontage.overview()).rule is SoldPosts.BARE


@pytest.mark.parametrize(
    "data", ["po:99:open", "pm:99:0", "pw:99:1:0", "pq:99:0", "pt:99:0:0:0", "pt:1:5:0:9", "pf:odd"]
)
async def test_forged_buttons_change_nothing(here: Channel, data: str) -> None:
    await here.posted()
    before = len(here.seen())
    await here.chat.forges_work(data)
    await here.later()
    assert len(here.seen()) == before
    assert await here.shop.posting.planned("ru") == []


async def test_without_a_showcase_none_of_it_is_offered(chat_without_showcase: SellerChat) -> None:
    chat = chat_without_showcase
    product, _, _ = await a_work(chat.shop, await chat.seller_id())
    await chat.says("/desk")
    assert not any("📣" in label for label in labels(await chat.presses("⚙️")))
    for data in (f"pq:{product}:0", f"pt:{product}:0:0:0", f"wa:{product}:publish", "pf:pin"):
        assert "📣 Сейчас" not in labels(await chat.forges_work(data))
    assert await chat.shop.posting.current(product) is None
