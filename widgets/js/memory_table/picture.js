// The picture: memory over one step, moment by moment, forward up the mountain and backward down, piled up by source.

import { h, svg } from "../shared/dom.js";
import { formatBytes, partsOf, rowName } from "./messages.js";
import { GIB } from "./model.js";

const HIGH = 190; // of the plot, in pixels; around it the margins
const LEFT = 62;
const RIGHT = 6;
const TOP = 40;
const BOTTOM = 36;
const BEYOND = 1.9; // a card that is so many times as high as the mountain is only named
const LETTER = 7; // pixels of a letter, roughly
const LEAST = 15; // pixels of height that a name needs
const UNITS = [
  ["GiB", 2 ** 30],
  ["MiB", 2 ** 20],
  ["KiB", 2 ** 10],
  ["bytes", 1],
];

export const sourceClass = (source) => `cs-mem-${source.replaceAll(" ", "-")}`;
export const momentName = (all, { row, stage }) => `${stage} pass of ${rowName(all, row)}`;

export class Picture {
  // on: { choose(moment), point(moment or null) }, moments by their number.
  constructor(on) {
    this.on = on;
    this.stage = svg("svg", { class: "cs-mem-drawing", "aria-hidden": "true" });
    this.node = h(
      "div",
      {
        class: "cs-mem-picture",
        role: "slider",
        tabindex: "0",
        "aria-label": "Memory over one step, moment by moment",
        "aria-valuemin": "1",
        onkeydown: (event) => this.key(event),
        onpointermove: (event) => on.point(this.momentAt(event)),
        onpointerleave: () => on.point(null),
        onclick: (event) => this.click(event),
      },
      this.stage,
    );
  }

  show(all, card) {
    Object.assign(this, { all, card });
    this.draw();
  }

  fit(wide) {
    this.wide = wide;
    if (this.all) this.draw();
  }

  draw() {
    const { all, wide } = this;
    this.step = (wide - LEFT - RIGHT) / all.moments.length;
    const limit = this.card * GIB;
    this.beyond = limit > BEYOND * all.total;
    this.top = 1.04 * Math.max(all.total, this.beyond ? 0 : limit);
    this.lit = svg("path", { class: "cs-mem-pointed" });
    this.chosen = svg("path", { class: "cs-mem-chosen" });
    this.stage.setAttribute("viewBox", `0 0 ${wide} ${TOP + HIGH + BOTTOM}`);
    this.stage.replaceChildren(
      ...this.grid(),
      ...this.areas(),
      this.lit,
      this.chosen,
      ...this.stages(),
      ...this.cardLine(limit),
      ...this.fullest(),
    );
    this.node.setAttribute("aria-valuemax", String(all.moments.length));
  }

  x(moment) {
    return LEFT + moment * this.step;
  }

  y(bytes) {
    return TOP + HIGH * (1 - bytes / this.top);
  }

