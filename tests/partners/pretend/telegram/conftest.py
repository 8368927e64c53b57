"""A pretend Telegram with a person, a channel and a bot that talks to it in-process."""

import io
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import pytest
from aiogram import Bot
from PIL import Image

from bot.partners.pretend.telegram.journal import ApiAnswer
from bot.partners.pretend.telegram.pace import NO_LIMITS
from bot.partners.pretend.telegram.server import PretendTelegram
from bot.telegram.pretend_session import PretendSession

TOKEN = "4200:pretend"
ANNA, BORIS, CHANNEL = 101, 102, -1001


@dataclass
class Time:
    """A clock that only a test moves."""

    at: float = 1_790_000_000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def picture() -> Callable[..., bytes]:
    """Makes small real JPEGs."""

    def picture(width: int = 40, height: int = 30) -> bytes:
        out = io.BytesIO()
        Image.new("RGB", (width, height), "teal").save(out, "JPEG")
        return out.getvalue()

    return picture


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def telegram(time: Time) -> PretendTelegram:
    server = PretendTelegram(TOKEN, now=time, limits=NO_LIMITS)
    server.add_user(ANNA, "Anna", "ru", "anna", started=True)
    server.add_user(BORIS, "Boris", "en")
    server.add_channel(CHANNEL, "showcase", "Showcase", owner=BORIS)
    return server


@pytest.fixture
async def bot(telegram: PretendTelegram) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, session=PretendSession(telegram)) as bot:
        yield bot


Ask = Callable[..., Any]


@pytest.fixture
def ask(telegram: PretendTelegram) -> Ask:
    """A raw call as Anna's chat; the result, or the description of the refusal."""

    async def ask(method: str, files: dict[str, tuple[str, bytes]] | None = None, **params: Any) -> Any:
        answer: ApiAnswer = await telegram.call(TOKEN, method, params, files)
        assert isinstance(answer.body, dict)
        return answer.body["result"] if answer.body["ok"] else answer.body["description"]

    return ask
