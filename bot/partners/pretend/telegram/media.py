"""What becomes of a photo, a document or an input medium of an album in a message?"""

from typing import Any

from bot.partners.pretend.telegram.calls import Call
from bot.partners.pretend.telegram.formatting import read_text
from bot.partners.pretend.telegram.parameters import check_fields
from bot.partners.pretend.telegram.refusals import bad

MAX_CAPTION = 1024
_COMMON = "caption parse_mode caption_entities"
_FIELDS = {
    "photo": f"{_COMMON} show_caption_above_media has_spoiler",
    "document": f"{_COMMON} thumbnail disable_content_type_detection",
}
MEDIA = ("photo", "document")


def caption(args: dict[str, Any]) -> dict[str, Any]:
    """The caption fields of a message."""
    text, entities = read_text(
        args, "caption", "caption_entities", limit=MAX_CAPTION, too_long="message caption is too long"
    )
    content: dict[str, Any] = {"caption": text} if text else {}
    if entities:
        content["caption_entities"] = entities
    if text and args.get("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return content


def content(call: Call, kind: str, value: Any, args: dict[str, Any]) -> dict[str, Any]:
    """The fields of a message that carries one photo or document, uploaded or known by its file_id."""
    said = caption(args)
    upload = call.upload(value)
    medium: Any
    if kind == "photo":
        medium = call.world.files.add_photo(upload[1], upload[0]) if upload else _known(call, value, "Photo")
    else:
        medium = call.world.files.add_document(upload[1], upload[0]) if upload else _known(call, value, "Document")[0]
    fields = {kind: medium} | said
    if kind == "photo" and args.get("has_spoiler"):
        fields["has_media_spoiler"] = True
    return fields


def _known(call: Call, value: str, kind: str) -> list[dict[str, Any]]:
    return call.world.files.by_id(value, kind)


def input_medium(call: Call, given: Any, *, album: bool) -> dict[str, Any]:
    """The fields of a message made of an InputMedia object."""
    kind = given.get("type") if isinstance(given, dict) else None
    if kind not in _FIELDS:
        where = "can't be used in sendMediaGroup" if album else "is unsupported"
        raise bad(f'can\'t parse InputMedia: type "{kind}" {where}', defect=True)
    medium = check_fields("InputMedia", given, _FIELDS[kind], "type media")
    return content(call, kind, medium["media"], medium)
