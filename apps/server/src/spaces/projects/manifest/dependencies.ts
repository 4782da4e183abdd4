import { cargo } from "./dependencies/cargo.ts";
import { go } from "./dependencies/go.ts";
import { maven } from "./dependencies/maven.ts";
import { npm } from "./dependencies/npm.ts";
import { pypi } from "./dependencies/pypi.ts";

/** Where the names of dependencies come from. */
export type Ecosystem = "npm" | "pypi" | "cargo" | "go" | "maven";

const lists: Record<Ecosystem, Record<string, string>> = { npm, pypi, cargo, go, maven };

const bySlug = Object.fromEntries(
  Object.entries(lists).map(([ecosystem, slugs]) => [
    ecosystem,
    Object.entries(slugs).flatMap(([slug, names]) =>
      names
        .split(" ")
        .map((name) => ({ slug, name: name.replace("*", ""), isBeginning: name.endsWith("*") })),
    ),
  ]),
) as Record<Ecosystem, { slug: string; name: string; isBeginning: boolean }[]>;

/** The slugs of the technologies that a dependency stands for; none for what is no technology of its own. */
export function byDependency(ecosystem: Ecosystem, dependency: string): string[] {
  const given = ecosystem === "pypi" ? dependency.toLowerCase().replaceAll("_", "-") : dependency;
  return bySlug[ecosystem]
    .filter(({ name, isBeginning }) => (isBeginning ? given.startsWith(name) : given === name))
    .map(({ slug }) => slug);
}
