import { EditorView } from "@codemirror/view";

/** The editor in the site's own colours; both themes are in the variables. */
export const editorTheme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "transparent", fontSize: "15px", height: "100%" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.75", overflowX: "hidden" },
  ".cm-content": { padding: "16px 18px 28px", minHeight: "inherit", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0", wordBreak: "keep-all", overflowWrap: "anywhere" },
  ".cm-cursor": { borderLeft: "2px solid var(--accent)" },
  ".cm-placeholder": { color: "var(--ink-3)", fontFamily: "var(--sans)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in oklab, var(--focus) 26%, transparent) !important",
  },
  ".cm-pending": { background: "var(--accent-soft)", borderRadius: "5px", padding: "1px 4px" },
  ".cm-tooltip.slash-menu": {
    border: "1px solid var(--line)",
    borderRadius: "var(--r3)",
    background: "var(--surface)",
    boxShadow: "var(--e2)",
    overflow: "hidden",
  },
  ".cm-tooltip.slash-menu > ul": {
    width: "232px",
    minWidth: "0",
    maxHeight: "min(464px, 62vh)",
    padding: "6px",
    fontFamily: "var(--sans)",
  },
  ".cm-tooltip.slash-menu > ul > li": {
    display: "flex",
    alignItems: "center",
    gap: "11px",
    minHeight: "44px",
    padding: "0 10px",
    borderRadius: "9px",
    color: "var(--ink)",
    fontSize: "var(--f-md)",
    lineHeight: "1.4",
  },
  ".cm-tooltip.slash-menu > ul > li[aria-selected]": {
    background: "var(--accent-soft)",
    color: "var(--ink)",
  },
  ".cm-tooltip.slash-menu svg": {
    width: "18px",
    height: "18px",
    flex: "none",
    color: "var(--accent)",
    fill: "none",
    stroke: "currentColor",
    strokeWidth: "1.75",
    strokeLinecap: "round",
    strokeLinejoin: "round",
  },
});
