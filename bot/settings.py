"""Which settings are there, what do they mean, and which are wrong? The unit stands in the name."""

import re
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.basics.errors import WrongSetting
from bot.basics.languages import Language

Seconds = Annotated[float, Field(gt=0, le=10**9)]


class Settings(BaseSettings):
    """Environment variables, or `.env` of the current directory. Empty means absent."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    bot_token: SecretStr = SecretStr("")
    bot_api_url: str = "https://api.telegram.org"
    bot_mode: Literal["polling", "webhook"] = "polling"
    bot_webhook_secret: SecretStr = SecretStr("")
    bot_sellers: Annotated[frozenset[int], NoDecode] = frozenset()
    bot_showcase: str = ""
    bot_payment_token: SecretStr = SecretStr("")
    database_url: str = "sqlite+aiosqlite:///data/vernissage.db"
    redis_url: SecretStr = SecretStr("")
    http_host: str = "127.0.0.1"
    http_port: Annotated[int, Field(ge=0, le=65535)] = 8080
    public_url: str = ""
    metrics_token: SecretStr = SecretStr("")
    yookassa_shop_id: str = ""
    yookassa_secret_key: SecretStr = SecretStr("")
    yookassa_api_url: str = "https://api.yookassa.ru/v3"
    yookassa_webhook_secret: SecretStr = SecretStr("")
    yookassa_receipts: Literal["off", "yookassa", "third_party"] = "off"
    yookassa_vat_code: Annotated[int, Field(ge=1, le=12)] = 1
    yookassa_tax_system_code: Annotated[int, Field(ge=1, le=6)] | None = None
    shop_name: str = "Vernissage"
    shop_currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "RUB"
    shop_timezone: str = "Europe/Moscow"
    shop_language: Language = "ru"
    shop_pickup: str = ""
    shop_seller_name: str = ""
    shop_seller_inn: str = ""
    shop_terms_url: str = ""
    checkout_hold_s: Seconds = 900
    checkout_hold_max_s: Seconds = 2700
    payment_link_s: Seconds = 3600
    payment_grace_s: Seconds = 300
    pickup_keep_s: Seconds = 604800
    waiting_hold_s: Seconds = 1800
    waiting_pause_s: Seconds = 7200
    waiting_people: Annotated[int, Field(ge=1, le=100)] = 3
    sweep_every_s: Seconds = 30
    outbox_every_s: Seconds = 0.5
    reconcile_every_s: Seconds = 15
    sync_every_s: Seconds = 60
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["console", "json"] = "console"
    sentry_dsn: SecretStr = SecretStr("")

    @field_validator("bot_sellers", mode="before")
    @classmethod
    def _ids(cls, value: Any) -> Any:
        if isinstance(value, str):
            parts = [part for part in value.replace(" ", "").split(",") if part]
            if not all(re.fullmatch(r"[0-9]{1,18}", part) for part in parts):
                raise ValueError("are numbers, separated by commas; @userinfobot tells yours")
            return frozenset(int(part) for part in parts)
        return value

    @field_validator("bot_api_url", "yookassa_api_url", "public_url")
    @classmethod
    def _address(cls, value: str) -> str:
        if value and not re.match(r"^https?://[^\s/]+", value):
            raise ValueError("has to begin with https:// (or http:// for a server of your own)")
        return value.rstrip("/")

    @field_validator("shop_timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
            raise ValueError("is no time zone; for example Europe/Moscow") from None
        return value

    @field_validator("bot_showcase")
    @classmethod
    def _chat(cls, value: str) -> str:
        if value and not re.fullmatch(r"@[A-Za-z][A-Za-z0-9_]{3,31}|-?[0-9]+", value):
            raise ValueError("is a channel: @name, or its numeric id")
        return value

    @field_validator("yookassa_webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not re.fullmatch(r"[A-Za-z0-9_-]{16,64}", value.get_secret_value()):
            raise ValueError("needs 16–64 of A-Z a-z 0-9 _ -")
        return value

    @field_validator("bot_webhook_secret")
    @classmethod
    def _webhook_secret(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
            raise ValueError("needs 1–256 of A-Z a-z 0-9 _ -")
        return value

    @model_validator(mode="after")
    def _together(self) -> "Settings":
        if self.bot_mode == "webhook" and not self.public_url:
            raise ValueError("BOT_MODE=webhook needs PUBLIC_URL, the https address that Telegram can reach")
        if bool(self.yookassa_shop_id) != bool(self.yookassa_secret_key.get_secret_value()):
            raise ValueError("YOOKASSA_SHOP_ID and YOOKASSA_SECRET_KEY belong together: set both or none")
        return self

    @property
    def address(self) -> str:
        """Where the web doors are, as far as we know."""
        return self.public_url or f"http://{self.http_host}:{self.http_port}"

    @property
    def showcase(self) -> int | str | None:
        """The showcase as Telegram wants it: a number or an @name."""
        if not self.bot_showcase:
            return None
        return self.bot_showcase if self.bot_showcase.startswith("@") else int(self.bot_showcase)


def load_settings() -> Settings:
    """The settings of this run. Raises WrongSetting that names each wrong one and its remedy."""
    try:
        return Settings()
    except ValidationError as trouble:
        lines = []
        for error in trouble.errors(include_url=False, include_input=False):
            name = str(error["loc"][0]).upper() if error["loc"] else ""
            lines.append(f"{name}: {error['msg'].removeprefix('Value error, ')}".removeprefix(": "))
        raise WrongSetting("Wrong settings. " + "; ".join(lines) + ". Mend .env or the environment.") from None
