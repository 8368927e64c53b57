"""How are the pictures of the sample shop made? `python -m bot.partners.pretend.sample_shop.paint [slug …]`."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PIL import Image

from bot.partners.pretend.sample_shop.atelier import cloth, fields, interiors, pots, sheets, waters
from bot.partners.pretend.sample_shop.works import PICTURES

LONG_SIDE: Final = 1000
MAX_BYTES: Final = 90 * 1024
_BEST, _LEAST = 88, 62
_SMALLER: Final = 0.94

PAINTERS: Final[dict[str, Callable[[], Image.Image]]] = {
    "neva-sunset": waters.neva_sunset,
    "white-night": waters.white_night,
    "ladoga-fog": waters.ladoga_fog,
    "first-snow": waters.first_snow,
    "copper-field": fields.copper_field,
    "three-hours": fields.three_hours,
    "april": fields.april,
    "pears": interiors.pears,
    "lemons": interiors.lemons,
    "peonies": interiors.peonies,
    "fern": sheets.fern,
    "rowan": sheets.rowan,
    "dill": sheets.dill,
    "meadow": sheets.meadow,
    "bridges": sheets.bridges,
    "moon-tide": sheets.moon_tide,
    "mug-mist": pots.mug_mist,
    "vase-wave": pots.vase_wave,
    "bowl-dawn": pots.bowl_dawn,
    "plate-ladoga": pots.plate_ladoga,
    "houses": pots.houses,
    "scarf-quay": cloth.scarf_quay,
    "throw-islands": cloth.throw_islands,
    "napkins": cloth.napkins,
}


def packed(picture: Image.Image) -> bytes:
    """A JPEG within MAX_BYTES: as good as fits, and smaller only where even a plain one does not."""
    picture.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    while True:
        for quality in range(_BEST, _LEAST - 1, -2):
            buffer = io.BytesIO()
            picture.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
            if buffer.tell() <= MAX_BYTES:
                return buffer.getvalue()
        size = (round(picture.width * _SMALLER), round(picture.height * _SMALLER))
        picture = picture.resize(size, Image.Resampling.LANCZOS)


def paint(slug: str, folder: Path = PICTURES) -> Path:
    """Make one picture anew. The same Pillow makes the same bytes. Raises KeyError for a slug that is none."""
    path = folder / f"{slug}.jpg"
    path.write_bytes(packed(PAINTERS[slug]()))
    return path


def main() -> None:
    """All pictures, or those that are named: pots take half a minute each, the others a second or two."""
    for slug in sys.argv[1:] or PAINTERS:
        path = paint(slug)
        sys.stdout.write(f"{path.name} {path.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main()
