// The arithmetic of pooling one depth slice on plain nested arrays: no DOM, so that node can run it.
// A state s holds x [H][W], dy [H2][W2], kind ("max", "average", "L2"), size, stride and the position row, col.
import { fillX } from "../shared/fill.js";
import { explain, fits, outSize, slack } from "../shared/sizing.js";

const MOST = 6; // cells a side that can still be read

export function shape(s) {
  const H = s.x.length;
  const W = s.x[0].length;
  const F = s.size;
  const S = s.stride;
  return { H, W, F, S, H2: outSize(H, F, S), W2: outSize(W, F, S) };
}

// Say what keeps the window from being laid on the slice, or null.
export function mismatch(s) {
  const side = [s.x[0].length, s.x.length].find((length) => slack(length, s.size) < 0);
  return side === undefined ? null : explain(side, s.size, s.stride);
}

const rowsOf = (H, W, make) => Array.from({ length: H }, (_, r) => Array.from({ length: W }, (_, c) => make(r, c)));
const sum = (values) => values.reduce((a, b) => a + b, 0);

// Give the gradient of each output: dy, or where it doesn't suit the output 10, 20, 30 ...
export function gradient(s) {
  const { H2, W2 } = shape(s);
  const suits = s.dy.length === H2 && s.dy[0].length === W2;
  return suits ? s.dy : rowsOf(H2, W2, (r, c) => 10 * (r * W2 + c + 1));
}

// Bring the position into the output.
export function place(s) {
  const { H2, W2 } = shape(s);
  const within = (value, count) => Math.min(Math.max(value, 0), count - 1);
  return { row: within(s.row, H2), col: within(s.col, W2) };
}

// Work one window out: its cells in order, their values, y; for a maximum the switch and how many cells hold it.
export function look(s, row, col) {
  const cells = rowsOf(s.size, s.size, (u, v) => [row * s.stride + u, col * s.stride + v]).flat();
  const values = cells.map(([r, c]) => s.x[r][c]);
  if (s.kind === "max") {
    const y = Math.max(...values) + 0;
    return { cells, values, y, switched: values.indexOf(y), equal: values.filter((value) => value === y).length };
  }
  const total = sum(s.kind === "L2" ? values.map((value) => value * value) : values);
  return {
    cells,
    values,
    total,
    y: s.kind === "L2" ? Math.sqrt(total) : total / values.length,
    switched: null,
    equal: 0,
  };
}

// What each cell of a window gets of its gradient, in the order of the cells.
export function shares(s, window, dy) {
  if (s.kind === "max") return window.values.map((_, n) => (n === window.switched ? dy : 0));
  if (s.kind === "average") return window.values.map(() => dy / window.values.length);
  return window.values.map((value) => (window.y === 0 ? 0 : value * (dy / window.y) + 0));
}

// Pool the whole slice, both ways. `sources` [H][W] lists for each cell the windows that read it, and what they send.
export function pool(s) {
  const { H, W, H2, W2 } = shape(s);
  const dy = gradient(s);
  const windows = rowsOf(H2, W2, (row, col) => look(s, row, col));
  const sources = rowsOf(H, W, () => []);
  windows.forEach((line, row) =>
    line.forEach((window, col) => {
      shares(s, window, dy[row][col]).forEach((part, n) => {
        const [r, c] = window.cells[n];
        sources[r][c].push({ row, col, part, won: n === window.switched });
      });
    }),
  );
  return {
    dy,
    windows,
    sources,
    y: windows.map((line) => line.map((window) => window.y)),
    dx: sources.map((line) => line.map((from) => sum(from.map(({ part }) => part)))),
  };
}

// What a task may ask for.
export function facts(s) {
  const { H, W, F, S, H2, W2 } = shape(s);
  const { row, col } = place(s);
  const { windows, dx } = pool(s);
  const window = windows[row][col];
  return {
    kind: s.kind,
    H,
    W,
    F,
    S,
    H2,
    W2,
    fits: fits(H, F, S) && fits(W, F, S),
    row,
    col,
    value: window.y,
    switch: window.switched,
    tied: window.equal > 1,
    ties: windows.flat().filter(({ equal }) => equal > 1).length,
    receivers: dx.flat().filter((value) => value !== 0).length,
  };
}

// Find the side nearest to `side` that the windows fit, the larger first.
export function fitting(side, F, S) {
  for (let n = side; n <= MOST; n++) if (fits(n, F, S)) return n;
  let n = side;
  while (!fits(n, F, S)) n--;
  return n;
}

// Give the slice H rows of W: what `kept` holds where it holds something, small whole numbers elsewhere.
export const resized = (kept, H, W) => rowsOf(H, W, (r, c) => kept?.[r]?.[c] ?? fillX(0, r, c));
