// The blocks of ResNet-20, and what the net gets right without some of them, from a record of all choices. Arithmetic
// only; cs231n_widgets/residual_blocks/model.py has the same.

const CLASSES = 10; // of CIFAR-10: pure guessing gets one image in ten right

export const isHalving = ({ input, output }) => input[0] !== output[0];

// The blocks whose outputs have the same size, together, by their numbers from 1 on: [{ size, numbers }].
export function stages(blocks) {
  const found = new Map();
  blocks.forEach(({ output }, n) => {
    const key = String(output);
    if (!found.has(key)) found.set(key, { size: output, numbers: [] });
    found.get(key).numbers.push(n + 1);
  });
  return [...found.values()];
}

// The numbers of the blocks that a text such as "2, 5" names, in order; NaN for what is no number.
export function readNumbers(text) {
  const parts = text.split(",").filter((part) => part.trim());
  return [...new Set(parts.map(Number))].sort((a, b) => a - b);
}

export const writeNumbers = (numbers) => numbers.join(", ");

const sum = (values) => values.reduce((total, value) => total + value, 0);

// What a state amounts to: the numbers of the blocks that are out, the images that are right, of how many, without
// these blocks and with all of them and by pure guessing, and the parameters that are left.
export function study({ without, net, record }) {
  const numbers = readNumbers(without);
  return {
    numbers,
    right: record.right[sum(numbers.map((number) => 2 ** (number - 1)))],
    whole: record.right[0],
    images: record.images,
    guess: Math.round(record.images / CLASSES),
    left: net.parameters - sum(numbers.map((number) => net.blocks[number - 1].parameters)),
  };
}

// What a goal may ask for.
export function facts(s) {
  const { numbers, right, images, left } = study(s);
  return {
    count: numbers.length,
    right,
    share: Math.floor((100 * right) / images + 0.5),
    enough: right >= s.least,
    parameters: left,
  };
}

// Returns why a state can't be shown, or "".
export function mismatch({ without, net, record }) {
  const fine = readNumbers(without).every((one) => Number.isInteger(one) && one >= 1 && one <= net.blocks.length);
  return fine && record.right.length === 2 ** net.blocks.length ? "" : "This net has no such block.";
}

// The text that names the same blocks, but for one: that is out if it was in, and in if it was out.
export function toggled(without, number) {
  const numbers = readNumbers(without);
  const others = numbers.filter((one) => one !== number);
  return writeNumbers((numbers.includes(number) ? others : [...others, number]).sort((a, b) => a - b));
}
