"""What a program keeps on its machine so that it can go on while no server answers. No Qt here."""
