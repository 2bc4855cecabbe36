"""The fingerprint belongs to the content, not to the file."""

from shared.config.fingerprint import canonical_profile, fingerprint, profile_hash
from shared.config.load import load_profile
from shared.config.profile import Profile
from tests.support.profiles import NEIGHBOURHOOD, first_come


def test_same_content_has_the_same_fingerprint() -> None:
    again = Profile.model_validate_json(canonical_profile(NEIGHBOURHOOD))
    assert profile_hash(again) == profile_hash(load_profile("neighbourhood"))
    assert profile_hash(again) == fingerprint(canonical_profile(again))
    assert len(profile_hash(again)) == 16


def test_any_change_gives_another_one() -> None:
    renamed = NEIGHBOURHOOD.model_copy(update={"version": "renamed"})
    found = {profile_hash(p) for p in (NEIGHBOURHOOD, renamed, first_come(), load_profile("city"))}
    assert len(found) == 4
