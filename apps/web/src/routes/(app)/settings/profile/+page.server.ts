import { redirect } from "@sveltejs/kit";
import { acted, requireMe } from "#lib/server/answers.ts";
import { allTextsOf, textOf } from "#lib/server/form.ts";
import type { Actions } from "./$types";

function changesFrom(form: FormData) {
  const labels = allTextsOf(form, "linkLabel");
  const links = allTextsOf(form, "linkUrl")
    .map((url, index) => ({ label: labels[index]?.trim() ?? "", url: url.trim() }))
    .filter(({ url }) => url !== "");
  const pictures = ["avatarId", "headerId"].flatMap((name) => {
    return form.has(name) ? [[name, textOf(form, name) || null] as const] : [];
  });
  return {
    displayName: textOf(form, "displayName").trim(),
    // Browsers send line ends as CR LF.
    bio: textOf(form, "bio").replaceAll("\r\n", "\n").trim(),
    links,
    ...Object.fromEntries(pictures),
  };
}

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const me = requireMe(locals, url);
    const changes = changesFrom(await request.formData());
    const { displayName, bio } = changes;
    const answer = await acted(locals.api.patch("/me", changes), { displayName, bio });
    if ("account" in answer) redirect(303, `/@${me.account.handle}`);
    return answer;
  },
};
