from __future__ import annotations

import hashlib
import io
import random

import pytest
from PIL import Image, PngImagePlugin

from placecheck.errors import InputError
from placecheck.place import Photo
from placecheck.place.photo import MAX_BYTES, MAX_SIDE_LENGTH, is_kept_photo, prepared_photo

GPS, MAKE, ORIENTATION = 0x8825, 0x010F, 0x0112


def picture(width: int = 64, height: int = 32, mode: str = "RGB") -> Image.Image:
    made = Image.new(mode, (width, height), "white")
    made.paste(Image.new(mode, (width // 2, height), "red"))
    return made


def saved(image: Image.Image, kind: str, **how) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def opened(raw: bytes) -> Image.Image:
    return Image.open(io.BytesIO(raw))


def with_exif(orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[MAKE], exif[ORIENTATION] = "A Camera", orientation
    exif.get_ifd(GPS)[2] = (53.0, 12.0, 7.0)
    return saved(picture(), "JPEG", exif=exif, comment=b"my house", quality=95)


def test_nothing_of_the_camera_or_the_place_stays_in_a_photo():
    raw = with_exif()
    assert b"A Camera" in raw
    _, kept = prepared_photo(raw, "photo.jpg")
    assert not opened(kept).getexif()
    assert set(opened(kept).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"Exif" not in kept
    assert b"my house" not in kept


def test_texts_in_a_png_do_not_stay_and_what_was_clear_is_white():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Somebody")
    _, kept = prepared_photo(saved(Image.new("RGBA", (8, 8), (0, 0, 0, 0)), "PNG", pnginfo=notes), "photo.png")
    assert b"Somebody" not in kept
    assert opened(kept).format == "JPEG"
    assert min(opened(kept).getpixel((4, 4))) > 250


def test_a_photo_taken_sideways_is_kept_upright():
    _, kept = prepared_photo(with_exif(orientation=6), "photo.jpg")
    assert opened(kept).size == (32, 64)
    assert opened(kept).getpixel((16, 4))[1] < 60, "red is on top"


def test_a_large_photo_is_made_smaller_and_a_small_one_stays_as_large_as_it_was():
    _, kept = prepared_photo(saved(picture(4000, 1000), "JPEG"), "photo.jpg")
    assert opened(kept).size == (MAX_SIDE_LENGTH, 400)
    _, kept = prepared_photo(saved(picture(40, 10), "PNG"), "photo.png")
    assert opened(kept).size == (40, 10)


def test_a_photo_full_of_noise_is_still_small_enough():
    noise = Image.frombytes("RGB", (1600, 1600), random.Random(1).randbytes(1600 * 1600 * 3))  # noqa: S311 (a picture)
    _, kept = prepared_photo(saved(noise, "PNG"), "photo.png")
    assert len(kept) <= MAX_BYTES


def test_the_same_photo_has_the_same_name_which_a_card_takes():
    raw = with_exif()
    name, _ = prepared_photo(raw, "a.jpg")
    assert name == prepared_photo(raw, "b.jpg")[0]
    assert Photo(file=name, alt="A door").file == name


def test_a_photo_as_phones_save_it_is_read():
    heif = pytest.importorskip("pillow_heif", reason="HEIC is read where pillow-heif is installed")
    heif.register_heif_opener()
    _, kept = prepared_photo(saved(picture(64, 64), "HEIF"), "photo.heic")
    assert (opened(kept).format, opened(kept).size) == ("JPEG", (64, 64))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"no photo",
        with_exif()[:200],
        saved(picture(), "GIF"),
        saved(picture(), "BMP"),
        b"\0\0\0\x18ftypheic" + b"\0" * 40,
    ],
)
def test_what_is_no_photo_is_refused_and_says_what_would_be(raw):
    with pytest.raises(InputError, match="JPEG"):
        prepared_photo(raw, "photo.jpg")


def test_a_picture_that_unpacks_to_far_more_than_a_photo_is_refused_unread():
    with pytest.raises(InputError, match="million pixels"):
        prepared_photo(saved(Image.new("1", (14_000, 14_000)), "PNG"), "bomb.png")


def test_a_photo_that_was_changed_after_it_was_kept_is_no_kept_photo():
    name, kept = prepared_photo(with_exif(), "photo.jpg")
    assert is_kept_photo(name, kept)
    assert not is_kept_photo(name, kept + b"more")
    assert not is_kept_photo(name, b"")
    raw = with_exif()
    assert not is_kept_photo(f"{hashlib.sha256(raw).hexdigest()[:32]}.jpg", raw), "it still says where it was taken"
