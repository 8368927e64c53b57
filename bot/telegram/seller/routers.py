"""Which router of a seller's screens comes first? These stand before the buyer's: a seller is a buyer too."""

from aiogram import Router

from bot.telegram.seller import (
    add_product,
    board,
    channels,
    delivery,
    desk,
    figures,
    files,
    front,
    given_back,
    hand_over,
    part_back,
    pieces,
    piles,
    place_hours,
    place_words,
    places,
    posting,
    returns,
    rounds,
    settings,
    sold,
    staff,
    stock,
    talk,
    till,
    wished,
    work,
)


def routers() -> list[Router]:
    """New routers, in order: answers to buyers first, then photos and drafts, six digits last."""
    modules = (
        talk,
        returns,
        files,
        add_product,
        posting,
        work,
        front,
        stock,
        pieces,
        wished,
        sold,
        staff,
        till,
        part_back,
        given_back,
        board,
        delivery,
        desk,
        piles,
        rounds,
        figures,
        settings,
        channels,
        place_hours,
        place_words,
        places,
        hand_over,
    )
    return [module.router() for module in modules]
