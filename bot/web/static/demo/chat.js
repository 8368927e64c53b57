// How does a chat show its messages, and keep its place while they come, change and go?

import { fill, h, icon } from "./dom.js";
import { block, gist } from "./message.js";
import { alertSheet, ask, copyText, menu, toast } from "./sheets.js";
import { act } from "./stream.js";
import { onTouch } from "./touch.js";
import { dayKey, dayName, money, t } from "./words.js";

const NEAR = 80;
const ANSWER_MS = 10_000;
const INVOICE = "https://t.me/$";
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** One chat in one pane. `page` opens other chats and tells the time; `me` is the person's id, null in the showcase. */
export class Chat {
  constructor(pane, page) {
    this.pane = pane;
    this.page = page;
    this.messages = new Map();
    this.reactions = new Map();
    this.nodes = new Map();
    this.head = {};
    this.me = null;
    this.unread = 0;
    this.asked = new Map();
    this.early = new Map();
    this.composer = null;
    this.log = h("div", { class: "log", role: "log", tabIndex: 0, "aria-live": "polite" });
    this.empty = h("div", { class: "empty" });
    this.jump = h("button", { type: "button", class: "jump", hidden: true, onclick: () => this.toEnd(true) }, icon("down"), h("span", { class: "badge" }));
    this.toasts = h("div", { class: "chat-toasts", "aria-live": "polite" });
    this.pinned = h("button", { type: "button", class: "pinned", hidden: true, onclick: () => this.showMessage(this.pinnedId) });
    pane.querySelector(".scroll").before(this.pinned);
    pane.querySelector(".scroll").append(this.empty, this.log, this.jump, this.toasts);
    this.log.addEventListener("scroll", () => this.#moved(), { passive: true });
    new ResizeObserver(() => this.stuck && this.toEnd()).observe(this.log);
    this.stuck = true;
    this.lastTop = 0;
    onTouch(this.log, (id) => this.composer?.replyTo(this.messages.get(id)), (id, at) => this.openMenu(this.messages.get(id), at));
    this.log.addEventListener("contextmenu", (event) => this.#onContextMenu(event));
  }

  /** Everything there is, in place of what was shown. */
  load(whole) {
    const fresh = this.messages.size === 0 || this.head.id !== whole.id;
    this.head = whole;
    this.me = whole.type === "private" ? whole.id : whole.me ?? null;
    this.messages = new Map(whole.messages.map((message) => [message.message_id, message]));
    this.reactions = new Map(Object.entries(whole.reactions).map(([id, found]) => [Number(id), found[0]?.emoji]).filter(([, emoji]) => emoji));
    this.paid = new Set(whole.paid ?? []);
    this.log.setAttribute("aria-label", `${this.pane.dataset.name}`);
    this.composer?.update();
    this.#show(true);
    if (fresh) requestAnimationFrame(() => this.toEnd());
  }

  /** What is said about the chat itself has changed. */
  setHead(head) {
    this.head = { ...this.head, ...head };
    this.paid = new Set(head.paid ?? []);
    this.#show();
    this.composer?.update();
  }

  /** An event of the stream about this chat. */
  heard(event) {
    switch (event.type) {
      case "message": {
        this.messages.set(event.message.message_id, event.message);
        const own = this.isOwn(event.message);
        if (own && this.head.state !== "started") this.setHead({ ...this.head, state: "started" });
        if (!own) this.#typing(null);
        if (event.head) this.setHead(event.head);
        this.#show();
        if (own) this.toEnd(true);
        else if (!this.stuck || this.hidden) this.#setUnread(this.unread + 1);
        break;
      }
      case "edited": this.messages.set(event.message.message_id, event.message); this.#show(); break;
      case "deleted": this.messages.delete(event.message_id); this.composer?.gone(event.message_id); this.#show(); break;
      case "reaction":
        if (event.reaction.length) this.reactions.set(event.message_id, event.reaction[0].emoji);
        else this.reactions.delete(event.message_id);
        this.#show();
        break;
      case "typing": this.#typing(event.action); break;
      case "keyboard": this.setHead(event.head); if (event.markup?.force_reply) this.composer?.forceReply(event.markup); break;
      case "pinned": this.setHead(event.head); break;
      case "answer": if (event.user_id === this.page.idFor(this)) this.#answered(event); break;
      case "pre_checkout": this.#answered({ ...event, text: event.error_message, show_alert: true }); break;
      case "inline": this.composer?.inlineResults(event); break;
    }
  }

  // -- what messages ask --------------------------------------------------------------------------------------------

  get isGroup() { return this.head.type === "supergroup"; }
  isOwn(message) { return this.me !== null && message.from?.id === this.me; }
  isOwnText(text) { return this.me !== null && text.startsWith("/start "); }
  isPaid(id) { return this.paid.has(id); }
  get hidden() { return this.pane.hidden || this.pane.offsetParent === null; }

  nameOf(message) {
    return this.isOwn(message) ? t("you_are") : message.sender_chat?.title ?? message.from?.first_name ?? "";
  }

  openLink(url) { this.page.openLink(url, this); }

  async say(text, more = {}) { return this.do({ do: "text", text, ...more }); }

  /** An act of this person; null where the bot's world does not allow it. */
  async do(what) {
    try {
      const where = this.isGroup ? { chat_id: this.head.id } : {};
      return await act({ user_id: this.page.idFor(this), ...where, ...what });
    } catch (trouble) {
      this.toast(t("trouble", { why: trouble.message }));
      return null;
    }
  }

  toast(text) { toast(text, this.toasts); }

  /** An inline button is pressed. */
  async press(message, button, kind, node) {
    switch (kind) {
      case "callback_data": return this.#question({ do: "press", chat_id: this.head.id, message_id: message.message_id, text: button.callback_data }, node);
      case "url": return button.url.startsWith(INVOICE) ? this.#bill(button.url, node) : this.openLink(button.url);
      case "copy_text": return copyText(button.copy_text.text);
      case "pay": {
        const { invoice } = message;
        if (await ask(`${t("pay_ask")}: ${invoice.title}`, node.textContent, { note: t("pay_note") })) {
          this.#question({ do: "pay", message_id: message.message_id }, node);
        }
        return undefined;
      }
      default:
        if (kind?.startsWith("switch_inline_query")) {
          const query = typeof button[kind] === "string" ? button[kind] : button[kind].query ?? "";
          return this.composer?.write(`@${this.page.bot.username} ${query}`);
        }
        return this.toast(t("outside"));
    }
  }

  /** The form behind an invoice's address: what it is for, how much, and the person's yes. */
  async #bill(link, node) {
    const bill = await this.do({ do: "bill", text: link });
    if (!bill) return;
    const sum = money(bill.total_amount, bill.currency);
    if (await ask(bill.title, `${t("pay")} ${sum}`, { note: `${bill.description}. ${t("pay_note")}` })) {
      this.#question({ do: "pay", text: link }, node);
    }
  }

  async #question(what, node) {
    if (node.classList.contains("waits")) return;
    node.classList.add("waits");
    const done = () => node.classList.remove("waits");
    const timer = setTimeout(done, ANSWER_MS);
    const asked = await this.do(what);
    if (!asked) {
      done();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      done();
    };
    // The answer may be here before the id of the question.
    if (this.early.delete(asked.query_id)) end();
    else this.asked.set(asked.query_id, end);
  }

