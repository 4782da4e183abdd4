import { m } from "#lib/paraglide/messages.js";
import type { IconName } from "#lib/ui/icon-names.ts";

export type ToolName = "heading" | "bold" | "list" | "tasks" | "quote" | "code" | "link" | "image" | "table";

type Tool = { name: ToolName; icon: IconName; label: () => string };

export const tools: Tool[] = [
  { name: "heading", icon: "heading", label: m.project_editor_tool_heading },
  { name: "bold", icon: "bold", label: m.project_editor_tool_bold },
  { name: "list", icon: "list", label: m.project_editor_tool_list },
  { name: "tasks", icon: "tasks", label: m.project_editor_tool_tasks },
  { name: "quote", icon: "quote", label: m.project_editor_tool_quote },
  { name: "code", icon: "code", label: m.project_editor_tool_code },
  { name: "link", icon: "link", label: m.project_editor_tool_link },
  { name: "image", icon: "image", label: m.project_editor_tool_image },
  { name: "table", icon: "table", label: m.project_editor_tool_table },
];

const keys: Record<ToolName | "emphasis", string> = {
  heading: "Mod-Alt-1",
  bold: "Mod-b",
  emphasis: "Mod-i",
  list: "Mod-Shift-8",
  tasks: "Mod-Shift-l",
  quote: "Mod-Shift-9",
  code: "Mod-e",
  link: "Mod-k",
  image: "Mod-Alt-p",
  table: "Mod-Alt-t",
};

/** As the editor names keys: `Mod` is Control, on Apple's keyboards Command. */
export const keyOf = (name: ToolName | "emphasis") => keys[name];

/** As `aria-keyshortcuts` and people name them: Control+B. */
export const spokenKey = (name: ToolName, mod: "Control" | "Meta" | "Ctrl" | "⌘") =>
  keys[name]
    .replace("Mod", mod)
    .replaceAll("-", "+")
    .replace(/[a-z]$/, (letter) => letter.toUpperCase());
