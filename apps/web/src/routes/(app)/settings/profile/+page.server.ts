import { redirect } from "@sveltejs/kit";
import type { Me } from "#lib/api/types.ts";
import { acted, requireMe } from "#lib/server/answers.ts";
import type { Actions } from "./$types";

function changesFrom(form: FormData) {
  const labels = form.getAll("linkLabel").map(String);
  const links = form
    .getAll("linkUrl")
    .map((url, index) => ({ label: labels[index]?.trim() ?? "", url: String(url).trim() }))
    .filter(({ url }) => url !== "");
  const pictures = ["avatarId", "headerId"].flatMap((name) => {
    const id = form.get(name);
    return id === null ? [] : [[name, String(id) || null] as const];
  });
  return {
    displayName: String(form.get("displayName") ?? "").trim(),
    // Browsers send line ends as CR LF.
    bio: String(form.get("bio") ?? "")
      .replaceAll("\r\n", "\n")
      .trim(),
    links,
    ...Object.fromEntries(pictures),
  };
}

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const me = requireMe(locals, url);
    const changes = changesFrom(await request.formData());
    const { displayName, bio } = changes;
    const answer = await acted(locals.api.patch<Me>("/me", changes), { displayName, bio });
    if ("account" in answer) redirect(303, `/@${me.account.handle}`);
    return answer;
  },
};
