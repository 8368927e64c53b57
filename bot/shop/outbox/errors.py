"""How can owed work fail?"""


class NotNow(Exception):
    """The outside asks to wait so long. Counts no try."""

    def __init__(self, retry_after_s: float) -> None:
        super().__init__(f"again in {retry_after_s} s")
        self.retry_after_s = retry_after_s


class Hopeless(Exception):
    """No repetition can help: park it and let the seller see it."""
