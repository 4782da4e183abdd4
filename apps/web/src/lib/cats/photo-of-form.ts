import type { Api } from "#lib/api/client.ts";
import { textOf } from "#lib/server/form.ts";

/** A photo of 20 MB, the most that the API takes, and the texts beside it. */
export const mostBytes = 21 * 1024 * 1024;

/** The photo's id: sent with the form by a browser without JavaScript, or before it by one with; null takes it away. */
export async function photoOf(api: Api, form: FormData): Promise<{ photoId?: string | null }> {
  const file = form.get("photoFile");
  if (file instanceof File && file.size > 0) {
    const upload = new FormData();
    upload.set("alt", textOf(form, "photoAlt"));
    upload.set("file", file);
    return { photoId: (await api.post("/media", upload)).id };
  }
  return form.has("photoId") ? { photoId: textOf(form, "photoId") || null } : {};
}
