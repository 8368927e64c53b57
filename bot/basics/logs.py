"""How does the program speak to its owner? One line an event, with ids; never a secret, a phone or an e-mail."""

import logging
import re
import sys
from collections.abc import Iterable
from typing import Any

import structlog

_SECRETS: set[str] = set()
_TELLING = re.compile(r"(?i)(token|secret|password|authorization|phone|email|api_key)")
_PHONE = re.compile(r"\+\d{10,15}\b")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_BOT_TOKEN = re.compile(r"\b\d{3,}:[A-Za-z0-9_-]{30,}")


def keep_out(secrets: Iterable[str]) -> None:
    """Values that must never stand in a line, whatever it is about."""
    _SECRETS.update(secret for secret in secrets if len(secret) >= 6)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        for secret in _SECRETS:
            value = value.replace(secret, "***")
        return _EMAIL.sub("***", _PHONE.sub("***", _BOT_TOKEN.sub("***", value)))
    if isinstance(value, dict):
        return {key: "***" if _TELLING.search(str(key)) else _clean(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(inner) for inner in value]
    return value


def scrub(_logger: object, _name: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """The last processor before a line is written."""
    return {key: "***" if _TELLING.search(key) else _clean(value) for key, value in event.items()}


def configure(level: str, style: str) -> None:
    """structlog over stdlib: libraries' lines take the same way and the same scrubbing."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if style == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *([structlog.processors.format_exc_info] if style == "json" else [_exception]),
                scrub,
                renderer,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for chatty in ("aiogram", "uvicorn", "alembic", "yookassa", "httpx"):
        logging.getLogger(chatty).setLevel("WARNING")


def _exception(_logger: object, _name: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Tracebacks as text, so that they are scrubbed as well."""
    return structlog.processors.format_exc_info(_logger, _name, event)
