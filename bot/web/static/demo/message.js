// How does one message (or one album) look?

import { h, icon, iconButton } from "./dom.js";
import { formatted } from "./entities.js";
import { mapTile } from "./map.js";
import { copyText, showPicture } from "./sheets.js";
import { clock, fileSize, money, t } from "./words.js";

export const fileAddress = (id) => `/demo/file/${encodeURIComponent(id)}`;

/** An element for messages that belong together; `chat` tells what is mine and acts on what is pressed. */
export function block(messages, chat) {
  const [first] = messages;
  const line = serviceLine(first);
  if (line) return h("div", { class: "service", role: "note", data: { id: first.message_id } }, line);
  const own = chat.isOwn(first);
  const node = h("article", {
    class: `message ${own ? "own" : "theirs"}${first.ephemeral_message_id ? " whispered" : ""}`, tabIndex: -1,
    data: { id: first.message_id, ids: messages.map((message) => message.message_id).join(" ") },
  });
  const bubble = h("div", { class: "bubble" }, content(messages, chat));
  node.append(h("div", { class: "body" }, bubble, keyboard(first, chat)));
  const reaction = chat.reactions.get(first.message_id);
  if (reaction) bubble.append(h("span", { class: "reaction" }, reaction));
  node.append(iconButton("more", t("actions"), (event) => chat.openMenu(first, event.currentTarget), "message-more"));
  return node;
}

function serviceLine(message) {
  if (message.pinned_message) return t("pinned_line");
  const money_in = message.successful_payment ?? message.refunded_payment;
  if (!money_in) return null;
  const sum = money(money_in.total_amount, money_in.currency);
  return `${t(message.successful_payment ? "paid_line" : "refunded_line")} ${sum}`;
}

function content(messages, chat) {
  const [first] = messages;
  const parts = [];
  if (chat.isGroup && !chat.isOwn(first)) parts.push(h("div", { class: "sender" }, first.from?.first_name ?? ""));
  if (first.forward_origin) {
    const from = first.forward_origin.chat?.title ?? first.forward_origin.sender_user?.first_name ?? "";
    parts.push(h("div", { class: "forwarded" }, icon("reply"), from));
  }
  if (first.reply_to_message) parts.push(quote(first.reply_to_message, chat));
  const captioned = messages.find((message) => message.caption) ?? first;
  const above = captioned.show_caption_above_media;
  const caption = captioned.caption && words(captioned.caption, captioned.caption_entities, chat);
  const media = medium(messages, chat);
  if (above && caption) parts.push(caption);
  if (media) parts.push(media);
  if (!above && caption) parts.push(caption);
  if (first.text !== undefined) parts.push(words(first.text, first.entities, chat));
  const last = messages.at(-1);
  // Apps do not say it of bots, whose screens change all the time.
  const edited = chat.isOwn(first) && messages.some((message) => message.edit_date);
  const meta = h("time", { class: "meta", dateTime: new Date(last.date * 1000).toISOString() },
    edited && h("span", {}, t("edited"), " "), clock(last.date));
  if (first.ephemeral_message_id) parts.push(h("div", { class: "aside" }, icon("eye"), t("only_you")));
  const bare = media && !caption && first.text === undefined && (first.photo || first.location);
  if (bare && !first.venue) meta.classList.add("over");
  parts.push(meta);
  return parts;
}

function words(text, entities, chat) {
  // A deep link's payload is between the app and the bot.
  const shown = chat.isOwnText(text) ? text.replace(/^(\/start) \S+$/, "$1") : text;
  return h("div", { class: "text", dir: "auto" }, formatted(shown, entities?.filter((one) => one.offset + one.length <= shown.length), {
    link: (url) => chat.openLink(url),
    command: (command) => chat.say(command),
  }));
}

function medium(messages, chat) {
  const [first] = messages;
  if (first.photo) {
    const photos = messages.filter((message) => message.photo);
    if (photos.length > 1) {
      return h("div", { class: "album", data: { count: Math.min(photos.length, 10) } }, photos.map((message) => photo(message, chat)));
    }
    return photo(first, chat, true);
  }
  if (first.document) return h("div", { class: "documents" }, messages.map((message) => file(message.document)));
  if (first.venue) return place(first.venue.location, first.venue.title, first.venue.address);
  if (first.location) return place(first.location);
  if (first.contact) return contact(first.contact);
  if (first.invoice) return invoice(first);
  return null;
}

