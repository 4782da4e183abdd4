import { type Static, Type } from "typebox";
import { Choice, IdText, Nullable, PageQuery, Ref } from "../../platform/http/schemas.ts";
import { Media } from "../../platform/media/media-schema.ts";
import { Account } from "../../modules/people/index.ts";
import { Post } from "../../modules/posts/index.ts";

const closed = { additionalProperties: false };

export const Technology = Type.Object({ id: Type.String(), name: Type.String() }, { $id: "Technology" });

/** What a post that is a project shows besides. */
export const Project = Type.Object(
  {
    title: Type.String(),
    summary: Type.String(),
    stack: Type.Array(Ref(Technology)),
    repoUrl: Nullable(Type.String()),
    demoUrl: Nullable(Type.String()),
    openToChat: Type.Boolean({ description: "Whether its maker may be asked for a coffee chat about it." }),
    changeLog: Type.Array(
      Type.Object({
        id: Type.String({ description: "Of the post." }),
        text: Type.String({ description: "Its beginning." }),
        createdAt: Type.String({ format: "date-time" }),
      }),
      { description: "What its maker has written about it for everybody, the newest three." },
    ),
  },
  { $id: "Project" },
);

/** A project as a post of its change log shows it. */
export const PostProject = Type.Object(
  {
    id: Type.String(),
    name: Type.String({ description: "Its title." }),
    summary: Type.String(),
    photo: Nullable(Ref(Media)),
  },
  { $id: "PostProject" },
);

/** The rules say what is wrong with a text; this only bounds what they look at. */
const Short = (description: string) => Type.String({ maxLength: 2000, description });
const Names = Type.Array(Type.String({ maxLength: 200 }), {
  maxItems: 100,
  description:
    "Ids of `GET /stacks`, names or other spellings; new names become new technologies. 20 at the most.",
});

const fields = {
  title: Short("1 to 80 characters."),
  summary: Short("One line of 1 to 160 characters."),
  text: Type.String({ maxLength: 80_000, description: "Markdown, 1 to 20,000 characters." }),
  stack: Names,
  repoUrl: Type.Optional(Nullable(Short("An http or https address."))),
  demoUrl: Type.Optional(Nullable(Short("An http or https address."))),
  mediaIds: Type.Optional(
    Type.Array(IdText, {
      maxItems: 10,
      description: "The gallery: pictures of one's own; the first is the cover.",
    }),
  ),
  openToChat: Type.Optional(Type.Boolean({ description: "Unless given, it is." })),
  visibility: Type.Optional(Choice("public", "followers")),
};

export const NewProjectBody = Type.Object(fields, closed);
export type NewProjectBody = Static<typeof NewProjectBody>;
export const EditProjectBody = Type.Object(
  {
    ...fields,
    title: Type.Optional(fields.title),
    summary: Type.Optional(fields.summary),
    text: Type.Optional(fields.text),
    stack: Type.Optional(fields.stack),
  },
  { ...closed, minProperties: 1 },
);
export type EditProjectBody = Static<typeof EditProjectBody>;

export const BoardQuery = Type.Object(
  {
    ...PageQuery,
    stack: Type.Optional(Short("Ids, names or other spellings of technologies, with commas between them.")),
    match: Type.Optional(Choice("any", "all")),
    sort: Type.Optional(Choice("latest", "popular", "views")),
    q: Type.Optional(
      Type.String({ maxLength: 200, description: "Words of the title, the summary or the stack." }),
    ),
  },
  closed,
);

export const BoardFigures = Type.Object({
  people: Type.Integer({ description: "On this site." }),
  projects: Type.Integer({ description: "That everybody may see." }),
  thisWeek: Type.Integer({ description: "Those of them that came within seven days." }),
});

export const PreviewBody = Type.Object({ text: fields.text }, closed);
export const Preview = Type.Object({ html: Type.String() });

export const StackQuery = Type.Object(
  { ...PageQuery, query: Type.Optional(Type.String({ maxLength: 100 })) },
  closed,
);
export const StackItem = Type.Object({
  id: Type.String(),
  name: Type.String(),
  projects: Type.Integer({ description: "How many are made with it." }),
});
export const StackBody = Type.Object({ stack: Names }, closed);
export const StackAnswer = Type.Object({ stack: Type.Array(Ref(Technology)) });

export const ManifestBody = Type.Object(
  {
    name: Type.String({
      maxLength: 200,
      description:
        "Of the file: package.json, pyproject.toml, go.mod, Cargo.toml, pom.xml, build.gradle or build.gradle.kts.",
    }),
    text: Type.String({ maxLength: 512_000 }),
  },
  closed,
);

export const Recommended = Type.Object({
  post: Ref(Post),
  because: Type.Object({
    stack: Type.Array(Type.String(), {
      description: "Names of technologies that its maker and the reader share.",
    }),
    people: Type.Array(Ref(Account), {
      description: "Its maker, or those who keep what the reader keeps, too.",
    }),
  }),
});

export const Alike = Type.Object({
  account: Ref(Account),
  stack: Type.Array(Type.String(), { description: "Names of what both work with, the rarest first." }),
  likeness: Type.Number({ description: "From 0 to 1." }),
});

export const Follow = Type.Object({ following: Type.Boolean(), followers: Type.Integer() });
