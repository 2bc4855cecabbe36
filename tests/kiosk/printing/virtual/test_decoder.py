from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.printing.layout import PAPER_58
from kiosk.printing.raster import raster, slip_chunks
from kiosk.printing.render import render_slip
from kiosk.printing.virtual.decoder import Decoder
from kiosk.printing.virtual.machine import Query
from kiosk.printing.virtual.printed import PrintedSlip
from kiosk.printing.virtual.read_qr import qr_texts
from tests.kiosk.printing.sample import FULL, PHONE_URL

CUT = b"\x1dV\x00"


def slip_of(data: bytes, width_dots: int = 576) -> PrintedSlip:
    """The one slip that the bytes make."""
    (slip,) = Decoder(width_dots).feed(data)
    assert isinstance(slip, PrintedSlip)
    return slip


def shown(event: PrintedSlip | Query) -> tuple[object, ...]:
    """A comparable form: pictures have no equality of their own."""
    if isinstance(event, Query):
        return (event,)
    picture = (event.image.size, event.image.tobytes())
    return (picture, event.lines, event.qr_payloads, event.raw, event.unknown, event.is_cut)


# ------------------------------------------------------------------ pictures


def test_a_slip_comes_out_dot_for_dot() -> None:
    picture = render_slip(FULL, PAPER_58)
    job = b"".join(slip_chunks(picture))
    slip = slip_of(job, PAPER_58.dots)
    assert slip.image.crop((0, 0, *picture.size)).tobytes() == picture.tobytes()
    assert (slip.raw, slip.unknown, slip.is_cut) == (job, (), True)
    assert qr_texts(slip) == (PHONE_URL,)


def test_raster_is_scaled_and_aligned() -> None:
    dot = Image.new("1", (8, 1), 0)
    double = raster(dot).replace(b"\x1dv0\x00", b"\x1dv0\x03")
    image = slip_of(b"\x1ba\x02" + double + CUT, 32).image
    assert image.size == (32, 2)
    assert image.getbbox() == (0, 0, 16, 2)  # white on the left, 16 black dots on the right


def test_column_pictures_stand_upright() -> None:
    """ESC * 33: two columns of 24 dots, the first black in its top 8."""
    image = slip_of(
        b"\x1b*\x21\x02\x00" + b"\xff\x00\x00" + b"\x00\x00\x00" + b"\n" + CUT, 16
    ).image
    column = [image.getpixel((0, y)) for y in range(30)]
    assert [y for y, dot in enumerate(column) if not dot] == list(range(6, 14))
    assert image.getpixel((1, 6)) == 255


def test_stored_graphics_are_printed_when_asked() -> None:
    store = b"\x30\x70\x30\x01\x01\x31\x08\x00\x02\x00\xff\x81"
    job = b"\x1d(L" + len(store).to_bytes(2, "little") + store + b"\x1d(L\x02\x00\x30\x32" + CUT
    long = b"\x1d8L" + len(store).to_bytes(4, "little") + store + b"\x1d(L\x02\x00\x30\x32" + CUT
    image = slip_of(job, 8).image
    assert [image.getpixel((x, 1)) for x in range(8)] == [0, *[255] * 6, 0]
    assert slip_of(long, 8).image.tobytes() == image.tobytes()


# ------------------------------------------------------------------ text and codes


def test_text_in_two_character_sets() -> None:
    hanzi = "前面 6 人，请稍候 𠀀".encode("gb18030")
    job = b"\x1b@Caf\x82\n\x1c&" + hanzi + b"\n\x1c." + CUT
    assert slip_of(job).lines == ("Café", "前面 6 人，请稍候 𠀀")


def test_a_full_line_goes_on_in_the_next() -> None:
    assert slip_of(b"12345\n" + CUT, 48).lines == ("1234", "5")


def test_large_text_is_higher() -> None:
    assert slip_of(b"\x1d!\x11A\n" + CUT).image.height == 48
    assert slip_of(b"A\n" + CUT).image.height == 30


