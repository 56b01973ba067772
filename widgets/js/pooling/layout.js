// How large the cells are and how the parts stand, for a width in pixels: arithmetic only, so that node can run it.
const EDGE = 16; // the row numbers beside a table
const GAP = 34; // between tables, with an arrow in it
const LARGEST = 40; // a cell
const NARROWEST = 78; // a part is never narrower than its heading,
const MIDDLE = 84; // nor is the window by itself
const WORDS = 216; // the least that words beside the tables are worth having

// From the roomiest to the tightest, with the smallest cell that each is worth having for: words beside the tables,
// words below, the window below, the output below the input, too.
const MODES = [
  ["beside", 32],
  ["below", 28],
  ["stack", 24],
  ["column", 24],
];

// `least` is the least cell for the numbers in view.
export function arrange(width, { W, W2, F }, least) {
  for (const [mode, smallest] of MODES) {
    for (let cell = LARGEST; cell >= Math.max(smallest, least); cell--) {
      const input = Math.max(EDGE + W * cell, NARROWEST);
      const output = Math.max(EDGE + W2 * cell, NARROWEST);
      const tap = Math.max(cell, Math.min(34, Math.floor(MIDDLE / F)));
      const middle = Math.max(F * tap, MIDDLE);
      const across = { column: input, stack: input + GAP + output }[mode] ?? input + middle + output + 2 * GAP;
      const all = across + (mode === "beside" ? WORDS + GAP : 0);
      const last = mode === "column" && cell === Math.max(smallest, least);
      if (all <= width || last) return { mode, cell, tap, input, middle, output };
    }
  }
}
