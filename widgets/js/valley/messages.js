// What Valley says about its state; cs231n_widgets/valley/messages.py says the same, and a test compares them.
import { number, plural } from "../shared/numerals.js";
import { STEEP, shownNames, study } from "./model.js";

// Where a walk is after so many steps.
export function outcome({ arrived, distances }, step) {
  if (hasArrived(arrived, step))
    return arrived === 0 ? "at the start already" : `arrived after ${plural(arrived, "step")}`;
  if (distances[step] > 2 * distances[0]) return "flies off";
  return `${number(distances[step])} away`;
}

const hasArrived = (arrived, step) => arrived !== null && arrived <= step;

// The rate, and how many of the walks in view have arrived.
export function sentence(s) {
  const names = shownNames(s);
  const walks = study(s);
  const begin = `Rate ${number(s.rate)}, after ${plural(s.step, "step")}: `;
  if (!names.length) return `${begin}no rule is chosen.`;
  if (names.length === 1) return `${begin}${names[0]} ${told(outcome(walks[names[0]], s.step))}.`;
  const count = names.filter((name) => hasArrived(walks[name].arrived, s.step)).length;
  return `${begin}${count || "none"} of ${names.length} ${count === 1 ? "has" : "have"} arrived.`;
}

// An outcome as the end of a sentence.
function told(words) {
  if (words === "flies off") return words;
  return `${words.startsWith("arrived") ? "has" : "is"} ${words}`;
}

export function describe(s) {
  const turn = s.turn ? `, turned by ${s.turn}°` : "";
  const [x, y] = s.begin.map((one) => number(Math.abs(one)));
  const begin =
    `A valley ${STEEP} times as steep across as along${turn}. The walks start ${x} along it and ${y} across from the ` +
    `lowest point. ${sentence(s)}`;
  const names = shownNames(s);
  if (names.length < 2) return begin;
  const walks = study(s);
  return `${begin} ${names.map((name) => `${name}: ${outcome(walks[name], s.step)}`).join("; ")}.`;
}
