"""How does a plain drawing become an oil painting? Stroke upon stroke, large to small, then light over the relief.

The order of work (coarse strokes everywhere, finer ones only where the picture still differs) follows A. Hertzmann,
"Painterly Rendering with Curved Brush Strokes of Multiple Sizes", SIGGRAPH 1998.
"""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageChops, ImageFilter

from bot.partners.pretend.sample_shop.atelier.surfaces import Bitmap, canvas_weave, chance, lit, scaled

ANGLES = 36
VARIANTS = 4
Direction = Callable[[float, float], float]
"""Where strokes point at (x, y), both 0–1: degrees, 0 is across."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One going-over: stroke length and width in pixels, how far apart, how many of 255 the colour wanders."""

    length: float
    width: float
    spacing: float
    wander: float = 10
    opacity: float = 0.9
    only_where_off: float = 0
    """Skip places that already look right to within so many of 255."""
    tilt: float = 10
    """Degrees by which the hand strays."""


@lru_cache(maxsize=2000)
def _stamp(length: int, width: int, step: int, variant: int, opacity: int) -> tuple[Bitmap, Bitmap]:
    """(where paint lands, how thick it is), turned to one of ANGLES directions."""
    rng = chance(f"stroke {length} {width} {variant}")
    rows = []
    for row in range(width):
        across = abs((row + 0.5) / width * 2 - 1)
        edge = max(0.0, 1 - across**4)
        start = rng.uniform(0, 0.16) * length + across**2 * length * 0.1
        end = length - rng.uniform(0, 0.3) * length - across**2 * length * 0.12
        load = rng.uniform(0.55, 1) * edge
        line = bytearray(length)
        for column in range(length):
            if start <= column <= end:
                fade = min(1.0, (column - start + 1) / 3, (end - column + 1) / (length * 0.35))
                line[column] = round(255 * load * fade**0.6)
        rows.append(bytes(line))
    thick = Image.frombytes("L", (length, width), b"".join(rows))
    paint = thick.filter(ImageFilter.GaussianBlur(0.6)).point([min(255, round(value * 1.5)) for value in range(256)])
    degrees = step * 360 / ANGLES
    turn = Image.Resampling.BICUBIC
    paint = paint.rotate(-degrees, turn, expand=True)
    thick = thick.rotate(-degrees, turn, expand=True)
    return scaled(paint, opacity / 16), scaled(thick, 0.8)


class Easel:
    """A canvas on which strokes leave colour and relief."""

    def __init__(self, size: tuple[int, int], ground: tuple[int, int, int], rng: random.Random) -> None:
        self.rng = rng
        self.colour = Image.new("RGB", size, ground)
        self.relief = Image.new("L", size, 60)

    def stroke(
        self,
        at: tuple[float, float],
        degrees: float,
        length: float,
        width: float,
        colour: tuple[int, int, int],
        opacity: float = 0.9,
    ) -> None:
        """One touch of the brush, its middle there."""
        step = round(degrees / 360 * ANGLES) % ANGLES
        paint, thick = _stamp(
            max(4, round(length)), max(3, round(width)), step, self.rng.randrange(VARIANTS), round(opacity * 16)
        )
        corner = (round(at[0] - paint.width / 2), round(at[1] - paint.height / 2))
        self.colour.paste(colour, corner, paint)
        self.relief.paste(self.rng.randrange(90, 220), corner, thick)

    def go_over(self, wanted: Bitmap, layer: Layer, direction: Direction) -> None:
        """Strokes in the colours of the wanted picture, along its edges, else the way the direction points."""
        width, height = self.colour.size
        soft = wanted.filter(ImageFilter.GaussianBlur(layer.width / 4))
        pixels = soft.tobytes()
        grey = soft.convert("L").filter(ImageFilter.GaussianBlur(layer.width / 3)).tobytes()
        off = b""
        if layer.only_where_off:
            wrong = ImageChops.difference(self.colour, wanted).convert("L")
            off = wrong.filter(ImageFilter.GaussianBlur(layer.width / 3)).tobytes()
        spots = [
            (x + self.rng.uniform(-0.6, 0.6) * layer.spacing, y + self.rng.uniform(-0.6, 0.6) * layer.spacing)
            for y in _steps(height, layer.spacing)
            for x in _steps(width, layer.spacing)
        ]
        self.rng.shuffle(spots)
        reach = max(2, round(layer.width / 3))
        for x, y in spots:
            left = min(width - 1 - reach, max(reach, round(x)))
            top = min(height - 1 - reach, max(reach, round(y)))
            at = top * width + left
            if off and off[at] < layer.only_where_off:
                continue
            slope_x = grey[at + reach] - grey[at - reach]
            slope_y = grey[at + reach * width] - grey[at - reach * width]
            if slope_x * slope_x + slope_y * slope_y > 260:
                degrees = math.degrees(math.atan2(slope_y, slope_x)) + 90
            else:
                degrees = direction(left / width, top / height)
            degrees += self.rng.gauss(0, layer.tilt)
            light = self.rng.gauss(0, layer.wander)
            colour = (
                _kept(pixels[at * 3] + light + self.rng.gauss(0, layer.wander * 0.5)),
                _kept(pixels[at * 3 + 1] + light + self.rng.gauss(0, layer.wander * 0.5)),
                _kept(pixels[at * 3 + 2] + light + self.rng.gauss(0, layer.wander * 0.6)),
            )
            grow = round(self.rng.choice((0.75, 1, 1, 1.3)) * layer.length)
            self.stroke((x, y), degrees, grow, layer.width, colour, layer.opacity)

    def finished(self, *, impasto: float = 0.8, weave: float = 0.16) -> Bitmap:
        """The painting in the light of a window."""
        relief = self.relief.filter(ImageFilter.GaussianBlur(0.7))
        out = lit(self.colour, relief, impasto)
        if weave:
            out = lit(out, canvas_weave(self.rng, out.size), weave)
        # light knows no neighbours at the very edge
        return out.crop((3, 3, out.width - 3, out.height - 3))


def _kept(value: float) -> int:
    return min(255, max(0, round(value)))


def _steps(length: int, spacing: float) -> list[float]:
    return [spacing * (index + 0.5) for index in range(math.ceil(length / spacing))]


def painted(
    wanted: Bitmap,
    rng: random.Random,
    direction: Direction,
    *,
    ground: tuple[int, int, int] = (150, 96, 62),
    fine: float = 1.0,
    wander: float = 9,
) -> Bitmap:
    """An oil painting after a drawing; `fine` below 1 keeps smaller touches, above 1 only broad ones."""
    easel = Easel(wanted.size, ground, rng)
    for layer in (
        Layer(120 * fine, 44 * fine, 24 * fine, wander * 1.6, 0.85, tilt=14),
        Layer(84 * fine, 26 * fine, 19 * fine, wander * 1.4, 0.9),
        Layer(46 * fine, 13 * fine, 11 * fine, wander, 0.92, only_where_off=13),
        Layer(24 * fine, 7 * fine, 6 * fine, wander * 0.7, 0.95, only_where_off=17, tilt=6),
        Layer(12, 4, 3.2, wander * 0.5, 1, only_where_off=22, tilt=4),
    ):
        easel.go_over(wanted, layer, direction)
    return easel.finished()
