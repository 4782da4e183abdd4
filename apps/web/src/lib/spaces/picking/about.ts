import { api } from "#lib/api/browser.ts";
import { ApiProblem } from "#lib/api/problem.ts";
import type { Instance, Media, Post, Topic } from "#lib/api/types.ts";

/** What a post that is being written is about: enough to show it and to send it. */
export type About = Topic & {
  photo: Media | null;
  /** Whose it is, for names that several have. */
  by?: string;
};

/** How the topics of a space stand in what a post is sent with. */
const idsFields: Record<string, string> = { cats: "catIds", projects: "projectIds", films: "filmIds" };
/** On one post at the most, as the API has it. */
export const mostOf: Record<string, number> = { cats: 10, projects: 1, films: 3 };

export function aboutOf(post: Post): About[] {
  const { cats = [], projects = [], films = [] } = post;
  return [
    ...cats.map(({ id, name, photo }) => ({ space: "cats", id, name, photo })),
    ...projects.map(({ id, name, photo }) => ({ space: "projects", id, name, photo })),
    ...films.map(({ id, name, photo }) => ({ space: "films", id, name, photo })),
  ];
}

/** The lists of ids for the body of a post: one for each space that the site has, empty ones too. */
export function idsOf(
  { spaces }: Pick<Instance, "spaces">,
  about: readonly About[],
): Record<string, string[]> {
  const ofSpace = (space: string) => about.filter((one) => one.space === space).map(({ id }) => id);
  return Object.fromEntries(
    spaces.flatMap((space) => {
      const field = idsFields[space];
      return field ? [[field, ofSpace(space)]] : [];
    }),
  );
}

/** Whether a post was refused because of something that it is about. */
export function isAboutGone(problem: unknown): boolean {
  return (
    problem instanceof ApiProblem &&
    problem.errors.some(({ field }) => Object.values(idsFields).includes(field)) &&
    problem.slug.startsWith("unknown-")
  );
}

function lookUp(space: string, id: string): Promise<unknown> {
  if (space === "projects") return api.get("/projects/{id}", { id });
  return space === "films" ? api.get("/films/{id}", { id }) : api.get("/cats/{id}", { id });
}

/** Those that are not there any more, or not for this person. Where that cannot be asked, none. */
export async function listGone(about: readonly About[]): Promise<About[]> {
  const isGone = await Promise.all(
    about.map(({ space, id }) =>
      lookUp(space, id).then(
        () => false,
        (problem: unknown) => problem instanceof ApiProblem && problem.status === 404,
      ),
    ),
  );
  return about.filter((_, index) => isGone[index]);
}
