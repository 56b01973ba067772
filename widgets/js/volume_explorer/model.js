// A small net at work on a picture: no DOM, so that node can run it. A volume is { name, C, H, W, data }, its data depth
// slice by depth slice and row by row, as NumPy has it.
// A state s holds net, pixels, labels and the neuron in view: volume, slice, row, col.
import { bytes, forward, receptiveField, unpackLayers } from "../shared/net.js";

// Returns the names of the volumes, INPUT first: CONV 1, RELU 1 ... numbered where there are several.
export function namesOf({ layers }) {
  const seen = {};
  const count = (kind) => layers.filter((layer) => layer.kind === kind).length;
  return [
    "INPUT",
    ...layers.map(({ kind }) => {
      seen[kind] = (seen[kind] ?? 0) + 1;
      return count(kind) > 1 ? `${kind} ${seen[kind]}` : kind;
    }),
  ];
}

// What the net reads: -2 to 2 for pixels from 0 to 255. (The volume INPUT itself is shown as 0 to 1.)
export function picture(s) {
  const { H, W } = s.net;
  const data = new Float64Array(3 * H * W);
  bytes(s.pixels).forEach((value, n) => {
    data[(n % 3) * H * W + Math.floor(n / 3)] = value / 255;
  });
  return { name: "INPUT", C: 3, H, W, data };
}

// Run the net: all volumes, INPUT first. A volume of CONV or FC carries its weights and biases: w, b.
export function run(s) {
  const names = namesOf(s.net);
  const input = picture(s);
  const volumes = [input];
  let x = { ...input, data: input.data.map((value) => (value - 0.5) * 4) };
  unpackLayers(s.net, input).forEach((layer, n) => {
    x = { ...forward(layer, x), name: names[n + 1] };
    volumes.push({ ...x, w: layer.w, b: layer.b });
  });
  return volumes;
}

// The values that a layer reads: those of the volume before it, of the picture as the net sees it.
export const readBy = (volumes, volume) =>
  volume === 1 ? volumes[0].data.map((value) => (value - 0.5) * 4) : volumes[volume - 1].data;

// Bring the neuron in view into its volume.
export function neuron(s, volumes) {
  const within = (value, count) => Math.min(Math.max(value, 0), count - 1);
  const volume = within(s.volume, volumes.length);
  const { C, H, W } = volumes[volume];
  return { volume, slice: within(s.slice, C), row: within(s.row, H), col: within(s.col, W) };
}

export const valueAt = ({ H, W, data }, { slice, row, col }) => data[(slice * H + row) * W + col];

// The pixels that a neuron sees, first and last.
export function seen({ net }, { volume, row, col }) {
  const { size, step, start } = receptiveField(net.layers.slice(0, volume));
  if (size === null) return { top: 0, bottom: net.H - 1, left: 0, right: net.W - 1 };
  const along = (at, side) => {
    const first = start + at * step;
    return [Math.max(first, 0), Math.min(first + size, side) - 1];
  };
  const [top, bottom] = along(row, net.H);
  const [left, right] = along(col, net.W);
  return { top, bottom, left, right };
}

// The window that a neuron of CONV or POOL reads in the volume before it; it may reach into the padding.
export function windowOf({ net }, { volume, row, col }) {
  const { F, S, P } = net.layers[volume - 1];
  return { top: row * S - P, left: col * S - P, F };
}

// What came into a CONV neuron: for each depth slice its F x F numbers, its weights, and their products' sum.
export function terms(s, volumes, at) {
  const before = volumes[at.volume - 1];
  const values = readBy(volumes, at.volume);
  const { w } = volumes[at.volume];
  const { top, left, F } = windowOf(s, at);
  return Array.from({ length: before.C }, (_, c) => {
    const input = [];
    const weights = [];
    for (let u = 0; u < F; u++) {
      for (let v = 0; v < F; v++) {
        const [r, q] = [top + u, left + v];
        const inside = r >= 0 && r < before.H && q >= 0 && q < before.W;
        input.push(inside ? values[(c * before.H + r) * before.W + q] : 0);
        weights.push(w[((at.slice * before.C + c) * F + u) * F + v]);
      }
    }
    return { input, weights, sum: input.reduce((sum, value, n) => sum + value * weights[n], 0) };
  });
}

// What each place of the volume before adds to a score: the sum over its depth, row by row.
export function evidence(volumes, at) {
  const before = volumes[at.volume - 1];
  const { w } = volumes[at.volume];
  const area = before.H * before.W;
  const sums = new Array(area).fill(0);
  before.data.forEach((value, i) => {
    sums[i % area] += value * w[at.slice * before.data.length + i];
  });
  return sums;
}

// The scores with their labels, the highest first.
export function ranked(s, volumes) {
  const { data } = volumes.at(-1);
  return s.labels.map((label, k) => ({ label, k, score: data[k] })).sort((a, b) => b.score - a.score || a.k - b.k);
}

// What a task may ask for.
export function facts(s, volumes) {
  const at = neuron(s, volumes);
  const { volume, ...place } = at;
  return {
    volume: volumes[volume].name,
    ...place,
    value: valueAt(volumes[volume], at),
    sees: receptiveField(s.net.layers.slice(0, volume)).size,
    best: ranked(s, volumes)[0].label,
  };
}
