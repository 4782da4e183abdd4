import { fail, redirect } from "@sveltejs/kit";
import type { DiaryEntry } from "#lib/films/diary.ts";
import { m } from "#lib/paraglide/messages.js";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textOf, textsOf } from "#lib/server/form.ts";
import { largeForm } from "#lib/server/large-form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const { items } = await loaded(locals.api.get("/films/diary/imports"));
  return { imports: items };
};

/** As much as the API takes of a diary, and the form around it. */
const mostBytes = 6 * 1024 * 1024;

/** What the page had the browser keep between the preview and the import; anything else is nothing. */
function entriesFrom(text: string): DiaryEntry[] {
  try {
    const entries: unknown = JSON.parse(text);
    return Array.isArray(entries) ? (entries as DiaryEntry[]) : [];
  } catch {
    return [];
  }
}

export const actions: Actions = {
  preview: async (event) => {
    requireMe(event.locals, event.url);
    const file = (await largeForm(event, mostBytes)).get("file");
    if (!(file instanceof File) || file.size === 0) return fail(422, { message: m.diary_no_file() });
    const upload = new FormData();
    upload.set("file", file);
    return acted(event.locals.api.post("/films/diary/preview", upload));
  },
  import: async (event) => {
    requireMe(event.locals, event.url);
    const entries = entriesFrom(textOf(await largeForm(event, mostBytes), "entries"));
    const answer = await acted(event.locals.api.post("/films/diary/imports", { entries }));
    if ("id" in answer) redirect(303, "/films/diary");
    return answer;
  },
  undo: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { id } = await textsOf(request, "id");
    return acted(locals.api.delete("/films/diary/imports/{id}", { id }));
  },
};
