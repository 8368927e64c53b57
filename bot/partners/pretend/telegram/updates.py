"""How do updates wait for the bot and reach it: by long polling or by a webhook?

Kept 24 hours, confirmed by `offset` or by a 200 (https://core.telegram.org/bots/api#getting-updates).
"""

import asyncio
import copy
import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from bot.partners.pretend.telegram.refusals import bad, conflict

Update = dict[str, Any]
Deliver = Callable[[str, str | None, Update], Awaitable[int]]

KINDS = frozenset(
    """
    message edited_message channel_post edited_channel_post business_connection business_message
    edited_business_message deleted_business_messages guest_message message_reaction message_reaction_count
    inline_query chosen_inline_result callback_query shipping_query pre_checkout_query purchased_paid_media poll
    poll_answer my_chat_member chat_member chat_join_request chat_boost removed_chat_boost managed_bot subscription
    stopped_message_generation
    """.split()  # noqa: SIM905 - a table reads better than quotes
)
_ONLY_WHEN_NAMED = {"chat_member", "message_reaction", "message_reaction_count"}
KEPT_S = 24 * 3600


class Updates:
    """The queue of one bot. One loop only: waiting receivers are woken by asyncio events."""

    def __init__(self, now: Callable[[], float], deliver: Deliver | None, redelivery_s: float) -> None:
        self._now = now
        self._deliver = deliver
        self._redelivery_s = redelivery_s
        self._next_id = 700_000_001
        self.waiting: list[Update] = []
        self._born: dict[int, float] = {}
        self.allowed: list[str] = []
        self.webhook: dict[str, Any] = {}
        self._news: set[asyncio.Event] = set()
        self._poll = 0

    def add(self, kind: str, value: dict[str, Any]) -> int | None:
        """Queues one update as it is now; None where `allowed_updates` does not let its kind through."""
        if kind not in self.allowed if self.allowed else kind in _ONLY_WHEN_NAMED:
            return None
        update_id = self._next_id
        self._next_id += 1
        self._born[update_id] = self._now()
        self.waiting.append({"update_id": update_id, kind: copy.deepcopy(value)})
        self.wake()
        return update_id

    def wake(self) -> None:
        """Lets every receiver look again."""
        for event in self._news:
            event.set()

    async def get(self, offset: int = 0, limit: int = 100, timeout_s: int = 0, allowed: Any = None) -> list[Update]:
        """getUpdates. Raises Refusal 409 when a webhook is set or another receiver takes over."""
        if self.webhook:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        self._allow(allowed)
        self._poll += 1
        mine = self._poll
        self.wake()
        self._confirm(offset)
        event = asyncio.Event()
        self._news.add(event)
        loop = asyncio.get_running_loop()
        until = loop.time() + max(0, min(timeout_s, 50))
        try:
            while not self._ready():
                left = until - loop.time()
                if left <= 0:
                    return []
                event.clear()
                try:
                    await asyncio.wait_for(event.wait(), left)
                except TimeoutError:
                    return []
                if self.webhook:
                    raise conflict("terminated by setWebhook request")
                if mine != self._poll:
                    raise conflict(
                        "terminated by other getUpdates request; make sure that only one bot instance is running"
                    )
            return copy.deepcopy(self.waiting[: max(1, min(limit, 100))])
        finally:
            self._news.discard(event)

    def _ready(self) -> bool:
        oldest = self._now() - KEPT_S
        self._drop([update for update in self.waiting if self._born[update["update_id"]] < oldest])
        return bool(self.waiting)

    def _confirm(self, offset: int) -> None:
        if offset > 0:
            self._drop([update for update in self.waiting if update["update_id"] < offset])
        elif offset < 0:
            self._drop(self.waiting[:offset])

    def _drop(self, done: list[Update]) -> None:
        ids = {update["update_id"] for update in done}
        self.waiting = [update for update in self.waiting if update["update_id"] not in ids]
        for update_id in ids:
            del self._born[update_id]

    def _allow(self, allowed: Any) -> None:
        if allowed is None:
            return
        if not isinstance(allowed, list) or not set(allowed) <= KINDS:
            raise bad(f"allowed_updates names unknown kinds: {allowed}", defect=True)
        self.allowed = list(allowed)

    def set_webhook(self, args: dict[str, Any], *, anywhere: bool) -> None:
        """setWebhook; `anywhere` lets a self-hosted server write to http and any port."""
        url, secret = args.get("url", ""), args.get("secret_token")
        parts = urlsplit(url)
        if url and not anywhere:
            if parts.scheme != "https":
                raise bad("bad webhook: An HTTPS URL must be provided for webhook", defect=True)
            if (parts.port or 443) not in {443, 80, 88, 8443}:
                raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443", defect=True)
        if secret is not None:
            if len(secret) > 256:
                raise bad("secret token is too long", defect=True)
            if not re.fullmatch(r"[A-Za-z0-9_-]+", secret):
                raise bad("secret token contains unallowed characters", defect=True)
        if not 1 <= args.get("max_connections", 40) <= 100:
            raise bad("max_connections must be between 1 and 100", defect=True)
        self._allow(args.get("allowed_updates"))
        if args.get("drop_pending_updates"):
            self._drop(list(self.waiting))
        names = ("max_connections", "ip_address")
        self.webhook = {"url": url, "secret": secret, **{name: args[name] for name in names if name in args}}
        if not url:
            self.webhook = {}
        self.wake()

    def webhook_info(self) -> dict[str, Any]:
        """The answer of getWebhookInfo."""
        shown = {name: value for name, value in self.webhook.items() if name != "secret"}
        info = {"url": "", "has_custom_certificate": False, "pending_update_count": len(self.waiting), **shown}
        if self.webhook:
            info.setdefault("max_connections", 40)
        return info | ({"allowed_updates": self.allowed} if self.allowed else {})

    async def deliver_pending(self) -> int:
        """Writes each waiting update to the webhook once, in order; how many were taken with a 200."""
        if self._deliver is None or not self.webhook or not self._ready():
            return 0
        taken, blocked = 0, set[Any]()
        for update in list(self.waiting):
            place = _place(update)
            if place in blocked:
                continue
            try:
                status = await self._deliver(self.webhook["url"], self.webhook["secret"], copy.deepcopy(update))
                complaint = f"Wrong response from the webhook: {status}"
            except (OSError, TimeoutError) as error:
                status, complaint = 0, str(error) or "Connection refused"
            if not self.webhook:
                break
            if 200 <= status < 300:
                self._drop([update])
                taken += 1
            else:
                blocked.add(place)
                self.webhook |= {"last_error_date": int(self._now()), "last_error_message": complaint}
        return taken

    async def run_webhook(self) -> None:
        """Delivers for ever; what was refused comes again after `redelivery_s`."""
        event = asyncio.Event()
        self._news.add(event)
        try:
            while True:
                event.clear()
                await self.deliver_pending()
                left = self._redelivery_s if self.webhook and self.waiting else None
                try:
                    await asyncio.wait_for(event.wait(), left)
                except TimeoutError:
                    continue
        finally:
            self._news.discard(event)

    def dump(self) -> dict[str, Any]:
        """Everything as JSON."""
        born = [[update_id, at] for update_id, at in self._born.items()]
        names = {"next_id": self._next_id, "waiting": self.waiting, "born": born}
        return names | {"allowed": self.allowed, "webhook": self.webhook}

    def load(self, dumped: dict[str, Any]) -> None:
        """The state that `dump` gave."""
        self._next_id = dumped["next_id"]
        self.waiting = dumped["waiting"]
        self._born = dict(dumped["born"])
        self.allowed, self.webhook = dumped["allowed"], dumped["webhook"]
        self.wake()


def _place(update: Update) -> Any:
    value = next(item for key, item in update.items() if key != "update_id")
    message = value.get("message", value)
    return (message.get("chat") or value.get("from") or {}).get("id")
