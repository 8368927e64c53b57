"""How are the prints cut, inked, pulled and laid on a table to be photographed?"""

import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from bot.partners.pretend.sample_shop.atelier.surfaces import (
    Bitmap,
    Point,
    chance,
    contrast,
    glow,
    gradient,
    lit,
    multiplied,
    noise,
    paper,
    rgb,
    rolled,
    scaled,
    shadowed,
    warped,
    white_noise,
)

PLATE = (620, 830)


def _laid_out(rng: random.Random, printed: Bitmap, tone: str, table: tuple[str, str], margin: int = 74) -> Bitmap:
    """The sheet with its margins and a pencilled number and name, in soft light from the left."""
    sheet_size = (printed.width + margin * 2, printed.height + margin * 2 + 26)
    sheet = paper(rng, sheet_size, tone, 0.35)
    plate = Image.new("RGB", sheet_size, (255, 255, 255))
    plate.paste(printed, (margin, margin))
    sheet = ImageChops.multiply(sheet, plate)
    _scribble(sheet, rng, (margin + 4, margin + printed.height + 26), 46)
    _scribble(sheet, rng, (margin + printed.width - 124, margin + printed.height + 26), 120)
    size = (sheet_size[0] + 84, sheet_size[1] + 84)
    ground = gradient(size, [(0, table[0]), (1, table[1])], across=True)
    ground = lit(ground, noise(rng, size, 7, octaves=3), 0.3)
    outline = Image.new("L", sheet_size, 255)
    ground = shadowed(ground, outline, (42, 38), (12, 16), 16, 0.55)
    ground.paste(sheet, (42, 38))
    light = gradient(size, [(0, "ffffff"), (0.55, "fbf7f0"), (1, "e3dcd2")], across=True)
    return ImageChops.multiply(ground, light)


