// What the widgets' JavaScript says to the cases that test_both_languages.py sends: one question a key, answered in one
// process.

import * as histogramMessages from "../../widgets/js/activation_histograms/messages.js";
import * as histograms from "../../widgets/js/activation_histograms/model.js";
import * as builderMessages from "../../widgets/js/architecture_builder/messages.js";
import * as builder from "../../widgets/js/architecture_builder/model.js";
import { repairs } from "../../widgets/js/architecture_builder/repairs.js";
import * as backpropMessages from "../../widgets/js/backprop_convolution/messages.js";
import * as backprop from "../../widgets/js/backprop_convolution/model.js";
import * as slidNetMessages from "../../widgets/js/fully_connected_as_convolution/messages.js";
import * as slidNet from "../../widgets/js/fully_connected_as_convolution/model.js";
import * as im2colMessages from "../../widgets/js/im2col/messages.js";
import * as im2col from "../../widgets/js/im2col/model.js";
import * as imageMessages from "../../widgets/js/image_filter/messages.js";
import * as image from "../../widgets/js/image_filter/model.js";
import { asCsv } from "../../widgets/js/memory_table/csv.js";
import { dryRun } from "../../widgets/js/memory_table/dry_run.js";
import * as tableMessages from "../../widgets/js/memory_table/messages.js";
import * as table from "../../widgets/js/memory_table/model.js";
import { at, most, RULES } from "../../widgets/js/memory_table/rules.js";
import { placeTree, readTree } from "../../widgets/js/memory_table/tree.js";
import * as netsMessages from "../../widgets/js/net_comparison/messages.js";
import * as nets from "../../widgets/js/net_comparison/model.js";
import * as poolingMessages from "../../widgets/js/pooling/messages.js";
import * as pooling from "../../widgets/js/pooling/model.js";
import * as shiftMessages from "../../widgets/js/pooling_shift/messages.js";
import * as poolingShift from "../../widgets/js/pooling_shift/model.js";
import * as fieldMessages from "../../widgets/js/receptive_field/messages.js";
import * as field from "../../widgets/js/receptive_field/model.js";
import * as blocksMessages from "../../widgets/js/residual_blocks/messages.js";
import * as blocks from "../../widgets/js/residual_blocks/model.js";
import * as conv from "../../widgets/js/shared/conv.js";
import { sized } from "../../widgets/js/shared/fill.js";
import { number, short, signed } from "../../widgets/js/shared/numerals.js";
import * as sizing from "../../widgets/js/shared/sizing.js";
import { parseSpec, readSpec, SpecError } from "../../widgets/js/shared/spec/grammar.js";
import { WORDS } from "../../widgets/js/shared/spec/layers.js";
import { written } from "../../widgets/js/shared/spec/python.js";
import * as calculatorMessages from "../../widgets/js/sizing_calculator/messages.js";
import * as calculator from "../../widgets/js/sizing_calculator/model.js";
import * as search from "../../widgets/js/sizing_calculator/search.js";
import * as slidingMessages from "../../widgets/js/sliding_filter/messages.js";
import * as valleyMessages from "../../widgets/js/valley/messages.js";
import * as valley from "../../widgets/js/valley/model.js";
import * as volumesMessages from "../../widgets/js/volume_explorer/messages.js";
import * as volumes from "../../widgets/js/volume_explorer/model.js";

// Call functions by name: what each returns, or its error.
const call = (module) => (calls) =>
  calls.map(([name, args]) => {
    try {
      return ["value", module[name](...args)];
    } catch (error) {
      return ["error", error.message];
    }
  });

// A parsed spec as lists, each setting as Python writes it.
function tree(items) {
  return items.map(({ word, values, named, items: inner, times, place }) => {
    if (!word) return [tree(inner), times, place];
    const set = Object.fromEntries(Object.entries(named).map(([name, value]) => [name, written(value)]));
    return [word, values.map(written), set, place];
  });
}

function parsed(text) {
  try {
    return tree(parseSpec(text));
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return null;
  }
}

const strings = (counts) => counts && [counts.parameters, counts.bytes, counts.macs].map(String);

