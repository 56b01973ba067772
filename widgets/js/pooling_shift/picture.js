// The four pictures, as canvases of one pixel a number, and the curves, as an SVG.
import { h, say } from "../shared/dom.js";
import { MOST, POOLS, percent } from "./model.js";

const NAMES = ["photograph", "its upright edges", "pooled", "what has changed"];
const FAINT = 3; // times the mean difference of two cells, at which a change is drawn as black as can be
const HEIGHT = 230;
const EDGE = { left: 46, right: 16, top: 22, bottom: 42 };
const HIGHEST = 110; // percent
const WIDEST = 470;

const svg = (tag, props, ...children) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
  node.append(...children);
  return node;
};

// A short piece of a curve, for its name.
export const sample = (pool) =>
  svg(
    "svg",
    { class: "cs-shift-sample", viewBox: "0 0 24 10", "aria-hidden": "true" },
    svg("path", { class: `cs-curve cs-curve-${pool}`, d: "M2 5H22" }),
  );

export class Pictures {
  constructor() {
    this.panels = NAMES.map((name, n) => {
      const canvas = h("canvas", { class: n ? "cs-shift-ink" : "", role: "img", "aria-label": name });
      const title = h("div", { class: "cs-shift-title" }, name);
      return { canvas, title, node: h("div", { class: "cs-shift-panel" }, title, canvas) };
    });
    this.node = h(
      "div",
      { class: "cs-shift-pictures" },
      this.panels.map(({ node }) => node),
    );
  }

  show({ shift, pool }, { photograph, mapAt, before, spreads, most }) {
    const after = mapAt(shift, pool);
    const old = before[pool].values;
    const full = FAINT * spreads[pool] || 1;
    const [one, two, three, four] = this.panels.map(({ canvas }) => canvas);
    paint(
      one,
      photograph(shift),
      (value) => value,
      () => 255,
    );
    const edges = mapAt(shift, "none");
    const opacity = (value) => (255 * value) / most;
    paint(two, edges, () => 0, opacity);
    paint(three, after, () => 0, opacity);
    paint(
      four,
      after,
      () => 0,
      (value, k) => (255 * Math.abs(value - old[k])) / full,
    );
    say(this.panels[2].title, pool === "none" ? "not pooled" : "pooled");
  }
}

// Put a map on a canvas: `grey` and `alpha` give 0 to 255 for a value and its place.
function paint(canvas, { H, W, values }, grey, alpha) {
  if (canvas.width !== W || canvas.height !== H) Object.assign(canvas, { width: W, height: H });
  const context = canvas.getContext("2d");
  const picture = context.createImageData(W, H);
  for (let k = 0; k < values.length; k++) {
    picture.data.fill(grey(values[k]), 4 * k, 4 * k + 3);
    picture.data[4 * k + 3] = alpha(values[k], k);
  }
  context.putImageData(picture, 0, 0);
}

export class Chart {
  // `move` is told the shift that a pointer is at.
  constructor(move) {
    this.frame = svg("g", {});
    this.cursor = svg("path", { class: "cs-shift-cursor" });
    this.lines = POOLS.map((pool) => svg("polyline", { class: `cs-curve cs-curve-${pool}` }));
    this.dots = POOLS.map(() => svg("circle", { class: "cs-shift-dot", r: 3 }));
    this.value = svg("text", { class: "cs-shift-text cs-shift-value" });
    this.node = svg(
      "svg",
      { class: "cs-shift-chart", "aria-hidden": "true" },
      this.frame,
      this.cursor,
      ...this.lines,
      ...this.dots,
      this.value,
    );
    const point = (event) => {
      const box = this.node.getBoundingClientRect();
      const across = (event.clientX - box.left - EDGE.left) / (this.wide - EDGE.left - EDGE.right);
      move(Math.min(Math.max(Math.round(across * MOST), 0), MOST));
    };
    this.node.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.node.setPointerCapture(event.pointerId);
      point(event);
    });
    this.node.addEventListener("pointermove", (event) => {
      if (this.node.hasPointerCapture(event.pointerId)) point(event);
    });
    this.wide = WIDEST;
  }

  x(shift) {
    return EDGE.left + (shift / MOST) * (this.wide - EDGE.left - EDGE.right);
  }

  y(value) {
    return HEIGHT - EDGE.bottom - (value / HIGHEST) * (HEIGHT - EDGE.top - EDGE.bottom);
  }

  fit(width) {
    const wide = Math.min(width, WIDEST);
    if (wide === this.drawn) return;
    this.wide = wide;
    this.drawn = wide;
    this.node.setAttribute("viewBox", `0 0 ${wide} ${HEIGHT}`);
    this.node.style.width = `${wide}px`;
    const bottom = HEIGHT - EDGE.bottom;
    const text = (content, props) => svg("text", { class: "cs-shift-text", ...props }, content);
    this.frame.replaceChildren(
      text("how much of the map has changed", { x: 2, y: 12 }),
      ...[0, 50, 100].flatMap((value) => [
        svg("path", { class: "cs-shift-grid", d: `M${EDGE.left} ${this.y(value)}H${wide - EDGE.right}` }),
        text(`${value}%`, { x: EDGE.left - 8, y: this.y(value) + 4, "text-anchor": "end" }),
      ]),
      ...Array.from({ length: MOST + 1 }, (_, shift) =>
        text(String(shift), { x: this.x(shift), y: bottom + 18, "text-anchor": "middle" }),
      ),
      text("moved by, in pixels", { x: (EDGE.left + wide - EDGE.right) / 2, y: bottom + 36, "text-anchor": "middle" }),
    );
    if (this.last) this.show(...this.last);
  }

  show(s, all) {
    this.last = [s, all];
    if (!this.drawn) this.fit(this.wide);
    POOLS.forEach((pool, n) => {
      const values = all.curves[pool];
      const on = pool === s.pool;
      this.lines[n].setAttribute("points", values.map((value, shift) => `${this.x(shift)},${this.y(value)}`).join(" "));
      this.lines[n].classList.toggle("cs-on", on);
      this.dots[n].setAttribute("cx", this.x(s.shift));
      this.dots[n].setAttribute("cy", this.y(values[s.shift]));
      this.dots[n].setAttribute("r", on ? 6 : 3);
      this.dots[n].classList.toggle("cs-on", on);
    });
    this.cursor.setAttribute("d", `M${this.x(s.shift)} ${this.y(0)}V${this.y(HIGHEST)}`);
    const value = all.curves[s.pool][s.shift];
    const left = s.shift > MOST - 2;
    this.value.textContent = `${percent(value)}%`;
    this.value.setAttribute("x", this.x(s.shift) + (left ? -10 : 10));
    this.value.setAttribute("y", this.y(value) + 20);
    this.value.setAttribute("text-anchor", left ? "end" : "start");
  }
}
