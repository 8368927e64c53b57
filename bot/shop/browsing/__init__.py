"""One feature of the shop: looking through what there is, shelf by shelf."""
