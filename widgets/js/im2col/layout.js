// How large the cells of Im2col are and how its parts stand, for a width in pixels: arithmetic only.

const GAP = 28; // between the columns
const LABEL = 32; // beside X_col
const BIAS = 40; // beside W_row
const BETWEEN = 14; // between slices
const LARGEST = 30; // cells
const TALLEST = 420; // X_col
const HEADING = 205; // no column is narrower than its headings,
const NARROWEST = 96; // nor are input and output where the page is narrow

function widthOf(cell, slices, { D, K, W, P, W2, rows, columns }) {
  const input = slices * (W + 2 * P) * cell + (slices - 1) * BETWEEN;
  const weights = (rows + 1) * cell + (D - 1) * 4 + BIAS;
  const right = LABEL + Math.max(columns * cell, K * W2 * cell + (K - 1) * BETWEEN);
  return Math.max(input, weights, HEADING) + GAP + Math.max(right, HEADING);
}

// The largest cell for which input and W_row stand beside X_col and Y, or 0; `slices` stand side by side.
function beside(width, size, least, slices) {
  const tall = Math.max(Math.floor(TALLEST / size.rows), least);
  for (let cell = Math.max(Math.min(LARGEST, tall), least); cell >= least; cell--)
    if (widthOf(cell, slices, size) <= width) return cell;
  return 0;
}

// beside: as in the product of two matrices, W_row to the left of Y, X_col above it. below: input and output side by
// side, so that they are seen together, and the matrices below them. `least` has the least cells of the matrices and
// maps and of the input, for the numbers that they hold.
export function arrange(width, size, least) {
  const across = beside(width, size, least.cell, size.D);
  const down = beside(width, size, least.cell, 1);
  if (across || down) {
    const stacked = down > across + 1;
    return {
      mode: "beside",
      cell: stacked ? down : across,
      input: stacked ? down : across,
      slices: stacked ? 1 : size.D,
    };
  }
  const fits = Math.min(Math.max(Math.floor((width - LABEL - 4) / size.columns), least.cell), LARGEST);
  const cell = Math.max(fits, least.cell);
  return { mode: "below", cell, ...together(width, size, least) };
}

// Input and output side by side, their slices under or beside each other, whichever is lowest: the input's cell, the
// output's, for which there is often more room, and how many slices of the input and maps of the output stand side by
// side.
function together(width, { D, K, W, H, P, W2, H2 }, least) {
  const side = (slices, columns, cell) => Math.max(slices * columns * cell + (slices - 1) * BETWEEN, NARROWEST);
  const tall = (slices, count, rows, cell) => Math.ceil(count / slices) * (rows * cell + 26);
  const ways = [];
  for (const slices of new Set([D, 1]))
    for (const maps of new Set([K, 1])) {
      const wide = side(slices, W + 2 * P, least.input) + BETWEEN + side(maps, W2, least.cell);
      const height = Math.max(tall(slices, D, H + 2 * P, least.input), tall(maps, K, H2, least.cell));
      if (wide <= width) ways.push({ slices, maps, height });
    }
  const lowest = ways.sort((a, b) => a.height - b.height)[0] ?? { slices: 1, maps: 1 };
  const { slices, maps } = lowest;
  const left = width - side(slices, W + 2 * P, least.input) - BETWEEN;
  let output = Math.max(LARGEST, least.cell);
  while (output > least.cell && side(maps, W2, output) > left) output--;
  return { input: least.input, output, slices, maps, apart: !ways.length };
}
