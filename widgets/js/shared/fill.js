// The small whole numbers that fill a demo of any size; cs231n_widgets/fill.py has the same rule.
export const fillX = (c, i, j) => ((3 * i * i + 2 * j * j + i * j + c * (2 * i + 3 * j + 5) + 2 * j) % 7) % 4;
const SIGNS = [1, 0, -1, 1, 0, -1, 0];
export const fillW = (k, c, i, j) => SIGNS[((2 * k + 3) * i + (c + 1) * j * j + i * j * (k + 1) + 3 * k + 2 * c) % 7];
export const fillB = (k) => [1, 0, -1][k % 3];

const table = (n, make) => Array.from({ length: n }, (_, i) => make(i));

// Give arrays of the asked sizes: what `kept` holds where it holds something, the pattern elsewhere.
export function sized({ D, H, W, K, F }, kept) {
  return {
    x: table(D, (c) => table(H, (i) => table(W, (j) => kept.x?.[c]?.[i]?.[j] ?? fillX(c, i, j)))),
    w: table(K, (k) =>
      table(D, (c) => table(F, (i) => table(F, (j) => kept.w?.[k]?.[c]?.[i]?.[j] ?? fillW(k, c, i, j)))),
    ),
    b: table(K, (k) => kept.b?.[k] ?? fillB(k)),
  };
}

// Lay `now` over `kept`, so that cells cut off by a smaller size come back with their numbers.
export function remember(kept, now) {
  if (!Array.isArray(now)) return now;
  const long = Array.isArray(kept) && kept.length > now.length ? kept : now;
  return long.map((_, i) => (i < now.length ? remember(kept?.[i], now[i]) : kept[i]));
}
