"""What does the command line do to a shop's database? Beside a running bot, and without loading Telegram or the web."""

import argparse
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import bot.shop.shop  # noqa: F401 (brings every table)
from bot.basics.clock import SystemClock
from bot.basics.errors import ShopError, WrongSetting
from bot.basics.ids import VariantId
from bot.basics.money import decimal_text
from bot.settings import Settings
from bot.shop.catalogue.reads import lines as works
from bot.shop.channels.errors import ChannelExists, NoSuchChannel
from bot.shop.channels.use_cases import ChannelRegister
from bot.shop.channels.values import ChannelKind, NewKeys
from bot.shop.files.errors import NothingToImport
from bot.shop.files.use_cases import Exports, Imports
from bot.shop.files.values import Kind
from bot.shop.hooks.errors import BadHookAddress
from bot.shop.hooks.rules import address
from bot.shop.hooks.use_cases import Hooks
from bot.shop.payments import reads as payments
from bot.shop.pickup.reads import places
from bot.shop.pickup.rules import FIRST_CODE, first_place
from bot.shop.pickup.use_cases import Pickup
from bot.shop.stock import reads as stock
from bot.shop.waiting import reads as waiting
from bot.storage import backups, migrations, troubles
from bot.storage.database import Database
from bot.storage.engines import database_url

_BAR = 30
_SHOWN = 20
"""Differences that a dry run names one by one."""
_NO_CHANNEL = 0


async def do(given: argparse.Namespace, settings: Settings) -> int:
    """The exit code: 0, or 1 for a proof that failed. Raises WrongSetting with one line for everything else."""
    with troubles.told():
        match given.command, getattr(given, "action", None):
            case "db", "upgrade":
                return await _upgrade(settings)
            case "db", "current":
                return await _current(settings)
            case "db", "check":
                return await _check(settings)
            case "db", "copy":
                return await _copy(given.source, given.target)
            case "stock", _:
                return await _prove(settings, "stock")
            case "money", _:
                return await _prove(settings, "money")
            case "channels", action:
                return await _channels(settings, str(action), given)
            case "import", _:
                return await _take_in(settings, Path(given.file), apply=given.apply)
            case "export", _:
                return await _give_out(settings, given.kind, Path(given.file))
            case "backup", _:
                return await _back_up(settings, Path(given.file))
            case "restore", _:
                return await _restore(settings, Path(given.file))
    return 2


@asynccontextmanager
async def _opened(settings: Settings, *, made: bool = False) -> AsyncIterator[Database]:
    """The database, which a look does not make. Only a running bot checkpoints."""
    url = database_url(settings.database_url)
    if not made:
        backups.must_exist(url)
    database = Database(url, checkpoints=False)
    try:
        yield database
    finally:
        await database.close()


async def _upgrade(settings: Settings) -> int:
    async with _opened(settings, made=True) as database:
        before, after = await migrations.upgrade(database.writer)
    _say(f"Nothing to do: at {after}." if before == after else f"From {before or 'nothing'} to {after}.")
    return 0


async def _current(settings: Settings) -> int:
    async with _opened(settings) as database:
        found, head = await migrations.current(database.reader), migrations.head()
    if found is None:
        _say(f"none; this version is at {head}: `vernissage db upgrade`")
    elif found == head:
        _say(f"{found} (head)")
    elif migrations.knows(found):
        _say(f"{found}; this version is at {head}: `vernissage db upgrade`")
    else:
        _say(f"{found}; this version is at {head}: a newer one has made the database")
    return 0


async def _check(settings: Settings) -> int:
    async with _opened(settings) as database:
        await backups.must_be_current(database.reader)
        lacking = await migrations.check(database.reader)
    for line in lacking:
        _say(line)
    if not lacking:
        _say("ok: tables and code agree.")
    return 1 if lacking else 0


