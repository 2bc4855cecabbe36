"""``python -m tests.support.provider_program PORT``: Canaille, an OpenID provider, in memory.

It imports nothing of ours, so that it is there soon.
"""

import sys
from typing import Any, Final

CLIENT, SECRET = "branch-lobby", "between-the-two-of-us"
REDIRECT: Final = "http://127.0.0.1:18123/signed-in"
PASSWORD: Final = "West Lake 2026"
#: User name (which is the staff number here) -> group.
PEOPLE: Final = {"t1": "tellers", "lead": "leads", "t88": "tellers", "guest": ""}
NEW_KEYS: Final = "/tests/new-keys"


def _application(port: int) -> Any:
    from canaille import create_app

    settings = {
        "SECRET_KEY": "of this run only",
        "SERVER_NAME": f"localhost:{port}",
        "PREFERRED_URL_SCHEME": "http",
        "CANAILLE": {"DATABASE": "memory", "FORCE_HTTPS": False, "LOGGING": {"version": 1}},
        "CANAILLE_OIDC": {"TRUSTED_DOMAINS": ["lobby.example"], "ACTIVE_JWKS": [_key()]},
    }
    app = create_app(settings)

    def new_keys() -> dict[str, str]:
        app.config["CANAILLE_OIDC"]["ACTIVE_JWKS"] = [_key()]
        return {}

    with app.app_context():
        _fill_in()
    app.add_url_rule(NEW_KEYS, view_func=new_keys, methods=["POST"])
    app.extensions["csrf"].exempt(new_keys)
    return app


def _key() -> Any:
    from joserfc.jwk import RSAKey

    return RSAKey.generate_key(2048, auto_kid=True).as_dict(private=True)


def _fill_in() -> None:
    from canaille.app import models
    from canaille.backends import Backend

    keep = Backend.instance.save
    people = {}
    for name in PEOPLE:
        people[name] = models.User(
            user_name=name, formatted_name=f"Person {name}", family_name=name, password=PASSWORD
        )
        keep(people[name])
    for group in {each for each in PEOPLE.values() if each}:
        members = [people[name] for name in PEOPLE if PEOPLE[name] == group]
        keep(models.Group(display_name=group, members=members))
    client = models.Client(
        client_id=CLIENT,
        client_secret=SECRET,
        client_name="Branch Lobby",
        client_uri="http://lobby.example",
        redirect_uris=[REDIRECT],
        grant_types=["authorization_code"],
        response_types=["code"],
        scope=["openid", "profile", "groups"],
        token_endpoint_auth_method="client_secret_basic",
    )
    keep(client)
    client.audience = [client]
    keep(client)


if __name__ == "__main__":
    from werkzeug.serving import make_server

    number = int(sys.argv[1])
    make_server("localhost", number, _application(number), threaded=True).serve_forever()
