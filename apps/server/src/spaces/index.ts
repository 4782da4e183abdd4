import type { MigrationFolder } from "../platform/database/migrate.ts";
import { cats } from "./cats/index.ts";
import { films } from "./films/index.ts";
import { projects } from "./projects/index.ts";
import type { SpaceDefinition } from "./space.ts";

/** Every space there is, in the order in which they are shown. */
export const spaces: readonly SpaceDefinition[] = [cats, projects, films];

/** Those that the setting names: `all`, `none`, or some. Throws, in words for the operator, for one that there is not. */
export function chooseSpaces(
  names: readonly string[],
  all: readonly SpaceDefinition[] = spaces,
): SpaceDefinition[] {
  const known = [...all.map((space) => space.name), "all", "none"];
  for (const name of names) {
    if (!known.includes(name))
      throw new Error(`MARU_SPACES: there is no space ${name}; there are: ${known.join(", ")}.`);
    if ((name === "all" || name === "none") && names.length > 1)
      throw new Error(`MARU_SPACES: ${name} stands alone.`);
  }
  return names.includes("all") ? [...all] : all.filter((space) => names.includes(space.name));
}

/** Where the migrations of spaces are. */
export const migrationsOf = (chosen: readonly SpaceDefinition[]): MigrationFolder[] =>
  chosen.map(({ name, migrations }) => ({ prefix: `${name}/`, path: migrations }));
