"""A slip that came out of the virtual printer."""

from dataclasses import dataclass

from PIL import Image


@dataclass(frozen=True)
class PrintedSlip:
    """One piece of paper.

    ``image`` has mode ``1``, black is 0, and ends at the last printed dot plus what was fed.
    ``lines`` are the texts that came as text, ``qr_payloads`` those of native QR commands;
    what came as a picture is only in the picture. ``raw`` holds the bytes of the job without
    status queries. ``unknown`` lists the commands that the printer did not know. ``is_cut`` is
    False for what was left hanging when the connection ended.
    """

    image: Image.Image
    lines: tuple[str, ...]
    qr_payloads: tuple[str, ...]
    raw: bytes
    unknown: tuple[bytes, ...]
    is_cut: bool
