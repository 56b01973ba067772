// What Predict says about a guess. The page and the notebook quote it later in the text: "You said 54%."
import { curly, number } from "../shared/numerals.js";

// What stands in a cell of a table, as text.
export const cellText = (label) => (typeof label === "number" ? number(label) : label);

// Whether a guess answers the question: one that was kept may be of an earlier question under the same id.
export function fits({ kind, choices, cells, curve }, guess) {
  if (kind === "number") return typeof guess === "number";
  if (kind === "choice") return Number.isInteger(guess) && guess >= 0 && guess < choices.length;
  if (!Array.isArray(guess)) return false;
  if (kind === "cell") return guess.length === 2 && cells[guess[0]]?.[guess[1]] !== undefined;
  return guess.length === curve.at.length && guess.every((value) => typeof value === "number");
}

// A guess in words, without a full stop; "" where there is none. Of the units only % is said: the others are words that
// the question and the text around the quote have anyway.
export function guessText(state) {
  const { kind, guess, choices, cells, unit } = state;
  if (!fits(state, guess)) return "";
  const mark = unit === "%" ? "%" : "";
  if (kind === "choice") return `“${curly(choices[guess])}”`;
  if (kind === "cell") {
    const [row, col] = guess;
    const label = cellText(cells[row]?.[col] ?? "");
    return `${label && `the ${label} in `}row ${row}, column ${col}`;
  }
  if (kind === "curve") {
    const [first, last] = [guess[0], guess.at(-1)].map((value) => number(value) + mark);
    return first === last ? `a curve that begins and ends at ${first}` : `a curve from ${first} to ${last}`;
  }
  return grouped(guess) + mark;
}

// What came out, of a curve that says so, in words; "" for any other question.
export function realText({ kind, curve, unit }) {
  if (kind !== "curve" || !curve.real) return "";
  const mark = unit === "%" ? "%" : "";
  return `What came out goes ${curve.real.map((value) => `${number(value)}${mark}`).join(", ")}.`;
}

// Why a reader's text is no number yet, in words.
export const notANumber = (text) => (text ? `“${text}” is not a number. Write it in digits.` : "Write a number.");

// Why a number is not taken, in words, or "". A part in per cent lies between 0 and 100, unless the question says
// otherwise (null: no bound).
export function outOfRange(value, { unit = "", least = unit === "%" ? 0 : null, most = unit === "%" ? 100 : null }) {
  const tooSmall = least !== null && value < least;
  const tooLarge = most !== null && value > most;
  if (!tooSmall && !tooLarge) return "";
  if (least !== null && most !== null) return `Between ${number(least)} and ${number(most)}, please.`;
  return tooSmall ? `At least ${number(least)}, please.` : `At most ${number(most)}, please.`;
}

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
// numbers are alike that lie in the same range, between two edges. `why` says why the right one is right.
export function reply({ right, edges = [], replies = [], why = "" }, guess) {
  if (alike(right, guess, edges)) return { right: true, text: `That’s right. ${why ?? ""}`.trimEnd() };
  const words = replies.find(({ guess: wrong }) => alike(wrong, guess, edges))?.words;
  return { right: false, text: words || "Not that one. Have another look at the text above." };
}

function alike(a, b, edges) {
  if (Array.isArray(a)) return a.length === b?.length && a.every((value, n) => value === b[n]);
  const range = (value) => edges.filter((edge) => edge <= value).length;
  return edges.length && typeof b === "number" ? range(a) === range(b) : a === b;
}
