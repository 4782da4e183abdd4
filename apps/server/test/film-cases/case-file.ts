import { readFile } from "node:fs/promises";
import { type Static, type TSchema, Type } from "typebox";
import { Compile } from "typebox/compile";

/** A file that cannot be read as cases, in words that say why. */
export class UnusableFile extends Error {}

const Json = Type.Record(Type.String(), Type.Unknown());
const Case = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal("pure"), Type.Literal("log")]),
  fn: Type.Optional(Type.String()),
  input: Type.Optional(Json),
  events: Type.Optional(Type.Array(Json)),
  expect: Json,
});
const File = Type.Object({
  tolerance: Type.Optional(Type.Number({ minimum: 0 })),
  cases: Type.Array(Case, { minItems: 1 }),
});

export type FilmCase = Static<typeof Case>;
export type CaseFile = Static<typeof File>;

/** Reads a file in the format of film-cases.json. Throws `UnusableFile`. */
export async function readCaseFile(path: string): Promise<CaseFile> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "There is no such file" : error.message;
    throw new UnusableFile(`${path}: ${why}.`);
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new UnusableFile(`${path} is no JSON: ${(error as Error).message}.`);
  }
  const fault = firstFault(File, content);
  if (fault) throw new UnusableFile(`${path} does not have the shape of film-cases.json: ${fault}.`);
  return content as CaseFile;
}

const compiled = new WeakMap<TSchema, ReturnType<typeof Compile>>();

/** Where and why a value does not fit; undefined when it does. */
export function firstFault(schema: TSchema, value: unknown): string | undefined {
  const validator = compiled.get(schema) ?? Compile(schema);
  compiled.set(schema, validator);
  if (validator.Check(value)) return undefined;
  const [fault] = validator.Errors(value);
  return fault && `${fault.instancePath || "the whole"} ${fault.message}`;
}
