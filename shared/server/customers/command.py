"""``lobby customers``: add customers to the branch's own file, as digests."""

from pathlib import Path
from typing import Annotated

import typer


def customers(
    file: Annotated[Path, typer.Argument(help="The file [LOBBY_CUSTOMERS]; made if need be.")],
    segment: Annotated[str, typer.Option(help="Segment of the profile, such as key.")],
) -> None:
    """Add cards or telephone numbers, one a line on standard input; only digests are kept."""
    from shared.protocol.customer import FindCustomer
    from shared.server.customers.file import add_customers
    from shared.services.customers import plain_reference

    lines = [line.strip() for line in typer.get_text_stream("stdin")]
    asked = [FindCustomer(reference=line) for line in lines if line]
    added = add_customers(file, [plain_reference(each) for each in asked], segment)
    typer.echo(f"{added} of segment {segment} in {file}")
