import { fail, redirect } from "@sveltejs/kit";
import { catCalls } from "#lib/cats/calls.ts";
import { todayIn } from "#lib/cats/dates.ts";
import { bodyOf, draftFrom } from "#lib/cats/draft.ts";
import { mostBytes, photoOf } from "#lib/cats/photo-of-form.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textOf } from "#lib/server/form.ts";
import { largeForm } from "#lib/server/large-form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const breeds = await loaded(catCalls(locals.api).breeds());
  const wanted = url.searchParams.get("breed");
  return {
    breeds,
    breed: breeds.find(({ id }) => id === wanted)?.id ?? "",
    attempt: crypto.randomUUID(),
    wide: true,
    withoutBar: true,
  };
};

async function register({ api, instance }: App.Locals, form: FormData) {
  const photo = await photoOf(api, form);
  return catCalls(api).create(
    { ...bodyOf(draftFrom(form), todayIn(instance.timeZone)), ...photo },
    textOf(form, "attempt"),
  );
}

export const actions: Actions = {
  default: async (event) => {
    requireMe(event.locals, event.url);
    const form = await largeForm(event, mostBytes);
    const answer = await acted(register(event.locals, form));
    if ("id" in answer) redirect(303, `/cats/${answer.id}`);
    return fail(answer.status, { ...answer.data, draft: draftFrom(form) });
  },
};
