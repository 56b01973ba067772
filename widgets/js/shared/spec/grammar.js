// Nets as text, as cs231n_kit/spec.py reads and writes them: the same nets, carets and words.

import { isFilters, makeLayer, outShape, padThatKeeps, settings, WORDS } from "./layers.js";
import { Float, positional, quoted, same } from "./python.js";

export const OTHER_NAMES = {
  MAXPOOL: "POOL",
  LINEAR: "FC",
  DENSE: "FC",
  CONV2D: "CONV",
  LEAKYRELU: "LRELU",
  BATCHNORM: "BN",
  BATCHNORM2D: "BN",
};
const OR = { ",": ", or )", "]": "-> or ]" };
const CLOSE = { "(": ")", "[": "]" };
const COUNTS = ["no number", "one number", "two numbers", "at most 3 numbers", "at most 4 numbers"];
const TRUTHS = { yes: true, no: false, True: true, False: false };
export const TOKEN = /->|[A-Za-z][A-Za-z_0-9]*|[0-9]+(?:\.[0-9]+)?|[[\]()*?,=]/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what Python takes for a space
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
export const MOST = 1000;
const LARGEST = 1e6;
const DEEPEST = 50;

const isWord = (token) => /^[A-Za-z]/.test(token);
const isDigits = (token) => /^[0-9]+$/.test(token);
const said = (token) => (token ? quoted(token) : "the end");
const grouped = (number) => number.toLocaleString("en-US");

// A text that describes no net. Python counts characters where JavaScript counts halves of some of them, such as 🙂;
// but one of these is itself the first mistake, so that no place comes after it.
export class SpecError extends Error {
  constructor(text, place, reason) {
    super(reason);
    Object.assign(this, { text, place, reason });
  }
}

export const onOneLine = (text) => text.replace(SPACE, " ");

// What stands at a place: a token, or the sign that is none.
export function tokenAt(text, at) {
  TOKEN.lastIndex = at;
  return TOKEN.exec(text)?.[0] ?? (at < text.length ? String.fromCodePoint(text.codePointAt(at)) : "");
}

// ---- text -> tree ------------------------------------------------------------------------------------------------
// A Word is { word, values, named, place, end }, a Bracket { items, times, place, end }, with `open` where it has a [.
export const parseSpec = (text) => readNet(new Reader(onOneLine(text)));

class Reader {
  constructor(text) {
    Object.assign(this, { text, at: 0, ahead: "", depth: 0, end: 0 });
    this.step();
  }

  // Move on: returns the token that was ahead.
  step() {
    const token = this.ahead;
    this.end = this.at + token.length;
    this.at = this.end;
    while (this.text[this.at] === " ") this.at++;
    TOKEN.lastIndex = this.at;
    const match = TOKEN.exec(this.text);
    if (this.at < this.text.length && !match) {
      const sign = String.fromCodePoint(this.text.codePointAt(this.at));
      this.fail(`${quoted(sign)} has no meaning here. A net is words with -> between them.`);
    }
    this.ahead = match ? match[0] : "";
    return token;
  }

  expect(token, opened = null) {
    if (this.ahead !== token) {
      if (this.ahead || opened === null) this.fail(`Expected ${OR[token] ?? token} before ${said(this.ahead)}.`);
      const bracket = this.text[opened];
      this.fail(`This ${bracket} is never closed: a ${CLOSE[bracket]} is missing.`, opened);
    }
    this.step();
  }

  fail(reason, place = this.at) {
    throw new SpecError(this.text, place, reason);
  }
}

function readNet(reader) {
  const items = readChain(reader);
  if (reader.ahead === "]") reader.fail("This ] closes nothing: there is one too many, or a [ is missing before it.");
  if (reader.ahead) reader.fail(`Expected -> or the end of the net before ${quoted(reader.ahead)}.`);
  noInput(reader, items.slice(1));
  return items;
}

function noInput(reader, items) {
  const input = items.find(({ word }) => word === "INPUT");
  if (input) reader.fail("INPUT stands once, at the beginning, outside of brackets.", input.place);
}

function readChain(reader) {
  const items = [readItem(reader)];
  while (reader.ahead === "->") {
    reader.step();
    items.push(readItem(reader));
  }
  return items;
}

function readItem(reader) {
  const place = reader.at;
  const open = reader.ahead === "[";
  let items;
  if (open) {
    if (reader.depth === DEEPEST) reader.fail(`At most ${DEEPEST} brackets stand in each other.`);
    reader.depth++;
    reader.step();
    items = readChain(reader);
    noInput(reader, items);
    reader.expect("]", place);
    reader.depth--;
  } else if (isWord(reader.ahead)) {
    items = [readWord(reader)];
  } else {
    reader.fail(`Expected a layer, such as CONV or RELU, or a [ before ${said(reader.ahead)}.`);
  }
  const times = readTimes(reader);
  if (times === 1 && items.length === 1) return items[0];
  noInput(reader, items);
  return { items, times, place, end: reader.end, open };
}

