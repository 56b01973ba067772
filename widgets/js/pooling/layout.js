// How large the cells are and how the parts stand, for a width in pixels: arithmetic only, so that node can run it.
const EDGE = 16; // the row numbers beside a table
const GAP = 34; // between tables, with an arrow in it
const LARGEST = 40; // a cell
const NARROWEST = 78; // a part is never narrower than its heading,
const MIDDLE = 84; // nor is the window by itself
const WORDS = 216; // the least that words beside the tables are worth having

// From the roomiest to the tightest, with the smallest cell that each is worth having for: words beside the tables,
// words below, the window below, too.
const MODES = [
  ["beside", 32],
  ["below", 28],
  ["stack", 0],
];

export function arrange(width, { W, W2, F }) {
  for (const [mode, least] of MODES) {
    for (let cell = LARGEST; cell >= Math.max(least, 20); cell--) {
      const input = Math.max(EDGE + W * cell, NARROWEST);
      const output = Math.max(EDGE + W2 * cell, NARROWEST);
      const tap = Math.max(cell, Math.min(34, Math.floor(MIDDLE / F)));
      const middle = Math.max(F * tap, MIDDLE);
      const tables = input + output + GAP + (mode === "stack" ? 0 : middle + GAP);
      const all = tables + (mode === "beside" ? WORDS + GAP : 0);
      if (all <= width || (mode === "stack" && cell === 20)) return { mode, cell, tap, input, middle, output };
    }
  }
}