def test_feeds_move_the_paper() -> None:
    assert slip_of(b"\x1bd\x02\x1bJ\x05" + CUT).image.height == 65
    assert slip_of(b"\x1b3\x40\n\x1b2\n" + CUT).image.height == 64 + 30


def test_a_native_qr_code_is_kept_and_drawn() -> None:
    text = PHONE_URL.encode()
    store = (len(text) + 3).to_bytes(2, "little") + b"1P0" + text
    job = b"\x1d(k\x03\x001C\x06" + b"\x1d(k" + store + b"\x1d(k\x03\x001Q0" + CUT
    slip = slip_of(job)
    assert slip.qr_payloads == (PHONE_URL,)
    assert qr_texts(slip_of(raster(slip.image) + CUT)) == (PHONE_URL,)


# ------------------------------------------------------------------ status, the unknown, the end


def test_queries_come_out_in_their_place_and_are_no_part_of_the_job() -> None:
    events = Decoder().feed(b"\x10\x04\x01A\n" + CUT + b"\x10\x04\x04\x1dr\x01")
    assert [type(event) for event in events] == [Query, PrintedSlip, Query, Query]
    assert shown(events[1])[3] == b"A\n" + CUT


def test_an_unknown_command_is_recorded_not_swallowed() -> None:
    slip = slip_of(b"\x1bz" + b"ok\n" + b"\x1d(X\x02\x00ab" + b"\x07" + CUT)
    assert slip.unknown == (b"\x1bz", b"\x1d(X", b"\x07")
    assert slip.lines == ("ok",)


def test_a_command_with_too_few_arguments_is_recorded() -> None:
    assert slip_of(b"\x1d(k\x00\x00" + CUT).unknown == (b"\x1d(k",)


def test_what_was_never_cut_hangs_out_at_the_end() -> None:
    decoder = Decoder()
    assert decoder.feed(b"\x1b@half a sl") == []
    rest = decoder.end()
    assert rest is not None
    assert (rest.is_cut, rest.raw) == (False, b"\x1b@half a sl")
    assert Decoder().end() is None


def test_each_slip_starts_with_blank_paper() -> None:
    first, second = Decoder().feed(b"one\n" + CUT + b"two\n" + CUT)
    assert (shown(first)[1], shown(second)[1]) == (("one",), ("two",))
    assert shown(second)[3] == b"two\n" + CUT


JOB = b"".join(
    [
        b"\x10\x04\x01\x1b@\x1ba\x01",
        b"\x1c&" + "存款取款，A027 𠀀\n".encode("gb18030") + b"\x1c.",
        raster(Image.new("1", (20, 9), 0)),
        b"\x1d(k\x03\x001C\x03\x1d(k\x07\x001P0abcd\x1d(k\x03\x001Q0",
        b"\x1b*\x00\x02\x00\xff\x81\x1bz\x1d(X\x01\x00y\x1bD\x08\x10\x00",
        b"\x1bd\x02\x1dVB\x10\x10\x04\x04",
        b"next\n\x1dV\x01",
    ]
)
WHOLE = [shown(event) for event in Decoder(192).feed(JOB)]


@settings(max_examples=40)
@given(st.lists(st.integers(0, len(JOB)), max_size=12))
def test_any_split_of_the_stream_gives_the_same_slips(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(JOB)]
    decoder = Decoder(192)
    events = [event for start, end in pairwise(edges) for event in decoder.feed(JOB[start:end])]
    assert [shown(event) for event in events] == WHOLE


def test_byte_by_byte_gives_the_same_slips() -> None:
    decoder = Decoder(192)
    events = [event for at in range(len(JOB)) for event in decoder.feed(JOB[at : at + 1])]
    assert [shown(event) for event in events] == WHOLE
    assert len(WHOLE) == 4


@given(st.binary(max_size=200))
def test_nonsense_never_breaks_it(data: bytes) -> None:
    decoder = Decoder(48)
    decoder.feed(data)
    decoder.end()
