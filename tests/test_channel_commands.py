"""Does the command line register channels as the contract says: keys once, addresses before them, nothing half done?"""

import re
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot import chores
from bot.__main__ import parser
from bot.basics.errors import WrongSetting
from bot.settings import Settings
from bot.shop.shop import Shop


async def _do(url: URL, *words: str) -> int:
    given = Settings(_env_file=None, database_url=url.render_as_string(hide_password=False), http_port=8123)
    return await chores.do(parser().parse_args(["channels", *words]), given)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def test_a_key_stands_alone_on_the_last_line_and_opens(
    shop: Shop, database_url: URL, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await _do(database_url, "add", "site", "--kind", "website", "--webhook", "http://127.0.0.1:9/hook") == 0
    *before, key = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"vk_\S{40,}", key)
    feeds = [line.strip() for line in before if "/feeds/" in line]
    assert [feed.rsplit("/", 1)[1] for feed in feeds] == ["yml.xml", "google.xml", "stock.csv"]
    assert all(feed.startswith("http://127.0.0.1:8123/feeds/") for feed in feeds)
    assert any("ecret" in line for line in before)
    assert (await shop.register.by_key(key)) is not None
    assert await shop.register.by_feed_token(feeds[0].split("/")[4]) is not None
    await _do(database_url, "list")
    assert "http://127.0.0.1:9/hook" in capsys.readouterr().out
    await _do(database_url, "rotate-key", "site")
    fresh = capsys.readouterr().out.splitlines()[-1]
    assert (await shop.register.by_key(key), await shop.register.by_key(fresh) is None) == (None, False)


@pytest.mark.parametrize(
    "address", ["http://shop.example.org/", "https://10.0.0.1/", "ftp://x.example.org", "nonsense"]
)
async def test_a_bad_address_is_one_line_and_registers_nothing(shop: Shop, database_url: URL, address: str) -> None:
    with pytest.raises(WrongSetting, match="--webhook"):
        await _do(database_url, "add", "site", "--kind", "website", "--webhook", address)
    assert await shop.register.all() == []
