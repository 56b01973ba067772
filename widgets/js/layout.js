// How large the cells are and how the parts stand, for a width in pixels: arithmetic only, so that node can run it.

const SUM = 52; // the column of sums
const GAP = 26; // between the parts
const LARGEST = 32, SMALLEST = 11;

const product_cell = (cell) => Math.max(Math.floor(cell * 1.2), 21);
const output_cell = (cell) => Math.max(cell, 26);

// From the roomiest to the tightest, with the smallest cell that each is worth having for:
// all filters and the output beside the input; one filter; the output below; the products below, too.
const MODES = [["all", 19], ["one", 18], ["stack", 16], ["wrap", 0]];

function taken(mode, cell, { W, P, K, F, W2 }) {
  const input = (W + 2 * P) * cell, filters = (mode === "all" ? K * F * cell + (K - 1) * 10 : F * cell);
  if (mode === "wrap") return input + filters + GAP;
  const left = input + filters + F * product_cell(cell) + SUM + 2 * GAP;
  return mode === "stack" ? left : left + GAP + Math.max(W2 * output_cell(cell), 66);
}

export function arrange(width, size) {
  const { C, H, K, F, P, W2 } = size;
  const tall = Math.max(Math.floor(570 / (C * (H + 2 * P))), 20); // three slices of a large input stay on one screen
  for (const [mode, least] of MODES) {
    for (let cell = Math.min(LARGEST, tall); cell >= Math.max(least, SMALLEST); cell--) {
      if (taken(mode, cell, size) <= width || (mode === "wrap" && cell === SMALLEST)) {
        const below = mode === "stack" || mode === "wrap";
        const row = Math.floor((width - (K - 1) * 18) / Math.max(K * W2, 1));
        const out = below ? Math.min(Math.max(row, 26), Math.floor(width / Math.max(W2, 1)), 38) : output_cell(cell);
        const fits = Math.floor((width - (C - 1) * 14) / (C * F));
        return { mode, cell, out, product: mode === "wrap" ? Math.min(fits, 34) : product_cell(cell) };
      }
    }
  }
}
