// What the calculator says about its state, as cs231n_widgets/sizing_calculator/messages.py does (a test compares them),
// and what it says of the window in view.
import { dilated, grouped, plural, signed } from "../shared/numerals.js";
import { dilatedSize, explain } from "../shared/sizing.js";
import { advice, answers, counts, fitAlong, row, sizes } from "./model.js";
import { whyNoPadding } from "./search.js";

// Sizes, fit, the nearest settings that fit, counts and answers.
export function describe(s) {
  const { W, H, D, K, F, S, P, dilation } = sizes(s);
  const near = advice(s).map(({ letter, value }) => `${letter} = ${value}`);
  const words = [
    `An input of ${W}×${H}×${D} and ${plural(K, "filter")} of ${F}×${F}×${D}, stride ${S}, padding ${P}${dilated(dilation)}.`,
    ...[...new Set([W, H])].map((side) => signed(explain(side, F, S, P, dilation))),
    near.length ? `Nearest that fit: ${near.join(", ")}.` : "",
    countsMessage(s),
    ...(s.mode === "reverse" ? answersMessages(s) : []),
  ];
  return words.filter(Boolean).join(" ");
}

// The output's size and what the layer costs.
function countsMessage(s) {
  const { W2, H2, K } = sizes(s);
  const n = counts(s);
  const kept = `${grouped(n.weights)} weights and ${grouped(n.biases)} ${K === 1 ? "bias" : "biases"}`;
  if (!W2) return `There is no output. ${kept}.`;
  return `The output is ${W2}×${H2}×${K}: ${grouped(n.neurons)} neurons, ${grouped(n.bytes)} bytes at 4 a number. ${kept}; ${grouped(n.unshared)} parameters if they were not shared; ${grouped(n.macs)} multiply-adds.`;
}

// The settings that lead to the target, and what speaks against the others, a sentence each.
function answersMessages(s) {
  const { good, leftOut } = answers(s);
  const listed = good.map(([F, S, P]) => `F = ${F}, S = ${S}, P = ${P}`).join("; ");
  const begin = `From ${s.W} to ${s.target}: ${listed || "no setting without a catch"}.`;
  return [begin, leftOut.length ? "Left out:" : "", ...leftOut.map(({ message }) => signed(message))];
}

// Whether the windows fit, in the kit's words, and what happens if not: { fine, text }.
export function fitReport(s) {
  const { W, H, W2, H2, K } = sizes(s);
  const sides =
    W === H
      ? [["", W]]
      : [
          ["Across: ", W],
          ["Down: ", H],
        ];
  const told = sides
    .filter(([, side]) => !fitAlong(side, s))
    .map(([name, side]) => name + signed(explain(side, s.F, s.S, s.P, s.dilation)));
  const wide =
    s.dilation > 1 && s.F > 1
      ? ` A filter of ${s.F} dilated by ${s.dilation} spans ${dilatedSize(s.F, s.dilation)} cells.`
      : "";
  const missed = row(W, s).unread.includes(true) || row(H, s).unread.includes(true);
  const all = missed ? "but there are cells that no window reads" : "and every cell is read";
  const many = W === H ? plural(W2, "window") : `${plural(W2, "window")} across and ${H2} down`;
  if (!told.length) return { fine: true, text: `It fits: ${many}, ${all}.${wide}` };
  const up = [W, H].some((side) => row(side, s).added);
  const done = !W2 ? "There is no output." : `${up ? "Rounded up" : "Cropped"}, the output is ${W2}×${H2}×${K}.`;
  return { fine: false, text: `${told.join(" ")} ${done}${wide}` };
}

// Why no padding helps, or "" where it does.
export function noPaddingMessage(s) {
  const { W, H } = sizes(s);
  return signed([...new Set([W, H])].map((side) => whyNoPadding(side, s.F, s.S, s.P, s.dilation)).find(Boolean) ?? "");
}

// What a window of a row reads; r is model.js's row.
export function windowMessage(r, n) {
  const first = n * r.S - r.P;
  const last = first + r.span - 1;
  const cell = (i) => (i < 0 || i >= r.side ? `${signed(String(i))} (padding)` : String(i));
  const range = first === last ? `cell ${cell(first)}` : `cells ${cell(first)} to ${cell(last)}`;
  const apart = r.dilation > 1 && r.F > 1 ? `, ${r.F} of them, ${r.dilation} apart` : "";
  return `${r.refused ? "Window" : "Neuron"} ${n} of ${r.count} reads ${range}${apart}.`;
}
