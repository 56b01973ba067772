// The page's side of its questions: a guess is remembered, the answer stands behind one line until the reader has
// guessed or asks for it, and a later paragraph can quote the guess.
import { guessText } from "../predict/messages.js";
import { h } from "../shared/dom.js";
import { recall, store } from "./kept.js";

export class Questions {
  constructor(root) {
    this.root = root;
  }

  open(places) {
    this.asked = places.filter((place) => place.keep.length);
    for (const place of this.asked) this.follow(place);
    this.root.addEventListener("cs231n-reveal", ({ detail }) => this.reveal(detail.question, detail.go));
  }

  // Puts back what the reader said last time, and remembers what they say from now on.
  follow({ model, keep }) {
    const question = model.get("question");
    const kept = recall(question);
    model.set(Object.fromEntries(keep.filter((name) => name in kept).map((name) => [name, kept[name]])));
    const quote = () => this.quote(question, model.state);
    for (const name of keep) {
      model.on(`change:${name}`, () => {
        store(question, Object.fromEntries(keep.map((one) => [one, model.get(one)])));
        quote();
      });
    }
    quote();
    if (model.get("shown")) this.reveal(question, false);
  }

  reveal(question, go) {
    const folds = this.root.querySelectorAll(`details.answer[data-question="${CSS.escape(question)}"]`);
    for (const fold of folds) fold.open = true;
    if (!go || !folds.length) return;
    for (const fold of folds) this.addWayBack(fold, question);
    const line = folds[0].querySelector("summary");
    line.scrollIntoView({ block: "start" });
    line.focus({ preventScroll: true });
  }

  // The answer may be screens away from its question: whoever was taken there can go back.
  addWayBack(fold, question) {
    if (fold.querySelector(".way-back")) return;
    const place = this.asked.find(({ model }) => model.get("question") === question);
    const button = h(
      "button",
      { type: "button", class: "widget-link", onclick: () => place.point() },
      "Back to the question",
    );
    fold.append(h("p", { class: "widget-foot way-back" }, button));
  }

  quote(question, state) {
    for (const span of this.root.querySelectorAll(`.cs231n-said--${CSS.escape(question)}`)) {
      const said = guessText(state);
      span.textContent = said && `You said ${said}. `;
    }
  }
}
