"""Is a word brought to the same forms however it is written?"""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bot.basics import words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("rfhnbyf", "картина"), ("мфыу", "vase"), ("j,kj;rf", "обложка"), ("';bd", "эжив"), ("ghbdtn 12", "привет 12")],
)
def test_the_other_keyboard_is_read(typed: str, meant: str) -> None:
    assert words.other_keyboard(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kartina", "картина"), ("zhivopis", "живопис"), ("shchuka", "щука"), ("yolka", "елка"), ("siniy", "синий"),
        ("nochnoy", "ночной"), ("pejzazh", "пейзаж"), ("holst", "холст"), ("kholst", "холст"), ("svecha", "свеча"),
        ("natyurmort", "натюрморт"), ("elektro", "электро"), ("pinox", "пинокс"), ("kartiny", "картины"),
    ],
)  # fmt: skip
def test_latin_letters_are_heard_as_russian(typed: str, meant: str) -> None:
    assert meant in words.in_cyrillic(typed)


def test_what_is_no_latin_word_is_not_heard() -> None:
    assert words.in_cyrillic("ваза") == ()
    assert words.in_cyrillic("w42") == ()


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("ваза", "ваза", True), ("ваза", "вазы", True), ("ваза", "вазаа", True), ("ваза", "вза", True),
        ("ваза", "вааз", True), ("ваза", "авза", True), ("ваза", "заав", False), ("ваза", "вз", False),
        ("ваза", "козы", False), ("", "а", True), ("аб", "ба", True), ("абв", "вба", False),
    ],
)  # fmt: skip
def test_one_slip_is_one_slip(one: str, other: str, near: bool) -> None:
    assert words.one_slip_apart(one, other) is near
    assert words.one_slip_apart(other, one) is near


def test_two_words_one_slip_apart_have_a_shortened_form_in_common() -> None:
    word = "скатерть"
    slips = [word[:at] + "ы" + word[at + step :] for at in range(len(word)) for step in (0, 1)]
    slips += [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
    for slip in [*slips, *words.shortened(word)]:
        assert words.one_slip_apart(slip, word), slip
        assert set(words.shortened(slip)) & set(words.shortened(word)), slip


def test_marks_that_people_leave_out_make_no_difference() -> None:
    assert words.fold(words.clean("Ёлка ŚWIECA żółw naïve Йод")) == "елка swieca zolw naive йод"
    assert words.clean("за\u0301мок\u200b") == "замок"


def test_threads_do_not_disturb_each_other() -> None:
    expected = {f"картин{end}": words.forms(f"картин{end}") for end in ("а", "ы", "у", "ой", "ами")}
    wrong = []

    def stem() -> None:
        for _ in range(200):
            for word, found in expected.items():
                words.forms.cache_clear()
                if words.forms(word) != found:
                    wrong.append(word)

    threads = [threading.Thread(target=stem) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_whoever_does_not_search_loads_no_dictionary() -> None:
    look = (
        "import sys, bot.wiring, bot.chores;"
        "print([name for name in ('pymorphy3', 'snowballstemmer') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", look], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
