// What the table says about its state, as cs231n_widgets/memory_table/messages.py does (a test compares them).

import { shown, errorMessage as textError } from "../architecture_builder/messages.js";
import { grouped, plural } from "../shared/numerals.js";
import { changedSettings, GIB, NUMBERS, netName, recomputed, study } from "./model.js";
import { volume } from "./tree.js";

// Bytes in units of 1024, a half rounded to the even digit as Python does: 58.1 MiB.
export function formatBytes(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), 3);
  const tenths = (bytes / 1024 ** power) * 10;
  const below = Math.floor(tenths);
  const even = below % 2 ? below + 1 : below;
  const digits = String(tenths - below === 0.5 ? even : Math.round(tenths)).padStart(2, "0");
  return `${digits.slice(0, -1)}.${digits.slice(-1)} ${["KiB", "MiB", "GiB"][power - 1]}`;
}

// A count where there is little room: 1.85 G from `from` on.
export function shortCount(value, from) {
  if (value < from) return grouped(value);
  const power = Math.min(Math.floor(Math.log10(value) / 3), 5);
  return `${(value / 1000 ** power).toPrecision(3)} ${"kMGTP"[power - 1]}`;
}

export function settingsMessage(s) {
  const what = s.train ? `A step of training with ${s.optimizer}` : "A forward pass at test time";
  return `${what}, a batch of ${grouped(s.batch)}, ${s.dtype}: ${NUMBERS[s.dtype]} bytes a number.`;
}

// What is wrong with a net, and where.
export function errorMessage({ net, error }) {
  if (net.text?.error) return textError(net.text);
  return shown(error.row ? `Layer ${error.row}, ${error.name}: ${error.reason}` : error.reason);
}

export const netMessage = (s, { net, rows, numbers }) =>
  `${netName(s)}: ${plural(rows.length - 1, "layer")}, an input of ${volume(net.inShape)}, ${grouped(numbers)} parameters.`;

// A row as a sentence calls it.
export const rowName = ({ rows }, row) => (row ? `layer ${row}, ${rows[row].label}` : "the input");

// What stands on each other at a moment, from the ground up: [[source, bytes], ...].
export const partsOf = ({ parameters, stepCache }, moment) => [
  ["parameters", parameters],
  ["step cache", stepCache],
  ["parameter gradients", moment.parameterGradients],
  ["data", moment.data],
  ["activations", moment.activations],
  ["gradients", moment.gradients],
  ["workspace", moment.workspace],
];

const listed = (some) => (some.length > 1 ? `${some.slice(0, -1).join(", ")} and ${some.at(-1)}` : some.join(""));

// The most that is needed, when, and of what it is made.
export function needMessage(all) {
  const parts = partsOf(all, all.fullest).filter(([, bytes]) => bytes);
  const said = parts.map(([name, bytes]) => `${formatBytes(bytes)} of ${name}`);
  return `${mostMessage(all)}: ${listed(said)}.`;
}

export const mostMessage = (all) =>
  `It needs ${formatBytes(all.total)} at most, in the ${all.fullest.stage} pass of ${rowName(all, all.fullest.row)}`;

// Whether the card holds it, and the largest batch that it would hold.
export function fitMessage(s, { total, largest }) {
  const best = largest(s.card);
  const begin = `That ${total <= s.card * GIB ? "fits" : "does not fit"} a card of ${grouped(s.card)} GiB`;
  return best ? `${begin}; the largest batch there is ${grouped(best)}.` : `${begin}: not even one example does.`;
}

// What all rows have together, which is never there at one moment; as the notes count, if they do.
export function sumsMessage(s, { sums }) {
  if (s.notes) {
    const size = formatBytes(sums.numbers * NUMBERS[s.dtype]);
    return `As the notes count, one example has ${grouped(sums.numbers)} numbers, which take ${size}.`;
  }
  const begin = `Summed up, the input and all outputs take ${formatBytes(sums.activations)}`;
  if (s.train) return `${begin}; ${formatBytes(sums.kept)} of activations wait for the backward pass.`;
  return `${begin}, but nothing is kept: they are never there at the same time.`;
}