def _scribble(sheet: Bitmap, rng: random.Random, at: tuple[int, int], length: int) -> None:
    """A hand in pencil that nobody can read, as on every print."""
    mask = Image.new("L", ((length + 16) * 3, 144))
    points: list[Point] = []
    phase, x = rng.uniform(0, 6), 0.0
    for step in range(length * 2):
        x += 0.5 + 0.42 * math.sin(step * 0.30 + phase)
        high = math.sin(step * 0.30) * (5 + 3.5 * math.sin(step * 0.071 + phase)) - (13 if step % 61 < 7 else 0)
        points.append((x * 3 + 12, 72 + high * 3))
    ImageDraw.Draw(mask).line(points, fill=200, width=5, joint="curve")
    mask = mask.resize((mask.width // 3, mask.height // 3), Image.Resampling.LANCZOS)
    sheet.paste((96, 92, 92), (at[0], at[1] - 24), mask)


def _pulled(rng: random.Random, block: Bitmap, ink: str, *, wear: float = 1.0) -> Bitmap:
    """An impression of a block (dark is ink): hand-cut edges, ink that did not take everywhere."""
    edge = 44
    wide = ImageOps.expand(block.convert("L"), edge, block.convert("L").tobytes()[0])
    wide = warped(wide, rng, 22, 0.9)
    cut = wide.crop((edge, edge, wide.width - edge, wide.height - edge)).filter(ImageFilter.GaussianBlur(1.1))
    cut = contrast(cut, 3.4)
    misses = ImageChops.lighter(
        contrast(noise(rng, cut.size, 9, octaves=3), 9 * wear, 200), contrast(white_noise(rng, cut.size), 6, 264)
    ).filter(ImageFilter.GaussianBlur(0.5))
    cut = ImageChops.lighter(cut, misses)
    cloud = contrast(noise(rng, cut.size, 170, octaves=4), 0.6).point(
        [min(255, 196 + value // 4) for value in range(256)]
    )
    body = ImageChops.multiply(Image.new("RGB", cut.size, rgb(ink)), Image.merge("RGB", (cloud, cloud, cloud)))
    body = ImageChops.add(body, Image.new("RGB", cut.size, (10, 10, 10)))
    return Image.composite(Image.new("RGB", cut.size, (255, 255, 255)), body, cut)


def _chatter(
    draw: ImageDraw.ImageDraw, rng: random.Random, size: tuple[int, int], fill: int, count: int, centre: Point
) -> None:
    """Short marks that a gouge leaves, turned around the middle of the picture."""
    for _ in range(count):
        x, y = rng.uniform(0, size[0]), rng.uniform(0, size[1])
        angle = math.atan2(y - centre[1], x - centre[0]) + math.pi / 2 + rng.gauss(0, 0.16)
        half = rng.uniform(5, 17)
        dx, dy = math.cos(angle) * half, math.sin(angle) * half
        draw.line((x - dx, y - dy, x + dx, y + dy), fill=fill, width=rng.choice((2, 2, 3)))


def _blade(foot: Point, tip: Point, broad: float, bend: float = 0.0) -> list[Point]:
    """A leaf from its foot to its tip, widest below the middle."""
    dx, dy = tip[0] - foot[0], tip[1] - foot[1]
    length = math.hypot(dx, dy) or 1
    nx, ny = -dy / length, dx / length
    left, right = [], []
    for step in range(17):
        t = step / 16
        w = broad * math.sin(math.pi * t**0.8) ** 0.9
        bow = bend * length * math.sin(math.pi * t)
        x, y = foot[0] + dx * t + nx * bow, foot[1] + dy * t + ny * bow
        left.append((x + nx * w, y + ny * w))
        right.append((x - nx * w, y - ny * w))
    return left + right[::-1]


def fern() -> Bitmap:
    rng = chance("fern")
    block = Image.new("L", PLATE, 0)
    draw = ImageDraw.Draw(block)
    _chatter(draw, rng, PLATE, 255, 330, (310, 900))
    shade = ImageDraw.Draw(block)

    def stem(t: float) -> Point:
        return 330 - 60 * math.sin(t * 2.4), 800 - 740 * t

    halo = [stem(t / 20) for t in range(21)]
    shade.line(halo, fill=0, width=34, joint="curve")
    for going in ("clear", "cut"):
        for step in range(17):
            t = 0.1 + step / 17 * 0.86
            x, y = stem(t)
            reach = 292 * min(1, (t + 0.06) / 0.3) ** 0.7 * (1 - t) ** 0.78 + 16
            for side in (-1, 1):
                rise = 0.34 + 0.62 * t
                tip = (x + side * reach * math.cos(rise), y - reach * math.sin(rise) + reach * 0.12)
                if going == "clear":
                    draw.polygon(_blade((x, y), tip, 13 + reach * 0.075, side * -0.05), fill=0)
                    continue
                count = max(4, round(reach / 14))
                for leaf in range(1, count + 1):
                    s = leaf / (count + 0.6)
                    bow = -0.05 * reach * math.sin(math.pi * s) * side
                    fx, fy = x + (tip[0] - x) * s, y + (tip[1] - y) * s + bow * side
                    long = (reach * 0.085 + 8) * (1 - s * 0.7)
                    for turn in (-1, 1):
                        angle = math.atan2(tip[1] - y, tip[0] - x) + turn * 1.02
                        end = (fx + math.cos(angle) * long, fy + math.sin(angle) * long)
                        draw.polygon(_blade((fx, fy), end, 3.1 + long * 0.1), fill=255)
                draw.line((x, y, tip[0], tip[1]), fill=255, width=2)
    draw.line(halo, fill=255, width=6, joint="curve")
    return _laid_out(rng, _pulled(rng, block, "17352c"), "f3ede0", ("c9bfb2", "b5a899"))


def rowan() -> Bitmap:
    rng = chance("rowan")
    key, berries = Image.new("L", PLATE, 255), Image.new("L", PLATE, 255)
    draw, red = ImageDraw.Draw(key), ImageDraw.Draw(berries)
    branch = [(40 + 545 * t, 250 - 110 * math.sin(t * 2.6) + 60 * t) for t in (step / 20 for step in range(21))]
    draw.line(branch, fill=0, width=13, joint="curve")
    for at, angle, long in (
        (3, 2.1, 250),
        (8, 1.05, 290),
        (13, 2.0, 270),
        (17, 0.7, 250),
        (6, -1.0, 200),
        (12, -1.35, 190),
        (18, -0.5, 160),
    ):
        foot = branch[at]
        tip = (foot[0] + math.cos(angle) * long, foot[1] + math.sin(angle) * long)
        draw.line((*foot, *tip), fill=0, width=5)
        for pair in range(6):
            s = 0.2 + pair / 6 * 0.8
            fx, fy = foot[0] + (tip[0] - foot[0]) * s, foot[1] + (tip[1] - foot[1]) * s
            for turn in (-0.85, 0.85) if pair < 5 else (0.0,):
                leaf_long = 70 * (1 - 0.35 * abs(s - 0.45))
                end = (fx + math.cos(angle + turn) * leaf_long, fy + math.sin(angle + turn) * leaf_long)
                draw.polygon(_blade((fx, fy), end, 17, 0.04), fill=255)
                draw.polygon(_blade((fx, fy), end, 12, 0.04), fill=0)
                draw.line((fx, fy, fx + (end[0] - fx) * 0.86, fy + (end[1] - fy) * 0.86), fill=255, width=3)
                for vein in range(1, 5):
                    v = vein / 6
                    vx, vy = fx + (end[0] - fx) * v, fy + (end[1] - fy) * v
                    for side in (-0.7, 0.7):
                        va = angle + turn + side
                        draw.line((vx, vy, vx + math.cos(va) * 11, vy + math.sin(va) * 11), fill=255, width=2)
    for cx, cy, spread, count in ((225, 560, 118, 44), (440, 650, 96, 32)):
        foot = min(branch, key=lambda point: abs(point[0] - cx + 20))
        spots: list[Point] = []
        while len(spots) < count:
            angle, far = rng.uniform(0, math.tau), spread * math.sqrt(rng.random())
            x, y = cx + math.cos(angle) * far * 1.15, cy + math.sin(angle) * far
            if all(math.hypot(x - ox, y - oy) > 25 for ox, oy in spots) or rng.random() < 0.02:
                spots.append((x, y))
        draw.line((*foot, cx, cy - spread * 0.9), fill=0, width=6)
        for x, y in spots:
            draw.line((cx, cy - spread * 0.9, x, y), fill=0, width=2)
        for x, y in sorted(spots, key=lambda spot: spot[1]):
            r = rng.uniform(16, 20)
            draw.ellipse((x - r - 3, y - r - 3, x + r + 3, y + r + 3), fill=255)
            red.ellipse((x - r + 2, y - r + 1, x + r + 2, y + r + 1), fill=0)
            red.arc((x - r + 7, y - r + 6, x + r - 5, y + r - 6), 180, 260, fill=255, width=4)
            draw.arc((x - r, y - r, x + r, y + r), -30, 150, fill=0, width=4)
            draw.polygon([(x - 4, y + r - 8), (x + 5, y + r - 9), (x, y + r - 1)], fill=0)
    both = multiplied(_pulled(rng, berries, "c9341f"), _pulled(rng, key, "22201f"))
    return _laid_out(rng, both, "f5efe2", ("b9b3ac", "a39c95"))


def dill() -> Bitmap:
    rng = chance("dill")
    block = Image.new("L", PLATE, 0)
    draw = ImageDraw.Draw(block)
    _chatter(draw, rng, PLATE, 255, 260, (310, -200))

    def umbel(at: Point, foot: Point, r: float, tilt: float) -> None:
        draw.line([foot, ((foot[0] + at[0]) / 2 + 18, (foot[1] + at[1]) / 2), at], fill=0, width=26, joint="curve")
        for ray in range(17):
            angle = -math.pi / 2 + tilt + (ray - 8) / 8 * 1.32
            long = r * (1 - 0.13 * abs(ray - 8) / 8) * rng.uniform(0.92, 1.05)
            x, y = at[0] + math.cos(angle) * long, at[1] + math.sin(angle) * long
            draw.ellipse((x - r * 0.17, y - r * 0.17, x + r * 0.17, y + r * 0.17), fill=0)
        draw.line([foot, ((foot[0] + at[0]) / 2 + 18, (foot[1] + at[1]) / 2), at], fill=255, width=8, joint="curve")
        for ray in range(17):
            angle = -math.pi / 2 + tilt + (ray - 8) / 8 * 1.32
            long = r * (1 - 0.13 * abs(ray - 8) / 8) * rng.uniform(0.92, 1.05)
            x, y = at[0] + math.cos(angle) * long, at[1] + math.sin(angle) * long
            draw.line((*at, x, y), fill=255, width=3)
            for seed in range(11):
                turn = angle + (seed - 5) / 5 * 1.5
                sx, sy = x + math.cos(turn) * r * 0.13, y + math.sin(turn) * r * 0.13
                draw.line((x, y, sx, sy), fill=255, width=2)
                dot = r * 0.021 + 1.6
                draw.ellipse((sx - dot, sy - dot, sx + dot, sy + dot), fill=255)

    umbel((410, 240), (352, 830), 186, 0.06)
    umbel((170, 330), (300, 830), 165, -0.16)
    umbel((500, 480), (362, 830), 120, 0.3)
    umbel((110, 590), (290, 830), 95, -0.4)
    for x in (200, 330, 440):
        for blade in range(8):
            tip = (x + rng.gauss(0, 90), rng.uniform(600, 720))
            draw.polygon(_blade((x + blade * 6, 835), tip, 4.5, rng.gauss(0, 0.05)), fill=255)
    return _laid_out(rng, _pulled(rng, block, "243352"), "f2ece1", ("d2c3ae", "bcab95"))


def meadow() -> Bitmap:
    rng = chance("meadow")
    size = (760, 950)
    light = Image.new("L", size, 0)
    for depth, blur, glow_by in ((0, 6.0, 120), (1, 2.2, 190), (2, 0.7, 250)):
        layer = Image.new("L", size, 0)
        draw = ImageDraw.Draw(layer)
        for _ in range(17 - depth * 3):
            foot = (rng.uniform(80, 680), 930.0)
            tall, lean = rng.uniform(380, 800), rng.gauss(0, 90)
            stem = [(foot[0] + lean * t**2, foot[1] - tall * t) for t in (step / 24 for step in range(25))]
            draw.line(stem, fill=glow_by, width=3, joint="curve")
            kind = rng.choice(("oat", "rye", "daisy", "leaf", "oat", "leaf"))
            if kind == "daisy":
                x, y = stem[-1]
                for petal in range(15):
                    angle = petal / 15 * math.tau
                    tip = (x + math.cos(angle) * 44, y + math.sin(angle) * 30)
                    draw.polygon(_blade((x, y), tip, 5), fill=glow_by)
                draw.ellipse((x - 12, y - 9, x + 12, y + 9), fill=round(glow_by * 0.7))
            for step in range(8, 25) if kind in {"oat", "rye"} else range(0):
                x, y = stem[step]
                for side in (-1, 1):
                    if kind == "rye":
                        tip = (x + side * 11 + lean * 0.05, y - 26)
                        draw.polygon(_blade((x, y), tip, 4.4), fill=glow_by)
                        draw.line((*tip, tip[0] + side * 8, tip[1] - 34), fill=glow_by, width=1)
                    elif step % 2:
                        twig = (x + side * (25 - step) * rng.uniform(2.6, 4.2), y - rng.uniform(4, 30))
                        draw.line((x, y, *twig), fill=glow_by, width=1)
                        draw.polygon(_blade(twig, (twig[0] + side * 3, twig[1] + 24), 4.6), fill=glow_by)
            for _ in range(rng.choice((1, 2, 3))):
                x, y = stem[rng.randrange(2, 14)]
                side = rng.choice((-1, 1))
                tip = (x + side * rng.uniform(60, 150), y - rng.uniform(60, 230))
                draw.polygon(_blade((x, y), tip, rng.uniform(4, 9), side * 0.12), fill=glow_by)
        light = ImageChops.lighter(light, layer.filter(ImageFilter.GaussianBlur(blur)))
    coat = Image.new("L", size, 0)
    draw = ImageDraw.Draw(coat)
    for stripe in range(15):
        y = 24 + stripe * 64
        draw.line((rng.uniform(14, 52), y, size[0] - rng.uniform(14, 52), y + rng.gauss(0, 4)), fill=255, width=80)
    edge = contrast(noise(rng, size, 34, octaves=4, stretch=(5, 0.5)), 3, 112)
    coat = ImageChops.multiply(
        warped(coat, rng, 30, 4).filter(ImageFilter.GaussianBlur(3)),
        ImageChops.lighter(
            edge, coat.filter(ImageFilter.GaussianBlur(26)).point([0 if v < 235 else 255 for v in range(256)])
        ),
    )
    cloud = contrast(noise(rng, size, 260, octaves=5), 0.9)
    blue = ImageChops.soft_light(Image.new("RGB", size, rgb("14406f")), Image.merge("RGB", (cloud, cloud, cloud)))
    printed = Image.composite(Image.new("RGB", size, rgb("f0f4f3")), blue, scaled(light, 0.95))
    grain = contrast(noise(rng, size, 4, octaves=2), 0.5)
    printed = ImageChops.soft_light(printed, Image.merge("RGB", (grain, grain, grain)))
    printed = Image.composite(printed, Image.new("RGB", size, (255, 255, 255)), coat)
    return _laid_out(rng, printed, "f7f3ea", ("cdc6bb", "b7aea2"), 52)


def bridges() -> Bitmap:
    rng = chance("bridges")
    size = (640, 900)
    inks = {name: Image.new("L", size, 255) for name in ("rose", "teal", "sun")}
    drawn = {name: ImageDraw.Draw(layer) for name, layer in inks.items()}
    for row in range(6):
        for column in range(2):
            left, top = 14 + column * 312, 12 + row * 148
            right, water = left + 300, top + 98
            sky, deck, sea = rng.choice((("sun", "teal", "rose"), ("rose", "teal", "sun"), ("sun", "rose", "teal")))
            drawn[sky].rectangle((left, top, right, water), fill=rng.randrange(110, 170))
            drawn[sea].rectangle((left, water - 8, right, top + 138), fill=rng.randrange(70, 130))
            sun = left + rng.uniform(60, 240), top + rng.uniform(22, 40)
            drawn[sea].ellipse((sun[0] - 17, sun[1] - 17, sun[0] + 17, sun[1] + 17), fill=0)
            spans, high = rng.choice((1, 2, 3, 5)), rng.uniform(34, 60)
            ink, road = drawn[deck], water - high
            hump = rng.choice((0.0, 0.0, 22.0))
            width = (right - left) / spans
            for x in range(left, right + 1):
                t = (x - left) / (right - left)
                up = road - hump * math.sin(math.pi * t)
                s = ((x - left) % width) / width * 2 - 1
                arch = min(water + 10, up + 12 + (water + 6 - up) * s**4) if abs(s) < 0.93 else water + 10
                ink.line((x, up, x, arch), fill=20)
                if x % 13 == 0:
                    ink.line((x, up - 10, x, up), fill=20, width=2)
            rail = [
                (left + (right - left) * step / 30, road - 10 - hump * math.sin(math.pi * step / 30))
                for step in range(31)
            ]
            ink.line(rail, fill=20, width=3)
            for wave in range(4):
                y = water + 12 + wave * 8
                dash = left + rng.uniform(8, 60)
                while dash < right - 40:
                    long = rng.uniform(20, 60)
                    drawn[sky].line((dash, y, min(right - 4, dash + long), y), fill=40, width=3)
                    dash += long + rng.uniform(20, 70)
    pulled = []
    for (name, tone), shift in zip(
        (("sun", "ffc83d"), ("rose", "f2617a"), ("teal", "1f8f96")), ((0, 0), (3, -2), (-2, 3)), strict=True
    ):
        tone_layer = rolled(inks[name], *shift)
        dots = white_noise(rng, size).filter(ImageFilter.GaussianBlur(0.45))
        patchy = contrast(noise(rng, size, 200, octaves=4), 0.35)
        screen = ImageChops.add(tone_layer, ImageChops.add(dots, patchy, 2.0), 1.25, -78)
        screen = contrast(screen, 2.0, 120)
        pulled.append(
            Image.composite(Image.new("RGB", size, (255, 255, 255)), Image.new("RGB", size, rgb(tone)), screen)
        )
    return _laid_out(rng, multiplied(*pulled), "f6f1e4", ("8fa3a0", "748a87"), 56)


def moon_tide() -> Bitmap:
    rng = chance("moon-tide")
    size = (720, 900)
    wide = (size[0] * 2, size[1] * 2)
    flat = Image.new("RGB", wide, rgb("1b2a4a"))
    draw = ImageDraw.Draw(flat)
    for ring, tone in ((560, "22365c"), (440, "2b4470"), (320, "3a5a88")):
        draw.ellipse((720 - ring, 560 - ring, 720 + ring, 560 + ring), fill=rgb(tone))
    draw.ellipse((520, 360, 920, 760), fill=rgb("f4e3c0"))
    for x, y, r in ((640, 480, 46), (770, 590, 70), (690, 660, 30), (820, 470, 24)):
        draw.ellipse((x - r, y - r, x + r, y + r), fill=rgb("ead2a4"))
    for band in range(17):
        y = 1000 + band * 52 + band**1.6
        tone = ("f4e3c0", "5f86a8", "1b2a4a", "3a5a88", "a9c3cb")[band % 5] if band else "3a5a88"
        crest = [
            (
                x,
                y
                + math.sin(x / (150 + band * 9) + band * 1.7) * (8 + band * 2.2)
                + math.sin(x / 61 + band * 2.9) * (3 + band * 0.6),
            )
            for x in range(0, wide[0] + 10, 10)
        ]
        draw.polygon([*crest, (wide[0], wide[1]), (0, wide[1])], fill=rgb(tone))
    for _ in range(46):
        star = rng.uniform(0, wide[0]), rng.uniform(0, 900)
        if math.hypot(star[0] - 720, star[1] - 560) > 590:
            r = rng.choice((3, 4, 5, 7))
            draw.ellipse((star[0] - r, star[1] - r, star[0] + r, star[1] + r), fill=rgb("f4e3c0"))
    flat = warped(flat.resize(size, Image.Resampling.LANCZOS), rng, 40, 0.7)
    grain = contrast(noise(rng, size, 5, octaves=2), 0.35)
    flat = ImageChops.soft_light(flat, Image.merge("RGB", (grain, grain, grain)))
    flat = glow(flat, (360, 280), (330, 330), rgb("e8cf9c"), 0.16)
    return _laid_out(rng, flat, "f6f0e3", ("c3a98f", "a98d73"), 56)