const answers = {
  words: () =>
    Object.entries(WORDS).map(([word, { type, names, fields, first }]) => [
      word,
      type,
      names,
      Object.entries(fields).map(([name, value]) => [name, value === undefined ? "" : written(value)]),
      first,
    ]),

  specs: (cases) =>
    cases.map(([text, letters, mend]) => {
      const net = readSpec(text, letters);
      const { rows, totals } = builder.accounts(net);
      return {
        tree: parsed(text),
        error: net.error && [net.text, net.error.place, net.error.reason, net.error.row ?? null],
        shapes: net.rows.map(({ shape, out }) => [shape, out].map((one) => one?.map(String) ?? null)),
        over: net.rows.map(builder.overOf),
        costs: rows.map(strings),
        totals: strings(totals),
        spec: builder.canonical(net),
        code: builder.code(net),
        repairs: mend ? repairs(net) : null,
      };
    }),

  builder: (states) => states.map((s) => ({ facts: builder.facts(s), describe: builderMessages.describe(s) })),

  // [tree, shape of the input, examples, bytes of a number, whether it trains, optimiser, [GiB]]: all that memory.py says.
  memory: (cases) =>
    cases.map(([net, inShape, batch, size, train, optimizer, budgets]) => {
      const tree = placeTree(readTree(net), inShape);
      const dtype = { 4: "float32", 8: "float64" }[size];
      const { rows } = dryRun(tree, size, train);
      const s = { spec: "", tree: { input: inShape, net }, side: null, batch, dtype, train, optimizer };
      const all = table.study(s);
      const sources = ["data", "activations", "gradients", "parameterGradients", "workspace"];
      return {
        rows: rows.map((row) => [
          row.name,
          row.node.outShape,
          at(row.activations, batch),
          at(row.kept, batch),
          row.parameters * size,
          row.statistics * size,
          most(row.workspace, batch),
          most(row.backwardWorkspace, batch),
          row.macs * batch,
        ]),
        moments: all.moments.map((moment) => [moment.name, moment.stage, ...sources.map((name) => moment[name])]),
        needs: [all.fullest.name, all.fullest.stage, all.parameters, all.stepCache, all.total],
        largest: budgets.map((bytes) => all.largest(bytes / table.GIB)),
      };
    }),

  constants: () => [table.CARDS, table.STEP_CACHE, table.SETTINGS, Object.keys(RULES)],
  bytes: (values) => values.map(tableMessages.formatBytes),

  table: (states) =>
    states.map((s) => {
      const all = table.study(s);
      const inside = all.rows?.map((_, n) => n).slice(1, -1) ?? [];
      return {
        facts: table.facts(s, all),
        describe: tableMessages.describe(s, all),
        csv: asCsv(s, all),
        again: all.error ? null : Object.values(table.recomputed(all.rows, inside)),
      };
    }),

  names: () => ({ sizing: Object.keys(sizing), search: Object.keys(search) }),
  sizing: call(sizing),
  search: call(search),
  numbers: (values) =>
    values.map((value) => [number(value), short(value), poolingMessages.plain(value), poolingMessages.inCell(value)]),
  sentences: (texts) => texts.map(signed),
  demo: (sizes) => sized(sizes, {}),
  limits: () => calculator.LIMITS,

  sliding: (states) =>
    states.map((s) => {
      const at = conv.place(s);
      const sum = at && conv.calculation(s, at.row, at.col, at.k);
      return {
        y: conv.forward(s),
        readers: conv.readers(s),
        facts: conv.facts(s),
        sums: sum?.sums,
        messages: [slidingMessages.unreadMessage(s), at ? slidingMessages.sumMessage(at, sum) : null],
        fine: slidingMessages.fitReport(s).fine,
        describe: slidingMessages.describe(s),
      };
    }),

  image: (states) =>
    states.map((s) => ({
      map: [...image.filtered(s)],
      facts: image.facts(s),
      products: image.look(s).products,
      shade: image.shade(image.look(s).value),
      describe: imageMessages.describe(s),
    })),

  im2col: (states) =>
    states.map((s) => {
      const entries = im2col.stretch(s);
      const wRow = im2col.flatten(s);
      const y = im2col.multiply(wRow, entries, s.b);
      const value = (cell) => (cell ? s.x[cell[0]][cell[1]][cell[2]] : 0);
      return {
        xCol: entries.map((line) => line.map((one) => one.value)),
        copied: entries.map((line) => line.map((one) => value(one.from))),
        padding: entries.flat().filter((one) => !one.from).length,
        wRow,
        y,
        copies: im2col.copies(s),
        facts: im2col.facts(s),
        at: im2col.windowAt(s),
        describe: im2colMessages.describe(s),
      };
    }),

  backprop: (states) =>
    states.map((s) => ({
      ...backprop.backward(s),
      spread: backprop.spread(s).map((line) => line.map(({ value }) => value)),
      real: backprop.spread(s).map((line) => line.map(({ at }) => at !== null)),
      facts: backprop.facts(s),
      weights: s.w.map((line, u) => line.map((_, v) => backpropMessages.weightMessage(s, u, v))),
      describe: backpropMessages.describe(s),
    })),

  pooling: (states) =>
    states.map((s) => {
      const { y, dx, windows } = pooling.pool(s);
      const { row, col } = pooling.place(s);
      return {
        y,
        dx,
        switches: windows.map((line) => line.map((window) => window.switched)),
        parts: pooling.shares(s, windows[row][col], pooling.gradient(s)[row][col]),
        facts: pooling.facts(s),
        messages: [
          poolingMessages.fitMessage(s),
          ...poolingMessages.forwardMessages(s),
          ...poolingMessages.backwardMessages(s),
        ],
        describe: poolingMessages.describe(s),
      };
    }),

  shift: (states) =>
    states.map((s) => {
      const { curves, mapAt } = poolingShift.study(s);
      return {
        map: [...mapAt(s.shift, s.pool).values],
        curves,
        facts: poolingShift.facts(s),
        describe: shiftMessages.describe(s),
      };
    }),

  histograms: (states) =>
    states.map((s) => {
      const rows = histograms.study(s);
      return {
        facts: histograms.facts(s),
        found: histograms.foundAfter({ ...s, found: [] }),
        describe: histogramMessages.describe(s),
        layers: rows.map((row) => row.layers),
        notes: rows.map((row) =>
          row.layers.map((layer) => [histogramMessages.figure(layer), histogramMessages.note(row, layer)]),
        ),
      };
    }),

  slidNet: (states) =>
    states.map((s) => {
      const { before, scores } = slidNet.scanOf(s);
      const found = slidNet.compare(s);
      const cells = slidNet.slidingOf(s).cells;
      return {
        image: [...slidNet.imageOf(s)],
        before: [...before.data],
        scores: [...scores.data],
        seen: slidNet.seenAt(scores, s.labels),
        differences: [...found.differences],
        untouched: found.untouched,
        macs: Object.values(slidNet.macsOf(s)),
        facts: slidNet.facts(s),
        cells: found.untouched.map((_, n) => slidNetMessages.cellMessage(s, Math.floor(n / cells), n % cells, found)),
        verdict: slidNetMessages.verdict(s),
        describe: slidNetMessages.describe(s),
      };
    }),

  nets: (states) =>
    states.map((s) => ({
      facts: nets.facts(s),
      describe: netsMessages.describe(s),
      charts: [nets.chart(s, 744, 396), nets.chart(s, 358, 340)],
    })),

  blocks: (states) =>
    states.map((s) => ({
      facts: blocks.facts(s),
      describe: blocksMessages.describe(s),
      names: s.net.blocks.map((block, n) => blocksMessages.blockName(n + 1, block)),
      toggled: blocks.toggled(s.without, 5),
    })),

  valley: (states) =>
    states.map((s) => ({
      facts: valley.facts(s),
      describe: valleyMessages.describe(s),
      places: Object.fromEntries(valley.NAMES.map((name) => [name, valley.walk(name, s).places])),
    })),

  field: (states) =>
    states.map((s) => {
      const all = field.study(s);
      return {
        ...all,
        counts: field.counts(all),
        read: field.pixelsRead(all.layers),
        means: [...field.averages(all.layers, s.pixels).at(-1)],
        facts: field.facts(s),
        written: field.writeStack(all.layers),
        describe: fieldMessages.describe(s),
      };
    }),

  stacks: (texts) =>
    call({ read: (text) => field.writeStack(field.readStack(text)) })(texts.map((text) => ["read", [text]])),

  volumes: (states) =>
    states.map((s) => {
      const all = volumes.run(s);
      const at = volumes.neuron(s, all);
      const sum = (values) => values.reduce((a, b) => a + b, 0);
      const parts = {
        CONV: () => sum(volumes.terms(s, all, at).map((one) => one.sum)) + all[at.volume].b[at.slice],
        FC: () => sum(volumes.evidence(all, at)) + all[at.volume].b[at.slice],
      }[all[at.volume].name.split(" ")[0]];
      return {
        volumes: all.map(({ name, data }) => [name, Array.from(data)]),
        facts: volumes.facts(s, all),
        seen: volumes.seen(s, at),
        describe: volumesMessages.describe(s, all),
        parts: parts ? parts() : volumes.valueAt(all[at.volume], at),
      };
    }),

  calculator: (states) =>
    states.map((s) => ({
      facts: calculator.facts(s),
      near: calculator.advice(s).map(({ letter, value }) => [letter, value]),
      good: calculator.answers(s).good.map((setting) => setting.slice(0, 3)),
      describe: calculatorMessages.describe(s),
      leftOut: Object.fromEntries(calculator.answers(s).leftOut.map(({ name, message }) => [name, message])),
    })),
};

let text = "";
for await (const part of process.stdin) text += part;
const given = JSON.parse(text);
const said = Object.fromEntries(Object.entries(given).map(([key, cases]) => [key, answers[key](cases)]));
process.stdout.write(JSON.stringify(said));
