// Values as Python has and writes them: a spec's errors and code are those of cs231n_kit, word for word.

// A number with a point. Whole numbers are JavaScript's own, tuples are arrays.
export class Float {
  constructor(value) {
    this.value = value;
  }
}

export const isWhole = (value) => typeof value === "number";

// Whether two settings are the same: 1 and 1.0 are, 1 and True are not, nor 3 and (3, 3).
const withoutPoint = (value) => (value instanceof Float ? value.value : value);
export const same = (a, b) => written(withoutPoint(a)) === written(withoutPoint(b));

// repr(): 3, 0.01, True, 'crop', (1, 2), (1,).
export function written(value) {
  if (value === null) return "None";
  if (value instanceof Float) return writtenFloat(value.value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `(${value.map(written).join(", ")}${value.length === 1 ? "," : ""})`;
  return typeof value === "string" ? quoted(value) : String(value);
}

// The significant digits of a number, and the place of its point: [digits, exponent], 0.015 as ["15", -2].
function digitsOf(value) {
  const [digits, exponent] = value.toExponential().split("e");
  return [digits.replace(".", ""), Number(exponent)];
}

// repr() of a float: 0.0001, 1e-05.
function writtenFloat(value) {
  const [digits, exponent] = digitsOf(value);
  if (exponent >= -4 || value === 0) return positional(value);
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  return `${mantissa}e-${String(-exponent).padStart(2, "0")}`;
}

// A float without a power of ten: 0.00001.
export function positional(value) {
  const [digits, exponent] = digitsOf(value);
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.padEnd(exponent + 1, "0");
  return `${whole.slice(0, exponent + 1)}.${whole.slice(exponent + 1) || "0"}`;
}

// repr() of a text of one character or of one word.
export function quoted(text) {
  if (text === "'") return '"\'"';
  if (text === "\\") return "'\\\\'";
  if (!/^[\p{C}\p{Z}]$/u.test(text)) return `'${text}'`;
  const code = text.codePointAt(0);
  const digits = (count) => code.toString(16).padStart(count, "0");
  return `'\\${code < 0x100 ? `x${digits(2)}` : code < 0x10000 ? `u${digits(4)}` : `U${digits(8)}`}'`;
}

// A thing in an error: cut off where it gets long.
export function clip(thing) {
  if (Array.isArray(thing) && thing.length > 4) return `tuple of ${thing.length}`;
  const text = written(thing);
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}
