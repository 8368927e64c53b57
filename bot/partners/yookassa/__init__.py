"""How does the shop reach YooKassa? The official SDK, tamed, behind the payment port."""
