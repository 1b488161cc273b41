"""What making a picture's files costs, stage by stage, beside the bare library calls; `python -m benchmarks.files`."""

import io
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import oxipng
import pyvips
from PIL import Image, ImageDraw, ImageFilter

from benchmarks.figures import figure, milliseconds
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.ports import Picture
from coach_app.imaging.encoding import jpeg_within, png_within
from coach_app.imaging.files import make_files
from coach_app.imaging.keying import without_key
from coach_app.imaging.measuring import measured
from coach_app.imaging.pixels import covering, decode, fitted_cutout, sharpened, trimmed

_ROUNDS = 15
_KEY = (0, 200, 60)
_EMOTE = ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]
# The three sizes that Twitch asks for; the others are for other platforms.
EMOTE = replace(_EMOTE, exports=_EMOTE.exports[:3])
CASES: dict[str, tuple[AssetType, tuple[int, int], str]] = {
    "emote, three sizes": (EMOTE, (1024, 1024), "≤ 350 ms"),
    "emote, all six sizes": (_EMOTE, (1024, 1024), "–"),
    "thumbnail": (ASSET_TYPES[AssetTypeId.YOUTUBE_THUMBNAIL], (1376, 768), "≤ 120 ms"),
    "banner 1920 × 1080": (ASSET_TYPES[AssetTypeId.OFFLINE_BANNER], (2752, 1536), "–"),
    "banner 2560 × 1440": (ASSET_TYPES[AssetTypeId.YOUTUBE_BANNER], (2752, 1536), "–"),
}


def painted(kind: AssetType, size: tuple[int, int]) -> bytes:
    """Return a picture as a model paints one: smooth colours with grain; a cut-out's on a flat key."""
    across, down = np.meshgrid(np.linspace(0, 1, size[0]), np.linspace(0, 1, size[1]))
    smooth = np.stack([180 + across * 70, 40 + down * 60, 120 + (1 - across) * 100], axis=-1)
    grain = np.random.default_rng(1).normal(0, 3, smooth.shape)
    image = Image.fromarray(np.clip(smooth + grain, 0, 255).astype(np.uint8), "RGB")
    if kind.is_cutout:
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).ellipse((size[0] * 0.15, size[1] * 0.1, size[0] * 0.85, size[1] * 0.9), fill=255)
        image = Image.composite(image, Image.new("RGB", size, _KEY), mask)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()


def measure_files() -> None:
    """Print the time of each stage, of the whole, and of bare calls beside ours, and the memory at its peak."""
    for name, (kind, size, target) in CASES.items():
        _measure(name, kind, painted(kind, size), target)


def _measure(name: str, kind: AssetType, master: bytes, target: str) -> None:
    figure(f"files of {name}", milliseconds(_times(lambda: make_files(Picture(master), kind))), target)
    _print_stages(kind, master)
    ours, bare = _in_turns(lambda: _our_pixels(kind, master), lambda: _bare_pixels(kind, master))
    figure("    decoding, sizing and encoding, beside bare calls", f"{sum(ours) / sum(bare) - 1:+.1%}", "≤ 15 %")
    figure("    memory at its peak, above the idle process", f"{_peak_megabytes(name, master):.0f} MB")


def _print_stages(kind: AssetType, master: bytes) -> None:
    image = decode(master)
    cut = without_key(image).image if kind.is_cutout else image
    sized = [_sized(kind, cut, export.width_px, export.height_px) for export in kind.exports]
    pairs = list(zip(sized, kind.exports, strict=True))
    data = [_encoded(kind, one, export.max_bytes) for one, export in pairs]
    stages: dict[str, Callable[[], object]] = {
        "decode": lambda: decode(master),
        "size": lambda: [_sized(kind, cut, export.width_px, export.height_px) for export in kind.exports],
        "encode": lambda: [
            _encoded(kind, one, export.max_bytes) for one, export in zip(sized, kind.exports, strict=True)
        ],
        "check": lambda: [measured(one, kind) for one in data],
    }
    if kind.is_cutout:
        stages["cut out"] = lambda: without_key(image)
    for stage, work in stages.items():
        figure(f"    {stage}", milliseconds(_times(work)))


def _sized(kind: AssetType, image: Image.Image, width_px: int, height_px: int) -> Image.Image:
    if kind.is_cutout:
        return sharpened(fitted_cutout(image, width_px, height_px, padding=kind.padding))
    return sharpened(covering(image, width_px, height_px))


def _encoded(kind: AssetType, image: Image.Image, max_bytes: int) -> bytes:
    return jpeg_within(image, max_bytes) if kind.main.format == "JPEG" else png_within(image, max_bytes)


def _our_pixels(kind: AssetType, master: bytes) -> None:
    image = decode(master)
    if kind.is_cutout:
        image = trimmed(image.convert("RGBA"))
    for export in kind.exports[:3]:
        _encoded(kind, _sized(kind, image, export.width_px, export.height_px), export.max_bytes)


def _bare_pixels(kind: AssetType, master: bytes) -> None:
    """The same pixels by nothing but library calls."""
    with Image.open(io.BytesIO(master)) as opened:
        image = opened.convert("RGBA" if kind.is_cutout else "RGB")
    for export, percent in zip(kind.exports[:3], (40, 60, 80), strict=False):
        size, out = (export.width_px, export.height_px), io.BytesIO()
        small = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        if not kind.is_cutout:
            small.save(out, "JPEG", quality=95, subsampling=0, progressive=True, optimize=True)
            continue
        alpha = small.getchannel("A")
        small = small.convert("RGB").filter(ImageFilter.UnsharpMask(0.6, percent, 0))
        small.putalpha(alpha)
        pixels = pyvips.Image.new_from_memory(small.tobytes(), *size, 4, "uchar").copy(interpretation="srgb")
        data = pixels.pngsave_buffer(compression=6, filter="none", keep="none")
        if len(data) > export.max_bytes:
            oxipng.optimize_from_memory(data, level=2, strip=oxipng.StripChunks.all())


def _times(work: Callable[[], object]) -> list[float]:
    return [_timed(work) for _ in range(_ROUNDS)]


def _in_turns(one: Callable[[], object], other: Callable[[], object]) -> tuple[list[float], list[float]]:
    pairs = [(_timed(one), _timed(other)) for _ in range(_ROUNDS)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _peak_megabytes(name: str, master: bytes) -> float:
    """Return what a process of its own, which is given the picture, needs more than before the call."""
    command = [sys.executable, "-m", "benchmarks.files", name]
    return float(subprocess.run(command, check=True, capture_output=True, input=master).stdout)


def _print_peak(name: str) -> None:
    kind, _, _ = CASES[name]
    master = sys.stdin.buffer.read()
    idle = _megabytes("VmRSS")
    make_files(Picture(master), kind)
    print(_megabytes("VmHWM") - idle)


def _megabytes(name: str) -> float:
    """Return a figure of this process from the kernel; resource.getrusage would count its parent's memory too."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1]) / 2**10


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _print_peak(sys.argv[1])
    else:
        measure_files()
