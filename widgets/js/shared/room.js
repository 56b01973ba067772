// How large cells have to be for their numbers: no text is smaller than 12 px, no cell harder to hit than 24 px.
import { short } from "./numerals.js";

const TEXT = 12;
const LEAST = [24, 24, 24, 26, 32, 38]; // by the characters of the longest number

export const longest = (texts) =>
  Math.min(
    texts.flat(Infinity).reduce((most, text) => Math.max(most, text.length), 1),
    5,
  );

// The characters of the longest number, as cells write them.
export const letters = (...values) => longest(values.flat(Infinity).map(short));

export const leastCell = (count) => LEAST[count];

// The size of the type for numbers of so many characters in a cell of so many pixels; a minus is wider than a digit,
// and the number in view is bold.
export const textSize = (cell, count) => Math.max(TEXT, Math.min(cell * 0.5, (cell - 3) / (0.69 * count + 0.2)));
