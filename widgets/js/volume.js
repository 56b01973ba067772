// What the settings of a CONV layer amount to: no DOM, so that node can run it.
// A state s holds W, H (null: as W), F, S, P, K, D, dilation, fit, mode and target.
import { conv_macs, conv_weights, explain, extent, fits, neurons, out_size, unshared_parameters } from "./sizing.js";
import { conv_parameters, examples, neighbours, objection_in_words, output_bytes, settings_between, why_no_padding } from "./sizing_search.js";
import { grouped, plural, signed } from "./numerals.js";

export const OBJECTIONS = ["over", "even", "large", "half", "skips", "zeros"];

// Count the windows along one side; none where out_size refuses.
function windows_along(side, s) {
  try {
    return out_size(side, s.F, s.S, s.P, s.dilation, s.fit);
  } catch {
    return 0;
  }
}

// The letters with H filled in, and the output's W2, H2: both 0 where there is none.
export function sizes(s) {
  const H = s.H ?? s.W, W2 = windows_along(s.W, s), H2 = windows_along(H, s), some = W2 && H2;
  return { ...s, H, W2: some ? W2 : 0, H2: some ? H2 : 0 };
}

export function counts(s) {
  const { W2, H2, K, F, D } = sizes(s), out = [K, H2, W2];
  return {
    weights: conv_weights(K, F, D), biases: K, parameters: conv_parameters(K, F, D), neurons: neurons(out),
    unshared: unshared_parameters(out, F, D), macs: conv_macs(out, F, D), bytes: output_bytes(out),
  };
}

const fit_along = (side, s) => fits(side, s.F, s.S, s.P, s.dilation);

// What a task may ask for.
export function facts(s) {
  const all = sizes(s);
  return { ...all, fits: fit_along(all.W, s) && fit_along(all.H, s), same: all.W2 === all.W && all.H2 === all.H, ...counts(s) };
}

// Whether the windows fit, in the kit's words, and what happens if not: { fine, text }.
export function fit_sentence(s) {
  const { W, H, W2, H2, K } = sizes(s);
  const sides = W === H ? [["", W]] : [["Across: ", W], ["Down: ", H]];
  const told = sides.filter(([, side]) => !fit_along(side, s)).map(([name, side]) => name + signed(explain(side, s.F, s.S, s.P, s.dilation)));
  const wide = s.dilation > 1 && s.F > 1 ? ` A filter of ${s.F} dilated by ${s.dilation} reaches over ${extent(s.F, s.dilation)} cells.` : "";
  const missed = row(W, s).unread.includes(true) || row(H, s).unread.includes(true);
  const all = missed ? "but there are cells that no window reads" : "and every cell is read";
  const many = W === H ? plural(W2, "window") : `${plural(W2, "window")} across and ${H2} down`;
  if (!told.length) return { fine: true, text: `It fits: ${many}, ${all}.${wide}` };
  const up = [W, H].some((side) => row(side, s).added);
  const done = !W2 ? "There is no output." : `${up ? "Rounded up" : "Cropped"}, the output is ${W2} × ${H2} × ${K}.`;
  return { fine: false, text: `${told.join(" ")} ${done}${wide}` };
}

// The nearest settings that fit: { letter, value, change, W2, H2 } each.
export function advice(s, limits) {
  const { W, H } = sizes(s);
  return neighbours(W, H, s.F, s.S, s.P, s.dilation).map(([letter, value, near]) => {
    const [w, h, F, S, P, dilation] = near;
    return { letter, value, ...sizes({ ...s, W: w, H: h, F, S, P, dilation }), change: { [letter]: value } };
  }).filter(({ letter, value }) => value <= limits[letter]);
}

export function no_padding(s) {
  const { W, H } = sizes(s);
  return signed([...new Set([W, H])].map((side) => why_no_padding(side, s.F, s.S, s.P, s.dilation)).find(Boolean) ?? "");
}

// The reverse question: the settings that answer it, and the others by what speaks against them.
export function answers({ W, target, dilation }) {
  const found = settings_between(W, target, dilation);
  const left_out = OBJECTIONS.map((name) => ({ name, count: found.filter((setting) => setting[4] === name).length, shown: examples(found, name) }));
  const told = left_out.filter(({ count }) => count).map((group) => {
    const [F, S, P, over, name] = group.shown[0];
    return { ...group, words: objection_in_words(name, F, S, P, over, dilation) };
  });
  return { good: found.filter((setting) => !setting[4]), left_out: told };
}

// How the windows lie on a padded row; positions count from its first cell, padding included.
export function row(side, s) {
  const { F, S, P, dilation } = s, span = extent(F, dilation), length = side + 2 * P;
  const refused = s.fit === "raise" && !fit_along(side, s); // drawn as if cropped, without neurons
  const count = windows_along(side, refused ? { ...s, fit: "crop" } : s), reach = count ? (count - 1) * S + span : 0;
  const added = Math.max(reach - length, 0); // zeros that rounding up adds at the far end
  const next = fit_along(side, s) || added ? null : count * S; // where the window would start that does not fit
  const total = Math.max(length, reach, next === null ? 0 : next + span);
  return { side, F, S, P, dilation, span, length, count, added, refused, next, total, unread: count ? unread(length, count, s) : [] };
}

// Mark the cells of a padded row that no window reads.
function unread(length, count, { F, S, dilation }) {
  const missed = Array(length).fill(true);
  for (let n = 0; n < count; n++) for (let u = 0; u < F && n * S + u * dilation < length; u++) missed[n * S + u * dilation] = false;
  return missed;
}

export function window_in_words(r, n) {
  const first = n * r.S - r.P, last = first + r.span - 1, cell = (i) => (i < 0 || i >= r.side ? `${signed(String(i))} (padding)` : String(i));
  const range = first === last ? `cell ${cell(first)}` : `cells ${cell(first)} to ${cell(last)}`;
  const apart = r.dilation > 1 && r.F > 1 ? `, ${r.F} of them, ${r.dilation} apart` : "";
  return `${r.refused ? "Window" : "Neuron"} ${n} of ${r.count} reads ${range}${apart}.`;
}
