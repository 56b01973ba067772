// im2col on plain nested arrays: no DOM, so that node can run it. A state s is conv.js's, with dilation 1, and has
// the window in view, counted row by row, and the cell [c, row, col] of the input that the reader chose, or [].
import { readers, shape, taps } from "../shared/conv.js";

// X_col: for each cell of a window a row, for each window a column. An entry has its value and the cell of the input
// that it was copied from; in the padding that is null.
export function stretch(s) {
  const { D, F, H2, W2 } = shape(s);
  const windows = Array.from({ length: H2 * W2 }, (_, n) => taps(s, Math.floor(n / W2), n % W2));
  const copy = (c, { r, c: col, inside }) =>
    inside ? { value: s.x[c][r][col], from: [c, r, col] } : { value: 0, from: null };
  return Array.from({ length: D * F * F }, (_, n) =>
    windows.map((window) => copy(Math.floor(n / (F * F)), window[n % (F * F)])),
  );
}

// W_row: a filter a row, channel by channel, each read row by row.
export const flatten = (s) => s.w.map((filter) => filter.flat(2));

// Y = W_row @ X_col + b: a filter a row, a window a column.
export function multiply(wRow, xCol, b) {
  return wRow.map((row, k) =>
    xCol[0].map((_, n) => row.reduce((sum, weight, r) => sum + weight * xCol[r][n].value, b[k])),
  );
}

// Count how often each cell of one channel stands in X_col: [H][W].
export function copies(s) {
  const { H, W, P } = shape(s);
  return readers(s)
    .slice(P, P + H)
    .map((line) => line.slice(P, P + W));
}

// The window in view: its number and its place in the output.
export function windowAt(s) {
  const { H2, W2 } = shape(s);
  const n = Math.min(Math.max(s.window, 0), H2 * W2 - 1);
  return { n, row: Math.floor(n / W2), col: n % W2 };
}

// The chosen cell, or null where there is none.
export function chosen(s) {
  const [c, r, col] = s.cell ?? [];
  return s.x[c]?.[r]?.[col] === undefined ? null : [c, r, col];
}

// What a task may ask for.
export function facts(s) {
  const { D, H, W, K, F, S, P, H2, W2 } = shape(s);
  const counts = copies(s);
  const all = counts.flat();
  const at = chosen(s);
  const rows = D * F * F;
  const columns = H2 * W2;
  const numbers = rows * columns;
  return {
    D,
    H,
    W,
    K,
    F,
    S,
    P,
    H2,
    W2,
    rows,
    columns,
    numbers,
    ratio: numbers / (D * H * W),
    most: Math.max(...all),
    least: Math.min(...all),
    unread: D * all.filter((n) => !n).length,
    window: windowAt(s).n,
    ...(at ? { copies: counts[at[1]][at[2]] } : {}),
  };
}
