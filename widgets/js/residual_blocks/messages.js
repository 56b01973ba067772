// What ResidualBlocks says about its state; cs231n_widgets/residual_blocks/messages.py says the same, and a test compares
// them.
import { grouped } from "../shared/numerals.js";
import { isHalving, stages, study } from "./model.js";

// A part of a total in percent, to the nearest whole number.
export const percent = (part, total) => `${Math.floor((100 * part) / total + 0.5)}%`;

// Numbers as a sentence has them: 2, 5 and 8.
function numbersText(numbers) {
  const first = numbers.slice(0, -1);
  return first.length ? `${first.join(", ")} and ${numbers.at(-1)}` : `${numbers.at(-1)}`;
}

export const sizeText = (volume) => volume.join("×");

// A block: its number, the size of its volume, and whether it halves the map.
export function blockName(number, block) {
  const after = sizeText(block.output);
  return `Block ${number}, ${isHalving(block) ? `${sizeText(block.input)} to ${after}, halves the map` : after}`;
}

export function withoutMessage(numbers) {
  if (!numbers.length) return "All blocks are in";
  return `Block${numbers.length > 1 ? "s" : ""} ${numbersText(numbers)} taken out`;
}

// How many images are right: "455 of 500 right, 91%".
export const rightMessage = ({ right, images }) => `${right} of ${images} right, ${percent(right, images)}`;

// The change from the whole net; "" for none.
export function changeMessage({ right, whole }) {
  if (right === whole) return "";
  return `${Math.abs(whole - right)} ${right < whole ? "fewer" : "more"} than with all blocks`;
}

export const parametersMessage = (left, total) =>
  `${grouped(left)} of ${grouped(total)} parameters left, ${percent(left, total)}`;

// What is taken out, and what the net gets right now.
export function sentence(s) {
  const found = study(s);
  const change = changeMessage(found);
  return `${withoutMessage(found.numbers)}: ${rightMessage(found)}${change && `, ${change}`}.`;
}

export const guessMessage = ({ guess }) => `pure guessing: ${guess}`;

// The net, what is taken out, what it gets right and what is left of it.
export function describe(s) {
  const sizes = stages(s.net.blocks).map(
    ({ size, numbers }) => `blocks ${numbers[0]} to ${numbers.at(-1)} make ${sizeText(size)}`,
  );
  const found = study(s);
  return (
    `ResNet-20, a CONV layer, ${s.net.blocks.length} residual blocks, an average and an FC layer: ` +
    `${sizes.join("; ")}. ${sentence(s)} ${parametersMessage(found.left, s.net.parameters)}; ${guessMessage(found)}.`
  );
}
