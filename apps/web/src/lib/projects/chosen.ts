import type { Api } from "#lib/api/client.ts";
import { projectCalls } from "./calls.ts";
import type { Technology } from "./types.ts";

const few = 20;

/** The technologies that an address names, by id or by another spelling. One that is not known stays as it was written. */
export async function chosenOf(api: Api, stack: readonly string[]): Promise<Technology[]> {
  const chosen = await Promise.all(
    stack.map(async (asked) => {
      const { items } = await projectCalls(api)
        .stacks(asked, few)
        .catch(() => ({ items: [] }));
      const same = (text: string) => text.toLowerCase() === asked.toLowerCase();
      return items.find(({ id, name }) => same(id) || same(name)) ?? items[0] ?? { id: asked, name: asked };
    }),
  );
  return [...new Map(chosen.map(({ id, name }) => [id, { id, name }])).values()];
}
