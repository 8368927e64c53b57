// What happens outside the chats? Sales elsewhere, the clock, YooKassa's notifications, a fresh start.

import { fill, h, icon } from "./dom.js";
import { ask, toast } from "./sheets.js";
import { post } from "./stream.js";
import { clock, day, t } from "./words.js";

const PLACES = ["website", "marketplace", "fair"];
const DELAYS = [[0, "delay_none"], [30, "delay_30"], [300, "delay_300"]];
const SEARCH_FROM = 9;

/** The panel "elsewhere" in one pane. */
export class Panel {
  constructor(pane, page) {
    this.page = page;
    this.root = pane.querySelector(".scroll");
    this.rows = new Map();
    this.lines = [];
    this.filter = "";
    setInterval(() => this.#tick(), 1000);
  }

  /** Builds everything in the page's present language. */
  build() {
    this.rows.clear();
    this.time = h("output", { class: "panel-clock", "aria-label": t("time") });
    this.defects = h("div", { class: "defects", role: "alert", hidden: true });
    this.list = h("div", { class: "works" });
    this.search = h("input", { type: "search", placeholder: t("find"), "aria-label": t("find"), value: this.filter, oninput: () => this.#search() });
    this.done = h("ul", { class: "sales", "aria-live": "polite" }, this.lines);
    this.lose = h("input", { type: "checkbox", role: "switch", onchange: () => this.#setNotifications() });
    this.delay = h("select", { onchange: () => this.#setNotifications() }, DELAYS.map(([value, word]) => h("option", { value }, t(word))));
    const step = (seconds, word) => h("button", { type: "button", class: "soft", onclick: (event) => this.#do(event.currentTarget, () => post("clock", { seconds })) }, t(word));
    fill(this.root, this.defects,
      h("section", { class: "card", "aria-label": t("time") }, this.time, h("p", { class: "hint" }, t("time_hint")),
        h("div", { class: "pair" }, step(900, "plus_quarter"), step(86400, "plus_day"))),
      h("section", { class: "card", "aria-labelledby": "sold-on" }, h("h3", { id: "sold-on" }, t("sold_on")), h("p", { class: "hint" }, t("sold_hint")),
        this.done, this.search, this.list),
      h("section", { class: "card", "aria-label": t("yookassa") }, h("h3", {}, t("yookassa")),
        h("label", { class: "switch-line" }, h("span", { class: "two-lines" }, h("span", {}, t("lose")), h("small", {}, t("lose_hint"))), this.lose),
        h("label", { class: "switch-line" }, h("span", {}, t("delay")), this.delay)),
      h("button", { type: "button", class: "reset", onclick: (event) => this.#reset(event.currentTarget) }, t("reset")));
    if (this.state) this.load(this.state);
  }

  /** The newest state of the outside. */
  load(state) {
    this.state = state;
    this.lose.checked = state.lose;
    if (document.activeElement !== this.delay) {
      if (!DELAYS.some(([value]) => value === state.delay_s)) this.delay.append(h("option", { value: state.delay_s }, `${state.delay_s} s`));
      this.delay.value = state.delay_s;
    }
    this.defects.hidden = !state.defects;
    fill(this.defects, h("b", {}, `${t("defects")}: ${state.defects}`), state.last_defects.map((text) => h("code", {}, text)));
    this.search.hidden = state.works.length < SEARCH_FROM;
    this.#showWorks(state.works);
    this.#tick();
  }

  #showWorks(works) {
    const kept = new Map();
    works.forEach((work, at) => {
      const row = this.rows.get(work.sku) ?? this.#row(work);
      row.update(work);
      kept.set(work.sku, row);
      if (this.list.children[at] !== row.node) this.list.insertBefore(row.node, this.list.children[at] ?? null);
    });
    this.rows.forEach((row, sku) => kept.has(sku) || row.node.remove());
    this.rows = kept;
    if (!works.length) fill(this.list, h("p", { class: "hint" }, t("works_empty")));
    this.#search();
  }

  #row({ sku }) {
    const title = h("span", { class: "work-title" });
    const held = h("small", { class: "held" });
    const left = h("span", { class: "left" });
    const buttons = PLACES.map((place) => h("button", {
      type: "button", class: "soft", data: { place, sku },
      onclick: (event) => this.#do(event.currentTarget, () => this.#sell(place, sku, title.textContent)),
    }, t(place)));
    const node = h("details", { name: "work", class: "work", data: { sku } },
      h("summary", {}, h("span", { class: "two-lines" }, title, h("small", {}, h("code", {}, sku), held)), left, icon("chevron")),
      h("div", { class: "sell", role: "group", "aria-label": t("where") }, buttons));
    const update = (work) => {
      title.textContent = work.title;
      const none = work.held ? "left_held" : "left_none";
      left.textContent = work.available > 1 ? t("left_many", { n: work.available }) : t(work.available === 1 ? "left_one" : none);
      left.classList.toggle("none", work.available < 1 && !work.held);
      left.classList.toggle("on-hold", work.available < 1 && work.held > 0);
      held.textContent = work.held ? ` · ${t("held", { n: work.held })}` : "";
      if (node.seen !== undefined && node.seen !== work.available) {
        left.classList.remove("changed");
        requestAnimationFrame(() => left.classList.add("changed"));
      }
      node.seen = work.available;
    };
    return { node, update };
  }

  #search() {
    this.filter = this.search.value;
    const wanted = this.filter.trim().toLocaleLowerCase();
    this.rows.forEach((row, sku) => {
      row.node.hidden = wanted !== "" && !`${row.node.querySelector(".work-title").textContent} ${sku}`.toLocaleLowerCase().includes(wanted);
    });
  }

  async #sell(place, sku, title) {
    const answer = await post("sales", { place, sku });
    const fields = { place: t(place), title, why: answer.detail ?? answer.title ?? "" };
    const word = answer.applied ? (answer.conflicts?.length ? "sale_conflict" : "sale_done") : "sale_failed";
    const line = h("li", { class: word }, h("time", {}, clock(this.page.now())), t(word, fields));
    this.lines = [line, ...this.lines].slice(0, 3);
    fill(this.done, this.lines);
  }

  async #setNotifications() {
    await this.#do(this.lose, () => post("notifications", { lose: this.lose.checked, delay_s: Number(this.delay.value) }));
  }

  async #reset(button) {
    if (await ask(t("reset_ask"), t("reset_yes"), { danger: true })) await this.#do(button, () => post("reset"));
  }

  async #do(button, work) {
    button.disabled = true;
    try {
      await work();
    } catch (trouble) {
      toast(t("trouble", { why: trouble.message }));
    } finally {
      button.disabled = false;
    }
  }

  #tick() {
    if (!this.time) return;
    const now = this.page.now();
    const label = `${day(now)}, ${clock(now)}`;
    if (this.time.dataset.shown === label) return;
    this.time.dataset.shown = label;
    fill(this.time, h("b", {}, clock(now)), h("span", {}, day(now)));
  }
}
