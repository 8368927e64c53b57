"""Does the table of methods and parameters say the same as aiogram's?"""

import re
from typing import Any

import aiogram.methods
import pytest

from bot.partners.pretend.telegram.calls import IMPLEMENTATIONS
from bot.partners.pretend.telegram.parameters import PARAMETERS
from bot.partners.pretend.telegram.server import MODULES

ANNA = 101
Ask = Any


def aiograms(method: str) -> dict[str, bool]:
    """Parameter names of a method and whether they are required, as aiogram knows them."""
    model = getattr(aiogram.methods, method[0].upper() + method[1:])
    return {name: field.is_required() for name, field in model.model_fields.items()}


def test_every_method_of_the_table_is_implemented() -> None:
    assert MODULES
    assert set(IMPLEMENTATIONS) == set(PARAMETERS)


@pytest.mark.parametrize("method", sorted(PARAMETERS))
def test_a_method_has_exactly_the_parameters_that_aiogram_knows(method: str) -> None:
    assert {name: required for name, (_, required) in PARAMETERS[method].items()} == aiograms(method)


@pytest.mark.parametrize("method", sorted(PARAMETERS))
async def test_an_unknown_parameter_is_refused_and_recorded(ask: Ask, telegram: Any, method: str) -> None:
    assert "parameter 'colour' is unknown" in await ask(method, colour="red")
    assert telegram.defects == [f"{method}: Bad Request: parameter 'colour' is unknown to {method}"]


@pytest.mark.parametrize(
    ("method", "params", "text"),
    [
        ("sendMessage", {"text": "x"}, "Bad Request: chat_id is empty"),
        ("sendMessage", {"chat_id": ANNA}, "Bad Request: message text is empty"),
        ("sendPhoto", {"chat_id": ANNA}, "Bad Request: there is no photo in the request"),
        ("sendDocument", {"chat_id": ANNA}, "Bad Request: there is no document in the request"),
        ("sendContact", {"chat_id": ANNA, "first_name": "x"}, 'Bad Request: parameter "phone_number" is required'),
        ("editMessageText", {"chat_id": ANNA, "text": "x"}, "Bad Request: message identifier is not specified"),
        ("sendMessage", {"chat_id": "ten", "text": "x"}, "Bad Request: chat not found"),
        ("sendMessage", {"chat_id": 999, "text": "x"}, "Bad Request: chat not found"),
        ("sendMessage", {"chat_id": "@nobody", "text": "x"}, "Bad Request: chat not found"),
        (
            "sendMessage",
            {"chat_id": ANNA, "text": "x", "reply_markup": "{"},
            "Bad Request: can't parse reply keyboard markup JSON object",
        ),
        (
            "sendMessage",
            {"chat_id": ANNA, "text": "x", "disable_notification": "perhaps"},
            "Bad Request: parameter 'disable_notification' must be a boolean",
        ),
        ("getUpdates", {"limit": "many"}, "Bad Request: invalid limit specified"),
        (
            "sendMessage",
            {"chat_id": ANNA, "text": "x", "business_connection_id": "b"},
            "Bad Request: the pretend Telegram does not simulate 'business_connection_id' of sendMessage",
        ),
    ],
)
async def test_what_is_missing_or_unreadable_is_refused(
    ask: Ask, method: str, params: dict[str, Any], text: str
) -> None:
    assert await ask(method, **params) == text


async def test_values_arrive_as_form_strings_or_as_native_json(ask: Ask, telegram: Any) -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}
    native = await ask("sendMessage", chat_id=ANNA, text="x", protect_content=True, reply_markup=markup)
    strings = await ask(
        "sendMessage",
        chat_id=str(ANNA),
        text="x",
        protect_content="true",
        reply_markup=re.sub("'", '"', str(markup)),
    )
    assert {**native, "message_id": 0} == {**strings, "message_id": 0}
    assert telegram.journal[0].params == telegram.journal[1].params


async def test_a_method_of_nobody_and_a_foreign_token_are_refused(telegram: Any) -> None:
    answer = await telegram.call("4200:pretend", "sendJoy", {})
    assert (answer.status, answer.body["description"]) == (404, "Not Found: method not found")
    answer = await telegram.call("4201:pretend", "getMe", {})
    assert (answer.status, answer.body) == (401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
