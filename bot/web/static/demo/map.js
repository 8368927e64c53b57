// What does a place look like without a map server? A drawn quarter, the same for the same point.

import { s } from "./dom.js";

/** A schematic map with a pin in the middle. */
export function mapTile(latitude, longitude) {
  const next = dice(Math.round(latitude * 1e4) * 31 + Math.round(longitude * 1e4));
  const svg = s("svg", { viewBox: "0 0 320 150", class: "map", "aria-hidden": "true", preserveAspectRatio: "xMidYMid slice" });
  svg.append(s("rect", { class: "map-land", width: 320, height: 150 }));
  const turned = s("g", { transform: `rotate(${(next() * 26 - 13).toFixed(1)} 160 75)` });
  const columns = steps(next, -60, 380, 44, 74);
  const rows = steps(next, -70, 220, 34, 56);
  for (let i = 0; i + 1 < columns.length; i++) {
    for (let j = 0; j + 1 < rows.length; j++) {
      const kind = next() < 0.16 ? "map-park" : "map-block";
      const box = { x: columns[i] + 4, y: rows[j] + 4, width: columns[i + 1] - columns[i] - 8, height: rows[j + 1] - rows[j] - 8, rx: 3 };
      turned.append(s("rect", { class: kind, ...box }));
      if (kind === "map-block" && next() < 0.6) {
        turned.append(s("rect", { class: "map-house", x: box.x + 6, y: box.y + 5, width: box.width * (0.3 + next() * 0.4), height: box.height * 0.45, rx: 2 }));
      }
    }
  }
  svg.append(turned);
  const bend = 20 + next() * 90;
  svg.append(s("path", { class: "map-water", d: `M-20 ${bend} C80 ${bend + 50} 150 ${bend - 70} 340 ${bend + 40 - next() * 80}` }));
  const road = next() * 60 + 40;
  svg.append(s("path", { class: "map-road", d: `M${road} -10 C${road + 30} 60 ${road + 90} 70 ${road + 130} 170` }));
  svg.append(s("ellipse", { class: "map-shade", cx: 160, cy: 83, rx: 9, ry: 3 }));
  svg.append(s("path", { class: "map-pin", d: "M160 82c-9-12-15-19-15-28a15 15 0 0 1 30 0c0 9-6 16-15 28z" }));
  svg.append(s("circle", { class: "map-eye", cx: 160, cy: 54, r: 5.5 }));
  return svg;
}

function steps(next, from, to, least, most) {
  const found = [from];
  while (found.at(-1) < to) found.push(Math.round(found.at(-1) + least + next() * (most - least)));
  return found;
}

function dice(seed) {
  let state = (seed >>> 0) || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
