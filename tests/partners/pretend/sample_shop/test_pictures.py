"""Are the pictures of the sample shop ours, small, and fit for a messenger?"""

import io
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from bot.basics.pictures import MAX_RATIO, clean_photo, likeness
from bot.partners.pretend.sample_shop.paint import LONG_SIDE, MAX_BYTES, PAINTERS, packed, paint
from bot.partners.pretend.sample_shop.works import PICTURES, WORKS, picture

ALL_BYTES = 2_500_000
SLUGS = [work.slug for work in WORKS]


def test_every_work_has_a_picture_and_every_picture_a_painter_and_a_work() -> None:
    assert sorted(path.name for path in PICTURES.iterdir()) == sorted(f"{slug}.jpg" for slug in SLUGS)
    assert sorted(PAINTERS) == sorted(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_picture_is_small_plain_and_within_the_limits_of_a_messenger(slug: str) -> None:
    raw = (PICTURES / f"{slug}.jpg").read_bytes()
    assert len(raw) <= MAX_BYTES
    with Image.open(io.BytesIO(raw)) as opened:
        assert (opened.format, opened.mode) == ("JPEG", "RGB")
        assert not opened.getexif()
        assert "icc_profile" not in opened.info
        assert 720 <= max(opened.size) <= LONG_SIDE
        assert max(opened.size) <= min(opened.size) * 2 < min(opened.size) * MAX_RATIO
    assert clean_photo(raw).width == opened.width, "a seller could have sent it"


def test_all_pictures_together_stay_within_their_budget() -> None:
    assert sum(picture(work).stat().st_size for work in WORKS) <= ALL_BYTES


def test_no_two_pictures_look_alike() -> None:
    looks = sorted(clean_photo(picture(work).read_bytes()).dhash for work in WORKS)
    assert all(likeness(one, other) > 3 for one, other in pairwise(looks))


def test_the_painter_paints_the_same_picture_again(tmp_path: Path) -> None:
    """What is committed was made by the script beside it; another JPEG encoder may round differently."""
    first, second = packed(PAINTERS["moon-tide"]()), paint("moon-tide", tmp_path).read_bytes()
    assert first == second
    kept, anew = clean_photo((PICTURES / "moon-tide.jpg").read_bytes()), clean_photo(first)
    assert (kept.width, kept.height) == (anew.width, anew.height)
    assert likeness(kept.dhash, anew.dhash) <= 2
