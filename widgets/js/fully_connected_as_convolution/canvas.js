// The canvas: what is written on it, the crop in view, and the stamp that keys move and a click puts down.
import { h } from "../shared/dom.js";
import { drawLine, render, STAMP, writeStamp, writeStroke } from "./ink.js";

const NEAR = 1.5; // pixels that the pen moves before a stroke gets another point
const FAR = 4; // pixels that an arrow key moves the stamp; with Shift 1
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
const KEYS =
  "Keys: 0 to 9 choose a stamp, arrows move it, with Shift by one pixel, Enter stamps, Backspace takes back, Delete clears";

export class Canvas {
  // `act` hears of mark(text), preview(image) while a stroke is drawn, tool(name), clear() and undo().
  constructor(act) {
    Object.assign(this, { act, tool: "pen", at: [FAR, FAR], digit: 7 });
    this.picture = h("canvas", { "aria-hidden": "true" });
    this.ghost = h("canvas", { class: "cs-ghost", "aria-hidden": "true", width: STAMP, height: STAMP });
    this.crop = h("i", { class: "cs-crop-frame" });
    this.field = h("i", { class: "cs-field-frame" });
    this.node = h("div", { class: "cs-canvas", role: "application" }, this.picture, this.ghost, this.crop, this.field);
    const on = (name, hear) => this.node.addEventListener(name, hear);
    on("pointerdown", (event) => this.press(event));
    on("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) on(name, () => this.release());
    on("keydown", (event) => this.key(event));
    on("pointerleave", () => this.hover(false));
    on("focus", () => {
      if (this.writes && this.node.matches(":focus-visible")) this.aim(this.at); // keys will move it
    });
    on("blur", () => this.hover(false));
  }

  show(s, image, writes) {
    this.s = s;
    this.writes = writes;
    this.node.classList.toggle("cs-written", writes);
    this.node.tabIndex = writes ? 0 : -1;
    for (const [name, value] of [
      ["--wide", s.width],
      ["--high", s.height],
    ])
      this.node.style.setProperty(name, value);
    this.node.setAttribute("aria-label", `Canvas of ${s.width}×${s.height} pixels.${writes ? ` ${KEYS}` : ""}`);
    this.image = image;
    paint(this.picture, image, s.width, s.height);
  }

  // Frames, in pixels: the crop in view, and what a cell of it sees, or null.
  frame(crop, field) {
    place(this.crop, crop);
    this.field.hidden = !field;
    if (field) place(this.field, field);
  }

  choose(tool) {
    this.tool = tool;
    if (tool !== "pen") this.digit = Number(tool);
    paint(this.ghost, render(writeStamp(this.digit, 0, 0), STAMP, STAMP), STAMP, STAMP);
    this.hover(false);
  }

  // ---- by mouse, pen and finger -----------------------------------------------------------------------------
  point(event) {
    const { left, top, width, height } = this.picture.getBoundingClientRect();
    const at = [((event.clientY - top) / height) * this.s.height, ((event.clientX - left) / width) * this.s.width];
    return at.map((value, axis) => Math.min(Math.max(value, 0), [this.s.height, this.s.width][axis]));
  }

  press(event) {
    if (!this.writes || event.button > 0 || this.points) return;
    const at = this.point(event);
    if (this.tool !== "pen") return this.stampAround(at);
    this.node.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.points = [at];
    this.ink = this.image.slice();
    this.draw(at, at);
  }

  move(event) {
    if (!this.writes) return;
    if (!this.points) {
      if (this.tool !== "pen" && event.pointerType === "mouse") this.aim(this.cornerAround(this.point(event)));
      return;
    }
    if (event.pointerId !== this.pointer) return;
    for (const one of event.getCoalescedEvents?.() ?? [event]) {
      const [at, last] = [this.point(one), this.points.at(-1)];
      if (Math.hypot(at[0] - last[0], at[1] - last[1]) < NEAR) continue;
      this.points.push(at);
      this.draw(last, at);
    }
  }

  draw(begin, end) {
    drawLine(this.ink, this.s.height, this.s.width, begin, end);
    this.frameAsked ??= requestAnimationFrame(() => {
      this.frameAsked = null;
      if (!this.points) return;
      paint(this.picture, this.ink, this.s.width, this.s.height);
      this.act.preview(this.ink);
    });
  }

  release() {
    if (!this.points) return;
    const points = this.points;
    this.points = null;
    if (!this.act.mark(writeStroke(points))) this.show(this.s, this.image, this.writes);
  }

  cornerAround([row, col]) {
    return [row, col].map((at) => Math.round(at - STAMP / 2));
  }

  stampAround(at) {
    this.act.mark(writeStamp(this.digit, ...this.cornerAround(at)));
  }

  // ---- by keyboard ------------------------------------------------------------------------------------------
  key(event) {
    if (!this.writes || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    const acts = {
      Delete: () => this.act.clear(),
      Backspace: () => this.act.undo(),
      Enter: () => this.stamp(),
      " ": () => this.stamp(),
    };
    if (command && event.key === "z") this.act.undo();
    else if (command) return;
    else if (/^\d$/.test(event.key)) this.take(event.key);
    else if (event.key in STEPS) this.shift(STEPS[event.key], event.shiftKey ? 1 : FAR);
    else if (event.key in acts) acts[event.key]();
    else return;
    event.preventDefault();
  }

  take(digit) {
    this.act.tool(digit);
    this.aim(this.at);
  }

  shift([down, across], by) {
    if (this.tool === "pen") this.act.tool(String(this.digit));
    const [row, col] = this.at;
    this.aim([row + by * down, col + by * across]);
    this.act.aimed(this.digit, ...this.at);
  }

  stamp() {
    if (this.tool === "pen") this.act.tool(String(this.digit));
    this.aim(this.at);
    this.act.mark(writeStamp(this.digit, ...this.at));
  }

  // Show the stamp with its corner at a pixel of the canvas, as near as it can stand whole.
  aim(corner) {
    this.at = corner.map((at, axis) =>
      Math.min(Math.max(at, 0), Math.max([this.s.height, this.s.width][axis] - STAMP, 0)),
    );
    this.hover(true);
    place(this.ghost, { top: this.at[0], left: this.at[1], down: STAMP, across: STAMP });
  }

  hover(on) {
    this.node.classList.toggle("cs-aims", on);
  }

  destroy() {
    cancelAnimationFrame(this.frameAsked);
  }
}

// Where a frame stands, in pixels of the canvas.
export function place(node, { top, left, down, across }) {
  for (const [name, value] of Object.entries({ top, left, down, across })) node.style.setProperty(`--${name}`, value);
}

// Draw ink, row by row from 0 to 1: black, and where there is none the paper. NaN is no paper: a grey pattern.
export function paint(canvas, ink, width, height) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  for (let n = 0; n < ink.length; n++) {
    const isNone = Number.isNaN(ink[n]);
    if (isNone) image.data.fill(128, 4 * n, 4 * n + 3);
    const pattern = ((n % width) + Math.floor(n / width)) % 3 ? 64 : 166;
    image.data[4 * n + 3] = isNone ? pattern : Math.round(255 * ink[n]);
  }
  context.putImageData(image, 0, 0);
}
