"""Are the page's own files whole, safe and complete in every language?"""

import re

import httpx
import pytest

from bot.web.demo import PAGES

SCRIPTS = sorted(PAGES.glob("*.js"))
WORDS = (PAGES / "words.js").read_text("utf-8")
LONGEST_LINES = 400


def words_of(language: str) -> dict[str, str]:
    block = re.search(rf"^  {language}: \{{\n(.*?)^  \}},$", WORDS, re.MULTILINE | re.DOTALL)
    assert block
    return dict(re.findall(r'(\w+): "([^"]*)"', block[1]))


@pytest.mark.parametrize("language", ["en", "pl"])
def test_every_language_says_everything(language: str) -> None:
    russian, other = words_of("ru"), words_of(language)
    assert set(russian) == set(other)
    fields = {key: set(re.findall(r"\{\w+\}", text)) for key, text in russian.items()}
    assert fields == {key: set(re.findall(r"\{\w+\}", text)) for key, text in other.items()}


def test_every_word_that_is_asked_for_is_there() -> None:
    asked = set()
    for script in SCRIPTS:
        asked |= set(re.findall(r'\bt\("(\w+)"', script.read_text("utf-8")))
    html = (PAGES / "index.html").read_text("utf-8")
    asked |= set(re.findall(r'data-(?:word|label)="(\w+)"', html))
    assert asked <= set(words_of("ru"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_takes_no_html_no_code_and_nothing_from_outside(script: str) -> None:
    text = (PAGES / script).read_text("utf-8")
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert forbidden not in text
    assert not re.search(r"(?:import|fetch|src)\W{1,3}https?://", text)
    for name in re.findall(r'from "\./([\w.]+)"', text):
        assert (PAGES / name).exists(), name
    assert len(text.splitlines()) <= LONGEST_LINES


def test_the_page_has_no_inline_script_or_style() -> None:
    for name in ("index.html", "return.html"):
        html = (PAGES / name).read_text("utf-8")
        assert not re.search(r"<script(?![^>]*src=)|<style|\son\w+=|\sstyle=", html)
        assert "//" not in re.sub(r"<!.*?>", "", html).replace("http://www.w3.org", "")


async def test_page_and_files_are_served_with_their_kinds(web: httpx.AsyncClient) -> None:
    page = await web.get("")
    assert page.status_code == 200
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert page.headers["referrer-policy"] == "no-referrer"
    named = re.findall(r'"/demo/static/([\w.]+)"', page.text)
    assert set(named) >= {script.name for script in SCRIPTS} - {"return.js"}
    kinds = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}
    for name in named:
        answer = await web.get(f"/static/{name}")
        assert answer.status_code == 200, name
        assert answer.headers["content-type"].split(";")[0] == kinds[name.rsplit(".", 1)[1]]
    for name in ("index.html", "nothing.js", "..%2F..%2Fdemo.py"):
        assert (await web.get(f"/static/{name}")).status_code == 404
