"""What does the buyer see on the pretend payment page? One card of HTML in three languages, light and dark."""

from collections.abc import Mapping
from decimal import Decimal
from html import escape
from typing import Any
from urllib.parse import quote, urlsplit

from babel.numbers import format_currency

from bot.basics.languages import LANGUAGES, Language

# The page belongs to a partner and is shown in the demo only: its words are not the shop's and stay out of locales/.
_WORDS: dict[Language, dict[str, str]] = {
    "ru": {
        "name": "Русский",
        "title": "Оплата заказа",
        "demo": "Учебная касса: деньги не списываются",
        "pay": "Оплатить",
        "decline": "Банк отказывает",
        "close": "Уйти без оплаты",
        "refused": "Банк не провёл платёж. Попробуйте ещё раз или уйдите без оплаты.",
        "succeeded": "Оплачено",
        "succeeded_text": "Магазин узнает об оплате сам, можно возвращаться.",
        "waiting_for_capture": "Деньги удержаны",
        "waiting_for_capture_text": "Магазин спишет их, когда примет заказ.",
        "canceled": "Платёж не прошёл",
        "canceled_text": "Деньги не списаны. Новую ссылку даст магазин.",
        "expired_text": "Время на оплату вышло, деньги не списаны. Новую ссылку даст магазин.",
        "back": "Вернуться в магазин",
        "missing": "Такого платежа нет",
        "missing_text": "Проверьте ссылку или вернитесь в магазин.",
    },
    "en": {
        "name": "English",
        "title": "Payment",
        "demo": "Practice checkout: no money moves",
        "pay": "Pay",
        "decline": "Bank refuses",
        "close": "Leave without paying",
        "refused": "The bank did not let the payment through. Try again or leave without paying.",
        "succeeded": "Paid",
        "succeeded_text": "The shop hears of it by itself, you can go back.",
        "waiting_for_capture": "The money is on hold",
        "waiting_for_capture_text": "The shop takes it when it accepts the order.",
        "canceled": "The payment did not go through",
        "canceled_text": "Nothing was charged. The shop will give you a new link.",
        "expired_text": "The time to pay is over, nothing was charged. The shop will give you a new link.",
        "back": "Back to the shop",
        "missing": "There is no such payment",
        "missing_text": "Check the link or go back to the shop.",
    },
    "pl": {
        "name": "Polski",
        "title": "Płatność",
        "demo": "Kasa ćwiczebna: pieniądze nie są pobierane",
        "pay": "Zapłać",
        "decline": "Bank odmawia",
        "close": "Wyjdź bez płacenia",
        "refused": "Bank nie przepuścił płatności. Można spróbować ponownie albo wyjść bez płacenia.",
        "succeeded": "Zapłacono",
        "succeeded_text": "Sklep sam dowie się o płatności, można wracać.",
        "waiting_for_capture": "Pieniądze są zablokowane",
        "waiting_for_capture_text": "Sklep pobierze je po przyjęciu zamówienia.",
        "canceled": "Płatność nie powiodła się",
        "canceled_text": "Nic nie pobrano. Sklep poda nowy link.",
        "expired_text": "Czas na zapłatę minął, nic nie pobrano. Sklep poda nowy link.",
        "back": "Wróć do sklepu",
        "missing": "Nie ma takiej płatności",
        "missing_text": "Proszę sprawdzić link albo wrócić do sklepu.",
    },
}

_SIGNS = {"succeeded": ("good", "✓"), "waiting_for_capture": ("good", "✓"), "canceled": ("bad", "✕")}

