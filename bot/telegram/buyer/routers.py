"""In which order are a buyer's screens asked whether an update is theirs?"""

from aiogram import Router

from bot.telegram.buyer import (
    cart,
    catalogue,
    checkout,
    delivery,
    extras,
    fallback,
    home,
    info,
    my_orders,
    points,
    privacy,
    product_card,
    returns,
    search,
    shelf_card,
    shelf_look,
    talk,
    wishes,
)


def routers() -> list[Router]:
    """What goes to the seller first, then commands and buttons, other answers, last what nobody has claimed."""
    return [
        talk.answers(),
        returns.answers(),
        home.router(),
        catalogue.router(),
        shelf_card.router(),
        shelf_look.router(),
        product_card.router(),
        wishes.router(),
        search.router(),
        search.found_work(),
        cart.router(),
        checkout.router(),
        extras.router(),
        delivery.router(),
        points.router(),
        my_orders.router(),
        talk.router(),
        returns.router(),
        info.router(),
        privacy.router(),
        checkout.answers(),
        extras.answers(),
        delivery.answers(),
        points.answers(),
        search.typed(),
        fallback.router(),
    ]
