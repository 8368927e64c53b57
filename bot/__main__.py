"""What can one say to the shop on the command line? Nothing heavy is imported before it is needed."""

import argparse
import asyncio
import os
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.basics.errors import WrongSetting

if TYPE_CHECKING:
    from bot.settings import Settings


EXPORT_KINDS = ("stock", "products", "orders", "customers", "yml")
CHANNEL_KINDS = ("website", "marketplace", "fair", "gallery", "shop", "hub")


def parser() -> argparse.ArgumentParser:
    """The commands of docs and contracts, and nothing else."""
    top = argparse.ArgumentParser(prog="vernissage", description="A storefront inside Telegram.")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("run", help="migrate the database, then run bot, HTTP and jobs (default)")
    demo = commands.add_parser("demo", help="the demo shop in the browser: no token, no keys, no network")
    demo.add_argument("--port", type=int, help="the port on 127.0.0.1 (default: HTTP_PORT, or the next free one)")
    demo.add_argument("--reset", action="store_true", help="begin anew")
    commands.add_parser("doctor", help="check the set-up, one line each with the remedy")
    db = commands.add_parser("db", help="migrations")
    db_commands = db.add_subparsers(dest="action", metavar="ACTION", required=True)
    db_commands.add_parser("upgrade", help="bring the database to this version")
    db_commands.add_parser("current", help="print its revision")
    db_commands.add_parser("check", help="prove that tables and code agree")
    copy = db_commands.add_parser("copy", help="move a shop between databases and prove both equal")
    copy.add_argument("source", metavar="FROM_URL")
    copy.add_argument("target", metavar="TO_URL")
    for name, proves in (("stock", "every count is explained"), ("money", "every amount is explained")):
        book = commands.add_parser(name, help=f"prove that {proves}")
        book.add_subparsers(dest="action", metavar="ACTION", required=True).add_parser("check", help="exit 1 if not")
    channels = commands.add_parser("channels", help="the other places where the seller sells, and their API keys")
    channel_commands = channels.add_subparsers(dest="action", metavar="ACTION", required=True)
    add = channel_commands.add_parser("add", help="register one; prints its key once")
    add.add_argument("code", type=_code, metavar="CODE")
    add.add_argument("--kind", required=True, choices=CHANNEL_KINDS)
    add.add_argument("--webhook", metavar="URL")
    channel_commands.add_parser("list", help="all of them")
    for name, does in (("rotate-key", "a new key; the old one opens nothing"), ("disable", "shut it out")):
        channel_commands.add_parser(name, help=does).add_argument("code", metavar="CODE")
    taking = commands.add_parser("import", help="take works and counts in from CSV, XLSX or YML; a dry run")
    taking.add_argument("file")
    taking.add_argument("--apply", action="store_true", help="do it, not only show what it would do")
    giving = commands.add_parser("export", help="write stock, products, orders, customers or yml into a file")
    giving.add_argument("kind", metavar="KIND", choices=EXPORT_KINDS)
    giving.add_argument("file", help="its ending says how: .csv or .xlsx; .xml or .yml for yml")
    backup = commands.add_parser("backup", help="a consistent copy of a running shop, photos included")
    backup.add_argument("file")
    restore = commands.add_parser("restore", help="put a backup in place of the database")
    restore.add_argument("file")
    return top


def _code(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,39}", text):
        raise argparse.ArgumentTypeError("1–40 of a-z 0-9 _ -")
    return text


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0, 1 for trouble or a broken invariant, 2 for wrong usage."""
    given = parser().parse_args(arguments)
    try:
        return _obey(given)
    except WrongSetting as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as trouble:
        if os.environ.get("LOG_LEVEL") == "DEBUG":
            raise
        print(_one_line(trouble), file=sys.stderr)
        return 1


def _one_line(trouble: Exception) -> str:
    from bot.storage.troubles import sentence

    bug = f"{type(trouble).__name__}: {trouble}".splitlines()[0]
    return sentence(trouble) or f"A bug, please report it: {bug} (LOG_LEVEL=DEBUG shows where)"


def _obey(given: argparse.Namespace) -> int:
    from bot.settings import load_settings

    settings = load_settings()
    if given.command not in (None, "run"):
        from bot.basics import logs

        logs.configure("ERROR", settings.log_format)
    match given.command:
        case None | "run":
            if not settings.bot_token.get_secret_value():
                print("BOT_TOKEN is not set: this is the demo shop. `vernissage --help` tells more.", file=sys.stderr)
                return _demo(settings, None, reset=False)
            from bot.wiring import run

            asyncio.run(run(settings))
            return 0
        case "demo":
            return _demo(settings, given.port, reset=given.reset)
        case "channels" | "db" | "stock" | "money" | "backup" | "restore" | "import" | "export":
            from bot import chores

            return asyncio.run(chores.do(given, settings))
        case "doctor":
            from bot import doctor

            return asyncio.run(doctor.examine(settings))
    return 2


def _demo(settings: "Settings", port: int | None, *, reset: bool) -> int:
    from bot.demo import run_demo

    asyncio.run(run_demo(settings, port=port, reset=reset))
    return 0


if __name__ == "__main__":
    sys.exit(main())
