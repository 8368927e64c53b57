"""Does every language say everything, and does the code ask only for what is said?"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from bot.basics.languages import LANGUAGES, Language
from bot.telegram.texts import Texts, load_texts, locales_folder

ROOT = Path(__file__).resolve().parents[1]
TAG = re.compile(r"<(/?)([^>]*)>?")
TELEGRAM_TAGS = {
    "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "tg-spoiler", "a", "code", "pre", "blockquote",
    "tg-emoji",
}  # fmt: skip
KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")


@dataclass(frozen=True)
class Asked:
    """One place in the code that asks for a text."""

    where: str
    key: str
    """The key, or its beginning where the rest is put in at run time."""
    fields: frozenset[str] | None
    """None where they cannot be read from the code."""
    plain: bool = False
    whole: bool = True


@cache
def texts() -> dict[Language, Texts]:
    return load_texts()


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    return tuple(
        (path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted((ROOT / "bot").rglob("*.py"))
    )


def keys_of(argument: ast.expr) -> Iterator[tuple[str, bool]]:
    """Keys that an argument may be: a string, either side of a condition, the beginning of an f-string."""
    match argument:
        case ast.Constant(value=str() as key):
            yield key, True
        case ast.IfExp(body=body, orelse=orelse):
            yield from keys_of(body)
            yield from keys_of(orelse)
        case ast.JoinedStr(values=[ast.Constant(value=str() as beginning), *_]):
            yield beginning, False


def named(call: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name)


def name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def is_texts(node: ast.expr) -> bool:
    """`texts`, `self.texts`, `buyer_texts`, `texts[language]`."""
    return is_texts(node.value) if isinstance(node, ast.Subscript) else name_of(node).endswith("texts")


def asked_by_calls(where: str, tree: ast.Module) -> Iterator[Asked]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        plain = isinstance(node.func, ast.Attribute) and node.func.attr == "plain" and is_texts(node.func.value)
        if plain or is_texts(node.func):
            for key, whole in keys_of(node.args[0]):
                yield Asked(f"{where}:{node.lineno}", key, named(node), plain, whole)


def refusals() -> dict[str, ast.ClassDef]:
    """Every ShopError class by its name, the heirs of heirs too."""
    classes = {node.name: node for _, tree in trees() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    known: dict[str, ast.ClassDef] = {}
    names = {"ShopError"}
    while heirs := {
        name for name, node in classes.items() if name not in known and names & set(map(name_of, node.bases))
    }:
        known |= {name: classes[name] for name in heirs}
        names |= heirs
    return known


def class_key(node: ast.ClassDef) -> str | None:
    for line in node.body:
        target = (
            line.target
            if isinstance(line, ast.AnnAssign)
            else line.targets[0]
            if isinstance(line, ast.Assign)
            else None
        )
        value = line.value if isinstance(line, ast.AnnAssign | ast.Assign) else None
        if target is not None and name_of(target) == "key" and isinstance(value, ast.Constant):
            return str(value.value)
    return None


def own_init(name: str, known: dict[str, ast.ClassDef]) -> ast.FunctionDef | None:
    """The constructor of a refusal or of the nearest parent that has one."""
    node = known.get(name)
    if node is None:
        return None
    for line in node.body:
        if isinstance(line, ast.FunctionDef) and line.name == "__init__":
            return line
    return next((init for base in node.bases if (init := own_init(name_of(base), known))), None)


def asked_by_refusals() -> Iterator[Asked]:
    """Keys of ShopErrors: fields stand in the constructor's call of its parent, or where the error is raised."""
    known = refusals()
    for name, node in known.items():
        key = class_key(node)
        init = own_init(name, known)
        if key is None:
            continue
        yield Asked(name, key, None)
        for call in ast.walk(init) if init else ():
            if isinstance(call, ast.Call) and name_of(call.func) == "__init__":
                yield Asked(name, key, named(call))
    for where, tree in trees():
        for raised in ast.walk(tree):
            if not isinstance(raised, ast.Raise) or raised.exc is None:
                continue
            call = raised.exc
            name = name_of(call.func) if isinstance(call, ast.Call) else name_of(call)
            if name not in known and name != "ShopError":
                continue
            fields = named(call) if isinstance(call, ast.Call) else frozenset[str]()
            given = next(keys_of(call.args[0]), None) if isinstance(call, ast.Call) and call.args else None
            if own_init(name, known) is None:
                found = given or ((class_key(known[name]) or "", True) if name in known else None)
                if found and found[0]:
                    yield Asked(f"{where}:{raised.lineno}", found[0], fields, whole=found[1])


