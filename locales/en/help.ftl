# Help for the state one is in, and links that open no screen.

help-title = <b>What you can do now</b>
help-new =
    Open a work in the catalogue and press “Buy now”: from that minute it is held for you.

    Then say where to collect it and how to pay: online or at pickup. When it is ready, we send the address and a code.
help-cart =
    { $count ->
        [one] There is { $count } work in your cart. Check out, and it is held for you.
       *[other] There are { $count } works in your cart. Check out, and they are held for you.
    }
help-draft = ⏳ You are ordering: { $what }. Only the rest is left.
help-unpaid = 💳 Order { $number } waits for your payment: { $what }.
help-ready = 👌 Order { $number } is ready to collect.
help-under-way = 📦 Order { $number }: { $state }.
help-always = Looking for something in particular? Just type it: “sunset”, “vase under 5000”.
recommend = 💌 Recommend us
link-for-sellers = 🙅 This code is for the seller to read. Show it at pickup.
