import { fail, redirect } from "@sveltejs/kit";
import { chatCalls } from "#lib/chat/calls.ts";
import { pageAfter, pageSize } from "#lib/chat/thread/pages.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textOf, textsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params: { id }, url, depends }) => {
  depends("maru:chat");
  const calls = chatCalls(locals.api);
  const at = Number(url.searchParams.get("at")) || null;
  // The chat first: what changes while the messages are on their way is asked for from its revision on.
  const chat = await loaded(calls.one(id));
  const place = at === null ? {} : { before: at + pageAfter + 1 };
  const { items } = await loaded(calls.messages(id, { ...place, limit: pageSize }));
  return { chat, messages: items, at, withoutBar: true };
};

const statuses = ["running", "stopped", "declined"] as const;

/** What the page does by itself, for browsers without JavaScript. */
export const actions: Actions = {
  send: async ({ request, locals, params: { id }, url }) => {
    requireMe(locals, url);
    const text = textOf(await request.formData(), "text");
    const answer = await acted(chatCalls(locals.api).send(id, { text, clientId: crypto.randomUUID() }), {
      text,
    });
    if ("seq" in answer) redirect(303, `/chat/${id}`);
    return answer;
  },
  status: async ({ request, locals, params: { id }, url }) => {
    requireMe(locals, url);
    const { status: wish } = await textsOf(request, "status");
    const status = statuses.find((one) => one === wish);
    if (!status) return fail(400, { message: "", slug: "unknown", errors: [], values: {} });
    const answer = await acted(chatCalls(locals.api).setStatus(id, status));
    if ("lastSeq" in answer) redirect(303, `/chat/${id}`);
    return answer;
  },
};
