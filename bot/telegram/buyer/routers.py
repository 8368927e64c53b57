"""In which order are a buyer's screens asked whether an update is theirs?"""

from aiogram import Router

from bot.telegram.buyer import cart, catalogue, checkout, fallback, home, info, my_orders, product_card, search


def routers() -> list[Router]:
    """Commands and buttons first, then answers to an open question, last what nobody has claimed."""
    return [
        home.router(),
        catalogue.router(),
        product_card.router(),
        search.router(),
        search.found_work(),
        cart.router(),
        checkout.router(),
        my_orders.router(),
        info.router(),
        checkout.answers(),
        search.typed(),
        fallback.router(),
    ]
