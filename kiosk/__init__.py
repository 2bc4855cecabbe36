"""What customers touch or watch in the lobby: the ticket kiosk, the board, the printed slip."""
