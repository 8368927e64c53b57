"""Is every answer of the web doors one that their document names, and none of them a bug, whatever is asked?

The real app over real HTTP, and whatever schemathesis makes up from `/openapi.json`: the same in every run.
"""

import asyncio
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from sqlalchemy import make_url

from bot.basics.clock import SystemClock
from bot.shop.channels.values import ChannelKind
from bot.storage.database import Database
from bot.web.app import Doors, build_app
from bot.web.server import WebServer
from tests.support.shops import a_work, open_shop, someone

TRIES: Final = 200 if os.environ.get("VERNISSAGE_FULL") else 8
"""For each call and each kind of request: those that the document allows, and those that it does not."""
CHECKS: Final = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
OPERATIONS: Final = [
    "GET /healthz", "GET /readyz", "GET /api/v1/products", "GET /api/v1/products/{sku}", "GET /api/v1/orders",
    "GET /api/v1/stock", "GET /api/v1/stock/{sku}", "PUT /api/v1/stock/{sku}", "POST /api/v1/stock/changes",
    "POST /api/v1/reservations", "DELETE /api/v1/reservations/{id}", "POST /api/v1/reservations/{id}/commit",
    "POST /api/v1/sales", "POST /api/v1/sales/{external_id}/cancel", "GET /feeds/{token}/yml.xml",
    "GET /feeds/{token}/google.xml", "GET /feeds/{token}/stock.csv",
]  # fmt: skip


@dataclass(frozen=True)
class Served:
    """Where the shop answers, and what opens it."""

    url: str
    key: str
    token: str
    sku: str
    document: dict[str, Any]


async def _nothing(*_: object) -> bool:
    return False


async def _ready() -> dict[str, bool]:
    return {"database": True}


@pytest.fixture(scope="module")
def shop_at(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A shop with works and a channel, served by a thread of its own; nobody is too fast for it."""
    path = tmp_path_factory.mktemp("openapi") / "shop.db"
    shutil.copy(sqlite_template, path)
    begun, ready, servers = threading.Event(), list[Served](), list[WebServer]()

    async def serve() -> None:
        database = Database(make_url(f"sqlite+aiosqlite:///{path}"))
        shop = await open_shop(database)
        seller = await someone(shop)
        _, _, sku = await a_work(shop, seller, pieces=500)
        keys = await shop.register.add("site", ChannelKind.WEBSITE)
        app = build_app(Doors(None, "w" * 20, _nothing, "p" * 20, _ready, shop, SystemClock(), bot="a_bot"))
        server = WebServer(app, "127.0.0.1", 0)
        ready.append(Served(f"http://127.0.0.1:{server.port}", keys.key, keys.feed_token, sku, app.openapi()))
        servers.append(server)
        begun.set()
        await server.serve()
        await database.close()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bot.web.api_v1.keys.Pace.take", lambda _self, _channel: None)
        thread = threading.Thread(target=lambda: asyncio.run(serve()))
        thread.start()
        assert begun.wait(30)
        yield ready[0]
        servers[0].stop()
        thread.join(30)


def test_the_document_names_every_call(shop_at: Served) -> None:
    document = shop_at.document
    named = [f"{method.upper()} {path}" for path, item in document["paths"].items() for method in item]
    assert sorted(named) == sorted(OPERATIONS)
    assert document["openapi"].startswith("3.1")
    for path, item in document["paths"].items():
        for operation in item.values():
            for status, answer in operation["responses"].items():
                if path.startswith("/api/") and int(status) >= 400:
                    assert set(answer["content"]) == {"application/problem+json"}, (path, status)


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("operation", OPERATIONS)
def test_no_request_meets_a_bug_or_an_answer_that_is_not_documented(
    shop_at: Served, operation: str, mode: GenerationMode
) -> None:
    schema = schemathesis.openapi.from_dict(shop_at.document)
    method, path = operation.split(" ")
    about = schema[path][method]
    if mode is GenerationMode.NEGATIVE and not (about.body or any(True for _ in about.iter_parameters())):
        pytest.skip("nothing can be wrong about it")
    session = requests.Session()
    session.trust_env = False
    turn = 0

    @given(case=about.as_strategy(generation_mode=mode))
    @settings(
        max_examples=TRIES, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    def try_it(case: Any) -> None:
        nonlocal turn
        turn += 1
        if turn % 2:  # half of them about what is there
            for name, value in (("token", shop_at.token), ("sku", shop_at.sku)):
                if name in case.path_parameters:
                    case.path_parameters[name] = value
        headers = {"Authorization": f"Bearer {shop_at.key}"} if turn % 5 else {}
        answer = case.call(base_url=shop_at.url, session=session, headers=headers, timeout=10)
        case.validate_response(answer, checks=CHECKS)

    with session:
        try_it()
