import { basename } from "node:path";
import type { PersonInput } from "../../catalogue/film-input.ts";
import { lockCatalogue } from "../../catalogue/film-queries.ts";
import { writePeople } from "../../catalogue/write-people.ts";
import type { ImportDeps, ImportRun } from "../import-run.ts";
import { cleanText } from "../clean-text.ts";
import { BrokenFile } from "../files/broken-file.ts";
import { readLines } from "../files/lines.ts";
import { openFile } from "../files/open-file.ts";
import { createRowReader, type Row, type Rows } from "../files/rows.ts";
import { readTsv } from "../files/tsv.ts";
import { columns, type ImdbFile, type ImdbFiles } from "./files.ts";
import type { StepOptions } from "./films-step.ts";
import { createIdSet, type IdSet, numberOf } from "./id-set.ts";
import { mostPeople, roleOf } from "./principals.ts";
import { isWanted, type TitleChoice } from "./titles.ts";

const atOnce = 5_000;

/**
 * Writes those people of name.basics who are in a film that is wanted: a few of the millions there. Who that is is read from the other files first, into
 * a bit for each.
 */
export async function writeImdbPeople(
  deps: ImportDeps,
  run: ImportRun,
  files: ImdbFiles & { principals: string; names: string },
  { choice, onRead }: StepOptions,
): Promise<void> {
  const wanted = await findPeople(files, choice, onRead);
  const name = basename(files.names);
  const behind = run.position["names"] ?? 0;
  const rows = createRowReader(rowsOf(files.names, "names", onRead, behind), behind);
  for (let isMore = true; isMore;) {
    const people = new Map<string, PersonInput>();
    let broken: BrokenFile | undefined;
    try {
      isMore = await rows.readWhile((row) => {
        if (people.size === atOnce) return false;
        if (run.faults.isBad(name, row)) return true;
        const number = numberOf(row.cells[0], "nm");
        if (number === undefined)
          run.faults.tell(name, row.line, `${row.cells[0] ?? "nothing"} is no id of a person`);
        else if (wanted.has(number)) {
          const person = readPerson(row);
          if (person.nameEn === undefined) run.faults.tell(name, row.line, `${row.cells[0]} has no name`);
          else people.set(row.cells[0]!, person);
        }
        return true;
      });
    } catch (error) {
      if (!(error instanceof BrokenFile)) throw error;
      broken = error;
    }
    await run.commit({ names: rows.line }, async (tx) => {
      await lockCatalogue(tx);
      const { created, changed } = await writePeople(deps, tx, [...people.values()]);
      return { people: people.size, peopleCreated: created, peopleChanged: changed };
    });
    if (broken) throw broken;
  }
}

const rowsOf = (path: string, kind: ImdbFile, onRead: (bytes: number) => void, behind = 0): Rows =>
  readTsv(basename(path), readLines(openFile(path, onRead)), columns[kind], behind);

/** The people of the films. A file that breaks is read as far as it goes: the step that reads it for the films will say so. */
async function findPeople(
  files: ImdbFiles & { principals: string },
  choice: TitleChoice,
  onRead: (bytes: number) => void,
): Promise<IdSet> {
  const [films, people] = [createIdSet(), createIdSet()];
  await eachRow(rowsOf(files.basics, "basics", onRead), ({ cells }) => {
    const number = isWanted(cells, choice) ? numberOf(cells[0], "tt") : undefined;
    if (number !== undefined) films.add(number);
  });
  let [film, count] = ["", 0];
  await eachRow(
    rowsOf(files.principals, "principals", onRead),
    ({ cells: [tconst = "", nconst, category] }) => {
      const number = numberOf(tconst, "tt");
      if (number === undefined || !films.has(number)) return;
      if (nconst === undefined || roleOf(category) === undefined) return;
      if (tconst !== film) [film, count] = [tconst, 0];
      count += 1;
      const person = numberOf(nconst, "nm");
      if (count <= mostPeople && person !== undefined) people.add(person);
    },
  );
  return people;
}

async function eachRow(rows: Rows, take: (row: Row) => void): Promise<void> {
  try {
    for await (const block of rows) for (const row of block) if ("cells" in row) take(row);
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
  }
}

function readPerson({ cells: [nconst, name, born, died] }: Row): PersonInput {
  const year = (text: string | undefined) => {
    const number = Number(text);
    return text !== undefined && Number.isInteger(number) && Math.abs(number) < 3000 ? number : undefined;
  };
  return {
    ids: [{ source: "imdb", value: nconst! }],
    nameEn: cleanText(name, 200),
    born: year(born),
    died: year(died),
  };
}
