"""How does an aiogram Bot talk to the pretend Telegram without a network?"""

from collections.abc import AsyncGenerator
from typing import Any, Protocol, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile


class Answer(Protocol):
    """A status and the body as it would go over the wire."""

    @property
    def status(self) -> int: ...
    @property
    def text(self) -> str: ...


class BotApi(Protocol):
    """A Bot API server within reach of a call, such as partners.pretend.telegram's."""

    async def call(
        self, token: str, method: str, params: dict[str, Any], files: dict[str, tuple[str, bytes]] | None = None
    ) -> Answer:
        """The answer to one call. Raises ConnectionError where none arrives."""
        ...

    def download(self, token: str, path: str) -> bytes | None:
        """The bytes of a file."""
        ...


class PretendSession(BaseSession):
    """Everything an AiohttpSession does, up to the wire: values become form strings, files become uploads."""

    def __init__(self, server: BotApi) -> None:
        super().__init__(api=TelegramAPIServer.from_base("http://pretend"))
        self.server = server

    async def close(self) -> None:
        """Nothing is held open."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109, ARG002 - aiogram's signature
    ) -> TelegramType:
        """The answer of the pretend Telegram. Raises what aiogram raises for the real one."""
        inputs: dict[str, InputFile] = {}
        params: dict[str, Any] = {}
        for key, value in method.model_dump(warnings=False).items():
            prepared = self.prepare_value(value, bot=bot, files=inputs)
            if prepared:
                params[key] = prepared
        files = {
            key: (file.filename or key, b"".join([chunk async for chunk in file.read(bot)]))
            for key, file in inputs.items()
        }
        try:
            answer = await self.server.call(bot.token, method.__api_method__, params, files)
        except ConnectionError as cut:
            raise TelegramNetworkError(method=method, message=f"ServerDisconnectedError: {cut}") from cut
        response = self.check_response(bot=bot, method=method, status_code=answer.status, content=answer.text)
        return cast(TelegramType, response.result)

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,  # noqa: ARG002 - aiogram's signature
        timeout: int = 30,  # noqa: ASYNC109, ARG002 - aiogram's signature
        chunk_size: int = 65536,
        raise_for_status: bool = True,  # noqa: ARG002 - aiogram's signature
    ) -> AsyncGenerator[bytes, None]:
        """The bytes of a file in chunks. Raises FileNotFoundError where the real server answers 404."""
        token, _, path = url.partition("/file/bot")[2].partition("/")
        data = self.server.download(token, path)
        if data is None:
            raise FileNotFoundError(path)
        for at in range(0, len(data), chunk_size):
            yield data[at : at + chunk_size]
