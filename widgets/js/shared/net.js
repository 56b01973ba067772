// A trained net on typed arrays: no DOM, so that node can run it. A volume is { C, H, W, data }, its data depth slice by
// depth slice and row by row, as NumPy has it. Products are added in double precision. A net is { layers, weights, dtype }
// as cs231n_widgets/nets.py describes it: a layer is { kind, K, F, S, P }, of which it has what its kind needs.

export const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
export const outSize = (side, F, S, P) => Math.floor((side - F + 2 * P) / S) + 1;

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

// The layers of a net for inputs of a shape { C, H, W }, each with the shapes that it reads and makes, those of CONV and FC
// with their weights w and biases b.
export function unpackLayers(net, shape) {
  const weights = unpackWeights(net);
  let at = 0;
  const take = (count) => {
    at += count;
    return weights.subarray(at - count, at);
  };
  let reads = shape;
  return net.layers.map((layer) => {
    const { C, H, W } = reads;
    const makes = outShape(layer, reads);
    const taps = { CONV: C * layer.F ** 2, FC: C * H * W }[layer.kind];
    const own = taps ? { w: take(layer.K * taps), b: take(layer.K) } : {};
    const unpacked = { ...layer, ...own, reads, makes };
    reads = makes;
    return unpacked;
  });
}

export function outShape({ kind, K, F, S, P }, { C, H, W }) {
  if (kind === "RELU") return { C, H, W };
  if (kind === "FC") return { C: K, H: 1, W: 1 };
  return { C: kind === "CONV" ? K : C, H: outSize(H, F, S, P), W: outSize(W, F, S, P) };
}

const empty = ({ C, H, W }) => ({ C, H, W, data: new Float64Array(C * H * W) });

// What a layer makes of a volume of any size that it can read.
export const forward = (layer, x) => ({ CONV: conv, RELU: relu, POOL: pool, FC: linear })[layer.kind](layer, x);

// Each weight of a filter in its turn is multiplied with all that it reads, so that the inner loop runs along rows; four
// filters at once, so that each number is fetched a quarter as often.
function conv(layer, x) {
  const { K, w, b } = layer;
  const y = empty(outShape(layer, x));
  const area = y.H * y.W;
  for (let k = 0; k < K; k++) y.data.fill(b[k], k * area, (k + 1) * area);
  const taps = tapsOf(layer, x, y);
  let k = 0;
  for (; k + 4 <= K; k += 4)
    for (let n = 0; n < taps.length; n++) {
      const weights = [0, 1, 2, 3].map((more) => w[(k + more) * taps.length + n]);
      addToFour(y.data, k * area, area, y.W, weights, x.data, taps[n]);
    }
  for (; k < K; k++)
    for (let n = 0; n < taps.length; n++) addToOne(y.data, k * area, y.W, w[k * taps.length + n], x.data, taps[n]);
  return y;
}

// What each weight of a filter reads: for the outputs in rows top to bottom and columns left to right, the last left out,
// it reads no padding; output (row, col) takes number `from` + row * down + col * across.
function tapsOf({ F, S, P }, x, y) {
  const taps = [];
  for (let c = 0; c < x.C; c++)
    for (let u = 0; u < F; u++)
      for (let v = 0; v < F; v++) {
        const [top, bottom] = within(u, S, P, x.H, y.H);
        const [left, right] = within(v, S, P, x.W, y.W);
        const from = (c * x.H - P + u) * x.W - P + v;
        taps.push({ top, bottom, left, right, from, down: S * x.W, across: S });
      }
  return taps;
}

// For which outputs, from the first up to, but not, the last, weight u of a filter reads no padding.
function within(u, S, P, side, count) {
  return [Math.max(Math.ceil((P - u) / S), 0), Math.min(Math.floor((side - 1 + P - u) / S) + 1, count)];
}

function addToOne(y, start, W, weight, x, { top, bottom, left, right, from, down, across }) {
  for (let row = top; row < bottom; row++) {
    const [to, at] = [start + row * W, from + row * down];
    for (let col = left; col < right; col++) y[to + col] += weight * x[at + col * across];
  }
}

function addToFour(y, start, area, W, [w0, w1, w2, w3], x, { top, bottom, left, right, from, down, across }) {
  for (let row = top; row < bottom; row++) {
    const at = from + row * down;
    for (let col = left, to = start + row * W + left; col < right; col++, to++) {
      const value = x[at + col * across];
      y[to] += w0 * value;
      y[to + area] += w1 * value;
      y[to + 2 * area] += w2 * value;
      y[to + 3 * area] += w3 * value;
    }
  }
}

function relu(_, x) {
  const data = new Float64Array(x.data.length);
  for (let n = 0; n < data.length; n++) data[n] = Math.max(x.data[n], 0);
  return { ...x, data };
}

function pool(layer, x) {
  const { F, S, P } = layer;
  const y = empty(outShape(layer, x));
  for (let c = 0, n = 0; c < x.C; c++) {
    for (let row = 0; row < y.H; row++) {
      for (let col = 0; col < y.W; col++, n++) {
        let most = -Infinity;
        for (let r = Math.max(row * S - P, 0); r < Math.min(row * S - P + F, x.H); r++) {
          for (let q = Math.max(col * S - P, 0); q < Math.min(col * S - P + F, x.W); q++) {
            const value = x.data[(c * x.H + r) * x.W + q];
            if (value > most) most = value;
          }
        }
        y.data[n] = most;
      }
    }
  }
  return y;
}

function linear({ K, w, b }, x) {
  const y = empty({ C: K, H: 1, W: 1 });
  const count = x.data.length;
  for (let k = 0; k < K; k++) {
    let sum = b[k];
    for (let i = 0; i < count; i++) sum += x.data[i] * w[k * count + i];
    y.data[k] = sum;
  }
  return y;
}

// What a neuron behind some layers sees of the picture, along each side: neuron n sees `size` pixels from start + n * step
// on. A size of null is the whole picture.
export function receptiveField(layers) {
  let [size, step, start] = [1, 1, 0];
  for (const { kind, F, S, P } of layers) {
    if (kind === "FC") return { size: null, step: 0, start: 0 };
    if (kind === "RELU") continue;
    size += (F - 1) * step;
    start -= P * step;
    step *= S;
  }
  return { size, step, start };
}
