## Paying inside Telegram
pay-invoice = ✈️ Przez Telegram
invoice-ready = 💳 Rachunek za zamówienie { $number } jest gotowy: <b>{ $sum }</b>
invoice-paid = Ten rachunek jest już opłacony. Nie trzeba płacić drugi raz.
invoice-over = Czas tego rachunku minął, nic nie pobrano. Prosimy kupić jeszcze raz.
invoice-unknown = Ten rachunek należy do kogoś innego albo się zmienił. Nic nie pobrano: prosimy zapłacić z ekranu zamówienia.

## Money that only the seller can give back
tell-refund-by-hand = ⚠️ Do zwrotu <b>{ $amount }</b> za zamówienie <b>{ $number }</b>: płatność rachunkiem w Telegramie zwraca się w panelu operatora. Płatność <code>{ $payment }</code>.
tell-stray-payment = ⚠️ Przyszła płatność, o którą nie prosił żaden rachunek sklepu: { $amount }. Płatność <code>{ $payment }</code> trzeba znaleźć w panelu i zwrócić.
sell-given-back = ✅ Zwrócono
sell-given-back-done = 💸 Zapisane: { $amount } za zamówienie <b>{ $number }</b> wróciło.
sell-to-give-back = Jeszcze do zwrotu w panelu: <b>{ $amount }</b>, płatność <code>{ $payment }</code>.
