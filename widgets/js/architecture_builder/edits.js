// What a click changes in a text: each function gives the new text. Places are those of the tree that was read from it.

import { WORDS } from "../shared/spec/layers.js";
import { changed, splice, withInput, withWord, wordText } from "./repairs.js";

// What is put in for a word by itself.
export const NEW = { CONV: "CONV(16,3)", LOCAL: "LOCAL(16,3)", FC: "FC(100)", LRELU: "LRELU(0.1)" };

// Where a word stands: the items around it, outermost first, as { items, index, bracket }.
export function pathTo(items, word, bracket = null) {
  for (const [index, item] of items.entries()) {
    if (item === word) return [{ items, index, bracket }];
    const inner = item.items && pathTo(item.items, word, item);
    if (inner) return [{ items, index, bracket }, ...inner];
  }
  return null;
}

// The chain of items that a word stands in; a word with times of its own, as in RELU*2, stands there with them.
export function chainOf(net, word) {
  const path = pathTo(net.items, word);
  const last = path.at(-1);
  return last.bracket && !last.bracket.open ? path.at(-2) : last;
}

// The brackets around a word whose times are a number, innermost first.
export const bracketsOf = (net, word) =>
  pathTo(net.items, word)
    .flatMap(({ bracket }) => (bracket && typeof bracket.times === "number" ? [bracket] : []))
    .reverse();

// Where a new layer's arrow goes: behind `count` items from a word's on, or behind the input, for null.
export function placeAfter(net, word, count) {
  if (!word) return net.input ? net.input.end : 0;
  const { items, index } = chainOf(net, word);
  return items[index + count - 1].end;
}

// A new layer there; at the very beginning where there is no input, either.
export function inserted(net, place, kind) {
  const piece = NEW[kind] ?? kind;
  return splice(net.text, place, place, place ? ` -> ${piece}` : `${piece} -> `);
}

// A text without `count` items from a word's on; where nothing would stay in their brackets, without them. null where no
// layer would be left.
export function removed(net, word, count) {
  const chain = chainOf(net, word);
  const path = pathTo(net.items, word);
  const outwards = path.slice(0, path.findIndex(({ items }) => items === chain.items) + 1).reverse();
  for (const { items, index } of outwards) {
    const many = items === chain.items ? count : 1;
    if (items.filter((item) => item.word !== "INPUT").length > many) return withoutItems(net.text, items, index, many);
  }
  return null;
}

function withoutItems(text, items, index, count) {
  const next = items[index + count];
  if (next) return splice(text, items[index].place, next.place, "");
  return splice(text, items[index - 1].end, items[index + count - 1].end, "");
}

// `count` items from a word's on in brackets, twice.
export function repeated(net, word, count) {
  const { items, index } = chainOf(net, word);
  const some = items.slice(index, index + count);
  const piece = net.text.slice(some[0].place, some.at(-1).end);
  const alone = some.length === 1 && some[0].word;
  return splice(net.text, some[0].place, some.at(-1).end, alone ? `${piece}*2` : `[${piece}]*2`);
}

// A bracket that comes another number of times; once, it is none.
export function timed(net, bracket, times) {
  const inner = net.text.slice(bracket.items[0].place, bracket.items.at(-1).end);
  const piece = bracket.open ? `[${inner}]` : inner;
  return splice(net.text, bracket.place, bracket.end, times === 1 ? inner : `${piece}*${times}`);
}

// A word with another number; the INPUT's as it stands in the text or would.
export const withNumber = (net, word, name, value) => withWord(net, word, wordText(changed(word, name, value)));

export function withSize(net, axis, value) {
  const shape = [...net.inShape];
  shape[axis] = value;
  return withInput(net, `INPUT(${shape.join(",")})`);
}

// Another kind of layer, with the numbers that both have.
export function ofKind(net, word, kind) {
  const alike = WORDS[kind].names.length && WORDS[kind].names === WORDS[word.word].names;
  const known = Object.fromEntries(Object.entries(word.named).filter(([name]) => name in WORDS[kind].fields));
  return withWord(net, word, alike ? wordText({ ...word, word: kind, named: known }) : (NEW[kind] ?? kind));
}
