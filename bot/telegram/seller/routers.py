"""Which router of a seller's screens comes first? These stand before the buyer's: a seller is a buyer too."""

from aiogram import Router

from bot.telegram.seller import (
    add_product,
    board,
    desk,
    figures,
    front,
    hand_over,
    places,
    posting,
    settings,
    sold,
    stock,
    work,
)


def routers() -> list[Router]:
    """New routers, in order: photos and drafts first, six digits last."""
    modules = (add_product, posting, work, front, stock, sold, board, desk, figures, settings, places, hand_over)
    return [module.router() for module in modules]
