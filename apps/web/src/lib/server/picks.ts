import { catCalls } from "#lib/cats/calls.ts";
import { filmCalls } from "#lib/films/calls.ts";
import { titleOf } from "#lib/films/titles.ts";
import { projectCalls } from "#lib/projects/calls.ts";
import { isProject } from "#lib/projects/is-project.ts";
import type { Cat } from "#lib/cats/types.ts";
import type { Me } from "#lib/api/types.ts";
import { type About, mostOf } from "#lib/spaces/picking/about.ts";
import { mostOwn, newsOf } from "#lib/spaces/picking/own-projects.ts";
import { allTextsOf } from "./form.ts";

const most = mostOf["cats"] ?? 1;
const isId = (text: string) => /^\d{1,18}$/.test(text);

/** One's own cats, to choose from without a script too; undefined where there is no such space, or no answer. */
export async function ownCats({ api, instance }: App.Locals, me: Me): Promise<Cat[] | undefined> {
  if (!instance.spaces.includes("cats")) return undefined;
  return catCalls(api)
    .ofAccount(me.account.handle, { limit: 50 })
    .then(
      ({ items }) => items,
      () => undefined,
    );
}

/** One's own projects, of one of which a post can be news; undefined where there is no such space, or no answer. */
export async function ownProjects({ api, instance }: App.Locals, me: Me): Promise<About[] | undefined> {
  if (!instance.spaces.includes("projects")) return undefined;
  return projectCalls(api)
    .ofAccount(me.account.handle, { limit: mostOwn })
    .then(
      ({ items }) => items.map(newsOf),
      () => undefined,
    );
}

/** The cats that a link to the composer names, as in `/compose?cat=12`; those that are not there are left out. */
export async function aboutOfLink({ api, instance }: App.Locals, ids: string[]): Promise<About[]> {
  if (!instance.spaces.includes("cats")) return [];
  const asked = [...new Set(ids.filter(isId))].slice(0, most);
  const cats = await Promise.all(
    asked.map((id) =>
      catCalls(api)
        .one(id)
        .catch(() => undefined),
    ),
  );
  return cats.flatMap((cat) =>
    cat ? [{ space: "cats", id: cat.id, name: cat.name, photo: cat.photo }] : [],
  );
}

/** One's own project that a link to the composer names, as in `/compose?project=12`: the post becomes its news. */
export async function projectOfLink(
  { api, instance }: App.Locals,
  me: Me,
  id: string | null,
): Promise<About[]> {
  if (!id || !isId(id) || !instance.spaces.includes("projects")) return [];
  const post = await projectCalls(api)
    .one(id)
    .catch(() => undefined);
  if (!post || !isProject(post) || post.author.id !== me.account.id) return [];
  return [newsOf(post)];
}

/** The film that a link to the composer names, as in `/compose?film=12`; without a script it is sent along as it is. */
export async function filmOfLink({ api, instance }: App.Locals, id: string | null): Promise<About[]> {
  if (!id || !isId(id) || !instance.spaces.includes("films")) return [];
  const film = await filmCalls(api)
    .one(id)
    .catch(() => undefined);
  return film ? [{ space: "films", id, name: titleOf(film), photo: film.poster }] : [];
}

/** What was picked in a form without a script; nothing where the form did not offer it. */
export function pickedIds(form: FormData): Record<string, string[]> {
  const ids = (name: string) => allTextsOf(form, name).filter(isId);
  return {
    ...(form.has("picks") && { catIds: ids("pick").slice(0, most) }),
    ...(form.has("filmPicks") && { filmIds: ids("film").slice(0, mostOf["films"]) }),
    ...(form.has("projectPicks") && { projectIds: ids("project").slice(0, mostOf["projects"]) }),
  };
}
