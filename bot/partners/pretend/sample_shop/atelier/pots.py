"""Which pots stand before the camera, and how are they glazed?"""

import math

from PIL import Image, ImageChops, ImageFilter

from bot.partners.pretend.sample_shop.atelier.kiln import (
    Shot,
    Vector,
    blend,
    linear,
    photographed,
    smooth,
    turned,
)
from bot.partners.pretend.sample_shop.atelier.surfaces import Bitmap, chance, contrast, noise, white_noise

SCALE = 1.2
"""More rays than pixels: smooth edges."""
_SIDE = 512


def _round(
    seed: str, cell: float, *, octaves: int = 5, gain: float = 1.8, stretch: tuple[float, float] = (1, 1)
) -> "_Skin":
    return _Skin(contrast(noise(chance(seed), (_SIDE, _SIDE), cell, octaves=octaves, stretch=stretch), gain))


class _Skin:
    """Noise wrapped around a pot."""

    def __init__(self, grey: Bitmap) -> None:
        # the seam is mirrored away
        half = grey.resize((_SIDE // 2, _SIDE))
        whole = Image.new("L", (_SIDE, _SIDE))
        whole.paste(half, (0, 0))
        whole.paste(half.transpose(Image.Transpose.FLIP_LEFT_RIGHT), (_SIDE // 2, 0))
        self.values = whole.tobytes()

    def at(self, x: float, z: float, y: float, pitch: float = 200.0) -> float:
        u = int((math.atan2(z, x) / math.tau + 0.37) * _SIDE) % _SIDE
        return self.values[int(y * pitch) % _SIDE * _SIDE + u] / 255

    def flat(self, u: float, v: float, pitch: float = 180.0) -> float:
        return self.values[int(v * pitch) % _SIDE * _SIDE + int(u * pitch) % _SIDE] / 255


def _specks(seed: str, share: float) -> _Skin:
    """Iron spots: few, dark, of different sizes."""
    grey = white_noise(chance(seed), (_SIDE // 2, _SIDE // 2)).resize((_SIDE, _SIDE), Image.Resampling.BICUBIC)
    limit = 255 * (1 - share)
    return _Skin(grey.point([0 if value < limit else 255 for value in range(256)]))


def mug_mist() -> Bitmap:
    cup = turned([(0, 0.60), (0.05, 0.66), (0.35, 0.70), (0.9, 0.69), (1.4, 0.665), (1.52, 0.665)], 0.055, 0.09)

    def field(x: float, y: float, z: float) -> float:
        hx, hy = x - 0.70, (y - 0.80) * 0.86
        ring = math.sqrt(hx * hx + hy * hy) - 0.40
        flat = z * 0.82
        handle = math.sqrt(ring * ring + flat * flat) - 0.072
        inside = math.sqrt(x * x + z * z) - 0.66
        handle = max(handle, -inside)
        body = cup(x, y, z)
        near = max(0.0, 0.07 - abs(body - handle)) / 0.07
        return min(body, handle) - near * near * 0.0175

    specks, cloud, edge = _specks("mug specks", 0.06), _round("mug cloud", 120), _round("mug edge", 90, stretch=(1, 3))
    clay, milk, mist, deep = linear("a9805c"), linear("ece6da"), linear("9db0b4"), linear("6c868f")

    def glaze(at: Vector, normal: Vector) -> tuple[Vector, float, float]:
        x, y, z = at
        line = 0.17 + 0.05 * (edge.at(x, z, 0.4) - 0.5)
        if y < line and normal[1] > -0.5:
            return blend(clay, linear("8d6748"), cloud.at(x, z, y)), 0.05, 0
        dip = 0.86 + 0.34 * (edge.at(x, z, y * 0.25) - 0.5)
        inside = x * normal[0] + z * normal[2] < 0 and math.hypot(x, z) < 0.67
        body = blend(deep, mist, 0.35 + 0.9 * cloud.at(x, z, y)) if not inside else milk
        colour = blend(body, milk, smooth(dip - 0.05, dip + 0.13, y + 0.18 * cloud.at(x, z, y + 3)))
        if y > 1.49:
            colour = blend(colour, clay, 0.55)
        dark = specks.at(x, z, y, 260)
        return blend(colour, linear("5a4636"), 0.62 * dark), 0.30, 0

    return photographed(
        Shot(field, glaze, (1.15, 2.35, 4.9), (0.16, 0.72, 0), 1.62, (0.2, 0.76, 0), 1.3, "d9b48c", "e3c8a6"), SCALE
    )


def vase_wave() -> Bitmap:
    profile = [
        (0, 0.42),
        (0.08, 0.50),
        (0.5, 0.74),
        (0.95, 0.82),
        (1.4, 0.66),
        (1.8, 0.36),
        (2.05, 0.27),
        (2.3, 0.29),
        (2.48, 0.40),
    ]
    pot = turned(profile, 0.05, 0.1)

    def field(x: float, y: float, z: float) -> float:
        around = math.atan2(z, x)
        ripple = (
            0.011 * math.sin(y * 34 + 0.8 * math.sin(around * 3)) * smooth(0.15, 0.4, y) * (1 - smooth(1.7, 2.0, y))
        )
        return pot(x, y, z) - ripple

    run, cloud, fine = (
        _round("vase run", 64, stretch=(0.5, 7), gain=2.2),
        _round("vase cloud", 150),
        _round("vase fine", 20),
    )
    foam, sea, deep, rust = linear("e9efe4"), linear("2f9aa0"), linear("123f5c"), linear("7a4a2c")

    def glaze(at: Vector, _normal: Vector) -> tuple[Vector, float, float]:
        x, y, z = at
        if y < 0.15 + 0.04 * run.at(x, z, 0.3, 60):
            return linear("b58a63"), 0.04, 0
        streak, blot = run.at(x, z, y, 90), cloud.at(x, z, y)
        colour = blend(deep, sea, smooth(0.2, 1.25, y + 0.7 * (blot - 0.5) + 0.5 * (streak - 0.5)))
        colour = blend(colour, foam, smooth(1.15, 2.15, y + 1.0 * (streak - 0.5) + 0.25 * (fine.at(x, z, y) - 0.5)))
        colour = blend(colour, rust, 0.8 * smooth(2.40, 2.47, y))
        crest = math.sin(y * 34 + 0.8 * math.sin(math.atan2(z, x) * 3))
        colour = blend(colour, foam, 0.34 * smooth(0.55, 1.0, crest) * (1 - smooth(1.7, 2.0, y)))
        return colour, 0.85, 0

    shot = Shot(
        field, glaze, (0.5, 2.6, 6.6), (0.14, 1.16, 0), 1.66, (0, 1.24, 0), 1.42, "cfa987", "dcbd9c", (840, 1000)
    )
    return photographed(shot, SCALE)


def bowl_dawn() -> Bitmap:
    pot = turned(
        [(0, 0.46), (0.10, 0.47), (0.13, 0.60), (0.34, 0.96), (0.62, 1.2), (0.9, 1.31), (1.0, 1.33)], 0.075, 0.16
    )
    grit, cloud, fine = _specks("bowl grit", 0.12), _round("bowl cloud", 130), _round("bowl fine", 14)
    clay, white, pink, dawn = linear("b98f6b"), linear("f6efe6"), linear("efb3a2"), linear("e28a78")

    def field(x: float, y: float, z: float) -> float:
        return pot(x, y + 0.012 * math.sin(math.atan2(z, x) * 2 + 0.6), z)

    def glaze(at: Vector, normal: Vector) -> tuple[Vector, float, float]:
        x, y, z = at
        inside = x * normal[0] + z * normal[2] < 0 or (normal[1] > 0.9 and y < 0.4)
        if not inside and y < 0.97:
            drip = 0.72 + 0.34 * (cloud.at(x, z, 0.9) - 0.5)
            rough = blend(clay, linear("8c6446"), 0.75 * fine.at(x, z, y))
            rough = blend(rough, linear("4f382b"), 0.55 * grit.at(x, z, y, 240))
            return blend(rough, white, smooth(drip, drip + 0.03, y)), 0.1 + 0.5 * smooth(drip, drip + 0.03, y), 0
        level = y + 0.22 * (cloud.at(x, z, y * 0.6) - 0.5)
        colour = blend(blend(dawn, pink, smooth(0.15, 0.42, level)), white, smooth(0.40, 0.86, level))
        return blend(colour, linear("b98f6b"), 0.6 * smooth(0.965, 0.995, y)), 0.75, 0

    return photographed(
        Shot(
            field, glaze, (0.2, 3.5, 4.9), (0.08, 0.34, 0.05), 1.62, (0, 0.5, 0), 1.5, "8f9a94", "aab2aa", (1000, 860)
        ),
        SCALE,
    )


def plate_ladoga() -> Bitmap:
    wobble, cloud = _round("plate wobble", 200), _round("plate cloud", 120)
    brush = _round("plate brush", 60, stretch=(0.25, 3))
    specks = _specks("plate specks", 0.05)

    def field(x: float, y: float, z: float) -> float:
        q = math.sqrt(x * x + z * z)
        around = math.atan2(z, x)
        edge = 1.62 + 0.014 * math.sin(around * 3 + 1) + 0.01 * math.sin(around * 7)
        rise = 0.06 + 0.20 * smooth(0.95, 1.5, q) + 0.004 * math.sin(q * 42)
        sheet = abs(y - rise) * 0.75 - 0.032
        return max(sheet, (q - edge) * 0.9)

    milk, cobalt, pale, clay = linear("eeeae0"), linear("1d3f7c"), linear("8fb0cf"), linear("a37a58")

    def glaze(at: Vector, _normal: Vector) -> tuple[Vector, float, float]:
        x, _, z = at
        q, around = math.hypot(x - 0.22, z + 0.1), math.atan2(z + 0.1, x - 0.22)
        out = math.hypot(x, z)
        turn = q * 3.1 - around / math.tau + 0.22 * (wobble.flat(x + 3, z + 3, 90) - 0.5)
        band = turn % 1.0
        dry = brush.flat(q * 0.9 + 3, around * 0.16 + 3, 150) * 0.75 + cloud.flat(x + 4, z + 4, 200) * 0.25
        stroke = smooth(0.10, 0.17, band) * (1 - smooth(0.52, 0.66, band)) * smooth(0.20, 0.42, dry + 0.3 * (1 - band))
        colour = blend(milk, pale, 0.28 * cloud.flat(x + 5, z + 5, 120))
        colour = blend(colour, blend(cobalt, pale, 0.75 * smooth(0.2, 0.7, band) * dry), stroke * 0.97)
        colour = blend(colour, clay, 0.85 * smooth(1.565, 1.61, out))
        return blend(colour, linear("5b4a3c"), 0.5 * specks.flat(x + 6, z + 6, 150)), 0.7, 0

    return photographed(
        Shot(
            field, glaze, (0.1, 5.6, 3.5), (0.04, 0.0, 0.06), 1.62, (0, 0.15, 0), 1.72, "b98e66", "b98e66", (1000, 940)
        ),
        SCALE,
    )


def houses() -> Bitmap:
    homes = ((-1.02, 0.05, 0.40, 1.30, 0.42), (0.0, -0.16, 0.44, 1.62, 0.5), (1.04, 0.1, 0.42, 1.12, 0.46))
    walls = (linear("d9a05a"), linear("bd6f63"), linear("7f9f97"))
    cloud, fine = _round("house cloud", 110), _round("house fine", 16)

    def home(x: float, y: float, z: float, half: float, eaves: float, peak: float) -> float:
        x, z = abs(x), abs(z)
        steep = math.hypot(peak, half)
        gable = (x * peak + (y - eaves - peak) * half) / steep
        dx, dy, dz = max(x - half, gable, 0.0), max(-y, 0.0), max(z - 0.36, 0.0)
        walls = math.sqrt(dx * dx + dy * dy + dz * dz) + min(0.0, max(x - half, gable, z - 0.36, -y))
        # down the slope, from the ridge to a little past the wall
        along = min(1.16, max(0.0, (x * half - (y - eaves - peak) * peak) / (steep * steep)))
        rx, ry = x - half * along, y - eaves - peak + peak * along
        tiles = math.sqrt(rx * rx + ry * ry + max(z - 0.40, 0.0) ** 2)
        cx, cy, cz = abs(x - half * 0.5) - 0.06, abs(y - eaves - peak * 0.7) - peak * 0.34, z - 0.06
        chimney = math.sqrt(max(cx, 0.0) ** 2 + max(cy, 0.0) ** 2 + max(cz, 0.0) ** 2) + min(0.0, max(cx, cy, cz))
        return min(walls - 0.025, tiles - 0.05, chimney - 0.025)

    def field(x: float, y: float, z: float) -> float:
        near = 9.0
        for px, pz, half, eaves, peak in homes:
            near = min(near, home(x - px, y, z - pz, half, eaves, peak))
        return near

    def lamp(dx: float, dy: float, strength: float) -> tuple[Vector, float, float]:
        """A candle, low in the room: golden there, deep orange towards the frame."""
        far = math.hypot(dx, (dy + 0.06) * 0.8) / 0.15
        return blend(linear("ffb347"), linear("c4501a"), far), 0.2, (1.5 - 0.9 * min(1.0, far)) * strength

    def glaze(at: Vector, normal: Vector) -> tuple[Vector, float, float]:
        index = min(range(3), key=lambda each: abs(at[0] - homes[each][0]))
        px, _, half, eaves, peak = homes[index]
        x, y = at[0] - px, at[1]
        colour = blend(
            walls[index], linear("f0e2c8"), 0.30 * cloud.flat(x + 2, y + 2 + index) + 0.16 * fine.flat(x + 2, y + 2)
        )
        slope = (abs(x) * peak + (y - eaves - peak) * half) / math.hypot(peak, half)
        if slope > 0.028 and y < eaves + peak + 0.06:
            row = math.sin(slope * 9 + (y - eaves) * 62)
            return (
                blend(linear("4d3d3a"), linear("8f6a56"), 0.35 + 0.3 * row + 0.3 * fine.flat(at[0] + 4, y + 4)),
                0.5,
                0,
            )
        if normal[2] > 0.8 and abs(x) < half:
            storeys = int(eaves / 0.44)
            for row in range(storeys):
                middle = 0.31 + row * (eaves - 0.26) / storeys
                for column in (-0.5, 0.5) if row else (0.5,):
                    dx, dy = abs(x - column * half * 0.98), abs(y - middle)
                    if dx < 0.088 and dy < 0.122:
                        if dx < 0.011 or abs(y - middle - 0.03) < 0.011:
                            return blend(colour, linear("6b4a3a"), 0.4), 0.3, 0
                        return lamp(dx, y - middle, 0.55 if (row + index + (column > 0)) % 3 == 0 else 1.0)
                    if dx < 0.114 and dy < 0.148:
                        return linear("efe2cc"), 0.4, 0
            door = abs(x + half * 0.49)
            if door < 0.105 and y < 0.44:
                return blend(linear("4a2f2a"), linear("6d4436"), fine.flat(x + 3, y + 3)), 0.35, 0
            round_one = math.hypot(x, y - eaves - peak * 0.3)
            if round_one < 0.062:
                return lamp(x, y - eaves - peak * 0.3, 0.8)
            if round_one < 0.086:
                return linear("efe2cc"), 0.4, 0
        return colour, 0.4, 0

    shot = Shot(
        field, glaze, (1.5, 1.9, 6.3), (0.06, 0.86, 0), 1.62, (0, 0.95, 0), 1.95, "86685c", "957669", (1000, 860)
    )
    taken = photographed(shot, SCALE)
    # what shines by itself spills over a lens
    bright = taken.convert("RGB").point([max(0, value - 205) * 3 for value in range(256)] * 3)
    spilt = bright.filter(ImageFilter.GaussianBlur(16))
    return ImageChops.screen(taken, ImageChops.multiply(spilt, Image.new("RGB", taken.size, (255, 178, 96))))
