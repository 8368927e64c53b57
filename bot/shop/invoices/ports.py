"""What does the shop need from Telegram to be paid inside it?"""

from typing import Protocol


class InvoiceMaker(Protocol):
    """Makes invoices of Telegram's. A network call: never inside a transaction."""

    @property
    def live(self) -> bool:
        """True with real money; the token of a provider's test shop answers False."""

    async def link(self, body: str) -> str:
        """The address that opens the invoice of this frozen JSON body; the same body again is the same purchase.

        Raises GatewayRefused when there is certainly no invoice, GatewayUnreachable when it is worth another try.
        """
