import { StateEffect, StateField, Transaction } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { uploadingMark } from "./placeholder.ts";

type Mark = { key: number; from: number; to: number };

const put = StateEffect.define<Mark>({
  map: ({ key, from, to }, changes) => ({ key, from: changes.mapPos(from), to: changes.mapPos(to) }),
});
const take = StateEffect.define<number>();

/** The marks of photos on their way, which move along with the text around them. */
export const pending = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { changes, effects }) {
    let after = marks.map(changes);
    for (const effect of effects) {
      if (effect.is(put)) {
        const { key, from, to } = effect.value;
        after = after.update({ add: [Decoration.mark({ class: "cm-pending", key }).range(from, to)] });
      } else if (effect.is(take)) {
        after = after.update({ filter: (_from, _to, { spec }) => keyOf(spec) !== effect.value });
      }
    }
    return after;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const keyOf = (spec: unknown) => (spec as { key: number }).key;

export function marksOf({ state }: EditorView): Mark[] {
  const marks: Mark[] = [];
  state.field(pending).between(0, state.doc.length, (from, to, { spec }) => {
    marks.push({ key: keyOf(spec), from, to });
  });
  return marks;
}

// What comes and goes by itself is no step that somebody could want to undo.
const byItself = Transaction.addToHistory.of(false);

export function markAll(view: EditorView, keys: number[], at = view.state.selection.main.head) {
  const { doc } = view.state;
  const line = doc.lineAt(at);
  const mark = uploadingMark();
  const before = at > line.from ? "\n" : "";
  const after = doc.sliceString(at, line.to).trim() || at === doc.length ? "\n" : "";
  const start = at + before.length;
  const insert = before + keys.map(() => mark).join("\n") + after;
  const caret = start + insert.length - before.length;
  view.dispatch({
    changes: { from: at, insert },
    selection: { anchor: caret },
    effects: keys.map((key, index) => {
      const from = start + index * (mark.length + 1);
      return put.of({ key, from, to: from + mark.length });
    }),
    annotations: byItself,
    scrollIntoView: true,
  });
}

/** Puts `insert` where the mark is; with nothing, its line goes as well where nothing else is on it. */
export function replaceMark(view: EditorView, key: number, insert: string) {
  const mark = marksOf(view).find((one) => one.key === key);
  if (!mark) return;
  const { doc } = view.state;
  const line = doc.lineAt(mark.from);
  const isAlone = !insert && line.from === mark.from && line.to === mark.to && line.to < doc.length;
  view.dispatch({
    changes: { from: mark.from, to: mark.to + (isAlone ? 1 : 0), insert },
    effects: take.of(key),
    annotations: byItself,
  });
}
