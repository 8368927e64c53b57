"""What do the edges hold in their hands? One typed object with everything the shop can do."""

from dataclasses import dataclass

from bot.basics.languages import Language
from bot.shop.analytics.use_cases import Analytics
from bot.shop.cart.use_cases import Cart
from bot.shop.catalogue.use_cases import Catalogue
from bot.shop.channels.use_cases import ChannelRegister, Channels
from bot.shop.checkout.use_cases import Checkout
from bot.shop.checkout.values import OnlinePay
from bot.shop.customers.use_cases import Customers
from bot.shop.fulfilment.use_cases import Fulfilment
from bot.shop.listing.use_cases import Listing, Shelves
from bot.shop.orders.use_cases import Orders
from bot.shop.outbox.use_cases import Alerts, Outbox
from bot.shop.payments.ports import PaymentGateway
from bot.shop.payments.use_cases import Payments
from bot.shop.pickup.use_cases import Pickup
from bot.shop.policies.use_cases import ShopPolicies
from bot.shop.policies.values import Policies
from bot.shop.search.use_cases import Search
from bot.shop.showcase.use_cases import Showcase
from bot.shop.stock.use_cases import Stock
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Shop:
    """`shop.checkout.start(…)`, `shop.catalogue.card(…)`."""

    alerts: Alerts
    analytics: Analytics
    cart: Cart
    catalogue: Catalogue
    channels: Channels
    register: ChannelRegister
    checkout: Checkout
    customers: Customers
    fulfilment: Fulfilment
    listing: Listing
    orders: Orders
    outbox: Outbox
    payments: Payments
    pickup: Pickup
    policies: ShopPolicies
    search: Search
    shelves: Shelves
    showcase: Showcase
    stock: Stock


def build_shop(
    database: Database,
    *,
    defaults: Policies,
    language: Language,
    gateway: PaymentGateway | None,
    bot_username: str,
) -> Shop:
    """The whole shop over one database. `bot_username` stands in links; `language` is the shop's own."""
    online = OnlinePay(gateway is not None, gateway is not None and gateway.live, bot_username)
    return Shop(
        alerts=Alerts(database),
        analytics=Analytics(database),
        cart=Cart(database),
        catalogue=Catalogue(database),
        channels=Channels(database),
        register=ChannelRegister(database),
        checkout=Checkout(database, defaults, online),
        customers=Customers(database, language),
        fulfilment=Fulfilment(database, defaults),
        listing=Listing(database, defaults.currency),
        orders=Orders(database),
        outbox=Outbox(database),
        payments=Payments(database, defaults, gateway),
        pickup=Pickup(database),
        policies=ShopPolicies(database, defaults),
        search=Search(database),
        shelves=Shelves(database),
        showcase=Showcase(database),
        stock=Stock(database),
    )
