import { vi } from "vitest";
import { call, type Person } from "./people.ts";

export type Project = {
  id: string;
  viewer: { bookmarked: boolean; liked: boolean } | null;
  project: { title: string; changeLog: { id: string }[] };
};

/** A project of somebody, with a little text. */
export const makes = (person: Person, title: string, stack: string[], more: object = {}) =>
  call<Project>(person, "POST", "/projects", {
    title,
    summary: `${title}, 주말에 만들어요.`,
    text: "# 왜 만들었나요\n\n빈칸이 **먼저** 눈에 들어왔어요.",
    stack,
    ...more,
  });

export const seenBy = (person: Person | null, id: string) => call<Project>(person, "GET", `/projects/${id}`);
export const isFollowing = async (person: Person, id: string) =>
  (await call<{ following: boolean }>(person, "GET", `/projects/${id}/follow`)).following;

/** Resolves when the answer of a list holds so many. */
export const holds = (person: Person | null, path: string, count: number) =>
  vi.waitUntil(async () => (await call<{ items: unknown[] }>(person, "GET", path)).items.length >= count, {
    timeout: 10_000,
  });
