import { redirect } from "@sveltejs/kit";
import { projectCalls } from "#lib/projects/calls.ts";
import { chosenOf } from "#lib/projects/chosen.ts";
import { shapeCookie, shapeOf } from "#lib/projects/shape.ts";
import { askedFor, isNarrowed, wishOf } from "#lib/projects/wish.ts";
import { loaded, localPath } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

const onePage = 12;
const most = { chips: 10, people: 3 };
const year = 60 * 60 * 24 * 365;

export const load: PageServerLoad = async ({ locals: { api, me }, url, cookies }) => {
  const projects = projectCalls(api);
  const asked = wishOf(url.searchParams);
  const cursor = url.searchParams.get("cursor");
  const isFront = !isNarrowed(asked) && !cursor;
  // Other spellings in the address are the same technology.
  const chosen = await chosenOf(api, asked.stack);
  const wish = { ...asked, stack: chosen.map(({ id }) => id) };
  const [found, common, people, figures] = await Promise.all([
    loaded(projects.board({ ...askedFor(wish), limit: onePage, cursor })),
    projects.stacks("", most.chips).catch(() => ({ items: [] })),
    me && isFront ? projects.people(most.people).catch(() => ({ items: [] })) : { items: [] },
    projects.figures().catch(() => null),
  ]);
  return {
    wish,
    chosen,
    common: common.items.filter(({ projects: uses }) => uses > 0),
    found,
    people: people.items,
    figures,
    shape: shapeOf(cookies.get(shapeCookie)),
    wide: true,
  };
};

export const actions: Actions = {
  /** How this device shows the board, for browsers without JavaScript. */
  shape: async ({ request, cookies, locals }) => {
    const { shape, back } = await textsOf(request, "shape", "back");
    const secure = locals.origin.startsWith("https:");
    cookies.set(shapeCookie, shapeOf(shape), { path: "/", maxAge: year, secure, httpOnly: false });
    redirect(303, localPath(back, "/projects"));
  },
};