  #answered(event) {
    const end = this.asked.get(event.query_id);
    if (end) {
      this.asked.delete(event.query_id);
      end();
    } else {
      this.early.set(event.query_id, true);
    }
    if (event.url) this.openLink(event.url);
    if (event.text) event.show_alert ? alertSheet(event.text) : this.toast(event.text);
  }

  /** What can be done with a message. */
  openMenu(message, anchor) {
    const own = this.isOwn(message);
    const text = message.text ?? message.caption;
    const entries = [
      this.me !== null && !message.ephemeral_message_id && ["reply", t("reply"), () => this.composer.replyTo(message)],
      text && ["copy", t("copy"), () => copyText(text)],
      own && !this.isGroup && message.text && ["pen", t("edit"), () => this.composer.edit(message)],
      this.me !== null && !this.isGroup && ["bin", t("remove"), () => this.do({ do: "delete", message_id: message.message_id }), "warn"],
    ].filter(Boolean);
    if (entries.length) menu(anchor, entries, t("actions"));
  }

  #onContextMenu(event) {
    const node = event.target.closest(".message");
    if (!node || event.target.closest("a") || String(getSelection()).length) return;
    event.preventDefault();
    if (event.pointerType === "touch") return;
    this.openMenu(this.messages.get(Number(node.dataset.id)), { x: event.clientX, y: event.clientY });
  }

  /** Scrolls to a message and lights it up. */
  showMessage(id) {
    const node = [...this.nodes.values()].find((found) => found.dataset.ids?.split(" ").includes(String(id)));
    if (!node) return;
    node.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    node.classList.remove("lit");
    requestAnimationFrame(() => node.classList.add("lit"));
  }

  // -- showing ------------------------------------------------------------------------------------------------------

  #show(anew = false) {
    if (anew) this.nodes.forEach((node) => (node.digest = null));
    const kept = new Map();
    let before = null;
    const groups = grouped([...this.messages.values()].sort((one, other) => one.message_id - other.message_id));
    groups.forEach((item, at) => {
      const key = item.day ? `day ${item.day}` : String(item[0].message_id);
      const digest = item.day ? this.#dayLabel(item) : JSON.stringify([item, this.reactions.get(item[0].message_id), this.paid.has(item[0].message_id)]);
      let node = this.nodes.get(key);
      if (!node || node.digest !== digest) {
        const made = item.day ? h("div", { class: "day" }, h("span", {}, digest)) : block(item, this);
        if (node) {
          keepPictures(node, made);
          if (node.contains(document.activeElement)) keepFocus(node, made);
          node.replaceWith(made);
        } else if (this.nodes.size) {
          made.classList.add("arrives");
        }
        node = made;
        node.digest = digest;
      }
      if (!item.day) {
        const next = groups[at + 1];
        node.classList.toggle("last", !next || next.day !== undefined || next[0].from?.id !== item[0].from?.id);
      }
      kept.set(key, node);
      const right = before ? before.nextSibling : this.log.firstChild;
      if (right !== node) this.log.insertBefore(node, right);
      before = node;
    });
    this.nodes.forEach((node, key) => kept.has(key) || node.remove());
    this.nodes = kept;
    this.#showPinned();
    this.#showEmpty();
    if (this.stuck) this.toEnd();
  }

  /** The newest pinned message that is still there, in a bar above the others. */
  #showPinned() {
    this.pinnedId = (this.head.pinned ?? []).filter((id) => this.messages.has(id)).at(-1);
    this.pinned.hidden = this.pinnedId === undefined;
    if (this.pinned.hidden) return;
    const words = gist(this.messages.get(this.pinnedId));
    fill(this.pinned, icon("pin"), h("span", { class: "two-lines" }, h("b", {}, t("pinned")), h("small", {}, words)));
    this.pinned.setAttribute("aria-label", `${t("pinned")}: ${words}`);
  }

  #dayLabel(item) { return dayName(item.at, this.page.now()); }

  #showEmpty() {
    this.empty.hidden = this.messages.size > 0;
    const [title, hint] = this.isGroup ? ["empty_group", "empty_group_hint"] : this.me === null ? ["empty_showcase", "empty_showcase_hint"]
      : ["empty_chat", this.head.state === "started" ? "empty_started_hint" : "empty_chat_hint"];
    if (!this.empty.hidden) fill(this.empty, h("div", { class: "empty-card" }, icon(this.isGroup ? "people" : this.me === null ? "frame" : "bag"), h("b", {}, t(title)), h("p", {}, t(hint))));
  }

  /** To the newest message. */
  toEnd(smoothly = false) {
    const { log } = this;
    this.stuck = true;
    const far = log.scrollHeight - log.scrollTop - log.clientHeight;
    log.scrollTo({ top: log.scrollHeight, behavior: smoothly && !calm.matches && far < 1500 ? "smooth" : "auto" });
    if (!this.hidden) this.#setUnread(0);
  }

  /** The pane has come into sight. */
  shown() {
    if (this.stuck) this.toEnd();
  }

  #moved() {
    const { log } = this;
    if (this.hidden) return;
    // Only who scrolls up leaves the end: a line that grows below does not.
    if (log.scrollHeight - log.scrollTop - log.clientHeight < NEAR) this.stuck = true;
    else if (log.scrollTop < this.lastTop) this.stuck = false;
    this.lastTop = log.scrollTop;
    if (this.stuck) this.#setUnread(0);
    this.jump.hidden = this.stuck;
    this.jump.setAttribute("aria-label", t("to_end"));
  }

  #setUnread(count) {
    if (this.unread === count) return;
    this.unread = count;
    const badge = this.jump.querySelector(".badge");
    badge.textContent = count || "";
    this.page.unreadChanged();
  }

  #typing(action) {
    clearTimeout(this.typingTimer);
    const line = this.pane.querySelector(".peer-line");
    line.classList.toggle("typing", Boolean(action));
    line.textContent = action ? t(action === "upload_photo" ? "sending" : "typing") : this.peerLine ?? "";
    if (action) this.typingTimer = setTimeout(() => this.#typing(null), 5000);
  }
}

/** Days, and messages with those of one album together. */
function grouped(messages) {
  const found = [];
  let day = null;
  for (const message of messages) {
    const key = dayKey(message.date);
    if (key !== day) found.push({ day: key, at: message.date });
    day = key;
    const last = found.at(-1);
    const album = message.media_group_id;
    if (album && Array.isArray(last) && last[0].media_group_id === album) last.push(message);
    else found.push([message]);
  }
  return found;
}

/** The same picture is not loaded twice, so that an edit does not flicker. */
function keepPictures(old, made) {
  const known = new Map([...old.querySelectorAll(".photo img")].map((image) => [image.src, image]));
  for (const image of made.querySelectorAll(".photo img")) {
    const same = known.get(image.src);
    if (same) {
      same.alt = image.alt;
      image.replaceWith(same);
    }
  }
}

function keepFocus(old, made) {
  const index = [...old.querySelectorAll("button, a")].indexOf(document.activeElement);
  const target = [...made.querySelectorAll("button, a")][index];
  requestAnimationFrame(() => (target ?? made).focus({ preventScroll: true }));
}
