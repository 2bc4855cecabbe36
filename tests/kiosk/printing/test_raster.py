from PIL import Image

from kiosk.printing.raster import STRIP_ROWS, raster, slip_chunks


def corner(width: int, height: int) -> Image.Image:
    """White with one black dot at the top left."""
    image = Image.new("1", (width, height), 255)
    image.putpixel((0, 0), 0)
    return image


def test_a_small_job_byte_for_byte() -> None:
    assert list(slip_chunks(corner(16, 2))) == [
        b"\x1b@\x1dv0\x00\x02\x00\x02\x00\x80\x00\x00\x00",
        b"\x1bd\x04\x1dVB\x00",
    ]


def test_a_width_between_bytes_is_filled_with_paper() -> None:
    assert raster(corner(12, 1)) == b"\x1dv0\x00\x02\x00\x01\x00\x80\x00"


def test_a_tall_picture_goes_out_in_strips() -> None:
    chunks = list(slip_chunks(corner(8, 2 * STRIP_ROWS + 1)))
    assert [len(chunk) for chunk in chunks] == [
        2 + 8 + STRIP_ROWS, 8 + STRIP_ROWS, 8 + 1, 3 + 4,
    ]  # fmt: skip


def test_white_may_be_any_number_but_nought() -> None:
    assert raster(Image.new("1", (8, 1), 1)) == raster(Image.new("1", (8, 1), 255))
