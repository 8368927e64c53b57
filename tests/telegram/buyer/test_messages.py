"""Does every service message say at once what has happened, carry all that is needed, and stay away when it is over?"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.basics.ids import CustomerId, LocationId, OrderId, ProductId, ReturnId, VariantId
from bot.basics.languages import LANGUAGES, Language
from bot.basics.money import Money
from bot.shop.checkout.values import CheckoutView, Step
from bot.shop.customers.values import Person
from bot.shop.orders.values import Line, OrderState, OrderView, PayWay
from bot.shop.pickup.values import Place
from bot.shop.returns.values import Return, ReturnState, Standing
from bot.telegram.buyer import delivery_messages, messages
from bot.telegram.buyer.limits import seen_length
from bot.telegram.told import BuyerFacts, Told
from tests.support.counter import all_texts
from tests.support.shops import POLICIES

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Moscow")
S = OrderState
STUDIO = Place(
    LocationId(1), "studio", "Мастерская", "studio", True, "Пречистенка, 12", "вт–вс 12–20", 55.74, 37.59, False, None,
    None, None,
)  # fmt: skip
SUNSET = Line(VariantId(1), ProductId(1), "W-0001", "Закат <b>&", 1_200_000, 1)
ORDER = OrderView(
    id=OrderId(42),
    number="V-1042",
    customer=CustomerId(7),
    state=S.ACCEPTED,
    pay_way=PayWay.ONLINE,
    total=Money(1_200_000, "RUB"),
    location=STUDIO.id,
    slot_at=None,
    contact_phone=None,
    token="tok",
    hand_token="hand",
    code="012569",
    held_until=None,
    keep_until=None,
    chat_message=5,
    from_cart=False,
    created_at=NOW,
    placed_at=NOW,
    ready_at=None,
    paid_minor=1_200_000,
    captured_minor=1_200_000,
    lines=(SUNSET,),
)
UNPAID = replace(ORDER, paid_minor=0, captured_minor=0)
DRAFT = replace(UNPAID, state=S.DRAFT, pay_way=None, placed_at=None, held_until=NOW + timedelta(minutes=4))
WAITING = replace(UNPAID, state=S.AWAITING_PAYMENT, held_until=NOW + timedelta(hours=1))
READY = replace(ORDER, state=S.READY, ready_at=NOW, keep_until=NOW + timedelta(days=7))
HANDED_OVER = replace(ORDER, state=S.HANDED_OVER, ready_at=NOW, ended_at=NOW)
REQUEST = Return(ReturnId(1), ORDER.id, ORDER.customer, ReturnState.ASKED, "Слова <b>&", None, NOW, NOW, None)
DECIDED = {"return_accepted": ReturnState.ACCEPTED, "return_declined": ReturnState.DECLINED}
TRUE: dict[str, tuple[OrderView, Mapping[str, Any]]] = {
    "hold_reminder": (DRAFT, {}),
    "hold_ended": (replace(WAITING, state=S.EXPIRED), {"reason": "expired_on_confirmation"}),
    "payment_link": (WAITING, {}),
    "payment_trouble": (WAITING, {}),
    "paid": (ORDER, {}),
    "accepted": (replace(UNPAID, pay_way=PayWay.AT_PICKUP), {}),
    "checking": (WAITING, {}),
    "money_goes_back": (replace(ORDER, state=S.EXPIRED), {"reason": "late"}),
    "ready": (READY, {}),
    "waiting": (READY, {}),
    "last_day": (replace(READY, keep_until=NOW + timedelta(hours=20)), {}),
    "handed_over": (replace(ORDER, state=S.HANDED_OVER), {}),
    "refunded": (replace(ORDER, state=S.CANCELLED, paid_minor=0), {"amount": 1_200_000}),
    "called_off": (replace(ORDER, state=S.CANCELLED), {}),
    "sold_elsewhere": (replace(WAITING, state=S.EXPIRED), {}),
    "sold_twice": (replace(ORDER, state=S.CANCELLED), {}),
    "return_accepted": (HANDED_OVER, {}),
    "return_declined": (HANDED_OVER, {}),
}
HEADS = {
    "hold_reminder": "⏳", "hold_ended": "⌛", "payment_link": "💳", "payment_trouble": "⚠️", "paid": "🎉",
    "accepted": "🎉", "checking": "⚠️", "money_goes_back": "😔", "ready": "👌", "waiting": "👌", "last_day": "👌",
    "handed_over": "🤲", "refunded": "💸", "called_off": "❌", "sold_elsewhere": "😔", "sold_twice": "😔",
    "return_accepted": "↩️", "return_declined": "🙅",
}  # fmt: skip


def facts(order: OrderView, language: Language = "ru", fields: Mapping[str, Any] | None = None) -> BuyerFacts:
    step = Step.DONE
    if order.state is S.DRAFT:
        step = Step.PAY
    if order.state is S.AWAITING_PAYMENT:
        step = Step.LINK
    view = CheckoutView(
        order, step, STUDIO, (STUDIO,), (), (PayWay.ONLINE, PayWay.AT_PICKUP), "https://pay.example/1", "Europe/Moscow"
    )
    person = Person(ORDER.customer, 601, "Мария", None, language, None, False)
    return BuyerFacts(person, order, view, POLICIES, "vernissage_bot", NOW, fields or {})


def told(what: str, language: Language = "ru", order: OrderView | None = None, **fields: Any) -> Told | None:
    true, known = TRUE[what]
    about = facts(order or true, language, {**known, **fields})
    if what in DECIDED:
        about = replace(about, standing=Standing(timedelta(days=7), replace(REQUEST, state=DECIDED[what])))
    if what == "payment_trouble":
        about = replace(about, checkout=replace(about.checkout, step=Step.TROUBLE))
    return messages.told(what, about, all_texts()[language], ZONE)


def read(message: Told | None) -> str:
    assert message is not None
    return re.sub(r"<[^>]+>", "", message.screen.text).replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", TRUE)
def test_the_first_words_say_what_has_happened(what: str, language: Language) -> None:
    message = told(what, language)
    said = read(message)
    assert said.startswith(HEADS[what])
    first = said.splitlines()[0][:60]
    assert "V-1042" in first or "Закат" in first, said
    assert message is not None
    assert seen_length(message.screen.text) <= 1024
    assert all(len(button.text) <= 20 for row in message.screen.rows for button in row)
    assert message.screen.rows
    assert "None" not in said


@pytest.mark.parametrize("what", TRUE)
def test_a_title_stands_literally(what: str) -> None:
    message = told(what)
    assert message is not None
    assert "<b>&" not in message.screen.text


GONE = {
    "hold_reminder": WAITING,
    "hold_ended": ORDER,
    "payment_link": replace(WAITING, state=S.CANCELLED),
    "paid": replace(ORDER, state=S.CANCELLED),
    "accepted": READY,
    "checking": ORDER,
    "ready": replace(ORDER, state=S.HANDED_OVER),
    "waiting": replace(ORDER, state=S.HANDED_OVER),
    "last_day": replace(ORDER, state=S.CANCELLED),
    "handed_over": READY,
    "called_off": ORDER,
    "sold_elsewhere": ORDER,
    "sold_twice": ORDER,
}


@pytest.mark.parametrize("what", GONE)
def test_what_no_longer_holds_is_not_said(what: str) -> None:
    assert told(what, order=GONE[what]) is None


def test_a_payment_trouble_that_has_passed_is_not_said() -> None:
    assert messages.told("payment_trouble", facts(WAITING), all_texts()["ru"], ZONE) is None


def test_ready_carries_place_code_time_money_map_and_qr() -> None:
    message = told("ready")
    said = read(message)
    for part in ("Мастерская", "Пречистенка, 12", "вт–вс 12–20", "012569", "до субботы, 28 ноября", "оплачено"):
        assert part in said, said
    assert message is not None
    assert message.qr == "https://t.me/vernissage_bot?start=h_hand"
    assert message.venue == STUDIO
    assert "<code>012569</code>" in message.screen.text
    unpaid = read(told("ready", order=replace(READY, paid_minor=0, captured_minor=0, pay_way=PayWay.AT_PICKUP)))
    assert "Заплатить на месте: 12 000 ₽" in unpaid


def test_a_place_without_coordinates_gets_no_map() -> None:
    about = facts(READY)
    about = replace(about, checkout=replace(about.checkout, place=replace(STUDIO, lat=None)))
    message = messages.told("ready", about, all_texts()["ru"], ZONE)
    assert message is not None
    assert message.venue is None


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("expired_on_confirmation", "не оплачен вовремя"),
        ("", "не оплачен вовремя"),
        ("insufficient_funds", "Попробуйте другую карту"),
        ("card_expired", "Попробуйте другую карту"),
    ],
)
def test_a_payment_that_failed_says_why_in_words_of_a_person(reason: str, words: str) -> None:
    said = read(told("hold_ended", reason=reason))
    assert words in said
    assert "_" not in said


def test_a_checkout_that_ran_out_speaks_of_the_hold_only() -> None:
    said = read(told("hold_ended", order=replace(DRAFT, state=S.EXPIRED), reason=""))
    assert said.startswith("⌛ Бронь закончилась")


@pytest.mark.parametrize(("reason", "words"), [("late", "Простите"), ("double", "дважды"), ("cancelled", "отменён")])
def test_money_that_goes_back_says_why_and_that_it_is_all_of_it(reason: str, words: str) -> None:
    said = read(told("money_goes_back", reason=reason))
    assert words in said
    assert "12 000 ₽" in said
    assert "вся сумма" in said


def test_the_reminder_waits_while_the_hold_is_long() -> None:
    about = facts(replace(DRAFT, held_until=NOW + timedelta(minutes=12)))
    assert messages.remind_later(about) == NOW + timedelta(minutes=7)
    assert messages.told("hold_reminder", about, all_texts()["ru"], ZONE) is None
    assert messages.remind_later(facts(DRAFT)) is None
    assert messages.remind_later(facts(WAITING)) is None


def test_the_last_day_is_not_said_when_the_seller_has_given_more_time() -> None:
    assert told("last_day", order=READY) is None
    assert told("last_day", order=replace(READY, keep_until=NOW + timedelta(hours=23))) is not None


def test_several_works_are_counted_and_listed() -> None:
    lines = tuple(
        replace(SUNSET, variant=VariantId(number), title=f"Работа {number}", quantity=2) for number in range(30)
    )
    said = read(told("ready", order=replace(READY, lines=lines)))
    assert "«Работа 0» × 2" in said
    assert "и ещё 18 позиций" in said
    assert len(said) <= 1024


def test_similar_works_are_a_button_without_titles() -> None:
    for what in ("money_goes_back", "sold_elsewhere", "sold_twice"):
        message = told(what)
        assert message is not None
        assert message.screen.rows[0][0].text == "🛍 Похожие работы"


def test_an_unknown_message_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        messages.told("nothing", facts(ORDER), all_texts()["ru"], ZONE)


def test_every_message_that_the_shop_owes_is_known_here() -> None:
    from pathlib import Path

    shop = Path(__file__).resolve().parents[3] / "bot" / "shop"
    owed = set()
    for file in shop.rglob("*.py"):
        owed |= set(re.findall(r'tell_buyer\(\s*session,\s*[\w.]+,\s*"(\w+)"', file.read_text(encoding="utf-8")))
    assert owed <= set(TRUE) | set(delivery_messages.CASES), "those of deliveries are shown in test_delivery.py"
    assert len(owed) > 10
