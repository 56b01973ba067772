// The chart: a circle for each net, which mouse, finger and arrow keys point at.
import { h, say, svg, unique } from "../shared/dom.js";
import { number } from "../shared/numerals.js";
import { AREAS, amountText, shortMessage, TITLES } from "./messages.js";
import { BOTTOM, chart, LEFT, NARROW, netNamed, order, other, pointedAt, RIGHT, STRIP, TOP } from "./model.js";

const [HIGH, LOW] = [396, 340]; // of a wide and of a narrow chart
const KEYS = {
  ArrowRight: ["across", 1],
  ArrowLeft: ["across", -1],
  ArrowUp: ["top1", 1],
  ArrowDown: ["top1", -1],
  Home: ["across", -99],
  End: ["across", 99],
};

export class Chart {
  // on: { choose(name), preview(name, or "" for none) }
  constructor(on) {
    this.on = on;
    this.grid = svg("g", { "aria-hidden": "true" });
    this.nets = svg("g", { role: "radiogroup", "aria-label": "Nets" });
    this.names = svg("g", { class: "cs-names", "aria-hidden": "true" });
    this.drawing = svg("svg", {}, this.grid, this.nets, this.names);
    this.legend = h("p", { class: "cs-areas", id: unique("legend") });
    this.node = h("div", { class: "cs-chart" }, this.drawing, this.legend);
    this.listen();
  }

  listen() {
    this.drawing.addEventListener("click", (event) => {
      const name = this.at(event);
      if (!name) return;
      this.on.choose(name);
      this.marks.get(name).node.focus({ preventScroll: true });
    });
    this.drawing.addEventListener("pointermove", (event) => {
      if (event.pointerType === "mouse") this.hover(this.at(event));
    });
    this.drawing.addEventListener("pointerleave", () => this.hover(""));
    this.nets.addEventListener("keydown", (event) => {
      if (!(event.key in KEYS) || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.hover("");
      const [way, by] = KEYS[event.key];
      const names = order(this.state, way === "across" ? this.state.axis : way);
      const next = names.indexOf(this.state.chosen) + by;
      const name = names[Math.min(Math.max(next, 0), names.length - 1)];
      this.on.choose(name);
      this.marks.get(name).node.focus();
    });
  }

  // The name of the net under a pointer.
  at({ clientX, clientY }) {
    const { left, top } = this.drawing.getBoundingClientRect();
    return pointedAt(this.plan.circles, clientX - left, clientY - top);
  }

  hover(name) {
    if (name === this.hovered) return;
    this.hovered = name;
    this.on.preview(name);
  }

  // Draw a state, so wide; what only depends on the axis and the width is drawn again only when these change.
  show(s, wide, free) {
    this.state = s;
    if (s.axis !== this.axis || wide !== this.wide || s.nets !== this.drawn) {
      Object.assign(this, { axis: s.axis, wide, drawn: s.nets });
      this.plan = chart(s, wide, wide >= NARROW ? HIGH : LOW);
      this.draw(s, wide, wide >= NARROW ? HIGH : LOW);
    }
    this.node.classList.toggle("cs-pointed", Boolean(this.hovered));
    for (const [name, { node }] of this.marks) {
      const chosen = name === s.chosen;
      const kind = chosen ? "chosen" : name === s.beside ? "beside" : "";
      const classes = `cs-net ${kind && `cs-${kind}`} ${name === this.hovered ? "cs-hovered" : ""}`.trim();
      node.setAttribute("class", classes);
      node.setAttribute("aria-checked", String(chosen));
      node.setAttribute("tabindex", chosen ? "0" : "-1");
      node.setAttribute("aria-disabled", String(!free));
    }
  }

  draw(s, wide, high) {
    this.drawing.setAttribute("viewBox", `0 0 ${wide} ${high}`);
    this.drawing.setAttribute("width", wide);
    this.drawing.setAttribute("height", high);
    this.grid.replaceChildren(...this.axes(s, wide, high));
    const made = this.plan.circles.map((circle) => {
      const disc = { cx: circle.x.toFixed(1), cy: circle.y.toFixed(1), r: circle.r.toFixed(2) };
      const label = svg("text", { x: circle.labelX.toFixed(1), y: circle.labelY.toFixed(1) }, circle.name);
      const name = shortMessage(netNamed(s, circle.name));
      const node = svg("g", { role: "radio", "aria-label": name }, svg("circle", disc));
      return [circle.name, { node, label, r: circle.r }];
    });
    const held = this.nets.contains(document.activeElement) && s.chosen;
    this.marks = new Map(made);
    const largeFirst = made.map(([, mark]) => mark).sort((a, b) => b.r - a.r); // so that none hides a smaller one
    this.nets.replaceChildren(...largeFirst.map(({ node }) => node));
    this.names.replaceChildren(...made.map(([, { label }]) => label));
    if (held) this.marks.get(held).node.focus();
    this.drawLegend(s);
  }

  // Both axes with their ticks and names, and the strip of nets without a figure.
  axes(s, wide, high) {
    const [end, bottom] = [wide - RIGHT, high - BOTTOM];
    const words = (x, y, text, kind = "") => svg("text", { x: x.toFixed(1), y: y.toFixed(1), class: kind }, text);
    const line = (d) => svg("path", { d });
    return [
      words(1, 11, "top-1", "cs-start cs-title"),
      ...this.plan.up.flatMap(([y, value]) => [
        line(`M${LEFT} ${y.toFixed(1)}H${end}`),
        words(LEFT - 6, y + 4, `${value}%`, "cs-end"),
      ]),
      ...this.plan.across.flatMap(([x, value]) => [
        line(`M${x.toFixed(1)} ${TOP}V${bottom}`),
        words(x, bottom + 16, number(value)),
      ]),
      words((LEFT + end) / 2, bottom + 36, TITLES[s.axis], "cs-title"),
      ...(bottom > this.plan.floor ? [words(1, this.plan.floor + STRIP / 2 + 4, "none", "cs-start")] : []),
    ];
  }

  // Circles of known size.
  drawLegend({ axis }) {
    const area = other(axis);
    const samples = this.plan.legend.map(([r, value]) => {
      const side = Math.ceil(2 * r) + 2;
      const disc = svg("circle", { cx: side / 2, cy: side / 2, r: r.toFixed(2) });
      const drawing = svg("svg", { width: side, height: side, "aria-hidden": "true" }, disc);
      return h("span", {}, drawing, amountText(value, area));
    });
    const words = h("span", {});
    say(words, `Area of a circle: ${AREAS[area]}`);
    this.legend.replaceChildren(words, ...samples);
  }
}
