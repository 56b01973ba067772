// How large the cells are and how the parts stand, for a width in pixels: arithmetic only, so that node can run it.
const SUM = 52; // the column of sums
const GAP = 26; // between the parts
const LARGEST = 32; // cells
const NARROWEST = 76; // a part is never narrower than its heading
const NAME = 26; // a slice's name and the gap below it
// From the roomiest to the tightest, and what the slices of the input may take of a screen's height: all filters and
// the output beside the input; one filter; the output below; the products below, too.
const MODES = [
  ["all", 640],
  ["one", 640],
  ["stack", 400],
  ["wrap", 310],
];
const OUTPUT = 230; // what the rows of an output below may take, so that it is seen together with the window

const outputCell = (cell, least, count) => Math.max(cell, Math.min(36, Math.floor(150 / Math.max(count, 1))), least);

// `least` has the least size of a cell, of an output and of a product, for the numbers that they hold; `rows` and
// `cols` are those of the padded input.
export function arrange(width, size, least) {
  for (const [mode, tall] of MODES) {
    const found = fitInto(mode, tall, width, size, least);
    if (found) return found;
  }
}

// The largest cells for which the parts stand side by side, or null; in the last mode there are always some. Where the
// slices of the input under each other are too tall, there is one at a time: flat.
function fitInto(mode, tall, width, size, least) {
  const { D, rows } = size;
  const heightOf = (cell) => rows * cell + NAME;
  const flat = D === 1 ? mode === "wrap" : D * heightOf(least.cell) > tall;
  for (let cell = LARGEST; cell >= least.cell; cell--) {
    const low = (flat ? 1 : D) * heightOf(cell) <= tall;
    if ((low && taken(mode, cell, size, least) <= width) || (mode === "wrap" && cell === least.cell))
      return { mode, cell, flat, ...outputs(mode, cell, width, size, least) };
  }
  return mode !== "wrap" && taken(mode, least.cell, size, least) <= width
    ? { mode, cell: least.cell, flat, ...outputs(mode, least.cell, width, size, least) }
    : null;
}

const productCell = (cell, least) => Math.max(Math.floor(cell * 1.2), least.product);

function taken(mode, cell, { cols, K, F, W2 }, least) {
  const gap = mode === "all" || mode === "one" ? GAP : 14;
  const input = Math.max(cols * cell, NARROWEST);
  const filters = mode === "all" ? K * F * cell + (K - 1) * 10 : Math.max(F * cell, NARROWEST);
  if (mode === "wrap") return input + filters + gap;
  const left = input + filters + Math.max(F * productCell(cell, least) + SUM, 128) + 2 * gap;
  return mode === "stack" ? left : left + gap + Math.max(W2 * outputCell(cell, least.out, W2), NARROWEST);
}

function outputs(mode, cell, width, { D, K, F, W2, H2 }, least) {
  if (mode === "all" || mode === "one")
    return { out: outputCell(cell, least.out, W2), single: false, product: productCell(cell, least) };
  const row = Math.floor((width - (K - 1) * 18) / Math.max(K * W2, 1));
  const single = row < least.out; // one map at a time
  const room = Math.min(single ? Math.floor(width / W2) : row, Math.floor(OUTPUT / Math.max(H2, 1)), 38);
  const across = Math.floor((width - 6 - (D - 1) * 14) / (D * F));
  const product = mode === "wrap" ? Math.max(Math.min(across, 34), least.product) : productCell(cell, least);
  return { out: Math.max(room, least.out), single, product };
}
