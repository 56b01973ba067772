// What the builder says about its state, as cs231n_widgets/architecture_builder/messages.py does (a test compares them).

import { grouped, plural, signed } from "../shared/numerals.js";
import { accounts, facts, nameOf, outOf, overOf, read, volume } from "./model.js";
import { repairs } from "./repairs.js";

const MOST = 12; // layers whose sizes are read out

// A sentence of the kit as a reader sees it: 4×4×16, true minus signs and apostrophes.
export const shown = (text) => signed(text.replace(/(\d)x(?=\d)/g, "$1×"));

// What is wrong with a net, in a sentence or two, and where.
export function errorMessage({ error, rows }) {
  const reason = shown(error.reason);
  if (error.row === undefined) return `At character ${error.place + 1}: ${reason}`;
  return `Layer ${error.row + 1}, ${nameOf(rows[error.row])}: ${reason}`;
}

// What the first layer that leaves cells over leaves, or "".
export function leftOverMessage(net) {
  const all = net.rows.filter((row) => overOf(row).some(Boolean));
  if (!all.length) return "";
  const [down, across] = overOf(all[0]);
  const parts = [down ? plural(down, "row") : "", across ? plural(across, "column") : ""].filter(Boolean);
  const more = all.length - 1;
  const others = more ? ` ${plural(more, "layer")} more ${more === 1 ? "does" : "do"} the same.` : "";
  const read = down + across === 1 ? "reads it" : "reads them";
  return `It works, but in layer ${net.rows.indexOf(all[0]) + 1}, ${nameOf(all[0])}, the windows leave ${parts.join(" and ")} over: none ${read}.${others}`;
}

// The sizes, and what the net costs.
export function netMessage(net) {
  const { parameters, bytes, macs } = accounts(net).totals;
  return `${plural(net.rows.length, "layer")}, from ${volume(net.inShape)} to ${volume(outOf(net))}: ${grouped(parameters)} parameters, ${grouped(bytes)} bytes of activations, ${grouped(macs)} multiply-adds.`;
}

// The sizes after each layer.
function sizesMessage(net) {
  const some = net.rows.filter(({ out }) => out).slice(0, MOST);
  const rest = net.rows.length - some.length;
  const sizes = some.map((row) => `${nameOf(row)} ${volume(row.out)}`);
  if (!sizes.length) return "";
  return `Sizes: ${sizes.join(", ")}${rest ? `, and ${plural(rest, "layer")} more` : ""}.`;
}

// Everything in words.
export function describe(s) {
  const net = read(s);
  const labels = repairs(net).map(([label]) => label);
  const words = [
    net.text.trim() ? `The text is ${net.text.trim()}.` : "There is no text yet.",
    net.error ? errorMessage(net) : netMessage(net),
    sizesMessage(net),
    net.error ? "" : leftOverMessage(net),
    labels.length ? `Repairs: ${labels.join("; ")}.` : "",
    facts(s, net).exact ? "All windows fit." : "",
  ];
  return words.filter(Boolean).join(" ");
}
