import { loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals: { api }, params }) => {
  const { id } = params;
  const [post, edits] = await Promise.all([
    loaded(api.get("/posts/{id}", { id })),
    loaded(api.get("/posts/{id}/edits", { id })),
  ]);
  return { post, edits: edits.items };
};
