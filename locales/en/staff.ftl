# Who works in the shop.

staff-open = 👥 Staff
staff-head = 👥 <b>Staff</b>
staff-line = { $name } — { $role }
staff-nobody = So far you manage alone. Invite whoever packs orders, stands at the till or keeps an eye on the figures.
staff-invite = ➕ Invite
staff-which = 👥 <b>Whom do you invite?</b>
staff-manager = manager
staff-packer = packer
staff-cashier = cashier
staff-viewer = viewer
staff-may-manager = 🧰 Manager: everything but staff, business details, prices of services and channel keys
staff-may-packer = 📦 Packer: prepares, sends and hands over orders, answers buyers
staff-may-cashier = 🎪 Cashier: sells at the till and hands over orders
staff-may-viewer = 👁 Viewer: sees orders, stock and figures, changes nothing
staff-take-back = 🚫 Take links back
staff-links-off = Links that nobody has used no longer work
staff-link =
    👥 A link for one person: <b>{ $role }</b>. It works once within 48 hours and is shown only now.

    <code>{ $link }</code>
staff-pass-on = 📨 Pass on
staff-copy = 📄 Copy
staff-member = 👤 <b>{ $name }</b>{ $nick }
staff-blocked = This person has stopped the bot: messages do not reach them.
staff-dismiss = ❌ Close access
staff-dismiss-sure = ❌ Close access for { $name }? Buttons in old messages stop working too.
staff-dismiss-yes = ❌ Yes, close it
staff-gone = ❌ Access is closed: { $name }
staff-undo = ↩️ Give access back
staff-welcome = 👥 You work at “{ $shop }” as a <b>{ $role }</b>. Everything you need is behind 🧰.
staff-owner = 👥 The shop is yours: you need no invitation. Pass it on to whoever works for you.
staff-quiet = Nothing is urgent now.
