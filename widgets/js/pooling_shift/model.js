// What a small shift of a photograph changes in its upright edges, pooled or not. Arithmetic only.

export const MOST = 8; // pixels that the photograph can move
export const POOLS = ["none", "average", "max2", "max3"];

// A map is { H, W, values }, row by row.
const make = (H, W, value) => {
  const values = new Float64Array(H * W);
  for (let r = 0; r < H; r++) for (let c = 0; c < W; c++) values[r * W + c] = value(r, c);
  return { H, W, values };
};

export function decode({ pixels, columns }) {
  const bytes = Uint8Array.from(atob(pixels), (letter) => letter.charCodeAt(0));
  return { H: bytes.length / columns, W: columns, values: bytes };
}

// The filter −1, 0, 1 and a ReLU.
const findEdges = ({ H, W, values }) =>
  make(H, W - 2, (r, c) => Math.max(values[r * W + c + 2] - values[r * W + c], 0));

// The part that is in view when the picture has moved to the right; `margin` columns more stand on its left.
const moved = ({ H, W, values }, shift, wide, margin = 0) =>
  make(H, wide, (r, c) => values[r * W + c + MOST + margin - shift]);

const WINDOWS = { average: 2, max2: 2, max3: 3 };

function pooled(map, pool) {
  const F = WINDOWS[pool];
  if (!F) return map;
  const { W, values } = map;
  const size = (side) => Math.floor((side - F) / 2) + 1;
  return make(size(map.H), size(W), (i, j) => {
    let sum = 0;
    let most = -Infinity;
    for (let u = 0; u < F; u++) {
      for (let v = 0; v < F; v++) {
        const value = values[(2 * i + u) * W + 2 * j + v];
        sum += value;
        if (value > most) most = value;
      }
    }
    return pool === "average" ? sum / (F * F) : most;
  });
}

// The mean of |a − b| over all pairs of numbers.
function meanDifference({ values }) {
  const n = values.length;
  const sorted = values.slice().sort();
  let sum = 0;
  for (let k = 0; k < n; k++) sum += (2 * k - n + 1) * sorted[k];
  return (2 * sum) / n / n;
}

const studies = new Map(); // of each photograph, what doesn't depend on the state in view

export function study(s) {
  const key = `${s.columns} ${s.pixels}`;
  if (!studies.has(key)) studies.set(key, makeStudy(s));
  return studies.get(key);
}

function makeStudy(s) {
  const image = decode(s);
  const edges = findEdges(image);
  const wide = edges.W - MOST;
  const mapAt = (shift, pool) => pooled(moved(edges, shift, wide), pool);
  const before = Object.fromEntries(POOLS.map((pool) => [pool, mapAt(0, pool)]));
  const spreads = Object.fromEntries(POOLS.map((pool) => [pool, meanDifference(before[pool])]));
  const changed = (shift, pool) => {
    const one = before[pool].values;
    const other = mapAt(shift, pool).values;
    let sum = 0;
    for (let k = 0; k < one.length; k++) sum += Math.abs(other[k] - one[k]);
    return spreads[pool] ? (100 * sum) / one.length / spreads[pool] : 0;
  };
  const shifts = Array.from({ length: MOST + 1 }, (_, shift) => shift);
  return {
    mapAt,
    before,
    spreads,
    most: edges.values.reduce((most, value) => Math.max(most, value), 0) || 1,
    photograph: (shift) => moved(image, shift, wide, 1),
    curves: Object.fromEntries(POOLS.map((pool) => [pool, shifts.map((shift) => changed(shift, pool))])),
  };
}

export const percent = (value) => Math.floor(value + 0.5);

export const facts = (s) => ({
  shift: s.shift,
  pool: s.pool,
  changed: percent(study(s).curves[s.pool][s.shift]),
});
