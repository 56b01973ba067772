// Small pictures of numbers: filters, maps and images, each on a canvas of one pixel a number.
import { h } from "../shared/dom.js";

// A row of pictures, as many as there are at the time.
export class Strip {
  // Where zero is grey, as in filters; else it is black, as long as no number is below it.
  constructor(name, greyZero = false) {
    this.greyZero = greyZero;
    this.node = h("div", { class: `cs-th-strip cs-th-${name}` });
  }

  // `levels` from 1 to 255, 128 for 0, of `shape` [count, H, W] or [count, D, H, W]: three of them are red, green, blue.
  show({ shape, levels }) {
    const [count, ...rest] = shape;
    const [H, W] = rest.slice(-2);
    const depth = rest.length === 3 ? rest[0] : 1;
    while (this.node.childElementCount > count) this.node.lastChild.remove();
    while (this.node.childElementCount < count) this.node.append(h("canvas", { "aria-hidden": "true" }));
    const positive = !this.greyZero && levels.every((level) => level >= 128);
    const shade = positive ? (level) => 2 * (level - 128) : (level) => level;
    const size = depth * H * W;
    [...this.node.children].forEach((canvas, n) =>
      paint(canvas, levels.subarray(n * size, (n + 1) * size), [depth, H, W], shade),
    );
  }
}

// Paint numbers of the shape [D, H, W] in colour if D is 3, else the first slice in grey.
export function paint(canvas, values, [D, H, W], shade = (value) => value) {
  if (canvas.width !== W || canvas.height !== H) Object.assign(canvas, { width: W, height: H });
  const context = canvas.getContext("2d");
  const image = context.createImageData(W, H);
  for (let at = 0; at < H * W; at++) {
    for (let c = 0; c < 3; c++) image.data[4 * at + c] = shade(values[(D === 3 ? c : 0) * H * W + at]);
    image.data[4 * at + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}
