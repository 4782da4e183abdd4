import { redirect } from "@sveltejs/kit";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { allTextsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

const mostPeople = 8;
/** As many as the API takes at once. */
const mostChosen = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const [interests, suggested] = await Promise.all([
    loaded(locals.api.get("/interests")),
    locals.api.get("/accounts/suggested", { limit: mostPeople }).catch(() => ({ items: [] })),
  ]);
  // One of each topic in turn, so that no topic fills the list alone.
  const turns = [0, 1, 2, 3].flatMap((turn) =>
    interests.items.flatMap(({ accounts }) => accounts[turn] ?? []),
  );
  const people = new Map([...turns, ...suggested.items].map((account) => [account.id, account]));
  return {
    interests: interests.items,
    people: [...people.values()]
      .filter(({ relationship }) => !relationship?.following && !relationship?.requested)
      .slice(0, mostPeople),
    joined: url.searchParams.has("joined"),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const form = await request.formData();
    const texts = (name: string) => allTextsOf(form, name);
    const topics = new Set(texts("topic"));
    const tags = new Set(texts("tag"));
    // Without JavaScript a topic stands for all its tags.
    if (topics.size > 0) {
      const { items } = await loaded(locals.api.get("/interests"));
      for (const { id, tags: more } of items) if (topics.has(id)) more.forEach((tag) => tags.add(tag));
    }
    const body = {
      tags: [...tags].slice(0, mostChosen),
      handles: texts("handle").slice(0, mostChosen),
    };
    const answer = await acted(locals.api.post("/me/interests", body));
    if ("people" in answer) redirect(303, "/");
    return answer;
  },
};
