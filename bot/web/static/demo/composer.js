// How does a person write? The line under a chat: START, text, commands, files, answers, buttons of the bot.

import { fill, h, icon, iconButton } from "./dom.js";
import { fileAddress, gist } from "./message.js";
import { ask, askCaption, toast } from "./sheets.js";
import { attach } from "./stream.js";
import { t } from "./words.js";

const PICTURES = /^image\/(jpeg|png|webp|gif|bmp)$/;

/** The composer of one chat. */
export class Composer {
  constructor(chat, foot) {
    this.chat = chat;
    this.foot = foot;
    this.target = null;
    this.keysHidden = false;
    this.query = null;
    chat.composer = this;
    this.#build();
    this.#watchDrops();
  }

  #build() {
    this.input = h("textarea", { rows: 1, maxLength: 4096, enterKeyHint: "send", autocomplete: "off" });
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("keydown", (event) => this.#onKey(event));
    this.input.addEventListener("paste", (event) => {
      const files = [...event.clipboardData.files];
      if (files.length) {
        event.preventDefault();
        this.offer(files);
      }
    });
    this.picker = h("input", { type: "file", multiple: true, class: "away", tabIndex: -1, "aria-hidden": "true" });
    this.picker.addEventListener("change", () => {
      const files = [...this.picker.files];
      this.picker.value = "";
      this.offer(files);
    });
    this.menuButton = iconButton("menu", "", () => this.#toggleCommands(), "commands-button");
    this.clip = iconButton("clip", "", () => this.picker.click());
    this.keysButton = iconButton("keys", "", () => {
      this.keysHidden = !this.keysHidden;
      this.update();
    });
    this.send = iconButton("send", "", () => this.#submit(), "send");
    this.about = h("div", { class: "about", hidden: true });
    this.popup = h("div", { class: "popup", role: "listbox", hidden: true });
    this.keys = h("div", { class: "reply-keys", hidden: true });
    this.line = h("div", { class: "line" }, this.menuButton, h("div", { class: "field" }, this.input, this.keysButton, this.clip), this.send, this.picker);
    this.big = h("button", { type: "button", class: "start", onclick: () => this.chat.page.pressStart(this.chat) });
    fill(this.foot, this.popup, this.about, this.line, this.big, this.keys);
  }

  /** Looks as the chat's present state wants it. */
  update() {
    const { head, page } = this.chat;
    const pending = page.pendingStart(this.chat);
    const waits = head.state !== "started";
    this.big.hidden = !waits && pending === null;
    this.line.hidden = !this.big.hidden;
    this.big.textContent = t(head.state === "blocked" ? "restart" : "start");
    for (const [node, word] of [[this.menuButton, "menu"], [this.clip, "attach"], [this.keysButton, "keyboard"], [this.send, "send"]]) {
      node.setAttribute("aria-label", t(word));
      node.title = t(word);
    }
    this.menuButton.hidden = !head.commands?.length;
    this.clip.hidden = this.chat.isGroup;
    const placeholder = head.keyboard?.input_field_placeholder ?? t("message");
    this.input.placeholder = placeholder;
    this.input.setAttribute("aria-label", t("message"));
    if (!this.input.value) {
      const draft = sessionStorage.getItem(this.#draftKey());
      if (draft) this.write(draft, false);
    }
    this.#showKeys();
  }

  #draftKey() { return `draft ${this.chat.head.id}`; }

  #showKeys() {
    const rows = this.chat.head.keyboard?.keyboard;
    this.keysButton.hidden = !rows;
    this.keys.hidden = !rows || this.keysHidden || !this.big.hidden;
    fill(this.keys, (rows ?? []).map((row) => h("div", { class: "keys-row" }, row.map((button) =>
      h("button", { type: "button", class: `key ${button.style ?? ""}`, onclick: () => this.#pressKey(button) }, button.text)))));
  }

  async #pressKey(button) {
    if (button.request_contact && !(await ask(t("share_phone"), t("share_phone_yes")))) return;
    if (button.request_location && !(await ask(t("share_place"), t("share_place_yes")))) return;
    this.chat.do({ do: "key", text: button.text });
  }

  // -- writing ------------------------------------------------------------------------------------------------------

  /** Puts a text into the line. */
  write(text, focus = true) {
    this.input.value = text;
    this.#typed();
    if (focus) this.input.focus();
  }

  #typed() {
    const { value } = this.input;
    if (value) sessionStorage.setItem(this.#draftKey(), value);
    else sessionStorage.removeItem(this.#draftKey());
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 140)}px`;
    this.foot.classList.toggle("written", value.trim() !== "");
    const inline = value.match(new RegExp(`^@${this.chat.page.bot.username} (.*)$`, "is"));
    if (inline && !this.chat.isGroup) this.#askInline(inline[1]);
    else if (/^\/\w*$/.test(value)) this.#showCommands(value.slice(1));
    else this.#closePopup();
  }

  #onKey(event) {
    if (event.key === "Escape") {
      if (!this.popup.hidden) this.#closePopup();
      else this.#forget();
      return;
    }
    if (!this.popup.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.popup.querySelector("button")?.focus();
      return;
    }
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit();
    }
  }

  async #submit() {
    const text = this.input.value.trim();
    if (!text) return;
    const { target } = this;
    const what = target?.edits
      ? { do: "edit", message_id: target.message.message_id, text }
      : { do: "text", text, reply_to: target?.message.message_id ?? null };
    this.write("");
    this.#forget();
    if ((await this.chat.do(what)) === null) this.write(text);
  }

  /** The next text answers this message. */
  replyTo(message) {
    if (!message || this.line.hidden) return;
    this.#aim({ message, edits: false });
  }

  /** The next text takes the place of this message's. */
  edit(message) {
    this.#aim({ message, edits: true });
    this.write(message.text);
  }

  /** The bot wants an answer to its newest message. */
  forceReply(markup) {
    const newest = [...this.chat.messages.values()].at(-1);
    this.replyTo(newest);
    this.input.placeholder = markup.input_field_placeholder ?? t("message");
  }

  /** A message is gone: nothing can answer it any more. */
  gone(id) {
    if (this.target?.message.message_id === id) this.#forget();
  }

  #aim(target) {
    this.target = target;
    this.about.hidden = false;
    fill(this.about, icon(target.edits ? "pen" : "reply"),
      h("span", { class: "two-lines" }, h("b", {}, t(target.edits ? "edit" : "reply")), h("small", {}, gist(target.message))),
      iconButton("close", t("cancel"), () => this.#forget()));
    this.input.focus();
  }

  #forget() {
    if (this.target?.edits) this.write("", false);
    this.target = null;
    this.about.hidden = true;
  }

  // -- commands and inline results ------------------------------------------------------------------------------------

  #toggleCommands() {
    if (this.popup.hidden) {
      this.#showCommands("");
      this.popup.querySelector("button")?.focus();
    } else {
      this.#closePopup();
    }
  }

  #showCommands(begin) {
    const found = (this.chat.head.commands ?? []).filter((one) => one.command.startsWith(begin.toLowerCase()));
    this.#fillPopup(found.map((one) => this.#option(() => {
      this.write("", false);
      this.chat.say(`/${one.command}`);
    }, h("b", {}, `/${one.command}`), h("small", {}, one.description))));
  }

  #askInline(query) {
    clearTimeout(this.inlineTimer);
    this.inlineTimer = setTimeout(async () => {
      this.query = (await this.chat.do({ do: "inline", text: query }))?.query_id ?? null;
    }, 200);
  }

  /** The bot's answer to what was typed after its name. */
  inlineResults(event) {
    this.#fillPopup(event.results.map((result) => this.#option(() => {
      this.write("", false);
      this.chat.do({ do: "pick", query_id: event.query_id, text: result.id });
    }, result.photo_file_id && h("img", { src: fileAddress(result.photo_file_id), alt: "" }),
    h("span", { class: "two-lines" }, h("b", {}, result.title ?? ""), h("small", {}, result.description ?? "")))));
  }

  #option(choose, ...inside) {
    return h("button", { type: "button", role: "option", onclick: () => {
      this.#closePopup();
      this.input.focus();
      choose();
    } }, inside);
  }

  #fillPopup(options) {
    this.popup.hidden = options.length === 0;
    fill(this.popup, options);
    this.popup.onkeydown = (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Escape") this.#closePopup();
      if (event.key === "Escape") this.input.focus();
      if (!step) return;
      event.preventDefault();
      const at = options.indexOf(document.activeElement) + step;
      if (at < 0) this.input.focus();
      else options[at % options.length].focus();
    };
  }

  #closePopup() {
    this.popup.hidden = true;
  }

  // -- files ----------------------------------------------------------------------------------------------------------

  /** Shows what is about to be sent and sends it. */
  async offer(files) {
    if (!files.length || this.line.hidden || this.chat.isGroup) return;
    const chosen = files.slice(0, 10);
    const answer = await askCaption(chosen);
    if (!answer) return;
    try {
      const answered = this.target && !this.target.edits ? this.target.message.message_id : null;
      await attach(this.chat.page.idFor(this.chat), chosen, answer, answered);
      if (answered !== null) this.#forget();
    } catch {
      toast(t(answer.asFiles || !chosen.every((file) => PICTURES.test(file.type)) ? "trouble" : "not_picture", { why: chosen[0].name }));
    }
  }

  #watchDrops() {
    const { pane } = this.chat;
    let depth = 0;
    const over = (by) => {
      depth = Math.max(0, depth + by);
      pane.classList.toggle("drop", depth > 0);
      pane.dataset.drop = t("drop");
    };
    const carries = (event) => event.dataTransfer?.types.includes("Files") && !this.line.hidden;
    pane.addEventListener("dragenter", (event) => carries(event) && over(1));
    pane.addEventListener("dragleave", (event) => carries(event) && over(-1));
    pane.addEventListener("dragover", (event) => carries(event) && event.preventDefault());
    pane.addEventListener("drop", (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      over(-depth);
      this.offer([...event.dataTransfer.files]);
    });
  }
}
