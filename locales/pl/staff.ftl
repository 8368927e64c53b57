# Who works in the shop.

staff-open = 👥 Zespół
staff-head = 👥 <b>Zespół</b>
staff-line = { $name } — { $role }
staff-nobody = Na razie nikogo tu nie ma. Można zaprosić osobę, która pakuje zamówienia, stoi przy kasie albo pilnuje liczb.
staff-invite = ➕ Zaproś
staff-which = 👥 <b>Kogo zaprosić?</b>
staff-manager = kierownik
staff-packer = pakujący
staff-cashier = kasjer
staff-viewer = obserwator
staff-may-manager = 🧰 Kierownik: wszystko oprócz zespołu, danych firmy, cen usług i kluczy kanałów
staff-may-packer = 📦 Pakujący: przygotowuje, wysyła i wydaje zamówienia, odpowiada kupującym
staff-may-cashier = 🎪 Kasjer: sprzedaje przy kasie i wydaje zamówienia
staff-may-viewer = 👁 Obserwator: widzi zamówienia, stany i liczby, niczego nie zmienia
staff-take-back = 🚫 Cofnij linki
staff-links-off = Nieużyte linki już nie działają
staff-link =
    👥 Link dla jednej osoby: <b>{ $role }</b>. Działa raz, przez 48 godzin, i jest pokazany tylko teraz.

    <code>{ $link }</code>
staff-pass-on = 📨 Przekaż
staff-copy = 📄 Skopiuj
staff-member = 👤 <b>{ $name }</b>{ $nick }
staff-blocked = Ta osoba zatrzymała bota: wiadomości do niej nie docierają.
staff-dismiss = ❌ Zamknij dostęp
staff-dismiss-sure = ❌ Zamknąć dostęp: { $name }? Przyciski w starych wiadomościach też przestaną działać.
staff-dismiss-yes = ❌ Tak, zamknij
staff-gone = ❌ Dostęp zamknięty: { $name }
staff-undo = ↩️ Przywróć dostęp
staff-welcome = 👥 To jest sklep „{ $shop }”, rola: <b>{ $role }</b>. Wszystko, co potrzebne, jest pod 🧰.
staff-owner = 👥 To własny sklep: zaproszenie nie jest potrzebne. Można je przekazać pracownikowi.
staff-quiet = Teraz nic pilnego.