async def _channels(settings: Settings, action: str, given: argparse.Namespace) -> int:
    """Sales channels. A key is shown once, alone on the last line of stdout; only its hash is kept."""
    async with _opened(settings) as database:
        await backups.must_be_current(database.reader)
        register = ChannelRegister(database)
        try:
            match action:
                case "add":
                    if given.webhook:
                        address(given.webhook, local=True)
                    keys = await register.add(given.code, ChannelKind(given.kind))
                    if given.webhook:
                        await Hooks(database, None).set_address(given.code, given.webhook, local=True)
                    _show_keys(settings, keys)
                case "rotate-key":
                    _show_keys(settings, await register.rotate_key(given.code))
                case "disable":
                    await register.disable(given.code)
                    _say(f"{given.code}: disabled, its key opens nothing any more.")
                case _:
                    for each in await register.all():
                        line = f"{each.code:<20} {each.kind:<12} {'on' if each.enabled else 'off':<4}"
                        _say(f"{line} {each.webhook_url or ''}".rstrip())
        except BadHookAddress:
            raise WrongSetting(
                "--webhook has to be an https address that is reachable from everywhere, or one of this machine."
            ) from None
        except ChannelExists:
            raise WrongSetting(f"There is a channel {given.code} already. Choose another code.") from None
        except NoSuchChannel:
            raise WrongSetting(f"There is no channel {given.code}. `vernissage channels list` shows them.") from None
    return 0


def _show_keys(settings: Settings, keys: NewKeys) -> None:
    base = settings.address
    _say(f"Signing secret of its webhooks: {keys.signing_secret}")
    _say(f"API: {base}/api/v1")
    _say("Feeds to pull, each a secret address:")
    for name in ("yml.xml", "google.xml", "stock.csv"):
        _say(f"  {base}/feeds/{keys.feed_token}/{name}")
    _say("The key, shown this once:")
    _say(keys.key)


async def _prove(settings: Settings, *books: str) -> int:
    """Print what is not explained."""
    async with _opened(settings) as database:
        await backups.must_be_current(database.reader)
        found = {book: await (_stock if book == "stock" else _money)(database) for book in books}
    for book, lines in found.items():
        for line in lines:
            _say(line)
        whole = f"ok: every {'piece' if book == 'stock' else 'amount'} is explained."
        _say(f"{book}: {len(lines)} not explained." if lines else whole)
    return 1 if any(found.values()) else 0


async def _stock(database: Database) -> list[str]:
    async with database.reading() as session:
        found = [*await stock.differences(session), *await waiting.differences(session)]
        wanted = sorted({VariantId(variant) for variant, *_ in found})
        names: dict[VariantId, str] = {}
        for start in range(0, len(wanted), 500):
            some = await works(session, wanted[start : start + 500], "en", only_listed=False)
            names |= {variant: work.sku for variant, work in some.items()}
        codes = {int(place.id): place.code for place in await places(session)}
    return [
        f"{names.get(VariantId(variant), f'variant {variant}')} at {codes.get(place, f'place {place}')}: {what}: "
        f"is {is_now}, should be {should_be}"
        for variant, place, what, is_now, should_be in found
    ]


async def _money(database: Database) -> list[str]:
    async with database.reading() as session:
        found = await payments.differences(session)
    return [
        f"{each.order}: {each.what}: is {decimal_text(each.is_now)}, should be {decimal_text(each.should_be)}"
        for each in found
    ]


async def _take_in(settings: Settings, file: Path, *, apply: bool) -> int:
    """A dry run, or the import itself: what changes, and every row that is left alone with its reason."""
    from bot.basics import sheets
    from bot.telegram.texts import load_texts

    words = load_texts()["en"]
    data = _content(file)
    async with _opened(settings) as database:
        await backups.must_be_current(database.reader)
        # a shop that has never run has no place for its pieces yet
        place = first_place(settings.shop_pickup, settings.shop_name, settings.shop_language)
        await Pickup(database).begin(place, FIRST_CODE)
        imports = Imports(database, settings.shop_language, settings.shop_currency)
        with _Progress("import") as told:
            try:
                told(0, 3)
                table = sheets.read(data, file.name)
                told(1, 3)
                kept, plan = await imports.look(file.name, data, table, None)
                told(2, 3)
                if apply:
                    await imports.apply(kept.id, None)
                else:
                    await imports.drop(kept.id)
            except NothingToImport:
                apply = False
            except ShopError as refusal:
                raise WrongSetting(words.plain(refusal.text_key, **refusal.fields)) from None
    for each in plan.differences[:_SHOWN]:
        _say(f"{each.sku}: {each.what} {_shortly(each.before)} → {_shortly(each.after)}")
    if len(plan.differences) > _SHOWN:
        _say(f"… and {len(plan.differences) - _SHOWN} more")
    for problem in plan.problems:
        _say(f"line {problem.line}: {words.plain(problem.fault.value, said=problem.said)}")
    _say(
        f"{plan.changed} change, {len(plan.new)} new, {plan.same} as they are, {len(plan.problems)} left alone, "
        f"{plan.absent} absent: untouched."
    )
    if kept.before is not None:
        _say(f"This very file was applied before, on {kept.before:%Y-%m-%d %H:%M} UTC.")
    _say("Done." if apply else "Nothing was changed." if not plan.changed and not plan.new else "A dry run: --apply.")
    return 0


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as trouble:
        raise WrongSetting(f"{file} cannot be read: {trouble.strerror}.") from None


