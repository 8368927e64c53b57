"""Which phone number did somebody send: their own, and one that can be called?"""

from typing import Final
from zoneinfo import ZoneInfo

from aiogram.types import Message

from bot.shop.checkout.errors import BadPhone, NotOwnContact
from bot.shop.customers.values import Person
from bot.telegram import wording

_LONGEST: Final = 40
_ELSEWHERE: Final = "001"
"""CLDR's code of the world: a zone of no country."""


def region(zone: ZoneInfo) -> str | None:
    """The country of the shop's time zone (`RU`): its numbers may be typed without a country code."""
    from babel.core import get_global

    found = str(get_global("zone_territories").get(zone.key, _ELSEWHERE))
    return None if found == _ELSEWHERE else found


def phone_of(message: Message, person: Person, zone: ZoneInfo) -> str:
    """E.164, of a shared contact or typed words. Raises BadPhone, NotOwnContact.

    A contact may be anybody's: it is one's own where it carries one's own id (Bot API, Contact.user_id).
    """
    contact = message.contact
    if contact is None:
        return read_phone(message.text or "", region(zone))
    if contact.user_id != person.platform_id:
        raise NotOwnContact
    return read_phone(contact.phone_number, region(zone), shared=True)


def read_phone(text: str, home: str | None, *, shared: bool = False) -> str:
    """E.164. A number shared by Telegram is believed; a typed one has to be valid. Raises BadPhone."""
    import phonenumbers  # rarely needed, so read late

    if shared and not text.startswith("+"):
        text = f"+{text}"
    try:
        number = phonenumbers.parse(text[:_LONGEST], home)
    except phonenumbers.NumberParseException as unreadable:
        raise BadPhone(_example(home)) from unreadable
    good = phonenumbers.is_possible_number(number) if shared else phonenumbers.is_valid_number(number)
    if not good:
        raise BadPhone(_example(home))
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _example(home: str | None) -> str:
    import phonenumbers

    kind = phonenumbers.PhoneNumberType.MOBILE
    number = phonenumbers.example_number_for_type(home or "RU", kind)
    return wording.phone(f"+{number.country_code}{number.national_number}") if number else "+7 912 345-67-89"
