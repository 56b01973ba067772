// The curves: of images to train on, solid, and of those held out, dashed; a dotted line is blind guessing.
import { h, say, svg } from "../shared/dom.js";
import { grouped, number } from "../shared/numerals.js";
import { lossText } from "./messages.js";

const HIGH = 172; // pixels
const EDGE = { left: 42, right: 12, top: 10, bottom: 24 };
const LEAST_STEPS = 60; // along the bottom
const MOST_LOSS = 8; // what is higher runs along the top

export class Chart {
  // key: "loss" or "accuracy", whose curve for held-out images is called held_KEY.
  constructor(key, title) {
    Object.assign(this, { key, wide: 340 });
    this.grid = svg("g", { class: "cs-th-grid" });
    this.blind = svg("path", { class: "cs-th-blind" });
    this.train = svg("path", { class: "cs-th-train" });
    this.held = svg("path", { class: "cs-th-held" });
    this.labels = svg("g", { class: "cs-th-labels" });
    this.drawing = svg("svg", { "aria-hidden": "true" }, this.grid, this.blind, this.held, this.train, this.labels);
    this.values = h("span", { class: "cs-th-values" });
    this.node = h("div", { class: "cs-th-chart" }, h("p", {}, h("b", {}, title), this.values), this.drawing);
  }

  show(frame) {
    this.frame = frame;
    const { curves, classes } = frame;
    const isLoss = this.key === "loss";
    const train = curves[this.key];
    const held = curves[`held_${this.key}`];
    const blind = isLoss ? Math.log(classes) : 1 / classes;
    const seen = [...train, ...held].filter((value) => value !== null && value <= MOST_LOSS);
    this.top = isLoss ? Math.max(3, Math.ceil(Math.max(...seen, 1.2 * blind))) : 1;
    this.beyond = [...train, ...held].some((value) => value > this.top);
    this.last = frame.until || Math.max(LEAST_STEPS, curves.steps.at(-1));
    this.drawing.setAttribute("viewBox", `0 0 ${this.wide} ${HIGH}`);
    this.drawing.setAttribute("width", this.wide);
    this.drawing.setAttribute("height", HIGH);
    this.drawGrid(isLoss);
    const level = this.y(blind).toFixed(1);
    this.blind.setAttribute("d", `M${EDGE.left} ${level}H${this.wide - EDGE.right}`);
    this.train.setAttribute("d", this.line(curves.steps, train));
    this.held.setAttribute("d", this.line(curves.steps, held));
    const write = isLoss ? lossText : (value) => `${Math.round(100 * value)}%`;
    say(this.values, `training ${write(train.at(-1))}, held out ${write(held.at(-1))}`);
  }

  drawGrid(isLoss) {
    const levels = isLoss ? [0, this.top / 2, this.top] : [0, 0.5, 1];
    const steps = [0, this.last / 2, this.last].map(Math.round);
    const key = `${levels} ${steps} ${this.wide} ${this.beyond}`;
    if (key === this.drawn) return;
    this.drawn = key;
    const across = levels.map((value) =>
      svg("path", { d: `M${EDGE.left} ${this.y(value)}H${this.wide - EDGE.right}` }),
    );
    const label = (value) => `${this.beyond && value === this.top ? "≥ " : ""}${number(value)}`;
    const down = levels.map((value) =>
      svg(
        "text",
        { x: EDGE.left - 6, y: this.y(value) + 4, "text-anchor": "end" },
        isLoss ? label(value) : `${100 * value}%`,
      ),
    );
    const along = steps.map((step, n) =>
      svg(
        "text",
        { x: this.x(step), y: HIGH - 7, "text-anchor": ["start", "middle", "end"][n] },
        n === 2 ? `${grouped(step)} steps` : grouped(step),
      ),
    );
    this.grid.replaceChildren(...across, ...down, ...along);
  }

  x(step) {
    return EDGE.left + (step / this.last) * (this.wide - EDGE.left - EDGE.right);
  }

  y(value) {
    return EDGE.top + (1 - Math.min(value / this.top, 1)) * (HIGH - EDGE.top - EDGE.bottom);
  }

  // A value that is no number leaves a gap.
  line(steps, values) {
    let pen = "M";
    return steps
      .map((step, n) => {
        if (values[n] === null) {
          pen = "M";
          return "";
        }
        const point = `${pen}${this.x(step).toFixed(1)} ${this.y(values[n]).toFixed(1)}`;
        pen = "L";
        return point;
      })
      .join("");
  }

  fit(wide) {
    if (wide === this.wide) return;
    this.wide = wide;
    if (this.frame) this.show(this.frame);
  }
}
