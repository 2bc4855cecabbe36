"""What all pages of results share: one look, both languages, no script, the font inside."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from shared.reports.font import font_faces
from shared.ui.tokens import LIGHT

LANGUAGES = {"zh": "中文", "en": "English"}

#: Where the style leaves room for the font, which depends on the letters of the page.
FONT_PLACE = "/* font */"


def render(template: Template, accent: str, title: str, **fields: object) -> str:
    """A page of this template. Chinese is shown first, a switch at the top shows English."""
    style = template_of("shared.reports", "page.css.j2").render(
        languages=LANGUAGES, colours=LIGHT, accent=accent
    )
    page = template.render(languages=LANGUAGES, title=title, style=style, **fields)
    return page.replace(FONT_PLACE, font_faces(page))


@cache
def template_of(package: str, name: str) -> Template:
    """A template that lies beside a package's modules."""
    source = files(package).joinpath(name).read_text(encoding="utf-8")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(source)
