// What ImageFilter says about its state; cs231n_widgets/image_filter/messages.py says the same, and a test compares them.
import { number } from "../shared/numerals.js";
import { facts, look, place } from "./model.js";

const table = (values) =>
  [0, 3, 6]
    .map((start) =>
      values
        .slice(start, start + 3)
        .map(number)
        .join(", "),
    )
    .join("; ");

export function describe(s) {
  const { width, height } = s.picture;
  const sizes = `A filter of 3×3 over a picture of ${width}×${height}×1; the map is ${width - 2}×${height - 2}×1.`;
  const weights = `The weights, row by row: ${table(s.filter.flat())}.`;
  return [sizes, weights, flatMessage(s), windowMessage(s), sumMessage(s)].join(" ");
}

// What the weights add up to, and what that makes of an area where all pixels are alike.
export function flatMessage(s) {
  const { flat, sum } = facts(s);
  if (flat) return "The weights add up to 0, so flat areas come out black.";
  if (Math.abs(sum - 1) < 0.002) return "The weights add up to 1, so flat areas stay as they are.";
  return `The weights add up to ${number(sum)}.`;
}

export function windowMessage(s) {
  const { row, col } = place(s);
  return `Around row ${row}, column ${col} the nine pixels are ${table(look(s).pixels)}.`;
}

export function sumMessage(s) {
  const { value } = look(s);
  return `The nine products add up to ${number(value)}: ${shadeName(value)} in the map.`;
}

function shadeName(value) {
  if (value <= -0.5) return "below 0, so blue";
  if (value < 0.5) return "black";
  if (value < 254.5)
    return value < 24 ? "almost black" : value < 85 ? "dark grey" : value < 170 ? "grey" : "light grey";
  return "white";
}
