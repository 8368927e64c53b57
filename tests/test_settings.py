"""Are the settings those that were promised, and is a wrong one named with its remedy?"""

from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.basics.errors import WrongSetting
from bot.settings import Settings, load_settings

# Names, meaning and defaults are a contract with the outside: none is taken away or changed.
PROMISED: dict[str, Any] = {
    "BOT_TOKEN": "",
    "BOT_API_URL": "https://api.telegram.org",
    "BOT_MODE": "polling",
    "BOT_WEBHOOK_SECRET": "",
    "BOT_SELLERS": frozenset(),
    "BOT_SHOWCASE": "",
    "BOT_PAYMENT_TOKEN": "",
    "DATABASE_URL": "sqlite+aiosqlite:///data/vernissage.db",
    "REDIS_URL": "",
    "HTTP_HOST": "127.0.0.1",
    "HTTP_PORT": 8080,
    "PUBLIC_URL": "",
    "METRICS_TOKEN": "",
    "YOOKASSA_SHOP_ID": "",
    "YOOKASSA_SECRET_KEY": "",
    "YOOKASSA_API_URL": "https://api.yookassa.ru/v3",
    "YOOKASSA_WEBHOOK_SECRET": "",
    "YOOKASSA_RECEIPTS": "off",
    "YOOKASSA_VAT_CODE": 1,
    "YOOKASSA_TAX_SYSTEM_CODE": None,
    "SHOP_NAME": "Vernissage",
    "SHOP_CURRENCY": "RUB",
    "SHOP_TIMEZONE": "Europe/Moscow",
    "SHOP_LANGUAGE": "ru",
    "SHOP_PICKUP": "",
    "SHOP_SELLER_NAME": "",
    "SHOP_SELLER_INN": "",
    "SHOP_TERMS_URL": "",
    "CHECKOUT_HOLD_S": 900,
    "CHECKOUT_HOLD_MAX_S": 2700,
    "PAYMENT_LINK_S": 3600,
    "PAYMENT_GRACE_S": 300,
    "PICKUP_KEEP_S": 604800,
    "WAITING_HOLD_S": 1800,
    "WAITING_PAUSE_S": 7200,
    "WAITING_PEOPLE": 3,
    "SWEEP_EVERY_S": 30,
    "OUTBOX_EVERY_S": 0.5,
    "RECONCILE_EVERY_S": 15,
    "SYNC_EVERY_S": 60,
    "LOG_LEVEL": "INFO",
    "LOG_FORMAT": "console",
    "SENTRY_DSN": "",
}


@pytest.fixture(autouse=True)
def _bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty directory and none of our variables."""
    monkeypatch.chdir(tmp_path)
    for name in PROMISED:
        monkeypatch.delenv(name, raising=False)


def shown(value: Any) -> Any:
    return value.get_secret_value() if isinstance(value, SecretStr) else value


def test_every_promised_setting_is_there_with_its_default() -> None:
    settings = load_settings()
    assert {name.upper(): shown(getattr(settings, name)) for name in Settings.model_fields} == PROMISED


def test_every_setting_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "BOT_TOKEN": "42:abc",
        "BOT_SELLERS": "1, 22,333",
        "BOT_SHOWCASE": "-1001",
        "HTTP_PORT": "81",
        "YOOKASSA_TAX_SYSTEM_CODE": "2",
        "CHECKOUT_HOLD_S": "0.25",
        "SHOP_LANGUAGE": "pl",
    }
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert settings.bot_token.get_secret_value() == "42:abc"
    assert settings.bot_sellers == {1, 22, 333}
    assert settings.showcase == -1001
    assert (settings.http_port, settings.yookassa_tax_system_code, settings.checkout_hold_s) == (81, 2, 0.25)
    assert settings.shop_language == "pl"


def test_empty_means_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROMISED:
        monkeypatch.setenv(name, "")
    settings = load_settings()
    assert {name.upper(): shown(getattr(settings, name)) for name in Settings.model_fields} == PROMISED


def test_the_env_file_of_the_current_directory_is_read_and_the_environment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("SHOP_NAME=Мастерская\nHTTP_PORT=81\nPOSTGRES_PASSWORD=for-compose\n", "utf-8")
    monkeypatch.setenv("HTTP_PORT", "82")
    settings = load_settings()
    assert (settings.shop_name, settings.http_port) == ("Мастерская", 82)
    below = tmp_path / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    assert load_settings().shop_name == "Vernissage"


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("BOT_API_URL", "api.telegram.org", "https://"),
        ("BOT_MODE", "push", "polling"),
        ("BOT_MODE", "webhook", "PUBLIC_URL"),
        ("BOT_WEBHOOK_SECRET", "пароль", "A-Z"),
        ("BOT_SELLERS", "@anna", "@userinfobot"),
        ("BOT_SHOWCASE", "my channel", "@name"),
        ("HTTP_PORT", "99999", "65535"),
        ("PUBLIC_URL", "shop.example.org", "https://"),
        ("YOOKASSA_SHOP_ID", "100500", "YOOKASSA_SECRET_KEY"),
        ("YOOKASSA_SECRET_KEY", "test_x", "YOOKASSA_SHOP_ID"),
        ("YOOKASSA_WEBHOOK_SECRET", "short", "16"),
        ("YOOKASSA_RECEIPTS", "yes", "third_party"),
        ("YOOKASSA_VAT_CODE", "20%", "integer"),
        ("YOOKASSA_TAX_SYSTEM_CODE", "7", "6"),
        ("SHOP_CURRENCY", "roubles", "SHOP_CURRENCY"),
        ("SHOP_TIMEZONE", "Moscow", "Europe/Moscow"),
        ("SHOP_LANGUAGE", "de", "pl"),
        ("CHECKOUT_HOLD_S", "15 min", "CHECKOUT_HOLD_S"),
        ("SWEEP_EVERY_S", "0", "greater than 0"),
        ("LOG_LEVEL", "loud", "WARNING"),
        ("LOG_FORMAT", "xml", "json"),
    ],
)
def test_a_wrong_value_is_named_with_its_remedy_in_one_line(
    name: str, value: str, remedy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting) as told:
        load_settings()
    line = str(told.value)
    assert name in line
    assert remedy in line
    assert "\n" not in line


def test_all_wrong_values_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PORT", "many")
    monkeypatch.setenv("LOG_FORMAT", "xml")
    with pytest.raises(WrongSetting, match=r"HTTP_PORT.*LOG_FORMAT"):
        load_settings()


def test_secrets_are_not_told_when_something_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YOOKASSA_WEBHOOK_SECRET", "canary!")
    monkeypatch.setenv("YOOKASSA_SECRET_KEY", "test_canary")
    monkeypatch.setenv("BOT_WEBHOOK_SECRET", "canary canary")
    with pytest.raises(WrongSetting) as told:
        load_settings()
    assert "canary" not in str(told.value)
    assert "canary" not in repr(Settings.model_construct(bot_token=SecretStr("canary")))


def test_every_duration_says_its_unit() -> None:
    for name, field in Settings.model_fields.items():
        if field.annotation is float:
            assert name.endswith("_s")
