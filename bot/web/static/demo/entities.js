// How does a text with Telegram's entities become nodes? Offsets count UTF-16 units, as JavaScript's strings do.

import { h } from "./dom.js";
import { t } from "./words.js";
import { copyText } from "./sheets.js";

const SAFE = /^(https?|tg|mailto|tel):/i;

/** Nodes of a text; `act` is told what was pressed: link(url), command(text). */
export function formatted(text, entities = [], act = {}) {
  const sorted = [...entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
  return span(text, 0, text.length, sorted, act);
}

function span(text, from, to, entities, act) {
  const nodes = [];
  let at = from;
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || end <= entity.offset) continue;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = entities.slice(i + 1).filter((other) => other.offset < end);
    const block = entity.type === "pre" || entity.type.endsWith("blockquote");
    nodes.push(dressed(entity, text.slice(entity.offset, end), span(text, entity.offset, end, inner, act), act));
    at = end;
    // A block ends its line by itself.
    if (block && text[at] === "\n") at++;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function dressed(entity, raw, children, act) {
  switch (entity.type) {
    case "bold": return h("b", {}, children);
    case "italic": return h("i", {}, children);
    case "underline": return h("u", {}, children);
    case "strikethrough": return h("s", {}, children);
    case "code": return h("code", { class: raw.length > 24 ? "tap" : "tap whole", title: t("copy"), tabIndex: 0, role: "button", ...pressed(() => copyText(raw)) }, children);
    case "pre": return h("pre", { data: { language: entity.language ?? "" } }, h("code", {}, children));
    case "blockquote": return h("blockquote", {}, children);
    case "expandable_blockquote": return expandable(children);
    case "spoiler": return spoiler(children);
    case "text_link": return link(entity.url, children, act);
    case "url": return link(raw.includes("://") ? raw : `https://${raw}`, children, act);
    case "email": return link(`mailto:${raw}`, children, act);
    case "phone_number": return link(`tel:${raw}`, children, act);
    case "mention": return link(`https://t.me/${raw.slice(1)}`, children, act);
    case "bot_command": return h("button", { type: "button", class: "inline-link", onclick: () => act.command?.(raw) }, children);
    case "text_mention": case "hashtag": case "cashtag": return h("span", { class: "link" }, children);
    default: return h("span", {}, children);
  }
}

function link(url, children, act) {
  if (!SAFE.test(url)) return h("span", {}, children);
  const onclick = (event) => {
    event.preventDefault();
    act.link?.(url);
  };
  return h("a", { href: url, rel: "noopener noreferrer", target: "_blank", onclick }, children);
}

function spoiler(children) {
  const node = h("span", { class: "spoiler", role: "button", tabIndex: 0, "aria-label": t("spoiler") }, children);
  const open = () => {
    node.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  };
  for (const [name, listener] of Object.entries(pressed(open))) node.addEventListener(name.slice(2), listener);
  return node;
}

function expandable(children) {
  const node = h("blockquote", { class: "expandable", tabIndex: 0, role: "button", "aria-expanded": "false" }, children);
  const open = () => node.setAttribute("aria-expanded", String(node.classList.toggle("open")));
  for (const [name, listener] of Object.entries(pressed(open))) node.addEventListener(name.slice(2), listener);
  return node;
}

/** Listeners of something that is pressed by pointer or key. */
function pressed(act) {
  return {
    onclick: act,
    onkeydown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    },
  };
}
