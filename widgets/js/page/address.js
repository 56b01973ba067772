// A widget's state in the page's address: `#w-CELL?W=7&kind=max`, what differs from the state that the page shows first.

const LONGEST = 4000; // characters: a longer address is no link that this page made
// What the author wrote, or what only the widget's maker sets (an address must not put words into the book's mouth), and
// what is too long for an address: a picture, a net.
const FIXED = new Set([
  "caption",
  "task",
  "goal",
  "why",
  "knobs",
  "costs",
  "presets",
  "labels",
  "compact",
  "net",
  "nets",
  "tree",
  "start",
  "pixels",
  "height",
  "width",
  "columns",
  "picture",
  "tasks",
  "picked",
  "compare",
  "digits",
  "record",
  "about",
  "mode",
  "wall",
  "frame",
  "running",
  "command",
  "answered",
  "problem",
  "reached",
  "own",
  "found",
  "marks",
  "checked",
  "ask",
  "least",
]);

// Returns {id, values: {name: JSON value or text}} of an address' fragment, or null.
export function readAddress(hash) {
  if (!hash.startsWith("#w-") || hash.length > LONGEST) return null;
  const [id, ...query] = hash.slice(1).split("?");
  const values = {};
  for (const [name, text] of new URLSearchParams(query.join("?"))) values[name] = parse(text);
  return { id, values };
}

// Returns the fragment for a widget whose state was `first` and is `now`.
export function writeAddress(id, first, now) {
  const query = new URLSearchParams();
  for (const name of Object.keys(first).filter((name) => !FIXED.has(name))) {
    if (JSON.stringify(now[name]) !== JSON.stringify(first[name])) query.set(name, format(now[name]));
  }
  return `#${id}${query.size ? `?${query}` : ""}`;
}

// Returns those of the values from an address that this widget's state can take; the rest is left out. `limits` says for
// some of its traits what they may be: { least, most } or { among }, and real where they need not be whole.
export function fitting(values, first, limits) {
  const names = Object.keys(values).filter((name) => Object.hasOwn(first, name) && !FIXED.has(name));
  const fine = names.filter(
    (name) => fits(values[name], first[name], limits[name]?.real) && isWithin(values[name], limits[name]),
  );
  return Object.fromEntries(fine.map((name) => [name, values[name]]));
}

function isWithin(value, { least = -Infinity, most = Infinity, among = [value] } = {}) {
  return value === null || (!(value < least || value > most) && among.includes(value));
}

// Whether a value is of the form of another: a whole number for a whole number, unless it may be any `real` one, rows of
// numbers for rows of numbers.
function fits(value, form, real) {
  if (real) return Number.isFinite(value);
  if (form === null) return value === null || Number.isInteger(value); // a size that follows another until it is set
  if (Array.isArray(form)) return isTable(value, depth(form));
  if (Number.isInteger(form)) return Number.isInteger(value);
  if (typeof form === "number") return Number.isFinite(value);
  return (typeof form === "boolean" || typeof form === "string") && typeof value === typeof form;
}

const depth = (form) => (Array.isArray(form) ? 1 + depth(form[0]) : 0);

function isTable(value, levels) {
  if (!levels) return Number.isFinite(value);
  return Array.isArray(value) && value.length > 0 && value.every((one) => isTable(one, levels - 1));
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text; // a word stands without quotes
  }
}

function format(value) {
  return typeof value === "string" && parse(value) === value ? value : JSON.stringify(value);
}
