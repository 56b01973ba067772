// A small net on typed arrays: no DOM, so that node can run it. A volume is { name, C, H, W, data }, its data depth slice
// by depth slice and row by row, as NumPy has it. Products are added in double precision.
// A state s holds net, pixels, labels and the neuron in view: volume, slice, row, col.

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

// The value of a 16-bit float: a sign, five bits of exponent, ten of fraction.
function half(bits) {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  return sign * (exponent ? 2 ** (exponent - 15) * (1 + fraction / 1024) : 2 ** -14 * (fraction / 1024));
}

// All weights of a net in a row.
function unpackWeights({ weights, dtype }) {
  const { buffer } = bytes(weights);
  return dtype === "float16" ? Float64Array.from(new Uint16Array(buffer), half) : new Float32Array(buffer);
}

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

function conv(x, layer, w, b) {
  const { K, F, S, P } = layer;
  const y = empty(K, outSize(x.H, F, S, P), outSize(x.W, F, S, P));
  for (let k = 0, n = 0; k < K; k++) {
    for (let row = 0; row < y.H; row++) {
      for (let col = 0; col < y.W; col++, n++) {
        let sum = b[k];
        for (let c = 0; c < x.C; c++) {
          for (let u = 0; u < F; u++) {
            const r = row * S - P + u;
            if (r < 0 || r >= x.H) continue;
            const from = (c * x.H + r) * x.W;
            const weight = ((k * x.C + c) * F + u) * F;
            for (let v = 0; v < F; v++) {
              const q = col * S - P + v;
              if (q >= 0 && q < x.W) sum += x.data[from + q] * w[weight + v];
            }
          }
        }
        y.data[n] = sum;
      }
    }
  }
  return y;
}

function relu(x) {
  return { ...x, data: x.data.map((value) => Math.max(value, 0)) };
}

function pool(x, { F, S, P }) {
  const y = empty(x.C, outSize(x.H, F, S, P), outSize(x.W, F, S, P));
  for (let c = 0, n = 0; c < x.C; c++) {
    for (let row = 0; row < y.H; row++) {
      for (let col = 0; col < y.W; col++, n++) {
        let most = -Infinity;
        for (let r = Math.max(row * S - P, 0); r < Math.min(row * S - P + F, x.H); r++) {
          for (let q = Math.max(col * S - P, 0); q < Math.min(col * S - P + F, x.W); q++) {
            most = Math.max(most, x.data[(c * x.H + r) * x.W + q]);
          }
        }
        y.data[n] = most;
      }
    }
  }
  return y;
}

function linear(x, { K }, w, b) {
  const y = empty(K, 1, 1);
  const count = x.data.length;
  for (let k = 0; k < K; k++) {
    let sum = b[k];
    for (let i = 0; i < count; i++) sum += x.data[i] * w[k * count + i];
    y.data[k] = sum;
  }
  return y;
}

const empty = (C, H, W) => ({ C, H, W, data: new Float64Array(C * H * W) });
const outSize = (side, F, S, P) => Math.floor((side - F + 2 * P) / S) + 1;

// Run the net: all volumes, INPUT first. A volume of CONV or FC carries its weights and biases: w, b.
export function run(s) {
  const weights = unpackWeights(s.net);
  const names = namesOf(s.net);
  const input = picture(s);
  const volumes = [input];
  let x = { ...input, data: input.data.map((value) => (value - 0.5) * 4) };
  let at = 0;
  const take = (count) => {
    at += count;
    return weights.subarray(at - count, at);
  };
  s.net.layers.forEach((layer, n) => {
    let own = {};
    if (layer.kind === "CONV") own = { w: take(layer.K * x.C * layer.F ** 2), b: take(layer.K) };
    if (layer.kind === "FC") own = { w: take(layer.K * x.data.length), b: take(layer.K) };
    const work = { CONV: conv, RELU: relu, POOL: pool, FC: linear }[layer.kind];
    x = { ...work(x, layer, own.w, own.b), ...own, name: names[n + 1] };
    volumes.push(x);
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

// What a neuron of a volume sees of the picture, along each side: neuron n sees `size` pixels from start + n * step on.
// A size of null is the whole picture.
export function receptiveField({ layers }, volume) {
  let [size, step, start] = [1, 1, 0];
  for (const { kind, F, S, P } of layers.slice(0, volume)) {
    if (kind === "FC") return { size: null, step: 0, start: 0 };
    if (kind === "RELU") continue;
    size += (F - 1) * step;
    start -= P * step;
    step *= S;
  }
  return { size, step, start };
}

// The pixels that a neuron sees, first and last.
export function seen({ net }, { volume, row, col }) {
  const { size, step, start } = receptiveField(net, volume);
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
    sees: receptiveField(s.net, volume).size,
    best: ranked(s, volumes)[0].label,
  };
}