  // Lines at round numbers of bytes.
  grid() {
    const [unit, size] = UNITS.find(([, bytes]) => this.top >= bytes) ?? UNITS.at(-1);
    const rough = this.top / size / 5;
    const power = 10 ** Math.floor(Math.log10(rough));
    const pace = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough);
    const values = Array.from({ length: Math.floor(this.top / size / pace) + 1 }, (_, n) => n * pace);
    return values.flatMap((value) => {
      const y = this.y(value * size);
      return [
        svg("path", { class: "cs-mem-grid", d: `M${LEFT} ${y.toFixed(1)}H${this.wide - RIGHT}` }),
        svg(
          "text",
          { x: LEFT - 6, y: y + 4, class: "cs-mem-end" },
          `${Number(value.toPrecision(3))} ${value ? unit : ""}`,
        ),
      ];
    });
  }

  // An area for each source, its floor the ceiling of the one below.
  areas() {
    const { moments } = this.all;
    const piles = moments.map((moment) => partsOf(this.all, moment));
    let floor = moments.map(() => 0);
    return piles[0].flatMap(([source], n) => {
      const ceiling = floor.map((below, i) => below + piles[i][n][1]);
      const up = ceiling.map((bytes, i) => `V${this.y(bytes).toFixed(1)}H${this.x(i + 1).toFixed(1)}`);
      const down = floor.map((bytes, i) => `V${this.y(bytes).toFixed(1)}H${this.x(i).toFixed(1)}`).reverse();
      const area = svg("path", {
        class: `cs-mem-area ${sourceClass(source)}`,
        d: `M${LEFT} ${this.y(floor[0]).toFixed(1)}${up.join("")}${down.join("")}Z`,
      });
      const label = this.label(source, floor, ceiling);
      floor = ceiling;
      return [area, label];
    });
  }

  // An area's name, in the middle of where it is highest, if there is room for it.
  label(source, floor, ceiling) {
    const across = Math.ceil((LETTER * source.length) / this.step / 2);
    let best = null;
    for (let at = across; at < floor.length - across; at++) {
      const around = (bytes) => bytes.slice(at - across, at + across + 1);
      const top = this.y(Math.min(...around(ceiling)));
      const bottom = this.y(Math.max(...around(floor)));
      if (!best || bottom - top > best.bottom - best.top + 1) best = { at, top, bottom };
    }
    if (!best || best.bottom - best.top < LEAST) return "";
    const place = { x: this.x(best.at + 0.5), y: (best.top + best.bottom) / 2 + 4 };
    return svg("text", { ...place, class: "cs-mem-middle cs-mem-inside" }, source);
  }

  // Which moments are forward and which backward, and some layers' numbers.
  stages() {
    const { moments } = this.all;
    const turn = moments.findIndex(({ stage }) => stage === "backward");
    const ends =
      turn < 0
        ? [[0, moments.length, "forward"]]
        : [
            [0, turn, "forward"],
            [turn, moments.length, "backward"],
          ];
    const bottom = TOP + HIGH;
    const parts = ends.flatMap(([from, to, stage]) => [
      svg(
        "text",
        { x: (this.x(from) + this.x(to)) / 2, y: bottom + 31, class: "cs-mem-middle" },
        stage === "forward" ? "forward pass →" : "→ backward pass",
      ),
    ]);
    if (turn > 0)
      parts.push(svg("path", { class: "cs-mem-turn", d: `M${this.x(turn).toFixed(1)} ${TOP}V${bottom + 20}` }));
    let last = -Infinity;
    moments.forEach(({ row }, n) => {
      const x = this.x(n + 0.5);
      if (x - last < 26 || (n && row % 5 && n !== turn)) return;
      last = x;
      parts.push(svg("text", { x, y: bottom + 15, class: "cs-mem-middle" }, String(row)));
    });
    return parts;
  }

  cardLine(limit) {
    if (this.beyond) {
      const words = `a card of ${formatBytes(limit).replace(".0", "")} is higher than this picture ↑`;
      return [svg("text", { x: this.wide - RIGHT, y: 12, class: "cs-mem-end" }, words)];
    }
    const y = this.y(limit);
    return [
      svg("path", { class: "cs-mem-card-line", d: `M${LEFT} ${y.toFixed(1)}H${this.wide - RIGHT}` }),
      svg(
        "text",
        { x: LEFT + 5, y: y + (y < TOP + 24 ? 15 : -5), class: "cs-mem-halo" },
        `your card: ${formatBytes(limit).replace(".0", "")}`,
      ),
    ];
  }

  // The fullest moment, marked and named.
  fullest() {
    const { all } = this;
    const x = this.x(all.peak + 0.5);
    const y = this.y(all.total);
    const where = this.wide > 450 ? momentName(all, all.fullest) : `${all.fullest.stage}, layer ${all.fullest.row}`;
    const words = `fullest: ${formatBytes(all.total)}, ${where}`;
    const half = words.length * 3.6;
    const at = Math.max(Math.min(x, this.wide - half), half);
    return [
      svg("path", { class: "cs-mem-mark", d: `M${x.toFixed(1)} ${(y - 1).toFixed(1)}l-5 -8h10z` }),
      svg("text", { x: at, y: 28, class: "cs-mem-middle cs-mem-strong" }, words),
    ];
  }

  // Light up moments: those of the row in focus, and those that are pointed at.
  choose(moments, now) {
    this.chosen.setAttribute("d", this.columns(moments));
    this.node.setAttribute("aria-valuenow", String(now + 1));
    const moment = this.all.moments[now];
    this.node.setAttribute("aria-valuetext", `${momentName(this.all, moment)}: ${formatBytes(moment.total)}`);
    this.now = now;
  }

  point(moments) {
    this.lit.setAttribute("d", this.columns(moments));
  }

  columns(moments) {
    return moments
      .map((n) => {
        const y = this.y(this.all.moments[n].total);
        return `M${this.x(n).toFixed(1)} ${y.toFixed(1)}H${this.x(n + 1).toFixed(1)}V${TOP + HIGH}H${this.x(n).toFixed(1)}Z`;
      })
      .join("");
  }

  momentAt({ clientX }) {
    const box = this.stage.getBoundingClientRect();
    const n = Math.floor((((clientX - box.left) / box.width) * this.wide - LEFT) / this.step);
    return n >= 0 && n < this.all.moments.length ? n : null;
  }

  click(event) {
    const n = this.momentAt(event);
    if (n !== null) this.on.choose(n);
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.all.moments.length - 1;
    const { now } = this;
    const to = {
      ArrowLeft: now - 1,
      ArrowDown: now - 1,
      ArrowRight: now + 1,
      ArrowUp: now + 1,
      PageDown: now - 10,
      PageUp: now + 10,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    this.on.choose(Math.min(Math.max(to, 0), last));
    event.preventDefault();
  }
}
