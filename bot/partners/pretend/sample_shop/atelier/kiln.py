"""How does clay become a photograph? Distance fields, marched ray by ray, in the light of one large window.

The soft shadow is the one of I. Quilez, "Soft shadows in raymarched SDFs".
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageFilter

from bot.partners.pretend.sample_shop.atelier.surfaces import Bitmap, rgb

Vector = tuple[float, float, float]
Field = Callable[[float, float, float], float]
"""How far from (x, y, z) to the nearest clay; y is up, the table is at 0."""
Glaze = Callable[[Vector, Vector], tuple[Vector, float, float]]
"""At a point with that normal: (colour 0–1, gloss 0–1, how much it shines by itself)."""


def normed(v: Vector) -> Vector:
    length = math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]) or 1.0
    return v[0] / length, v[1] / length, v[2] / length


WINDOW = normed((-0.62, 0.78, 0.42))
"""Where the light comes from."""


def linear(text: str) -> Vector:
    """`d8a13c` as light."""
    red, green, blue = rgb(text)
    return (red / 255) ** 2.2, (green / 255) ** 2.2, (blue / 255) ** 2.2


def blend(one: Vector, other: Vector, share: float) -> Vector:
    share = min(1.0, max(0.0, share))
    return (
        one[0] + (other[0] - one[0]) * share,
        one[1] + (other[1] - one[1]) * share,
        one[2] + (other[2] - one[2]) * share,
    )


def smooth(low: float, high: float, value: float) -> float:
    share = min(1.0, max(0.0, (value - low) / (high - low)))
    return share * share * (3 - 2 * share)


def turned(profile: list[tuple[float, float]], wall: float, floor: float) -> Field:
    """A vessel thrown on a wheel: (height, radius) from the foot to the rim, a hollow inside."""
    tall = profile[-1][0]
    steps = 400
    radii = [_along(profile, tall * index / steps) for index in range(steps + 1)]

    def distance(x: float, y: float, z: float) -> float:
        q = math.sqrt(x * x + z * z)
        index = y / tall * steps
        if index <= 0:
            r = radii[0]
        elif index >= steps:
            r = radii[-1]
        else:
            low = int(index)
            r = radii[low] + (radii[low + 1] - radii[low]) * (index - low)
        outer = max((q - r) * 0.72, y - tall, -y)
        inner = max((q - r + wall) * 0.72, floor - y)
        return max(outer, -inner)

    return distance


def _along(profile: list[tuple[float, float]], height: float) -> float:
    """The radius there, through the given points without corners."""
    for index in range(len(profile) - 1):
        low, high = profile[index], profile[index + 1]
        if low[0] <= height <= high[0]:
            before = profile[max(index - 1, 0)][1]
            after = profile[min(index + 2, len(profile) - 1)][1]
            t = (height - low[0]) / (high[0] - low[0])
            b, c = low[1], high[1]
            return 0.5 * (
                2 * b
                + (c - before) * t
                + (2 * before - 5 * b + 4 * c - after) * t * t
                + (3 * b - before - 3 * c + after) * t**3
            )
    return profile[-1][1]


@dataclass(frozen=True, slots=True)
class Shot:
    """One photograph: what stands there, its glaze, where the camera is, the colours of table and wall."""

    field: Field
    glaze: Glaze
    eye: Vector
    target: Vector
    zoom: float
    middle: Vector
    reach: float
    """All the clay is within `reach` of `middle`."""
    table: str
    wall: str
    size: tuple[int, int] = (1000, 1000)


def photographed(shot: Shot, scale: float = 1.0) -> Bitmap:
    """The picture in its full size, computed at `scale` of it."""
    width, height = round(shot.size[0] * scale), round(shot.size[1] * scale)
    forward = normed((shot.target[0] - shot.eye[0], shot.target[1] - shot.eye[1], shot.target[2] - shot.eye[2]))
    right = normed((-forward[2], 0.0, forward[0]))
    up = (
        right[1] * forward[2] - right[2] * forward[1],
        right[2] * forward[0] - right[0] * forward[2],
        right[0] * forward[1] - right[1] * forward[0],
    )
    table, wall = linear(shot.table), linear(shot.wall)
    pixels = bytearray()
    for row in range(height):
        v = (0.5 - (row + 0.5) / height) / shot.zoom * height / width
        for column in range(width):
            u = ((column + 0.5) / width - 0.5) / shot.zoom
            ray = normed(
                (
                    forward[0] + right[0] * u + up[0] * v,
                    forward[1] + right[1] * u + up[1] * v,
                    forward[2] + right[2] * u + up[2] * v,
                )
            )
            light = _seen(shot, ray, table, wall)
            corner = 1 - 0.42 * (u * u + v * v) * shot.zoom * shot.zoom
            for channel in light:
                toned = 1 - math.exp(-max(channel, 0.0) * corner * 1.75)
                pixels.append(min(255, round(255 * toned ** (1 / 2.2))))
    taken = Image.frombytes("RGB", (width, height), bytes(pixels))
    return taken.resize(shot.size, Image.Resampling.LANCZOS).filter(ImageFilter.UnsharpMask(1.2, 40, 2))


def _sphere(origin: Vector, ray: Vector, middle: Vector, reach: float) -> tuple[float, float] | None:
    ox, oy, oz = origin[0] - middle[0], origin[1] - middle[1], origin[2] - middle[2]
    b = ox * ray[0] + oy * ray[1] + oz * ray[2]
    inside = b * b - (ox * ox + oy * oy + oz * oz - reach * reach)
    if inside < 0:
        return None
    root = math.sqrt(inside)
    return (-b - root, -b + root) if -b + root > 0 else None


def _seen(shot: Shot, ray: Vector, table: Vector, wall: Vector) -> Vector:
    eye = shot.eye
    ground = -eye[1] / ray[1] if ray[1] < -1e-6 else 1e9
    through = _sphere(eye, ray, shot.middle, shot.reach)
    if through is not None:
        t = max(through[0], 0.0)
        field = shot.field
        while t < through[1] and t < ground:
            near = field(eye[0] + ray[0] * t, eye[1] + ray[1] * t, eye[2] + ray[2] * t)
            if near < 0.0012:
                return _clay(shot, (eye[0] + ray[0] * t, eye[1] + ray[1] * t, eye[2] + ray[2] * t), ray, table)
            t += near * 0.9
    if ground > 60:
        return wall
    at = (eye[0] + ray[0] * ground, 0.0, eye[2] + ray[2] * ground)
    shade = _shadow(shot, at, 0.012)
    open_sky = _open(shot, at, (0.0, 1.0, 0.0))
    far = math.hypot(at[0] + 1.2, at[2] - 1.0)
    lit = (0.30 * open_sky + 0.62 * shade) * (1.12 - 0.055 * far)
    surface = (table[0] * lit, table[1] * lit, table[2] * lit)
    return blend(surface, wall, smooth(1.5, 9.5, -at[2]))


def _clay(shot: Shot, at: Vector, ray: Vector, table: Vector) -> Vector:
    field = shot.field
    e = 0.003
    normal = normed(
        (
            field(at[0] + e, at[1], at[2]) - field(at[0] - e, at[1], at[2]),
            field(at[0], at[1] + e, at[2]) - field(at[0], at[1] - e, at[2]),
            field(at[0], at[1], at[2] + e) - field(at[0], at[1], at[2] - e),
        )
    )
    colour, gloss, own = shot.glaze(at, normal)
    raised = (at[0] + normal[0] * 0.01, at[1] + normal[1] * 0.01, at[2] + normal[2] * 0.01)
    facing = normal[0] * WINDOW[0] + normal[1] * WINDOW[1] + normal[2] * WINDOW[2]
    shade = _shadow(shot, raised, 0.02) if facing > -0.15 else 0.0
    direct = max(0.0, (facing + 0.12) / 1.12) * shade
    hidden = _open(shot, at, normal)
    sky = (0.5 + 0.5 * normal[1]) * hidden
    back = (0.5 - 0.5 * normal[1]) * hidden * 0.5
    along = ray[0] * normal[0] + ray[1] * normal[1] + ray[2] * normal[2]
    mirror = (ray[0] - 2 * along * normal[0], ray[1] - 2 * along * normal[1], ray[2] - 2 * along * normal[2])
    fresnel = 0.04 + 0.96 * (1 - min(1.0, abs(along))) ** 5
    shine = _window(mirror) * gloss * (0.35 + 0.65 * shade) * (0.10 + fresnel) * 5.5
    haze = (
        max(0.0, mirror[0] * WINDOW[0] + mirror[1] * WINDOW[1] + mirror[2] * WINDOW[2]) ** (6 + gloss * 30)
        * 0.16
        * shade
    )
    room = fresnel * gloss * (0.35 + 0.3 * mirror[1]) * hidden
    return (
        colour[0] * (0.86 * direct * 1.04 + 0.27 * sky + back * table[0] + own) + shine + haze + room,
        colour[1] * (0.86 * direct + 0.28 * sky + back * table[1] + own * 0.72) + shine * 0.98 + haze + room,
        colour[2] * (0.86 * direct * 0.94 + 0.31 * sky + back * table[2] + own * 0.36) + shine * 0.95 + haze + room,
    )


def _window(mirror: Vector) -> float:
    """What a glaze mirrors: four panes, to the upper left of the camera."""
    if mirror[1] <= 0.02:
        return 0.0
    depth = mirror[0] * WINDOW[0] + mirror[2] * WINDOW[2] + mirror[1] * 0.3
    if depth <= 0.05:
        return 0.0
    across = (mirror[2] * -WINDOW[0] + mirror[0] * WINDOW[2]) / depth
    high = mirror[1] / depth
    pane = (1 - smooth(0.26, 0.31, abs(across))) * smooth(0.42, 0.5, high) * (1 - smooth(1.5, 1.66, high))
    frame = smooth(0.012, 0.03, abs(across)) * smooth(0.012, 0.035, abs(high - 0.98))
    return pane * frame


def _shadow(shot: Shot, at: Vector, start: float) -> float:
    through = _sphere(at, WINDOW, shot.middle, shot.reach * 1.06)
    if through is None:
        return 1.0
    field, t, least = shot.field, max(start, through[0]), 1.0
    for _ in range(40):
        if t > through[1]:
            break
        near = field(at[0] + WINDOW[0] * t, at[1] + WINDOW[1] * t, at[2] + WINDOW[2] * t)
        least = min(least, near * 5.5 / t)
        if least < 0.004:
            return 0.0
        t += max(0.02, near * 0.8)
    return least * least * (3 - 2 * least)


def _open(shot: Shot, at: Vector, normal: Vector) -> float:
    """How much of the room sees this point: 1 is all of it."""
    away = math.dist(at, shot.middle)
    if away > shot.reach * 2.2:
        return 1.0
    field, closed, weight = shot.field, 0.0, 1.0
    for step in (0.04, 0.12, 0.26, 0.5):
        x, y, z = at[0] + normal[0] * step, at[1] + normal[1] * step, at[2] + normal[2] * step
        closed += weight * max(0.0, step - min(field(x, y, z), y + 0.02 if normal[1] < 0.9 else 9.0)) / step
        weight *= 0.62
    return max(0.12, 1 - closed * 0.42)
