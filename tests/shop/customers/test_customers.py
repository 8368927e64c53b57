"""Is everybody recognised once, in their language, and left alone after they have left?"""

import asyncio

from tests.support.benches import Bench


async def test_a_person_is_one_row_however_often_and_at_once_they_come(bench: Bench) -> None:
    people = await asyncio.gather(*(bench.shop.customers.recognise(5, "Мария", "maria", "ru") for _ in range(20)))
    assert len({person.id for person in people}) == 1
    again = await bench.shop.customers.recognise(5, "М" * 500, None, "en")
    assert (again.id, len(again.name), again.username, again.language) == (people[0].id, 200, None, "ru")


async def test_a_language_chosen_stays_and_an_unknown_one_is_the_shops(bench: Bench) -> None:
    person = await bench.shop.customers.recognise(5, "Maria", None, "pt-br")
    assert person.language == "ru"
    await bench.shop.customers.choose_language(person.id, "pl")
    assert (await bench.shop.customers.recognise(5, "Maria", None, "en")).language == "pl"


async def test_whoever_blocked_the_bot_is_remembered_until_they_write_again(bench: Bench) -> None:
    person = await bench.shop.customers.recognise(5, "Мария", None, "ru")
    await bench.shop.customers.note_blocked(person.id)
    assert (await bench.shop.customers.get(person.id)).blocked
    assert not (await bench.shop.customers.recognise(5, "Мария", None, "ru")).blocked
    assert not (await bench.shop.customers.get(person.id)).blocked


async def test_the_first_and_the_last_touch_are_kept(bench: Bench) -> None:
    person = await bench.shop.customers.recognise(5, "Мария", None, "ru")
    for source in ("showcase", "qr", "fair"):
        await bench.shop.customers.note_visit(person.id, source, None)
    touches = await bench.rows("SELECT first_source, last_source FROM customer WHERE platform_id = 5")
    assert touches == [("showcase", "fair")]
