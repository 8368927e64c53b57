"""How is XML of strangers read? In one pass, without a tree: what is not wanted is never held, and no entity exists."""

from collections.abc import Callable
from typing import IO, Final
from xml.parsers import expat

from bot.basics.errors import ShopError

MOST_SIGNS: Final = 10_000
"""Of one text; the rest is left out."""
_CHUNK: Final = 1 << 16
_DEEPEST: Final = 64
_LONGEST: Final = 1_000_000
"""Of one tag with everything in it."""


class FileRefused(ShopError):
    """What was sent is no table that may be read; the key says what to do instead."""


def walk(source: IO[bytes], opened: Callable[[str, dict[str, str]], None], closed: Callable[[str, str], None]) -> None:
    """Tell of each element, without its namespace: when it opens, with its attributes; when it closes, with its text.

    Raises FileRefused for what is broken, declares entities, or is built to swell; whatever the two raise ends it.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    text: list[str] = []
    depth = signs = 0

    def begins(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, signs
        depth, signs = depth + 1, 0
        if depth > _DEEPEST:
            raise FileRefused("file-hostile")
        text.clear()
        opened(name.rpartition(":")[2] if ":" in name else name, attributes)

    def ends(name: str) -> None:
        nonlocal depth, signs
        depth, signs = depth - 1, 0
        said = "".join(text)
        text.clear()
        closed(name.rpartition(":")[2] if ":" in name else name, said[:MOST_SIGNS])

    def says(part: str) -> None:
        nonlocal signs
        if signs < MOST_SIGNS:
            text.append(part)
            signs += len(part)

    def declares(*_: object) -> None:
        raise FileRefused("file-hostile")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begins, ends, says
    parser.EntityDeclHandler = declares
    given = 0
    try:
        while chunk := source.read(_CHUNK):
            parser.Parse(chunk, False)
            given += len(chunk)
            if given - max(parser.CurrentByteIndex, 0) > _LONGEST:
                raise FileRefused("file-hostile")
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as trouble:  # LookupError: an encoding that nobody knows
        raise FileRefused("file-broken") from trouble
