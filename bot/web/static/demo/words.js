// What does the page itself say? The bot's words are its own; these stand around them.

const WORDS = {
  ru: {
    title: "Вернисаж: демо-магазин",
    demo: "Демо-магазин: всё понарошку, деньги не списываются", demo_brief: "Демо: деньги не списываются",
    group: "Группа", group_line: "общий чат", only_you: "Видно только вам",
    empty_group: "В группе пока тихо", empty_group_hint: "Напишите /catalog: ответ увидите только вы.",
    showcase: "Витрина", buyer: "Покупатель", seller: "Продавец", elsewhere: "Ещё места",
    channel: "канал в Телеграме", bot: "бот", typing: "печатает…", sending: "отправляет фото…",
    connecting: "Соединяемся…", theme: "Светлая или тёмная тема", language: "Язык покупателя",
    message: "Сообщение", send: "Отправить", attach: "Прикрепить фото или файл", menu: "Меню команд", start: "СТАРТ",
    restart: "Включить бота снова", keyboard: "Кнопки ответа", cancel: "Отмена", ok: "Понятно", close: "Закрыть",
    reply: "Ответить", edit: "Изменить", remove: "Удалить", copy: "Скопировать", copied: "Скопировано",
    edited: "изменено", actions: "Что сделать с сообщением", save: "Сохранить", to_end: "К последним сообщениям",
    empty_chat: "Здесь ещё нет сообщений", empty_chat_hint: "Нажмите «Старт», и бот ответит.", empty_started_hint: "Напишите боту, например /start.",
    empty_showcase: "В витрине пока пусто", empty_showcase_hint: "Опубликуйте работу из чата продавца.",
    share_phone: "Бот получит ваш номер телефона", share_phone_yes: "Поделиться",
    share_place: "Бот узнает, где вы находитесь", share_place_yes: "Отправить место",
    photos: "Фото", caption: "Подпись", as_files: "Отправить файлами", drop: "Отпустите, чтобы отправить",
    paid: "Оплачено", pay: "Оплатить", invoice: "Счёт", pay_ask: "Оплатить", pay_note: "Это демо: деньги не списываются.",
    paid_line: "Оплачено", refunded_line: "Возвращено", pinned_line: "Бот закрепил сообщение", pinned: "Закреплено",
    phone: "Телефон", place: "Место на карте", spoiler: "Скрыто, нажмите, чтобы открыть", photo: "Фото", document: "Файл",
    be_other: "Другой покупатель", new_person: "Новый покупатель…", name_ask: "Как зовут покупателя?", open: "Открыть",
    stop_bot: "Остановить бота", person_menu: "Кто здесь пишет и на каком языке", you_are: "вы",
    sold_on: "Продать в другом месте",
    sold_hint: "Настоящий запрос к API магазина: пост, карточка и корзина изменятся сами.",
    website: "Сайт", marketplace: "Маркетплейс", fair: "Ярмарка", sell: "Продано", where: "Где продали",
    left_none: "продано", left_held: "на брони", left_one: "одна", left_many: "{n} шт.", held: "оформляют: {n}",
    sale_done: "{place}: {title}. Записано.", sale_conflict: "{place}: {title}. Не хватило, продавец узнает.",
    sale_failed: "{place}: не получилось. {why}",
    time: "Время", time_hint: "Сдвиньте часы: брони кончатся, напоминания придут.", plus_quarter: "+15 минут", plus_day: "+1 день",
    yookassa: "ЮKassa", lose: "Терять уведомления об оплате", lose_hint: "Магазин найдёт оплату сам, при сверке.",
    delay: "Задержка уведомлений", delay_none: "Нет", delay_30: "30 секунд", delay_300: "5 минут",
    reset: "Начать заново", reset_ask: "Стереть всё и начать с первого дня?", reset_yes: "Стереть",
    works_empty: "Работ пока нет", find: "Найти работу", defects: "Бот нарушил правила Телеграма",
    payment: "Оплата", trouble: "Не получилось: {why}", outside: "Ссылка ведёт наружу", today: "Сегодня", yesterday: "Вчера",
    not_picture: "Этот файл не открывается как снимок. Отправьте его файлом.", new_messages: "Новых: {n}", image_alt: "Фото к сообщению",
    bytes: "Б", kb: "КБ", mb: "МБ",
  },
  en: {
    title: "Vernissage: demo shop",
    demo: "Demo shop: nothing is real, no money moves", demo_brief: "Demo: no money moves",
    group: "Group", group_line: "group chat", only_you: "Only you see this",
    empty_group: "The group is quiet", empty_group_hint: "Write /catalog: only you will see the answer.",
    showcase: "Showcase", buyer: "Buyer", seller: "Seller", elsewhere: "Elsewhere",
    channel: "Telegram channel", bot: "bot", typing: "typing…", sending: "sending a photo…",
    connecting: "Connecting…", theme: "Light or dark", language: "The buyer's language",
    message: "Message", send: "Send", attach: "Attach a photo or file", menu: "Commands", start: "START",
    restart: "Turn the bot on again", keyboard: "Answer buttons", cancel: "Cancel", ok: "OK", close: "Close",
    reply: "Reply", edit: "Edit", remove: "Delete", copy: "Copy", copied: "Copied",
    edited: "edited", actions: "What to do with the message", save: "Save", to_end: "To the latest messages",
    empty_chat: "No messages here yet", empty_chat_hint: "Press “Start” and the bot will answer.", empty_started_hint: "Write to the bot, /start for example.",
    empty_showcase: "The showcase is empty", empty_showcase_hint: "Publish a work from the seller's chat.",
    share_phone: "The bot will get your phone number", share_phone_yes: "Share",
    share_place: "The bot will learn where you are", share_place_yes: "Send the place",
    photos: "Photos", caption: "Caption", as_files: "Send as files", drop: "Let go to send",
    paid: "Paid", pay: "Pay", invoice: "Invoice", pay_ask: "Pay", pay_note: "This is a demo: no money moves.",
    paid_line: "Paid", refunded_line: "Refunded", pinned_line: "The bot pinned a message", pinned: "Pinned",
    phone: "Phone", place: "A place on the map", spoiler: "Hidden, press to reveal", photo: "Photo", document: "File",
    be_other: "Another buyer", new_person: "New buyer…", name_ask: "What is the buyer's name?", open: "Open",
    stop_bot: "Stop the bot", person_menu: "Who writes here, and in which language", you_are: "you",
    sold_on: "Sell somewhere else",
    sold_hint: "A real call of the shop's API: post, card and cart change by themselves.",
    website: "Website", marketplace: "Marketplace", fair: "Fair", sell: "Sold", where: "Where it was sold",
    left_none: "sold", left_held: "on hold", left_one: "one", left_many: "{n} pcs", held: "being bought: {n}",
    sale_done: "{place}: {title}. Recorded.", sale_conflict: "{place}: {title}. Too few, the seller will hear of it.",
    sale_failed: "{place}: that did not work. {why}",
    time: "Time", time_hint: "Move the clock: holds end, reminders come.", plus_quarter: "+15 minutes", plus_day: "+1 day",
    yookassa: "YooKassa", lose: "Lose payment notifications", lose_hint: "The shop finds the payment itself.",
    delay: "Delay of notifications", delay_none: "None", delay_30: "30 seconds", delay_300: "5 minutes",
    reset: "Start anew", reset_ask: "Erase everything and start from the first day?", reset_yes: "Erase",
    works_empty: "No works yet", find: "Find a work", defects: "The bot broke Telegram's rules",
    payment: "Payment", trouble: "That did not work: {why}", outside: "The link leads outside", today: "Today", yesterday: "Yesterday",
    not_picture: "This file does not open as a picture. Send it as a file.", new_messages: "New: {n}", image_alt: "Photo of the message",
    bytes: "B", kb: "KB", mb: "MB",
  },
  pl: {
    title: "Wernisaż: sklep pokazowy",
    demo: "Sklep pokazowy: wszystko na niby, pieniądze nie są pobierane", demo_brief: "Pokaz: pieniądze nie są pobierane",
    group: "Grupa", group_line: "czat grupowy", only_you: "Widać tylko u siebie",
    empty_group: "W grupie jest cicho", empty_group_hint: "Wystarczy napisać /catalog: odpowiedź zobaczy tylko pytający.",
    showcase: "Witryna", buyer: "Kupujący", seller: "Sprzedawca", elsewhere: "Inne miejsca",
    channel: "kanał w Telegramie", bot: "bot", typing: "pisze…", sending: "wysyła zdjęcie…",
    connecting: "Łączenie…", theme: "Jasny lub ciemny wygląd", language: "Język kupującego",
    message: "Wiadomość", send: "Wyślij", attach: "Załącz zdjęcie lub plik", menu: "Polecenia", start: "START",
    restart: "Włącz bota ponownie", keyboard: "Przyciski odpowiedzi", cancel: "Anuluj", ok: "Dobrze", close: "Zamknij",
    reply: "Odpowiedz", edit: "Edytuj", remove: "Usuń", copy: "Kopiuj", copied: "Skopiowano",
    edited: "edytowano", actions: "Co zrobić z wiadomością", save: "Zapisz", to_end: "Do ostatnich wiadomości",
    empty_chat: "Nie ma tu jeszcze wiadomości", empty_chat_hint: "Wystarczy nacisnąć „Start”, a bot odpowie.", empty_started_hint: "Można napisać do bota, na przykład /start.",
    empty_showcase: "Witryna jest pusta", empty_showcase_hint: "Pracę można opublikować z czatu sprzedawcy.",
    share_phone: "Bot otrzyma numer telefonu", share_phone_yes: "Udostępnij",
    share_place: "Bot pozna położenie", share_place_yes: "Wyślij miejsce",
    photos: "Zdjęcia", caption: "Podpis", as_files: "Wyślij jako pliki", drop: "Upuść, aby wysłać",
    paid: "Zapłacono", pay: "Zapłać", invoice: "Rachunek", pay_ask: "Zapłać", pay_note: "To pokaz: pieniądze nie są pobierane.",
    paid_line: "Zapłacono", refunded_line: "Zwrócono", pinned_line: "Bot przypiął wiadomość", pinned: "Przypięte",
    phone: "Telefon", place: "Miejsce na mapie", spoiler: "Ukryte, naciśnij, aby odsłonić", photo: "Zdjęcie", document: "Plik",
    be_other: "Inny kupujący", new_person: "Nowy kupujący…", name_ask: "Jak ma na imię kupujący?", open: "Otwórz",
    stop_bot: "Zatrzymaj bota", person_menu: "Kto tu pisze i w jakim języku", you_are: "to ty",
    sold_on: "Sprzedaż w innym miejscu",
    sold_hint: "Prawdziwe zapytanie do API sklepu: post, karta i koszyk zmienią się same.",
    website: "Strona", marketplace: "Marketplace", fair: "Targi", sell: "Sprzedano", where: "Gdzie sprzedano",
    left_none: "sprzedane", left_held: "rezerwacja", left_one: "jedna", left_many: "{n} szt.", held: "w trakcie zakupu: {n}",
    sale_done: "{place}: {title}. Zapisano.", sale_conflict: "{place}: {title}. Zabrakło, sprzedawca się dowie.",
    sale_failed: "{place}: nie udało się. {why}",
    time: "Czas", time_hint: "Po przesunięciu zegara rezerwacje wygasną, a przypomnienia przyjdą.", plus_quarter: "+15 minut", plus_day: "+1 dzień",
    yookassa: "YooKassa", lose: "Gubienie powiadomień o płatności", lose_hint: "Sklep sam odnajdzie płatność.",
    delay: "Opóźnienie powiadomień", delay_none: "Brak", delay_30: "30 sekund", delay_300: "5 minut",
    reset: "Zacznij od nowa", reset_ask: "Wymazać wszystko i zacząć od pierwszego dnia?", reset_yes: "Wymaż",
    works_empty: "Nie ma jeszcze prac", find: "Znajdź pracę", defects: "Bot złamał zasady Telegrama",
    payment: "Płatność", trouble: "Nie udało się: {why}", outside: "Link prowadzi na zewnątrz", today: "Dzisiaj", yesterday: "Wczoraj",
    not_picture: "Ten plik nie otwiera się jako zdjęcie. Można wysłać go jako plik.", new_messages: "Nowe: {n}", image_alt: "Zdjęcie do wiadomości",
    bytes: "B", kb: "KB", mb: "MB",
  },
};

