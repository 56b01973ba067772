// A curve to draw: one point for each value along the bottom. Drag across it, or move a point by the arrow keys.
import { h } from "../shared/dom.js";
import { number } from "../shared/numerals.js";

const WIDEST = 440; // pixels; a narrower page gets a narrower drawing, not smaller letters
const HEIGHT = 240;
const EDGE = { left: 52, right: 18, top: 36, bottom: 44 };
const STEPS = 20; // from the least to the most

const svg = (tag, props, ...children) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
  node.append(...children);
  return node;
};

/**
 * Make the control of a curve: `curve` is { at, least, most, x, y }, `at` the values along the bottom, and perhaps `real`, the
 * heights that came out, which `reveal` lays over the guess.
 */
export function curveControl({ curve, unit = "" }, label, changed) {
  const { at, least, most } = curve;
  const points = at.length;
  let width = WIDEST;
  const across = () => width - EDGE.left - EDGE.right;
  const x = (n) => EDGE.left + (n / Math.max(points - 1, 1)) * across();
  const y = (value) => HEIGHT - EDGE.bottom - ((value - least) / (most - least)) * (HEIGHT - EDGE.top - EDGE.bottom);
  const step = (most - least) / STEPS;
  const snap = (value) => Number((Math.round(Math.min(Math.max(value, least), most) / step) * step).toPrecision(12));
  const middle = snap((least + most) / 2);

  let values = null; // until the reader touches it
  let shut = false;
  const line = svg("polyline", { class: "cs-guess-line" });
  const knobs = at.map((value, n) =>
    svg("circle", {
      class: "cs-guess-point",
      r: 8,
      tabindex: n === 0 ? "0" : "-1",
      role: "slider",
      "aria-orientation": "vertical",
      "aria-valuemin": least,
      "aria-valuemax": most,
      "aria-label": `${curve.y} where ${curve.x} is ${number(value)}`,
    }),
  );
  const frame = svg("g", { "aria-hidden": "true" });
  const real = svg("g", { class: "cs-guess-real" });
  real.style.display = "none";
  const parts = [frame, line, ...knobs, real];
  const drawing = svg("svg", { class: "cs-guess-curve", role: "group", "aria-label": label }, ...parts);

  const show = (guess) => {
    values = guess;
    const drawn = guess ?? at.map(() => middle);
    line.setAttribute("points", drawn.map((value, n) => `${x(n)},${y(value)}`).join(" "));
    drawing.classList.toggle("cs-untouched", guess === null);
    knobs.forEach((knob, n) => {
      knob.setAttribute("cx", x(n));
      knob.setAttribute("cy", y(drawn[n]));
      knob.setAttribute("aria-valuenow", drawn[n]);
      knob.setAttribute("aria-valuetext", `${number(drawn[n])}${unit && ` ${unit}`}`);
    });
  };
  const fit = (room) => {
    width = room;
    drawing.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
    frame.replaceChildren(...axes({ curve, unit, x, y, width }));
    if (curve.real) {
      const inFrame = (value) => y(Math.min(Math.max(value, least), most));
      real.replaceChildren(...realCurve(curve, x, inFrame, width));
    }
    show(values);
  };
  const put = (n, value) => {
    if (shut) return;
    const next = [...(values ?? at.map(() => middle))];
    next[n] = snap(value);
    show(next);
    changed(next);
  };
  // Where a pointer is, as the nearest point and the value there.
  const toPoint = (event) => {
    const box = drawing.getBoundingClientRect();
    const right = ((event.clientX - box.left) / box.width) * width;
    const down = ((event.clientY - box.top) / box.height) * HEIGHT;
    const n = Math.round(((right - EDGE.left) / across()) * (points - 1));
    const value = least + ((HEIGHT - EDGE.bottom - down) / (HEIGHT - EDGE.top - EDGE.bottom)) * (most - least);
    return [Math.min(Math.max(n, 0), points - 1), value];
  };
  drawing.addEventListener("pointerdown", (event) => {
    if (shut) return;
    event.preventDefault(); // no text is selected while drawing
    drawing.setPointerCapture(event.pointerId);
    put(...toPoint(event));
  });
  drawing.addEventListener("pointermove", (event) => {
    if (drawing.hasPointerCapture(event.pointerId)) put(...toPoint(event));
  });
  drawing.addEventListener("keydown", (event) => {
    const n = knobs.indexOf(event.target);
    if (n < 0) return;
    const now = (values ?? at.map(() => middle))[n];
    const value = { ArrowUp: now + step, ArrowDown: now - step, Home: least, End: most }[event.key];
    const next = knobs[n + ({ ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0)];
    if (value !== undefined) put(n, value);
    else if (next && next !== event.target) {
      event.target.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    } else return;
    event.preventDefault();
  });
  fit(WIDEST);
  new ResizeObserver(([{ contentRect }]) => {
    const room = Math.min(Math.round(contentRect.width), WIDEST);
    if (room && room !== width) fit(room);
  }).observe(drawing);
  return {
    node: h(
      "div",
      {},
      drawing,
      h(
        "p",
        { class: "cs-note" },
        "Draw across it, or use the arrow keys: up and down for a point, left and right for the next.",
      ),
    ),
    value: () => values,
    show,
    reveal: (yes) => {
      real.style.display = yes && curve.real ? "" : "none";
    },
    disable: (yes) => {
      shut = yes;
      drawing.classList.toggle("cs-shut", yes);
    },
    problem: () => (values === null ? "Draw a curve: drag a point up or down." : ""),
  };
}

function axes({ curve, unit, x, y, width }) {
  const bottom = HEIGHT - EDGE.bottom;
  const text = (content, props) => svg("text", { class: "cs-guess-text", ...props }, content);
  const lines = [curve.least, (curve.least + curve.most) / 2, curve.most].flatMap((value) => [
    svg("path", { class: "cs-guess-grid", d: `M${EDGE.left} ${y(value)}H${width - EDGE.right}` }),
    text(`${number(value)}${unit === "%" ? "%" : ""}`, { x: EDGE.left - 10, y: y(value) + 4, "text-anchor": "end" }),
  ]);
  const ticks = curve.at.map((value, n) => text(number(value), { x: x(n), y: bottom + 20, "text-anchor": "middle" }));
  const name = text(curve.x, { x: (EDGE.left + width - EDGE.right) / 2, y: bottom + 38, "text-anchor": "middle" });
  return [text(curve.y, { x: 4, y: 16 }), ...lines, ...ticks, name];
}

// What came out, as a line of its own kind, named above the frame; what is above the frame runs along its edge.
function realCurve({ real, most }, x, y, width) {
  const points = real.map((value, n) => `${x(n)},${y(value)}`).join(" ");
  const name = real.some((value) => value > most) ? "what came out, and higher still" : "what came out";
  const right = width - EDGE.right;
  return [
    svg("polyline", { class: "cs-guess-real-line", points }),
    svg("path", { class: "cs-guess-real-line", d: `M${right - 25} 11H${right}` }),
    svg("text", { class: "cs-guess-text", x: right - 32, y: 16, "text-anchor": "end" }, name),
  ];
}
