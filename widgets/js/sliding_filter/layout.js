// How large the cells are and how the parts stand, for a width in pixels: arithmetic only, so that node can run it.

import { dilatedSize } from "../shared/sizing.js";

const SUM = 52; // the column of sums
const GAP = 26; // between the parts
const LARGEST = 32; // cells
const SMALLEST = 11;
const NARROWEST = 76; // a part is never narrower than its heading
const productCell = (cell) => Math.max(Math.floor(cell * 1.2), 21);
const outputCell = (cell, count) => Math.max(cell, Math.min(36, Math.floor(150 / Math.max(count, 1))), 24);

// From the roomiest to the tightest, with the smallest cell that each is worth having for:
// all filters and the output beside the input; one filter; the output below; the products below, too.
const MODES = [
  ["all", 19],
  ["one", 18],
  ["stack", 16],
  ["wrap", 0],
];

function taken(mode, cell, { W, P, K, F, W2, dilation }) {
  const gap = mode === "all" || mode === "one" ? GAP : 14;
  const input = Math.max((W + 2 * P) * cell, W2 ? 0 : dilatedSize(F, dilation) * cell, NARROWEST);
  const filters = mode === "all" ? K * F * cell + (K - 1) * 10 : Math.max(F * cell, NARROWEST);
  if (mode === "wrap") return input + filters + gap;
  const left = input + filters + Math.max(F * productCell(cell) + SUM, 128) + 2 * gap;
  return mode === "stack" ? left : left + gap + Math.max(W2 * outputCell(cell, W2), NARROWEST);
}

// `long`: there are numbers of four characters, which need room.
export function arrange(width, size, long = false) {
  const { D, H, K, F, P, W2 } = size;
  const tall = Math.max(Math.floor(490 / (D * (H + 2 * P))), long ? 30 : 20); // three slices stay on one screen
  for (const [mode, least] of MODES) {
    const smallest = Math.max(least && long ? least + 6 : least, SMALLEST);
    for (let cell = Math.min(LARGEST, tall); cell >= smallest; cell--) {
      if (taken(mode, cell, size) <= width || (mode === "wrap" && cell === smallest)) {
        const below = mode === "stack" || mode === "wrap";
        const row = Math.floor((width - (K - 1) * 18) / Math.max(K * W2, 1));
        const single = below && row < 24; // one map at a time
        const out = below ? Math.min(single ? Math.floor(width / W2) : row, 38) : outputCell(cell, W2);
        const fits = Math.floor((width - 6 - (D - 1) * 14) / (D * F));
        return { mode, cell, out, single, product: mode === "wrap" ? Math.min(fits, 34) : productCell(cell) };
      }
    }
  }
}
