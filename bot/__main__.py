"""What can one say to the shop on the command line? Nothing heavy is imported before it is needed."""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from bot.basics.errors import WrongSetting

NO_BOT = "BOT_TOKEN is not set. Get one from @BotFather and put it into .env, or try `vernissage demo`."


def parser() -> argparse.ArgumentParser:
    """The commands of docs and contracts, and nothing else."""
    top = argparse.ArgumentParser(prog="vernissage", description="A storefront inside Telegram.")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("run", help="migrate the database, then run bot, HTTP and jobs (default)")
    commands.add_parser("doctor", help="check the set-up, one line each with the remedy")
    db = commands.add_parser("db", help="migrations")
    db_commands = db.add_subparsers(dest="action", metavar="ACTION", required=True)
    db_commands.add_parser("upgrade", help="bring the database to this version")
    db_commands.add_parser("current", help="print its revision")
    db_commands.add_parser("check", help="prove that tables and code agree")
    for name, proves in (("stock", "every count is explained"), ("money", "every amount is explained")):
        book = commands.add_parser(name, help=f"prove that {proves}")
        book.add_subparsers(dest="action", metavar="ACTION", required=True).add_parser("check", help="exit 1 if not")
    backup = commands.add_parser("backup", help="a consistent copy of a running shop, photos included")
    backup.add_argument("file")
    restore = commands.add_parser("restore", help="put a backup in place of the database")
    restore.add_argument("file")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0, 1 for trouble or a broken invariant, 2 for wrong usage."""
    given = parser().parse_args(arguments)
    try:
        return _obey(given)
    except WrongSetting as trouble:
        print(trouble, file=sys.stderr)
        return 2 if str(trouble) == NO_BOT else 1
    except KeyboardInterrupt:
        return 130


def _obey(given: argparse.Namespace) -> int:
    from bot.settings import load_settings

    settings = load_settings()
    match given.command:
        case None | "run":
            if not settings.bot_token.get_secret_value():
                raise WrongSetting(NO_BOT)
            from bot.wiring import run

            asyncio.run(run(settings))
            return 0
        case "db" | "stock" | "money" | "backup" | "restore":
            from bot import chores

            return asyncio.run(chores.do(given, settings))
        case "doctor":
            from bot import doctor

            return asyncio.run(doctor.examine(settings))
    return 2


if __name__ == "__main__":
    sys.exit(main())
