"""Which refusals do files know?"""

from bot.basics.errors import ShopError


class NoSuchColumns(ShopError):
    """Nothing says which work a row is about: neither a SKU nor a title among the names of the columns."""

    key = "file-no-columns"


class NoSuchImport(ShopError):
    """It was dropped, or there never was one."""

    key = "no-such-import"


class ImportOver(ShopError):
    """It was applied before, or taken back."""

    key = "import-over"


class NothingToImport(ShopError):
    """The file changes nothing."""

    key = "nothing-to-import"
