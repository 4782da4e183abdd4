import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { Db } from "../../../platform/database/database.ts";
import { evaluate, type Interactions } from "./evaluate.ts";
import { readInteractions } from "./recommendation-queries.ts";

const Numbers = Type.Array(Type.Integer());
const Exported = Type.Object({
  people: Type.Array(Type.Object({ id: Type.Integer(), stack: Numbers })),
  projects: Type.Array(Type.Object({ id: Type.Integer(), author: Type.Integer(), stack: Numbers })),
  marks: Type.Array(Type.Object({ person: Type.Integer(), project: Type.Integer() })),
});

/** Numbers of its own in the place of ids: what is exported leads back to nobody. */
function withoutIds({ people, projects, marks }: Interactions): Interactions {
  const numbering = () => {
    const known = new Map<number, number>();
    return (id: number) => known.get(id) ?? (known.set(id, known.size + 1), known.size);
  };
  const [person, project, technology] = [numbering(), numbering(), numbering()];
  return {
    people: people.map(({ id, stack }) => ({ id: person(id), stack: stack.map(technology) })),
    projects: projects.map(({ id, author, stack }) => ({
      id: project(id),
      author: person(author),
      stack: stack.map(technology),
    })),
    marks: marks.map((mark) => ({ person: person(mark.person), project: project(mark.project) })),
  };
}

/** `maru projects export-recommendations FILE`: who works with, has made and keeps what, without names, for `evaluate-recommendations --file`. */
export async function exportRecommendations(db: Db, args: string[]): Promise<number> {
  const [file] = parseArgs({ args, allowPositionals: true }).positionals;
  if (file === undefined) {
    process.stderr.write("Name the file to write: maru projects export-recommendations FILE.json\n");
    return 2;
  }
  const data = withoutIds(await readInteractions(db));
  await writeFile(file, `${JSON.stringify(data)}\n`);
  const { people, projects, marks } = data;
  process.stdout.write(
    `${people.length} people, ${projects.length} projects and ${marks.length} likes and bookmarks are in ${file}.\n`,
  );
  return 0;
}

async function readExported(file: string): Promise<Interactions> {
  const data: unknown = JSON.parse(await readFile(file, "utf8"));
  if (!Value.Check(Exported, data)) throw new Error(`${file} is not what export-recommendations writes`);
  return data;
}

/** `maru projects evaluate-recommendations [--file FILE]`: how good suggestions are, on the site's own data or on exported ones. */
export async function evaluateRecommendations(db: Db, args: string[]): Promise<number> {
  const { file } = parseArgs({ args, options: { file: { type: "string" } } }).values;
  const { cases, quality } = evaluate(await (file === undefined ? readInteractions(db) : readExported(file)));
  if (cases === 0) {
    process.stdout.write(
      "Nobody keeps or likes two projects yet: there is nothing to hold back and look for.\n",
    );
    return 0;
  }
  process.stdout.write(`${cases} likes and bookmarks were held back, one at a time.\n\n`);
  process.stdout.write("              recall@10  nDCG@10\n");
  for (const [method, { recall, ndcg }] of Object.entries(quality))
    process.stdout.write(
      `${method.padEnd(12)} ${recall.toFixed(3).padStart(10)} ${ndcg.toFixed(3).padStart(8)}\n`,
    );
  return 0;
}