// What a row adds, whether it is kept, and what it would free and cost to compute it again.
export function rowMessage(s, { rows }, row) {
  const { label, shape, activations, kept, outputKept, frees, again } = rows[row];
  if (row === 0) return `The input, ${volume(shape)}: ${formatBytes(activations)} of data, there from first to last.`;
  const begin = `Layer ${row}, ${label}: ${volume(shape)}`;
  if (!activations) return `${begin}. It is its input in another shape, and takes no memory.`;
  const output = `${begin}, ${formatBytes(activations)} of output`;
  if (row === rows.length - 1 && !outputKept) return `${output}: what the net gives, for the caller to read.`;
  if (!s.train) return `${output}, freed once it has been read.`;
  if (!kept) return `${output}, freed once it has been read, for no layer needs it on the way back.`;
  return `${output}, ${staysMessage(activations, kept, outputKept)}. To compute it again instead would free ${formatBytes(frees)} and cost ${costText(again)}.`;
}

// What a folded repeat adds, and what it would free and cost to keep no more than its input and its output.
export function blockMessage(s, { rows }, { first, last }) {
  const some = rows.slice(first, last + 1);
  const total = (name) => some.reduce((all, row) => all + row[name], 0);
  const begin = `Layers ${first} to ${last} together: ${formatBytes(total("activations"))} of outputs`;
  if (!s.train) return `${begin}, each freed once it has been read.`;
  const inside = Array.from({ length: last - first }, (_, n) => first + n);
  const { frees, again } = recomputed(rows, inside);
  const kept = `${begin}, and ${formatBytes(total("kept"))} stay for the way back`;
  if (!frees) return `${kept}.`;
  return `${kept}. To keep no more than their input and the last output, and compute the rest again, would free ${formatBytes(frees)} and cost ${costText(again)}.`;
}

const costText = (again) => (again ? `${grouped(again)} multiply-adds more` : "no multiply-adds");

function staysMessage(activations, kept, outputKept) {
  if (!outputKept) return `freed once it has been read; ${formatBytes(kept)} of its own stay for the way back`;
  if (kept > activations) return `which stays for the way back with ${formatBytes(kept - activations)} of its own`;
  return "which stays for the way back";
}

const settingText = (s, name) => {
  if (name === "spec") return netName(s);
  if (name === "side") return s.side ? `input ${s.side}×${s.side}` : "the input as the net has it";
  if (name === "train") return s.train ? "training" : "test time";
  return name === "batch" ? `batch ${grouped(s.batch)}` : s[name];
};

const difference = (bytes, what = "") => `${formatBytes(Math.abs(bytes))}${what} ${bytes < 0 ? "less" : "more"}`;

// What was changed since a task began, and what that did to the fullest moment; "" without a start.
export function changeMessage(s, all) {
  if (!Object.keys(s.start ?? {}).length) return "";
  const names = changedSettings(s);
  if (!names.length) return "Nothing is changed yet.";
  const before = { ...s, ...s.start };
  const said = listed(names.map((name) => `${settingText(s, name)} instead of ${settingText(before, name)}`));
  const was = study(before);
  if (all.error || was.error) return `Changed: ${said}.`;
  const then = new Map(partsOf(was, was.fullest));
  const differences = partsOf(all, all.fullest)
    .map(([name, bytes]) => [name, bytes - then.get(name)])
    .filter(([, bytes]) => bytes);
  if (!differences.length) return `Changed: ${said}. The fullest moment needs as much as before.`;
  const parts = listed(differences.map(([name, bytes]) => difference(bytes, ` of ${name}`)));
  return `Changed: ${said}. At the fullest moment that is ${difference(all.total - was.total)}: ${parts}.`;
}

// Everything in words.
export function describe(s, all = study(s)) {
  const words = all.error
    ? [settingsMessage(s), errorMessage(all)]
    : [
        netMessage(s, all),
        settingsMessage(s),
        needMessage(all),
        fitMessage(s, all),
        sumsMessage(s, all),
        s.row >= 0 && s.row < all.rows.length ? rowMessage(s, all, s.row) : "",
      ];
  return [...words, changeMessage(s, all)].filter(Boolean).join(" ");
}
