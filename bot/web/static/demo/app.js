// How do the panes become one messenger? Who is here, what is open, where links lead.

import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { fill, h, icon } from "./dom.js";
import { Panel } from "./panel.js";
import { askWord, menu, showFrame } from "./sheets.js";
import { listen } from "./stream.js";
import { LANGUAGES, speak, spoken, t } from "./words.js";

const PANES = [["showcase", "frame"], ["group", "people"], ["buyer", "bag"], ["seller", "brush"], ["elsewhere", "shops"]];
const SIDE = { showcase: "left", group: "left", elsewhere: "left", buyer: "right", seller: "right" };
const query = new URLSearchParams(location.search);
const pane = (name) => document.getElementById(name);

class Page {
  constructor() {
    this.name = query.get("as") || "Anna";
    this.language = query.get("lang");
    this.bot = {};
    this.people = [];
    this.ahead = 0;
    this.pending = new Map();
    this.first = query.get("start");
    this.chats = { showcase: new Chat(pane("showcase"), this), group: new Chat(pane("group"), this), buyer: new Chat(pane("buyer"), this), seller: new Chat(pane("seller"), this) };
    for (const name of ["group", "buyer", "seller"]) new Composer(this.chats[name], pane(name).querySelector(".foot"));
    this.panel = new Panel(pane("elsewhere"), this);
    this.#buildTop();
    this.open(sessionStorage.getItem("open") ?? "showcase");
    this.connect();
  }

