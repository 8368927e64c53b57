"""How is the shop doing, compared with before; and who looks at what?"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date
from zoneinfo import ZoneInfo

from bot.basics.ids import ProductId
from bot.basics.languages import Language
from bot.basics.visiting import visit
from bot.shop.analytics import reads, rules, writes
from bot.shop.analytics.values import Fact, Period, Report, Sold, Step
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Analytics:
    """Reads over everything that was sold."""

    database: Database
    zone: ZoneInfo
    currency: str

    async def report(self, period: Period, back: int, language: Language) -> Report:
        """The figures of a time, that many before the one that runs, beside the time before it. Five statements."""
        today = self.database.clock.now().astimezone(self.zone).date()
        span = rules.span(period, back, today, self.zone)
        async with self.database.reading() as session:
            facts = await reads.facts(session, span)
            told = await reads.elsewhere(session, span)
            counts = await reads.counts(session, span)
            sold = await reads.sold(session, span)
            for code, at, lines in told:
                priced = [line["price"] for line in lines if line["price"] is not None]
                total = sum(line["price"] * line["quantity"] for line in lines if line["price"] is not None)
                facts.append(Fact("channel", code, "", at, total if len(priced) == len(lines) else None))
                if at >= span.since.astimezone(UTC):
                    sold += [
                        Sold(line["sku"], line["quantity"], (line["price"] or 0) * line["quantity"]) for line in lines
                    ]
            known = await reads.known(session, sold, language)
        # moments of one zone are compared ten times as fast as those of two
        since, until = span.since.astimezone(UTC), span.until.astimezone(UTC)
        before_until = span.before_until.astimezone(UTC)
        now = [fact for fact in facts if since <= fact.at < until]
        whole_before = [fact for fact in facts if fact.at < since]
        before = [fact for fact in whole_before if fact.at < before_until]
        looks = [count for count in counts if count.now]
        days = (span.until.date() - span.since.date()).days
        return Report(
            span,
            self.currency,
            rules.summed(now, looks),
            rules.summed(before, [count for count in counts if not count.now]),
            rules.grouped(now, looks, "channel"),
            rules.grouped(now, looks, "source"),
            rules.best(sold, known, days),
            rules.profit(sold, known),
            rules.bars(now, period, span.since, span.ends, self.zone),
            rules.bars(whole_before, period, span.before_since, span.since, self.zone),
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """Looks at works and works laid in carts: counted in memory, written down every two seconds and at the end.

    A tap waits for nothing. A kill loses the looks of two seconds; no order and no money depends on them.
    """

    database: Database
    zone: ZoneInfo
    seen: Counter[tuple[date, int, Step, str]] = field(default_factory=Counter)

    def count(self, step: Step, product: ProductId) -> None:
        """Once more, for whoever acts now; those who work here, and whoever does not come to look, do not count."""
        at_hand = visit.get()
        if at_hand is None or at_hand.staff:
            return
        day = self.database.clock.now().astimezone(self.zone).date()
        self.seen[day, product, step, at_hand.source] += 1

    async def write(self) -> None:
        """Write down what was counted; what cannot be written now is kept for the next time."""
        if not self.seen:
            return
        taken = dict(self.seen)
        self.seen.clear()
        try:
            async with self.database.transaction(aside=True) as session:
                await writes.add(session, taken)
        except BaseException:
            self.seen.update(taken)
            raise
