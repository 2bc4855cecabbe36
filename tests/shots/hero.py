"""The first picture of the README: kiosk, board and teller side by side."""

from PIL import Image

from tests.shots.picture import Picture, scaled

GROUND = (0xE6, 0xEA, 0xEE)
GAP = 32
HEIGHT = 712


def hero(kiosk: Picture, board: Picture, teller: Picture) -> Picture:
    """One plain picture: the kiosk upright on the left, the board above the teller's window."""
    kiosk = scaled(kiosk, HEIGHT / kiosk.height)
    half = (HEIGHT - GAP) // 2
    board, teller = (scaled(each, half / each.height) for each in (board, teller))
    width = kiosk.width + max(board.width, teller.width) + 3 * GAP
    ground = Image.new("RGB", (width, HEIGHT + 2 * GAP), GROUND)
    ground.paste(kiosk, (GAP, GAP))
    left = kiosk.width + 2 * GAP
    ground.paste(board, (left, GAP))
    ground.paste(teller, (left, half + 2 * GAP))
    return ground
