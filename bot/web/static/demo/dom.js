// How do elements come into the page? Text is always text: nothing here or elsewhere takes HTML.

/** An element. Properties: class, data, aria, on…: listeners, hidden and the like; children: nodes, texts or nothing. */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && !name.startsWith("aria-") && name !== "role" && name !== "list" && name !== "form") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  put(node, children);
  return node;
}

/** Appends children: nodes, texts, lists of them; null and false vanish. */
export function put(node, children) {
  for (const child of children.flat(3)) {
    if (child !== null && child !== undefined && child !== false) node.append(child);
  }
  return node;
}

/** Only these children remain. */
export function fill(node, ...children) {
  node.replaceChildren();
  return put(node, children);
}

const SVG = "http://www.w3.org/2000/svg";

/** An element of a drawing. */
export function s(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const PATHS = {
  send: "M3.4 20.6 21.5 12 3.4 3.4l-.02 6.7L15 12 3.38 13.9z",
  clip: "m20 11.2-8.3 8.3a5 5 0 0 1-7-7l8.5-8.6a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.8-7.7",
  menu: "M4 7h16M4 12h16M4 17h10",
  close: "M6 6l12 12M18 6 6 18",
  reply: "M10 7 4.5 12 10 17M5 12h8.5c3.6 0 6 2 6 5.5",
  down: "m6 9.5 6 6 6-6",
  copy: "M9 9h10.5v10.5H9zM5 15H4.5V4.5H15V5",
  link: "M9 15 19 5m0 0h-7m7 0v7",
  keys: "M4 6h16v12H4zM8 10h.01M12 10h.01M16 10h.01M8 14h8",
  file: "M7 3.5h7L18.5 8v12.5h-11.5zM13.5 3.5V8.5H18.5",
  sun: "M12 7.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  moon: "M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z",
  frame: "M4 5h16v14H4zM4.5 16l4.5-4.5 4 4 2.5-2.5 4.5 4M15.5 9.5h.01",
  bag: "M5 8h14l-1 12H6zM9 8V7a3 3 0 0 1 6 0v1",
  brush: "M19.5 4.5c-4 1.5-8 5-9.5 8.5l1.5 1.5c3.5-1.5 7-5.5 8-10zM9.5 13.5c-2.5 0-3.5 1.5-3.5 3.5 0 1.5-1 2-2 2 2.5 1.5 7 .8 7-3.5",
  shops: "M4 10.5V20h16v-9.5M3 9.5 5 4h14l2 5.5a2.6 2.6 0 0 1-4.5 1 3 3 0 0 1-4.5 0 3 3 0 0 1-4.5 0A2.6 2.6 0 0 1 3 9.5zM9.5 20v-5h5v5",
  pin: "M9 4h6l-.8 6.2 3.3 3.3H6.5l3.3-3.3zM12 13.5V20.5",
  person: "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.5 20.5c.6-4 3.5-6 7.5-6s6.9 2 7.5 6",
  people: "M9 5a3.4 3.4 0 1 1 0 6.8A3.4 3.4 0 0 1 9 5zM2.8 19.5c.5-3.4 2.9-5.1 6.2-5.1s5.7 1.7 6.2 5.1M16 5.6a3 3 0 0 1 0 5.6M17.4 14.6c2.2.5 3.5 2 3.9 4.4",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z",
  check: "m5 12.5 4.5 4.5L19 7.5",
  pen: "M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5z",
  bin: "M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7",
  more: "M5.5 12h.01M12 12h.01M18.5 12h.01",
  clock: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2",
  pin: "M12 21.5S5 15 5 9.8a7 7 0 0 1 14 0C19 15 12 21.5 12 21.5zM12 7.5a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6z",
  chevron: "m9 6 6 6-6 6",
};

/** One of the line drawings above; decorative, the label stands on its button. */
export function icon(name, filled = name === "send") {
  const look = filled
    ? { fill: "currentColor" }
    : { fill: "none", stroke: "currentColor", "stroke-width": name === "more" ? 2.6 : 1.8 };
  const svg = s("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", ...look });
  svg.append(s("path", { d: PATHS[name], "stroke-linecap": "round", "stroke-linejoin": "round" }));
  return svg;
}

/** A button with a drawing and a name for those who do not see it. */
export function iconButton(name, label, onclick, className = "") {
  return h("button", { type: "button", class: `icon-button ${className}`, "aria-label": label, title: label, onclick }, icon(name));
}
