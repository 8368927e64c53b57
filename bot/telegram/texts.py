"""What does the shop say, in the language of whoever reads it?"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentInt, FluentType
from fluent.syntax import ast

from bot.basics.languages import LANGUAGES, Language

NBSP: Final = "\u00a0"
_TOKEN: Final = re.compile("\ue000(\\d+)\ue001")
_LONELY_LETTER: Final = re.compile(r'(?<![^\s(«„“">\u00a0])([^\W\d_]) (?=\S|$)')
_COUNTS: Final = frozenset({"count", "days", "hours", "pieces"})
_COUNTED: Final = re.compile(r"(?<=\d) (?=[^\W\d_])")
_BEFORE_A_DASH: Final = re.compile(r" (?=—[ \u00a0])")
_BEFORE_A_FIELD: Final = re.compile(r"(?:(?<=[\s\u00a0]—)|(?<=(?<!\w)\w\w)|(?<=(?<!\w)\w)) $")


class Html(str):
    """Text that is valid Telegram HTML already: it passes into other texts as it is."""

    __slots__ = ()


def escaped(text: str) -> Html:
    """Somebody's words as they will be seen literally; an Html comes back untouched."""
    return text if isinstance(text, Html) else Html(escape(text))


def joined(parts: Iterable[str], between: str = "\n") -> Html:
    """Parts that say something, one after another; those that are not Html yet are escaped."""
    return Html(between.join(escaped(part) for part in parts if part))


def grouped(number: int) -> str:
    """`12000` → `12 000` with no-break spaces; four digits and fewer stay together (a year is a number too)."""
    if -10_000 < number < 10_000:
        return str(number).replace("-", "−")
    return f"{number:,}".replace(",", NBSP).replace("-", "−")


def hang(text: str, language: Language) -> str:
    """A number stays with what it counts, no dash begins a line, no one-letter word (ru and pl) ends one."""
    text = _BEFORE_A_DASH.sub(NBSP, _COUNTED.sub(NBSP, text))
    return text if language == "en" else _LONELY_LETTER.sub(r"\1" + NBSP, text)


class _Said(FluentType):
    """A string field: chooses variants by what it says, prints as a token that is replaced at the very end.

    fluent.runtime refuses any part longer than 2,500 characters; a description may be longer.
    """

    __slots__ = ("text", "token")

    def __init__(self, text: str, token: str) -> None:
        self.text, self.token = text, token

    def __eq__(self, other: object) -> bool:
        return self.text == other

    def __hash__(self) -> int:
        return hash(self.text)

    def format(self, _locale: object) -> str:
        return self.token


class _Count(FluentInt):
    """An integer field: plural rules work on it, and it prints in a microsecond instead of Babel's sixty."""

    def format(self, _locale: object) -> str:
        return grouped(int(self))


class Texts:
    """The texts of one language. Fields are strings (escaped unless Html) and integers, nothing else."""

    def __init__(self, language: Language, sources: Mapping[str, str], fallback: "Texts | None" = None) -> None:
        """`sources`: file name → Fluent source. Raises ValueError for a file that is no good Fluent."""
        self.language: Final[Language] = language
        self._fallback = fallback
        self._bundle = FluentBundle([language], use_isolating=False)
        self._messages: dict[str, ast.Message | ast.Term] = {}
        for name, source in sources.items():
            self._add(name, source)
        self._variables = {key: self._variables_of(key, ()) for key in self.keys}
        self._plain_parts = {
            key: parts for key in self.keys if (parts := _plain_parts(self._messages[key].value)) is not None
        }

    def __call__(self, key: str, /, **fields: str | int) -> Html:
        """The text as Telegram HTML. Raises KeyError for an unknown key or a missing field."""
        return Html(self._filled(key, {name: self._said(name, value) for name, value in fields.items()}))

    def _said(self, name: str, value: str | int) -> str | int:
        """Titles of works wrap as our own words do."""
        if name == "title" and isinstance(value, str) and not isinstance(value, Html):
            return _safe(name, hang(value, self.language))
        return _safe(name, value)

    def plain(self, key: str, /, **fields: str | int) -> str:
        """The text where Telegram reads no HTML: button labels, answers to taps, titles of invoices, commands.

        Raises KeyError as the call does, TypeError for an Html field.
        """
        for name, value in fields.items():
            if isinstance(value, Html):
                raise TypeError(f"{key}: {name} is Html, but nothing reads tags here")
            _safe(name, value)
        return self._filled(key, fields)

    @property
    def keys(self) -> frozenset[str]:
        """Keys this language has itself."""
        return frozenset(key for key in self._messages if not key.startswith("-"))

    def variables(self, key: str) -> frozenset[str]:
        """Fields that the text asks for; all of them have to be given. Raises KeyError for an unknown key."""
        return self._variables[key]

    def source(self, key: str) -> str:
        """Every piece of literal text under the key, for checks of tags and length."""
        return "".join(node.value for node in _inside(self._messages[key]) if isinstance(node, ast.TextElement))

    def _add(self, name: str, source: str) -> None:
        resource = FluentResource(source)
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise ValueError(  # noqa: TRY004 - the file is wrong, not an argument's type
                    f"{self.language}/{name}: not Fluent: {(entry.content or '').strip()[:80]!r}"
                )
            if not isinstance(entry, ast.Message | ast.Term):
                continue
            key = entry.id.name if isinstance(entry, ast.Message) else f"-{entry.id.name}"
            if key in self._messages:
                raise ValueError(f"{self.language}/{name}: {key} is there twice")
            if entry.value is None or entry.attributes:
                raise ValueError(f"{self.language}/{name}: {key} has to have a text and no attributes")
            for node in _inside(entry):
                if isinstance(node, ast.TextElement):
                    node.value = hang(node.value, self.language)
                elif isinstance(node, ast.Pattern):
                    _hold_fields(node)
            self._messages[key] = entry
        self._bundle.add_resource(resource)

    def _variables_of(self, key: str, path: tuple[str, ...]) -> frozenset[str]:
        if key not in self._messages or key in path:
            raise ValueError(f"{self.language}: {' → '.join((*path, key))} leads nowhere")
        names: set[str] = set()
        for node in _inside(self._messages[key]):
            if isinstance(node, ast.VariableReference):
                names.add(node.id.name)
            elif isinstance(node, ast.MessageReference):
                names |= self._variables_of(node.id.name, (*path, key))
            elif isinstance(node, ast.TermReference):
                names |= self._variables_of(f"-{node.id.name}", (*path, key))
        return frozenset(names)

    def _filled(self, key: str, fields: Mapping[str, str | int]) -> str:
        if key not in self._variables:
            if self._fallback is None:
                raise KeyError(f"no text {key!r} in {self.language}")
            return self._fallback._filled(key, fields)
        missing = self._variables[key] - fields.keys()
        if missing:
            raise KeyError(f"text {key!r} needs {', '.join(sorted(missing))}")
        parts = self._plain_parts.get(key)
        if parts is None:
            return self._resolved(key, fields)
        return "".join(_shown(fields[part]) if is_field else part for part, is_field in parts)

    def _resolved(self, key: str, fields: Mapping[str, str | int]) -> str:
        arguments: dict[str, FluentType] = {}
        for index, (name, value) in enumerate(fields.items()):
            if isinstance(value, int):
                arguments[name] = _Count(value)
            else:
                arguments[name] = _Said(value, f"\ue000{index}\ue001")
        errors: list[Exception] = []
        environment = ResolverEnvironment(
            context=self._bundle, errors=errors, current=CurrentEnvironment(args=arguments)
        )
        pattern = self._bundle.get_message(key).value
        assert pattern is not None, key  # noqa: S101 - a message without a value is refused when it is loaded
        text = pattern(environment)
        if errors:
            raise KeyError(f"text {key!r} in {self.language}: {errors}")
        values = [_shown(value) for value in fields.values()]
        return _TOKEN.sub(lambda found: _by_index(values, found), str(text))


