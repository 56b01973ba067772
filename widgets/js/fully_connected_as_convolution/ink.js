// What is written on the canvas, as a text and as pixels: no DOM, so that node can run it;
// cs231n_widgets/fully_connected_as_convolution/ink.py has the same.
// A drawing is a text: "3@4,10" is a stamp of a 3 whose upper left corner is at row 4, column 10; "~0e0n090u" is a stroke
// through points, each a row and a column in half pixels, two digits of base 36 each.
export const STAMP = 28; // pixels along each side of a stamp
export const LONGEST = 2400; // characters of a drawing, so that it fits into an address
const REACH = 1.7; // pixels from the middle of a stroke to where its ink ends; within 0.7 it is black
const MARK = /^(?:(\d)@(-?\d{1,3}),(-?\d{1,3})|~((?:[0-9a-z]{4})+))$/;
const DIGITS = [
  "~0a0w090s0a0p0c0l0g0i0m0g0r0g0x0g130i170k1a0o1b0s1a0v180z14120y140t140n140h120d100a0w",
  "~090t1b0r",
  "~0f0h0c0j0a0m090q090u0b0y0e110h120l120p101a0h1a15",
  "~0d0i0a0l090p090t0a0x0e100h110l110p0y0r0q0r0t0t0y0v110z1313131711190x1b0t1b0o190k160h",
  "~090o0u0f0u16 ~0e0z1b0w",
  "~0a140a0k0p0i0p0l0o0q0o0v0r0z0v1210131412180y1a0u1a0o190j160f",
  "~090y0k0m0z0h0v0i0s0l0q0p0p0t0q0x0t110x1311131512180z1a0v1b0r1a0n170j130h0z0h",
  "~0b0g0b150s0v1b0o",
  "~0r0u0r0q0p0m0m0j0i0i0f0j0c0m0a0q0a0u0b0x0e100i110m110p0z0r0v0r0s0s0w0u100x121113151218101a0w1b0s1a0o180k150i110h0x0i0u0k0s0o0r0s",
  "~0j120f100c0y0a0t0a0p0c0k0f0i0j0g0n0i0q0k0s0p0s0t0q0y0n100j120u111b0x",
];

// The strokes of a drawing, stamps included: lists of points [row, column], in pixels. An Error for a text that is none.
export function readDrawing(text) {
  if (text.length > LONGEST) throw new Error(`A drawing has at most ${LONGEST} characters.`);
  return text.split(" ").filter(Boolean).flatMap(readMark);
}

function readMark(word) {
  const [, digit, row, col, points] = MARK.exec(word) ?? [];
  if (points) return [readPoints(points)];
  if (!digit) throw new Error(`“${word}” is neither a stamp nor a stroke.`);
  const strokes = DIGITS[digit].split(" ").map((stroke) => readPoints(stroke.slice(1)));
  return strokes.map((stroke) => stroke.map(([y, x]) => [y + Number(row), x + Number(col)]));
}

const readPoints = (text) =>
  text.match(/.{4}/g).map((point) => [0, 2].map((at) => Number.parseInt(point.slice(at, at + 2), 36) / 2));

export const writeStamp = (digit, row, col) => `${digit}@${row},${col}`;

// A stroke as a text; points [row, column] in pixels.
export const writeStroke = (points) =>
  `~${points
    .map((point) =>
      point
        .map((at) =>
          Math.round(2 * at)
            .toString(36)
            .padStart(2, "0"),
        )
        .join(""),
    )
    .join("")}`;

export const addMark = (drawing, mark) => (drawing ? `${drawing} ${mark}` : mark);

// The ink of a drawing, row by row from 0 to 1; where strokes cross, the darker one counts.
export function render(text, H, W) {
  const ink = new Float64Array(H * W);
  for (const points of readDrawing(text))
    for (let n = 0; n < Math.max(points.length - 1, 1); n++) drawLine(ink, H, W, points[n], points[n + 1] ?? points[n]);
  return ink;
}

// Put the ink of a line from one point to another into an array.
export function drawLine(ink, H, W, begin, end) {
  const first = (axis) => Math.max(Math.floor(Math.min(begin[axis], end[axis]) - REACH), 0);
  const last = (axis, side) => Math.min(Math.ceil(Math.max(begin[axis], end[axis]) + REACH), side);
  const [down, across] = [end[0] - begin[0], end[1] - begin[1]];
  const length = down * down + across * across;
  for (let row = first(0); row < last(0, H); row++)
    for (let col = first(1); col < last(1, W); col++) {
      const [y, x] = [row + 0.5 - begin[0], col + 0.5 - begin[1]];
      const along = length ? Math.min(Math.max((y * down + x * across) / length, 0), 1) : 0;
      const [offY, offX] = [y - along * down, x - along * across];
      const value = Math.min(Math.max(REACH - Math.sqrt(offY * offY + offX * offX), 0), 1);
      ink[row * W + col] = Math.max(ink[row * W + col], value);
    }
}
