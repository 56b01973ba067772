// The arithmetic of a 3x3 filter on a grey picture: no DOM, so that node can run it.
// A state s holds picture {width, height, pixels in base64}, filter [3][3] and the pixel in view: row, col.

const NEARLY_0 = 1 / 512; // a sum of weights that leaves 255 below half a step of grey
const FAINT = 0.05; // a weight that shows
const BLUE = [91, 156, 255]; // of −255

let last = {}; // a picture is unpacked once

// The pixels of a picture, row by row: whole numbers from 0 to 255.
export function pixelsOf({ pixels }) {
  if (last.pixels !== pixels) last = { pixels, bytes: Uint8Array.from(atob(pixels), (one) => one.charCodeAt(0)) };
  return last.bytes;
}

// Bring the pixel in view to where the window fits.
export function place({ picture: { width, height }, row, col }) {
  const within = (at, side) => Math.min(Math.max(at, 1), side - 2);
  return { row: within(row, height), col: within(col, width) };
}

// The map, row by row, (height − 2) · (width − 2) numbers.
export function filtered(s) {
  const { width, height } = s.picture;
  const pixels = pixelsOf(s.picture);
  const map = new Float64Array((width - 2) * (height - 2));
  s.filter.flat().forEach((weight, n) => {
    if (!weight) return;
    const [u, v] = [Math.floor(n / 3), n % 3];
    for (let r = 0, to = 0; r < height - 2; r++)
      for (let from = (r + u) * width + v, end = from + width - 2; from < end; from++, to++)
        map[to] += pixels[from] * weight;
  });
  return map;
}

// The window in view: nine pixels, each times its weight, and the sum.
export function look(s) {
  const { row, col } = place(s);
  const { width } = s.picture;
  const all = pixelsOf(s.picture);
  const weights = s.filter.flat();
  const pixels = weights.map((_, n) => all[(row - 1 + Math.floor(n / 3)) * width + col - 1 + (n % 3)]);
  const products = pixels.map((pixel, n) => pixel * weights[n] + 0);
  return { pixels, weights, products, value: sum(products) };
}

const sum = (values) => values.reduce((a, b) => a + b, 0);
const quiet = (lines) => lines.every((line) => Math.abs(sum(line)) < NEARLY_0);

// What a task may ask for.
export function facts(s) {
  const weights = s.filter.flat();
  const total = sum(weights);
  const across = quiet(s.filter);
  const down = quiet([0, 1, 2].map((c) => s.filter.map((row) => row[c])));
  const flat = Math.abs(total) < NEARLY_0 && weights.some((weight) => Math.abs(weight) >= FAINT);
  const used = weights.flatMap((weight, n) => (weight === 0 ? [] : [n]));
  return {
    sum: total,
    flat,
    upright: flat && across && !down,
    level: flat && down && !across,
    shift: used.length === 1 && used[0] !== 4 && weights[used[0]] === 1,
    ...place(s),
    value: look(s).value,
  };
}

// How the map shows a number: 0 black, 255 and more white, below 0 blue.
export function shade(value) {
  const size = Math.min(Math.abs(value), 255);
  return value < 0 ? BLUE.map((most) => Math.floor((size * most) / 255 + 0.5)) : Array(3).fill(Math.floor(size + 0.5));
}

// A weight as it was typed, "−1", "0.5" or "1/9": the number, or null.
export function parsed(text) {
  const [top, below = "1", ...more] = text.replaceAll("−", "-").replaceAll(",", ".").split("/");
  const value = top.trim() === "" || below.trim() === "" || more.length ? Number.NaN : Number(top) / Number(below);
  return Number.isFinite(value) && Math.abs(value) <= 99 ? value + 0 : null;
}
