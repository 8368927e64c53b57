# What is kept about a person: read, taken along, erased.

privacy-title = <b>Your data</b>
privacy-kept =
    We keep your name, username and account number in Telegram, your language and the label of the link you came by. { $orders ->
        [0] You have no orders
        [one] You have { $orders } order
       *[other] You have { $orders } orders
    }, { $pieces ->
        [0] and your cart is empty.
        [one] and { $pieces } piece in the cart.
       *[other] and { $pieces } pieces in the cart.
    }
privacy-phone = And the phone number you gave for pickup.
privacy-choice = Your choice is remembered for the next purchase: { $choice }.
choice-forget = 🗑 Forget my choice
choice-forgotten = Forgotten
privacy-not-kept = We do not have your card details: only the payment service sees them. What you send to the bot is erased once it is answered, apart from questions to the seller.
privacy-seen-by = The seller sees this to hand over your order: { $seller }. To correct a mistake, write to the seller.
data-export = 📄 Get everything
data-erase = 🧹 Delete everything
data-coming = Collecting
data-page-caption = 📄 Everything we keep about you. Open the file in a browser.
data-json-caption = 📄 The same in full detail, for programs.
erase-ask =
    🧹 <b>Delete everything about you?</b>

    We erase your name, username, account number, phone, cart, consents and messages. An unfinished checkout is cancelled. Past orders stay in the books without your name, and no longer open for you.

    What is erased cannot be brought back.
erase-yes = 🧹 Yes, delete
erase-no = ⬅️ Keep
erase-orders-first =
    🙅 { $count ->
        [one] Order { $numbers } has to end first: until then we need to know whom it goes to. Collect or cancel it, and you can delete.
       *[other] Orders { $numbers } have to end first: until then we need to know whom they go to. Collect or cancel them, and you can delete.
    }
orders-still-open = 🙅 Orders { $numbers } have to end first.
erased =
    🧹 Everything that named you is erased.

    The messages of this chat are kept by Telegram: delete them with the chat. If you come back, we start afresh.
stop =
    🔕 Noted: no newsletters.

    We still write about your orders. To receive nothing at all, stop the bot in its menu. You can come back at any time.

## The page for people
data-title = Your data: { $shop }
data-made = Collected { $when }
data-part-stored-dialog = A conversation begun
data-part-cart-line = Cart
data-part-saved-choice = Choice for the next purchase
data-part-consent = Consents
data-part-recommendation = Your link for recommending us
data-part-favourite = Favourites
data-part-waiting-turn = Waiting for
data-part-price-told = Told of lower prices
data-part-price-request = News of lower prices
data-part-conversation-message = What was written
data-part-conversation = Questions
data-part-return-event = Course of returns
data-part-return-request = Returns
data-part-shop-order = Orders
data-part-order-line = What is in the orders
data-part-order-delivery = Deliveries
data-part-order-event = Course of the orders
data-part-money-entry = Money
data-part-payment-attempt = Tries to pay
data-part-refund-attempt = Refunds
data-part-reservation = Holds
data-part-staff-invitation = Invitations to work in the shop
data-part-journal-entry = What you changed in the shop
data-part-stock-movement = What you changed in stock
data-part-product = Works you added
data-part-policy = Rules of the shop you changed
data-part-till-sale = Sales you recorded at the till
data-part-import-file = Files taken in
data-part-customer = You
data-account = Number in Telegram
data-address = Address
data-added-at = When
data-amount = Sum
data-at = When
data-changed-at = Changed
data-code = Code
data-created-at = Created
data-delivery = Delivery
data-ended-at = Ended
data-first-source = First link
data-granted = Consent
data-language = Language
data-last-source = Last link
data-name = Name
data-occurred-at = When
data-order = Order
data-phone = Phone
data-place = Where
data-placed-at = Placed
data-price = Price
data-quantity = Pieces
data-ready-at = Ready
data-received-at = Received
data-sent-at = Sent
data-sku = SKU
data-slot-at = Time of pickup
data-state = State
data-track = Tracking number
data-total = Sum
data-username = Username
data-words = Words
data-work = Work
data-yes = yes
data-no = no
data-language-name =
    { $code ->
        [ru] Russian
        [pl] Polish
       *[en] English
    }
