pane => {
  // What is visibly wrong here? Labels in two lines or cut, raw keys, words left alone at a line's end or on the last line.
  const found = [];
  for (const key of pane.querySelectorAll(".key > span:first-child")) {
    const lines = new Set([...key.getClientRects()].map((rect) => Math.round(rect.top))).size;
    if (lines > 1) found.push(`two lines: ${key.textContent}`);
    if (key.parentElement.scrollWidth > key.parentElement.clientWidth + 1) found.push(`cut: ${key.textContent}`);
  }
  const top = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect().top;
  };
  const apart = (node, one, other) => Math.abs(top(node, one) - top(node, other)) > 6;
  for (const text of pane.querySelectorAll(".message.theirs .text")) {
    const words = text.textContent;
    for (const raw of ["None", "{", "}", "undefined", "\u2068"]) {
      if (words.includes(raw)) found.push(`raw: ${words.slice(0, 80)}`);
    }
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const each of node.data.matchAll(/(?<![\p{L}\p{N}])\p{L} (?=\S)/gu)) {
        if (apart(node, each.index, each.index + 2)) {
          found.push(`lone letter: ${node.data.slice(Math.max(0, each.index - 20), each.index + 20)}`);
        }
      }
      const last = node.data.match(/[^\S\u00a0](\S{1,3})\s*$/);
      if (last && node.data.length > 60 && apart(node, last.index - 1, last.index + 1)) {
        found.push(`lone last word: ${node.data.slice(-30)}`);
      }
    }
  }
  return found;
}
