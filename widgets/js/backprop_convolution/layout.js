// How large the cells are and how the parts stand, for a width in pixels: arithmetic only, so that node can run it.
const EDGE = 16; // the row numbers beside a table
const GAPS = { beside: 34, below: 34, narrow: 12, stack: 6 };
const NARROWEST = 84; // a part is never narrower than its heading
const LARGEST = 32; // a cell
const WORDS = 210; // the least that words beside the tables are worth having

// From the roomiest to the tightest, with the smallest cell that each is worth having for: words beside the tables,
// words below, less room between tables, and two columns.
const MODES = [
  ["beside", 30],
  ["below", 28],
  ["narrow", 24],
  ["stack", 24],
];

// `least` is the least cell for the numbers in view; the columns are x, w and dy, or dx, the filter, and dy with zeros.
export function arrange(width, { view, W, F, W2 }, least) {
  const input = view === "input";
  for (const [mode, smallest] of MODES) {
    for (let cell = LARGEST; cell >= Math.max(smallest, least); cell--) {
      const wide = (count, edge) => Math.max(edge + count * cell, NARROWEST);
      const x = wide(W, EDGE);
      const w = wide(F, input ? 0 : EDGE);
      const dy = input ? wide(W + F - 1, 0) : wide(W2, EDGE);
      const gap = GAPS[mode];
      const stacked = input ? Math.max(x, dy) + w : x + Math.max(w, dy);
      const across = mode === "stack" ? stacked + gap : x + w + dy + 2 * gap;
      const all = across + (mode === "beside" ? WORDS + gap : 0);
      const last = mode === "stack" && cell === Math.max(smallest, least);
      if (all <= width || last) return { mode, cell, gap, x, w, dy };
    }
  }
}