def asked() -> list[Asked]:
    calls = [place for where, tree in trees() for place in asked_by_calls(where, tree)]
    return [*calls, *asked_by_refusals()]


def constants() -> set[str]:
    """Every string of the code that looks like a key: tables of states name texts too."""
    return {
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_key(language: Language) -> None:
    everything = frozenset[str]().union(*(said.keys for said in texts().values()))
    assert sorted(everything - texts()[language].keys) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_asks_for_the_same_fields(language: Language) -> None:
    russian, said = texts()["ru"], texts()[language]
    different = {
        key: (sorted(russian.variables(key)), sorted(said.variables(key)))
        for key in russian.keys & said.keys
        if russian.variables(key) != said.variables(key)
    }
    assert different == {}


def test_every_language_has_the_same_files() -> None:
    files = {language: sorted(file.name for file in (locales_folder() / language).iterdir()) for language in LANGUAGES}
    assert all(names == files["ru"] for names in files.values()), files


def test_every_text_that_the_code_asks_for_exists() -> None:
    keys = texts()["ru"].keys
    missing = sorted(
        {
            f"{place.where}: {place.key}"
            for place in asked()
            if (place.key not in keys if place.whole else not any(key.startswith(place.key) for key in keys))
        }
    )
    assert missing == []


def test_the_code_gives_every_field_that_a_text_asks_for() -> None:
    russian = texts()["ru"]
    lacking = [
        f"{place.where}: {place.key} needs {sorted(russian.variables(place.key) - place.fields)}"
        for place in asked()
        if place.whole and place.fields is not None and place.key in russian.keys
        if russian.variables(place.key) - place.fields
    ]
    assert lacking == []


def test_no_text_is_left_that_nobody_asks_for() -> None:
    beginnings = tuple({place.key for place in asked() if not place.whole})
    whole = {place.key for place in asked() if place.whole} | constants()
    sources = "".join(file.read_text(encoding="utf-8") for file in (locales_folder() / "ru").glob("*.ftl"))
    referred = set(re.findall(r"\{ *([a-z][a-z0-9-]*) *\}", sources))
    unused = sorted(
        key for key in texts()["ru"].keys - whole - referred if not (beginnings and key.startswith(beginnings))
    )
    assert unused == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_hold_no_tag_that_telegram_would_refuse(language: Language) -> None:
    said = texts()[language]
    bad = []
    for key in sorted(said.keys):
        source = said.source(key)
        names = [(closing, re.split(r"[\s=]", inside)[0]) for closing, inside in TAG.findall(source)]
        opened = sorted(name for closing, name in names if not closing)
        closed = sorted(name for closing, name in names if closing)
        if opened != closed or not {name for _, name in names} <= TELEGRAM_TAGS or re.search(r"<[^>]*$", source):
            bad.append(f"{key}: {source}")
        if re.search(r"&(?!(?:lt|gt|amp|quot);)", source):
            bad.append(f"{key}: a bare ampersand")
    assert bad == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_shown_where_nothing_reads_tags_hold_none(language: Language) -> None:
    said = texts()[language]
    plain = {place.key for place in asked() if place.plain and place.whole} & said.keys
    assert sorted(key for key in plain if re.search(r"[<>]|&\w+;", said.source(key))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_refusals_begin_with_their_emoji_in_every_language(language: Language) -> None:
    said = texts()[language]
    heads = ("🙅", "😔", "⌛", "⚠️")
    keys = {place.key for place in asked_by_refusals() if place.whole} & said.keys
    bare = [key for key in sorted(keys) if not said.source(key).startswith(heads)]
    assert bare == []
    assert [key for key in sorted(keys) if said.source(key)[0] != texts()["ru"].source(key)[0]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_typeset(language: Language) -> None:
    said = texts()[language]
    wrong = [key for key in sorted(said.keys) if re.search(r"\.\.\.|!!| - |Oops|\"(?![^<]*>)", said.source(key))]
    assert wrong == []
