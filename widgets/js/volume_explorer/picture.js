// The picture: the image, a canvas for each volume, the scores, and the slice in view enlarged.
import { h, say } from "../shared/dom.js";
import { plan, spot } from "./layout.js";
import { size, two } from "./messages.js";
import { seen } from "./model.js";

const canvas = (props = {}) => h("canvas", { "aria-hidden": "true", ...props });
const mark = (kind) => h("div", { class: `cs-outline cs-outline-${kind}`, hidden: true });

export class Picture {
  // `actions`: point(at) while the reader points at a neuron, leave(), choose(at) when they take it.
  constructor(actions) {
    this.actions = actions;
    this.image = canvas({ class: "cs-image" });
    this.field = mark("field");
    this.inputSize = h("span", {});
    this.frame = h("div", { class: "cs-frame" }, this.image, this.field);
    this.input = h("div", { class: "cs-input" }, h("div", { class: "cs-name" }, h("b", {}, "INPUT"), this.inputSize));
    this.input.append(this.frame);
    this.volumes = h("div", { class: "cs-volumes" });
    this.scores = h("div", { class: "cs-scores" });
    this.nodes = [this.input, this.volumes, this.scores];
  }

  // Make the elements for a net's volumes; `labels` name the scores.
  build(volumes, labels) {
    say(this.inputSize, size(volumes[0]));
    this.parts = volumes.slice(1, -1).map((one, n) => {
      const [kind, which = ""] = one.name.split(" ");
      const slices = canvas();
      const mine = mark("slice");
      const read = mark("read");
      const box = h("div", { class: "cs-tiles" }, slices, read, mine);
      const name = h("div", { class: "cs-name" }, h("b", {}, `${kind} ${which}`), h("span", {}, size(one)));
      const node = h("div", { class: "cs-volume" }, name, box);
      this.listen(box, (event) => this.neuronAt(n + 1, box, event));
      return { node, box, slices, mine, read };
    });
    this.volumes.replaceChildren(...this.parts.map(({ node }) => node));
    const last = volumes.at(-1);
    this.bars = labels.map((label, slice) => {
      const at = { volume: volumes.length - 1, slice, row: 0, col: 0 };
      const bar = h("span", { class: "cs-bar" }, h("i", {}));
      const value = h("span", { class: "cs-score" });
      const node = h(
        "button",
        { type: "button", tabindex: "-1", onclick: () => this.actions.choose(at) },
        h("span", { class: "cs-label" }, label),
        bar,
        value,
      );
      node.addEventListener("pointerenter", ({ pointerType }) => pointerType === "mouse" && this.actions.point(at));
      node.addEventListener("pointerleave", () => this.actions.leave());
      return { node, bar: bar.firstChild, value };
    });
    const name = h("div", { class: "cs-name" }, h("b", {}, last.name), h("span", {}, size(last)));
    this.scores.replaceChildren(name, ...this.bars.map(({ node }) => node));
  }

  listen(box, find) {
    box.addEventListener("pointermove", (event) => {
      const at = event.pointerType === "mouse" && find(event);
      if (at) this.actions.point(at);
    });
    box.addEventListener("pointerleave", () => this.actions.leave());
    box.addEventListener("click", (event) => {
      const at = find(event);
      if (at) this.actions.choose(at);
    });
  }

  // The neuron under the pointer in a volume's slices, or null between them.
  neuronAt(volume, box, { clientX, clientY }) {
    const { left, top } = box.getBoundingClientRect();
    const found = spot(this.plan, volume, clientX - left, clientY - top);
    if (!found) return null;
    const { H, W } = this.shown[volume];
    return { volume, slice: found.slice, row: Math.floor(found.down * H), col: Math.floor(found.across * W) };
  }

  // Draw what the net makes of a picture.
  show(volumes) {
    this.shown = volumes;
    paint(this.image, volumes[0], (n, area) => [0, 1, 2].map((c) => volumes[0].data[c * area + n]));
    this.parts.forEach(({ slices }, n) => this.drawSlices(slices, n + 1));
    const { data } = volumes.at(-1);
    const most = data.reduce((found, value) => Math.max(found, Math.abs(value)), 1e-9);
    const best = data.indexOf(Math.max(...data));
    this.bars.forEach(({ node, bar, value }, k) => {
      node.classList.toggle("cs-best", k === best);
      bar.className = data[k] < 0 ? "cs-below" : "";
      bar.style.width = `${(Math.abs(data[k]) / most) * 50}%`;
      say(value, two(data[k]));
    });
  }

