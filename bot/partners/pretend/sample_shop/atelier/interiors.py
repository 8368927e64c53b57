"""How are the still lifes composed?"""

import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.partners.pretend.sample_shop.atelier.brush import Easel, Layer, painted
from bot.partners.pretend.sample_shop.atelier.surfaces import (
    Bitmap,
    chance,
    contrast,
    glow,
    gradient,
    mixed,
    noise,
    rgb,
    shifted,
    tinted,
)


def _ball(picture: Bitmap, mask: Bitmap, base: tuple[str, str, str], light: tuple[float, float]) -> Bitmap:
    """A round thing with that outline: shade, body, light; the light comes from the upper left."""
    box = mask.getbbox()
    if box is None:
        return picture
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    spot = Image.radial_gradient("L").resize((round(width * 1.6), round(height * 1.6)), Image.Resampling.BICUBIC)
    x, y = round(spot.width / 2 - width * light[0]), round(spot.height / 2 - height * light[1])
    fall = spot.crop((x, y, x + width, y + height))
    shade = Image.new("RGB", (width, height))
    table = [[], [], []]  # type: list[list[int]]
    dark, body, bright = (rgb(tone) for tone in base)
    for value in range(256):
        share = value / 170
        tone = mixed(bright, body, min(1, share * 2)) if share < 0.5 else mixed(body, dark, min(1, (share - 0.5) * 1.6))
        for channel in range(3):
            table[channel].append(tone[channel])
    shade = Image.merge("RGB", [fall.point(channel) for channel in table])
    out = picture.copy()
    out.paste(shade, (left, top), mask.crop(box))
    return out


def _outline(size: tuple[int, int], points: list[tuple[float, float]]) -> Bitmap:
    """A closed soft shape through these points (Catmull–Rom)."""
    smooth = []
    count = len(points)
    for index in range(count):
        a, b, c, d = (points[(index + shift) % count] for shift in (-1, 0, 1, 2))
        for step in range(12):
            t = step / 12
            smooth.append(
                tuple(
                    0.5
                    * (
                        2 * b[k]
                        + (c[k] - a[k]) * t
                        + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t
                        + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t**3
                    )
                    for k in (0, 1)
                )
            )
    mask = Image.new("L", (size[0] * 2, size[1] * 2))
    ImageDraw.Draw(mask).polygon([(x * 2, y * 2) for x, y in smooth], fill=255)
    return mask.resize(size, Image.Resampling.LANCZOS)


def _table(
    size: tuple[int, int], edge: int, wall: tuple[str, str], cloth: tuple[str, str], rng: random.Random
) -> Bitmap:
    picture = gradient(size, [(0, wall[0]), (edge / size[1], wall[1]), (1, wall[1])])
    top = gradient(size, [(0, cloth[0]), (edge / size[1], cloth[0]), (1, cloth[1])])
    mask = Image.new("L", size)
    ImageDraw.Draw(mask).rectangle((0, edge, *size), fill=255)
    picture = Image.composite(top, picture, mask.filter(ImageFilter.GaussianBlur(2)))
    cloud = contrast(noise(rng, size, 380, octaves=3), 1.3)
    picture = ImageChops.soft_light(picture, Image.merge("RGB", (cloud, cloud, cloud)))
    return glow(picture, (size[0] * 0.2, size[1] * 0.1), (size[0] * 0.7, size[1] * 0.7), rgb("ffe9c4"), 0.35)


def _thrown(picture: Bitmap, mask: Bitmap, reach: tuple[int, int], strength: float) -> Bitmap:
    """A shadow on the table: the outline laid flat, to the lower right."""
    box = mask.getbbox()
    if box is None:
        return picture
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    flat = mask.crop(box).resize((round(width * 1.15), max(4, round(height * 0.3))))
    shade = Image.new("L", picture.size)
    shade.paste(flat, (left + reach[0], bottom - round(flat.height * 0.62) + reach[1]))
    shade = shade.filter(ImageFilter.GaussianBlur(7))
    return tinted(picture, rgb("3a2730"), shade, strength)