def _write(file: Path, data: bytes) -> None:
    """Whole or not at all."""
    half = file.with_name(f".{file.name}.part")
    try:
        half.write_bytes(data)
        half.replace(file)
    except OSError as trouble:
        raise WrongSetting(f"{file} cannot be written: {trouble.strerror}.") from None


def _shortly(value: str | int | None) -> str:
    return "—" if value is None or value == "" else str(value)[:40]


async def _give_out(settings: Settings, kind: str, file: Path) -> int:
    """One file."""
    endings = (".xml", ".yml") if kind == "yml" else (".csv", ".xlsx")
    if file.suffix.lower() not in endings:
        raise WrongSetting(f"{file}: the name has to end in {' or '.join(endings)}.")
    from bot.basics import sheets

    async with _opened(settings) as database:
        await backups.must_be_current(database.reader)
        with _Progress("export") as told:
            told(0, 2)
            if kind == "yml":
                data = await _price_list(database, settings)
            else:
                table = await Exports(database).table(Kind(kind), settings.shop_language)
                told(1, 2)
                data = (sheets.workbook if file.suffix.lower() == ".xlsx" else sheets.separated)(table)
    _write(file, data)
    _say(f"ok: {file}, {len(data) / 1e6:.1f} MB.")
    return 0


async def _price_list(database: Database, settings: Settings) -> bytes:
    """The whole catalogue as YML; links and pictures where the shop has a public address."""
    from bot.shop.catalogue.reads import all_categories
    from bot.shop.exchange.reads import offered_page
    from bot.telegram.texts import load_texts
    from bot.web.feeds import yml
    from bot.web.feeds.head import FeedHead

    language = settings.shop_language
    parts = [yml.opening(database.clock.now())]
    async with database.reading() as session:
        head = FeedHead(
            name=settings.shop_name,
            company=settings.shop_seller_name or settings.shop_name,
            base=settings.public_url or settings.address,
            bot="",
            currency=settings.shop_currency,
            language=language,
            source="",
            categories=await all_categories(session, language),
            word=load_texts()[language].plain,
        )
        parts.append(yml.before(head))
        cursor: str | None = None
        while True:
            page = await offered_page(session, _NO_CHANNEL, cursor, 500)
            parts.append(yml.offers(head, page.works))
            if not page.more:
                break
            cursor = page.cursor
    return "".join([*parts, yml.after()]).encode()


async def _back_up(settings: Settings, file: Path) -> int:
    with _Progress("backup") as told:
        await backups.back_up(database_url(settings.database_url), file, told)
    _say(f"ok: {file}, {backups.size(file) / 1e6:.1f} MB.")
    return 0


async def _restore(settings: Settings, file: Path) -> int:
    with _Progress("restore") as told:
        kept = await backups.restore(database_url(settings.database_url), file, SystemClock().now(), told)
    _say(f"ok: the shop is as {file} has it." + (f" What was there before: {kept}" if kept else ""))
    return await _prove(settings, "stock", "money")


async def _copy(source: str, target: str) -> int:
    with _Progress("copy") as told:
        rows = await backups.move(source, target, SystemClock().now(), told)
    for name, count in rows.items():
        if count:
            _say(f"{name:<20} {count:>10}")
    _say(f"ok: both are equal, {sum(rows.values())} rows in {len(rows)} tables. Next: DATABASE_URL, start the bot.")
    return 0


class _Progress:
    """A bar on a terminal, nothing elsewhere."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._shown_at = 0.0

    def __enter__(self) -> "_Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown_at:
            print(f"\r{' ' * (len(self._name) + _BAR + 8)}\r", end="", file=sys.stderr, flush=True)

    def __call__(self, done: int, all_of_it: int) -> None:
        if not sys.stderr.isatty() or time.monotonic() < self._shown_at + 0.1:
            return
        self._shown_at = time.monotonic()
        part = min(done / max(all_of_it, 1), 1.0)
        bar = "█" * round(part * _BAR)
        print(f"\r{self._name} {bar:<{_BAR}} {part:4.0%}", end="", file=sys.stderr, flush=True)


def _say(line: str) -> None:
    print(line)
