"""Which languages does the shop speak, and which one fits a person?"""

from typing import Final, Literal, TypeGuard

Language = Literal["ru", "en", "pl"]
LANGUAGES: Final[tuple[Language, ...]] = ("ru", "en", "pl")


def is_language(code: str | None) -> TypeGuard[Language]:
    return code in LANGUAGES


def pick_language(code: str | None, default: Language) -> Language:
    """Telegram's IETF tag (`pl`, `en-GB`) if the shop speaks it, else the shop's own language."""
    base = (code or "").split("-")[0].lower()
    return base if is_language(base) else default
