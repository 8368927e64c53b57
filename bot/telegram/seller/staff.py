"""Who works in the shop? The owner invites by a link, changes what somebody may do, and lets people go."""

from collections.abc import Sequence
from typing import Final

from aiogram import Bot, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from bot.basics.ids import CustomerId
from bot.basics.languages import Language
from bot.shop.customers.values import Person, StaffRole
from bot.shop.shop import Shop
from bot.shop.staff.values import Member
from bot.telegram.buyer import commands
from bot.telegram.buyer.callbacks import Id
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.rights import Right, needs, role_of
from bot.telegram.screen import Screen, button, copy, grid, link, rows, show
from bot.telegram.seller.asking import Does, seller_router
from bot.telegram.seller.callbacks import SettingsOpen
from bot.telegram.seller.settings import DoesPart
from bot.telegram.showcase.look import label
from bot.telegram.texts import Texts, joined
from bot.telegram.toast import Toast

ICONS: Final = {StaffRole.MANAGER: "🧰", StaffRole.PACKER: "📦", StaffRole.CASHIER: "🎪", StaffRole.VIEWER: "👁"}


class StaffInvite(CallbackData, prefix="vi"):
    """➕ as what; empty: which roles there are. `off` takes back what waits."""

    role: str = ""


class StaffAct(CallbackData, prefix="va"):
    """One of the staff: open, role (which one), go (sure), back (as that again)."""

    member: Id
    act: str = "open"
    role: str = ""


def router() -> Router:
    router = seller_router("staff")
    staff = needs(Right.STAFF)
    router.callback_query.register(on_staff, DoesPart("staff"), flags=staff)
    router.callback_query.register(on_invite, Does(StaffInvite), flags=staff)
    router.callback_query.register(on_member, Does(StaffAct, "open"), flags=staff)
    router.callback_query.register(on_role, Does(StaffAct, "role", "back"), flags=staff)
    router.callback_query.register(on_go, Does(StaffAct, "ask", "go"), flags=staff)
    return router


async def on_staff(query: CallbackQuery, shop: Shop, texts: Texts) -> None:
    """👥"""
    await show(query, staff(await shop.staff.members(), texts), shop.catalogue)


async def on_invite(
    query: CallbackQuery, callback_data: StaffInvite, shop: Shop, person: Person, texts: Texts, bot: Bot, toast: Toast
) -> None:
    """➕: which role, then a link to pass on; it is shown this once."""
    if callback_data.role == "off":
        await shop.staff.take_back(person.id)
        await toast(texts.plain("staff-links-off"))
        await show(query, staff(await shop.staff.members(), texts), shop.catalogue)
        return
    role = _role(callback_data.role)
    if role is None:
        await show(query, roles(texts), shop.catalogue)
        return
    token = await shop.staff.invite(role, person.id)
    address = f"https://t.me/{(await bot.me()).username}?start=j_{token}"
    await show(query, invitation(role, address, texts), shop.catalogue)


async def on_member(query: CallbackQuery, callback_data: StaffAct, shop: Shop, texts: Texts) -> None:
    """Raises NoSuchMember."""
    await show(query, member(await shop.staff.get(CustomerId(callback_data.member)), texts), shop.catalogue)


async def on_role(
    query: CallbackQuery,
    callback_data: StaffAct,
    shop: Shop,
    person: Person,
    texts: Texts,
    bot: Bot,
    owners: frozenset[int],
    all_texts: dict[Language, Texts],
    shop_language: Language,
) -> None:
    """As something else, or here again. Raises NoSuchMember."""
    role = _role(callback_data.role)
    if role is not None:
        was = await shop.staff.employ(CustomerId(callback_data.member), role, person.id)
        now = role_of(was.platform_id, role, owners)
        await commands.set_menu(bot, was.platform_id, now, all_texts, shop_language)
    await show(query, member(await shop.staff.get(CustomerId(callback_data.member)), texts), shop.catalogue)