def _above(size: tuple[int, int], edge: int) -> Bitmap:
    """Everything above that line."""
    mask = Image.new("L", size)
    ImageDraw.Draw(mask).rectangle((0, 0, size[0], edge), fill=255)
    return mask


def _pear(x: float, base: float, s: float, lean: float) -> list[tuple[float, float]]:
    shape = [
        (0, 0),
        (-0.46, -0.1),
        (-0.6, -0.5),
        (-0.44, -0.9),
        (-0.26, -1.25),
        (-0.14, -1.56),
        (0.12, -1.58),
        (0.28, -1.22),
        (0.45, -0.88),
        (0.6, -0.48),
        (0.46, -0.1),
    ]
    return [(x + (px + lean * -py * 0.35) * s, base + py * s) for px, py in shape]


def pears() -> Bitmap:
    rng = chance("pears")
    size, edge = (1000, 800), 470
    picture = _table(size, edge, ("8a6a58", "b98f6d"), ("e9dcc6", "cdb79a"), rng)
    jug = _outline(
        size,
        [
            (230, 640),
            (185, 560),
            (165, 450),
            (205, 330),
            (250, 262),
            (236, 190),
            (222, 168),
            (300, 176),
            (392, 170),
            (372, 205),
            (368, 262),
            (412, 330),
            (452, 450),
            (432, 560),
            (388, 640),
            (310, 652),
        ],
    )
    handle = Image.new("L", size)
    ImageDraw.Draw(handle).arc((300, 205, 520, 455), -112, 72, fill=255, width=25)
    picture = _thrown(picture, jug, (96, 6), 0.62)
    picture = _ball(picture, handle, ("1b2c54", "33578f", "7fa6cf"), (0.4, 0.2))
    picture = _ball(picture, jug, ("14233f", "2e5591", "a9c9e6"), (0.3, 0.36))
    plain = picture.copy()
    draw = ImageDraw.Draw(picture)
    draw.ellipse((228, 160, 384, 190), fill=rgb("1a2b4b"))
    draw.arc((226, 157, 386, 192), 0, 360, fill=rgb("a8c6e2"), width=5)
    for y, tone in ((336, "dfe9f0"), (350, "dfe9f0")):
        draw.arc((170 + (350 - y) // 3, y - 34, 448 - (350 - y) // 3, y + 30), 12, 168, fill=rgb(tone), width=4)
    picture = Image.composite(picture, plain, ImageChops.lighter(jug, _above(size, 260)))
    for x, base, s, lean, tones in (
        (590, 628, 150, 0.1, ("7a5a1e", "cfa63a", "f6e08a")),
        (800, 650, 140, -0.35, ("7d3f22", "c9803a", "f3cf7d")),
        (668, 716, 142, 0.5, ("5d6a26", "a7a843", "ecea9a")),
    ):
        fruit = _outline(size, _pear(x, base, s, lean))
        picture = _thrown(picture, fruit, (52, 8), 0.62)
        picture = _ball(picture, fruit, tones, (0.36, 0.5))
        draw = ImageDraw.Draw(picture)
        tip = (x + lean * 1.58 * 0.35 * s, base - 1.56 * s)
        draw.line((tip[0], tip[1], tip[0] + 8 + lean * 26, tip[1] - 40), fill=rgb("4a3421"), width=8)
    blush = _outline(size, [(830, 520), (870, 560), (872, 610), (830, 640), (805, 590)])
    picture = tinted(picture, rgb("b8432f"), blush.filter(ImageFilter.GaussianBlur(18)), 0.55)
    return painted(
        picture,
        rng,
        lambda x, y: 12 if y > 0.6 else 60 + 40 * math.sin(x * 5),
        ground=rgb("8d5a3f"),
        fine=0.95,
        wander=9,
    )


def lemons() -> Bitmap:
    rng = chance("lemons")
    size, edge = (1000, 760), 250
    picture = _table(size, edge, ("31565a", "4d7a78"), ("f1ebdd", "d8d2c6"), rng)
    draw = ImageDraw.Draw(picture)
    for x in range(-400, 1400, 118):
        draw.line((x, edge, x + (x - 500) * 0.75, 760), fill=rgb("a9bcc4"), width=13)
        draw.line((x + 16, edge, x + 20 + (x - 500) * 0.75, 760), fill=rgb("c4cfd2"), width=4)
    plate = _outline(
        size, [(190, 470), (330, 378), (520, 356), (710, 380), (846, 470), (720, 566), (520, 596), (320, 566)]
    )
    picture = _thrown(picture, plate, (30, 4), 0.5)
    picture = _ball(picture, plate, ("9fb0b8", "dfe6e6", "fdfbf3"), (0.3, 0.4))
    inner = _outline(
        size, [(270, 468), (380, 410), (520, 394), (660, 412), (768, 468), (662, 530), (520, 550), (376, 530)]
    )
    picture = _ball(picture, inner, ("8a9eaa", "c3d0d3", "eef0ea"), (0.7, 0.7))
    for x, y, s, turn in ((395, 430, 118, -14), (575, 404, 124, 18), (800, 620, 116, -30)):
        shape = [
            (-1.28, 0.0),
            (-1.0, -0.22),
            (-0.7, -0.62),
            (0, -0.78),
            (0.7, -0.6),
            (1.02, -0.2),
            (1.24, 0.02),
            (1.0, 0.24),
            (0.68, 0.62),
            (0, 0.76),
            (-0.7, 0.62),
            (-1.0, 0.24),
        ]
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        fruit = _outline(size, [(x + (px * cos - py * sin) * s, y + (px * sin + py * cos) * s) for px, py in shape])
        picture = _thrown(picture, fruit, (36, 8), 0.55)
        picture = _ball(picture, fruit, ("a8741a", "f0c22e", "fff3a0"), (0.36, 0.3))
    cut = _outline(size, [(352, 586), (420, 550), (500, 586), (510, 650), (430, 700), (350, 660)])
    picture = _thrown(picture, cut, (30, 4), 0.5)
    picture = _ball(picture, cut, ("dca62a", "f4cf3e", "fdeb86"), (0.4, 0.4))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((364, 562, 498, 684), fill=rgb("fbf4d2"))
    draw.ellipse((375, 573, 487, 673), fill=rgb("f6dc62"))
    for spoke in range(9):
        angle = math.radians(spoke * 40 + 8)
        draw.line((431, 623, 431 + 55 * math.cos(angle), 623 + 49 * math.sin(angle)), fill=rgb("fdf3c6"), width=5)
    leaf = _outline(size, [(640, 330), (700, 262), (800, 250), (880, 286), (800, 326), (710, 346)])
    picture = _ball(picture, leaf, ("1f3d26", "3f7a42", "9cc274"), (0.4, 0.3))
    ImageDraw.Draw(picture).line((648, 332, 870, 284), fill=rgb("b9d08c"), width=4)
    return painted(
        picture,
        rng,
        lambda x, y: 78 if y > 0.34 else 20 + 40 * math.sin(x * 6),
        ground=rgb("a98b5a"),
        fine=0.9,
        wander=8,
    )


def _bloom(easel: Easel, at: tuple[float, float], r: float, tones: tuple[str, str, str]) -> None:
    """A peony: petals from the rim inwards, darker below, lighter towards the upper left."""
    rng = easel.rng
    dark, body, bright = (rgb(tone) for tone in tones)
    lobes, phase, squash = rng.choice((3, 4, 5)), rng.uniform(0, math.tau), rng.uniform(0.78, 0.95)
    for _ in range(30):
        spot = at[0] + rng.gauss(0, r * 0.3), at[1] + rng.gauss(0, r * 0.26)
        easel.stroke(spot, rng.uniform(0, 360), r * 0.8, r * 0.4, mixed(dark, body, rng.uniform(0.1, 0.5)), 1)
    for ring in range(9):
        for _ in range(round(32 - ring * 2.4)):
            angle = rng.uniform(0, math.tau)
            out = r * (1 - ring / 9.5) * (1 + 0.13 * math.sin(angle * lobes + phase)) * rng.uniform(0.86, 1.1)
            x, y = at[0] + math.cos(angle) * out, at[1] + math.sin(angle) * out * squash
            lightness = 0.5 - 0.5 * (math.cos(angle) * 0.5 + math.sin(angle) * 0.85) * (out / r) + rng.gauss(0, 0.16)
            lightness -= 0.16 * (ring % 2)
            tone = (
                mixed(dark, body, min(1, max(0, lightness * 2)))
                if lightness < 0.5
                else mixed(body, bright, min(1, (lightness - 0.5) * 2))
            )
            turn = math.degrees(angle) + 90 + rng.gauss(0, 14)
            easel.stroke(
                (x, y),
                turn,
                r * rng.uniform(0.42, 0.72),
                r * rng.uniform(0.17, 0.3),
                shifted(tone, [rng.gauss(0, 6)] * 3),
                1,
            )


def peonies() -> Bitmap:
    rng = chance("peonies")
    size, edge = (850, 1000), 760
    picture = _table(size, edge, ("1f2c33", "3d4a48"), ("7d5b47", "4f3a33"), rng)
    picture = glow(picture, (240, 300), (420, 420), rgb("5f6a58"), 0.6)
    vase = _outline(
        size,
        [
            (330, 900),
            (296, 830),
            (300, 740),
            (345, 660),
            (352, 600),
            (336, 566),
            (420, 560),
            (508, 566),
            (492, 600),
            (500, 660),
            (546, 740),
            (550, 830),
            (516, 900),
            (424, 914),
        ],
    )
    picture = _thrown(picture, vase, (90, 4), 0.7)
    picture = _ball(picture, vase, ("6f7480", "cfcabf", "fbf6ea"), (0.3, 0.36))
    easel = Easel(size, rgb("3a3533"), rng)
    for layer in (
        Layer(110, 40, 24, 14, 0.85, tilt=30),
        Layer(70, 22, 17, 11, 0.9, tilt=20),
        Layer(36, 11, 10, 8, 0.95, only_where_off=12),
    ):
        easel.go_over(picture, layer, lambda x, y: 4 if y > 0.77 else 50 + 50 * math.sin(x * 5 + y * 4))
    for _ in range(210):
        angle, far = rng.uniform(0, math.tau), rng.uniform(0.5, 1.0)
        x, y = 425 + math.cos(angle) * 320 * far, 365 + math.sin(angle) * 250 * far
        tone = mixed(rgb(rng.choice(("22382a", "36573a", "5b7d4a", "8ba466"))), rgb("141f1d"), 0.35 if y > 400 else 0.0)
        easel.stroke((x, y), math.degrees(angle) + rng.gauss(0, 26), rng.uniform(60, 110), rng.uniform(14, 24), tone, 1)
    white, pink, deep = ("b79a9c", "f3dcd3", "fffaf0"), ("a8455a", "e58f9b", "fbd5cf"), ("5f1630", "b23558", "ee8fa0")
    for at, r, tones in (
        ((262, 236), 88, deep), ((612, 232), 96, pink), ((430, 150), 86, white), ((160, 398), 84, pink),
        ((690, 410), 84, white), ((205, 540), 62, deep), ((640, 560), 70, pink), ((322, 372), 124, white),
        ((520, 372), 132, deep), ((415, 530), 112, pink), ((590, 100), 46, white),
    ):  # fmt: skip
        _bloom(easel, at, r, tones)
        for _ in range(7):
            angle = rng.uniform(0.2, 2.9)
            spot = at[0] + math.cos(angle) * r * 1.06, at[1] + math.sin(angle) * r * 0.98
            tone = shifted(rgb(rng.choice(("2b4630", "4c6b43", "7f9a5f"))), [rng.gauss(0, 6)] * 3)
            easel.stroke(spot, math.degrees(angle) + rng.gauss(0, 30), r * 0.62, r * 0.17, tone, 1)
    for x, y in ((610, 850), (680, 880), (640, 905), (250, 900), (180, 880)):
        for _ in range(5):
            easel.stroke(
                (x + rng.gauss(0, 12), y + rng.gauss(0, 5)),
                rng.uniform(-30, 30),
                34,
                13,
                shifted(rgb("eeb0ae"), [rng.gauss(0, 16)] * 3),
                1,
            )
    return easel.finished(impasto=0.9)
