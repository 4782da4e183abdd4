import { fail } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import type { Role } from "#lib/moderation/types.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import { readVerdict } from "#lib/server/verdict.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  requireMe(locals, url);
  return loaded(locals.api.get("/moderation/members/{handle}", { handle: params.handle }));
};

const roles = ["member", "moderator", "admin", "owner"] as const satisfies readonly Role[];

export const actions: Actions = {
  decide: async ({ request, locals, params: { handle }, url }) => {
    requireMe(locals, url);
    const said = await readVerdict(request);
    const action = (["warn", "limit", "suspend"] as const).find((one) => one === said?.verdict.action);
    if (!said || !action) return fail(400, { message: m.problem_general() });
    const { reason = "", until } = said.verdict;
    const body = { handle, action, reason, ...(until !== undefined && { until }) };
    return acted(
      locals.api.post("/moderation/members/{handle}/decisions", body).then(() => ({ said: m.admin_done() })),
    );
  },
  restore: async ({ locals, params: { handle }, url }) => {
    requireMe(locals, url);
    return acted(
      locals.api
        .put("/moderation/members/{handle}/restored", { handle })
        .then(() => ({ said: m.admin_member_restored() })),
    );
  },
  undo: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { id } = await textsOf(request, "id");
    return acted(
      locals.api.put("/moderation/decisions/{id}/undone", { id }).then(() => ({ said: m.admin_undone() })),
    );
  },
  role: async ({ request, locals, params: { handle }, url }) => {
    requireMe(locals, url);
    const said = await textsOf(request, "role");
    const role = roles.find((one) => one === said.role);
    if (!role) return fail(400, { message: m.problem_general() });
    return acted(
      locals.api
        .put("/admin/members/{handle}/role", { handle, role })
        .then(() => ({ said: m.admin_role_done() })),
    );
  },
  reset: async ({ locals, params: { handle }, url }) => {
    requireMe(locals, url);
    return acted(locals.api.post("/admin/members/{handle}/password-reset", { handle }));
  },
};
