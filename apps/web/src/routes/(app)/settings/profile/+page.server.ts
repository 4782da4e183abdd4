import { redirect } from "@sveltejs/kit";
import type { Api } from "#lib/api/client.ts";
import { stackCalls } from "#lib/projects/stack/calls.ts";
import { myStack } from "#lib/projects/stack/mine.ts";
import { namesFrom } from "#lib/projects/stack/names.ts";
import { acted, requireMe } from "#lib/server/answers.ts";
import { allTextsOf, textOf } from "#lib/server/form.ts";
import { largeForm } from "#lib/server/large-form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => ({
  stack: await myStack(locals, requireMe(locals, url)),
});

/** Two pictures of 20 MB, the most that the API takes, and the texts beside them. */
const mostBytes = 41 * 1024 * 1024;

function textsFrom(form: FormData) {
  const labels = allTextsOf(form, "linkLabel");
  const links = allTextsOf(form, "linkUrl")
    .map((url, index) => ({ label: labels[index]?.trim() ?? "", url: url.trim() }))
    .filter(({ url }) => url !== "");
  return {
    displayName: textOf(form, "displayName").trim(),
    // Browsers send line ends as CR LF.
    bio: textOf(form, "bio").replaceAll("\r\n", "\n").trim(),
    links,
  };
}

/** The id of a picture: sent with the form by a browser without JavaScript, or before it by one with; null takes it away. */
async function pictureFrom(api: Api, form: FormData, name: "avatar" | "header") {
  const file = form.get(`${name}File`);
  if (file instanceof File && file.size > 0) {
    const upload = new FormData();
    upload.set("alt", textOf(form, `${name}Alt`));
    upload.set("file", file);
    return { [`${name}Id`]: (await api.post("/media", upload)).id };
  }
  return form.has(`${name}Id`) ? { [`${name}Id`]: textOf(form, `${name}Id`) || null } : {};
}

async function save(api: Api, form: FormData, texts: ReturnType<typeof textsFrom>) {
  const avatar = await pictureFrom(api, form, "avatar");
  const header = await pictureFrom(api, form, "header");
  if (form.has("stackOffered")) await stackCalls(api).setMine(namesFrom(form));
  return api.patch("/me", { ...texts, ...avatar, ...header });
}

export const actions: Actions = {
  default: async (event) => {
    const me = requireMe(event.locals, event.url);
    const form = await largeForm(event, mostBytes);
    const texts = textsFrom(form);
    const { displayName, bio } = texts;
    const answer = await acted(save(event.locals.api, form, texts), {
      displayName,
      bio,
      stack: namesFrom(form).join(", "),
    });
    if ("account" in answer) redirect(303, `/@${me.account.handle}`);
    return answer;
  },
};
