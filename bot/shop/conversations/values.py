"""What is a conversation, seen from outside?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.basics.ids import CustomerId, OrderId, ProductId, TalkId, WordsId

FileKind = Literal["photo", "document"]
Topic = Literal["words", "return"]
"""What a message is: words of a conversation, or a request to give an order back."""


@dataclass(frozen=True, slots=True)
class About:
    """What is asked about: an order, a work, one like it, or the shop as such."""

    order: OrderId | None = None
    product: ProductId | None = None
    like: bool = False

    @property
    def key(self) -> str:
        """One conversation for each person and each of these."""
        if self.order is not None:
            return f"order:{self.order}"
        if self.product is not None:
            return f"{'like' if self.like else 'work'}:{self.product}"
        return "shop"


@dataclass(frozen=True, slots=True)
class File:
    """A picture or a file by what the messenger calls it: the bytes never pass through here."""

    kind: FileKind
    id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody sent, and which message of which chat it was: the same message twice is one."""

    text: str
    file: File | None
    album: str | None
    chat: int
    message: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """One message of a conversation."""

    id: WordsId
    talk: TalkId
    author: CustomerId
    author_name: str
    from_shop: bool
    topic: Topic
    text: str
    file: File | None
    album: str | None
    at: datetime
    held: bool
    """Written when a colleague had answered already: it waits for its author's word."""
    blanked: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation. Times in UTC."""

    id: TalkId
    customer: CustomerId
    name: str
    about: About
    title: str
    """Of the work, as it was called when the conversation began."""
    waiting_since: datetime | None
    settled_by: str | None
    """Name of the seller who answered or closed it last."""
    settled_at: datetime | None
    answered: bool
    """Settled by an answer, not merely closed."""
    undecided: bool
    """A request to give the order back waits for yes or no."""


@dataclass(frozen=True, slots=True)
class TalkPage:
    """A part of a conversation as it is read."""

    talk: Talk
    spoken: tuple[Spoken, ...]
    """Oldest first."""
    has_older: bool
    has_newer: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """Conversations that wait for the shop, longest first, and how many there are in all."""

    talks: tuple[Talk, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a seller's message."""

    spoken: Spoken
    first: bool
    """False for the second and later pictures of an album, and for a message seen before."""
    by_colleague: Spoken | None
    """The answer that was there already, if this one is held."""


@dataclass(frozen=True, slots=True)
class Errand:
    """A message on its way into one chat."""

    talk: Talk
    spoken: Spoken
    done: bool
    """It is there already."""
    behind: bool
    """An earlier one has not come through yet."""
    follows: bool
    """The second or a later picture of an album."""
    thread: int | None
    """The newest message of this conversation in that chat."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A message of the bot that carries something said, in somebody's chat."""

    chat: int
    message: int
    talk: TalkId
    spoken: WordsId
    to_shop: bool
