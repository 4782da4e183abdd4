import { autocompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { markdown, markdownKeymap, markdownLanguage } from "@codemirror/lang-markdown";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { m } from "#lib/paraglide/messages.js";
import { type CommandName, commands } from "./commands.ts";
import { markAll, marksOf, pending, replaceMark } from "./pending.ts";
import { iconOf, slashMenu } from "./slash.ts";
import { editorTheme } from "./theme.ts";
import { keyOf } from "./tools.ts";

type Options = {
  parent: HTMLElement;
  text: string;
  caret: number;
  label: string;
  hint: string;
  onchange: (text: string) => void;
  /** Photos that were pasted or dropped, and where. */
  onfiles: (files: File[], at?: number) => void;
  /** Whether the editor is the one to take these files. */
  takes: (files: File[]) => boolean;
  pickImages: () => void;
  onsend: () => void;
  /** The keys of photos on their way that are still in the text. */
  onmarks: (keys: number[]) => void;
};

const looks = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "700" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: [tags.processingInstruction, tags.contentSeparator], color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.url, tags.link], color: "var(--link)" },
  { tag: tags.quote, color: "var(--ink-2)" },
]);

/** The document's nonce: the editor writes its styles into the page itself. */
const nonceOf = () => document.querySelector<HTMLElement>("script[nonce], style[nonce]")?.nonce ?? "";

const filesOf = (data: DataTransfer | null) => [...(data?.files ?? [])];

/** Opens an editor of Markdown in an element. The caller destroys it. */
export function openEditor(options: Options) {
  const attributes = new Compartment();
  const attributesOf = (described: string, isWrong: boolean) =>
    EditorView.contentAttributes.of({
      "aria-label": options.label,
      "aria-describedby": described,
      ...(isWrong && { "aria-invalid": "true" }),
      autocapitalize: "sentences",
      spellcheck: "true",
    });
  const isText = (name: string): name is CommandName => Object.hasOwn(commands, name);
  const run = (name: CommandName | "image") => {
    if (name === "image") options.pickImages();
    else if (isText(name)) commands[name](view);
    if (name !== "image") view.focus();
    return true;
  };

  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      selection: { anchor: Math.min(options.caret, options.text.length) },
      extensions: [
        EditorView.cspNonce.of(nonceOf()),
        EditorState.phrases.of({ Completions: m.project_editor_slash() }),
        Prec.high(
          keymap.of([
            { key: "Mod-Enter", run: () => (options.onsend(), true) },
            ...(
              [
                "heading",
                "bold",
                "emphasis",
                "list",
                "tasks",
                "quote",
                "code",
                "link",
                "image",
                "table",
              ] as const
            ).map((name) => ({ key: keyOf(name), preventDefault: true, run: () => run(name) })),
          ]),
        ),
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        placeholder(options.hint),
        markdown({ base: markdownLanguage, completeHTMLTags: false, addKeymap: false }),
        syntaxHighlighting(looks),
        autocompletion({
          override: [slashMenu(options.pickImages)],
          icons: false,
          addToOptions: [{ render: iconOf, position: 20 }],
          activateOnTypingDelay: 0,
          interactionDelay: 0,
          tooltipClass: () => "slash-menu",
        }),
        // Tab stays the way out: whoever has only a keyboard must be able to leave.
        keymap.of([...markdownKeymap, ...defaultKeymap, ...historyKeymap]),
        pending,
        attributes.of(attributesOf("", false)),
        editorTheme,
        EditorView.domEventHandlers({
          paste(event) {
            const files = filesOf(event.clipboardData);
            // Tables and the like come as words and as a picture of them.
            if (files.length === 0 || event.clipboardData?.getData("text/plain")) return false;
            if (!options.takes(files)) return true;
            event.preventDefault();
            options.onfiles(files);
            return true;
          },
          drop(event, view) {
            const files = filesOf(event.dataTransfer);
            if (files.length === 0) return false;
            event.preventDefault();
            if (!options.takes(files)) return true;
            event.stopPropagation();
            options.onfiles(files, view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? undefined);
            return true;
          },
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          options.onchange(update.state.doc.toString());
          options.onmarks(marksOf(update.view).map(({ key }) => key));
        }),
      ],
    }),
  });

  return {
    run,
    focus: () => view.focus(),
    mark: (keys: number[], at?: number) => markAll(view, keys, at),
    replace: (key: number, markdown: string) => replaceMark(view, key, markdown),
    /** Another text in its place, as when a draft is taken up. */
    setText(text: string) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    describe: (by: string, isWrong: boolean) =>
      view.dispatch({ effects: attributes.reconfigure(attributesOf(by, isWrong)) }),
    destroy: () => view.destroy(),
  };
}

export type Editor = ReturnType<typeof openEditor>;
