"""How does the shop say no in a way that a person may read?"""

from typing import ClassVar


class ShopError(Exception):
    """A refusal: a key of `locales/*/refusals.ftl` and the fields of that text. Nothing has been changed."""

    key: ClassVar[str] = ""

    def __init__(self, key: str = "", **fields: str | int) -> None:
        self.text_key = key or type(self).key
        self.fields = fields
        super().__init__(self.text_key, fields)


class WrongSetting(Exception):
    """A setting or a file that stops the program from starting: one sentence with its remedy."""
