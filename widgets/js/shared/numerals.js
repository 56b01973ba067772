// Numbers as the reader sees them.

// Whole numbers whole, others to three significant digits, and a true minus sign.
export function number(value) {
  const short = Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : String(Number(value.toPrecision(3)));
  return short.replace("e+", "e").replaceAll("-", "−");
}

// At most four characters, for a cell: .53, −1.2, 12.
export function short(value) {
  if (Number.isInteger(value) && Math.abs(value) < 1000) return number(value);
  const size = Math.abs(value);
  const decimals = size >= 9.95 ? 0 : size >= 0.995 ? 1 : 2;
  const text = size >= 999.5 ? size.toPrecision(1) : size.toFixed(decimals);
  if (Number(text) === 0) return "0";
  return (value < 0 ? "−" : "") + text.replace("e+", "e").replace(/^0\./, ".");
}

export const bracketed = (value) => (value < 0 ? `(${number(value)})` : number(value));
export const product = (a, b) => `${bracketed(a)} × ${bracketed(b)} = ${number(a * b + 0)}`;
// How far apart a filter's cells stand, told where they don't stand side by side.
export const dilated = (n) => (n > 1 ? `, dilation ${n}` : "");
export const plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;

// Whole numbers in groups of three; beyond fifteen digits, where they are no longer exact, as a power of ten.
export function grouped(value) {
  if (value < 1e15) return value.toLocaleString("en-US");
  const [digits, power] = Number(value).toExponential(2).split("e+");
  return `${digits} × 10${[...power].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]).join("")}`;
}

// A text that was typed, with true apostrophes; a sentence of the kit, with true minus signs, too.
export const curly = (text) => text.replaceAll("'", "’");
export const signed = (text) => curly(text.replace(/-(?=\s?\d)/g, "−"));
