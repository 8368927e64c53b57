# Refusals: what happened, and what to do next.

## Captions, prices and counts typed by a seller
caption-no-title = 🙅 There is no title yet. Put it first: “Sunset over the Neva, 12 000, oil on canvas”.
caption-title-too-long = 🙅 The title is longer than { $limit } characters: it has { $length }. Shorten it and put the rest after the price.
caption-no-price = 🙅 There is no price yet. Set it apart with commas: “Sunset over the Neva, 12 000, oil on canvas”.
caption-bad-price = 🙅 This does not read as a price: { $text }. Write it in digits, such as 12 000 or 12 000.50.
caption-price-not-positive = 🙅 A price has to be above zero. Write it in digits, such as 12 000.
caption-price-too-large = 🙅 A price cannot be above { $limit }. Please check for extra zeros.
caption-other-currency = 🙅 The price is in { $currency }, but the shop sells in { $shop_currency }. Convert it and send it again.
caption-bad-quantity = 🙅 This does not read as a quantity: { $text }. Write a whole number, such as 3.
caption-quantity-zero = 🙅 The quantity is zero, so there is nothing to sell. Give at least 1 pcs.
caption-quantity-too-large = 🙅 A quantity cannot be above { $limit }. Please check for extra zeros.
caption-several-quantities = 🙅 The caption names two different quantities. Leave one.
caption-bad-edition = 🙅 This does not read as an edition: { $text }. Write, for example, 3/30 or “edition of 30”.
caption-bad-size = 🙅 This does not read as a size: { $text }. Write, for example, 40×50 cm.

## Pictures
picture-too-large = 🙅 The file is larger than { $limit } MB. Send a smaller picture.
picture-too-many-pixels = 🙅 The picture has more than { $limit } megapixels. Make it smaller and send it again.
picture-unreadable = 🙅 This file does not open as a picture. Send a photo in JPEG, PNG or WebP.
picture-odd-shape = 🙅 The picture is too narrow: one side is more than { $limit } times the other. Crop it and send it again.
