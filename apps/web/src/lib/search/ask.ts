import type { Schemas } from "@maru/api-client";
import type { Api } from "#lib/api/client.ts";
import type { Account, Instance, Page, Post } from "#lib/api/types.ts";
import type { Cat } from "#lib/cats/types.ts";
import type { Film, FilmPerson } from "#lib/films/types.ts";
import { isProject } from "#lib/projects/is-project.ts";
import type { ProjectPost } from "#lib/projects/types.ts";
import { tabsOf, type Wish } from "./query.ts";
import { withoutMarkdown } from "./without-markdown.ts";

export type FoundPost = Post & { excerpt: Pick<Schemas["Snippet"], "text" | "marks"> };
export type FoundTag = { id: string; tag: string; count: number };
export type Found = {
  posts?: Page<FoundPost>;
  people?: Page<Account>;
  tags?: Page<FoundTag>;
  cats?: Page<Cat>;
  projects?: Page<ProjectPost>;
  films?: Page<Film>;
  filmPeople?: Page<FilmPerson>;
};
/** Spaces whose things are found too. */
type Site = Pick<Instance, "spaces">;

type At = { cursor: string | null; limit?: number };

export const nothing = { items: [], nextCursor: null };

/** A page of what a wish finds: of the kind that it names, or of all. Where all are asked for, only posts go on. */
export async function ask(api: Api, site: Site, { query, tab, sort }: Wish, at: At): Promise<Found> {
  const kinds = tabsOf(site).filter((kind) => kind !== "all");
  const every = at.cursor ? "posts" : kinds.join(",");
  const type = tab === "all" ? every : tab;
  const answer = await api.get("/search", { q: query, type, sort, ...at });
  const { posts, people, tags, cats, projects, films } = answer;
  const filmPeople = answer["film-people"];
  // Where all is looked for, projects stand above the posts already.
  const above = new Set(projects?.items.map(({ id }) => id));
  const isNew = ({ id }: Post) => !above.has(id);
  return {
    ...(posts && { posts: { items: withExcerpts(posts).filter(isNew), nextCursor: posts.nextCursor } }),
    ...(people && { people }),
    ...(cats && { cats }),
    ...(projects && { projects: { ...projects, items: projects.items.filter(isProject) } }),
    ...(films && { films }),
    ...(filmPeople && { filmPeople }),
    ...(tags && { tags: { ...tags, items: tags.items.map((found) => ({ ...found, id: found.tag })) } }),
  };
}

/** Each post with the piece of it that answers the query. */
function withExcerpts({ items, snippets }: { items: Post[]; snippets: Schemas["Snippet"][] }): FoundPost[] {
  return items.map((post, index) => {
    const excerpt = snippets[index] ?? { text: post.text, marks: [] };
    if (!isProject(post)) return { ...post, excerpt };
    // Its summary stands below; of its text only what was found says more.
    return {
      ...post,
      excerpt: excerpt.marks.length > 0 ? withoutMarkdown(excerpt) : { text: "", marks: [] },
    };
  });
}
