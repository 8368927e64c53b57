"""How are the colour fields composed?"""

import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.partners.pretend.sample_shop.atelier.brush import Easel, Layer
from bot.partners.pretend.sample_shop.atelier.surfaces import (
    Bitmap,
    chance,
    contrast,
    gradient,
    lit,
    noise,
    rgb,
    shifted,
    warped,
)


def _soft_field(
    picture: Bitmap, rng: random.Random, box: tuple[int, int, int, int], colours: tuple[str, str], edge: float
) -> Bitmap:
    """A field of colour with an edge that breathes."""
    mask = Image.new("L", picture.size)
    ImageDraw.Draw(mask).rectangle(box, fill=255)
    mask = warped(mask.filter(ImageFilter.GaussianBlur(edge)), rng, 60, 9)
    mask = ImageChops.multiply(mask, contrast(noise(rng, picture.size, 240, octaves=5), 1.1, 70))
    fill = gradient(picture.size, [(0, colours[0]), (1, colours[1])])
    cloud = contrast(noise(rng, picture.size, 300, octaves=5), 1.6)
    fill = ImageChops.soft_light(fill, Image.merge("RGB", (cloud, cloud, cloud)))
    return Image.composite(fill, picture, mask)


def _leaf_line(picture: Bitmap, rng: random.Random, y: int, thick: int, tone: str) -> Bitmap:
    """A torn strip of metal leaf, with the creases and gaps that it has."""
    width = picture.width
    mask = Image.new("L", picture.size)
    draw = ImageDraw.Draw(mask)
    x = 20.0
    while x < width - 20:
        piece = rng.uniform(50, 110)
        lift = rng.gauss(0, thick * 0.16)
        draw.rectangle((x, y - thick / 2 + lift, min(width - 20, x + piece - 1.5), y + thick / 2 + lift), fill=255)
        x += piece
    torn = contrast(noise(rng, picture.size, 26, octaves=4), 7, 92)
    mask = ImageChops.multiply(warped(mask, rng, 24, 1.6), torn)
    crease = contrast(noise(rng, picture.size, 60, octaves=5, stretch=(2.4, 0.7)), 1.7)
    metal = ImageChops.soft_light(
        Image.new("RGB", picture.size, rgb(tone)), Image.merge("RGB", (crease, crease, crease))
    )
    metal = lit(metal, crease, 1.5)
    return Image.composite(metal, picture, mask)


def copper_field() -> Bitmap:
    rng = chance("copper-field")
    size = (860, 860)
    picture = gradient(size, [(0, "8c4a2c"), (1, "6d3526")])
    picture = _soft_field(picture, rng, (60, 60, 800, 470), ("d98a3d", "c9682f"), 16)
    picture = _soft_field(picture, rng, (60, 540, 800, 800), ("7b2f2a", "54232b"), 16)
    picture = _soft_field(picture, rng, (110, 110, 750, 220), ("e9b25c", "df983f"), 22)
    easel = Easel(size, rgb("6b3a2a"), rng)
    for layer in (
        Layer(200, 64, 40, 16, 0.7, tilt=5),
        Layer(130, 40, 34, 12, 0.75, tilt=9),
        Layer(70, 22, 26, 10, 0.55, only_where_off=12, tilt=20),
    ):
        easel.go_over(picture, layer, lambda _x, y: 2 if y < 0.58 else 88)
    return _leaf_line(easel.finished(impasto=0.75, weave=0.3), rng, 503, 44, "d9a566")


def three_hours() -> Bitmap:
    rng = chance("three-hours")
    size = (1000, 750)
    picture = gradient(
        size, [(0, "22405e"), (0.45, "2f6080"), (0.62, "6f9cae"), (0.66, "e3d3b1"), (0.8, "d3b98e"), (1, "b99a70")]
    )
    picture = _soft_field(picture, rng, (0, 40, 1000, 200), ("16304d", "1d3c5b"), 30)
    picture = _soft_field(picture, rng, (0, 300, 1000, 395), ("4f8aa3", "86b3bd"), 26)
    picture = _soft_field(picture, rng, (540, 110, 860, 330), ("b8cdd0", "7fa5b4"), 60)
    easel = Easel(size, rgb("5a7486"), rng)
    for layer in (
        Layer(240, 70, 42, 13, 0.7, tilt=3),
        Layer(170, 34, 30, 11, 0.7, tilt=3),
        Layer(90, 16, 22, 10, 0.6, only_where_off=10, tilt=5),
    ):
        easel.go_over(picture, layer, lambda x, y: 3 * math.sin(x * 3 + y))
    return easel.finished(impasto=0.85, weave=0.3)


def april() -> Bitmap:
    rng = chance("april-2")
    size = (750, 1000)
    picture = gradient(size, [(0, "dfe8d6"), (0.5, "f2e7d8"), (1, "c7d6b4")])
    picture = _soft_field(picture, rng, (70, 90, 420, 640), ("b9cfa2", "8fb48a"), 40)
    picture = _soft_field(picture, rng, (330, 330, 690, 900), ("f3b7b0", "e58f93"), 44)
    picture = _soft_field(picture, rng, (300, 60, 660, 300), ("cfe0ea", "a9c7da"), 40)
    picture = _soft_field(picture, rng, (90, 690, 330, 930), ("5f8a63", "3f6b55"), 34)
    easel = Easel(size, rgb("e9dfce"), rng)
    for layer in (
        Layer(170, 60, 38, 14, 0.65, tilt=30),
        Layer(110, 34, 30, 13, 0.7, tilt=30),
        Layer(60, 18, 22, 12, 0.6, only_where_off=10, tilt=40),
    ):
        easel.go_over(picture, layer, lambda x, y: 60 + 50 * math.sin(x * 4 + y * 5))
    for _ in range(150):
        x, y = rng.gauss(470, 130), rng.gauss(560, 210)
        tone = rng.choice(("f7d9d2", "f09a9c", "fdf3e7", "d9656f", "9bbd86"))
        easel.stroke(
            (x, y),
            rng.uniform(0, 360),
            rng.uniform(14, 34),
            rng.uniform(9, 17),
            shifted(rgb(tone), [rng.gauss(0, 8)] * 3),
            1,
        )
    return easel.finished(impasto=0.95, weave=0.3)
