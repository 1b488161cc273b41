"""Decodes pictures, and brings them to an exact size without dark or light seams at transparent edges."""

import io

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from coach_app.domain.asset_types import Box
from coach_app.domain.errors import NoPicture

# What is fainter than this is dust, not picture: the trim goes by the rest.
_SEEN_ALPHA = 24
_SEAM_ALPHA = 8
# One colour all over, with the noise of JPEG, and specks that nobody would see in any file.
_GRAIN_PX, _NOISE_LEVELS, _MOST_SPECKS = 4, 10, 0.0005
_UNSHARP_RADIUS = 0.6
# Percent, by the longest side in px: the smaller, the more. Judged by eye on emotes at 112, 56 and 28 px.
_UNSHARP_BY_SIZE = ((40, 80), (80, 60), (200, 40))


def decode(data: bytes) -> Image.Image:
    """Return the picture as RGBA, or as RGB where no pixel can be see-through.

    Raises NoPicture for other bytes, MemoryError where it takes more than there is.
    """
    try:
        with Image.open(io.BytesIO(data)) as image:
            upright = ImageOps.exif_transpose(image)
            return upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except MemoryError:
        raise
    # Readers promise nothing of what they raise at bytes that are not what they claim.
    except Exception as exc:
        raise NoPicture("The picture cannot be read.") from exc


def is_seen(image: Image.Image) -> bool:
    """Tell whether any pixel is more than dust."""
    return image.mode != "RGBA" or any(image.getchannel("A").histogram()[_SEEN_ALPHA + 1 :])


def is_one_colour(picture: Image.Image) -> bool:
    """Tell whether nothing is painted: what is left out, or seen through, is seen in the alpha channel."""
    return all(_specks(channel) <= _MOST_SPECKS for channel in picture.reduce(_GRAIN_PX).split())


def _specks(channel: Image.Image) -> float:
    """Return the share of pixels that differ from most."""
    usual = ImageStat.Stat(channel).median[0]
    levels = channel.histogram()
    alike = sum(levels[max(usual - _NOISE_LEVELS, 0) : usual + _NOISE_LEVELS + 1])
    return 1 - alike / sum(levels)


def trimmed(image: Image.Image) -> Image.Image:
    """Return the part that is inked; the whole picture where nothing is."""
    mask = image.getchannel("A").point(lambda value: 255 if value > _SEEN_ALPHA else 0)
    return image.crop(mask.getbbox() or (0, 0, image.width, image.height))


def fitted_cutout(inked: Image.Image, width_px: int, height_px: int, *, padding: float) -> Image.Image:
    """Return the picture centred in the frame, as large as the padding lets it be, but never larger than it is."""
    free = 2 * round(padding * max(width_px, height_px))
    scale = min((width_px - free) / inked.width, (height_px - free) / inked.height, 1.0)
    small = _resized(inked, max(round(inked.width * scale), 1), max(round(inked.height * scale), 1))
    frame = Image.new("RGBA", (width_px, height_px), (0, 0, 0, 0))
    frame.paste(small, ((width_px - small.width) // 2, (height_px - small.height) // 2))
    return frame


def covering(image: Image.Image, width_px: int, height_px: int) -> Image.Image:
    """Return the picture scaled to cover the frame, never stretched, what sticks out cut off evenly."""
    scale = max(width_px / image.width, height_px / image.height)
    across, down = width_px / scale, height_px / scale
    left, top = (image.width - across) / 2, (image.height - down) / 2
    if (across, down) == (width_px, height_px):
        return image.crop((round(left), round(top), round(left) + width_px, round(top) + height_px))
    box = (left, top, left + across, top + down)
    return image.resize((width_px, height_px), Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


def with_clear_hole(image: Image.Image, hole: Box) -> Image.Image:
    """Return a frame without the faint seam that scaling leaves inside its hole; a hole that is filled stays so."""
    left, top = round(hole.left * image.width), round(hole.top * image.height)
    box = (left, top, left + round(hole.width * image.width), top + round(hole.height * image.height))
    if ImageStat.Stat(image.getchannel("A").crop(box)).mean[0] > _SEAM_ALPHA:
        return image
    cleared = image.copy()
    cleared.paste((0, 0, 0, 0), box)
    return cleared


def sharpened(image: Image.Image) -> Image.Image:
    """Return the picture with a light unsharp mask on its colours; alpha is left as it is."""
    longest = max(image.size)
    percent = next((strength for limit, strength in _UNSHARP_BY_SIZE if longest <= limit), 0)
    if not percent:
        return image
    if image.mode == "RGB":
        return image.filter(ImageFilter.UnsharpMask(_UNSHARP_RADIUS, percent, 0))
    alpha = image.getchannel("A")
    colours = image.convert("RGB").filter(ImageFilter.UnsharpMask(_UNSHARP_RADIUS, percent, 0))
    colours.putalpha(alpha)
    return without_hidden_colour(colours)


def without_hidden_colour(image: Image.Image) -> Image.Image:
    """Return the picture with fully transparent pixels made black: hidden colours would cost bytes, and could leak."""
    alpha = image.getchannel("A")
    visible = alpha.point(lambda value: 255 if value else 0)
    colours = [ImageChops.multiply(channel, visible) for channel in image.split()[:3]]
    return Image.merge("RGBA", (*colours, alpha))


def _resized(image: Image.Image, width_px: int, height_px: int) -> Image.Image:
    """Lanczos over premultiplied colours: Pillow premultiplies RGBA itself when it resizes."""
    if image.size == (width_px, height_px):
        return image
    return image.resize((width_px, height_px), Image.Resampling.LANCZOS, reducing_gap=3.0)
