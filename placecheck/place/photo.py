"""Prepare photos for storage: upright, limited in size, and without metadata."""

from __future__ import annotations

import hashlib
import io
import warnings
from importlib import import_module
from importlib.util import find_spec

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from placecheck.errors import InputError, refuse

MAX_SIDE_LENGTH = 1600
MAX_BYTES = 2_000_000
"""What a photo may weigh when it is kept."""

MAX_BYTES_IN = 30_000_000
MAX_PIXELS = 100_000_000
MAX_PHOTOS = 200
"""How many photos a place may keep."""

_FORMATS = ["JPEG", "PNG"]
_QUALITIES = (85, 75, 60, 45)
_NO_PHOTO = ("This is no photo that can be read.", "Choose a JPEG or a PNG, or save the picture as one.")
_HEIC = ("This photo is HEIC, which is not read here.", "Save it as JPEG first, or install placecheck[heic].")
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis")


def prepared_photo(raw: bytes, name: str) -> tuple[str, bytes]:
    """Return the name to keep the photo under, and its bytes as JPEG.

    Nothing of the file is kept but the picture: no place, no time, no camera, no thumbnail, no text.

    Raises:
        InputError: It is no photo that can be read, or is too large; the finding names the file `name`.
    """
    if len(raw) > MAX_BYTES_IN:
        raise refuse(name, 0, "", f"The photo is larger than {MAX_BYTES_IN // 1_000_000} MB.", "Choose a smaller one.")
    content = _as_jpeg(_upright(raw, name), name)
    return _name_of(content), content


def is_kept_photo(name: str, content: bytes) -> bool:
    """Return whether `content` is a photo that `prepared_photo` made and called `name`, and is small enough."""
    is_jpeg = content.startswith(b"\xff\xd8\xff") and b"Exif\0" not in content[:64]
    return is_jpeg and len(content) <= MAX_BYTES and _name_of(content) == name


def _name_of(content: bytes) -> str:
    return f"{hashlib.sha256(content).hexdigest()[:32]}.jpg"


def _upright(raw: bytes, name: str) -> Image.Image:
    """Return the picture as it is meant to be seen, in plain colours and no larger than it is kept."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(raw), formats=_formats(raw, name)) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise _too_large(name)
                picture.draft("RGB", (MAX_SIDE_LENGTH, MAX_SIDE_LENGTH))  # decodes a large JPEG at a smaller size
                upright = ImageOps.exif_transpose(picture)
                upright.thumbnail((MAX_SIDE_LENGTH, MAX_SIDE_LENGTH), Image.Resampling.LANCZOS)
                return _in_plain_colours(upright)
    except InputError:
        raise
    except Image.DecompressionBombError:
        raise _too_large(name) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        raise refuse(name, 0, "", *_NO_PHOTO) from None


def _too_large(name: str) -> InputError:
    what = f"The photo has more than {MAX_PIXELS // 1_000_000} million pixels."
    return refuse(name, 0, "", what, "Choose a smaller one.")


def _formats(raw: bytes, name: str) -> list[str]:
    if raw[4:8] != b"ftyp" or raw[8:12] not in _HEIC_BRANDS:
        return _FORMATS
    if find_spec("pillow_heif") is None:
        raise refuse(name, 0, "", *_HEIC)
    import_module("pillow_heif").register_heif_opener(thumbnails=False)
    return ["HEIF"]


def _in_plain_colours(picture: Image.Image) -> Image.Image:
    """Return the picture in sRGB, its own colour profile applied, on white where it was transparent."""
    profile = picture.info.get("icc_profile")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        picture = Image.new("RGB", seen.size, "white")
        picture.paste(seen, mask=seen.getchannel("A"))
    if profile and picture.mode in ("RGB", "CMYK"):
        try:
            source, plain = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            picture = ImageCms.profileToProfile(picture, source, plain, outputMode="RGB") or picture
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile that cannot be read changes no colour
    return picture.convert("RGB")


def _as_jpeg(picture: Image.Image, name: str) -> bytes:
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    for quality in _QUALITIES:
        out = io.BytesIO()
        bare.save(out, "JPEG", quality=quality, optimize=True)
        if out.tell() <= MAX_BYTES:
            return out.getvalue()
    raise refuse(name, 0, "", "The photo cannot be made small enough.", "Choose another.")
