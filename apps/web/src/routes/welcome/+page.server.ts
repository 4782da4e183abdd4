import { redirect } from "@sveltejs/kit";
import type { Input } from "@maru/api-client";
import { stackCalls } from "#lib/projects/stack/calls.ts";
import { namesFrom } from "#lib/projects/stack/names.ts";
import { myStack } from "#lib/projects/stack/mine.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { allTextsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

const mostPeople = 8;
/** As many as the API takes at once. */
const mostChosen = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
  const me = requireMe(locals, url);
  const [interests, suggested, stack] = await Promise.all([
    loaded(locals.api.get("/interests")),
    locals.api.get("/accounts/suggested", { limit: mostPeople }).catch(() => ({ items: [] })),
    myStack(locals, me),
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
    stack,
    joined: url.searchParams.has("joined"),
  };
};

/** What somebody makes things with comes first: it is the part that can be refused. */
async function choose({ api, instance }: App.Locals, stack: string[], body: Input<"post", "/me/interests">) {
  if (stack.length > 0 && instance.spaces.includes("projects")) await stackCalls(api).setMine(stack);
  return api.post("/me/interests", body);
}

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
    const answer = await acted(choose(locals, namesFrom(form), body));
    if ("people" in answer) redirect(303, "/");
    return answer;
  },
};
