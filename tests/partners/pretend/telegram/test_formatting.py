"""Does HTML become what the real server makes of it?"""

import pytest

from bot.partners.pretend.telegram.formatting import detected, parse_html, trimmed
from bot.partners.pretend.telegram.refusals import Refusal


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("цена < 5", 'Unsupported start tag "" at byte offset 9'),
        ("я <b>жирный", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("🏟 </b>", "Unexpected end tag at byte offset 5"),
        ("<b", 'Unclosed start tag "b" at byte offset 0'),
        ("<b class='x", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a ='x'>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
    ],
)
def test_bad_html_is_refused_with_the_place(markup: str, complaint: str) -> None:
    with pytest.raises(Refusal) as raised:
        parse_html(markup)
    assert raised.value.description == f"Bad Request: can't parse entities: {complaint}"
    assert raised.value.defect


@pytest.mark.parametrize(
    ("markup", "text", "entities"),
    [
        ("a &lt;b&gt; &amp; &quot;c&quot; &nbsp; &#233; & d", 'a <b> & "c" &nbsp; é & d', []),
        (
            "➡️ 🖼 <b>Море <i>и</i></b>",
            "➡️ 🖼 Море и",
            [{"type": "bold", "offset": 6, "length": 6}, {"type": "italic", "offset": 11, "length": 1}],
        ),
        (
            '<a href="https://x.org/?a=1&amp;b=2">x</a>',
            "x",
            [{"type": "text_link", "offset": 0, "length": 1, "url": "https://x.org/?a=1&b=2"}],
        ),
        ("<a href='nothing'>x</a>", "x", []),
        (
            "<a href='tg://user?id=7'>Anna</a>",
            "Anna",
            [
                {
                    "type": "text_mention",
                    "offset": 0,
                    "length": 4,
                    "user": {"id": 7, "is_bot": False, "first_name": "Anna"},
                }
            ],
        ),
        (
            '<pre><code class="language-python">x</code></pre>',
            "x",
            [{"type": "pre", "offset": 0, "length": 1, "language": "python"}],
        ),
        ("<code>SKU-1</code>", "SKU-1", [{"type": "code", "offset": 0, "length": 5}]),
        (
            "<blockquote expandable>x</blockquote>",
            "x",
            [{"type": "expandable_blockquote", "offset": 0, "length": 1}],
        ),
        ('<span class="tg-spoiler">x</span>', "x", [{"type": "spoiler", "offset": 0, "length": 1}]),
        (
            "<tg-emoji emoji-id='53'>👍</tg-emoji>",
            "👍",
            [{"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "53"}],
        ),
        ("<B>x</b><u></u>", "x", [{"type": "bold", "offset": 0, "length": 1}]),
        (
            "<s>a</s><strike>b</strike><del>c</del>",
            "abc",
            [{"type": "strikethrough", "offset": n, "length": 1} for n in range(3)],
        ),
    ],
)
def test_good_html_becomes_text_and_entities(markup: str, text: str, entities: list[dict[str, object]]) -> None:
    assert parse_html(markup) == (text, entities)


def test_white_space_around_a_text_goes_and_entities_move_along() -> None:
    text, entities = parse_html("\n <b> a</b> ")
    assert trimmed(text, entities) == ("a", [{"type": "bold", "offset": 0, "length": 1}])
    assert trimmed(*parse_html("<b> </b>")) == ("", [])


def test_commands_addresses_and_mentions_are_found() -> None:
    found = detected("/start p_1 см. https://x.org/a?b, @anna_k или a/b")
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in found] == [
        ("bot_command", 0, 6),
        ("url", 15, 17),
        ("mention", 34, 7),
    ]
