// The questions of a notebook: their answers, folded until the reader has guessed, and the guesses that are quoted later.

import { type Cell, type ICellModel, isCodeCellModel } from "@jupyterlab/cells";
import type { NotebookPanel } from "@jupyterlab/notebook";
import type { TranslationBundle } from "@jupyterlab/translation";
import { guessText } from "../../js/predict/messages.js";
import { courseMetadata } from "./answer-cells";
import { CellParts, followCells } from "./cell-parts";
import { FoldLine } from "./fold-line";
import { keptIn } from "./kept";
import { reveal } from "./reveal";
import { widgetOutput } from "./widget-format";

const SAID = "cs231n-said";
const SAID_WHAT = `${SAID}--`; // and the question's id

/** The cells of one answer, which follow each other. */
interface IAnswer {
  question: string;
  cells: Cell[];
}

/** The questions of one view of a notebook. */
export class Questions {
  constructor(
    private _panel: NotebookPanel,
    private _trans: TranslationBundle,
  ) {
    const { content } = _panel;
    this._lines = new CellParts<FoldLine>(_panel, {
      place: "above the input",
      keyOf: (cell) => this._answers.get(cell)?.question ?? null,
      make: (_, question) => new FoldLine(() => this._open(question, !this._isOpen(question))),
      refresh: (line, cell) => line.say(_trans.__("The answer"), this._isOpen(this._answers.get(cell)!.question)),
    });
    followCells(_panel, () => this._sync());
    content.node.addEventListener("cs231n-reveal", (event) => {
      const { question, go } = (event as CustomEvent<{ question: string; go: boolean }>).detail;
      this._open(question, true);
      if (go) void this._goTo(question);
    });
    content.stateChanged.connect((_, { name }) => name === "mode" && this._openWhatIsEdited());
    // Text is drawn late, and again whenever it is changed.
    const observer = new MutationObserver(() => this._quote());
    observer.observe(content.node, { childList: true, subtree: true });
    _panel.disposed.connect(() => observer.disconnect());
  }

  private _sync(): void {
    const { widgets } = this._panel.content;
    const answers = answersAmong(widgets);
    this._answers = new Map(answers.map((answer) => [answer.cells[0], answer]));
    const folded = new Set(answers.filter(({ question }) => !this._isOpen(question)).flatMap(({ cells }) => cells));
    for (const cell of widgets) {
      const isHead = this._answers.has(cell);
      cell.toggleClass("cs231n-mod-foldedHead", folded.has(cell) && isHead);
      this._hide(cell, folded.has(cell) && !isHead);
    }
    this._lines.sync();
    this._quote();
  }

  /** Hides a cell. The arrow keys then pass over it; running cells one by one does not, so it stays in the layout. */
  private _hide(cell: Cell, isHidden: boolean): void {
    if (isHidden || cell.hasClass("cs231n-mod-folded")) cell.setHidden(isHidden);
    cell.toggleClass("cs231n-mod-folded", isHidden);
  }

  /** Returns whether an answer is open: as it was set by hand, else as soon as there is a guess. */
  private _isOpen(question: string): boolean {
    const cells = this._cellsOf(question);
    return this._byHand.get(question) ?? (cells.length === 0 || cells.some((cell) => keptIn(cell).shown === true));
  }

  private _open(question: string, isOpen: boolean): void {
    this._byHand.set(question, isOpen);
    this._sync();
  }

  private async _goTo(question: string): Promise<void> {
    const answer = [...this._answers.values()].find((one) => one.question === question);
    if (!answer) return;
    const [cell] = answer.cells;
    await reveal(this._panel.content, cell.model);
    (await this._lines.of(cell))?.focus();
  }

  private _openWhatIsEdited(): void {
    const { mode, activeCell } = this._panel.content;
    const answer = mode === "edit" && activeCell && this._answers.get(activeCell);
    if (answer) this._open(answer.question, true);
  }

  /** Fills in what the reader guessed wherever the text quotes it. */
  private _quote(): void {
    for (const place of this._panel.content.node.getElementsByClassName(SAID)) {
      const question = [...place.classList].find((name) => name.startsWith(SAID_WHAT))?.slice(SAID_WHAT.length);
      const text = question ? this._quoteOf(question) : "";
      if (place.textContent !== text) place.textContent = text;
    }
  }

  private _quoteOf(question: string): string {
    for (const cell of this._cellsOf(question)) {
      const { guess = null } = keptIn(cell);
      const state = stateIn(cell, question);
      const said = state && guessText({ ...state, guess }); // "" of a guess that answers another question
      if (said) return this._trans.__("You said %1. ", said);
    }
    return "";
  }

  private _cellsOf(question: string): ICellModel[] {
    const models = this._panel.content.widgets.map((cell) => cell.model);
    return models.filter((model) => courseMetadata(model).question === question);
  }

  private _lines: CellParts<FoldLine>;
  private _answers = new Map<Cell, IAnswer>(); // by their first cell
  private _byHand = new Map<string, boolean>();
}

/** Returns the answers among some cells. */
function answersAmong(cells: readonly Cell[]): IAnswer[] {
  const answers: IAnswer[] = [];
  let before: string | undefined;
  for (const cell of cells) {
    const question = courseMetadata(cell.model).reveals;
    if (question && question === before) answers.at(-1)!.cells.push(cell);
    else if (question) answers.push({ question, cells: [cell] });
    before = question;
  }
  return answers;
}

/** Returns the state of the widget that a cell shows for a question, or null. */
function stateIn(cell: ICellModel, question: string): Record<string, unknown> | null {
  if (!isCodeCellModel(cell)) return null;
  for (let i = 0; i < cell.outputs.length; i++) {
    const state = widgetOutput(cell.outputs.get(i).data)?.state;
    if (state?.question === question) return state;
  }
  return null;
}
