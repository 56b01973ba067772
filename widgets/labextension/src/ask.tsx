// The controls of an exercise of judgement. What is chosen is written into the answer's cell, and nothing is run.

import type { Cell } from "@jupyterlab/cells";
import type { IRenderMimeRegistry } from "@jupyterlab/rendermime";
import { MimeModel } from "@jupyterlab/rendermime";
import type { TranslationBundle } from "@jupyterlab/translation";
import * as React from "react";
import type { IControl } from "../../js/predict/controls.js";
import { sourceOf, writeSource } from "./answer-cells";
import { type Judgement, readJudgement, writeJudgement } from "./judgement";
import { useTranslation } from "./translation";
import type { IAsk, IExercise } from "./types";

interface IAskProps {
  cell: Cell;
  exercise: IExercise;
  ask: IAsk;
  rendermime: IRenderMimeRegistry;
}

/** The controls of one exercise. They follow what is written by hand. */
export function Ask({ cell, exercise, ask, rendermime }: IAskProps): JSX.Element {
  const trans = useTranslation();
  const place = React.useRef<HTMLDivElement>(null);
  const control = React.useRef<IControl | null>(null);
  const { title } = exercise;
  const asked = JSON.stringify(ask);
  React.useEffect(() => {
    let isGone = false;
    void makeAskControl(JSON.parse(asked), title, trans, rendermime).then((made) => {
      if (isGone) return;
      const write = () => writeChoice(cell, JSON.parse(asked), made.value() as Judgement);
      made.node.addEventListener("change", write); // a field's, once its text is complete
      made.node.addEventListener("click", write);
      made.show(readJudgement(JSON.parse(asked), sourceOf(cell.model)));
      control.current = made;
      place.current?.replaceChildren(made.node);
    });
    return () => {
      isGone = true;
      control.current = null;
    };
  }, [cell, asked, title, trans, rendermime]);
  const written = readJudgement(ask, sourceOf(cell.model));
  React.useEffect(() => {
    const { current } = control;
    if (current && !current.node.contains(document.activeElement)) current.show(written);
  });
  return <div ref={place} className="cs231n-Ask cs-widget cs-predict" />;
}

function writeChoice(cell: Cell, ask: IAsk, value: Judgement): void {
  const source = sourceOf(cell.model);
  if (value === null || JSON.stringify(value) === JSON.stringify(readJudgement(ask, source))) return;
  writeSource(cell.model, writeJudgement(ask, source, value));
}

async function makeAskControl(
  ask: IAsk,
  title: string,
  trans: TranslationBundle,
  rendermime: IRenderMimeRegistry,
): Promise<IControl> {
  const { makeControl } = await import("./widget-modules");
  const { kind, unit, options, cells } = ask;
  const control = makeControl({ kind, unit, choices: options, cells }, trans.__("Your answer: %1.", title));
  const labels = [...control.node.querySelectorAll("label > span")];
  await Promise.all(labels.map((label, i) => drawOption(label, `${i + 1}. `, options[i], rendermime)));
  return control;
}

/** Draws an option as the notebook draws its text: it may hold code and mathematics. */
async function drawOption(
  label: Element,
  number: string,
  text: string,
  rendermime: IRenderMimeRegistry,
): Promise<void> {
  const renderer = rendermime.createRenderer("text/markdown");
  await renderer.renderModel(new MimeModel({ data: { "text/markdown": text } }));
  label.className = "cs231n-Option";
  label.replaceChildren(number, renderer.node);
}
