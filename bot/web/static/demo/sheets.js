// What lies over the page for a moment: toasts, questions, pictures, frames, menus?

import { h, icon, iconButton } from "./dom.js";
import { t } from "./words.js";

/** A line that goes away by itself. */
export function toast(text, host = document.getElementById("toasts")) {
  const node = h("div", { class: "toast", role: "status" }, text);
  host.append(node);
  setTimeout(() => node.classList.add("gone"), 2600 + 40 * text.length);
  setTimeout(() => node.remove(), 3000 + 40 * text.length);
}

function sheet(className, label, ...children) {
  const dialog = h("dialog", { class: `sheet ${className}`, "aria-label": label }, children);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Something to take note of. */
export function alertSheet(text) {
  const box = sheet("card", text, h("p", { class: "sheet-text" }, text), h("div", { class: "sheet-acts" },
    h("button", { type: "button", class: "plain", onclick: () => box.close() }, t("ok"))));
  return new Promise((resolve) => box.addEventListener("close", resolve));
}

/** A question; true where the answer was yes. */
export function ask(text, yes, { note = "", danger = false } = {}) {
  return new Promise((resolve) => {
    let answer = false;
    const say = (value) => () => {
      answer = value;
      box.close();
    };
    const box = sheet("card", text, h("p", { class: "sheet-text" }, text), note && h("p", { class: "sheet-note" }, note),
      h("div", { class: "sheet-acts" },
        h("button", { type: "button", class: "plain", onclick: say(false) }, t("cancel")),
        h("button", { type: "button", class: danger ? "danger" : "strong", onclick: say(true), autofocus: true }, yes)));
    box.addEventListener("close", () => resolve(answer));
  });
}

/** A question for a word; null where there was none. */
export function askWord(text, yes, value = "") {
  return new Promise((resolve) => {
    let answer = null;
    const input = h("input", { type: "text", value, maxLength: 32, "aria-label": text, autofocus: true });
    const onsubmit = (event) => {
      event.preventDefault();
      answer = input.value.trim() || null;
      box.close();
    };
    const box = sheet("card", text, h("form", { method: "dialog", onsubmit }, h("p", { class: "sheet-text" }, text), input,
      h("div", { class: "sheet-acts" },
        h("button", { type: "button", class: "plain", onclick: () => box.close() }, t("cancel")),
        h("button", { type: "submit", class: "strong" }, yes))));
    box.addEventListener("close", () => resolve(answer));
  });
}

/** A picture over everything. */
export function showPicture(source, alt) {
  const box = sheet("light", alt, h("img", { src: source, alt, onclick: () => box.close() }),
    iconButton("close", t("close"), () => box.close(), "light-close"));
}

/** A page of this machine inside the messenger, as Telegram's own browser would; it is told when it leads back. */
export function showFrame(address, title, onReturn) {
  const frame = h("iframe", { src: address, title, name: "vernissage-payment" });
  const heard = (event) => {
    if (event.origin !== location.origin || event.source !== frame.contentWindow || event.data?.type !== "return") return;
    box.close();
    onReturn(event.data.start);
  };
  const box = sheet("browser", title, h("header", { class: "browser-head" }, h("b", {}, title),
    iconButton("close", t("close"), () => box.close())), frame);
  addEventListener("message", heard);
  box.addEventListener("close", () => removeEventListener("message", heard));
}

/** What is about to be sent, with a caption. */
export function askCaption(files) {
  return new Promise((resolve) => {
    let answer = null;
    const pictures = files.every((file) => file.type.startsWith("image/"));
    const urls = pictures ? files.map((file) => URL.createObjectURL(file)) : [];
    const caption = h("textarea", { rows: 2, maxLength: 1024, placeholder: t("caption"), "aria-label": t("caption"), autofocus: true });
    const asFiles = h("input", { type: "checkbox", checked: !pictures, disabled: !pictures });
    const onsubmit = (event) => {
      event?.preventDefault();
      answer = { caption: caption.value.trim(), asFiles: asFiles.checked };
      box.close();
    };
    caption.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) onsubmit(event);
    });
    const shown = pictures
      ? h("div", { class: "previews", data: { count: Math.min(urls.length, 4) } }, urls.map((url) => h("img", { src: url, alt: t("photo") })))
      : h("ul", { class: "file-list" }, files.map((file) => h("li", {}, icon("file"), file.name)));
    const box = sheet("card wide", t("photos"), h("form", { method: "dialog", onsubmit }, shown, caption,
      pictures && h("label", { class: "check" }, asFiles, t("as_files")),
      h("div", { class: "sheet-acts" },
        h("button", { type: "button", class: "plain", onclick: () => box.close() }, t("cancel")),
        h("button", { type: "submit", class: "strong" }, t("send")))));
    box.addEventListener("close", () => {
      urls.forEach((url) => URL.revokeObjectURL(url));
      resolve(answer);
    });
  });
}

/** A menu beside something; entries are [icon, label, act, className] or null for a line. */
export function menu(anchor, entries, label) {
  const close = () => box.isConnected && box.hidePopover();
  const items = entries.map((entry) => entry === null ? h("hr") : h("button", {
    type: "button", role: "menuitem", class: entry[3] ?? "",
    onclick: () => {
      close();
      entry[2]();
    },
  }, entry[0] ? icon(entry[0]) : h("span", { class: "icon" }), entry[1]));
  const box = h("div", { class: "menu", role: "menu", "aria-label": label, popover: "auto" }, items);
  document.body.append(box);
  box.addEventListener("toggle", (event) => event.newState === "closed" && box.remove());
  box.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...box.querySelectorAll("button")];
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  });
  box.showPopover();
  const place = "x" in anchor ? { left: anchor.x, right: anchor.x, top: anchor.y, bottom: anchor.y } : anchor.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const left = Math.max(8, Math.min(place.left, innerWidth - size.width - 8));
  const below = place.bottom + 6;
  const top = below + size.height < innerHeight - 8 ? below : Math.max(8, place.top - size.height - 6);
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
  box.querySelector("button")?.focus({ preventScroll: true });
}

/** Into the clipboard, with a word about it. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h("textarea", { value: text, class: "away" });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  toast(t("copied"));
}
