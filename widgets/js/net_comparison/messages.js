// What NetComparison says about its state; cs231n_widgets/net_comparison/messages.py says the same, and a test compares
// them.
import { grouped, number } from "../shared/numerals.js";
import { keptNet, netNamed, other } from "./model.js";

export const TITLES = {
  work: "multiply-adds for one image, in billions",
  weights: "weights in MB, 4 bytes a number",
};
export const AREAS = { work: "multiply-adds", weights: "weights" };

export const sourceMessage = ({ about }) =>
  `Top-1 of one model, one crop of 224×224, on ImageNet’s 50,000 validation images: ${about}.`;

// Multiply-adds: 1.81 billion, 714 million, 9,216.
export function macsText(macs) {
  if (macs >= 1e9) return `${number(macs / 1e9)} billion`;
  return macs >= 1e6 ? `${number(macs / 1e6)} million` : grouped(macs);
}

// Bytes in powers of a thousand: 46.8 MB, 247 kB, 80 bytes.
export function bytesText(count) {
  if (count >= 1e6) return `${number(count / 1e6)} MB`;
  return count >= 1e3 ? `${number(count / 1e3)} kB` : `${count} bytes`;
}

export const amountText = (value, axis) => (axis === "work" ? macsText(value) : bytesText(value));

// How many images a net gets right, or that there is no figure.
export const top1Text = ({ top1 }) => (top1 === null ? "no figure" : `${number(top1)}%`);

// A part of a total in percent: 12%, <1%, 0%.
export function percent(value, total) {
  if (!value) return "0%";
  return value / total < 0.005 ? "<1%" : `${Math.floor((100 * value) / total + 0.5)}%`;
}

// A net in a line: "ResNet-18: top-1 69.8%, 46.8 MB of weights, 1.81 billion multiply-adds".
export function shortMessage(net) {
  const top1 = net.top1 === null ? "no figure of top-1" : `top-1 ${top1Text(net)}`;
  return `${net.name}: ${top1}, ${bytesText(net.weights)} of weights, ${macsText(net.macs)} multiply-adds`;
}

// A net, the memory that it needs, and where its weights and its work are.
export function netMessage(net) {
  const where = (key, title) => `${title}: ${shares(net, key).join(", ")}.`;
  const memory = `${bytesText(net.memory)} of memory for one image at test time`;
  return `${shortMessage(net)}, ${memory}. ${where("weights", "Weights")} ${where("macs", "Multiply-adds")}`;
}

const shares = (net, key) => net.parts.map((part) => `${part.name} ${percent(part[key], net[key])}`);

// What the chart shows, the net in view and the one beside it, and all nets in a line each.
export function describe(s) {
  const kept = keptNet(s);
  return (
    `${s.nets.length} nets by top-1 and ${AREAS[s.axis]}; the area of a circle stands for ${AREAS[other(s.axis)]}. ` +
    `In view: ${netMessage(netNamed(s, s.chosen))}${kept ? ` Beside it: ${netMessage(kept)}` : ""} ` +
    `All nets: ${s.nets.map(shortMessage).join("; ")}.`
  );
}
