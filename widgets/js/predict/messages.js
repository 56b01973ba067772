// What Predict says about a guess. The page and the notebook quote it later in the text: "You said 54%."
import { number } from "../shared/numerals.js";

const withUnit = (text, unit) => (!unit ? text : unit === "%" ? `${text}%` : `${text} ${unit}`);

// A guess in words, without a full stop; "" where there is none.
export function guessText({ kind, guess, choices, unit }) {
  if (guess === null || guess === undefined) return "";
  if (kind === "choice") return choices[guess] ?? "";
  if (kind === "cell") return `row ${guess[0]}, column ${guess[1]}`;
  if (kind === "curve") {
    const [first, last] = [guess[0], guess.at(-1)].map((value) => withUnit(number(value), unit));
    return first === last ? `a curve that begins and ends at ${first}` : `a curve from ${first} to ${last}`;
  }
  return withUnit(grouped(guess), unit);
}

// Why a reader's text is no number yet, in words.
export const notANumber = (text) => (text ? `“${text}” is not a number. Write digits, such as 54.` : "Write a number.");

// The number in a text as people write it: 54, 54 %, 1,000, 0,5, −3, 1e6; NaN where there is none.
export function readNumber(text, unit = "") {
  let plain = text
    .trim()
    .replaceAll("−", "-")
    .replaceAll(/[\s_’']/g, "");
  if (unit && plain.endsWith(unit.replaceAll(" ", ""))) plain = plain.slice(0, -unit.replaceAll(" ", "").length);
  plain = plain.replace(/[%×x]$/, "");
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replaceAll(",", "");
  const value = Number(plain.replace(",", "."));
  return plain !== "" && Number.isFinite(value) ? value : Number.NaN;
}

const grouped = (value) =>
  Number.isInteger(value) && Math.abs(value) < 1e15
    ? value.toLocaleString("en-US").replace("-", "−")
    : String(value).replaceAll("-", "−");

// What a guess is answered with where the right one is known (only the book knows it): { right, text }. With `edges`
// numbers are alike that lie in the same range, between two edges.
export function reply({ right, edges = [], replies = [] }, guess) {
  const isRight = alike(right, guess, edges);
  const words = replies.find(({ guess: wrong }) => alike(wrong, guess, edges))?.words ?? "";
  return {
    right: isRight,
    text: isRight ? "That’s right." : words || "Not that one. Have another look at the text above.",
  };
}

function alike(a, b, edges) {
  if (Array.isArray(a)) return a.length === b?.length && a.every((value, n) => value === b[n]);
  const range = (value) => edges.filter((edge) => edge <= value).length;
  return edges.length && typeof b === "number" ? range(a) === range(b) : a === b;
}
