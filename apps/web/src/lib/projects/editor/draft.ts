import type { Visibility } from "#lib/api/types.ts";
import { namesFrom } from "../stack/names.ts";
import type { ProjectBody, ProjectPost } from "./calls.ts";

/** A project as the form holds it. */
export type Draft = {
  title: string;
  summary: string;
  /** Names of technologies. */
  stack: string[];
  repoUrl: string;
  demoUrl: string;
  /** Markdown. */
  text: string;
  openToChat: boolean;
  visibility: Visibility;
};

export const limits = { title: 80, summary: 160, text: 20_000, address: 500 };

export const emptyDraft: Draft = {
  title: "",
  summary: "",
  stack: [],
  repoUrl: "",
  demoUrl: "",
  text: "",
  openToChat: true,
  visibility: "public",
};

export function draftOf({ project, text, visibility }: ProjectPost): Draft {
  return {
    title: project?.title ?? "",
    summary: project?.summary ?? "",
    stack: project?.stack.map(({ name }) => name) ?? [],
    repoUrl: project?.repoUrl ?? "",
    demoUrl: project?.demoUrl ?? "",
    text,
    openToChat: project?.openToChat ?? true,
    visibility,
  };
}

export function draftFrom(form: FormData): Draft {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  return {
    title: text("title"),
    summary: text("summary"),
    stack: namesFrom(form),
    repoUrl: text("repoUrl"),
    demoUrl: text("demoUrl"),
    // Browsers send line ends as CR LF.
    text: text("text").replaceAll("\r\n", "\n"),
    openToChat: form.has("openToChat"),
    visibility: text("visibility") === "followers" ? "followers" : "public",
  };
}

/** People copy addresses without their beginning: github.com/haru/maru. */
function addressOf(written: string) {
  const text = written.trim();
  if (text === "") return null;
  return /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
}

export function bodyOf({ repoUrl, demoUrl, text, ...rest }: Draft): ProjectBody {
  return {
    ...rest,
    title: rest.title.trim(),
    summary: rest.summary.trim(),
    text: text.trim(),
    repoUrl: addressOf(repoUrl),
    demoUrl: addressOf(demoUrl),
  };
}
