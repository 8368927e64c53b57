"""What do the edges hold in their hands? One typed object with everything the shop can do."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.basics.languages import Language
from bot.shop.analytics.use_cases import Analytics, Tally
from bot.shop.browsing.use_cases import Browsing, Gallery
from bot.shop.cart.use_cases import Cart
from bot.shop.catalogue.use_cases import Catalogue
from bot.shop.channels.use_cases import ChannelRegister, Channels, ChannelTerms
from bot.shop.checkout.use_cases import CartCare, Checkout, Extras
from bot.shop.checkout.values import OnlinePay
from bot.shop.conflicts.use_cases import Conflicts
from bot.shop.conversations.use_cases import Conversations, Messenger, TalkBook
from bot.shop.counting.use_cases import Counting
from bot.shop.customers.use_cases import Consents, Customers
from bot.shop.delivery.use_cases import DeliveryWays
from bot.shop.desk.use_cases import Desks
from bot.shop.exchange.use_cases import Exchange, Offers
from bot.shop.files.use_cases import Exports, Imports
from bot.shop.fulfilment.use_cases import Fulfilment, Rounds
from bot.shop.hooks.ports import HookSender
from bot.shop.hooks.use_cases import Hooks
from bot.shop.inventory.use_cases import Inventory
from bot.shop.invoices.ports import InvoiceMaker
from bot.shop.invoices.use_cases import Invoices
from bot.shop.listing.use_cases import Listing, Shelves
from bot.shop.moving.use_cases import Moving, Trips
from bot.shop.orders.use_cases import Attention, Orders, Purchases
from bot.shop.outbox.use_cases import Alerts, Outbox
from bot.shop.payments.ports import PaymentGateway
from bot.shop.payments.use_cases import Payments, Receipts
from bot.shop.pickup.use_cases import Pickup
from bot.shop.policies.use_cases import ShopPolicies
from bot.shop.policies.values import Policies
from bot.shop.privacy.use_cases import Privacy
from bot.shop.returns.use_cases import Returns
from bot.shop.sales.use_cases import Costs
from bot.shop.search.use_cases import Search
from bot.shop.shipping.use_cases import Parcels, Shipping
from bot.shop.showcase.use_cases import Frontage, Posting, Showcase
from bot.shop.staff.use_cases import Journal, Staff
from bot.shop.stock.use_cases import Stock
from bot.shop.till.use_cases import Till
from bot.shop.undo.use_cases import Undo
from bot.shop.waiting.use_cases import Favourites, PriceWatch, Waiting
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Shop:
    """`shop.checkout.start(…)`, `shop.catalogue.card(…)`."""

    alerts: Alerts
    analytics: Analytics
    attention: Attention
    browsing: Browsing
    cart: Cart
    cart_care: CartCare
    catalogue: Catalogue
    channels: Channels
    exchange: Exchange
    exports: Exports
    extras: Extras
    offers: Offers
    register: ChannelRegister
    checkout: Checkout
    conflicts: Conflicts
    consents: Consents
    conversations: Conversations
    counting: Counting
    costs: Costs
    customers: Customers
    deliveries: DeliveryWays
    desks: Desks
    favourites: Favourites
    frontage: Frontage
    fulfilment: Fulfilment
    gallery: Gallery
    hooks: Hooks
    imports: Imports
    inventory: Inventory
    journal: Journal
    invoices: Invoices
    listing: Listing
    messenger: Messenger
    moving: Moving
    orders: Orders
    outbox: Outbox
    parcels: Parcels
    payments: Payments
    receipts: Receipts
    pickup: Pickup
    policies: ShopPolicies
    posting: Posting
    prices: PriceWatch
    purchases: Purchases
    returns: Returns
    rounds: Rounds
    privacy: Privacy
    search: Search
    shelves: Shelves
    shipping: Shipping
    showcase: Showcase
    staff: Staff
    stock: Stock
    talks: TalkBook
    tally: Tally
    terms: ChannelTerms
    till: Till
    trips: Trips
    undo: Undo
    waiting: Waiting


def build_shop(
    database: Database,
    *,
    defaults: Policies,
    language: Language,
    gateway: PaymentGateway | None,
    bot_username: str,
    hook_sender: HookSender | None = None,
    invoices: InvoiceMaker | None = None,
) -> Shop:
    """The whole shop over one database. `bot_username` stands in links; `language` is the shop's own."""
    online = OnlinePay(
        configured=gateway is not None,
        live=gateway is not None and gateway.live,
        bot_username=bot_username,
        invoices=invoices is not None,
        invoices_live=invoices is not None and invoices.live,
    )
    return Shop(
        alerts=Alerts(database),
        analytics=Analytics(database, ZoneInfo(defaults.timezone), defaults.currency),
        attention=Attention(database),
        browsing=Browsing(database),
        cart=Cart(database),
        cart_care=CartCare(database),
        catalogue=Catalogue(database),
        channels=Channels(database),
        exchange=Exchange(database),
        offers=Offers(database),
        register=ChannelRegister(database),
        checkout=Checkout(database, defaults, online),
        exports=Exports(database),
        extras=Extras(database, defaults, online),
        conflicts=Conflicts(database),
        consents=Consents(database),
        conversations=Conversations(database),
        counting=Counting(database),
        costs=Costs(database),
        customers=Customers(database, language),
        deliveries=DeliveryWays(database),
        desks=Desks(database),
        favourites=Favourites(database),
        frontage=Frontage(database, defaults),
        fulfilment=Fulfilment(database, defaults),
        gallery=Gallery(database),
        imports=Imports(database, language, defaults.currency),
        hooks=Hooks(database, hook_sender),
        inventory=Inventory(database),
        journal=Journal(database),
        invoices=Invoices(database, defaults, invoices),
        listing=Listing(database, defaults.currency),
        messenger=Messenger(database),
        moving=Moving(database),
        orders=Orders(database),
        outbox=Outbox(database),
        parcels=Parcels(database),
        payments=Payments(database, defaults, gateway),
        receipts=Receipts(database, gateway),
        pickup=Pickup(database),
        policies=ShopPolicies(database, defaults),
        posting=Posting(database),
        prices=PriceWatch(database, defaults),
        purchases=Purchases(database),
        returns=Returns(database, defaults),
        rounds=Rounds(database, defaults),
        privacy=Privacy(database),
        search=Search(database),
        shelves=Shelves(database),
        shipping=Shipping(database, defaults, online),
        showcase=Showcase(database, defaults),
        staff=Staff(database),
        stock=Stock(database),
        talks=TalkBook(database),
        tally=Tally(database, ZoneInfo(defaults.timezone)),
        terms=ChannelTerms(database),
        till=Till(database),
        trips=Trips(database),
        undo=Undo(database),
        waiting=Waiting(database, defaults),
    )