def load_texts(folder: Path | None = None) -> dict[Language, Texts]:
    """Texts of every language of the shop; what a language lacks is said in Russian.

    `folder` holds `<language>/*.ftl`; by default the one of the checkout or of the installed package.
    Raises ValueError for a file that cannot be read as Fluent, FileNotFoundError for a language without files.
    """
    home = folder or locales_folder()
    russian = Texts("ru", _sources(home / "ru"))
    return {
        language: russian if language == "ru" else Texts(language, _sources(home / language), russian)
        for language in LANGUAGES
    }


def locales_folder() -> Path:
    """`locales/` of the checkout, or its copy inside an installed package."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "_shipped" / "locales"
    return shipped if shipped.is_dir() else package.parent / "locales"


def _sources(folder: Path) -> dict[str, str]:
    files = sorted(folder.glob("*.ftl"))
    if not files:
        raise FileNotFoundError(f"no texts in {folder}")
    return {file.name: file.read_text(encoding="utf-8") for file in files}


def _inside(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    """The node and everything under it."""
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else (value,):
            if isinstance(child, ast.BaseNode):
                yield from _inside(child)


def _hold_fields(pattern: ast.Pattern) -> None:
    """A short word or a dash stays with the field after it, and a count with the word after it."""
    for text, after in itertools.pairwise(pattern.elements):
        if isinstance(text, ast.TextElement) and isinstance(after, ast.Placeable):
            text.value = _BEFORE_A_FIELD.sub(NBSP, text.value)
        elif isinstance(after, ast.TextElement) and after.value.startswith(" ") and _is_count(text):
            after.value = re.sub(r"^ (?=\w)", NBSP, after.value)


def _is_count(element: ast.TextElement | ast.Placeable) -> bool:
    reference = element.expression if isinstance(element, ast.Placeable) else None
    return isinstance(reference, ast.VariableReference) and reference.id.name in _COUNTS


def _safe(name: str, value: object) -> str | int:
    if isinstance(value, Html):
        return value
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise TypeError(f"field {name} is a {type(value).__name__}; texts take ready strings and integers")


def _shown(value: str | int) -> str:
    return value if isinstance(value, str) else grouped(value)


def _by_index(values: list[str], found: re.Match[str]) -> str:
    index = int(found[1])
    return values[index] if index < len(values) else found[0]


def _plain_parts(pattern: ast.Pattern | None) -> tuple[tuple[str, bool], ...] | None:
    """(text, False) and (field, True) in order, if the text consists of nothing else: most do, and joining is fast."""
    parts: list[tuple[str, bool]] = []
    for element in pattern.elements if pattern else ():
        if isinstance(element, ast.TextElement):
            parts.append((element.value, False))
        elif isinstance(element.expression, ast.VariableReference):
            parts.append((element.expression.id.name, True))
        elif isinstance(element.expression, ast.StringLiteral):
            parts.append((str(element.expression.parse()["value"]), False))
        else:
            return None
    return tuple(parts)
