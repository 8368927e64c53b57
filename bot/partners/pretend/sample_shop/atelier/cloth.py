"""How are the textiles dyed, woven, printed and laid out?"""

import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.partners.pretend.sample_shop.atelier.surfaces import (
    Bitmap,
    Colour,
    canvas_weave,
    chance,
    contrast,
    gradient,
    lit,
    mixed,
    noise,
    rgb,
    shadowed,
    shifted,
    warped,
)


def _ground(rng: random.Random, size: tuple[int, int], tones: tuple[str, str]) -> Bitmap:
    """A plastered table top in light from the left."""
    plaster = gradient(size, [(0, tones[0]), (1, tones[1])], across=True)
    plaster = lit(plaster, noise(rng, size, 120, octaves=6), 1.3, reach=2)
    return lit(plaster, noise(rng, size, 6, octaves=2), 0.25)


def _folded(rng: random.Random, cloth: Bitmap, cell: float, stretch: tuple[float, float], depth: float) -> Bitmap:
    """Soft hills and valleys of a cloth that was just laid down."""
    hills = contrast(noise(rng, cloth.size, cell, octaves=3, stretch=stretch), 2.0)
    shaded = lit(cloth, hills.filter(ImageFilter.GaussianBlur(4)), depth, reach=6)
    soft = contrast(hills, 0.35)
    return ImageChops.soft_light(shaded, Image.merge("RGB", (soft, soft, soft)))