function readTimes(reader) {
  if (reader.ahead === "?") return reader.step();
  if (reader.ahead !== "*") return 1;
  reader.step();
  if (["N", "M", "K"].includes(reader.ahead)) return reader.step();
  if (!isDigits(reader.ahead)) reader.fail("After * comes a number, as in *2, or one of the letters N, M, K.");
  if (Number(reader.ahead) > MOST) reader.fail(`At most ${MOST} times.`);
  return Number(reader.step());
}

function readWord(reader) {
  const place = reader.at;
  const word = reader.step().toUpperCase();
  if (Object.hasOwn(OTHER_NAMES, word)) reader.fail(`${word} is called ${OTHER_NAMES[word]} here.`, place);
  if (!Object.hasOwn(WORDS, word))
    reader.fail(`There is no layer ${word}. The words are ${Object.keys(WORDS).join(", ")}.`, place);
  const { values, named } = reader.ahead === "(" ? readArguments(reader, word) : { values: [], named: {} };
  return { word, values, named, place, end: reader.end };
}

function readArguments(reader, word) {
  const { names } = WORDS[word];
  const values = [];
  const named = {};
  const opened = reader.at;
  reader.step();
  while (reader.ahead !== ")") {
    if (!reader.ahead) reader.expect(")", opened);
    if (isWord(reader.ahead)) {
      const name = readName(reader, word, [...names.slice(0, values.length), ...Object.keys(named)]);
      named[name] = readValue(reader);
    } else if (Object.keys(named).length) {
      reader.fail("What has no name comes first.");
    } else if (values.length === names.length) {
      reader.fail(`${word} takes ${COUNTS[names.length]}. ${settingsOf(word)}`);
    } else {
      values.push(readValue(reader));
    }
    if (reader.ahead !== ")") reader.expect(",", opened);
  }
  reader.step();
  return { values, named };
}

function readName(reader, word, known) {
  const place = reader.at;
  const name = reader.step();
  if (!settings(word).includes(name)) reader.fail(`${word} has no setting '${name}'. ${settingsOf(word)}`, place);
  if (known.includes(name)) reader.fail(`${name} is given twice.`, place);
  reader.expect("=");
  return name;
}

function readValue(reader) {
  const token = reader.ahead;
  const opened = reader.at;
  if (token === "(") {
    reader.step();
    const found = [];
    while (reader.ahead !== ")") {
      if (!isDigits(reader.ahead)) reader.expect("a number", reader.ahead ? null : opened);
      found.push(readNumber(reader));
      if (reader.ahead !== ")") reader.expect(",", opened);
    }
    reader.step();
    return found;
  }
  if (!/^[A-Za-z0-9]/.test(token)) reader.fail(`Expected a number before ${said(token)}.`);
  if (!isWord(token)) return readNumber(reader);
  reader.step();
  return Object.hasOwn(TRUTHS, token) ? TRUTHS[token] : token;
}

function readNumber(reader) {
  if (Number(reader.ahead) > LARGEST) reader.fail(`Numbers go up to ${grouped(LARGEST)} here.`);
  const token = reader.step();
  return token.includes(".") ? new Float(Number(token)) : Number(token);
}

function settingsOf(word) {
  const names = settings(word);
  return names.length ? `Its settings are ${names.join(", ")}.` : "Write the word alone.";
}

// ---- tree -> net -------------------------------------------------------------------------------------------------
export const LETTERS = { N: 1, M: 1, K: 1, pool: true };
const BARE = { filters: 16, hidden: 100, classes: 10 };

// What a text describes, as far as it goes: { text, letters, items, input, inShape, rows, error }. A row is { word,
// rounds, layer, shape, out }, the shapes before and after a layer; from the first misfit on it has no shapes. error is a
// SpecError, whose `row` is the misfit's, or null. `side` is another width and height for an input that is a volume.
export function readSpec(given, letters = LETTERS, side = null) {
  const text = onOneLine(given);
  const net = { text, letters, items: [], input: null, inShape: [3, 32, 32], rows: [], error: null };
  try {
    net.items = parseSpec(given);
    fill(net, { N: letters.N, M: letters.M, K: letters.K, "?": letters.pool ? 1 : 0 }, side);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    net.error = error;
  }
  return net;
}

function fill(net, letters, side) {
  const { text } = net;
  let items = net.items;
  if (items[0].word === "INPUT") {
    [net.input, ...items] = items;
    net.inShape = inputShape(text, net.input) ?? net.inShape;
  }
  net.inShape = ofSide(net.inShape, side);
  const count = countLayers(items, letters);
  if (!count) throw new SpecError(text, 0, "No layer is left: give at least one, such as FC(10).");
  if (count > MOST) throw new SpecError(text, 0, `These are more than ${MOST} layers, the most that are built.`);
  net.rows = expand(items, letters);
  const last = net.rows.map(({ word }) => word.word).lastIndexOf("FC");
  let shape = net.inShape;
  let wrong = null;
  net.rows.forEach((row, i) => {
    try {
      row.layer = layerOf(row.word, i === last ? BARE.classes : BARE.hidden);
      if (wrong) return;
      row.shape = shape;
      shape = shapeAfter(row.layer, shape);
      row.out = shape;
    } catch (error) {
      wrong ??= Object.assign(new SpecError(text, row.word.place, error.message), { row: i });
    }
  });
  if (wrong) throw wrong;
}

