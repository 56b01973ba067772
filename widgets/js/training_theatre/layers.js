// The layers that train on the page, forward and backward: rows of N examples in Float64Arrays, as the kit has them in
// arrays (N,C,H,W) and (N,D). A layer keeps what its backward pass needs until the next forward pass.
import { windowsOf } from "../shared/spec/layers.js";

const volume = (shape) => shape.reduce((all, size) => all * size, 1);

class Layer {
  constructor(inShape, outShape) {
    Object.assign(this, { inShape, outShape, inSize: volume(inShape), outSize: volume(outShape), params: [], macs: 0 });
  }

  param(name, shape, fanIn) {
    const made = { name, shape, fanIn, value: new Float64Array(volume(shape)), grad: new Float64Array(volume(shape)) };
    this.params.push(made);
    return made;
  }
}

// By im2col: what the taps read of an example lies in rows, one for each weight of a filter, a number for each output.
export class Conv extends Layer {
  constructor({ shape, out, layer }) {
    super(shape, out);
    if (layer.values.groups > 1) throw new Error("On the page no CONV has groups.");
    this.reads = sources(shape, out, windowsOf(layer));
    this.taps = this.reads.length / (out[1] * out[2]);
    this.filterShape = [shape[0], ...windowsOf(layer).map(([size]) => size)];
    this.weight = this.param("weight", [out[0], this.taps], this.taps);
    this.macs = this.taps * this.outSize;
    if (layer.values.bias) this.bias = this.param("bias", [out[0]]);
  }

  forward(x, N) {
    const { reads, taps, inSize, outSize } = this;
    const K = this.outShape[0];
    const size = outSize / K;
    const y = new Float64Array(N * outSize);
    this.columns = new Float64Array(N * reads.length);
    this.N = N;
    for (let n = 0; n < N; n++) {
      const columns = this.columns.subarray(n * reads.length, (n + 1) * reads.length);
      for (let at = 0; at < reads.length; at++) columns[at] = reads[at] < 0 ? 0 : x[n * inSize + reads[at]];
      for (let k = 0; k < K; k++) {
        const map = y.subarray((n * K + k) * size, (n * K + k + 1) * size);
        map.fill(this.bias ? this.bias.value[k] : 0);
        for (let tap = 0; tap < taps; tap++) {
          const weight = this.weight.value[k * taps + tap];
          for (let at = 0; at < size; at++) map[at] += weight * columns[tap * size + at];
        }
      }
    }
    return y;
  }

  // The gradient of x; null for the first layer of a net, which needs none.
  backward(dy, isFirst) {
    const { reads, taps, inSize, outSize, N } = this;
    const K = this.outShape[0];
    const size = outSize / K;
    const dx = isFirst ? null : new Float64Array(N * inSize);
    const dcolumns = new Float64Array(reads.length);
    for (const { grad } of this.params) grad.fill(0);
    for (let n = 0; n < N; n++) {
      const columns = this.columns.subarray(n * reads.length, (n + 1) * reads.length);
      dcolumns.fill(0);
      for (let k = 0; k < K; k++) {
        const map = dy.subarray((n * K + k) * size, (n * K + k + 1) * size);
        if (this.bias) for (let at = 0; at < size; at++) this.bias.grad[k] += map[at];
        for (let tap = 0; tap < taps; tap++) {
          const weight = this.weight.value[k * taps + tap];
          let sum = 0;
          for (let at = 0; at < size; at++) sum += map[at] * columns[tap * size + at];
          this.weight.grad[k * taps + tap] += sum;
          if (dx) for (let at = 0; at < size; at++) dcolumns[tap * size + at] += weight * map[at];
        }
      }
      if (dx) for (let at = 0; at < reads.length; at++) if (reads[at] >= 0) dx[n * inSize + reads[at]] += dcolumns[at];
    }
    return dx;
  }
}

