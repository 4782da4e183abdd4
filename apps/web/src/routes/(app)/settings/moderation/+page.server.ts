import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const cursor = url.searchParams.get("cursor");
  return { decisions: await loaded(locals.api.get("/me/decisions", { cursor })) };
};

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { id, text } = await textsOf(request, "id", "text");
    return acted(
      locals.api.post("/me/decisions/{id}/appeal", { id, text }).then(() => ({ sent: true })),
      {
        id,
        text,
      },
    );
  },
};
