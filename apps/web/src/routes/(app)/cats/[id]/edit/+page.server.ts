import { fail, redirect } from "@sveltejs/kit";
import { catCalls } from "#lib/cats/calls.ts";
import { todayIn } from "#lib/cats/dates.ts";
import { bodyOf, draftFrom } from "#lib/cats/draft.ts";
import { mostBytes, photoOf } from "#lib/cats/photo-of-form.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textOf, textsOf } from "#lib/server/form.ts";
import { largeForm } from "#lib/server/large-form.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

export const load: PageServerLoad = async ({ locals, params: { id }, url }) => {
  requireMe(locals, url);
  const cats = catCalls(locals.api);
  const [cat, breeds] = await Promise.all([loaded(cats.one(id)), loaded(cats.breeds())]);
  if (!cat.viewer?.isMine) redirect(303, `/cats/${id}`);
  const invited = await cats.invited(id).catch(() => ({ items: [] }));
  return { cat, breeds, invited: invited.items, wide: true, withoutBar: true };
};

async function change({ api, instance }: App.Locals, id: string, form: FormData) {
  const photo = await photoOf(api, form);
  return catCalls(api).change(id, { ...bodyOf(draftFrom(form), todayIn(instance.timeZone)), ...photo });
}

/** An action that leads nowhere: what was done, or why not, is said beside the form named `part`. */
async function settle<T>(part: string, answer: Promise<T>) {
  const said = await acted(answer.then(() => ({ done: part })));
  return "done" in said ? said : fail(said.status, { ...said.data, part });
}

const catsOf = ({ locals, url }: RequestEvent) => {
  requireMe(locals, url);
  return catCalls(locals.api);
};

export const actions: Actions = {
  save: async (event) => {
    requireMe(event.locals, event.url);
    const { id } = event.params;
    const form = await largeForm(event, mostBytes);
    const answer = await acted(change(event.locals, id, form));
    if ("id" in answer) redirect(303, `/cats/${id}`);
    return fail(answer.status, { ...answer.data, part: "save", draft: draftFrom(form) });
  },
  memorial: async (event) => {
    const cats = catsOf(event);
    const { memorialOn } = await textsOf(event.request, "memorialOn");
    return settle("memorial", cats.change(event.params.id, { memorialOn: memorialOn || null }));
  },
  invite: async (event) => {
    const cats = catsOf(event);
    const handle = textOf(await event.request.formData(), "handle")
      .trim()
      .replace(/^@/, "");
    return settle("invite", cats.invite(event.params.id, handle));
  },
  withdraw: async (event) => {
    const cats = catsOf(event);
    const { handle } = await textsOf(event.request, "handle");
    return settle("invite", Promise.resolve(cats.withdraw(event.params.id, handle)));
  },
  takeBack: async (event) => settle("take-back", Promise.resolve(catsOf(event).takeBackAll(event.params.id))),
  leave: async (event) => {
    const me = requireMe(event.locals, event.url);
    const left = Promise.resolve(catsOf(event).leave(event.params.id, me.account.handle));
    const said = await settle("leave", left);
    if ("done" in said) redirect(303, "/cats");
    return said;
  },
  delete: async (event) => {
    const said = await settle("delete", Promise.resolve(catsOf(event).remove(event.params.id)));
    if ("done" in said) redirect(303, "/cats");
    return said;
  },
};
