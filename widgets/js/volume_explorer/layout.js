// Where the slices of each volume stand. Wide: volumes from left to right, sixteen slices under each other. Narrow: volumes
// from top to bottom, sixteen slices in a row. No DOM.

const IN_LINE = 16;
const GAP = 2;
const BETWEEN = 7; // pixels between volumes
const SCORES = 164;
const NARROW = 620;
const TILES = { least: 14, most: 30 };

// Returns for each volume, by its number, { tile, gap, places: [[column, row]], width, height }; and image, narrow.
export function plan(width, volumes) {
  const inner = volumes.slice(1, -1);
  const narrow = width < NARROW;
  const lines = inner.map(({ C }) => Math.ceil(C / IN_LINE));
  const image = narrow ? Math.min(Math.floor((width - 14) / 2), 200) : Math.min(150, Math.floor(width * 0.18));
  const count = lines.reduce((sum, n) => sum + n, 0);
  const room = narrow ? width : width - image - SCORES - 2 * 14 - (inner.length - 1) * BETWEEN;
  const across = narrow ? Math.min(IN_LINE, Math.max(...inner.map(({ C }) => C))) : count;
  const tile = Math.max(TILES.least, Math.min(TILES.most, Math.floor(room / across) - GAP));
  const length = (n) => n * (tile + GAP) - GAP;
  const places = (C) =>
    Array.from({ length: C }, (_, k) => {
      const at = [Math.floor(k / IN_LINE), k % IN_LINE];
      return narrow ? at.reverse() : at;
    });
  const found = volumes.map(({ C }, n) => {
    if (n === 0 || n === volumes.length - 1) return null;
    const [along, deep] = [Math.min(C, IN_LINE), Math.ceil(C / IN_LINE)];
    const [columns, rows] = narrow ? [along, deep] : [deep, along];
    return { tile, gap: GAP, places: places(C), width: length(columns), height: length(rows) };
  });
  return Object.assign(found, { narrow, image });
}

// The slice at a point of a volume's tiles, and where in it: { slice, down, across }, both from 0 to below 1; the gap
// behind a slice counts as its last pixels. null beside the slices.
export function spot(planned, volume, x, y) {
  const { tile, gap, places } = planned[volume];
  const [column, row] = [x, y].map((at) => Math.floor(at / (tile + gap)));
  const within = (at, n) => Math.min((at - n * (tile + gap)) / tile, 0.999);
  const slice = places.findIndex((place) => place[0] === column && place[1] === row);
  return slice < 0 ? null : { slice, across: within(x, column), down: within(y, row) };
}
