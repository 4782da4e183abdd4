import { type RawBuilder, sql } from "kysely";

/** A column of rows that are sent, as PostgreSQL is given it: an array of `sent`, made what it is to be by `read`. */
interface SentColumn {
  name: string;
  sent: string;
  read: string;
}

const definitions = new Map<string, readonly SentColumn[]>();

/** Reads `id bigint, state jsonb`. */
function columnsOf(definition: string): readonly SentColumn[] {
  const known = definitions.get(definition);
  if (known) return known;
  const columns = definition.split(", ").map((column): SentColumn => {
    const [name, type] = column.split(" ") as [string, string];
    // Arrays of arrays would have to be even, and documents of arrays be read twice.
    if (type === "jsonb" || type.endsWith("[]")) return { name, sent: "text", read: `${name}::${type}` };
    if (type === "timestamptz") return { name, sent: "float8", read: `to_timestamp(${name} / 1000)` };
    return { name, sent: type, read: name };
  });
  definitions.set(definition, columns);
  return columns;
}

/** A value within the text of an array. */
function toElement(value: unknown, { read }: SentColumn): string {
  if (value === null) return "NULL";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  // JSON has nothing to be escaped twice but quotes and backslashes, in which arrays agree with it.
  if (read.endsWith("jsonb")) return JSON.stringify(JSON.stringify(value));
  return Array.isArray(value)
    ? `"{${value.join(",")}}"`
    : `"${(value as string).replaceAll(/["\\]/g, "\\$&")}"`;
}

/** A table `row` with these columns, in their order, of one array for each of them, as a text or as in binary-arrays.ts. */
function fromArrays(arrays: readonly (string | Buffer)[], definition: string): RawBuilder<unknown> {
  const columns = columnsOf(definition);
  const given = columns.map(({ sent }, place) => sql`${arrays[place]}::${sql.raw(sent)}[]`);
  const names = columns.map(({ name }) => name).join(", ");
  const read = columns.map((column) => `${column.read} as ${column.name}`).join(", ");
  return sql`(select ${sql.raw(read)} from unnest(${sql.join(given)}) as sent(${sql.raw(names)})) as row`;
}

/** As columns, PostgreSQL reads rows several times faster than as documents. Times are in milliseconds. */
export function rowsOf(rows: readonly object[], definition: string): RawBuilder<unknown> {
  const arrays = columnsOf(definition).map((column) => {
    const elements = rows.map((row) => toElement((row as Record<string, unknown>)[column.name], column));
    return `{${elements.join(",")}}`;
  });
  return fromArrays(arrays, definition);
}

/** Adds rows to a table, given as one array for each column. */
export const insertionOf = (
  table: string,
  definition: string,
  arrays: readonly Buffer[],
): RawBuilder<unknown> => insertionFrom(table, definition, fromArrays(arrays, definition));

/** Adds rows to a table. */
export const insertion = (table: string, definition: string, rows: readonly object[]): RawBuilder<unknown> =>
  insertionFrom(table, definition, rowsOf(rows, definition));

function insertionFrom(table: string, definition: string, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  const names = columnsOf(definition).map(({ name }) => name);
  return sql`insert into ${sql.table(table)} (${sql.raw(names.join(", "))}) select * from ${rows}`;
}