// For each tap of a filter and each output, which number of an example is read; -1 is padding.
function sources([C, H, W], [, H2, W2], [down, across]) {
  const read = (out, tap, side, [, stride, before, , dilation]) => {
    const at = out * stride - before + tap * dilation;
    return at >= 0 && at < side ? at : -1;
  };
  const found = [];
  for (let c = 0; c < C; c++)
    for (let i = 0; i < down[0]; i++)
      for (let j = 0; j < across[0]; j++)
        for (let row = 0; row < H2; row++)
          for (let col = 0; col < W2; col++) {
            const [r, s] = [read(row, i, H, down), read(col, j, W, across)];
            found.push(r < 0 || s < 0 ? -1 : (c * H + r) * W + s);
          }
  return Int32Array.from(found);
}

export class Relu extends Layer {
  constructor({ shape, out }) {
    super(shape, out);
  }

  forward(x) {
    this.y = x.map((value) => Math.max(value, 0));
    return this.y;
  }

  backward(dy) {
    return dy.map((value, at) => (this.y[at] > 0 ? value : 0));
  }
}

// The largest of each window, and of equals the first; its gradient goes there.
export class Pool extends Layer {
  constructor({ shape, out, layer }) {
    super(shape, out);
    this.windows = windowsOf(layer);
  }

  forward(x, N) {
    const [C, H, W] = this.inShape;
    const [, H2, W2] = this.outShape;
    const [[F, S, top], [G, T, left]] = this.windows;
    const y = new Float64Array(N * this.outSize);
    this.winner = new Int32Array(y.length);
    this.length = x.length;
    for (let map = 0, at = 0; map < N * C; map++)
      for (let row = 0; row < H2; row++)
        for (let col = 0; col < W2; col++, at++) {
          let best = -1;
          for (let r = Math.max(row * S - top, 0); r < Math.min(row * S - top + F, H); r++)
            for (let c = Math.max(col * T - left, 0); c < Math.min(col * T - left + G, W); c++) {
              const cell = (map * H + r) * W + c;
              if (best < 0 || x[cell] > x[best]) best = cell;
            }
          this.winner[at] = best;
          y[at] = x[best];
        }
    return y;
  }

  backward(dy) {
    const dx = new Float64Array(this.length);
    for (let at = 0; at < dy.length; at++) dx[this.winner[at]] += dy[at];
    return dx;
  }
}

// Each unit reads all numbers of an example, so a volume needs no flattening: its numbers lie in a row already.
export class Fc extends Layer {
  constructor({ shape, out, layer }) {
    super(shape, out);
    this.weight = this.param("weight", [out[0], this.inSize], this.inSize);
    this.macs = this.inSize * this.outSize;
    if (layer.values.bias) this.bias = this.param("bias", [out[0]]);
  }

  forward(x, N) {
    const { inSize: D, outSize: K, bias } = this;
    const w = this.weight.value;
    const y = new Float64Array(N * K);
    for (let n = 0; n < N; n++)
      for (let k = 0; k < K; k++) {
        let sum = bias ? bias.value[k] : 0;
        for (let d = 0; d < D; d++) sum += w[k * D + d] * x[n * D + d];
        y[n * K + k] = sum;
      }
    Object.assign(this, { x, N });
    return y;
  }

  backward(dy, isFirst) {
    const { x, N, inSize: D, outSize: K, bias } = this;
    const { value: w, grad: dw } = this.weight;
    const dx = isFirst ? null : new Float64Array(x.length);
    dw.fill(0);
    bias?.grad.fill(0);
    for (let n = 0; n < N; n++)
      for (let k = 0; k < K; k++) {
        const slope = dy[n * K + k];
        if (bias) bias.grad[k] += slope;
        for (let d = 0; d < D; d++) dw[k * D + d] += slope * x[n * D + d];
        if (dx) for (let d = 0; d < D; d++) dx[n * D + d] += slope * w[k * D + d];
      }
    return dx;
  }
}

export class Flatten extends Layer {
  constructor({ shape, out }) {
    super(shape, out);
  }

  forward(x) {
    return x;
  }

  backward(dy) {
    return dy;
  }
}

export const LAYERS = { CONV: Conv, RELU: Relu, POOL: Pool, FC: Fc, FLATTEN: Flatten };
