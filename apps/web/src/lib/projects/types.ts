import type { Answer, Schemas } from "@maru/api-client";
import type { Post } from "#lib/api/types.ts";

/** The names that pages use for what the API answers about projects; all of them follow from its contract. */
export type Project = Schemas["Project"];
export type PostProject = Schemas["PostProject"];
export type Technology = Schemas["Technology"];
/** A post that is a project. */
export type ProjectPost = Post & { project: Project };

export type CountedTechnology = Answer<"get", "/stacks">["items"][number];
export type Because = Answer<"get", "/projects/recommended">["items"][number]["because"];
export type Suggested = { id: string; post: ProjectPost; because: Because };
export type Figures = Answer<"get", "/projects/figures">;
export type Alike = Answer<"get", "/projects/people">["items"][number];
export type ProjectFollow = Answer<"get", "/projects/{id}/follow">;
