"""How far is it from one point on earth to another, as the crow flies?"""

from math import asin, cos, radians, sin, sqrt
from typing import Final

_EARTH_M: Final = 6_371_000
"""Mean radius, IUGG."""


def metres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle distance of two points in degrees: haversine, within half a percent of the ellipsoid."""
    up, along = radians(other_lat - lat) / 2, radians(other_lon - lon) / 2
    chord = sin(up) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(along) ** 2
    return 2 * _EARTH_M * asin(min(1, sqrt(chord)))
