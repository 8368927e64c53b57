"""How is the shop doing, compared with before; and who looks at what?"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from bot.basics.ids import ProductId
from bot.basics.languages import Language
from bot.basics.visiting import visit
from bot.shop.analytics import reads, rules, writes
from bot.shop.analytics.values import Period, Report, Step
from bot.shop.sales import reads as sold
from bot.shop.sales.rules import profit
from bot.shop.sales.values import Fees
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Analytics:
    """Reads over everything that was sold."""

    database: Database
    zone: ZoneInfo
    currency: str

    async def report(self, period: Period, back: int, language: Language, *, whole: bool = False) -> Report:
        """The figures of a time, that many before the one that runs, beside the time before it.

        Five statements, and one for the fees where a cost is known.

        `whole`: with the middle sale and the people of each channel, of each source and of the time before.
        """
        today = self.database.clock.now().astimezone(self.zone).date()
        span = rules.span(period, back, today, self.zone)
        async with self.database.reading() as session:
            sales = await reads.sales(session, span, whole=whole)
            flows = await reads.flows(session, span, rules.edges(span, self.zone))
            counts = await reads.counts(session, span)
            works = await reads.best(session, span, language)
            kept = await sold.kept(session, span.since, span.until)
            fees = await sold.fees(session) if any(each.sales for each in kept) else Fees({}, {})
        flows_now = [each for each in flows if each.begins >= span.since]
        flows_before = [each for each in flows if each.begins < span.since]
        counts_now = [each for each in counts if each.now]
        sales_now, sales_before = ([each for each in sales if each.now is now] for now in (True, False))
        sums, sums_before = (
            rules.summed(
                [each for each in counts if each.now is now],
                [each for each in of if each.what == "sum"],
                came,
                [each for each in of if each.what == "middle"] if now or whole else None,
                [each for each in of if each.what == "people"],
            )
            for now, of, came in (
                (True, sales_now, flows_now),
                (False, sales_before, [each for each in flows_before if each.begins < span.before_until]),
            )
        )
        begins, begins_before = (
            rules.marks(period, since, ends, self.zone)
            for since, ends in ((span.since, span.ends), (span.before_since, span.since))
        )
        return Report(
            span,
            self.currency,
            sums,
            sums_before,
            rules.by_channel(counts_now, sales_now, flows_now, whole=whole),
            rules.by_source(counts_now, sales_now, flows_now, whole=whole),
            works,
            profit(kept, sums.orders, fees),
            rules.bars(flows_now, begins),
            rules.bars(flows_before, begins_before),
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
