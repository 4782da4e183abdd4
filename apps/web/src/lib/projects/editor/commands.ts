import { EditorSelection, type Line } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { m } from "#lib/paraglide/messages.js";

/** Changes the source at the selection, as one step of undoing. */
type Command = (view: EditorView) => boolean;

function selectedLines({ state }: EditorView): Line[] {
  const { from, to } = state.selection.main;
  const lines: Line[] = [];
  for (let at = from; at <= to;) {
    const line = state.doc.lineAt(at);
    lines.push(line);
    at = line.to + 1;
  }
  return lines;
}

/** Gives the selected lines another beginning: `next` answers it from the one that a line has. */
function beginLines(view: EditorView, known: RegExp, next: (present: string, index: number) => string) {
  const lines = selectedLines(view);
  const wanted = lines.map((line, index) => {
    const present = known.exec(line.text)?.[0] ?? "";
    return { from: line.from, to: line.from + present.length, insert: next(present, index) };
  });
  view.dispatch({ changes: wanted, userEvent: "input", scrollIntoView: true });
  // An empty line that has just begun is written after its mark.
  const [only] = lines;
  if (lines.length === 1 && only?.length === 0)
    view.dispatch({ selection: { anchor: only.from + (wanted[0]?.insert.length ?? 0) } });
  return true;
}

/** Takes the mark off where all lines have it, and else puts it on all of them, in the place of one of `others`. */
function toggleLines(view: EditorView, known: RegExp, mark: (index: number) => string, others = known) {
  const all = selectedLines(view).every((line) => known.test(line.text));
  return beginLines(view, others, (_present, index) => (all ? "" : mark(index)));
}

/** None, large, small, none. The page has a title of its own, so that the first level is the text's to use. */
const heading: Command = (view) =>
  beginLines(view, /^#{1,6} /, (present) => ({ "": "# ", "# ": "## " })[present] ?? "");
const subheading: Command = (view) => beginLines(view, /^#{1,6} /, () => "## ");
const anyList = /^(?:[-*]|\d+\.) (?:\[[ xX]\] )?/;
const list: Command = (view) => toggleLines(view, /^[-*] (?!\[[ xX]\] )/, () => "- ", anyList);
const numbers: Command = (view) =>
  toggleLines(view, /^\d+\. (?!\[[ xX]\] )/, (index) => `${index + 1}. `, anyList);
const tasks: Command = (view) => toggleLines(view, /^[-*] \[[ xX]\] /, () => "- [ ] ", anyList);
const quote: Command = (view) => toggleLines(view, /^> /, () => "> ");

/** Puts the sign around the selection, or takes it away where it is there. */
function around(sign: string): Command {
  return (view) => {
    const { length } = sign;
    const { doc } = view.state;
    view.dispatch(
      view.state.changeByRange(({ from, to }) => {
        const isThere =
          doc.sliceString(from - length, from) === sign && doc.sliceString(to, to + length) === sign;
        if (isThere)
          return {
            changes: [
              { from: from - length, to: from },
              { from: to, to: to + length },
            ],
            range: EditorSelection.range(from - length, to - length),
          };
        return {
          changes: [
            { from, insert: sign },
            { from: to, insert: sign },
          ],
          range: EditorSelection.range(from + length, to + length),
        };
      }),
      { userEvent: "input", scrollIntoView: true },
    );
    return true;
  };
}

/** Replaces the selection by a block on lines of its own, and selects a part of it. */
function putBlock(view: EditorView, text: string, select: { from: number; to: number }) {
  const { doc, selection } = view.state;
  const { from, to } = selection.main;
  const line = doc.lineAt(from);
  const before = doc.sliceString(line.from, from).trim() ? "\n\n" : "";
  const isLast = to === doc.length;
  const after = isLast || doc.sliceString(to, to + 1) === "\n" ? "\n" : "\n\n";
  const start = from + before.length;
  view.dispatch({
    changes: { from, to, insert: before + text + after },
    selection: { anchor: start + select.from, head: start + select.to },
    userEvent: "input",
    scrollIntoView: true,
  });
  return true;
}

const fence = "```";

const codeBlock: Command = (view) => {
  const { from, to } = view.state.selection.main;
  const code = view.state.doc.sliceString(from, to);
  const start = fence.length + 1;
  return putBlock(view, `${fence}\n${code}\n${fence}`, { from: start, to: start + code.length });
};

/** A word in a line becomes code in the line; everything else a block. */
const code: Command = (view) => {
  const { from, to, empty } = view.state.selection.main;
  const isInLine = !empty && view.state.doc.lineAt(from).to >= to;
  return isInLine ? around("`")(view) : codeBlock(view);
};

const link: Command = (view) => {
  const { from, to } = view.state.selection.main;
  const chosen = view.state.doc.sliceString(from, to);
  const isAddress = /^https?:\/\/\S+$/.test(chosen);
  const words = isAddress || !chosen ? m.project_editor_link_words() : chosen;
  const address = isAddress ? chosen : "https://";
  const start = from + (isAddress || !chosen ? 1 : words.length + 3);
  const length = isAddress || !chosen ? words.length : address.length;
  view.dispatch({
    changes: { from, to, insert: `[${words}](${address})` },
    selection: { anchor: start, head: start + length },
    userEvent: "input",
    scrollIntoView: true,
  });
  return true;
};

const table: Command = (view) => {
  const name = m.project_editor_table_column();
  const text = `| ${name} 1 | ${name} 2 |\n| --- | --- |\n|  |  |\n|  |  |`;
  return putBlock(view, text, { from: 2, to: 2 + name.length + 2 });
};

const rule: Command = (view) => putBlock(view, "---\n", { from: 4, to: 4 });

export const commands = {
  heading,
  subheading,
  bold: around("**"),
  emphasis: around("*"),
  list,
  numbers,
  tasks,
  quote,
  code,
  codeBlock,
  link,
  table,
  rule,
};

export type CommandName = keyof typeof commands;