  connect() {
    listen(this.name, this.language, (event) => this.#heard(event), (stands) => {
      document.body.classList.toggle("offline", !stands);
    });
  }

  /** Seconds since 1970 in the demo's world. */
  now() { return Date.now() / 1000 + this.ahead; }

  /** Who acts in a chat: in the showcase it is the buyer. */
  idFor(chat) { return chat === this.chats.seller ? this.chats.seller.me : this.chats.buyer.me; }

  #heard(event) {
    switch (event.type) {
      case "everything": return this.#load(event);
      case "panel":
        this.ahead = event.now - Date.now() / 1000;
        return this.panel.load(event);
      case "heads":
        if (event.people) this.people = event.people;
        for (const chat of Object.values(this.chats)) {
          const head = event.heads.find((one) => one.id === chat.head.id);
          if (head) chat.setHead(head);
        }
        return this.#labels();
      default:
        for (const chat of Object.values(this.chats)) if (chat.head.id === event.chat_id) chat.heard(event);
    }
    return undefined;
  }

  #load(whole) {
    this.bot = whole.bot;
    this.people = whole.people;
    this.name = whole.name;
    this.language = whole.language;
    speak(whole.language, whole.timezone);
    for (const way of document.querySelectorAll('.tab[data-pane="group"], .swap')) way.hidden = !whole.group;
    this.panel.build();
    for (const [name, chat] of Object.entries(this.chats)) {
      chat.pane.dataset.name = t(name);
      if (whole[name]) chat.load(whole[name]);
    }
    this.#labels();
    document.body.classList.add("ready");
    if (this.first !== null) {
      const payload = this.first;
      this.first = null;
      this.start(this.chats.buyer, payload);
    }
    this.#keepAddress();
  }

  #keepAddress() {
    const address = new URL(location.href);
    address.searchParams.set("as", this.name);
    address.searchParams.set("lang", this.language);
    address.searchParams.delete("start");
    history.replaceState(null, "", address);
    localStorage.setItem("as", this.name);
  }

  #labels() {
    for (const name of ["buyer", "seller"]) {
      const chat = this.chats[name];
      const { head } = chat;
      const who = chat.pane.querySelector(".who");
      fill(who, icon("person"), h("span", {}, head.first_name), h("span", { class: "who-language" }, (head.language_code ?? "").toUpperCase()), icon("down"));
      who.setAttribute("aria-label", `${head.first_name}: ${t("person_menu")}`);
      this.#peer(chat, this.bot.first_name, t("bot"));
    }
    const { head } = this.chats.showcase;
    this.#peer(this.chats.group, this.chats.group.head.title ?? t("group"), t("group_line"));
    for (const button of document.querySelectorAll(".swap")) fill(button, h("span", {}, t(button.dataset.open)), icon("chevron"));
    this.#peer(this.chats.showcase, head.title ?? t("showcase"), head.username ? `@${head.username}` : t("channel"));
    this.#markLanguage();
    this.unreadChanged();
  }

  #peer(chat, title, line) {
    chat.peerLine = line;
    chat.pane.querySelector(".peer-title").textContent = title ?? "";
    chat.pane.querySelector(".avatar").textContent = [...(title ?? "·")][0];
    const shown = chat.pane.querySelector(".peer-line");
    if (!shown.classList.contains("typing")) shown.textContent = line;
  }

  // -- panes ----------------------------------------------------------------------------------------------------------

  #buildTop() {
    for (const [name, drawing] of PANES) {
      const tab = h("button", { type: "button", class: "tab", data: { pane: name }, onclick: () => this.open(name) },
        h("span", { class: "tab-icon" }, icon(drawing), h("span", { class: "badge" })), h("span", { data: { word: name } }, ""));
      pane("tabs").append(tab);
    }
    for (const button of document.querySelectorAll(".swap")) button.addEventListener("click", () => this.open(button.dataset.open));
    for (const name of ["buyer", "seller"]) {
      pane(name).querySelector(".who").addEventListener("click", (event) => this.#personMenu(this.chats[name], event.currentTarget));
    }
    fill(pane("languages"), LANGUAGES.map(([code, name]) => h("button", { type: "button", lang: code, title: name, data: { code }, onclick: () => this.setLanguage(code) }, code.toUpperCase())));
    pane("theme").append(icon("sun"), icon("moon"));
    pane("theme").addEventListener("click", () => {
      const wanted = isDark() ? "light" : "dark";
      document.documentElement.dataset.theme = wanted;
      localStorage.setItem("theme", wanted);
    });
  }

  /** Shows a pane; where there is room for two, the other side stays. */
  open(name) {
    if (!SIDE[name]) return;
    document.body.dataset.active = name;
    document.body.dataset[SIDE[name]] = name;
    sessionStorage.setItem("open", name);
    for (const tab of document.querySelectorAll(".tab")) {
      const chosen = document.body.dataset.left === tab.dataset.pane || document.body.dataset.right === tab.dataset.pane;
      tab.classList.toggle("beside", chosen);
      tab.toggleAttribute("aria-current", tab.dataset.pane === name);
    }
    requestAnimationFrame(() => this.chats[name]?.shown());
  }

  unreadChanged() {
    for (const [name, chat] of Object.entries(this.chats)) {
      const badge = document.querySelector(`.tab[data-pane="${name}"] .badge`);
      const shown = chat.unread ? String(Math.min(chat.unread, 99)) : "";
      if (badge.textContent === shown) continue;
      badge.textContent = shown;
      badge.setAttribute("aria-label", shown && t("new_messages", { n: shown }));
    }
  }

  // -- people and languages ---------------------------------------------------------------------------------------------

  #personMenu(chat, anchor) {
    const language = chat.head.language_code;
    const entries = LANGUAGES.map(([code, name]) => [code === language ? "check" : null, name, () => this.setLanguage(code, chat)]);
    if (chat === this.chats.buyer) {
      const others = this.people.filter((person) => person.id !== chat.me).slice(0, 8);
      entries.push(null, ...others.map((person) => ["person", person.name, () => this.#become(person.name)]),
        ["pen", t("new_person"), async () => {
          const name = await askWord(t("name_ask"), t("open"));
          if (name) this.#become(name);
        }]);
    }
    if (chat.head.state === "started") entries.push(null, ["close", t("stop_bot"), () => chat.do({ do: "block" }), "warn"]);
    menu(anchor, entries, t("person_menu"));
  }

  #become(name) {
    const address = new URL("/demo", location.origin);
    address.searchParams.set("as", name);
    window.open(address, "_blank");
  }

  /** The language of a person's app; the page speaks the buyer's. */
  async setLanguage(code, chat = this.chats.buyer) {
    if (chat !== this.chats.buyer) return chat.do({ do: "language", text: code });
    this.language = code;
    this.#markLanguage();
    return this.connect();
  }

  #markLanguage() {
    for (const button of pane("languages").children) button.setAttribute("aria-pressed", String(button.dataset.code === (this.language ?? spoken())));
  }

  // -- links ------------------------------------------------------------------------------------------------------------

  /** The payload that waits for START in a chat; null where none does. */
  pendingStart(chat) { return this.pending.get(chat) ?? null; }

  /** START or Restart is pressed. */
  async pressStart(chat) {
    const payload = this.pendingStart(chat) ?? "";
    this.pending.delete(chat);
    await chat.do({ do: "start", text: payload });
    chat.composer.update();
  }

  /** A deep link: somebody new has to press START first, as in Telegram. */
  start(chat, payload) {
    this.open(chat === this.chats.seller ? "seller" : "buyer");
    if (chat.head.state === "started") return chat.do({ do: "start", text: payload });
    this.pending.set(chat, payload);
    return chat.composer.update();
  }

  /** Opens what a button or a text points at. */
  openLink(url, from) {
    const person = from === this.chats.seller ? from : this.chats.buyer;
    let address;
    try {
      address = new URL(url);
    } catch {
      return undefined;
    }
    const telegram = /^(www\.)?(t|telegram)\.me$/.test(address.hostname) || address.protocol === "tg:";
    if (telegram) {
      const [, name, post] = address.protocol === "tg:" ? ["", address.searchParams.get("domain")] : address.pathname.split("/");
      if (name?.toLowerCase() === this.bot.username.toLowerCase()) {
        const payload = address.searchParams.get("start");
        return payload === null ? this.open(person === this.chats.seller ? "seller" : "buyer") : this.start(person, payload);
      }
      if (name && name === this.chats.showcase.head.username) {
        this.open("showcase");
        return post && requestAnimationFrame(() => this.chats.showcase.showMessage(Number(post)));
      }
    }
    if (address.port === location.port && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(address.hostname)) {
      address.searchParams.set("lang", person.head.language_code ?? spoken());
      return showFrame(address.pathname + address.search, t("payment"), (payload) => payload && this.start(person, payload));
    }
    return window.open(url, "_blank", "noopener,noreferrer");
  }
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

new Page();
