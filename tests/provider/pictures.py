"""Pictures as models send them: on the flat key colour that was asked for, or with the faults that occur."""

import re
import secrets
from io import BytesIO

from PIL import Image, ImageDraw, PngImagePlugin

_KEY = re.compile(r"#[0-9a-fA-F]{6}")
_SIDES_1K = {
    "1:1": (1024, 1024),
    "3:2": (1264, 848),
    "4:3": (1200, 896),
    "16:9": (1376, 768),
    "9:16": (768, 1376),
    "21:9": (1584, 672),
    "4:1": (2048, 512),
}
_TIMES = {"1K": 1, "2K": 2}


def size_of(ratio: str, size: str, *, side_px: int | None = None) -> tuple[int, int]:
    """Return the pixels for a ratio at "1K" or "2K", or small ones of about that shape."""
    width, height = _SIDES_1K[ratio]
    if side_px:
        return side_px, max(side_px * height // width, 1)
    return width * _TIMES[size], height * _TIMES[size]


def asked_key(prompt: str) -> str:
    """Return the key colour that a prompt asks for behind the subject, or a blue where it wants a scene."""
    after = prompt.partition("background in")[2]
    found = _KEY.search(after)
    return found.group() if found else "#203060"


def painted(prompt: str, size: tuple[int, int], kind: str = "PNG") -> bytes:
    """Return a subject on the ground that was asked for: a new picture at each call."""
    ground = asked_key(prompt)
    image = Image.new("RGB", size, ground)
    _draw_subject(image)
    return _saved(image, kind)


def flat(prompt: str, size: tuple[int, int]) -> bytes:
    """Return the ground that was asked for, without any subject."""
    return _saved(Image.new("RGB", size, asked_key(prompt)), "PNG")


def see_through(size: tuple[int, int]) -> bytes:
    """Return a picture of nothing."""
    return _saved(Image.new("RGBA", size), "PNG")


def checkerboard(size: tuple[int, int]) -> bytes:
    """Return what models paint that were asked for transparency."""
    image = Image.new("RGB", size, "#ffffff")
    draw = ImageDraw.Draw(image)
    square = max(size[0] // 64, 2)
    for top in range(0, size[1], square):
        for left in range((top // square % 2) * square, size[0], 2 * square):
            draw.rectangle((left, top, left + square - 1, top + square - 1), fill="#cccccc")
    _draw_subject(image)
    return _saved(image, "PNG")


def _draw_subject(image: Image.Image) -> None:
    width, height = image.size
    box = (width * 0.2, height * 0.12, width * 0.8, height * 0.9)
    draw = ImageDraw.Draw(image)
    draw.ellipse(box, fill="#f0a020", outline="#201008", width=max(min(image.size) // 40, 1))
    for left in (0.38, 0.56):
        draw.ellipse((width * left, height * 0.35, width * (left + 0.07), height * 0.47), fill="#201008")


def _saved(image: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    unique = secrets.token_hex(8)
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("call", unique)
        image.save(file, "PNG", pnginfo=info, compress_level=1)
    else:
        image.save(file, kind, quality=92, comment=unique.encode())
    return file.getvalue()
