// made by tools/bundle.py from widgets/js/: dom.js, choice.js, sizing.js, formula.js, knobs.js, numerals.js, sizing_search.js, volume.js, row_picture.js, reverse.js, view.js, sizing_calculator.js
function h(tag, props = {}, ...children) {
const node = document.createElement(tag);
for (const [name, value] of Object.entries(props)) {
if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
}
node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
return node;
}
function say(node, text) {
if (node.textContent !== text) node.textContent = text;
}
let made = 0;
const instance = Math.random().toString(36).slice(2, 8);
const unique = (name) => `cs-${name}-${instance}-${++made}`;
function make_choice(title, options, change) {
const name = unique("choice");
const fields = options.map(([value]) => h("input", { type: "radio", name, value, onchange: () => change(value) }));
const node = h("div", { class: "cs-choice", role: "radiogroup", "aria-label": title },
options.map(([, text], n) => h("label", {}, fields[n], h("span", {}, text))));
return { node, show: (value) => fields.forEach((field) => { field.checked = field.value === value; }) };
}
function floorDiv(a, b) {
return Math.floor(divide(a, b));
}
function floorMod(a, b) {
if (b === 0) throw new RangeError("division by zero");
return a - b * Math.floor(a / b);
}
function divide(a, b) {
if (b === 0) throw new RangeError("division by zero");
return a / b;
}
function window_weights(F, D) {
return F * F * D;
}
function extent(F, dilation = 1) {
return (F - 1) * dilation + 1;
}
function travel(W, F, P = 0, dilation = 1) {
return W - extent(F, dilation) + 2 * P;
}
function formula(W, F, S = 1, P = 0, dilation = 1) {
return divide(travel(W, F, P, dilation), S) + 1;
}
function leftover(W, F, S = 1, P = 0, dilation = 1) {
return floorMod(travel(W, F, P, dilation), S);
}
function fits(W, F, S = 1, P = 0, dilation = 1) {
return (travel(W, F, P, dilation) >= 0) && (leftover(W, F, S, P, dilation) === 0);
}
function in_words(W, F, S, padding, dilation = 1) {
let cells;
const span = extent(F, dilation);
const note = `; with dilation ${dilation} a filter of ${F} spans ${span}`;
const dilated = (dilation > 1) ? note : "";
const room = W - span + padding;
if (room < 0) {
cells = `${W + padding} cells (${W} and ${padding} of padding)${dilated}`;
return `A window of ${span} does not fit into ${cells}. Make it smaller, or pad.`;
}
const travel_in_words = `(${W} - ${span} + ${padding})`;
const count = floorDiv(room, S) + 1;
if (floorMod(room, S) === 0) {
return `${travel_in_words}/${S} + 1 = ${count}: the windows fit.`;
}
const fitting = (count === 1) ? "1 window fits" : `${count} windows fit`;
return `${travel_in_words} = ${room} is not divisible by ${S}: ${fitting}, and ${floorMod(room, S)} of the ${W + padding} cells would be left over${dilated}.`;
}
function explain(W, F, S = 1, P = 0, dilation = 1) {
return in_words(W, F, S, 2 * P, dilation);
}
function windows(W, F, S, before, after, dilation = 1, fit = "crop") {
let count;
check_sizes(W, F, S, before, after, dilation, fit);
const room = W - extent(F, dilation) + before + after;
count = floorDiv(room, S) + 1;
if ((fit === "pad") && (floorMod(room, S) > 0) && (count * S < W + before)) {
count = count + 1;
}
if ((count < 1) || ((fit === "raise") && (floorMod(room, S) > 0))) {
throw new Error(in_words(W, F, S, before + after, dilation));
}
return count;
}
function check_sizes(W, F, S, before, after, dilation, fit) {
let given;
if ((W < 1) || (F < 1) || (S < 1) || (dilation < 1)) {
given = `W=${W}, F=${F}, S=${S}, dilation=${dilation}`;
throw new Error(`Sizes, stride and dilation start at 1; got ${given}.`);
}
if ((before < 0) || (after < 0)) {
throw new Error(`Padding starts at 0; got ${before} before and ${after} after.`);
}
if ((fit !== "crop") && (fit !== "raise") && (fit !== "pad")) {
throw new Error(`fit must be 'crop', 'raise' or 'pad'; got '${fit}'.`);
}
}
function out_size(W, F, S = 1, P = 0, dilation = 1, fit = "crop") {
return windows(W, F, S, P, P, dilation, fit);
}
function neurons(shape) {
const [C, H, W] = shape;
return C * H * W;
}
function unshared_parameters(out_shape, F, D) {
return neurons(out_shape) * (window_weights(F, D) + 1);
}
function conv_weights(K, F, D) {
return K * window_weights(F, D);
}
function conv_macs(out_shape, F, D) {
return neurons(out_shape) * window_weights(F, D);
}
function size_terms(side, { F, S, P, dilation }) {
return { side, F, span: extent(F, dilation), S, P, value: formula(side, F, S, P, dilation), fits: fits(side, F, S, P, dilation) };
}
const quotient = (value) => String(Number(value.toFixed(2))).replace("-", "−");
const term = (value, letter, colour) =>
h("span", { class: `cs-term cs-ink-${colour}` }, h("b", {}, String(value)), h("small", {}, letter));
function line(name, { side, F, span, S, P, value, fits }, letter) {
const reach = span === F ? "F" : `(F−1)·${(span - 1) / (F - 1)}+1`;
const spoken = `${name}: open bracket ${side} minus ${span} plus 2 times ${P}, close bracket, over ${S}, plus 1, is ${quotient(value)}`;
return h("span", { class: `cs-formula-line${fits ? "" : " cs-misfit"}`, role: "img", "aria-label": spoken },
h("span", { class: "cs-formula-name" }, name), "(", term(side, letter, "x"), "−", term(span, reach, "w"), "+ 2·", term(P, "P", "s"),
")/", term(S, "S", "s"), "+ 1 =", h("b", { class: "cs-formula-value" }, quotient(value)), fits ? null : h("span", { class: "cs-mark" }, "!"));
}
function formula_lines(s) {
const across = line(s.W === s.H ? "Output size" : "Across", size_terms(s.W, s), "W");
return s.W === s.H ? [across] : [across, line("Down", size_terms(s.H, s), "H")];
}
function knob([letter, name, least, most, colour], change) {
const id = unique("knob");
const field = h("input", { id, type: "number", inputmode: "numeric", min: least, max: most, step: 1, class: "cs-knob-field" });
const step = (by) => () => set(Number(field.value) + by);
const set = (value) => {
const whole = Math.min(Math.max(Math.round(value) || 0, least), most);
field.value = whole;
change(letter, whole);
};
field.addEventListener("change", () => set(Number(field.value)));
field.addEventListener("input", () => {
const value = Number(field.value);
if (field.value !== "" && Number.isInteger(value) && value >= least && value <= most) change(letter, value);
});
const button = (text, by, label) =>
h("button", { type: "button", class: "cs-knob-button", tabindex: "-1", "aria-label": `${name}: ${label}`, onclick: step(by) }, text);
const less = button("−", -1, "one less"), more = button("+", 1, "one more");
const label = h("label", { for: id, onpointerdown: (down) => drag(down) });
const drag = ({ pointerId, clientX }) => { // the name can be dragged sideways, too: 6 pixels a step
const start = Number(field.value), stop = new AbortController(), { signal } = stop;
label.setPointerCapture(pointerId);
label.addEventListener("pointermove", (event) => {
const value = start + Math.round((event.clientX - clientX) / 6);
if (value !== Number(field.value)) set(value);
}, { signal });
for (const end of ["pointerup", "pointercancel"]) label.addEventListener(end, () => stop.abort(), { signal });
};
label.append(...(letter.length === 1 ? [h("i", {}, letter), ` ${name}`] : [name]));
const node = h("div", { class: `cs-knob cs-knob-${colour}` },
label, h("div", { class: "cs-knob-box" }, less, field, more));
const show = (value) => {
if (document.activeElement !== field || Number(field.value) !== value) field.value = value;
less.disabled = value <= least;
more.disabled = value >= most;
};
return { letter, node, show };
}
function number(value) {
const short = Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : String(Number(value.toPrecision(3)));
return short.replace("e+", "e").replaceAll("-", "−");
}
function short(value) {
if (Number.isInteger(value) && Math.abs(value) < 1000) return number(value);
const size = Math.abs(value), text = size >= 9.95 ? size.toPrecision(size >= 999.5 ? 1 : String(Math.round(size)).length) : size.toFixed(size >= 0.995 ? 1 : 2);
if (Number(text) === 0) return "0";
return (value < 0 ? "−" : "") + text.replace("e+", "e").replace(/^0\./, ".");
}
const bracketed = (value) => (value < 0 ? `(${number(value)})` : number(value));
const product = (a, b) => `${bracketed(a)} × ${bracketed(b)} = ${number(a * b + 0)}`;
const plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
function grouped(value) {
if (value < 1e15) return value.toLocaleString("en-US");
const [digits, power] = value.toExponential(2).split("e+");
return `${digits} × 10${[...power].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]).join("")}`;
}
const signed = (text) => text.replace(/-(?=\s?\d)/g, "−").replaceAll("'", "’");
function conv_parameters(K, F, D) {
return conv_weights(K, F, D) + K;
}
function output_bytes(out_shape, each = 4) {
return neurons(out_shape) * each;
}
function reads_all(settings) {
const [, , F, S, P, dilation] = settings;
return (extent(F, dilation) >= S) && (extent(F, dilation) > P);
}
function fit_side(settings, side) {
const [W, H, F, S, P, dilation] = settings;
const across = (side === 1) || fits(W, F, S, P, dilation);
const down = (side === 0) || fits(H, F, S, P, dilation);
return across && down;
}
function nearest_fit(settings, place, step) {
const [W, H, F, S, P, dilation] = settings;
const now = [W, H, F, S, P, dilation];
const wise = reads_all(settings);
const side = ((place < 2) && (W !== H)) ? place : (-1);
for (let _ = 0, __end = Math.max(W, H, S, extent(F, dilation)); _ < __end; _++) {
now[place] = now[place] + step;
if ((place === 0) && (W === H)) {
now[1] = now[0];
}
if ((now[place] < 0) || ((now[place] < 1) && (place !== 4)) || (wise && (!reads_all(now)))) {
return null;
}
if (fit_side(now, side)) {
return now;
}
}
return null;
}
function neighbours(W, H, F, S = 1, P = 0, dilation = 1) {
let alone, near;
const [found, settings] = [[], [W, H, F, S, P, dilation]];
const letters = ["W", "H", "F", "S", "P", "dilation"];
if (fit_side(settings, -1)) {
return found;
}
for (let place = 0, place_end = 6; place < place_end; place++) {
alone = ((place === 1) && (W === H)) || ((place < 2) && fit_side(settings, place)) || ((place === 5) && (dilation === 1));
for (const step of [-1, 1]) {
near = alone ? null : nearest_fit(settings, place, step);
if (near !== null) {
found.push([letters[place], near[place], near]);
}
}
}
return found;
}
function why_no_padding(W, F, S, P = 0, dilation = 1) {
const room = W - extent(F, dilation);
if ((floorMod(S, 2) === 1) || (floorMod(room, 2) === 0) || fits(W, F, S, P, dilation)) {
return "";
}
return `No padding helps: it adds 2P, an even number, but ${W} - ${extent(F, dilation)} is odd and S=${S} is even.`;
}
function settings_between(W, out, dilation = 1, strides = 16, large = 15) {
let P, missing, over;
const found = [];
for (let F = 1, F_end = W + 1; F < F_end; F++) {
for (let S = 1, S_end = (out === 1) ? 2 : (strides + 1); S < S_end; S++) {
missing = (out - 1) * S + extent(F, dilation) - W;
P = Math.max(0, floorDiv(missing + 1, 2));
over = 2 * P - missing;
if ((over < S) && (extent(F, dilation) <= W)) {
found.push([F, S, P, over, objection(W, F, S, P, over, dilation, large)]);
}
}
}
return found;
}
function objection(W, F, S, P, over, dilation = 1, large = 15) {
const span = extent(F, dilation);
if ((span === W) && (P === 0)) {
return "";
}
if (span <= P) {
return "zeros";
}
if (span < S) {
return "skips";
}
if (span < 2 * P) {
return "half";
}
if (over > 0) {
return "over";
}
if (floorMod(F, 2) === 0) {
return "even";
}
return (large < F) ? "large" : "";
}
function objection_in_words(name, F, S, P, over, dilation = 1) {
const span = extent(F, dilation);
if (name === "zeros") {
return `With P=${P} the first window of ${span} would lie wholly in the padding and read only zeros.`;
}
if (name === "skips") {
return `S=${S} is larger than the window of ${span}: cells between windows would never be read.`;
}
if (name === "half") {
return `With P=${P} more than half of the first window of ${span} would lie in the padding.`;
}
if (name === "over") {
return `With F=${F}, S=${S}, P=${P} the windows don't fit: ${over} cell${(over === 1) ? "" : "s"} left over.`;
}
if (name === "even") {
return `F=${F} is even: such a filter has no middle cell, so no neuron stands over a cell.`;
}
if (name === "large") {
return `F=${F} is large: ${F * F} weights for each depth slice of the input.`;
}
return "";
}
function examples(found, name, most = 4) {
let F, its;
const picked = [];
for (const odd of [true, false]) {
for (const setting of found) {
[F, , , , its] = setting;
if ((its === name) && (((floorMod(F, 2) === 1) && (F > 1)) === odd) && (picked.length < most)) {
picked.push(setting);
}
}
}
return picked;
}
const OBJECTIONS = ["over", "even", "large", "half", "skips", "zeros"];
function windows_along(side, s) {
try {
return out_size(side, s.F, s.S, s.P, s.dilation, s.fit);
} catch {
return 0;
}
}
function sizes(s) {
const H = s.H ?? s.W, W2 = windows_along(s.W, s), H2 = windows_along(H, s), some = W2 && H2;
return { ...s, H, W2: some ? W2 : 0, H2: some ? H2 : 0 };
}
function counts(s) {
const { W2, H2, K, F, D } = sizes(s), out = [K, H2, W2];
return {
weights: conv_weights(K, F, D), biases: K, parameters: conv_parameters(K, F, D), neurons: neurons(out),
unshared: unshared_parameters(out, F, D), macs: conv_macs(out, F, D), bytes: output_bytes(out),
};
}
const fit_along = (side, s) => fits(side, s.F, s.S, s.P, s.dilation);
function facts(s) {
const all = sizes(s);
return { ...all, fits: fit_along(all.W, s) && fit_along(all.H, s), same: all.W2 === all.W && all.H2 === all.H, ...counts(s) };
}
function fit_sentence(s) {
const { W, H, W2, H2, K } = sizes(s);
const sides = W === H ? [["", W]] : [["Across: ", W], ["Down: ", H]];
const told = sides.filter(([, side]) => !fit_along(side, s)).map(([name, side]) => name + signed(explain(side, s.F, s.S, s.P, s.dilation)));
const wide = s.dilation > 1 && s.F > 1 ? ` A filter of ${s.F} dilated by ${s.dilation} reaches over ${extent(s.F, s.dilation)} cells.` : "";
const missed = row(W, s).unread.includes(true) || row(H, s).unread.includes(true);
const all = missed ? "but there are cells that no window reads" : "and every cell is read";
const many = W === H ? plural(W2, "window") : `${plural(W2, "window")} across and ${H2} down`;
if (!told.length) return { fine: true, text: `It fits: ${many}, ${all}.${wide}` };
const up = [W, H].some((side) => row(side, s).added);
const done = !W2 ? "There is no output." : `${up ? "Rounded up" : "Cropped"}, the output is ${W2} × ${H2} × ${K}.`;
return { fine: false, text: `${told.join(" ")} ${done}${wide}` };
}
function advice(s, limits) {
const { W, H } = sizes(s);
return neighbours(W, H, s.F, s.S, s.P, s.dilation).map(([letter, value, near]) => {
const [w, h, F, S, P, dilation] = near;
return { letter, value, ...sizes({ ...s, W: w, H: h, F, S, P, dilation }), change: { [letter]: value } };
}).filter(({ letter, value }) => value <= limits[letter]);
}
function no_padding(s) {
const { W, H } = sizes(s);
return signed([...new Set([W, H])].map((side) => why_no_padding(side, s.F, s.S, s.P, s.dilation)).find(Boolean) ?? "");
}
function answers({ W, target, dilation }) {
const found = settings_between(W, target, dilation);
const left_out = OBJECTIONS.map((name) => ({ name, count: found.filter((setting) => setting[4] === name).length, shown: examples(found, name) }));
const told = left_out.filter(({ count }) => count).map((group) => {
const [F, S, P, over, name] = group.shown[0];
return { ...group, words: objection_in_words(name, F, S, P, over, dilation) };
});
return { good: found.filter((setting) => !setting[4]), left_out: told };
}
function row(side, s) {
const { F, S, P, dilation } = s, span = extent(F, dilation), length = side + 2 * P;
const refused = s.fit === "raise" && !fit_along(side, s); // drawn as if cropped, without neurons
const count = windows_along(side, refused ? { ...s, fit: "crop" } : s), reach = count ? (count - 1) * S + span : 0;
const added = Math.max(reach - length, 0); // zeros that rounding up adds at the far end
const next = fit_along(side, s) || added ? null : count * S; // where the window would start that does not fit
const total = Math.max(length, reach, next === null ? 0 : next + span);
return { side, F, S, P, dilation, span, length, count, added, refused, next, total, unread: count ? unread(length, count, s) : [] };
}
function unread(length, count, { F, S, dilation }) {
const missed = Array(length).fill(true);
for (let n = 0; n < count; n++) for (let u = 0; u < F && n * S + u * dilation < length; u++) missed[n * S + u * dilation] = false;
return missed;
}
function window_in_words(r, n) {
const first = n * r.S - r.P, last = first + r.span - 1, cell = (i) => (i < 0 || i >= r.side ? `${signed(String(i))} (padding)` : String(i));
const range = first === last ? `cell ${cell(first)}` : `cells ${cell(first)} to ${cell(last)}`;
const apart = r.dilation > 1 && r.F > 1 ? `, ${r.F} of them, ${r.dilation} apart` : "";
return `${r.refused ? "Window" : "Neuron"} ${n} of ${r.count} reads ${range}${apart}.`;
}
const LANES = 6, LARGEST = 34;
const NEURON = 2, LANE = 26, ROW = 84, TALL = 22, HEIGHT = 126; // tops of the neurons, the windows and the row
const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity };
const box = (x, y, w, t, kind) => `<rect x="${x.toFixed(2)}" y="${y}" width="${Math.max(w, 0.6).toFixed(2)}" height="${t}" class="${kind}"/>`;
function lanes(r, at) {
const need = Math.min(Math.max(Math.ceil(r.span / r.S), 1), LANES + 1), last = r.count - 1;
if (need <= LANES || r.count <= LANES) {
const rows = Math.min(need, Math.max(r.count + (r.next === null ? 0 : 1), 1), LANES);
return { rows, shown: Array.from({ length: r.count }, (_, n) => [n, n % rows]), next: r.count % rows };
}
const shown = [[0, 0], [1, 1], [2, 2], ...(at > 2 && at < last ? [[at, 3]] : []), [last, r.next === null ? 5 : 4]];
return { rows: LANES, shown, next: 5 };
}
function runs(values) {
const found = [];
for (const [n, value] of values.entries()) {
if (found.length && found.at(-1)[2] === value) found.at(-1)[1]++;
else found.push([n, 1, value]);
}
return found;
}
class RowPicture {
constructor(name) {
Object.assign(this, { name, at: 0, hatch: unique("hatch") });
this.art = h("div", { class: "cs-art", role: "slider", tabindex: "0", "aria-valuemin": "0" });
this.note = h("p", { class: "cs-note" });
this.legend = h("div", { class: "cs-legend" });
this.node = h("div", { class: "cs-rowpic" }, this.art, this.legend, this.note);
const point = (event) => {
const x = (event.clientX - this.art.getBoundingClientRect().left - 1) / this.cell;
this.move(Math.round((x - this.r.span / 2) / this.r.S));
};
this.art.addEventListener("pointermove", point);
this.art.addEventListener("pointerdown", point);
this.art.addEventListener("keydown", (event) => {
if (!(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
event.preventDefault();
this.move(this.at + steps[event.key]);
});
}
show(side, s, name) {
this.r = row(side, s);
this.art.setAttribute("aria-label", `${name} of the padded input, its windows and their neurons. Arrows choose a neuron.`);
this.at = Math.min(this.at, Math.max(this.r.count - 1, 0));
this.fit();
this.explain();
}
move(n) {
const at = Math.min(Math.max(n, 0), Math.max(this.r.count - 1, 0));
if (at === this.at) return;
this.at = at;
this.draw();
}
fit() {
const width = this.node.clientWidth || 680;
this.cell = Math.min((width - 2) / this.r.total, LARGEST);
this.width = width;
this.draw();
}
x(n) {
return 1 + n * this.cell;
}
draw() {
const { r, cell } = this, parts = [];
parts.push(`<defs><pattern id="${this.hatch}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" class="cs-hatch"/></pattern></defs>`);
parts.push(this.cells());
const { rows, shown, next } = lanes(r, this.at), pitch = Math.min(52 / rows, 15), thick = Math.min(pitch - 2, 11);
const top = (lane) => ROW - 6 - (rows - lane) * pitch, inset = Math.min(cell * 0.12, 1.5);
const bar = (start, lane, kind) => box(this.x(start) + inset, top(lane), r.span * cell - 2 * inset, thick, kind);
for (const [n, lane] of shown) if (n !== this.at) parts.push(bar(n * r.S, lane, "cs-bar"));
if (r.next !== null) parts.push(bar(r.next, next, "cs-bar cs-ghost"));
const gap = Math.min(r.S * cell, 26), wide = Math.max(gap - Math.min(gap * 0.2, 3), 0.8);
if (gap < 2.5 && !r.refused && r.count) parts.push(box(this.middle(0), NEURON, (r.count - 1) * gap, 16, "cs-neuron"));
for (let n = 0; n < r.count && gap >= 2.5 && !r.refused; n++) if (n !== this.at) parts.push(box(this.middle(n) - wide / 2, NEURON, wide, 16, "cs-neuron"));
if (r.count) parts.push(this.active(shown, top, thick, inset, Math.max(wide, 3)));
if (shown.length < r.count) parts.push(`<text x="${this.width - 2}" y="${LANE + 10}" text-anchor="end">${r.count - shown.length} windows not drawn</text>`);
parts.push(this.zeros(), this.measures());
this.art.innerHTML = `<svg viewBox="0 0 ${this.width} ${HEIGHT}" width="${this.width}" height="${HEIGHT}" aria-hidden="true">${parts.join("")}</svg>`;
this.say();
}
middle(n) {
return this.x(n * this.r.S + this.r.span / 2);
}
active(shown, top, thick, inset, wide) {
const { r, cell, at } = this, lane = shown.find(([n]) => n === at)[1], start = at * r.S, y = top(lane);
const left = this.x(start) + inset, right = this.x(start + r.span) - inset, middle = this.middle(at);
const taps = Array.from({ length: r.dilation === 1 ? 1 : r.F }, (_, u) => [start + u * r.dilation, r.dilation === 1 ? r.F : 1]);
const read = taps.map(([first, n]) => box(this.x(first), ROW, n * cell, TALL, "cs-read")).join("");
return `${read}<path class="cs-lead" d="M${middle} ${NEURON + 16}L${left} ${y}M${middle} ${NEURON + 16}L${right} ${y}M${left} ${y + thick}V${ROW}M${right} ${y + thick}V${ROW}"/>`
+ box(left, y, right - left, thick, "cs-bar cs-on") + (r.refused ? "" : box(middle - wide / 2, NEURON, wide, 16, "cs-neuron cs-on"));
}
kinds() {
const { length, added, P } = this.r;
return Array.from({ length: length + added }, (_, n) => (n >= length ? "cs-extra" : n < P || n >= length - P ? "cs-pad" : "cs-in"));
}
zeros() {
if (this.cell < 13) return "";
return this.kinds().map((kind, n) => (kind === "cs-in" ? "" : `<text x="${this.x(n + 0.5)}" y="${ROW + 15.5}" text-anchor="middle">0</text>`)).join("");
}
cells() {
const { r, cell } = this, fine = cell < 5, parts = [];
for (const [first, count, name] of runs(this.kinds())) {
if (fine) parts.push(box(this.x(first), ROW, count * cell, TALL, name));
else for (let n = first; n < first + count; n++) parts.push(box(this.x(n) + 0.5, ROW, cell - 1, TALL, name));
}
for (const [first, count, missed] of runs(r.unread)) {
if (missed) parts.push(`<rect x="${this.x(first)}" y="${ROW - 3}" width="${Math.max(count * cell, 2)}" height="${TALL + 6}" fill="url(#${this.hatch})" class="cs-missed"/>`);
}
return parts.join("");
}
measures() {
const { r, cell } = this, y = ROW + TALL + 9, left = this.x(r.P), right = this.x(r.P + r.side), middle = (left + right) / 2;
const label = `${this.name} = ${r.side}`, half = label.length * 4 + 4, parts = [];
parts.push(`<path class="cs-rule" d="M${left} ${y}H${middle - half}M${middle + half} ${y}H${right}M${left} ${y - 4}v8M${right} ${y - 4}v8"/>`);
parts.push(`<text x="${middle}" y="${y + 4.5}" text-anchor="middle" class="cs-measure">${label}</text>`);
if (r.P && r.P * cell > 34) parts.push(`<text x="${this.x(r.P / 2)}" y="${y + 4.5}" text-anchor="middle">P = ${r.P}</text>`);
return parts.join("");
}
explain() {
const { r } = this, missed = r.unread.filter(Boolean).length;
const entry = (kind, text) => h("span", {}, h("i", { class: kind, "aria-hidden": "true" }), text);
const common = () => [entry("cs-bar", `window of ${r.span}, step ${r.S}`), entry("cs-in", plural(r.side, "input cell")), ...(r.P ? [entry("cs-pad", `padding, ${r.P} a side`)] : [])];
this.legend.replaceChildren(entry("cs-neuron", r.refused ? "no neurons: refused" : plural(r.count, "neuron")), ...(this.name === "W" ? common() : []),
...(r.added ? [entry("cs-extra", `${plural(r.added, "zero")} added to round up`)] : []),
...(missed && r.count ? [entry("cs-missed", `${plural(missed, "cell")} read by no window`)] : []),
...(r.next === null ? [] : [entry("cs-ghost", r.length < r.span ? "window too large" : "next window, which does not fit")]));
}
say() {
const { r } = this, words = r.count ? window_in_words(r, this.at) : "No neuron: there is no output.";
say(this.note, words);
for (const [name, value] of [["now", this.at], ["max", Math.max(r.count - 1, 0)], ["text", words]]) this.art.setAttribute(`aria-value${name}`, String(value));
}
}
const TITLES = { over: "Cells left over", even: "Even filters", large: "Large filters", half: "More than half padding", skips: "Skipped cells", zeros: "Only zeros" };
const FEW = 8; // answers in sight at once
class Reverse {
constructor(on, most) {
this.on = on;
this.field = knob(["target", "output size", 1, most, "y"], (_, value) => on.target(value));
this.question = h("p", { class: "cs-question" });
this.body = h("div", { class: "cs-answers" });
this.node = h("div", { class: "cs-reverse", role: "group", "aria-label": "Which F, S, P?" }, h("div", { class: "cs-ask" }, this.question, this.field.node), this.body);
}
show(s) {
this.field.show(s.target);
const key = [s.W, s.target, s.dilation, s.D].join();
if (key !== this.key) this.build(s);
this.key = key;
for (const { field, setting: [F, S, P] } of this.choices) field.checked = F === s.F && S === s.S && P === s.P;
}
choice(setting, name) {
const [F, S, P] = setting;
const field = h("input", { type: "radio", name, "aria-label": `F ${F}, S ${S}, P ${P}`, onchange: () => this.on.take({ F, S, P }) });
this.choices.push({ field, setting });
return field;
}
build(s) {
const { good, left_out } = answers(s), name = unique("answer");
this.choices = [];
this.question.replaceChildren("From ", h("b", { class: "cs-ink-x" }, String(s.W)), " to ", h("b", { class: "cs-ink-y" }, String(s.target)), ": which ", h("i", {}, "F, S, P"), "?");
this.body.replaceChildren(
h("p", { class: "cs-found" }, this.summary(s, good)),
...(good.length ? [this.table(s, good, name)] : []),
...(left_out.length ? [h("p", { class: "cs-leftout-title" }, "Left out, and why"), h("ul", { class: "cs-leftout" }, left_out.map((group) => this.group(group, name)))] : []));
}
summary(s, good) {
if (!good.length) return `No setting makes ${s.target} of ${s.W} without a catch.`;
return good.length === 1 ? "One setting answers it." : `${plural(good.length, "setting")} answer it. Choose one.`;
}
table(s, good, name) {
const head = ["", "F", "S", "P", "the formula", "weights of a filter"].map((text) => h("th", { scope: "col" }, text || h("span", { class: "cs-live" }, "use")));
const rows = good.map((setting) => {
const [F, S, P] = setting, field = this.choice(setting, name);
const pick = (event) => {
if (event.target === field) return;
field.focus(); // so that arrows go on from here
field.click();
};
const sum = [h("span", {}, `(${s.W} − ${extent(F, s.dilation)} + ${2 * P})/${S} + 1`), ` = ${s.target}`];
return h("tr", { onclick: pick }, h("td", {}, field), [F, S, P].map((n) => h("td", {}, String(n))), h("td", { class: "cs-sumline" }, sum), h("td", {}, grouped(window_weights(F, s.D))));
});
return h("div", { class: `cs-table${good.length > FEW ? " cs-long" : ""}`, ...(good.length > FEW ? { tabindex: "0", role: "region", "aria-label": "Answers" } : {}) },
h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows)));
}
group({ name, count, shown, words }, radio) {
const chips = shown.map((setting) => {
const [F, S, P] = setting;
return h("label", { class: "cs-chip" }, this.choice(setting, radio), h("span", {}, `${F}/${S}/${P}`));
});
return h("li", {}, h("p", {}, h("b", {}, TITLES[name]), ` (${plural(count, "setting")}). ${signed(words)}`), h("div", { class: "cs-chips" }, h("small", {}, "F/S/P"), chips));
}
}
class WidgetView {
constructor(model, el, names) {
Object.assign(this, { model, el, names, queued: false });
this.caption = h("p", { class: "cs-caption" });
this.task = h("p", { class: "cs-task" });
this.live = h("p", { class: "cs-live", role: "status" });
this.listener = () => this.queue();
}
open(kind, label, ...parts) {
this.root = h("div", { class: `cs-widget cs-${kind}`, role: "group", "aria-label": label, "data-lm-suppress-shortcuts": "true" },
this.caption, this.task, parts, this.live);
this.root.addEventListener("focusin", (event) => event.target.setAttribute("data-lm-suppress-shortcuts", "true"));
this.root.addEventListener("keydown", (event) => event.stopPropagation());
this.el.append(this.root);
for (const name of this.heard()) this.model.on(`change:${name}`, this.listener);
}
heard() {
return [...this.names, "caption", "task", "goal"];
}
read() {
return Object.fromEntries(this.names.map((name) => [name, this.model.get(name)]));
}
change(values) {
const news = Object.entries(values).filter(([name, value]) => this.model.get(name) !== value);
if (!news.length) return;
for (const [name, value] of news) this.model.set(name, value);
this.model.save_changes();
this.update();
}
queue() {
if (this.queued) return;
this.queued = true;
queueMicrotask(() => this.queued && this.update()); // several changes that come together are shown together
}
show_task(known) {
const goal = this.model.get("goal") ?? {}, names = Object.keys(goal), task = this.model.get("task");
const met = names.length > 0 && names.every((name) => goal[name] === known[name]);
const news = met && !this.met ? " That meets the task." : "";
this.met = met;
say(this.caption, this.model.get("caption") ?? "");
this.task.hidden = !task;
this.task.classList.toggle("cs-met", met);
this.task.replaceChildren(h("b", {}, met ? "✓ Done" : "Try it"), ` ${task}`);
return news;
}
announce(text) {
clearTimeout(this.later);
this.later = setTimeout(() => say(this.live, text), 400);
}
refuse(text) {
this.warning = text;
this.note();
this.announce(text);
}
follow() {
this.watch = new ResizeObserver(() => this.fit());
this.watch.observe(this.root);
}
fit() {
if (this.root.clientWidth && this.size) this.picture.fit(this.root.clientWidth);
}
width() {
return this.root.clientWidth || 680;
}
destroy() {
clearTimeout(this.later);
this.watch?.disconnect();
for (const name of this.heard()) this.model.off(`change:${name}`, this.listener);
}
}
const widget = (View) => ({
render({ model, el }) {
const view = new View(model, el);
return () => view.destroy();
},
});
const KNOBS = [ // letter, name, least, most, colour of the volume that it belongs to
["W", "width", 1, 1024, "x"], ["H", "height", 1, 1024, "x"], ["D", "depth", 1, 4096, "x"],
["K", "filters", 1, 4096, "w"], ["F", "filter size", 1, 1024, "w"],
["S", "stride", 1, 64, "s"], ["P", "padding", 0, 512, "s"], ["dilation", "dilation", 1, 32, "s"],
];
const LIMITS = Object.fromEntries(KNOBS.map(([letter, , , most]) => [letter, most]));
const NAMES = [...KNOBS.map(([letter]) => letter), "fit", "mode", "target", "presets"];
const FITS = [["crop", "crop"], ["pad", "round up"], ["raise", "refuse"]];
const MODES = [["size", "What size comes out?"], ["reverse", "Which F, S, P?"]];
class View extends WidgetView {
constructor(model, el) {
super(model, el, NAMES);
this.build();
this.update();
this.watch = new ResizeObserver(() => {
for (const picture of this.pictures) if (picture.node.clientWidth && picture.node.clientWidth !== picture.width) picture.fit();
});
this.watch.observe(this.root);
}
build() {
this.knobs = KNOBS.map((row) => knob(row, (letter, value) => this.change({ [letter]: value })));
this.layer = h("select", { class: "cs-select", "aria-label": "Layer", onchange: () => this.use(this.layer.value) });
this.square = h("input", { type: "checkbox", onchange: () => this.change({ H: this.square.checked ? null : this.model.get("W") }) });
this.mode = make_choice("Question", MODES, (mode) => this.change({ mode }));
this.fit = make_choice("What does not fit", FITS, (fit) => this.change({ fit }));
this.reverse = new Reverse({ target: (target) => this.change({ target }), take: (settings) => this.change(settings) }, LIMITS.W);
this.pictures = [new RowPicture("W"), new RowPicture("H")];
Object.assign(this, {
formula: h("div", { class: "cs-formula" }), fit_text: h("p", { class: "cs-fit" }), near: h("div", { class: "cs-near" }),
volume: h("p", { class: "cs-volume" }), tiles: h("dl", { class: "cs-tiles" }),
});
this.open("sizing", "Sizing calculator",
h("div", { class: "cs-top" }, h("label", { class: "cs-layer" }, "Layer", this.layer), this.mode.node),
h("div", { class: "cs-knobs", role: "group", "aria-label": "Settings" }, this.knobs.map((k) => k.node)),
h("div", { class: "cs-options" }, h("label", {}, this.square, "square: H = W"), h("span", { class: "cs-option" }, h("span", {}, "what does not fit"), this.fit.node)),
this.reverse.node, h("div", { class: "cs-size" }, this.formula), this.pictures.map((picture) => picture.node),
this.fit_text, this.near, this.volume, this.tiles);
}
use(name) {
const preset = this.model.get("presets")[name];
if (preset) this.change({ H: null, P: 0, S: 1, dilation: 1, ...preset });
}
press(letter, change) {
this.pressed = letter;
this.change(change);
}
update() {
this.queued = false;
const s = this.read(), all = sizes(s), { fine, text } = fit_sentence(s);
this.knobs.forEach((k) => k.show(all[k.letter]));
this.square.checked = s.H === null;
this.knobs[1].node.classList.toggle("cs-follows", s.H === null);
this.mode.show(s.mode);
this.fit.show(s.fit);
this.show_layers(s);
this.reverse.node.hidden = s.mode !== "reverse";
if (s.mode === "reverse") this.reverse.show(s);
this.formula.replaceChildren(...formula_lines(all));
this.show_rows(s, all);
this.fit_text.className = `cs-fit${fine ? "" : " cs-misfit"}`;
say(this.fit_text, text);
this.show_near(s, fine);
this.show_counts(s, all);
const news = this.show_task(facts(s));
if (this.spoken) this.announce(`${text}${news}`);
this.spoken = true;
}
show_layers(s) {
const names = Object.keys(s.presets), same = (preset) => Object.entries({ H: null, P: 0, S: 1, dilation: 1, ...preset }).every(([name, value]) => s[name] === value);
if (this.listed !== s.presets) this.layer.replaceChildren(...["", ...names].map((name) => h("option", { value: name }, name || "your own")));
this.listed = s.presets;
this.layer.value = names.find((name) => same(s.presets[name])) ?? "";
}
show_rows(s, { W, H }) {
const [across, down] = this.pictures;
down.node.hidden = W === H;
across.show(W, s, "A row");
if (W !== H) down.show(H, s, "A column");
}
show_near(s, fine) {
const held = this.near.contains(document.activeElement), { W, H } = sizes(s);
const buttons = fine ? [] : advice(s, LIMITS).map(({ letter, value, W2, H2, change }) =>
h("button", { type: "button", class: "cs-button", onclick: () => this.press(letter, change) }, h("span", {}, h("i", {}, letter), ` = ${value}`), h("small", {}, `→ ${W === H ? W2 : `${W2} × ${H2}`}`)));
const why = fine ? "" : no_padding(s);
this.near.replaceChildren(...(buttons.length ? [h("span", { class: "cs-near-title" }, "Nearest that fit:"), ...buttons] : []), ...(why ? [h("p", { class: "cs-note" }, why)] : []));
if (held) this.knobs.find((k) => k.letter === this.pressed).node.querySelector("input").focus();
}
show_counts(s, { W, H, D, K, F, W2, H2 }) {
const n = counts(s), some = W2 > 0, each = grouped(window_weights(F, D));
const after = some ? h("b", { class: "cs-ink-y" }, `${W2}×${H2}×${K}`) : h("b", { class: "cs-nothing" }, "no output");
this.volume.replaceChildren(h("b", { class: "cs-ink-x" }, `${W}×${H}×${D}`), " → ", after);
const neurons = grouped(n.neurons);
const rows = [
["weights", n.weights, `${F}·${F}·${D}·${K}`, "w", true], ["biases", n.biases, "one for each filter", "w", true],
["parameters, if not shared", n.unshared, `${neurons}·(${each} + 1)`, "w"], ["neurons", n.neurons, `${W2}·${H2}·${K}`, "y"],
["multiply-adds", n.macs, `${neurons}·${each}`, "y"], ["bytes of output", n.bytes, `${neurons}·4: 4 bytes a number`, "y"],
];
this.tiles.replaceChildren(...rows.map(([name, value, sum, ink, always]) => {
const known = some || always;
return h("div", { class: `cs-tile cs-tile-${ink}` }, h("dt", {}, name), h("dd", {}, h("b", {}, known ? grouped(value) : "–"), h("small", {}, known ? sum : "no output")));
}));
}
}
export default widget(View);
