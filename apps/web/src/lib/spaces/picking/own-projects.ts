import type { ProjectPost } from "#lib/projects/types.ts";
import type { About } from "./about.ts";

/** More than these fit no panel. */
export const mostOwn = 50;

/** A project of one's own, for a post that is news of it. */
export const newsOf = ({ id, project, media }: ProjectPost): About => ({
  space: "projects",
  id,
  name: project.title,
  photo: media[0] ?? null,
});
