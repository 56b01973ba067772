// What TrainingTheatre says about its state and a run; cs231n_widgets/training_theatre/messages.py says the same, and a
// test compares them.
import { grouped, number, plural } from "../shared/numerals.js";
import { TOO_HIGH } from "./run.js";

const BROKEN = {
  rate: `the rate is ${TOO_HIGH} times as high`,
  zeros: "all weights begin at 0",
  labels: "the labels to train on are shuffled",
  inputs: "pixels from 0 to 255 go in as they are",
};
const BLIND = 0.2; // of right guesses, at most: no better than guessing
const HEART = 0.5; // of the images to train on, at least: learnt by heart if those held out are guessed blindly
const LEARNT = 0.9;
const PATIENCE = 200; // steps after which something should have been learnt

const join = (...parts) => parts.filter(Boolean).join(" ");
// A loss in words: that of a run that has gone wrong may have any size.
export const lossText = (loss) => (loss === null ? "NaN" : loss < 1e6 ? number(loss) : "over a million");
const percent = (share) => `${Math.floor(100 * share + 0.5)}%`;

export const describe = (s, frame) => join(settingsMessage(s), statusMessage(frame), remark(s, frame));

export function settingsMessage(s) {
  if (s.mode === "record") return recordMessage(s.record);
  if (s.mode === "kernel") return s.about;
  const images = s.digits.labels.length - s.digits.train;
  const begin = `A net, ${s.spec}, learns ${s.digits.train} handwritten digits of 8×8 pixels; ${images} are held out.`;
  const how = `${s.optimizer === "SGD" ? "SGD" : "SGD with momentum"}, rate ${number(s.rate)}, batch ${s.batch}, seed ${s.seed}.`;
  return join(begin, how, s.breakage ? `Broken on purpose: ${BROKEN[s.breakage]}.` : "");
}

// What was recorded, and how it can be made again.
const recordMessage = ({ about, command, seed, machine }) =>
  join(`A recorded run. ${about}`, command && `Made by “${command}”, seed ${seed}, on ${machine}.`);

// What the curves say last: { loss, held_loss, accuracy, held_accuracy }.
export const lastOf = ({ curves }) =>
  Object.fromEntries(Object.entries(curves).map(([name, all]) => [name, all.at(-1)]));

// What has become of a run: start, nan, zeros, dead, heart, learnt, high, stuck or learning.
export function statusOf(frame) {
  const { loss, accuracy, held_accuracy: held } = lastOf(frame);
  const [first] = frame.gradients;
  const blind = Math.log(frame.classes);
  if (!frame.sound) return "nan";
  if (frame.step === 0) return "start";
  if (first.weights === 0) return "zeros";
  if (first.gradient === 0 && held <= BLIND) return "dead";
  if (accuracy >= HEART && held <= BLIND) return "heart";
  if (held >= LEARNT) return "learnt";
  if (loss > 2 * blind) return "high";
  return frame.step >= PATIENCE && accuracy <= BLIND ? "stuck" : "learning";
}

export function statusMessage(frame) {
  const { loss, held_loss: heldLoss, accuracy, held_accuracy: held } = lastOf(frame);
  const classes = frame.classes;
  const steps = `Step ${grouped(frame.step)}`;
  const right = `of the images to train on ${percent(accuracy)} are guessed right, of those held out ${percent(held)}`;
  if (!frame.sound) return `${steps}: the loss is no number any more (NaN), and no image is guessed.`;
  if (loss === null || heldLoss === null) return `${steps}: ${right}. The loss is too large for a number.`;
  const losses = `The loss is ${lossText(loss)} and ${lossText(heldLoss)}`;
  const blind = `who guesses blindly has ln ${classes}, ${number(Math.log(classes))}`;
  return frame.step ? `${steps}: ${right}. ${losses}.` : `${steps}: ${right}. ${losses}; ${blind}.`;
}

// What one sees, and why; "" where the curves say it all.
export function remark(s, frame) {
  const status = statusOf(frame);
  const broken = s.mode === "page" ? s.breakage : "";
  if (status === "nan")
    return join(
      "The steps were too long: each jumped over the valley to where it is steeper, so the next was longer still, until the weights were no numbers any more. Nothing can be learnt from here: start again with a lower rate.",
      broken === "inputs" ? "Inputs a hundred times as large make such gradients." : "",
    );
  if (status === "start") return "";
  if (status === "zeros")
    return "The weights are all 0 still: every neuron gives 0, so no gradient reaches a weight, and all neurons of a layer are the same. Only the biases of the last layer move. Small random numbers break the tie.";
  if (status === "dead")
    return join(
      broken === "inputs"
        ? "Inputs from 0 to 255 gave scores in the hundreds, and first steps as large."
        : "A step was far too long.",
      "Now all ReLUs of a layer give 0 for every image, and what gives 0 passes no gradient on: the layers below get none and will not wake up. Start again.",
    );
  if (status === "heart")
    return "The images to train on are learnt by heart, one by one, and those held out are guessed blindly. A low training loss alone says nothing.";
  if (broken === "labels")
    return "There is no rule to find in shuffled labels. Let it run fast for some thousand steps: what is left is to learn each image by heart.";
  if (broken === "zeros")
    return "It learns from zeros all the same: of one layer alone, the gradient needs only the inputs. With a layer above, zeros are a trap.";
  if (broken === "rate")
    return join(
      "Each step jumps over the valley: look how the loss jumps.",
      status === "high" ? "It is far above that of blind guessing." : "This net has not broken yet.",
    );
  if (broken === "inputs")
    return `The loss began at ${lossText(frame.curves.loss[0])}, since inputs a hundred times as large make such scores and such steps: the curves jump.`;
  if (status === "high") return "The loss is far above that of blind guessing: the rate is too high.";
  if (status === "stuck") return "Next to nothing is learnt. Is the rate too low, or was it too high before?";
  return "";
}

const withArticle = (article, name) => `${article}${/^([aeio]|8)/.test(name) ? "n" : ""} ${name}`;

// What image `n` of the wall is, and what is guessed; for the one that is looked into, `shares` are those of the classes.
export function guessMessage({ labels, classes }, { guesses }, n, shares = null) {
  const guess = guesses[n];
  const share = shares?.[guess];
  const begin = withArticle("A", classes[labels[n]]);
  if (guess === -1) return `${begin}; no guess.`;
  const sure = share === undefined || share === null ? "" : `, at ${percent(share)}`;
  return guess === labels[n]
    ? `${begin}, guessed right${sure}.`
    : `${begin}, taken for ${withArticle("a", classes[guess])}${sure}.`;
}

// Of the wall: how many of its images are guessed wrong.
export function wallMessage({ labels }, { guesses }) {
  const wrong = labels.filter((label, n) => guesses[n] !== label).length;
  return `${plural(labels.length, "held-out image")}, ${wrong || "none"} guessed wrong`;
}
