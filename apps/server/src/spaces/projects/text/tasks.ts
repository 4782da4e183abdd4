import type MarkdownIt from "markdown-it";

/** What a list item that is a task begins with. */
const beginning = /^\[([ xX])\][ \t]+(?=\S)/;

/**
 * List items that begin with `[ ]` or `[x]` become boxes. They are locked, since only the text says what is done; what is to be done is their label,
 * so that a screen reader says both.
 */
export function tasks(markdown: InstanceType<typeof MarkdownIt>): void {
  markdown.core.ruler.push("tasks", ({ tokens, Token }) => {
    for (const [index, { type, content, children }] of tokens.entries()) {
      const item = tokens[index - 2];
      if (
        type !== "inline" ||
        tokens[index - 1]?.type !== "paragraph_open" ||
        item?.type !== "list_item_open"
      )
        continue;
      const [mark, sign] = beginning.exec(content) ?? [];
      const first = children?.[0];
      // What names a link is none.
      if (mark === undefined || first?.type !== "text" || !first.content.startsWith(mark)) continue;
      item.attrSet("class", "task");
      first.content = first.content.slice(mark.length);
      const box = new Token("task_box", "input", 0);
      box.meta = { isDone: sign !== " " };
      children!.unshift(new Token("task_open", "label", 1), box);
      children!.push(new Token("task_close", "label", -1));
    }
  });
  markdown.renderer.rules["task_box"] = (list, index) =>
    `<input type="checkbox" disabled${(list[index]!.meta as { isDone: boolean }).isDone ? " checked" : ""}> `;
}
