"""How are the paintings of the Neva and of Ladoga composed?"""

import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.partners.pretend.sample_shop.atelier.brush import painted
from bot.partners.pretend.sample_shop.atelier.surfaces import (
    Bitmap,
    Colour,
    chance,
    contrast,
    glow,
    gradient,
    mixed,
    noise,
    rgb,
    rolled,
    tinted,
)


def _skyline(
    rng: random.Random, width: int, base: float, low: float, high: float, step: float
) -> list[tuple[float, float]]:
    """Roofs of a far embankment, left to right."""
    points: list[tuple[float, float]] = [(0, base)]
    x = 0.0
    while x < width:
        house, top = rng.uniform(0.6, 1.8) * step, base - rng.uniform(low, high)
        points += [(x, top), (x + house, top)]
        if rng.random() < 0.35:
            chimney = x + house * rng.uniform(0.2, 0.7)
            points[-1:-1] = [(chimney, top), (chimney, top - 5), (chimney + 4, top - 5), (chimney + 4, top)]
        x += house
    return [*points, (width, base)]


def _spire(draw: ImageDraw.ImageDraw, x: float, base: float, height: float, colour: Colour) -> None:
    """The bell tower of a fortress on an island, with its needle."""
    w = height * 0.05
    draw.polygon([(x + w, base), (x + w, base - w * 3), (x + w * 9, base - w * 3), (x + w * 9.6, base)], fill=colour)
    for half, low, high in ((1.7, 0, 0.2), (1.3, 0.2, 0.34), (0.9, 0.34, 0.44)):
        draw.rectangle((x - w * half, base - height * high, x + w * half, base - height * low), fill=colour)
    draw.ellipse((x - w * 0.95, base - height * 0.50, x + w * 0.95, base - height * 0.40), fill=colour)
    draw.rectangle((x - w * 0.45, base - height * 0.55, x + w * 0.45, base - height * 0.46), fill=colour)
    draw.polygon(
        [(x - w * 0.5, base - height * 0.54), (x + w * 0.5, base - height * 0.54), (x, base - height)], fill=colour
    )
    draw.line((x, base - height * 1.05, x, base - height), fill=colour, width=3)
    r = w * 0.8
    draw.pieslice((x + w * 8 - r, base - w * 4.2 - r, x + w * 8 + r, base - w * 4.2 + r), 180, 360, fill=colour)
    draw.rectangle((x + w * 8 - r, base - w * 4.3, x + w * 8 + r, base - w * 2.8), fill=colour)


def _dome(draw: ImageDraw.ImageDraw, x: float, base: float, r: float, colour: Colour) -> None:
    draw.rectangle((x - r * 1.9, base - r * 1.1, x + r * 1.9, base), fill=colour)
    draw.rectangle((x - r, base - r * 2.1, x + r, base), fill=colour)
    draw.pieslice((x - r, base - r * 3.1, x + r, base - r * 1.1), 180, 360, fill=colour)
    draw.rectangle((x - r * 0.22, base - r * 3.5, x + r * 0.22, base - r * 2.9), fill=colour)
    draw.polygon([(x - r * 0.2, base - r * 3.45), (x + r * 0.2, base - r * 3.45), (x, base - r * 4)], fill=colour)


def clouds(
    sky: Bitmap, rng: random.Random, shade: Colour, light: Colour, *, amount: float = 1.0, drawn_out: float = 4
) -> Bitmap:
    """Long clouds: a shaded body, and an edge that catches the light from below."""
    field = noise(rng, sky.size, sky.height / 3.2, octaves=5, stretch=(drawn_out, 0.8))
    body = contrast(field, 3.2, 150)
    edge = ImageChops.subtract(body, rolled(body, 3, -10))
    fade = Image.linear_gradient("L").rotate(180).resize(sky.size)
    out = tinted(
        sky, shade, ImageChops.multiply(body, fade.point([min(255, value + 70) for value in range(256)])), amount * 0.75
    )
    return tinted(out, light, edge, amount)


