// A row of the padded input, to scale, with its windows and their neurons above it.
import { h, say, unique } from "../shared/dom.js";
import { plural } from "../shared/numerals.js";
import { windowMessage } from "./messages.js";
import { row } from "./model.js";

const LANES = 6;
const LARGEST = 34;
// Tops of the neurons, the windows and the row; how tall the row and all of it are.
const NEURON = 2;
const LANE = 26;
const ROW = 84;
const TALL = 22;
const HEIGHT = 126;
const STEPS = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 10,
  PageDown: -10,
  Home: -Infinity,
  End: Infinity,
};

const box = (x, y, w, t, kind) =>
  `<rect x="${x.toFixed(2)}" y="${y}" width="${Math.max(w, 0.6).toFixed(2)}" height="${t}" class="${kind}"/>`;

// Which windows to draw, and in which lane: all of them where the lanes suffice, else the first, the one in view, the last.
export function lanes(r, at) {
  const need = Math.min(Math.max(Math.ceil(r.span / r.S), 1), LANES + 1);
  const last = r.count - 1;
  if (need <= LANES || r.count <= LANES) {
    const rows = Math.min(need, Math.max(r.count + (r.next === null ? 0 : 1), 1), LANES);
    return { rows, shown: Array.from({ length: r.count }, (_, n) => [n, n % rows]), next: r.count % rows };
  }
  const shown = [[0, 0], [1, 1], [2, 2], ...(at > 2 && at < last ? [[at, 3]] : []), [last, r.next === null ? 5 : 4]];
  return { rows: LANES, shown, next: 5 };
}

// Runs of equal neighbours: [first, count, value].
function runs(values) {
  const found = [];
  for (const [n, value] of values.entries()) {
    if (found.length && found.at(-1)[2] === value) found.at(-1)[1]++;
    else found.push([n, 1, value]);
  }
  return found;
}

