// Walks through a valley by the kit's six rules for a step. Arithmetic only; cs231n_widgets/valley/model.py has the same
// from the kit itself.

export const STEEP = 40; // times as steep across as along
export const STEPS = 100; // of a walk
export const NEAR = 0.1; // a walk has arrived when it stays nearer than this
export const TURNS = [0, 15, 30]; // degrees
export const FAR = [4, 1.2]; // where a walk may start, at most, along the valley and across
export const ROOM = [5, 3.2]; // of the picture, from the middle to each side
const MANTISSAS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
const LEAST_RATE = 0.001;
const MOST_RATE = 5;
// The rates that the slider has.
export const RATES = [-3, -2, -1, 0]
  .flatMap((power) => MANTISSAS.map((one) => Number(`${one}e${power}`)))
  .filter((rate) => rate <= MOST_RATE);

// One step for one number, w -> the new w: as in cs231n_kit/optim.py, with its settings. `memory` is what a rule
// remembers of this number, `t` counts the steps from 1 on.
const RULES = {
  SGD: (w, dw, rate) => w - rate * dw,

  momentum: (w, dw, rate, memory) => {
    memory.v = 0.9 * memory.v + dw;
    return w - rate * memory.v;
  },

  Nesterov: (w, dw, rate, memory) => {
    memory.v = 0.9 * memory.v + dw;
    return w - rate * (dw + 0.9 * memory.v);
  },

  Adagrad: (w, dw, rate, memory) => {
    memory.v += dw * dw;
    return w - (rate * dw) / (Math.sqrt(memory.v) + 1e-10);
  },

  RMSProp: (w, dw, rate, memory) => {
    memory.v = 0.99 * memory.v + (1 - 0.99) * dw * dw;
    return w - (rate * dw) / (Math.sqrt(memory.v) + 1e-8);
  },

  Adam: (w, dw, rate, memory, t) => {
    memory.m = 0.9 * memory.m + (1 - 0.9) * dw;
    memory.v = 0.999 * memory.v + (1 - 0.999) * dw * dw;
    const m = memory.m / (1 - 0.9 ** t);
    const v = memory.v / (1 - 0.999 ** t);
    return w - (rate * m) / (Math.sqrt(v) + 1e-8);
  },
};
export const NAMES = Object.keys(RULES);

function cosSin(turn) {
  const angle = (turn * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
}

// Where a point of the straight valley lies in one that is turned by so many degrees, and the other way round.
export function turned([x, y], turn) {
  const [c, s] = cosSin(turn);
  return [c * x - s * y, s * x + c * y];
}

// The function that gives the slope at a place.
function slopeIn(turn) {
  const [c, s] = cosSin(turn);
  const xx = c * c + STEEP * s * s;
  const xy = c * s * (1 - STEEP);
  const yy = s * s + STEEP * c * c;
  return ([x, y]) => [xx * x + xy * y, xy * x + yy * y];
}

// A walk: { places, distances from the lowest point, arrived: the step after which it stays near, or null }.
export function walk(name, { rate, turn, begin }) {
  const rule = RULES[name];
  const slope = slopeIn(turn);
  const memories = [0, 1].map(() => ({ m: 0, v: 0 }));
  let place = turned(begin, turn);
  const places = [place];
  for (let t = 1; t <= STEPS; t++) {
    const dw = slope(place);
    place = place.map((w, n) => rule(w, dw[n], rate, memories[n], t));
    places.push(place);
  }
  const distances = places.map(([x, y]) => Math.hypot(x, y));
  const arrived = distances.findLastIndex((distance) => !(distance < NEAR)) + 1;
  return { places, distances, arrived: arrived <= STEPS ? arrived : null };
}

// How many steps of a walk can be drawn: one that flies off ends with the first place outside of the picture.
export function drawable({ places, distances }) {
  if (distances[STEPS] <= 2 * distances[0]) return STEPS;
  return places.findIndex(([x, y]) => Math.abs(x) > ROOM[0] || Math.abs(y) > ROOM[1]);
}

export const shownNames = (s) => s.shown.split(", ").filter((name) => NAMES.includes(name));

let last = {}; // of the state in view: a step more or less, or another rule, needs no walk anew

// All six walks of a state.
export function study({ rate, turn, begin }) {
  const key = `${rate} ${turn} ${begin}`;
  if (last.key !== key)
    last = { key, walks: Object.fromEntries(NAMES.map((name) => [name, walk(name, { rate, turn, begin })])) };
  return last.walks;
}

// Returns why a state can't be shown, or "".
export function mismatch({ rate, turn, begin, step, shown }) {
  const inside = begin.length === 2 && begin.every((one, n) => Math.abs(one) <= FAR[n]);
  const fine = rate >= LEAST_RATE && rate <= MOST_RATE && TURNS.includes(turn) && step >= 0 && step <= STEPS;
  const known = shown.split(", ").every((name) => !name || NAMES.includes(name));
  return inside && fine && known ? "" : "This valley has no such rate, turn, step, start or rule.";
}

export function facts(s) {
  const walks = study(s);
  const arrived = Object.fromEntries(NAMES.map((name) => [name, walks[name].arrived !== null]));
  const far = s.begin.reduce((sum, one) => sum + one * one, 0) >= 9;
  return { ...arrived, rate: s.rate, turn: s.turn, far };
}

// The place of a rate on the slider: the nearest by ratio.
export function nearestRate(rate) {
  const off = RATES.map((one) => Math.abs(Math.log(one / rate)));
  return off.indexOf(Math.min(...off));
}
