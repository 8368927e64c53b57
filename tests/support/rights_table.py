"""Which handler is open to whom? The table of docs/rights.md, read from the tree of routers.

`uv run python -m tests.support.rights_table` writes it anew.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import Command

from bot.telegram.buyer import group, inline, invoices
from bot.telegram.buyer import routers as buyer
from bot.telegram.dispatcher import membership
from bot.telegram.rights import RIGHTS, Right, Role
from bot.telegram.seller import routers as seller
from bot.telegram.seller.asking import Answers, Does

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rights.md"
AT_WORK = (Role.OWNER, Role.MANAGER, Role.PACKER, Role.CASHIER, Role.VIEWER)
_HEAD = """# Who may do what

Every handler of the bot that asks for more than everybody has, and who reaches it. The table is made from the routers
(`uv run python -m tests.support.rights_table`), and a test compares it with them. What is not in it (buying) is open to
everybody. Owners stand in `BOT_SELLERS`; the others are invited in chat (⚙️ → 👥). A button that somebody may not press
is not shown to them; pressed all the same, it is refused in words.

| where | what | right | owner | manager | packer | cashier | viewer |
|---|---|---|---|---|---|---|---|
"""


def handlers() -> Iterator[tuple[str, str, HandlerObject]]:
    """(router, kind of update, handler), everything the dispatcher is made of."""
    made = (membership(), group.router(), inline.router(), invoices.router(), *seller.routers(), *buyer.routers())
    for top in made:
        for router in top.chain_tail:
            for kind, observer in router.observers.items():
                if kind not in ("update", "error"):
                    for handler in observer.handlers:
                        yield str(router.name), kind, handler


def right_of(handler: HandlerObject) -> Right | None:
    right = handler.flags.get("right")
    return right if isinstance(right, Right) else None


def _said(handler: HandlerObject) -> str:
    """By what it is reached, in words that stay the same as long as it does."""
    for each in handler.filters or ():
        found: Any = each.callback
        if isinstance(found, Command):
            return " ".join(f"/{name}" for name in found.commands)
        if isinstance(found, Does):
            part = [getattr(found, "part", "")] if hasattr(found, "part") else []
            acts = [*found.acts, *part, *getattr(found, "names", ())]
            return f"{found.kind.__name__} {' '.join(str(act) for act in acts)}".strip()
        if isinstance(found, Answers):
            return f"answer: {found.question.state}".replace("Selling:", "")
    return f"message: {handler.callback.__name__}"


def table() -> str:
    lines = []
    for router, _kind, handler in handlers():
        right = right_of(handler)
        if right is Right.BUY:
            continue
        doors = " | ".join("✓" if right in RIGHTS[role] else "" for role in AT_WORK)
        lines.append(f"| {router} | {_said(handler)} | {right} | {doors} |")
    return _HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(table(), encoding="utf-8")
