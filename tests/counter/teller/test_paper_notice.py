"""A teller reads at once what is not called here for want of a certificate."""

from datetime import timedelta

import pytest

from counter.teller.paper_notice import sentence
from shared.config.base_tables import Text
from shared.config.staff_tables import CertificateTable
from shared.protocol.staff import CertificateNotice
from tests.counter.teller.at_keyboard import Teller
from tests.support import view
from tests.support.profiles import NEIGHBOURHOOD

NOW = view.NOW.astimezone(view.BRANCH_ZONE)
KIND = CertificateTable(id="fund", name=Text(zh="基金销售", en="Fund sales"), services=("wealth",))
PROFILE = NEIGHBOURHOOD.model_copy(update={"certificates": (KIND,)})


def notice(days: float | None, counter: str = "1") -> CertificateNotice:
    """One that ends so many days from now; None: never given."""
    until = None if days is None else NOW + timedelta(days=days)
    return CertificateNotice(
        counter=counter,
        staff="t1",
        certificate="fund",
        services=("wealth",),
        valid_until=until,
        is_over=days is None or days <= 0,
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (None, "{} is not called here: you do not hold the certificate “Fund sales”."),
        (0, "{} is not called here: your certificate “Fund sales” ended 10:12."),
        (3, "Your certificate “Fund sales” ends {:%Y-%m-%d} 10:12. Then {} is not called here."),
    ],
)
def test_which_certificate_and_what_is_not_called(days: float | None, said: str) -> None:
    name = next(s.name.en for s in PROFILE.services if s.id == "wealth")
    values = [NOW + timedelta(days=days), name] if days else [name]
    assert sentence(notice(days), NOW, PROFILE, "en") == said.format(*values)


def test_the_window_says_so_until_it_is_renewed(teller: Teller) -> None:
    papers, lobby = teller.window.desk.papers, teller.client.lobby
    assert lobby is not None
    assert not papers.isVisible()
    mine, others = notice(None, teller.window.presenter.counter), notice(None, "elsewhere")
    teller.show(lobby.model_copy(update={"certificates": (mine, others)}))
    assert papers.isVisible()
    assert papers.accessibleName() == papers.sentence.text() != ""
    teller.show(lobby.model_copy(update={"certificates": (notice(20, mine.counter),)}))
    assert not papers.isVisible()  # the desk is told by now, the teller a week before
