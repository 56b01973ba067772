// What nets cost and where, and the places of their circles in the chart. Arithmetic only;
// cs231n_widgets/net_comparison/model.py draws the same chart, and counts what nets cost.

const UNITS = { work: 1e9, weights: 1e6 }; // of the axis: a billion multiply-adds, a megabyte
const [LOWEST, HIGHEST, STEP] = [55, 80, 5]; // of the axis of top-1, in percent
const MARGIN = 1.6; // of the other axis, as a factor beyond the least and the largest
const TICKS = 7; // at most
export const [LEFT, RIGHT, TOP, BOTTOM] = [44, 12, 28, 46]; // of the chart, in pixels
export const STRIP = 40; // below it, for nets without a figure
export const NARROW = 520; // a chart that is less wide has smaller circles
const [LARGE, SMALL, LEAST] = [30, 19, 3]; // radius of the largest circle, in a wide and a narrow chart; of the smallest
const LEGEND = { work: [1e9, 5e9], weights: [5e7, 2e8] }; // circles that say how large others are
const [LETTER, LINE, GAP] = [7.5, 15, 4]; // width of a letter of a name, height of a name, and how far from its circle
const NEAR = 40; // pixels from the middle of a circle that still point at it

export const netNamed = (s, name) => s.nets.find((net) => net.name === name);

// The net beside the one in view; undefined if there is none, or if both are the same.
export const keptNet = (s) => (s.beside === s.chosen ? undefined : netNamed(s, s.beside));

// What a net has on an axis: its multiply-adds, or the bytes of its weights.
export const amount = (net, axis) => (axis === "work" ? net.macs : net.weights);

// What the area of a circle stands for: what the axis doesn't show.
export const other = (axis) => (axis === "work" ? "weights" : "work");

const sum = (values) => values.reduce((total, value) => total + value, 0);

// What a goal may ask for.
export function facts(s) {
  const net = netNamed(s, s.chosen);
  const fullyConnected = sum(net.parts.filter(({ name }) => name.startsWith("FC")).map(({ weights }) => weights));
  return {
    net: net.name,
    top1: net.top1,
    weights: net.weights,
    memory: net.memory,
    macs: net.macs,
    fc: Math.round((100 * fullyConnected) / Math.max(net.weights, 1)),
    axis: s.axis,
    beside: s.beside,
  };
}

// Returns why a state can't be shown, or "".
export function mismatch(s) {
  const fine = netNamed(s, s.chosen) && (s.beside === "" || netNamed(s, s.beside)) && s.axis in UNITS;
  return fine ? "" : "This chart has no such net or axis.";
}

// The names of the nets in the order of an axis, "top1" or that of the chart.
export function order(s, axis) {
  const value = (net) => (axis === "top1" ? (net.top1 ?? 0) : amount(net, axis));
  return [...s.nets].sort((a, b) => value(a) - value(b)).map(({ name }) => name);
}

// Where the axis begins and ends.
function bounds(nets, axis) {
  const values = nets.map((net) => Math.max(amount(net, axis), 1));
  return [Math.min(...values) / MARGIN, Math.max(...values) * MARGIN];
}

// The values between two others that an axis names: 1, 2, 5, 10, ..., or powers of ten only.
function ticks(low, high) {
  const first = Math.floor(Math.log10(low));
  const powers = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, n) => first + n);
  const within = (digits) =>
    powers
      .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
      .filter((value) => value >= low && value <= high);
  const fine = within([1, 2, 5]);
  return fine.length <= TICKS ? fine : within([1]);
}

