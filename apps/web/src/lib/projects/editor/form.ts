import type { Api } from "#lib/api/client.ts";
import { allTextsOf } from "#lib/server/form.ts";
import { bodyOf, draftFrom } from "./draft.ts";

/** Two pictures of 20 MB, the most that the API takes, and the text beside them. */
export const mostBytes = 41 * 1024 * 1024;

/** The pictures that stay, then those that a browser without JavaScript sends with the form. */
async function mediaIdsOf(api: Api, form: FormData): Promise<string[]> {
  const ids = allTextsOf(form, "mediaId");
  for (const file of form.getAll("photoFile")) {
    if (!(file instanceof File) || file.size === 0) continue;
    const upload = new FormData();
    upload.set("file", file);
    ids.push((await api.post("/media", upload)).id);
  }
  return ids;
}

export async function projectFrom(api: Api, form: FormData) {
  return { ...bodyOf(draftFrom(form)), mediaIds: await mediaIdsOf(api, form) };
}
