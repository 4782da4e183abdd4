import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { EditorView } from "@codemirror/view";
import { m } from "#lib/paraglide/messages.js";
import type { IconName } from "#lib/ui/icon-names.ts";
import sprite from "#lib/ui/icons.svg?url";
import { type CommandName, commands } from "./commands.ts";
import { beginsLike } from "./like.ts";

type Entry = {
  icon: IconName;
  label: () => string;
  /** What people type besides, in both languages. */
  words: string[];
  run: CommandName | "image";
};

const entries: Entry[] = [
  {
    icon: "heading",
    label: m.project_editor_slash_heading,
    words: ["제목", "heading", "title", "h1"],
    run: "heading",
  },
  {
    icon: "heading",
    label: m.project_editor_slash_subheading,
    words: ["작은 제목", "소제목", "small heading", "subheading", "h2"],
    run: "subheading",
  },
  {
    icon: "list",
    label: m.project_editor_slash_list,
    words: ["목록", "글머리", "list", "bullet"],
    run: "list",
  },
  {
    icon: "list",
    label: m.project_editor_slash_numbers,
    words: ["번호 목록", "순서", "numbered list", "ordered"],
    run: "numbers",
  },
  {
    icon: "tasks",
    label: m.project_editor_slash_tasks,
    words: ["할 일", "체크", "task list", "todo", "to-do", "check"],
    run: "tasks",
  },
  { icon: "quote", label: m.project_editor_slash_quote, words: ["인용", "quote"], run: "quote" },
  {
    icon: "code",
    label: m.project_editor_slash_code,
    words: ["코드", "code", "snippet"],
    run: "codeBlock",
  },
  { icon: "table", label: m.project_editor_slash_table, words: ["표", "table"], run: "table" },
  {
    icon: "image",
    label: m.project_editor_slash_image,
    words: ["사진", "그림", "이미지", "photo", "image", "picture"],
    run: "image",
  },
  {
    icon: "rule",
    label: m.project_editor_slash_rule,
    words: ["구분선", "줄", "divider", "rule", "line"],
    run: "rule",
  },
];

function isInCode({ state, pos }: CompletionContext) {
  for (let node = syntaxTree(state).resolveInner(pos, -1); node.parent; node = node.parent)
    if (/Code/.test(node.name)) return true;
  return false;
}

/** The menu of a line that begins with "/". It is asked anew with every letter, since half a syllable is not a letter yet. */
export function slashMenu(pickImages: () => void) {
  const complete = ({ label, icon, run }: Entry): Completion => ({
    label: label(),
    type: icon,
    apply(view: EditorView, _completion, from, to) {
      view.dispatch({ changes: { from, to }, userEvent: "input.complete" });
      if (run === "image") pickImages();
      else commands[run](view);
    },
  });

  return (context: CompletionContext): CompletionResult | null => {
    const typed = context.matchBefore(/^\/[\p{L}\p{N}]*$/u);
    if (!typed || isInCode(context)) return null;
    const word = typed.text.slice(1);
    const found = entries.filter(({ words }) => words.some((one) => beginsLike(one, word)));
    return found.length > 0 ? { from: typed.from, options: found.map(complete), filter: false } : null;
  };
}

const svg = "http://www.w3.org/2000/svg";

export function iconOf({ type = "" }: Completion) {
  const icon = document.createElementNS(svg, "svg");
  icon.setAttribute("aria-hidden", "true");
  icon.append(document.createElementNS(svg, "use"));
  icon.firstElementChild?.setAttribute("href", `${sprite}#${type}`);
  return icon;
}
