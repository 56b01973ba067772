// The arithmetic of a convolution's way back on plain nested arrays, one channel: no DOM, so that node can run it.
// A state s holds x [H][W], w [F][F], dy [H2][W2], stride, pad, view ("one", "sum", "input"), the output in view row,
// col and the input in view input_row, input_col.
import { explain, fits, outSize, slack } from "../shared/sizing.js";

export function shape(s) {
  const H = s.x.length;
  const W = s.x[0].length;
  const F = s.w.length;
  const { stride: S, pad: P } = s;
  return { H, W, F, S, P, H2: outSize(H, F, S, P), W2: outSize(W, F, S, P) };
}

// Say what keeps the filter from being laid on the input, or null.
export function mismatch(s) {
  const F = s.w.length;
  const side = [s.x[0].length, s.x.length].find((length) => slack(length, F) < 0);
  if (side !== undefined) return explain(side, F);
  return s.pad < F ? null : `Padding of ${s.pad} is too much: windows of ${F} would read nothing else.`;
}

const table = (H, W, make) => Array.from({ length: H }, (_, r) => Array.from({ length: W }, (_, c) => make(r, c)));
const within = (value, count) => Math.min(Math.max(value, 0), count - 1);
const added = (list, part) => list.reduce((sum, one) => sum + part(one), 0) + 0;

// The gradient of each output: dy, or where it is of another size 1, 2, 3 ...
export function gradient(s) {
  const { H2, W2 } = shape(s);
  return s.dy.length === H2 && s.dy[0].length === W2 ? s.dy : table(H2, W2, (r, c) => r * W2 + c + 1);
}

// The output and the input in view, brought inside.
export function place(s) {
  const { H2, W2 } = shape(s);
  return { row: within(s.row, H2), col: within(s.col, W2) };
}

export function inputPlace(s) {
  const { H, W } = shape(s);
  return { r: within(s.input_row, H), c: within(s.input_col, W) };
}

// The outputs whose gradients are shown, row by row: one, those up to it, or all.
export function outputs(s) {
  const { H2, W2 } = shape(s);
  const { row, col } = place(s);
  const all = table(H2, W2, (r, c) => [r, c]).flat();
  const at = row * W2 + col;
  return { one: all.slice(at, at + 1), sum: all.slice(0, at + 1) }[s.view] ?? all;
}

// What an output multiplied: weight (u, v) with input (r, c); what lies in the padding is left out.
export function taps(s, row, col) {
  const { H, W, F, S, P } = shape(s);
  return table(F, F, (u, v) => ({ row, col, u, v, r: row * S - P + u, c: col * S - P + v }))
    .flat()
    .filter(({ r, c }) => r >= 0 && r < H && c >= 0 && c < W);
}

// Every product of the outputs in view on the way back: `toInput` is its weight times dy, `toWeight` its input times dy.
export function products(s, some = outputs(s)) {
  const dy = gradient(s);
  return some.flatMap(([row, col]) =>
    taps(s, row, col).map((tap) => {
      const given = dy[row][col];
      return { ...tap, dy: given, w: s.w[tap.u][tap.v], x: s.x[tap.r][tap.c] };
    }),
  );
}

// Those that reach one input, or one weight.
export const ofInput = (list, r, c) => list.filter((one) => one.r === r && one.c === c);
export const ofWeight = (list, u, v) => list.filter((one) => one.u === u && one.v === v);
export const toInput = (list) => added(list, ({ w, dy }) => w * dy);
export const toWeight = (list) => added(list, ({ x, dy }) => x * dy);

// The gradients dx [H][W] and dw [F][F] of the outputs in view.
export function backward(s, some) {
  const { H, W, F } = shape(s);
  const list = products(s, some);
  return {
    dx: table(H, W, (r, c) => toInput(ofInput(list, r, c))),
    dw: table(F, F, (u, v) => toWeight(ofWeight(list, u, v))),
  };
}

export const flipped = (w) => w.map((line) => [...line].reverse()).reverse();

// dy as the flipped filter slides over it, [H+F-1][W+F-1]: `at` is the output whose gradient stands there, null for a
// zero between gradients or around them. The filter of input (r, c) lies on the cells from (r, c) on.
export function spread(s) {
  const { H, W, F, S, P, H2, W2 } = shape(s);
  const dy = gradient(s);
  const along = (cell, count) => {
    const start = cell - (F - 1) + P;
    return start >= 0 && start % S === 0 && start / S < count ? start / S : null;
  };
  return table(H + F - 1, W + F - 1, (a, b) => {
    const row = along(a, H2);
    const col = along(b, W2);
    const real = row !== null && col !== null;
    return { at: real ? [row, col] : null, value: real ? dy[row][col] : 0 };
  });
}

const all = (s) => {
  const { H2, W2 } = shape(s);
  return table(H2, W2, (r, c) => [r, c]).flat();
};

// The inputs that no window reads.
export function unread(s) {
  const { H, W } = shape(s);
  const read = new Set(products(s, all(s)).map(({ r, c }) => r * W + c));
  return table(H, W, (r, c) => !read.has(r * W + c));
}

// What a task may ask for: `value` is the whole gradient of the input in view, `readers` how many outputs read it.
export function facts(s) {
  const { H, W, F, S, P, H2, W2 } = shape(s);
  const { r, c } = inputPlace(s);
  const mine = ofInput(products(s, all(s)), r, c);
  return {
    view: s.view,
    H,
    W,
    F,
    S,
    P,
    H2,
    W2,
    fits: fits(W, F, S, P) && fits(H, F, S, P),
    ...place(s),
    input_row: r,
    input_col: c,
    value: toInput(mine),
    readers: mine.length,
    unread: unread(s).flat().filter(Boolean).length,
  };
}

// The n-th output or input on from the one in view, row by row; null past the ends.
export function walk(s, steps) {
  const { H, W, H2, W2 } = shape(s);
  if (s.view === "input") {
    const { r, c } = inputPlace(s);
    const n = r * W + c + steps;
    return n < 0 || n >= H * W ? null : { input_row: Math.floor(n / W), input_col: n % W };
  }
  const { row, col } = place(s);
  const n = row * W2 + col + steps;
  return n < 0 || n >= H2 * W2 ? null : { row: Math.floor(n / W2), col: n % W2 };
}
