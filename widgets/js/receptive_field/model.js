// The arithmetic of receptive fields: cs231n_widgets/receptive_field/model.py in JavaScript, no DOM.
// A state s holds layers (text), pixels (base64), level, row, col, window and picked. Everything is square, so that one
// axis is enough: a neuron sees all cells where the rows and the columns that it sees cross.
import { dilatedSize, outSize } from "../shared/sizing.js";

export const SIDE = 48; // pixels of the photograph, along each side
export const LAYERS = 8;
export const SPAN = 17; // cells from the first that a window reads to the last, at most
export const LIMITS = { size: [1, 17], stride: [1, 4], pad: [0, 8], dilation: [1, 8] };
const LAYER = /^(CONV|POOL) (\d{1,3})((?: (?:stride|pad|dilation) \d{1,3})*)$/i;

const usualPad = (kind, F, dilation) => (kind === "CONV" ? Math.floor((dilatedSize(F, dilation) - 1) / 2) : 0);

// A layer; CONV keeps the size at stride 1, and POOL moves by its size, unless told otherwise.
export function makeLayer(kind, F, { stride, pad, dilation = 1 } = {}) {
  return { kind, F, S: stride || (kind === "POOL" ? F : 1), P: pad ?? usualPad(kind, F, dilation), dilation };
}

export const isPadded = ({ kind, F, P, dilation }) => P !== usualPad(kind, F, dilation);

// ---- a stack as text ----------------------------------------------------------------------------------------
// The layers of a text, the lowest first. An error in words for what is no stack, can't be drawn or doesn't fit.
export function readStack(text, side = SIDE) {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length > LAYERS) throw new Error(`These are ${parts.length} layers; this widget draws up to ${LAYERS}.`);
  const layers = parts.map(readLayer);
  mapSizes(layers, side);
  return layers;
}

export function readLayer(text) {
  const match = LAYER.exec(text);
  if (!match) throw new Error(`“${text}” is no layer. Write CONV 3, CONV 3 stride 2 dilation 2, or POOL 2.`);
  const kind = match[1].toUpperCase();
  const size = Number(match[2]);
  const rest = match[3].toLowerCase().split(" ").slice(1);
  const given = { size };
  for (let n = 0; n < rest.length; n += 2) given[rest[n]] = Number(rest[n + 1]);
  if (kind === "POOL" && given.dilation > 1) throw new Error("A POOL layer has no dilation.");
  for (const [name, value] of Object.entries(given)) {
    const [least, most] = LIMITS[name];
    if (value < least || value > most)
      throw new Error(`The ${name} of ${kind} goes from ${least} to ${most}; ${value} is given.`);
  }
  const span = dilatedSize(size, given.dilation ?? 1);
  if (span > SPAN) throw new Error(`The windows of “${text}” span ${span} cells; this widget draws up to ${SPAN}.`);
  return makeLayer(kind, size, given);
}

// The text that readStack reads, without what goes without saying.
export const writeStack = (layers) => layers.map(writeLayer).join(", ");

export function writeLayer(layer) {
  const { kind, F, S, P, dilation } = layer;
  const stride = S !== makeLayer(kind, F).S ? ` stride ${S}` : "";
  return `${kind} ${F}${stride}${isPadded(layer) ? ` pad ${P}` : ""}${dilation > 1 ? ` dilation ${dilation}` : ""}`;
}

// What keeps a state from being shown, or null.
export function mismatch(s) {
  try {
    readStack(s.layers);
    return null;
  } catch (error) {
    return error.message;
  }
}

// ---- what a neuron sees -------------------------------------------------------------------------------------
// The sides of all maps, the photograph's first. An error for a window that doesn't fit.
export function mapSizes(layers, side = SIDE) {
  const sides = [side];
  layers.forEach((layer, n) => {
    try {
      sides.push(outSize(sides[n], layer.F, layer.S, layer.P, layer.dilation));
    } catch (error) {
      throw new Error(`Layer ${n + 1}, ${writeLayer(layer)}: ${error.message}`);
    }
  });
  return sides;
}

// For each map, the photograph's first, the pixels of a neuron's square, how far the next neuron's is, and where the
// first one's begins.
export function geometries(layers) {
  const maps = [{ field: 1, jump: 1, start: 0 }];
  for (const { F, S, P, dilation } of layers) {
    const { field, jump, start } = maps.at(-1);
    const reach = dilatedSize(F, dilation) - 1;
    maps.push({ field: field + reach * jump, jump: jump * S, start: start - P * jump });
  }
  return maps;
}

// The cells of the map below that a neuron reads along one axis.
const windowCells = ({ F, S, P, dilation }, at) => Array.from({ length: F }, (_, tap) => at * S - P + tap * dilation);
const sorted = (cells) => [...new Set(cells)].sort((a, b) => a - b);
const within = (cells, side) => cells.filter((cell) => cell >= 0 && cell < side);

// For each map, from the photograph to map `level`, what neuron `at` of that map sees along one axis. Padding, below 0
// or beyond the end, is listed, too, but sees nothing itself.
export function cellsSeen(layers, side, level, at) {
  const sides = mapSizes(layers, side);
  const seen = [[at]];
  for (let n = level; n > 0; n--)
    seen.unshift(sorted(within(seen[0], sides[n]).flatMap((one) => windowCells(layers[n - 1], one))));
  return seen;
}

