"""How does somebody's photo become a picture that is safe to keep and to show, and a text a QR code?"""

import hashlib
import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.basics.errors import ShopError

if TYPE_CHECKING:
    from PIL.Image import Image as Bitmap

MAX_BYTES: Final = 20 * 1024 * 1024
"""Telegram lets a bot download no more (Bot API, getFile)."""
MAX_PIXELS: Final = 25_000_000
MAX_RATIO: Final = 20
"""Telegram refuses photos of a larger one (Bot API, sendPhoto); width + height ≤ 10,000 follows from LONG_SIDE."""
LONG_SIDE: Final = 2560
QUALITY: Final = 88
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "MPO")
"""Formats with a decoder of Pillow's own; nothing that starts another program (EPS) or reads another file."""
_QR_SIDE: Final = 300


class PictureRefused(ShopError):
    """The file cannot become a picture; the key says why."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG without metadata, upright; `sha256` (hex) is of these bytes, `dhash` of the looks (64 bits, signed)."""

    jpeg: bytes
    width: int
    height: int
    sha256: str
    dhash: int


def clean_photo(raw: bytes) -> Picture:
    """Decode and encode anew: at most LONG_SIDE pixels a side, upright, on white, without any metadata.

    Blocks for up to a second: call it in a thread. Raises PictureRefused.
    """
    if len(raw) > MAX_BYTES:
        raise PictureRefused("picture-too-large", limit=MAX_BYTES // 1024 // 1024)
    bitmap = _upright(raw)
    buffer = io.BytesIO()
    bitmap.save(buffer, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    jpeg = buffer.getvalue()
    return Picture(jpeg, bitmap.width, bitmap.height, hashlib.sha256(jpeg).hexdigest(), _looks(bitmap))


def likeness(one: int, other: int) -> int:
    """How many of 64 bits of two dhashes differ: up to about 6 is the same picture saved again."""
    return ((one ^ other) & (2**64 - 1)).bit_count()


def qr_png(text: str, scale: int = 10) -> bytes:
    """A QR code with its quiet zone (four modules, ISO/IEC 18004), black on white; never smaller than 300 pixels."""
    import segno

    code = segno.make(text, error="m", micro=False)
    modules = code.symbol_size(scale=1, border=4)[0]
    buffer = io.BytesIO()
    code.save(buffer, kind="png", scale=max(scale, -(-_QR_SIDE // modules)), border=4)
    return buffer.getvalue()


def _upright(raw: bytes) -> "Bitmap":
    # Pillow costs 20 MB and a tenth of a second: only who handles photos pays.
    from PIL import Image, ImageFile, ImageOps

    try:
        with warnings.catch_warnings():
            # What Pillow only warns of (odd EXIF, a bomb between one and two limits) is judged here by size.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(raw), formats=_FORMATS) as opened:
                width, height = opened.size
                _check_shape(width, height)
                if opened.format in {"JPEG", "MPO"}:
                    opened.draft("RGB", (LONG_SIDE, LONG_SIDE))
                assert not ImageFile.LOAD_TRUNCATED_IMAGES  # noqa: S101 - a cut file must be refused, not filled with grey
                opened.load()
                bitmap = _on_white(ImageOps.exif_transpose(opened))
            bitmap.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
            # A new bitmap holds pixels only: no EXIF, no profile, no comment can come along.
            fresh = Image.new("RGB", bitmap.size)
            fresh.paste(bitmap)
    except PictureRefused:
        raise
    except Image.DecompressionBombError as error:
        raise PictureRefused("picture-too-many-pixels", limit=MAX_PIXELS // 1_000_000) from error
    except Exception as error:  # decoders fail with whatever a hostile file makes them fail with
        raise PictureRefused("picture-unreadable") from error
    return fresh


def _check_shape(width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise PictureRefused("picture-unreadable")
    if width * height > MAX_PIXELS:
        raise PictureRefused("picture-too-many-pixels", limit=MAX_PIXELS // 1_000_000)
    if max(width, height) > MAX_RATIO * min(width, height):
        raise PictureRefused("picture-odd-shape", limit=MAX_RATIO)


def _on_white(bitmap: "Bitmap") -> "Bitmap":
    """RGB; what was transparent becomes white. A colour profile is applied, since it will not be kept."""
    from PIL import Image

    bitmap = _in_srgb(bitmap)
    if bitmap.mode in {"RGBA", "LA", "PA"} or "transparency" in bitmap.info:
        seen = bitmap.convert("RGBA")
        white = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(white, seen).convert("RGB")
    if bitmap.mode.startswith("I"):
        # Sixteen bits of grey: convert() would clip them to white.
        return bitmap.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    return bitmap.convert("RGB")


def _in_srgb(bitmap: "Bitmap") -> "Bitmap":
    """Phones photograph in Display P3: dropping the profile without applying it would pale the colours."""
    profile = bitmap.info.get("icc_profile")
    if not profile or bitmap.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return bitmap
    from PIL import ImageCms

    mode = "RGBA" if bitmap.mode == "RGBA" else "RGB"
    try:
        source, target = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(bitmap, source, target, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return bitmap
    return turned or bitmap


def _looks(bitmap: "Bitmap") -> int:
    """Difference hash: 8 × 8 signs of the brightness between neighbours. Signed, as both databases store 64 bits."""
    from PIL import Image

    grey = bitmap.convert("L").resize((9, 8), Image.Resampling.BOX).tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            bits = bits << 1 | (grey[row * 9 + column] < grey[row * 9 + column + 1])
    return bits - 2**64 if bits >= 2**63 else bits