function photo(message, chat, alone = false) {
  const size = message.photo.at(-1);
  const source = fileAddress(size.file_id);
  const alt = message.caption?.split("\n")[0] || t("image_alt");
  const image = h("img", { src: source, alt, width: size.width, height: size.height, decoding: "async", draggable: false });
  const node = h("button", { type: "button", class: "photo", "aria-label": `${t("open")}: ${alt}` }, image);
  if (alone) {
    // The place is kept before the picture comes, so that nothing jumps.
    node.style.aspectRatio = `${size.width} / ${Math.min(size.height, size.width * 1.2)}`;
    if (size.width < size.height) node.classList.add("tall");
  }
  if (message.has_media_spoiler) node.classList.add("veiled");
  node.addEventListener("click", () => (node.classList.contains("veiled") ? node.classList.remove("veiled") : showPicture(source, alt)));
  return node;
}

function file(document) {
  const name = document.file_name ?? t("document");
  return h("a", { class: "file", href: fileAddress(document.file_id), download: name },
    h("span", { class: "round" }, icon("file")),
    h("span", { class: "two-lines" }, h("b", {}, name), h("small", {}, fileSize(document.file_size))));
}

function place(point, title, address) {
  return h("figure", { class: "place" }, mapTile(point.latitude, point.longitude),
    title && h("figcaption", {}, h("b", {}, title), h("small", {}, address)),
    !title && h("span", { class: "away" }, t("place")));
}

function contact(person) {
  const name = [person.first_name, person.last_name].filter(Boolean).join(" ");
  return h("div", { class: "file" }, h("span", { class: "round" }, name[0] ?? icon("person")),
    h("span", { class: "two-lines" }, h("b", {}, name),
      h("button", { type: "button", class: "inline-link", onclick: () => copyText(person.phone_number) }, person.phone_number)));
}

function invoice(message) {
  const bill = message.invoice;
  return h("div", { class: "invoice" }, h("b", {}, bill.title), h("p", {}, bill.description),
    h("p", { class: "sum" }, money(bill.total_amount, bill.currency)));
}

function quote(message, chat) {
  const who = chat.nameOf(message);
  const picture = message.photo?.[0];
  const text = message.text ?? message.caption ?? (message.photo ? t("photo") : message.document?.file_name ?? t("message"));
  return h("button", { type: "button", class: "quote", onclick: () => chat.showMessage(message.message_id) },
    picture && h("img", { src: fileAddress(picture.file_id), alt: "" }),
    h("span", { class: "two-lines" }, h("b", {}, who), h("small", {}, text.split("\n")[0])));
}

/** The line above the composer and in the quote speaks of a message by its first words. */
export function gist(message) {
  return (message.text ?? message.caption ?? message.document?.file_name ?? t(message.photo ? "photo" : "message")).split("\n")[0];
}

function keyboard(message, chat) {
  let rows = message.reply_markup?.inline_keyboard;
  const paid = message.invoice && chat.isPaid(message.message_id);
  if (message.invoice && !rows) rows = [[{ text: "", pay: true }]];
  if (!rows?.length) return null;
  return h("div", { class: "keys" }, rows.map((row) => h("div", { class: "keys-row" }, row.map((button) => key(button, message, chat, paid)))));
}

function key(button, message, chat, paid) {
  const kind = Object.keys(button).find((name) => !["text", "style", "icon_custom_emoji_id"].includes(name));
  let label = button.text;
  if (kind === "pay") {
    const sum = money(message.invoice.total_amount, message.invoice.currency);
    label = paid ? t("paid") : label.replace(/⭐|XTR/g, "⭐") || `${t("pay")} ${sum}`;
  }
  const mark = { url: "link", copy_text: "copy", web_app: "frame", switch_inline_query: "reply", switch_inline_query_current_chat: "reply", switch_inline_query_chosen_chat: "reply" }[kind];
  const node = h("button", {
    type: "button", class: `key ${button.style ?? (kind === "pay" ? "success" : "")}`, disabled: kind === "pay" && paid,
    onclick: () => chat.press(message, button, kind, node),
  }, h("span", {}, label), mark && h("span", { class: "key-mark" }, icon(mark)));
  return node;
}
