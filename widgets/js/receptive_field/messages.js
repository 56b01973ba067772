// What ReceptiveField says about its state; cs231n_widgets/receptive_field/messages.py says the same, and a test
// compares them.
import { dilated, plural } from "../shared/numerals.js";
import { convs, counts, isPadded, oneLayer, SIDE, study, weights } from "./model.js";

const join = (...parts) => parts.filter(Boolean).join(" ");

// A layer as the notes name it: "CONV 3×3, stride 2, dilation 2".
export function layerName(layer) {
  const { kind, F, S, P, dilation } = layer;
  const stride = S > 1 || kind === "POOL" ? `, stride ${S}` : "";
  return `${kind} ${F}×${F}${stride}${dilated(dilation)}${isPadded(layer) ? `, padding ${P}` : ""}`;
}

export function describe(s) {
  const all = study(s);
  return join(stackMessage(all), ...viewMessages(all), s.compare ? costMessage(all.layers) : "");
}

export function stackMessage({ layers, sides }) {
  const begin = `A photograph of ${SIDE}×${SIDE} pixels`;
  if (!layers.length) return `${begin}, without a layer.`;
  const said = layers.map((layer, n) => `${n + 1}, ${layerName(layer)}: ${sides[n + 1]}×${sides[n + 1]}`);
  return `${begin} and ${plural(layers.length, "map")}. Map ${said.join("; map ")}.`;
}

// What the neuron in view sees of the photograph, what zeros it reads, and how its field has grown.
export function viewMessages(all) {
  const { maps, level, row, col } = all;
  if (level === 0) return [`The pixel in row ${row}, column ${col} of the photograph.`, "", ""];
  const { field } = maps[level];
  const begin = `The neuron in row ${row}, column ${col} of map ${level} has a receptive field of ${field}×${field}`;
  const count = counts(all);
  return [`${begin}${seenMessage(count)}`, paddingMessage(count.padding), growthMessage(all)];
}

function seenMessage({ field, seen, skipped, beyond }) {
  if (seen === field) return field > 1 ? ` and sees all ${field} pixels of it.` : ": one pixel.";
  const missing = [];
  if (skipped) missing.push(`${skipped} ${skipped === 1 ? "is" : "are"} skipped`);
  if (beyond) missing.push(`${beyond} ${beyond === 1 ? "lies" : "lie"} beyond the edge`);
  return `. Of these ${field} pixels it sees ${seen}: ${missing.join(" and ")}.`;
}

const paddingMessage = (count) =>
  count ? `It also reads ${plural(count, "zero")} of padding, in all maps together.` : "";

function growthMessage({ maps, level }) {
  const grown = maps.slice(1, level + 1);
  const fields = grown.map(({ field }) => field).join(", ");
  const { jump } = grown.at(-1);
  return join(
    grown.length > 1 ? `Layer by layer the field grows: ${fields}.` : "",
    jump > 1 ? `Its neighbour looks ${jump} pixels further.` : "",
  );
}

// What the stack costs, beside one layer that sees as far.
export function costMessage(layers) {
  if (!layers.length) return "Add a layer.";
  const begin = `With C channels in and out, this stack has ${costs(weights(layers), convs(layers))}.`;
  if (isSingle(layers)) return begin;
  const one = oneLayer(layers);
  return `${begin} One layer, ${layerName(one)}, would see as far and have ${costs(one.F ** 2, 1)}.`;
}

// Whether the stack is one CONV layer without dilation: then nothing can be set beside it.
export const isSingle = (layers) => layers.length === 1 && layers[0].kind === "CONV" && layers[0].dilation === 1;

const costs = (count, relus) => `${count ? `${count}C²` : "no"} weights and ${nonLinearities(relus)}`;
export const nonLinearities = (count) => (count === 1 ? "1 non-linearity" : `${count || "no"} non-linearities`);
