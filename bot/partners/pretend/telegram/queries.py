"""What may the bot answer to a pressed button or an inline query?"""

from typing import Any

from bot.partners.pretend.telegram.calls import Call, answers
from bot.partners.pretend.telegram.keyboards import checked_markup
from bot.partners.pretend.telegram.media import caption
from bot.partners.pretend.telegram.parameters import check_fields
from bot.partners.pretend.telegram.refusals import bad
from bot.partners.pretend.telegram.sending import text_content

_RESULTS = {
    "article": "title input_message_content reply_markup url hide_url description thumbnail_url thumbnail_width "
    "thumbnail_height",
    "photo": "photo_url photo_file_id thumbnail_url photo_width photo_height title description caption parse_mode "
    "caption_entities show_caption_above_media reply_markup input_message_content",
}
_CONTENT = "message_text parse_mode entities link_preview_options disable_web_page_preview"


@answers("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    """A toast, an alert or nothing; each press is answered once and soon."""
    args = call.args
    text = args.get("text", "")
    if len(text) > 200:
        raise bad("MESSAGE_TOO_LONG", defect=True)
    if "url" in args and not args["url"].startswith((f"https://t.me/{call.world.bot['username']}?start=", "tg://")):
        raise bad("URL_INVALID", defect=True)
    query = call.world.answered("callback", args["callback_query_id"])
    answer = {"text": text, "show_alert": args.get("show_alert", False)}
    answer |= {name: args[name] for name in ("url", "cache_time") if name in args}
    call.world.callback_answers[args["callback_query_id"]] = answer
    call.world.tell("answer", query["chat_id"], query_id=args["callback_query_id"], user_id=query["user_id"], **answer)
    return True


@answers("answerInlineQuery")
def answer_inline_query(call: Call) -> bool:
    """Up to 50 articles or photos."""
    args, results = call.args, call.args["results"]
    if not isinstance(results, list):
        raise bad("expected an Array of inline query results", defect=True)
    if len(results) > 50:
        raise bad("too many inline query results specified", defect=True)
    if len(args.get("next_offset", "").encode()) > 64:
        raise bad("NEXT_OFFSET_INVALID", defect=True)
    if "button" in args:
        button = check_fields("InlineQueryResultsButton", args["button"], "web_app start_parameter", "text")
        if ("web_app" in button) == ("start_parameter" in button):
            raise bad("InlineQueryResultsButton must have exactly one optional field", defect=True)
    checked = [_result(call, result) for result in results]
    if len({result["id"] for result in checked}) < len(checked):
        raise bad("RESULT_ID_DUPLICATE", defect=True)
    query = call.world.answered("inline", args["inline_query_id"])
    answer = {"results": checked} | {name: args[name] for name in ("next_offset", "button") if name in args}
    call.world.inline_answers[args["inline_query_id"]] = answer
    call.world.tell("inline", query["user_id"], query_id=args["inline_query_id"], **answer)
    return True


def _result(call: Call, given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise bad("inline query result must be an object", defect=True)
    kind = given.get("type")
    if kind not in _RESULTS:
        raise bad(f'type "{kind}" is unsupported for the inline query result', defect=True)
    result = check_fields("InlineQueryResult", given, _RESULTS[kind], "type id")
    if not 1 <= len(str(result["id"]).encode()) <= 64:
        raise bad("RESULT_ID_INVALID", defect=True)
    if kind == "article" and not str(result.get("title", "")).strip():
        raise bad("ARTICLE_TITLE_EMPTY", defect=True)
    if kind == "photo" and not (
        result.get("photo_file_id") or (result.get("photo_url") and result.get("thumbnail_url"))
    ):
        raise bad("PHOTO_CONTENT_URL_EMPTY", defect=True)
    markup = checked_markup(result.get("reply_markup"), chat_type="private", inline_only=True)
    result["message"] = _message(call, result) | ({"reply_markup": markup} if markup else {})
    return result


def _message(call: Call, result: dict[str, Any]) -> dict[str, Any]:
    """The content of the message that choosing the result would send."""
    given = result.get("input_message_content")
    if given is not None:
        content = check_fields("InputTextMessageContent", given, _CONTENT)
        return text_content(content | {"text": content.pop("message_text", "")})
    if result["type"] == "article":
        raise bad("input message content is not specified", defect=True)
    if "photo_file_id" in result:
        return {"photo": call.world.files.by_id(result["photo_file_id"], "Photo")} | caption(result)
    return caption(result) | {"photo_url": result["photo_url"]}