// The chart so many pixels wide and high: its circles with the middle of each name and the line that it stands on,
// [place, value] of the ticks, where the axis is, and [radius, value] of circles that say how large the others are.
export function chart({ nets, axis }, wide, high) {
  const [low, end] = bounds(nets, axis);
  const strip = nets.some(({ top1 }) => top1 === null) ? STRIP : 0;
  const floor = high - BOTTOM - strip;
  const across = wide - LEFT - RIGHT;
  const area = other(axis);
  const largest = wide >= NARROW ? LARGE : SMALL;
  const most = Math.max(...nets.map((net) => amount(net, area)));
  const xOf = (value) => LEFT + (across * Math.log(Math.max(value, 1) / low)) / Math.log(end / low);
  const yOf = (top1) =>
    top1 === null ? floor + STRIP / 2 : TOP + ((floor - TOP) * (HIGHEST - top1)) / (HIGHEST - LOWEST);
  const rOf = (value) => Math.max(largest * Math.sqrt(value / most), LEAST);
  const discs = nets.map((net) => ({
    name: net.name,
    x: xOf(amount(net, axis)),
    y: yOf(net.top1),
    r: rOf(amount(net, area)),
  }));
  const names = labels(discs, wide, floor + strip);
  const rows = Array.from({ length: (HIGHEST - LOWEST) / STEP + 1 }, (_, n) => LOWEST + n * STEP);
  const unit = UNITS[axis];
  return {
    circles: discs.map((disc, n) => ({ ...disc, labelX: names[n][0], labelY: names[n][1] })),
    across: ticks(low / unit, end / unit).map((value) => [xOf(value * unit), value]),
    up: rows.map((value) => [yOf(value), value]),
    floor,
    legend: LEGEND[area].map((value) => [rOf(value), value]),
  };
}

// [x, y] of each disc's name: where it hides least of other names and discs, and stays in the chart.
function labels(discs, wide, floor) {
  const boxes = discs.map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
  const placed = [];
  return discs.map((disc, n) => {
    const others = boxes.filter((_, m) => m !== n);
    const places = spots(disc);
    const costs = places.map((box) => cost(box, placed, others, wide, floor));
    const best = places[costs.indexOf(Math.min(...costs))];
    placed.push(best);
    return [(best[0] + best[2]) / 2, best[1] + 12];
  });
}

// Boxes where a name may stand: in its disc if that is wide enough, then round it.
function spots({ name, x, y, r }) {
  const [wide, half] = [LETTER * name.length, LINE / 2];
  const beside = r + GAP;
  const away = 0.8 * r + half;
  const aside = (wide + r) / 2;
  const middles = [
    ...(2 * r > wide ? [[x, y]] : []),
    [x + beside + wide / 2, y],
    [x - beside - wide / 2, y],
    [x, y - r - half],
    [x, y + r + half],
    [x + aside, y - away],
    [x - aside, y - away],
    [x + aside, y + away],
    [x - aside, y + away],
  ];
  return middles.map(([cx, cy]) => [cx - wide / 2, cy - half, cx + wide / 2, cy + half]);
}

// How much a name in a box would hide, and how much of it would lie outside of the chart.
function cost([left, top, right, bottom], placed, discs, wide, floor) {
  const outside =
    Math.max(LEFT - left, 0) + Math.max(right - wide, 0) + Math.max(-top, 0) + Math.max(bottom - floor, 0);
  const shared = (boxes) => sum(boxes.map((box) => overlap([left, top, right, bottom], box)));
  return 4 * shared(placed) + shared(discs) + 99 * outside;
}

// The area that two boxes share.
function overlap(one, two) {
  const wide = Math.min(one[2], two[2]) - Math.max(one[0], two[0]);
  const high = Math.min(one[3], two[3]) - Math.max(one[1], two[1]);
  return Math.max(wide, 0) * Math.max(high, 0);
}

// The name of the net that a place in the chart points at: the one whose middle or name is nearest, "" if none is near.
export function pointedAt(circles, x, y) {
  const far = circles.map((one) => Math.min(Math.hypot(one.x - x, one.y - y), fromName(one, x, y)));
  const nearest = far.indexOf(Math.min(...far));
  return far[nearest] <= NEAR ? circles[nearest].name : "";
}

// How far a place is from a circle's name; 0 on it.
function fromName({ name, labelX, labelY }, x, y) {
  const aside = Math.abs(x - labelX) - (LETTER * name.length) / 2;
  const away = Math.abs(y - labelY + 4.5) - LINE / 2;
  return Math.hypot(Math.max(aside, 0), Math.max(away, 0));
}