// Which pixels of its field a neuron far from the edges reads, along one axis, counted from 0.
export function pixelsRead(layers) {
  const below = (cells, { F, S, dilation }) =>
    sorted(cells.flatMap((cell) => Array.from({ length: F }, (_, tap) => cell * S + tap * dilation)));
  return layers.reduceRight(below, [0]);
}

// The mean of what each neuron reads, padding left out: along the rows, then along the columns.
function averaged(map, side, layer, out) {
  const cells = Array.from({ length: out }, (_, at) => within(windowCells(layer, at), side));
  const half = new Float64Array(side * out * 3);
  const values = new Float64Array(out * out * 3);
  for (let c = 0; c < out; c++)
    for (const from of cells[c])
      for (let r = 0; r < side; r++)
        for (let d = 0; d < 3; d++) half[(r * out + c) * 3 + d] += map[(r * side + from) * 3 + d] / cells[c].length;
  for (let r = 0; r < out; r++)
    for (const from of cells[r])
      for (let n = 0; n < 3 * out; n++) values[r * out * 3 + n] += half[from * out * 3 + n] / cells[r].length;
  return values;
}

const MANY = 64; // maps that are kept
let known = { pixels: null, maps: new Map() }; // of a photograph, by the layers below and with them

// What each map shows, the photograph first: red, green and blue of each cell, row by row, from 0 to 255.
export function averages(layers, pixels) {
  if (known.pixels !== pixels || known.maps.size > MANY) known = { pixels, maps: new Map() };
  if (!known.maps.size)
    known.maps.set(
      "",
      Uint8Array.from(atob(pixels), (letter) => letter.charCodeAt(0)),
    );
  const sides = mapSizes(layers);
  const maps = [known.maps.get("")];
  layers.forEach((layer, n) => {
    const key = writeStack(layers.slice(0, n + 1));
    if (!known.maps.has(key)) known.maps.set(key, averaged(maps[n], sides[n], layer, sides[n + 1]));
    maps.push(known.maps.get(key));
  });
  return maps;
}

// ---- what it costs ------------------------------------------------------------------------------------------
// The weights as a multiple of C², with C channels in and out; and the CONV layers, each with its non-linearity.
export const weights = (layers) => layers.reduce((sum, { kind, F }) => sum + (kind === "CONV" ? F * F : 0), 0);
export const convs = (layers) => layers.filter(({ kind }) => kind === "CONV").length;

// The CONV layer whose neurons see as far, and stand as far apart, as those of the highest map.
export function oneLayer(layers) {
  const { field, jump } = geometries(layers).at(-1);
  return makeLayer("CONV", field, { stride: jump });
}

// ---- a state ------------------------------------------------------------------------------------------------
// All that is shown of a state: the layers, the maps' sides and geometries, the neuron in view and what it sees.
export function study(s) {
  const layers = readStack(s.layers);
  const sides = mapSizes(layers);
  const maps = geometries(layers);
  const level = Math.min(Math.max(s.level, 0), layers.length);
  const [row, col] = [s.row, s.col].map((at) => Math.min(Math.max(at, 0), sides[level] - 1));
  const rows = cellsSeen(layers, SIDE, level, row);
  const cols = cellsSeen(layers, SIDE, level, col);
  const seen = rows.map((_, n) => [rows[n], cols[n]]);
  return { layers, sides, maps, level, row, col, seen };
}

// How many pixels the field in view has; how many are seen, skipped or beyond the edge; how many zeros are read.
export function counts({ sides, maps, level, row, col, seen }) {
  const { field, jump, start } = maps[level];
  const real = seen.map((axes, n) => axes.map((axis) => within(axis, sides[n]).length));
  const inside = [row, col].reduce((product, at) => {
    const first = start + at * jump;
    return product * Math.max(Math.min(first + field, SIDE) - Math.max(first, 0), 0);
  }, 1);
  const read = real[0][0] * real[0][1];
  const padding = seen.reduce((sum, [rows, cols], n) => sum + rows.length * cols.length - real[n][0] * real[n][1], 0);
  return { field: field ** 2, seen: read, skipped: inside - read, beyond: field ** 2 - inside, padding };
}

// What a task may ask for.
export function facts(s) {
  const { layers, maps, level, row, col } = study(s);
  const { field, jump } = maps.at(-1);
  const largest = (name) => Math.max(1, ...layers.map((layer) => layer[name]));
  return {
    layers: layers.length,
    convs: convs(layers),
    pools: layers.length - convs(layers),
    field,
    jump,
    covers: pixelsRead(layers).length === field,
    weights: weights(layers),
    largest: largest("F"),
    stride: largest("S"),
    dilation: largest("dilation"),
    level,
    row,
    col,
    window: s.window,
    picked: s.picked,
  };
}

// The neuron of another map whose field lies nearest to the one in view: {level, row, col}.
export function nearest({ sides, maps }, { field, jump, start }, { row, col }, level) {
  const to = maps[level];
  const move = (at) => {
    const middle = start + at * jump + (field - 1) / 2;
    const found = Math.round((middle - to.start - (to.field - 1) / 2) / to.jump);
    return Math.min(Math.max(found, 0), sides[level] - 1);
  };
  return { level, row: move(row), col: move(col) };
}
