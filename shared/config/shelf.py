"""The profiles of a server that serves several branches, by branch.

A folder with a thousand of them would take seconds to read; so only its names are read at first: a
file there is named as its branch. Each profile is read when somebody first asks for that branch.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.domain.errors import EnvironmentFailed, FileUnreadable, LobbyError, ProfileInvalid

SUFFIXES: Final = (".toml", ".json")


class BranchUnusable(EnvironmentFailed):
    """A branch whose profile or log does not allow it to be served; the others are served."""

    code = "branch_unusable"
    sentence = "Branch %1 cannot be served: %2"


class ProfileShelf(Mapping[str, Profile]):
    """Profiles by branch, each read once. Safe to use from several threads."""

    def __init__(self, readers: Mapping[str, Callable[[], Profile]]) -> None:
        """``readers``: what reads the profile of each branch when it is first wanted."""
        self._readers = dict(readers)
        self._read: dict[str, Profile] = {}
        self._lock = threading.Lock()

    @classmethod
    def of(cls, profiles: Iterable[Profile]) -> "ProfileShelf":
        """Profiles that are read already.

        Raises:
            ProfileInvalid: two are of one branch.
        """
        readers: dict[str, Callable[[], Profile]] = {}
        for profile in profiles:
            branch = profile.branch.id
            if branch in readers:
                raise ProfileInvalid(branch, "two of the profiles are of this branch; name one.")
            readers[branch] = partial(_given, profile)
        return cls(readers)

    @classmethod
    def in_folder(cls, folder: Path) -> "ProfileShelf":
        """Every ``<branch>.toml`` or ``<branch>.json`` of a folder.

        Raises:
            FileUnreadable: it is missing, or holds none.
        """
        try:
            files = sorted(file for file in folder.iterdir() if file.suffix in SUFFIXES)
        except OSError as error:
            raise FileUnreadable(folder, error.strerror or error) from error
        if not files:
            raise FileUnreadable(folder, "it holds no profile named as <branch>.toml")
        return cls({file.stem: partial(_profile_of, file) for file in files})

    def __getitem__(self, branch: str) -> Profile:
        """The profile of this branch.

        Raises:
            KeyError: no such branch.
            BranchUnusable: its file is no profile, or not of this branch.
        """
        found = self._read.get(branch)
        if found is None:
            reader = self._readers[branch]
            with self._lock:
                found = self._read[branch] = self._read.get(branch) or _tried(branch, reader)
        return found

    def __contains__(self, branch: object) -> bool:
        """Whether there is a profile of this branch; none is read."""
        return branch in self._readers

    def __iter__(self) -> Iterator[str]:
        """The branches."""
        return iter(self._readers)

    def __len__(self) -> int:
        """How many branches there are."""
        return len(self._readers)


def _tried(branch: str, reader: Callable[[], Profile]) -> Profile:
    try:
        return reader()
    except LobbyError as error:
        raise BranchUnusable(branch, error) from error


def _given(profile: Profile) -> Profile:
    return profile


def _profile_of(file: Path) -> Profile:
    """The profile in a file that is named as its branch.

    Raises:
        FileUnreadable, ProfileInvalid.
    """
    profile = load_profile(file)
    if profile.branch.id != file.stem:
        branch = profile.branch.id
        told = f"branch.id: it is “{branch}”. Name the file {branch}{file.suffix}."
        raise ProfileInvalid(file.name, told)
    return profile
