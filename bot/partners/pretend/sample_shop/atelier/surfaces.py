"""What are pictures painted on: chance, noise, gradients, canvas, paper, light?"""

import random
from collections.abc import Callable, Sequence
from functools import reduce

from PIL import Image, ImageChops, ImageDraw, ImageFilter
from PIL.ImageChops import offset

Bitmap = Image.Image
Colour = tuple[int, int, int]
Point = tuple[float, float]


def chance(seed: str) -> random.Random:
    """The same seed, the same picture."""
    return random.Random(seed)  # noqa: S311 - a picture has no secrets, and has to come out alike every time


def rgb(text: str) -> Colour:
    """`d8a13c` → (216, 161, 60)."""
    return int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`share` of the other colour, 0–1."""
    return (
        round(one[0] + (other[0] - one[0]) * share),
        round(one[1] + (other[1] - one[1]) * share),
        round(one[2] + (other[2] - one[2]) * share),
    )


def shifted(colour: Colour, by: Sequence[float]) -> Colour:
    """Each channel moved by so much, kept within 0–255."""
    return (
        min(255, max(0, round(colour[0] + by[0]))),
        min(255, max(0, round(colour[1] + by[1]))),
        min(255, max(0, round(colour[2] + by[2]))),
    )


def gradient(size: tuple[int, int], stops: Sequence[tuple[float, str]], *, across: bool = False) -> Bitmap:
    """Colours from the top to the bottom (or from left to right): (place 0–1, colour)."""
    length = size[0] if across else size[1]
    line = Image.new("RGB", (length, 1) if across else (1, length))
    for at in range(length):
        place = at / max(length - 1, 1)
        low = max((stop for stop in stops if stop[0] <= place), key=lambda stop: stop[0], default=stops[0])
        high = min((stop for stop in stops if stop[0] >= place), key=lambda stop: stop[0], default=stops[-1])
        share = (place - low[0]) / (high[0] - low[0]) if high[0] > low[0] else 0.0
        line.putpixel((at, 0) if across else (0, at), mixed(rgb(low[1]), rgb(high[1]), share * share * (3 - 2 * share)))
    return line.resize(size)


def white_noise(rng: random.Random, size: tuple[int, int]) -> Bitmap:
    return Image.frombytes("L", size, rng.randbytes(size[0] * size[1]))


def noise(
    rng: random.Random, size: tuple[int, int], cell: float, *, octaves: int = 4, stretch: tuple[float, float] = (1, 1)
) -> Bitmap:
    """Clouds of grey around 128; `cell` is the size of the largest in pixels, `stretch` draws them out."""
    layers: list[tuple[float, Bitmap]] = []
    for octave in range(octaves):
        step = cell / 2**octave
        small = (
            max(2, round(size[0] / (step * stretch[0])) + 2),
            max(2, round(size[1] / (step * stretch[1])) + 2),
        )
        layers.append((0.5**octave, white_noise(rng, small).resize(size, Image.Resampling.BICUBIC)))
    total = 0.0
    mixed_up = layers[0][1]
    for weight, layer in layers:
        total += weight
        mixed_up = Image.blend(mixed_up, layer, weight / total)
    return mixed_up


def contrast(grey: Bitmap, gain: float, middle: float = 128) -> Bitmap:
    return grey.point([min(255, max(0, round((value - middle) * gain + 128))) for value in range(256)])


def scaled(grey: Bitmap, factor: float) -> Bitmap:
    """A mask made weaker or stronger."""
    return grey.point([min(255, max(0, round(value * factor))) for value in range(256)])


def curve(picture: Bitmap, shape: Callable[[float], float]) -> Bitmap:
    """Every channel through a curve 0–1 → 0–1."""
    table = [min(255, max(0, round(shape(value / 255) * 255))) for value in range(256)]
    return picture.point(table * len(picture.getbands()))


def tinted(picture: Bitmap, colour: Colour, mask: Bitmap, strength: float = 1.0) -> Bitmap:
    """Colour laid over the picture where the mask is light."""
    out = picture.copy()
    out.paste(colour, (0, 0), scaled(mask, strength))
    return out


def glow(picture: Bitmap, centre: Point, radius: Point, colour: Colour, strength: float) -> Bitmap:
    """A soft light of that colour, added."""
    spot = Image.radial_gradient("L").point([max(0, 255 - round(value * 1.42)) for value in range(256)])
    spot = spot.point([round((value / 255) ** 2 * 255) for value in range(256)])
    spot = spot.resize((max(2, round(radius[0] * 2)), max(2, round(radius[1] * 2))), Image.Resampling.BICUBIC)
    mask = Image.new("L", picture.size)
    mask.paste(spot, (round(centre[0] - radius[0]), round(centre[1] - radius[1])))
    light = Image.new("RGB", picture.size)
    light.paste(colour, (0, 0), scaled(mask, strength))
    return ImageChops.screen(picture, light)


def lit(picture: Bitmap, height: Bitmap, strength: float, *, reach: int = 1) -> Bitmap:
    """Light from the upper left over a relief: what rises is lighter there and darker on the other side."""
    below = height.copy()
    below.paste(height.crop((reach, reach, height.width, height.height)), (0, 0))
    relief = ImageChops.subtract(height, below, scale=1.0, offset=128)
    relief = contrast(ImageChops.invert(relief), strength)
    return ImageChops.overlay(picture, Image.merge("RGB", (relief, relief, relief)))


def canvas_weave(rng: random.Random, size: tuple[int, int], pitch: int = 4) -> Bitmap:
    """The height of woven linen: threads over and under, none quite like its neighbour."""
    tile = Image.new("L", (pitch * 2, pitch * 2), 96)
    draw = ImageDraw.Draw(tile)
    draw.rectangle((0, 1, pitch - 1, pitch - 2), fill=150)
    draw.rectangle((pitch, pitch + 1, pitch * 2 - 1, pitch * 2 - 2), fill=150)
    draw.rectangle((pitch + 1, 0, pitch * 2 - 2, pitch - 1), fill=132)
    draw.rectangle((1, pitch, pitch - 2, pitch * 2 - 1), fill=132)
    woven = Image.new("L", size)
    for top in range(0, size[1], pitch * 2):
        for left in range(0, size[0], pitch * 2):
            woven.paste(tile, (left, top))
    woven = woven.filter(ImageFilter.GaussianBlur(pitch / 5))
    slubs = ImageChops.overlay(
        noise(rng, size, 40, stretch=(6, 0.2), octaves=2), noise(rng, size, 40, stretch=(0.2, 6), octaves=2)
    )
    return Image.blend(woven, slubs, 0.3)


def paper(rng: random.Random, size: tuple[int, int], tone: str, tooth: float = 0.5) -> Bitmap:
    """A sheet of soft, slightly uneven paper."""
    sheet = Image.new("RGB", size, rgb(tone))
    fibres = Image.blend(noise(rng, size, 5, octaves=2), noise(rng, size, 90, octaves=3), 0.35)
    return lit(sheet, fibres, tooth)


def shadowed(
    ground: Bitmap, mask: Bitmap, at: tuple[int, int], drop: tuple[int, int], blur: float, strength: float
) -> Bitmap:
    """The ground under something with that outline, which throws a soft shadow."""
    shade = Image.new("L", ground.size)
    shade.paste(mask, (at[0] + drop[0], at[1] + drop[1]))
    near = shade.filter(ImageFilter.GaussianBlur(blur / 4))
    far = shade.filter(ImageFilter.GaussianBlur(blur))
    shade = Image.blend(far, near, 0.35)
    out = ground.copy()
    out.paste(mixed(_average(ground), (20, 12, 8), 0.85), (0, 0), scaled(shade, strength))
    return out


def _average(picture: Bitmap) -> Colour:
    seen = picture.resize((1, 1), Image.Resampling.BOX).tobytes()
    return seen[0], seen[1], seen[2]


def rolled(picture: Bitmap, right: int, down: int) -> Bitmap:
    """Moved by so many pixels; what leaves on one side comes back on the other."""
    return offset(picture, right, down)


def warped(picture: Bitmap, rng: random.Random, cell: int, amount: float) -> Bitmap:
    """Straight lines a little less straight, as a hand draws them."""
    columns, rows = picture.width // cell + 2, picture.height // cell + 2
    moved = [
        [(x * cell + rng.gauss(0, amount), y * cell + rng.gauss(0, amount)) for x in range(columns)]
        for y in range(rows)
    ]
    mesh = []
    for y in range(rows - 1):
        for x in range(columns - 1):
            box = (x * cell, y * cell, (x + 1) * cell, (y + 1) * cell)
            corners = [moved[y][x], moved[y + 1][x], moved[y + 1][x + 1], moved[y][x + 1]]
            mesh.append((box, tuple(part for corner in corners for part in corner)))
    return picture.transform(picture.size, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC)


def masked(one: Bitmap, other: Bitmap, mask: Bitmap) -> Bitmap:
    """The other picture where the mask is light."""
    return Image.composite(other, one, mask)


def multiplied(*pictures: Bitmap) -> Bitmap:
    """Transparent inks over each other."""
    return reduce(ImageChops.multiply, pictures)
