"""Do photos come out small, upright, anonymous, and hostile files not at all?"""

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageDraw, ImageFilter

from bot.basics.errors import ShopError
from bot.basics.pictures import LONG_SIDE, MAX_BYTES, PictureRefused, clean_photo, likeness, qr_png


def saved(bitmap: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    bitmap.save(buffer, kind, **options)
    return buffer.getvalue()


def painting(width: int = 400, height: int = 300, mode: str = "RGB") -> Image.Image:
    """Not symmetrical in any way."""
    bitmap = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(bitmap)
    draw.rectangle((0, 0, width // 3, height // 4), fill="red")
    draw.ellipse((width // 2, height // 2, width - 5, height - 5), fill="navy")
    return bitmap.convert(mode)


def png_of(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds almost nothing."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def key_of(raw: bytes) -> str:
    with pytest.raises(PictureRefused) as refused:
        clean_photo(raw)
    assert isinstance(refused.value, ShopError)
    return refused.value.text_key


def test_an_ordinary_photo_keeps_its_size_and_looks() -> None:
    picture = clean_photo(saved(painting()))
    again = Image.open(io.BytesIO(picture.jpeg))
    assert (again.format, again.size, again.mode) == ("JPEG", (400, 300), "RGB")
    assert (picture.width, picture.height) == (400, 300)
    assert len(picture.sha256) == 64
    assert -(2**63) <= picture.dhash < 2**63


def test_a_large_photo_shrinks_to_the_long_side() -> None:
    picture = clean_photo(saved(painting(5000, 2500)))
    assert (picture.width, picture.height) == (LONG_SIDE, LONG_SIDE // 2)


def test_metadata_is_gone() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of somebody"
    exif.get_ifd(0x8825)[2] = (59.0, 56.0, 0.0)
    raw = saved(painting(), exif=exif.tobytes(), comment=b"somebody lives here", icc_profile=srgb())
    assert b"Camera of somebody" in raw
    picture = clean_photo(raw)
    again = Image.open(io.BytesIO(picture.jpeg))
    assert not again.getexif()
    assert not {"exif", "comment", "icc_profile", "xmp", "photoshop"} & set(again.info)
    assert b"somebody" not in picture.jpeg


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def test_a_photo_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = clean_photo(saved(painting(400, 300).rotate(90, expand=True), exif=exif.tobytes()))
    assert (picture.width, picture.height) == (400, 300)
    assert likeness(picture.dhash, clean_photo(saved(painting())).dhash) <= 2


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF", "GIF"])
def test_what_was_transparent_becomes_white(kind: str) -> None:
    bitmap = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    bitmap.paste((255, 0, 0, 255), (0, 0, 25, 50))
    picture = clean_photo(saved(bitmap, kind))
    pixel = Image.open(io.BytesIO(picture.jpeg)).getpixel((40, 25))
    assert isinstance(pixel, tuple)
    assert min(pixel) > 245


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_pixel_is_understood(mode: str) -> None:
    bitmap = painting(mode="I" if mode == "I;16" else mode)
    if mode == "I;16":
        bitmap = bitmap.point(lambda value: value * 256).convert(mode)
    picture = clean_photo(saved(bitmap, "PNG"))
    assert likeness(picture.dhash, clean_photo(saved(painting())).dhash) <= 8


def test_a_cmyk_photo_and_a_broken_profile_are_taken() -> None:
    assert clean_photo(saved(painting(mode="CMYK"))).width == 400
    assert clean_photo(saved(painting(), icc_profile=b"no profile at all")).width == 400


def test_a_file_over_twenty_megabytes_is_refused() -> None:
    assert key_of(saved(painting()) + b"\0" * MAX_BYTES) == "picture-too-large"


@pytest.mark.parametrize("size", [(5001, 5000), (30_000, 30_000), (2**31 - 1, 2**31 - 1)])
def test_too_many_pixels_are_refused_before_they_are_decoded(size: tuple[int, int]) -> None:
    assert key_of(png_of(*size)) == "picture-too-many-pixels"


def test_a_picture_like_a_ribbon_is_refused() -> None:
    assert key_of(saved(painting(2100, 100))) == "picture-odd-shape"
    assert clean_photo(saved(painting(2000, 100))).width == 2000


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"not a picture",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\xff\xd8\xff\xe0",
        png_of(10, 10),
        saved(painting(1000, 1000))[:9000],
        b"PK\x03\x04" + b"\0" * 100,
    ],
)
def test_what_is_no_picture_is_refused(raw: bytes) -> None:
    assert key_of(raw) == "picture-unreadable"


def test_a_file_that_is_a_picture_and_something_else_loses_the_rest() -> None:
    picture = clean_photo(saved(painting()) + b"PK\x03\x04<script>alert(1)</script>")
    assert b"script" not in picture.jpeg


def test_the_same_looks_have_near_hashes_and_others_far_ones() -> None:
    one = clean_photo(saved(painting(800, 600)))
    smaller = clean_photo(saved(painting(800, 600).resize((400, 300)).filter(ImageFilter.GaussianBlur(1)), quality=50))
    other = clean_photo(saved(painting(800, 600).transpose(Image.Transpose.ROTATE_180)))
    assert likeness(one.dhash, smaller.dhash) <= 6 < likeness(one.dhash, other.dhash)
    assert likeness(-1, 0) == 64


def test_the_same_file_gives_the_same_picture() -> None:
    raw = saved(painting())
    assert clean_photo(raw) == clean_photo(raw)


@pytest.mark.parametrize("text", ["h", "https://t.me/vernissage_bot?start=h_0123456789abcdefg", "я" * 200])
def test_a_qr_code_is_large_enough_with_a_quiet_zone(text: str) -> None:
    for scale in (1, 10):
        code = Image.open(io.BytesIO(qr_png(text, scale))).convert("L")
        assert code.width == code.height >= 300
        dark = code.point(lambda value: 255 - value).getbbox()
        assert dark is not None
        left, top, right, bottom = dark
        module = left // 4
        assert left == top == 4 * module > 0
        assert (code.width - right, code.height - bottom) == (left, top)