def mirrored(
    picture: Bitmap, horizon: int, rng: random.Random, *, dark: Colour, depth: float = 0.45, ripple: float = 5
) -> Bitmap:
    """Water below the horizon: what stands above it, upside down, broken by ripples that grow towards the viewer."""
    width, height = picture.size
    water = height - horizon
    above = picture.crop((0, max(0, horizon - water), width, horizon)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    above = above.resize((width, water)).filter(ImageFilter.GaussianBlur(2))
    out = Image.new("RGB", (width, water))
    phase = rng.uniform(0, 6)
    y = 0
    while y < water:
        near = y / water
        thick = 1 + round(near * 4)
        shift = math.sin(y * 0.55 / (0.4 + near * 1.6) + phase) * ripple * (0.3 + near * 2.2) + rng.gauss(
            0, ripple * (0.2 + near)
        )
        stretch = min(water - 1, max(0, round(y + math.sin(y * 0.31 / (0.4 + near) + phase) * 12 * near)))
        strip = above.crop((0, stretch, width, min(water, stretch + thick)))
        out.paste(rolled(strip, round(shift), 0), (0, y))
        y += thick
    deep = Image.linear_gradient("L").resize((width, water))
    out = tinted(out, dark, deep, depth)
    result = picture.copy()
    result.paste(out, (0, horizon))
    return result


def glints(
    picture: Bitmap, rng: random.Random, horizon: int, x: float, spread: float, colour: Colour, count: int
) -> Bitmap:
    """A broken path of light on the water."""
    out = picture.copy()
    draw = ImageDraw.Draw(out)
    for _ in range(count):
        near = rng.random() ** 1.4
        y = horizon + 3 + near * (picture.height - horizon)
        along = x + rng.gauss(0, spread * (0.25 + near))
        half = rng.uniform(3, 10) * (0.5 + near * 2)
        thick = 0.6 + near * 1.6
        touch = (along - half, y - thick, along + half, y + thick)
        draw.ellipse(touch, fill=mixed(colour, rgb("fff6dd"), rng.random() * 0.7))
    return out


def neva_sunset() -> Bitmap:
    rng = chance("neva-sunset")
    width, height, horizon = 1000, 720, 440
    sky = gradient(
        (width, height),
        [(0, "37466f"), (0.2, "6f6a93"), (0.36, "c98a83"), (0.5, "f2a65e"), (0.62, "ffd98a"), (1, "ffd98a")],
    )
    sky = clouds(sky, rng, rgb("6a5578"), rgb("ffc48a"), amount=1.0)
    sky = glow(sky, (640, horizon - 26), (420, 230), rgb("ffb65c"), 0.9)
    sky = glow(sky, (640, horizon - 26), (90, 70), rgb("fff2c2"), 1.0)
    draw = ImageDraw.Draw(sky)
    draw.ellipse((612, horizon - 60, 668, horizon - 4), fill=rgb("fff3c9"))
    far = rgb("8a5f72")
    draw.polygon(_skyline(rng, width, horizon, 14, 34, 34), fill=far)
    _dome(draw, 850, horizon, 26, mixed(far, rgb("e9a56b"), 0.15))
    near = rgb("4d3650")
    draw.polygon(
        [(0, horizon), (0, horizon - 30), (150, horizon - 34), (330, horizon - 22), (430, horizon), (430, horizon)],
        fill=near,
    )
    _spire(draw, 250, horizon - 22, 250, near)
    picture = mirrored(sky, horizon, rng, dark=rgb("2c3157"), depth=0.62)
    picture = glints(picture, rng, horizon, 640, 60, rgb("ffc46b"), 240)

    def direction(x: float, y: float) -> float:
        return 0 if y > horizon / height else -18 * math.sin(x * 5 + y * 9)

    return painted(picture, rng, direction, ground=rgb("9a5b43"))


def _leaf(draw: ImageDraw.ImageDraw, foot: tuple[float, float], length: float, lean: float, colour: Colour) -> None:
    """One raised half of a drawbridge: a lattice that narrows towards its tip."""
    along, across = math.radians(lean), math.radians(lean + 90)

    def at(share: float, side: float) -> tuple[float, float]:
        half = side * (17 - 10 * share)
        return (
            foot[0] + math.cos(along) * length * share + math.cos(across) * half,
            foot[1] - math.sin(along) * length * share - math.sin(across) * half,
        )

    draw.line([at(0, -1), at(1, -1)], fill=colour, width=7)
    draw.line([at(0, 1), at(1, 1)], fill=colour, width=6)
    for step in range(11):
        draw.line([at(step / 11, -1), at((step + 1) / 11, 1)], fill=colour, width=3)
        draw.line([at(step / 11, 1), at((step + 1) / 11, -1)], fill=colour, width=3)


def _arches(
    draw: ImageDraw.ImageDraw, left: float, right: float, top: float, water: float, spans: int, colour: Colour
) -> None:
    """The part of a bridge that stays: a deck on piers, with arches between them."""
    width = (right - left) / spans
    draw.rectangle((left, top - 10, right, top + 4), fill=colour)
    for span in range(spans):
        x = left + span * width
        draw.rectangle((x - 9, top, x + 9, water), fill=colour)
        outline = [(x, top)]
        for step in range(21):
            share = step / 20
            outline.append((x + share * width, top + 4 + (water - top) * 0.75 * (2 * share - 1) ** 2))
        draw.polygon([*outline, (x + width, top)], fill=colour)
    draw.rectangle((right - 12, top - 16, right + 12, water), fill=colour)


def white_night() -> Bitmap:
    rng = chance("white-night")
    width, height, horizon = 1000, 750, 455
    sky = gradient(
        (width, height),
        [(0, "6f8fb8"), (0.25, "9fb3cf"), (0.42, "d5c6d6"), (0.54, "f4d3c0"), (0.61, "fbe3bd"), (1, "fbe3bd")],
    )
    sky = clouds(sky, rng, rgb("8e93bb"), rgb("ffe6d6"), amount=0.8, drawn_out=5)
    sky = glow(sky, (330, horizon), (430, 130), rgb("ffd9a0"), 0.75)
    draw = ImageDraw.Draw(sky)
    far = rgb("8c93b4")
    draw.polygon(_skyline(rng, width, horizon, 12, 30, 30), fill=far)
    _dome(draw, 170, horizon - 6, 20, far)
    _spire(draw, 420, horizon - 10, 130, mixed(far, rgb("e8c7b0"), 0.2))
    draw.rectangle((0, horizon - 2, width, horizon + 9), fill=mixed(far, rgb("5b6488"), 0.5))
    near = rgb("3f4c70")
    _arches(draw, -90, 352, horizon - 58, horizon + 6, 3, near)
    _arches(draw, 676, 1120, horizon - 58, horizon + 6, 3, near)
    _leaf(draw, (352, horizon - 62), 205, 62, near)
    _leaf(draw, (676, horizon - 62), 205, 118, near)
    for x in (30, 105, 180, 255, 740, 815, 890, 965):
        draw.line((x, horizon - 96, x, horizon - 66), fill=near, width=3)
    barge = rgb("33405f")
    draw.polygon([(455, horizon + 2), (600, horizon + 2), (586, horizon + 15), (468, horizon + 15)], fill=barge)
    draw.rectangle((556, horizon - 18, 582, horizon + 2), fill=barge)
    picture = mirrored(sky, horizon + 8, rng, dark=rgb("44597f"), depth=0.55, ripple=4)
    draw = ImageDraw.Draw(picture)
    for x in (30, 105, 180, 255, 740, 815, 890, 965):
        draw.ellipse((x - 6, horizon - 106, x + 6, horizon - 94), fill=rgb("fff0b8"))
        picture = glints(picture, rng, horizon + 30, x, 7, rgb("ffdf9e"), 16)
        draw = ImageDraw.Draw(picture)
    draw.rectangle((562, horizon - 13, 569, horizon - 7), fill=rgb("ffd070"))
    picture = glints(picture, rng, horizon + 6, 500, 70, rgb("ffe2bd"), 110)

    def direction(x: float, y: float) -> float:
        return 0 if y > horizon / height else 8 * math.sin(x * 4 - y * 6)

    return painted(picture, rng, direction, ground=rgb("b58c7a"), fine=0.85, wander=8)


def _pines(
    draw: ImageDraw.ImageDraw, rng: random.Random, left: float, right: float, base: float, tall: float, colour: Colour
) -> None:
    """An island: a low back of rock, and pines that grow taller towards its middle."""
    middle, half = (left + right) / 2, (right - left) / 2
    draw.polygon(
        [(left, base)]
        + [
            (
                left + (right - left) * step / 24,
                base - tall * 0.22 * math.sin(math.pi * step / 24) ** 0.7 * rng.uniform(0.85, 1.1),
            )
            for step in range(1, 24)
        ]
        + [(right, base)],
        fill=colour,
    )
    x = left + half * 0.16
    while x < right - half * 0.16:
        rise = max(0.15, 1 - ((x - middle) / half) ** 2)
        top = tall * rise * rng.uniform(0.55, 1.1)
        foot = base - tall * 0.12 * rise
        draw.line((x, foot, x + rng.uniform(-3, 3), foot - top), fill=colour, width=max(2, round(tall / 45)))
        for tier in range(7):
            share = tier / 7
            w = top * 0.2 * (1 - share) * rng.uniform(0.5, 1.1) + 2
            y = foot - top * (0.3 + 0.7 * share)
            draw.polygon(
                [(x - w, y + top * 0.05), (x + w * rng.uniform(0.6, 1), y + top * 0.05), (x, y - top * 0.11)],
                fill=colour,
            )
        x += rng.uniform(0.09, 0.22) * tall


def ladoga_fog() -> Bitmap:
    rng = chance("ladoga-fog-3")
    width, height, horizon = 1000, 714, 430
    picture = gradient(
        (width, height), [(0, "b9c4c6"), (0.3, "d3d3cb"), (0.5, "ece0cd"), (0.62, "f0e3cf"), (1, "e6dccb")]
    )
    picture = glow(picture, (690, 215), (330, 260), rgb("ffeccb"), 0.65)
    ImageDraw.Draw(picture).ellipse((664, 189, 716, 241), fill=rgb("fff6e0"))
    for left, right, base, tall, tone in (
        (300, 1120, 352, 66, "bfc7c5"),
        (-160, 520, 384, 110, "9fadaf"),
        (590, 1150, 412, 138, "748990"),
        (-110, 330, horizon, 215, "3f5660"),
    ):
        _pines(ImageDraw.Draw(picture), rng, left, right, base, tall, rgb(tone))
        mist = Image.new("L", picture.size)
        ImageDraw.Draw(mist).rectangle((0, base - 22, width, base + 12), fill=170)
        torn = contrast(noise(rng, picture.size, 190, stretch=(3, 0.6)), 1.5, 110)
        picture = tinted(
            picture, rgb("efe6d8"), ImageChops.multiply(mist.filter(ImageFilter.GaussianBlur(14)), torn), 1.05
        )
    picture = mirrored(picture, horizon, rng, dark=rgb("5f787f"), depth=0.6, ripple=2.2)
    draw = ImageDraw.Draw(picture)
    boat = rgb("4a555c")
    draw.polygon([(640, 520), (716, 517), (703, 529), (653, 530)], fill=boat)
    draw.polygon([(664, 519), (676, 519), (673, 500), (668, 500)], fill=boat)
    draw.ellipse((666, 492, 675, 502), fill=boat)
    draw.line((674, 507, 700, 531), fill=boat, width=2)
    draw.polygon([(650, 532), (706, 531), (694, 545), (662, 546)], fill=rgb("7d898b"))
    for y, left, right in ((538, 610, 738), (556, 655, 790)):
        draw.line((left, y, right, y), fill=rgb("e0d9cb"), width=3)

    def direction(x: float, y: float) -> float:
        return 4 * math.sin(x * 7 + y * 3)

    return painted(picture, rng, direction, ground=rgb("a49484"), fine=0.95, wander=6)


def _house(
    draw: ImageDraw.ImageDraw,
    rng: random.Random,
    box: tuple[float, float, float, float],
    wall: Colour,
    lit_share: float,
) -> None:
    """A façade of five storeys with rows of windows, cornices and a snowy roof."""
    left, top, right, bottom = box
    draw.rectangle(box, fill=wall)
    roof = rng.uniform(20, 34)
    draw.polygon(
        [(left - 3, top), (left + 12, top - roof), (right - 12, top - roof), (right + 3, top)], fill=rgb("6b5a5c")
    )
    draw.polygon(
        [
            (left + 4, top - roof * 0.4),
            (left + 12, top - roof),
            (right - 12, top - roof),
            (right - 4, top - roof * 0.45),
        ],
        fill=rgb("e6e6ee"),
    )
    for x in (left + (right - left) * 0.25, left + (right - left) * 0.7):
        draw.rectangle((x, top - roof - 16, x + 13, top - roof + 4), fill=rgb("7d5a50"))
        draw.rectangle((x - 1, top - roof - 19, x + 14, top - roof - 14), fill=rgb("eceaf0"))
    draw.rectangle((left, top, right, top + 7), fill=mixed(wall, rgb("fff6e6"), 0.55))
    storeys, columns = 4, max(3, round((right - left) / 44))
    ground = bottom - 60
    draw.rectangle((left, ground - 4, right, bottom), fill=mixed(wall, rgb("4b4148"), 0.35))
    draw.rectangle((left, ground - 7, right, ground - 2), fill=mixed(wall, rgb("fff6e6"), 0.5))
    w, h = (right - left) / columns, (ground - top - 16) / storeys
    for row in range(storeys + 1):
        for column in range(columns):
            x = left + column * w + w * 0.28
            y = top + 18 + row * h if row < storeys else ground + 12
            glass = rgb("ffd27a") if rng.random() < lit_share else mixed(rgb("46506b"), wall, rng.uniform(0, 0.25))
            tall = h * 0.6 if row < storeys else 34
            draw.rectangle((x - 3, y - 3, x + w * 0.44 + 3, y + tall + 3), fill=mixed(wall, rgb("fff8ec"), 0.6))
            draw.rectangle((x, y, x + w * 0.44, y + tall), fill=glass)
            draw.line((x + w * 0.22, y, x + w * 0.22, y + tall), fill=mixed(glass, rgb("4a4046"), 0.5), width=2)


def first_snow() -> Bitmap:
    rng = chance("first-snow")
    side, quay = 940, 600
    picture = gradient((side, side), [(0, "8d97ab"), (0.35, "b9b9c4"), (0.55, "d6cdcb"), (1, "d6cdcb")])
    draw = ImageDraw.Draw(picture)
    x = -30.0
    for wall in ("d8a95a", "c98a86", "e3c98c", "9fb0a4", "d2996b", "b9a0a8"):
        broad, top = rng.uniform(150, 200), rng.uniform(150, 235)
        _house(draw, rng, (x, top, x + broad, quay - 26), rgb(wall), 0.3)
        x += broad
    draw.rectangle((0, quay - 26, side, quay), fill=rgb("ecebf1"))
    draw.rectangle((0, quay - 46, side, quay - 41), fill=rgb("3d3a44"))
    for post in range(0, side, 13):
        draw.line((post, quay - 44, post, quay - 24), fill=rgb("3d3a44"), width=2)
    granite = rgb("8f7f83")
    draw.rectangle((0, quay, side, quay + 48), fill=granite)
    for course in range(3):
        for stone in range(-1, 16):
            left, top = stone * 66 + course % 2 * 33, quay + course * 16
            tone = mixed(granite, rgb("5e525a"), rng.random() * 0.5)
            draw.rectangle((left, top, left + 63, top + 14), fill=tone)
    draw.rectangle((0, quay - 4, side, quay + 5), fill=rgb("f4f3f8"))
    picture = mirrored(picture, quay + 48, rng, dark=rgb("222736"), depth=0.95, ripple=5)
    draw = ImageDraw.Draw(picture)
    for lamp in (150, 470, 790):
        draw.line((lamp, quay - 150, lamp, quay - 26), fill=rgb("33303a"), width=5)
        picture = glow(picture, (lamp, quay - 156), (90, 90), rgb("ffce7a"), 0.7)
        draw = ImageDraw.Draw(picture)
        draw.ellipse((lamp - 9, quay - 166, lamp + 9, quay - 146), fill=rgb("fff0c0"))
        picture = glints(picture, rng, quay + 52, lamp, 14, rgb("ffcf80"), 46)
        draw = ImageDraw.Draw(picture)
    for x, coat in ((250, "7c2f35"), (268, "2f3a52"), (640, "3b3338")):
        draw.ellipse((x - 6, quay - 70, x + 6, quay - 58), fill=rgb("4a3a38"))
        draw.polygon([(x - 6, quay - 58), (x + 6, quay - 58), (x + 11, quay - 22), (x - 11, quay - 22)], fill=rgb(coat))
    for _ in range(14):
        x, y = rng.uniform(0, side), rng.uniform(quay + 110, side)
        for _ in range(5):
            w, sway = rng.uniform(14, 46), rng.gauss(0, 34)
            draw.ellipse((x + sway - w, y - w * 0.13, x + sway + w, y + w * 0.13), fill=rgb("bfc5d4"))
            y += rng.gauss(0, 3)

    seen = painted(
        picture, rng, lambda _x, y: 0 if y > 0.68 else 90 if y > 0.2 else 20, ground=rgb("8b6b5c"), fine=0.72, wander=8
    )
    flakes = ImageDraw.Draw(seen, "RGBA")
    for _ in range(420):
        x, y, r = rng.uniform(0, side), rng.uniform(0, side), rng.choice((0.8, 1.1, 1.5, 2, 2.6))
        flakes.ellipse((x - r, y - r, x + r, y + r), fill=(250, 250, 255, rng.randrange(120, 235)))
    return seen
