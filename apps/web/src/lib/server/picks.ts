import { catCalls } from "#lib/cats/calls.ts";
import type { Cat } from "#lib/cats/types.ts";
import type { Me } from "#lib/api/types.ts";
import { type About, mostOf } from "#lib/spaces/picking/about.ts";
import { allTextsOf } from "./form.ts";

const most = mostOf["cats"] ?? 1;
const isId = (text: string) => /^\d{1,18}$/.test(text);

/** One's own cats, to choose from without a script too; undefined where there is no such space, or no answer. */
export async function ownCats({ api, instance }: App.Locals, me: Me): Promise<Cat[] | undefined> {
  if (!instance.spaces.includes("cats")) return undefined;
  return catCalls(api)
    .ofAccount(me.account.handle, { limit: 50 })
    .then(
      ({ items }) => items,
      () => undefined,
    );
}

/** The cats that a link to the composer names, as in `/compose?cat=12`; those that are not there are left out. */
export async function aboutOfLink({ api, instance }: App.Locals, ids: string[]): Promise<About[]> {
  if (!instance.spaces.includes("cats")) return [];
  const asked = [...new Set(ids.filter(isId))].slice(0, most);
  const cats = await Promise.all(
    asked.map((id) =>
      catCalls(api)
        .one(id)
        .catch(() => undefined),
    ),
  );
  return cats.flatMap((cat) =>
    cat ? [{ space: "cats", id: cat.id, name: cat.name, photo: cat.photo }] : [],
  );
}

/** What was picked in a form without a script; nothing where the form did not offer it. */
export function pickedIds(form: FormData): Record<string, string[]> {
  return form.has("picks") ? { catIds: allTextsOf(form, "pick").filter(isId).slice(0, most) } : {};
}