_STYLE = """
:root{color-scheme:light dark;--page:#f4f1ec;--card:#fff;--ink:#211d19;--soft:#6f665c;--line:#e4ddd3;--main:#1f5f4a;
--on-main:#fff;--good:#1f5f4a;--bad:#a8352a;--bad-soft:#fbeae7;--demo:#efe7d6;--shade:0 12px 40px rgba(60,45,25,.12)}
@media(prefers-color-scheme:dark){:root{--page:#171513;--card:#211e1b;--ink:#f1ece5;--soft:#a79d91;--line:#37322c;
--main:#7fcfb0;--on-main:#10261e;--good:#7fcfb0;--bad:#f0958a;--bad-soft:#3a211e;--demo:#2e2920;--shade:none}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;min-height:100dvh;display:grid;place-items:center;padding:20px 16px;
background:var(--page);color:var(--ink);font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{width:100%;max-width:400px;background:var(--card);border:1px solid var(--line);border-radius:20px;
box-shadow:var(--shade);overflow:hidden}
.demo{margin:0;padding:10px 24px;background:var(--demo);color:var(--soft);font-size:13px;text-align:center}
.body{padding:28px 24px 24px}
h1{margin:0;font-size:17px;font-weight:600}
.sum{margin:6px 0 4px;font-size:38px;line-height:1.15;font-weight:700;letter-spacing:-.02em;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.what{margin:0;color:var(--soft);overflow-wrap:anywhere}
.note{margin:14px 0 0}
.notice{margin:20px 0 0;padding:12px 14px;border-radius:12px;background:var(--bad-soft);color:var(--bad);font-size:15px}
.sign{width:56px;height:56px;margin:0 0 16px;border-radius:50%;display:grid;place-items:center;border:2px solid;
font-size:26px;font-weight:700}
.good{color:var(--good)}.bad{color:var(--bad)}
.acts{display:grid;gap:10px;margin-top:26px}
form{margin:0}
button,.back{display:block;width:100%;min-height:50px;padding:12px 16px;border-radius:14px;border:1px solid var(--line);
background:transparent;color:var(--ink);font:inherit;font-weight:600;text-align:center;text-decoration:none;
cursor:pointer}
.main{background:var(--main);border-color:var(--main);color:var(--on-main)}
.quiet{border-color:transparent;color:var(--soft);font-weight:500}
button:focus-visible,a:focus-visible{outline:3px solid var(--main);outline-offset:2px}
button:hover,.back:hover{filter:brightness(1.06)}
nav{display:flex;justify-content:center;gap:18px;padding:14px 24px;border-top:1px solid var(--line);font-size:13px}
nav a{color:var(--soft);padding:4px}nav a[aria-current]{color:var(--ink);text-decoration:none;font-weight:600}
"""


def render_page(shown: Mapping[str, Any], language: Language) -> str:
    """The page of one payment: buttons while it can be paid, else its result and the way back."""
    words = _WORDS[language]
    what = f'<p class="what">{escape(shown["description"])}</p>' if shown["description"] else ""
    if shown["status"] == "pending":
        parts = [f"<h1>{words['title']}</h1>", f'<p class="sum">{_sum(shown["amount"], language)}</p>', what]
        if shown["refusal"]:
            parts.append(f'<p class="notice" role="alert">{words["refused"]}</p>')
        acts = "".join(
            f'<form method="post" action="{quote(shown["id"], safe="")}/{act}?lang={language}">'
            f'<button class="{look}">{words[act]}</button></form>'
            for act, look in (("pay", "main"), ("decline", "plain"), ("close", "quiet"))
        )
        parts.append(f'<div class="acts">{acts}</div>')
    else:
        look, sign = _SIGNS[shown["status"]]
        text = "expired_text" if str(shown["reason"]).startswith("expired") else f"{shown['status']}_text"
        parts = [
            f'<div class="sign {look}" aria-hidden="true">{sign}</div>',
            f"<h1>{words[shown['status']]}</h1>",
            f'<p class="sum">{_sum(shown["amount"], language)}</p>',
            what,
            f'<p class="note">{words[text]}</p>',
        ]
        if back := usable_address(shown["return_url"]):
            parts.append(f'<div class="acts"><a class="back main" href="{escape(back)}">{words["back"]}</a></div>')
    return _page(words, language, "".join(parts))


def render_missing(language: Language) -> str:
    """The page of a payment that does not exist."""
    words = _WORDS[language]
    return _page(words, language, f'<h1>{words["missing"]}</h1><p class="what">{words["missing_text"]}</p>')


def usable_address(address: str | None) -> str | None:
    """The shop's return address if a browser may be sent there."""
    return address if address is not None and urlsplit(address).scheme in {"http", "https", "tg"} else None


def _sum(amount: Mapping[str, str], language: Language) -> str:
    shown = format_currency(Decimal(amount["value"]), amount["currency"], locale=language)
    # Outside Russian the locale data knows no sign for the rouble.
    return escape(shown.replace("RUB", "₽"))


def _page(words: Mapping[str, str], language: Language, body: str) -> str:
    links = "".join(
        f'<a href="?lang={code}" lang="{code}"{" aria-current" if code == language else ""}>{_WORDS[code]["name"]}</a>'
        for code in LANGUAGES
    )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{words['title']}</title><style>{_STYLE}</style></head><body><main>"
        f'<p class="demo">{words["demo"]}</p><div class="body">{body}</div><nav>{links}</nav></main></body></html>'
    )
