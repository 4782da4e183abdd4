import type { Api } from "#lib/api/client.ts";

/** A poster of 20 MB, the most that the API takes of a picture, and the texts beside it. */
export const mostFormBytes = 21 * 1024 * 1024;

/** The id of the poster that a form brings, if it brings one. */
export async function posterFrom(api: Api, form: FormData): Promise<{ posterId?: string }> {
  const file = form.get("poster");
  if (!(file instanceof File) || file.size === 0) return {};
  const upload = new FormData();
  upload.set("alt", "");
  upload.set("file", file);
  return { posterId: (await api.post("/media", upload)).id };
}
