"""What do a text and its HTML tags become in a message?

`parse_html` follows the real server: the same tags, the same complaints, byte offsets in UTF-8, entity offsets in
UTF-16 code units (https://core.telegram.org/bots/api#html-style).
"""

import html
import re
from typing import Any

from bot.partners.pretend.telegram.refusals import bad

Entity = dict[str, Any]

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));?")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.\-]+)))?""")
_SPECIAL, _START, _END = re.compile("[&<]"), re.compile(r"<([^\s>]*)"), re.compile(r"</([^\s>]*)\s*")
_EXPLICIT = {
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline",
    "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention",
    "custom_emoji",
}  # fmt: skip
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)])"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<mention>@[A-Za-z]\w{3,31})\b"
)


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, the unit in which Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(markup: str) -> tuple[str, list[Entity]]:
    """Text and entities of an HTML message. Raises Refusal "can't parse entities: …" where the real server does."""
    return _HtmlReader(markup).read()


class _HtmlReader:
    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.at = 0
        self.text = ""
        self.open: list[tuple[str, Entity, int]] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.markup):
            special = _SPECIAL.search(self.markup, self.at)
            until = special.start() if special else len(self.markup)
            self.text += self.markup[self.at : until]
            self.at = until
            if special and special[0] == "&":
                self._reference()
            elif not special:
                break
            elif self.markup.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            raise self._complaint(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"', None)
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return self.text, self.entities

    def _complaint(self, text: str, at: int | None, tail: str = "") -> Exception:
        where = "" if at is None else f" at byte offset {len(self.markup[:at].encode())}"
        refusal = bad(f"can't parse entities: {text}{where}{tail}")
        refusal.defect = True
        return refusal

    def _reference(self) -> None:
        match = _REFERENCE.match(self.markup, self.at)
        char = ""
        if match:
            name, decimal, hexadecimal = match.groups()
            number = int(decimal) if decimal else int(hexadecimal or "0", 16)
            char = _NAMED[name] if name else (chr(number) if 0 < number < 0x110000 else "")
        self.text += char or "&"
        self.at = match.end() if match and char else self.at + 1

    def _start_tag(self) -> None:
        begin = self.at
        match = _START.match(self.markup, begin)
        assert match  # noqa: S101 - the caller has seen the "<"
        tag, self.at = match[1].lower(), match.end()
        if self.at >= len(self.markup):
            raise self._complaint(f'Unclosed start tag "{tag}"' if tag else "Unclosed start tag", begin)
        if tag not in _TAGS:
            raise self._complaint(f'Unsupported start tag "{tag}"', begin)
        attributes: dict[str, str] = {}
        while True:
            while self.markup[self.at : self.at + 1].isspace():
                self.at += 1
            if self.at >= len(self.markup):
                raise self._complaint("Unclosed start tag", begin)
            if self.markup[self.at] == ">":
                self.at += 1
                break
            pair = _ATTRIBUTE.match(self.markup, self.at)
            if not pair:
                raise self._complaint(f'Empty attribute name in the tag "{tag}"', begin)
            value = next((part for part in pair.groups()[1:] if part is not None), "")
            attributes[pair[1].lower()] = html.unescape(value)
            self.at = pair.end()
            if self.markup[self.at : self.at + 1] == "=":
                raise self._complaint("Unclosed start tag", begin)
        self.open.append((tag, self._entity(tag, attributes, begin), len(self.text)))

    def _entity(self, tag: str, attributes: dict[str, str], begin: int) -> Entity:
        entity: Entity = {"type": _TAGS[tag], "offset": utf16_length(self.text)}
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._complaint('Tag "span" must have class "tg-spoiler"', begin)
        if tag == "a" and "href" in attributes:
            entity["url"] = attributes["href"]
        if tag == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        if tag == "tg-emoji":
            if not attributes.get("emoji-id", "").isdigit():
                raise self._complaint("Invalid custom emoji identifier specified", None)
            entity["custom_emoji_id"] = attributes["emoji-id"]
        if tag == "code" and attributes.get("class", "").startswith("language-"):
            entity["language"] = attributes["class"].removeprefix("language-")
        return entity

    def _end_tag(self) -> None:
        begin = self.at
        match = _END.match(self.markup, begin)
        assert match  # noqa: S101 - the caller has seen the "</"
        if not self.open:
            raise self._complaint("Unexpected end tag", begin)
        if self.markup[match.end() : match.end() + 1] != ">":
            raise self._complaint("Unclosed end tag", begin)
        tag, entity, text_at = self.open.pop()
        name = match[1].lower()
        if name and name != tag:
            raise self._complaint("Unmatched end tag", begin, f', expected "</{tag}>", found "</{name}>"')
        self.at = match.end() + 1
        entity["length"] = utf16_length(self.text[text_at:])
        if entity["length"]:
            self._close(tag, entity, self.text[text_at:])

    def _close(self, tag: str, entity: Entity, inside: str) -> None:
        if tag == "a":
            user = re.fullmatch(r"tg://user\?id=(\d+)", entity.get("url", ""))
            if user:
                someone = {"id": int(user[1]), "is_bot": False, "first_name": inside}
                entity = {**entity, "type": "text_mention", "user": someone}
                del entity["url"]
            elif not re.match(r"(https?|tg|ton|tonsite|mailto|tel)[:]|[^\s:/]+\.[^\s]", entity.get("url", inside)):
                return
            else:
                entity.setdefault("url", inside)
        if tag == "pre" and self.entities and self.entities[-1].get("language"):
            inner = self.entities[-1]
            if (inner["type"], inner["offset"], inner["length"]) == ("code", entity["offset"], entity["length"]):
                self.entities.pop()
                entity["language"] = inner["language"]
        if tag == "code":
            entity = entity if self.open and self.open[-1][0] == "pre" else {**entity, "language": None}
        self.entities.append({key: value for key, value in entity.items() if value is not None})


def detected(text: str) -> list[Entity]:
    """Commands, addresses and mentions that Telegram finds in a text by itself."""
    return [
        {"type": match.lastgroup, "offset": utf16_length(text[: match.start()]), "length": utf16_length(match[0])}
        for match in _FOUND.finditer(text)
    ]


def with_detected(text: str, entities: list[Entity]) -> list[Entity]:
    """The given entities and those found in the rest of the text."""
    taken = [(entity["offset"], entity["offset"] + entity["length"]) for entity in entities]
    found = [
        entity
        for entity in detected(text)
        if all(entity["offset"] + entity["length"] <= begin or entity["offset"] >= end for begin, end in taken)
    ]
    return sorted(entities + found, key=lambda entity: (entity["offset"], -entity["length"]))


def checked_entities(text: str, given: Any) -> list[Entity]:
    """Entities that a bot names itself instead of a parse mode."""
    if not isinstance(given, list):
        raise bad("expected an Array of MessageEntity", defect=True)
    total = utf16_length(text)
    for entity in given:
        if not isinstance(entity, dict) or entity.get("type") not in _EXPLICIT:
            raise bad("can't parse MessageEntity: Unsupported type specified", defect=True)
        offset, length = entity.get("offset"), entity.get("length")
        if not isinstance(offset, int) or not isinstance(length, int) or not 0 <= offset < offset + length <= total:
            raise bad("ENTITY_BOUNDS_INVALID", defect=True)
    return [{key: value for key, value in entity.items() if value is not None} for entity in given]


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The text without white space around it, as Telegram stores it, and the entities moved along."""
    text = text.replace("\r", "")
    left = utf16_length(text) - utf16_length(text.lstrip())
    text = text.strip()
    total = utf16_length(text)
    kept: list[Entity] = []
    for entity in entities:
        begin = max(entity["offset"] - left, 0)
        end = min(entity["offset"] - left + entity["length"], total)
        if begin < end:
            kept.append({**entity, "offset": begin, "length": end - begin})
    return text, kept


def read_text(
    args: dict[str, Any], key: str, entities_key: str, *, limit: int, too_long: str
) -> tuple[str, list[Entity]]:
    """Text and entities of a call, ready to be stored; an absent text is empty."""
    raw = str(args.get(key, ""))
    if re.search(r"[\ud800-\udfff]", raw):
        raise bad("strings must be encoded in UTF-8", defect=True)
    mode = str(args.get("parse_mode", "")).lower()
    if mode in {"markdown", "markdownv2"}:
        raise bad(f"the pretend Telegram does not simulate parse_mode {mode}", defect=True)
    if mode not in {"", "html", "none"}:
        raise bad("unsupported parse_mode", defect=True)
    if mode == "html":
        text, entities = parse_html(raw)
    else:
        text, entities = raw, checked_entities(raw, args.get(entities_key, []))
    text, entities = trimmed(text, entities)
    if utf16_length(text) > limit:
        raise bad(too_long, defect=True)
    return text, with_detected(text, entities)