  drawSlices(slices, volume) {
    const { tile, gap, places, width, height } = this.plan[volume];
    const scale = globalThis.devicePixelRatio || 1;
    slices.width = Math.round(width * scale);
    slices.height = Math.round(height * scale);
    slices.style.width = `${width}px`;
    slices.style.height = `${height}px`;
    const context = slices.getContext("2d");
    const one = this.shown[volume];
    const small = canvas();
    context.imageSmoothingEnabled = tile * scale < one.W; // when it has to be made smaller, and not when larger
    context.imageSmoothingQuality = "high";
    places.forEach(([column, row], k) => {
      paint(small, one, greys(one, k));
      const at = [column, row].map((step) => Math.round(step * (tile + gap) * scale));
      context.drawImage(small, ...at, Math.round(tile * scale), Math.round(tile * scale));
    });
  }

  // Mark a neuron: its slice, what of the volume before it is read, and its field in the image.
  mark(s, at) {
    const kind = s.net.layers[at.volume - 1]?.kind;
    this.parts.forEach(({ mine, read }, n) => {
      const volume = n + 1;
      mine.hidden = volume !== at.volume;
      if (!mine.hidden) this.frameSlice(mine, volume, at.slice);
      read.hidden = volume !== at.volume - 1;
      if (read.hidden) return;
      if (kind === "CONV" || kind === "FC")
        Object.assign(read.style, { left: 0, top: 0, width: "100%", height: "100%" });
      else this.frameSlice(read, volume, at.slice);
    });
    this.bars.forEach(({ node }, k) =>
      node.classList.toggle("cs-chosen", at.volume === this.shown.length - 1 && k === at.slice),
    );
    const { top, bottom, left, right } = seen(s, at);
    this.field.hidden = false;
    const percent = (value, side) => `${(100 * value) / side}%`;
    Object.assign(this.field.style, {
      left: percent(left, s.net.W),
      top: percent(top, s.net.H),
      width: percent(right - left + 1, s.net.W),
      height: percent(bottom - top + 1, s.net.H),
    });
  }

  frameSlice(node, volume, slice) {
    const { tile, gap, places } = this.plan[volume];
    const [column, row] = places[slice];
    const at = { left: column, top: row };
    for (const side of ["left", "top"]) node.style[side] = `${at[side] * (tile + gap)}px`;
    Object.assign(node.style, { width: `${tile}px`, height: `${tile}px` });
  }

  // Lay the volumes out for a width, and draw them again.
  fit(width, volumes) {
    this.plan = plan(width, volumes);
    if (this.shown) this.parts.forEach(({ slices }, n) => this.drawSlices(slices, n + 1));
  }
}

// The greys of one slice: 0 is black, or the middle grey where the volume has negative numbers. White is the slice's
// largest number, but a slice that is all but silent stays so.
export function greys({ data, H, W }, slice) {
  const area = H * W;
  const largest = (values) => values.reduce((found, value) => Math.max(found, Math.abs(value)), 1e-9);
  const most = Math.max(largest(data.subarray(slice * area, (slice + 1) * area)), 0.3 * largest(data));
  const negative = data.some((value) => value < 0);
  return (n) => {
    const value = data[slice * area + n] / most;
    return Array(3).fill(negative ? value / 2 + 0.5 : value);
  };
}

// Write an image of H x W pixels; `colour(n, area)` gives the n-th of them, three numbers from 0 to 1.
export function paint(node, { H, W }, colour) {
  node.width = W;
  node.height = H;
  const context = node.getContext("2d");
  const pixels = context.createImageData(W, H);
  for (let n = 0; n < H * W; n++) {
    const [red, green, blue] = colour(n, H * W);
    pixels.data.set([255 * red, 255 * green, 255 * blue, 255], 4 * n);
  }
  context.putImageData(pixels, 0, 0);
}