let language = "ru";
let zone;

export const LANGUAGES = [["ru", "Русский"], ["en", "English"], ["pl", "Polski"]];

/** From now on the page speaks this language and shows times of this zone. */
export function speak(code, timezone) {
  language = WORDS[code] ? code : "ru";
  zone = timezone;
  formats.clear();
  document.documentElement.lang = language;
  document.title = WORDS[language].title;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = t(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", t(node.dataset.label));
}

/** The page's present language. */
export const spoken = () => language;

/** A text of the page; {name} in it is replaced. */
export function t(key, fields = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => fields[name]);
}

const formats = new Map();
function format(options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { timeZone: zone, ...options }));
  return formats.get(key);
}

/** 18:40 */
export const clock = (at) => format({ hour: "2-digit", minute: "2-digit" }).format(at * 1000);

/** сб, 21 ноября */
export const day = (at) => format({ weekday: "short", day: "numeric", month: "long" }).format(at * 1000);

/** A key that two moments of one day share. */
export const dayKey = (at) => format({ year: "numeric", month: "2-digit", day: "2-digit" }).format(at * 1000);

/** Сегодня, вчера, or the date. */
export function dayName(at, now) {
  if (dayKey(at) === dayKey(now)) return t("today");
  if (dayKey(at) === dayKey(now - 86400)) return t("yesterday");
  return format({ day: "numeric", month: "long" }).format(at * 1000);
}

/** An amount in the smallest unit as people write it. */
export function money(minor, currency) {
  if (currency === "XTR") return `⭐ ${minor.toLocaleString(language)}`;
  const made = new Intl.NumberFormat(language, { style: "currency", currency, minimumFractionDigits: 0 });
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
  return made.format(minor / 10 ** digits).replace("RUB", "₽");
}

/** 1,4 МБ */
export function fileSize(bytes) {
  const [value, unit] = bytes < 1024 ? [bytes, "bytes"] : bytes < 1048576 ? [bytes / 1024, "kb"] : [bytes / 1048576, "mb"];
  return `${value.toLocaleString(language, { maximumFractionDigits: value < 10 ? 1 : 0 })}\u00a0${t(unit)}`;
}