function inputShape(text, { values, named, place }) {
  const { names } = WORDS.INPUT;
  const sizes = { ...Object.fromEntries(values.map((value, i) => [names[i], value])), ...named };
  const count = Object.keys(sizes).length;
  if (!count) return null;
  const shape = names.slice(0, count).map((name) => sizes[name]);
  if (![1, 3].includes(count) || !shape.every((size) => typeof size === "number" && size > 0))
    throw new SpecError(text, place, "Write INPUT(channels,height,width), as in INPUT(3,32,32).");
  return shape;
}

// A shape with another width and height; a row of numbers has none.
export const ofSide = (shape, side) => (side && shape.length === 3 ? [shape[0], side, side] : shape);

const timesOf = ({ times }, letters) => letters[times] ?? times;

function countLayers(items, letters) {
  const counts = items.map((item) => (item.word ? 1 : timesOf(item, letters) * countLayers(item.items, letters)));
  return counts.reduce((all, count) => all + count, 0);
}

// The rows of items, every bracket written out; a row knows which `round` it is of each bracket around it.
function expand(items, letters, rounds = []) {
  return items.flatMap((item) => {
    if (item.word) return [{ word: item, rounds }];
    if (!countLayers(item.items, letters)) return [];
    return Array.from({ length: timesOf(item, letters) }, (_, round) =>
      expand(item.items, letters, [...rounds, { bracket: item, round }]),
    ).flat();
  });
}

export function layerOf({ word, values, named }, units) {
  const { names } = WORDS[word];
  const given = { ...Object.fromEntries(values.map((value, i) => [names[i], value])), ...named };
  if (names.includes("filters")) given.filters ??= BARE.filters;
  if (names.includes("units")) given.units ??= units;
  return makeLayer(word, given);
}

function shapeAfter(layer, shape) {
  try {
    return outShape(layer, shape);
  } catch (error) {
    throw new Error(`${error.message} Its input is ${formatVolume(shape)}.`);
  }
}

// W x H x D, as the kit writes it.
export const formatVolume = (shape) => [...shape].reverse().join("x");

// ---- net -> text -------------------------------------------------------------------------------------------------
// A net in its shortest form, equal neighbours folded.
export const specOf = (layers, inShape) =>
  [
    `INPUT(${inShape.join(",")})`,
    ...fold(layers.map(wordOf), (block, times) => `[${block.join(" -> ")}]*${times}`),
  ].join(" -> ");

// A layer as text, with the settings that differ from what the bare word means.
export function wordOf({ word, values }) {
  const { names, fields } = WORDS[word];
  const standard = { ...fields };
  let count;
  if (isFilters(word)) {
    standard.pad = standardPad(values);
    count = values.stride === 1 && same(values.pad, standard.pad) ? 2 : 4;
  } else {
    const differ = names.map((name) => standard[name] === undefined || !same(values[name], standard[name]));
    count = 1 + differ.lastIndexOf(true);
    if (names.slice(0, count).some((name) => values[name] === null)) count = 1;
  }
  const first = names.slice(0, count);
  const rest = Object.keys(values).filter((name) => !first.includes(name) && !same(values[name], standard[name]));
  const parts = [
    ...first.map((name) => spelled(values[name])),
    ...rest.map((name) => `${name}=${spelled(values[name])}`),
  ];
  return parts.length ? `${word}(${parts.join(",")})` : word;
}

function standardPad({ size, dilation }) {
  try {
    return padThatKeeps(size, dilation ?? 1);
  } catch {
    return null;
  }
}

// A setting as a spec has it.
export function spelled(value) {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return `(${value.map(spelled).join(",")})`;
  return value instanceof Float ? positional(value.value) : String(value);
}

// Words with equal neighbours folded by `join(block, times)`, the shortest repeats first.
export function fold(words, join) {
  for (let size = 1; size <= words.length / 2; size++) {
    const folded = foldBlocks(words, size, join);
    if (folded.length < words.length) return fold(folded, join);
  }
  return words;
}

// All repeats of `size` words, each as far right as it goes: P C P C P becomes P [C -> P]*2.
function foldBlocks(words, size, join) {
  const found = [];
  let start = 0;
  while (start < words.length) {
    let end = start + size;
    while (end < words.length && words[end] === words[end - size]) end++;
    const times = Math.floor((end - start) / size);
    if (times > 1) {
      const first = end - times * size;
      found.push(...words.slice(start, first), join(words.slice(first, first + size), times));
      start = end;
    } else {
      found.push(words[start++]);
    }
  }
  return found;
}
