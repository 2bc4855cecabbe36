"""A real OpenID provider of the tests' own (``provider_program``), and a browser at its pages.

The browser is played with httpx: the provider's own forms are filled in, with their tokens against
forgery.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import httpx

from tests.support.ports import free_port
from tests.support.provider_program import NEW_KEYS, PASSWORD, REDIRECT
from tests.support.waiting import soon


class Browser:
    """Somebody with a browser at the provider's pages."""

    def __init__(self) -> None:
        self._client = httpx.Client(follow_redirects=False, trust_env=False, timeout=20)

    @classmethod
    def once(cls, url: str, account: str, password: str = PASSWORD) -> dict[str, str]:
        """``sign_in`` in a window of its own, which is closed afterwards with its cookies."""
        browser = cls()
        try:
            return browser.sign_in(url, account, password)
        finally:
            browser._client.close()

    def sign_in(self, url: str, account: str, password: str = PASSWORD) -> dict[str, str]:
        """What the provider sends to the window's address; empty: it sends nobody there."""
        page = self._follow(self._client.get(url))
        page = self._fill(page, {"login": account})
        return self._brought(self._fill(page, {"password": password}))

    def _fill(self, page: httpx.Response, fields: dict[str, str]) -> httpx.Response:
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)
        told = {**fields, "csrf_token": token[1]} if token else fields
        return self._follow(
            self._client.post(page.url, data=told, headers={"Referer": str(page.url)})
        )

    def _follow(self, answer: httpx.Response) -> httpx.Response:
        while answer.is_redirect and answer.next_request is not None:
            if str(answer.next_request.url).startswith(REDIRECT):
                return answer
            answer = self._client.send(answer.next_request)
        return answer

    @staticmethod
    def _brought(answer: httpx.Response) -> dict[str, str]:
        where = answer.headers.get("location", "")
        if not where.startswith(REDIRECT):
            return {}
        return {name: values[0] for name, values in parse_qs(urlsplit(where).query).items()}


@contextmanager
def identity_provider() -> Iterator[str]:
    """The issuer's address, until the end of the block."""
    port = free_port()
    words = [sys.executable, "-W", "ignore", "-m", "tests.support.provider_program", str(port)]
    running = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    issuer = f"http://localhost:{port}"
    try:
        soon(lambda: _answers(issuer) or running.poll() is not None, 30)
        assert running.poll() is None, running.stderr and running.stderr.read().decode()
        yield issuer
    finally:
        running.terminate()
        running.communicate()


def change_keys(issuer: str) -> None:
    """From now on the provider signs with another key, and publishes no other."""
    httpx.post(issuer + NEW_KEYS, trust_env=False).raise_for_status()


def _answers(issuer: str) -> bool:
    try:
        where = f"{issuer}/.well-known/openid-configuration"
        return httpx.get(where, trust_env=False).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False