async def on_go(
    query: CallbackQuery,
    callback_data: StaffAct,
    shop: Shop,
    person: Person,
    texts: Texts,
    bot: Bot,
    owners: frozenset[int],
    all_texts: dict[Language, Texts],
    shop_language: Language,
) -> None:
    """Asked once; then the rights go at once, on old buttons too. Raises NoSuchMember."""
    found = await shop.staff.get(CustomerId(callback_data.member))
    if callback_data.act == "ask":
        await show(query, sure(found, texts), shop.catalogue)
        return
    was = await shop.staff.employ(found.id, None, person.id)
    await commands.set_menu(bot, was.platform_id, role_of(was.platform_id, None, owners), all_texts, shop_language)
    await show(query, gone(was, texts), shop.catalogue)


def staff(found: Sequence[Member], texts: Texts) -> Screen:
    """Everybody who was invited and came."""
    return Screen(
        paragraphs(
            texts("staff-head"),
            joined(
                texts("staff-line", name=cut(each.name, 60), role=texts.plain(f"staff-{each.role}")) for each in found
            ),
            "" if found else texts("staff-nobody"),
        ),
        rows(
            *grid([button(label(ICONS[each.role], cut(each.name, 14)), StaffAct(member=each.id)) for each in found], 2),
            button(texts.plain("staff-invite"), StaffInvite(), None if found else "primary"),
            button(texts.plain("sell-back"), SettingsOpen()),
        ),
    )


def roles(texts: Texts) -> Screen:
    """What each of them may do."""
    return Screen(
        paragraphs(texts("staff-which"), joined(texts(f"staff-may-{role}") for role in StaffRole)),
        rows(
            *grid([button(_called(role, texts), StaffInvite(role=role)) for role in StaffRole], 2),
            button(texts.plain("staff-take-back"), StaffInvite(role="off")),
            button(texts.plain("sell-back"), SettingsOpen(part="staff")),
        ),
    )


def invitation(role: StaffRole, address: str, texts: Texts) -> Screen:
    """The link, to be passed on to one person."""
    return Screen(
        texts("staff-link", role=texts.plain(f"staff-{role}"), link=address),
        rows(
            link(texts.plain("staff-pass-on"), f"https://t.me/share/url?url={address}", "primary"),
            copy(texts.plain("staff-copy"), address),
            button(texts.plain("sell-back"), SettingsOpen(part="staff")),
        ),
    )


def member(found: Member, texts: Texts) -> Screen:
    """What this one may do, and what else it could be."""
    others = [role for role in StaffRole if role is not found.role]
    nick = f" @{found.username}" if found.username else ""
    return Screen(
        joined(
            [
                texts("staff-member", name=cut(found.name, 100), nick=nick),
                texts(f"staff-may-{found.role}"),
                texts("staff-blocked") if found.blocked else "",
            ]
        ),
        rows(
            *grid([button(_called(role, texts), _as(found, role)) for role in others], 2),
            button(texts.plain("staff-dismiss"), StaffAct(member=found.id, act="ask"), "danger"),
            button(texts.plain("sell-back"), SettingsOpen(part="staff")),
        ),
    )


def sure(found: Member, texts: Texts) -> Screen:
    return Screen(
        texts("staff-dismiss-sure", name=cut(found.name, 100)),
        rows(
            button(texts.plain("staff-dismiss-yes"), StaffAct(member=found.id, act="go"), "danger"),
            button(texts.plain("sell-back"), StaffAct(member=found.id)),
        ),
    )


def gone(was: Member, texts: Texts) -> Screen:
    return Screen(
        texts("staff-gone", name=cut(was.name, 100)),
        rows(
            button(texts.plain("staff-undo"), StaffAct(member=was.id, act="back", role=was.role)),
            button(texts.plain("sell-back"), SettingsOpen(part="staff")),
        ),
    )


def _called(role: StaffRole, texts: Texts) -> str:
    return label(ICONS[role], texts.plain(f"staff-{role}").capitalize())


def _as(found: Member, role: StaffRole) -> StaffAct:
    return StaffAct(member=found.id, act="role", role=role)


def _role(code: str) -> StaffRole | None:
    return next((role for role in StaffRole if role == code), None)
