"""What to have ready for a service, as screens and slips say it."""

from shared.config.base_tables import Text
from shared.config.profile import Profile, ServiceTable


def checklist(profile: Profile, service: ServiceTable) -> tuple[Text, ...]:
    """Its own words (``have_ready``), or the names of the documents that it needs."""
    names = {document.id: document.name for document in profile.documents}
    return service.have_ready or tuple(names[d] for d in service.needs_documents if d in names)