def _laid(
    ground: Bitmap, cloth: Bitmap, outline: Bitmap, turn: float, middle: tuple[int, int], blur: float = 12
) -> Bitmap:
    """A cloth on the table, turned a little, with the shadow of its thickness."""
    turned = cloth.rotate(turn, Image.Resampling.BICUBIC, expand=True)
    mask = outline.rotate(turn, Image.Resampling.BICUBIC, expand=True)
    at = (middle[0] - turned.width // 2, middle[1] - turned.height // 2)
    ground = shadowed(ground, mask, at, (7, 9), blur, 0.62)
    ground.paste(turned, at, mask)
    return ground


def scarf_quay() -> Bitmap:
    rng = chance("scarf-quay")
    side = 760
    big = side * 2
    dye = Image.new("RGB", (big, big), rgb("efe3cf"))
    draw = ImageDraw.Draw(dye)
    lines = Image.new("L", (big, big))
    gutta = ImageDraw.Draw(lines)
    blues = ("1f4e6b", "2f7f93", "63aeb0", "9fd0c8", "22406a", "3f6f9d")
    for ring in range(15):
        out = big / 2 - 312 - ring * 34
        if out < 20:
            break
        for wave in range(round(out / 9) + 5):
            a, b = wave / (round(out / 9) + 5) * math.tau, (wave + 1) / (round(out / 9) + 5) * math.tau
            centre, ends = big / 2, []
            for angle in (a, b):
                sway = out * (1 + 0.05 * math.sin(angle * 5 + ring)) + 16 * math.sin(angle * 9 + ring * 2.2)
                ends.append((centre + math.cos(angle) * sway, centre + math.sin(angle) * sway))
            draw.polygon(
                [*ends, (centre, centre)], fill=shifted(rgb(blues[(ring * 2 + wave // 3) % 6]), [rng.gauss(0, 8)] * 3)
            )
        loop = []
        for step in range(181):
            angle = step / 180 * math.tau
            sway = out * (1 + 0.05 * math.sin(angle * 5 + ring)) + 16 * math.sin(angle * 9 + ring * 2.2)
            loop.append((big / 2 + math.cos(angle) * sway, big / 2 + math.sin(angle) * sway))
        gutta.line(loop, fill=255, width=6, joint="curve")
    for _ in range(4):
        x = 304.0
        while x < big - 330:
            broad, tall = rng.uniform(56, 96), rng.uniform(60, 122)
            broad = min(broad, big - 300 - x)
            wall = rgb(rng.choice(("d9904f", "c65f4a", "e6b85e", "b9788a", "8fa98c", "d8a98c")))
            base = 252
            draw.rectangle((x, base - tall, x + broad, base + 40), fill=wall)
            draw.polygon(
                [(x, base - tall), (x + broad / 2, base - tall - 34), (x + broad, base - tall)],
                fill=mixed(wall, rgb("3c2b3a"), 0.55),
            )
            gutta.rectangle((x, base - tall, x + broad, base + 40), outline=255, width=5)
            gutta.line(
                [(x, base - tall), (x + broad / 2, base - tall - 34), (x + broad, base - tall)], fill=255, width=5
            )
            for wx in (0.26, 0.6):
                for wy in (0.2, 0.55):
                    window = (
                        x + broad * wx,
                        base - tall + tall * wy,
                        x + broad * wx + 14,
                        base - tall + tall * wy + 22,
                    )
                    draw.rectangle(window, fill=rgb(rng.choice(("ffe2a0", "35486a", "35486a"))))
            x += broad
        dye, lines = dye.rotate(90), lines.rotate(90)
        draw, gutta = ImageDraw.Draw(dye), ImageDraw.Draw(lines)
    for near, tone in ((0, "233a55"), (74, "8d7f86")):
        band = 66 if near == 0 else 46
        far = big - near
        strips = (
            (near, near, far, near + band),
            (near, far - band, far, far),
            (near, near, near + band, far),
            (far - band, near, far, far),
        )
        for strip in strips:
            draw.rectangle(strip, fill=rgb(tone))
            gutta.rectangle(strip, outline=255, width=5)
    for stone in range(74, big - 74, 66):
        for strip in (
            (stone, 74, stone, 120),
            (stone, big - 120, stone, big - 74),
            (74, stone, 120, stone),
            (big - 120, stone, big - 74, stone),
        ):
            gutta.line(strip, fill=255, width=5)
    dye, lines = (
        dye.resize((side, side), Image.Resampling.LANCZOS),
        lines.resize((side, side), Image.Resampling.LANCZOS),
    )
    bleed = contrast(noise(rng, (side, side), 60, octaves=5), 1.3)
    dye = ImageChops.soft_light(dye.filter(ImageFilter.GaussianBlur(2.5)), Image.merge("RGB", (bleed, bleed, bleed)))
    dye.paste(rgb("f6ecda"), (0, 0), lines)
    dye = warped(dye, rng, 38, 1.6)
    silk = _folded(rng, dye, 260, (0.5, 1.8), 0.75)
    outline = warped(Image.new("L", (side, side), 255), rng, 64, 2.5)
    ground = _ground(rng, (960, 960), ("d8c7b2", "bfab93"))
    return _laid(ground, silk, outline, -7, (480, 480))


_ISLANDS = ("f0e6d4", "d3c3a7", "c48a5a", "7f8f88", "3f5a63", "2f3f4a")


def throw_islands() -> Bitmap:
    rng = chance("throw-islands")
    size, pitch = (700, 860), 7
    columns, rows = size[0] // pitch, size[1] // pitch
    plan = Image.new("RGB", (columns, rows), rgb(_ISLANDS[0]))
    draw = ImageDraw.Draw(plan)
    for band in range(9):
        top = 6 + band * 13
        ground, figure = rgb(_ISLANDS[(band * 2 + 1) % 6]), rgb(_ISLANDS[(band * 2 + 4) % 6])
        if band % 2:
            draw.rectangle((0, top, columns, top + 12), fill=ground)
        else:
            figure = rgb(_ISLANDS[(1, 4, 2, 5, 3)[band // 2]])
        period = (20, 25, 17, 34, 20)[band % 5]
        for left in range(-period, columns + period, period):
            for step in range(6):
                half = (step + 1) * period / 14
                draw.rectangle(
                    (left + period / 2 - half, top + 1 + step, left + period / 2 + half, top + 1 + step), fill=figure
                )
                draw.rectangle(
                    (left + period / 2 - half * 0.8, top + 12 - step, left + period / 2 + half * 0.8, top + 12 - step),
                    fill=mixed(figure, ground, 0.45),
                )
        draw.line((0, top + 7, columns, top + 7), fill=rgb(_ISLANDS[0]))
    wool = plan.resize((columns * pitch, rows * pitch), Image.Resampling.NEAREST)
    tile = Image.new("L", (pitch, pitch), 70)
    stitch = ImageDraw.Draw(tile)
    stitch.line((0, pitch - 1, pitch - 1, 1), fill=210, width=3)
    weave = Image.new("L", wool.size)
    for row in range(rows):
        for column in range(columns):
            weave.paste(
                tile if row % 2 else tile.transpose(Image.Transpose.FLIP_LEFT_RIGHT), (column * pitch, row * pitch)
            )
    fuzz = noise(rng, wool.size, 4, octaves=2)
    wool = lit(wool, Image.blend(weave, fuzz, 0.4).filter(ImageFilter.GaussianBlur(0.8)), 0.9)
    wool = warped(wool, rng, 30, 1.3)
    wool = _folded(rng, wool, 420, (1.6, 0.5), 1.1)
    whole = Image.new("RGB", (wool.width, wool.height + 74), rgb("e9dcc6"))
    outline = Image.new("L", whole.size)
    whole.paste(wool, (0, 0))
    ImageDraw.Draw(outline).rectangle((0, 0, wool.width, wool.height), fill=255)
    tassels, fringe = ImageDraw.Draw(whole), ImageDraw.Draw(outline)
    for x in range(7, wool.width - 4, 14):
        tone: Colour = shifted(rgb("e6d7bd"), [rng.gauss(0, 9)] * 3)
        sway = rng.gauss(0, 4)
        for strand in range(-4, 5):
            path = [
                (x, wool.height - 3),
                (x + sway * 0.4 + strand * 0.4, wool.height + 26),
                (x + sway + strand * 1.3 + rng.gauss(0, 1.5), wool.height + rng.uniform(54, 70)),
            ]
            tassels.line(path, fill=shifted(tone, [strand * -9.0] * 3), width=3, joint="curve")
            fringe.line(path, fill=255, width=3, joint="curve")
        tassels.ellipse((x - 5, wool.height + 1, x + 5, wool.height + 12), fill=mixed(tone, (255, 255, 255), 0.25))
        fringe.ellipse((x - 5, wool.height + 1, x + 5, wool.height + 12), fill=255)
    outline = warped(outline, rng, 80, 2.0)
    table = _ground(rng, (900, 1070), ("b79a80", "967a63"))
    return _laid(table, whole, outline, 4, (450, 530), 18)


def _alder(draw: ImageDraw.ImageDraw, at: tuple[float, float], r: float, turn: float, fill: int) -> None:
    """A round leaf with a notch, its veins left white, and its stalk."""

    def put(along: float, across: float) -> tuple[float, float]:
        return (
            at[0] + (along * math.cos(turn) - across * math.sin(turn)) * r,
            at[1] + (along * math.sin(turn) + across * math.cos(turn)) * r,
        )

    rim = []
    for step in range(60):
        angle = step / 60 * math.tau
        tooth = 1 + 0.045 * math.sin(step * math.pi / 1.5)
        notch = 1 - 0.2 * math.exp(-((min(angle, math.tau - angle) / 0.26) ** 2))
        rim.append(put(math.cos(angle) * tooth * notch, math.sin(angle) * 0.82 * tooth))
    draw.polygon(rim, fill=fill)
    draw.line([put(-1.55, 0.06), put(-1, 0), put(0.74, 0)], fill=fill, width=max(3, round(r * 0.09)))
    draw.line([put(-0.96, 0), put(0.72, 0)], fill=0, width=max(2, round(r * 0.06)))
    for vein in range(6):
        foot = -0.75 + vein * 0.24
        for side in (-1, 1):
            draw.line(
                [put(foot, 0), put(foot + 0.32, side * (0.66 - 0.06 * abs(vein - 2)))],
                fill=0,
                width=max(2, round(r * 0.045)),
            )


def napkins() -> Bitmap:
    rng = chance("napkins")
    ground = _ground(rng, (1000, 900), ("7c8b84", "65736d"))
    side = 470
    for linen, ink, turn, middle in (
        ("dcd3c2", "35564b", 14, (395, 385)),
        ("e9e2d4", "b4573c", 3, (455, 425)),
        ("d6c9b2", "3e5472", -7, (520, 460)),
        ("ece6da", "35564b", -15, (585, 500)),
    ):
        cloth = Image.new("RGB", (side, side), rgb(linen))
        print_ = Image.new("L", (side, side))
        draw = ImageDraw.Draw(print_)
        for row in range(4):
            for column in range(4):
                x, y = 66 + column * 113 + (row % 2) * 28 - 14, 62 + row * 116
                _alder(draw, (x, y), 36, -1.1 + 0.9 * ((row + column) % 2) + rng.gauss(0, 0.12), 255)
        worn = contrast(noise(rng, print_.size, 7, octaves=2), 2.6, 88)
        print_ = ImageChops.multiply(warped(print_, rng, 24, 0.8).filter(ImageFilter.GaussianBlur(0.8)), worn)
        cloth.paste(rgb(ink), (0, 0), print_.point([round(value * 0.92) for value in range(256)]))
        frame = ImageDraw.Draw(cloth)
        frame.rectangle((13, 13, side - 14, side - 14), outline=mixed(rgb(linen), rgb("6d604f"), 0.35), width=2)
        cloth = lit(cloth, canvas_weave(rng, cloth.size, 3), 0.8)
        cloth = _folded(rng, cloth, 210, (1.3, 0.7), 0.8)
        crease = Image.new("L", cloth.size, 128)
        for line in (side // 2,):
            ImageDraw.Draw(crease).line((line, 0, line, side), fill=82, width=4)
            ImageDraw.Draw(crease).line((line + 5, 0, line + 5, side), fill=168, width=4)
            ImageDraw.Draw(crease).line((0, line, side, line), fill=86, width=4)
            ImageDraw.Draw(crease).line((0, line + 5, side, line + 5), fill=166, width=4)
        crease = crease.filter(ImageFilter.GaussianBlur(2.4))
        cloth = ImageChops.overlay(cloth, Image.merge("RGB", (crease, crease, crease)))
        outline = warped(Image.new("L", (side, side), 255), rng, 52, 1.8)
        ground = _laid(ground, cloth, outline, turn, middle, 14)
    return ground
