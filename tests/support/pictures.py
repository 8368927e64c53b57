"""Where do small real pictures come from?"""

import io
import random

from PIL import Image


def painting(seed: int = 1, side: int = 64) -> bytes:
    """A small JPEG, another one for each seed."""
    colours = random.Random(seed)
    image = Image.new("RGB", (side, side))
    image.putdata([tuple(colours.randrange(256) for _ in range(3)) for _ in range(side * side)])
    buffer = io.BytesIO()
    image.save(buffer, "JPEG")
    return buffer.getvalue()
