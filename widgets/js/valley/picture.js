// The valley from above: lines of equal height, the walks with a dot at each step, and the start, which can be moved.
import { h, svg } from "../shared/dom.js";
import { drawable, FAR, NAMES, NEAR, ROOM, STEEP, turned } from "./model.js";

const SCALE = 64; // of a unit of the valley, in the drawing's own units
const [WIDE, HIGH] = ROOM.map((half) => 2 * half * SCALE);
const BEYOND = 99; // how far a line goes that leaves the picture
const HEIGHTS = [0.5, 2, 5, 10, 17, 26, 37, 50, 70, 95, 125, 160, 200];
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const PACE = 0.1;
const round = (value) => Math.round(value * 100) / 100;

export class Picture {
  // `move` is told another start, [along, across].
  constructor(move) {
    this.move = move;
    this.heights = svg(
      "g",
      { class: "cs-heights" },
      HEIGHTS.map((height) =>
        svg("ellipse", { rx: Math.sqrt(2 * height) * SCALE, ry: Math.sqrt((2 * height) / STEEP) * SCALE }),
      ),
    );
    this.walks = Object.fromEntries(
      NAMES.map((name) => [
        name,
        {
          line: svg("polyline", { class: `cs-walk cs-rule-${name}` }),
          dots: svg("path", { class: `cs-steps cs-rule-${name}` }),
          end: svg("circle", { class: `cs-end cs-rule-${name}`, r: 5.5 }),
        },
      ]),
    );
    this.begin = svg("circle", { class: "cs-start", r: 9 });
    const cross = svg("path", { class: "cs-cross", d: "M-8 0H8M0 -8V8" });
    const goal = svg("circle", { class: "cs-goal", r: NEAR * SCALE });
    const drawing = svg(
      "svg",
      { viewBox: `${-WIDE / 2} ${-HIGH / 2} ${WIDE} ${HIGH}`, "aria-hidden": "true" },
      this.heights,
      goal,
      Object.values(this.walks).map(({ line, dots }) => [line, dots]),
      cross,
      Object.values(this.walks).map(({ end }) => end),
      this.begin,
    );
    this.node = h("div", { class: "cs-land", role: "application", tabindex: "0" }, drawing);
    this.listen();
  }

  listen() {
    this.node.addEventListener("pointerdown", (event) => {
      if (!this.movable) return;
      this.node.setPointerCapture(event.pointerId);
      this.take(this.at(event));
      this.node.focus({ preventScroll: true });
      event.preventDefault();
    });
    this.node.addEventListener("pointermove", (event) => {
      if (this.node.hasPointerCapture(event.pointerId)) this.take(this.at(event));
    });
    this.node.addEventListener("keydown", (event) => {
      const arrow = ARROWS[event.key];
      if (!arrow || !this.movable || event.altKey || event.ctrlKey || event.metaKey) return;
      const by = PACE * (event.shiftKey ? 5 : 1);
      this.take(this.s.begin.map((one, n) => one + by * arrow[n]));
      event.preventDefault();
    });
  }

  // The place under a pointer, as it lies in the straight valley.
  at({ clientX, clientY }) {
    const box = this.node.getBoundingClientRect();
    const scale = WIDE / box.width / SCALE;
    const place = [clientX - box.left - box.width / 2, box.top + box.height / 2 - clientY];
    return turned(
      place.map((one) => one * scale),
      -this.s.turn,
    );
  }

  take(start) {
    this.move(start.map((one, n) => round(Math.min(Math.max(one, -FAR[n]), FAR[n]))));
  }

  show(s, walks, names, movable) {
    Object.assign(this, { s, movable });
    this.heights.setAttribute("transform", `rotate(${-s.turn})`);
    const drawn = (place) => place.map((one) => Math.min(Math.max(one, -BEYOND), BEYOND) * SCALE);
    for (const [name, { line, dots, end }] of Object.entries(this.walks)) {
      const shown = names.includes(name);
      for (const node of [line, dots, end]) node.classList.toggle("cs-none", !shown);
      if (!shown) continue;
      const points = walks[name].places.slice(0, Math.min(s.step, drawable(walks[name])) + 1).map((place) => {
        const [x, y] = drawn(place);
        return `${x.toFixed(1)} ${(-y).toFixed(1)}`;
      });
      line.setAttribute("points", points.join(" "));
      dots.setAttribute("d", points.map((point) => `M${point}h0`).join(""));
      const [cx, cy] = points.at(-1).split(" ");
      end.setAttribute("cx", cx);
      end.setAttribute("cy", cy);
    }
    const [x, y] = turned(s.begin, s.turn);
    this.begin.setAttribute("cx", x * SCALE);
    this.begin.setAttribute("cy", -y * SCALE);
    this.node.classList.toggle("cs-movable", movable);
    const keys = movable ? " Arrow keys move it, with Shift further." : "";
    const [along, across] = s.begin.map((one) => String(one).replace("-", "−"));
    this.node.setAttribute("aria-label", `Valley. Start: ${along} along, ${across} across.${keys}`);
  }
}

// A short piece of a walk, for its name.
export const sample = (name) =>
  svg(
    "svg",
    { class: "cs-sample", viewBox: "0 0 40 10", "aria-hidden": "true" },
    svg("path", { class: `cs-walk cs-rule-${name}`, d: "M2 5H38" }),
  );