export class RowPicture {
  constructor(name) {
    Object.assign(this, { name, at: 0, hatch: unique("hatch") });
    this.art = h("div", { class: "cs-art", role: "slider", tabindex: "0", "aria-valuemin": "0" });
    this.note = h("p", { class: "cs-note" });
    this.legend = h("div", { class: "cs-legend" });
    this.node = h("div", { class: "cs-rowpic" }, this.art, this.legend, this.note);
    const point = (event) => {
      const x = (event.clientX - this.art.getBoundingClientRect().left - 1) / this.cell;
      this.move(Math.round((x - this.r.span / 2) / this.r.S));
    };
    this.art.addEventListener("pointermove", point);
    this.art.addEventListener("pointerdown", point);
    this.art.addEventListener("keydown", (event) => {
      if (!(event.key in STEPS) || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.move(this.at + STEPS[event.key]);
    });
  }

  show(side, s, name) {
    this.r = row(side, s);
    this.art.setAttribute(
      "aria-label",
      `${name} of the padded input, its windows and their neurons. Arrows choose a neuron.`,
    );
    this.at = Math.min(this.at, Math.max(this.r.count - 1, 0));
    this.fit();
    this.explain();
  }

  move(n) {
    const at = Math.min(Math.max(n, 0), Math.max(this.r.count - 1, 0));
    if (at === this.at) return;
    this.at = at;
    this.draw();
  }

  fit() {
    const width = this.node.clientWidth || 680;
    this.cell = Math.min((width - 2) / this.r.total, LARGEST);
    this.width = width;
    this.draw();
  }

  x(n) {
    return 1 + n * this.cell;
  }

  draw() {
    const { r, cell } = this;
    const parts = [];
    parts.push(
      `<defs><pattern id="${this.hatch}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" class="cs-hatch"/></pattern></defs>`,
    );
    parts.push(this.cells());
    const { rows, shown, next } = lanes(r, this.at);
    const pitch = Math.min(52 / rows, 15);
    const thick = Math.min(pitch - 2, 11);
    const top = (lane) => ROW - 6 - (rows - lane) * pitch;
    const inset = Math.min(cell * 0.12, 1.5);
    const bar = (start, lane, kind) => box(this.x(start) + inset, top(lane), r.span * cell - 2 * inset, thick, kind);
    for (const [n, lane] of shown) if (n !== this.at) parts.push(bar(n * r.S, lane, "cs-bar"));
    if (r.next !== null) parts.push(bar(r.next, next, "cs-bar cs-ghost"));
    const gap = Math.min(r.S * cell, 26);
    const wide = Math.max(gap - Math.min(gap * 0.2, 3), 0.8);
    if (gap < 2.5 && !r.refused && r.count)
      parts.push(box(this.middle(0), NEURON, (r.count - 1) * gap, 16, "cs-neuron"));
    for (let n = 0; n < r.count && gap >= 2.5 && !r.refused; n++)
      if (n !== this.at) parts.push(box(this.middle(n) - wide / 2, NEURON, wide, 16, "cs-neuron"));
    if (r.count) parts.push(this.active(shown, top, thick, inset, Math.max(wide, 3)));
    if (shown.length < r.count)
      parts.push(
        `<text x="${this.width - 2}" y="${LANE + 10}" text-anchor="end">${r.count - shown.length} windows not drawn</text>`,
      );
    parts.push(this.zeros(), this.measures());
    this.art.innerHTML = `<svg viewBox="0 0 ${this.width} ${HEIGHT}" width="${this.width}" height="${HEIGHT}" aria-hidden="true">${parts.join("")}</svg>`;
    this.say();
  }

  middle(n) {
    return this.x(n * this.r.S + this.r.span / 2);
  }

  // The window in view: its neuron, the cells that it reads and the lines between them.
  active(shown, top, thick, inset, wide) {
    const { r, cell, at } = this;
    const lane = shown.find(([n]) => n === at)[1];
    const start = at * r.S;
    const y = top(lane);
    const left = this.x(start) + inset;
    const right = this.x(start + r.span) - inset;
    const middle = this.middle(at);
    const taps = Array.from({ length: r.dilation === 1 ? 1 : r.F }, (_, u) => [
      start + u * r.dilation,
      r.dilation === 1 ? r.F : 1,
    ]);
    const read = taps.map(([first, n]) => box(this.x(first), ROW, n * cell, TALL, "cs-read")).join("");
    return (
      `${read}<path class="cs-lead" d="M${middle} ${NEURON + 16}L${left} ${y}M${middle} ${NEURON + 16}L${right} ${y}M${left} ${y + thick}V${ROW}M${right} ${y + thick}V${ROW}"/>` +
      box(left, y, right - left, thick, "cs-bar cs-on") +
      (r.refused ? "" : box(middle - wide / 2, NEURON, wide, 16, "cs-neuron cs-on"))
    );
  }

  kinds() {
    const { length, added, P } = this.r;
    return Array.from({ length: length + added }, (_, n) =>
      n >= length ? "cs-extra" : n < P || n >= length - P ? "cs-pad" : "cs-in",
    );
  }

  zeros() {
    if (this.cell < 13) return "";
    return this.kinds()
      .map((kind, n) =>
        kind === "cs-in" ? "" : `<text x="${this.x(n + 0.5)}" y="${ROW + 15.5}" text-anchor="middle">0</text>`,
      )
      .join("");
  }

  // The cells: one by one where they can be told apart, else in bands.
  cells() {
    const { r, cell } = this;
    const fine = cell < 5;
    const parts = [];
    for (const [first, count, name] of runs(this.kinds())) {
      if (fine) parts.push(box(this.x(first), ROW, count * cell, TALL, name));
      else for (let n = first; n < first + count; n++) parts.push(box(this.x(n) + 0.5, ROW, cell - 1, TALL, name));
    }
    for (const [first, count, missed] of runs(r.unread)) {
      if (missed)
        parts.push(
          `<rect x="${this.x(first)}" y="${ROW - 3}" width="${Math.max(count * cell, 2)}" height="${TALL + 6}" fill="url(#${this.hatch})" class="cs-missed"/>`,
        );
    }
    return parts.join("");
  }

  // W under the input; the cells left over at the end, named.
  measures() {
    const { r, cell } = this;
    const y = ROW + TALL + 9;
    const left = this.x(r.P);
    const right = this.x(r.P + r.side);
    const middle = (left + right) / 2;
    const label = `${this.name} = ${r.side}`;
    const half = label.length * 4 + 4;
    const parts = [];
    parts.push(
      `<path class="cs-rule" d="M${left} ${y}H${middle - half}M${middle + half} ${y}H${right}M${left} ${y - 4}v8M${right} ${y - 4}v8"/>`,
    );
    parts.push(`<text x="${middle}" y="${y + 4.5}" text-anchor="middle" class="cs-measure">${label}</text>`);
    if (r.P && r.P * cell > 34)
      parts.push(`<text x="${this.x(r.P / 2)}" y="${y + 4.5}" text-anchor="middle">P = ${r.P}</text>`);
    return parts.join("");
  }

  explain() {
    const { r } = this;
    const missed = r.unread.filter(Boolean).length;
    const entry = (kind, text) => h("span", {}, h("i", { class: kind, "aria-hidden": "true" }), text);
    const common = () => [
      entry("cs-bar", `window of ${r.span}, stride ${r.S}`),
      entry("cs-in", plural(r.side, "input cell")),
      ...(r.P ? [entry("cs-pad", `padding, ${r.P} a side`)] : []),
    ];
    this.legend.replaceChildren(
      entry("cs-neuron", r.refused ? "no neurons: refused" : plural(r.count, "neuron")),
      ...(this.name === "W" ? common() : []),
      ...(r.added ? [entry("cs-extra", `${plural(r.added, "zero")} added to round up`)] : []),
      ...(missed && r.count ? [entry("cs-missed", `${plural(missed, "cell")} read by no window`)] : []),
      ...(r.next === null
        ? []
        : [entry("cs-ghost", r.length < r.span ? "window too large" : "next window, which does not fit")]),
    );
  }

  say() {
    const { r } = this;
    const words = r.count ? windowMessage(r, this.at) : "No neuron: there is no output.";
    say(this.note, words);
    for (const [name, value] of [
      ["now", this.at],
      ["max", Math.max(r.count - 1, 0)],
      ["text", words],
    ])
      this.art.setAttribute(`aria-value${name}`, String(value));
  }
}
