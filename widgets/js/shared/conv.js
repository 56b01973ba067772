// The arithmetic of one convolution on plain nested arrays: no DOM, so that node can run it.
// A state s holds x [D][H][W], w [K][D][F][F], b [K], stride, pad, dilation and the position row, col, k.
import { fits, outSize, slack } from "./sizing.js";

export function shape(s) {
  const D = s.x.length;
  const H = s.x[0].length;
  const W = s.x[0][0].length;
  const K = s.w.length;
  const F = s.w[0][0].length;
  const count = (side) => (slack(side, F, s.pad, s.dilation) < 0 ? 0 : outSize(side, F, s.stride, s.pad, s.dilation));
  return { D, H, W, K, F, S: s.stride, P: s.pad, dilation: s.dilation, H2: count(H), W2: count(W) };
}

// Say what keeps x, w and b from being convolved, or null.
export function mismatch(s) {
  const D = s.x.length;
  const Cw = s.w[0].length;
  if (D !== Cw) return `The input has ${D} depth slices and the filters have ${Cw}: they must agree.`;
  if (s.b.length !== s.w.length)
    return `There are ${s.w.length} filters and ${s.b.length} biases: one bias for each filter.`;
  return null;
}

// List what the window at (row, col) reads: filter index i, j and input cell r, c, or padding where inside is false.
export function taps(s, row, col) {
  const { H, W, F } = shape(s);
  const list = [];
  for (let i = 0; i < F; i++) {
    for (let j = 0; j < F; j++) {
      const r = row * s.stride - s.pad + i * s.dilation;
      const c = col * s.stride - s.pad + j * s.dilation;
      list.push({ i, j, r, c, inside: r >= 0 && r < H && c >= 0 && c < W });
    }
  }
  return list;
}

// Work one output out: products [D][F][F], their sum in each slice, the bias and the total.
export function calculation(s, row, col, k) {
  const { D, F } = shape(s);
  const window = taps(s, row, col);
  const products = Array.from({ length: D }, () => Array.from({ length: F }, () => Array(F).fill(0)));
  for (const { i, j, r, c, inside } of window) {
    for (let d = 0; d < D; d++) products[d][i][j] = inside ? s.x[d][r][c] * s.w[k][d][i][j] + 0 : 0;
  }
  const sums = products.map((slice) => slice.flat().reduce((a, b) => a + b, 0));
  return { window, products, sums, bias: s.b[k], total: sums.reduce((a, b) => a + b, 0) + s.b[k] };
}

// Convolve: y [K][H2][W2].
export function forward(s) {
  const { K, H2, W2 } = shape(s);
  const row = (k, r) => Array.from({ length: W2 }, (_, c) => calculation(s, r, c, k).total);
  return Array.from({ length: K }, (_, k) => Array.from({ length: H2 }, (_, r) => row(k, r)));
}

// Count for each cell of the padded input, [H + 2P][W + 2P], how many windows read it.
export function readers(s) {
  const { H, W, F, H2, W2 } = shape(s);
  const along = (side, count) => {
    const seen = Array(side + 2 * s.pad).fill(0);
    for (let n = 0; n < count; n++) for (let i = 0; i < F; i++) seen[n * s.stride + i * s.dilation]++;
    return seen;
  };
  const columns = along(W, H2 ? W2 : 0);
  return along(H, W2 ? H2 : 0).map((down) => columns.map((across) => down * across));
}

// Count the cells of one input slice that no window reads, padding left out.
export function unread(s) {
  const { H, W } = shape(s);
  const seen = readers(s);
  return seen.slice(s.pad, s.pad + H).reduce((n, line) => n + line.slice(s.pad, s.pad + W).filter((v) => !v).length, 0);
}

// Bring a position into the output, or null where there is none.
export function place(s) {
  const { K, H2, W2 } = shape(s);
  if (!H2 || !W2) return null;
  const within = (value, count) => Math.min(Math.max(value, 0), count - 1);
  return { row: within(s.row, H2), col: within(s.col, W2), k: within(s.k, K) };
}

// The n-th position of a walk through all outputs, map by map and row by row.
export function walk(s, from, steps) {
  const { K, H2, W2 } = shape(s);
  const n = (from.k * H2 + from.row) * W2 + from.col + steps;
  if (n < 0 || n >= K * H2 * W2) return null;
  return { k: Math.floor(n / (H2 * W2)), row: Math.floor(n / W2) % H2, col: n % W2 };
}

// What a task may ask for.
export function facts(s) {
  const { D, H, W, K, F, S, P, dilation, H2, W2 } = shape(s);
  const at = place(s);
  const neat = fits(W, F, S, P, dilation) && fits(H, F, S, P, dilation);
  const here = at ? { row: at.row, col: at.col, k: at.k, value: calculation(s, at.row, at.col, at.k).total } : {};
  return { D, H, W, K, F, S, P, dilation, H2, W2, fits: neat, same: H2 === H && W2 === W, unread: unread(s), ...here };
}
