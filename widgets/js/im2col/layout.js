// How large the cells of Im2col are and how its parts stand, for a width in pixels: arithmetic only.

const GAP = 28; // between the columns
const LABEL = 32; // beside X_col
const BIAS = 40; // beside W_row
const BETWEEN = 14; // between slices
const LARGEST = 30; // cells
const SMALLEST = 18;
const TALLEST = 420; // X_col
const HEADING = 205; // no column is narrower than its headings

function widthOf(cell, slices, { D, K, W, P, W2, rows, columns }) {
  const input = slices * (W + 2 * P) * cell + (slices - 1) * BETWEEN;
  const weights = (rows + 1) * cell + (D - 1) * 4 + BIAS;
  const right = LABEL + Math.max(columns * cell, K * W2 * cell + (K - 1) * BETWEEN);
  return Math.max(input, weights, HEADING) + GAP + Math.max(right, HEADING);
}

// The largest cell for which input and W_row stand beside X_col and Y, or 0; `slices` stand side by side.
function beside(width, size, slices) {
  const tall = Math.max(Math.floor(TALLEST / size.rows), 20);
  for (let cell = Math.min(LARGEST, tall); cell >= SMALLEST; cell--)
    if (widthOf(cell, slices, size) <= width) return cell;
  return 0;
}

// beside: as in the product of two matrices, W_row to the left of Y, X_col above it. below: one under the other.
export function arrange(width, size) {
  const across = beside(width, size, size.D);
  const down = beside(width, size, 1);
  if (across || down)
    return down > across + 1
      ? { mode: "beside", cell: down, slices: 1 }
      : { mode: "beside", cell: across, slices: size.D };
  const fits = Math.floor((width - LABEL - 4) / size.columns);
  return { mode: "below", cell: Math.min(Math.max(fits, 24), LARGEST), slices: size.D };
}
