import { type RawBuilder, sql } from "kysely";

/** An SQL expression that makes a JSON value of the post `p`. */
export type PostJson = RawBuilder<unknown>;

/** What the post `p` shows besides for being of its kind, as an SQL expression; null for notes and comments. */
export function formJson(forms: readonly { kind: string; json: PostJson }[]): RawBuilder<unknown> {
  if (forms.length === 0) return sql`null`;
  const cases = forms.map(({ kind, json }) => sql`when ${sql.lit(kind)} then (${json})`);
  return sql`case p.kind ${sql.join(cases, sql` `)} end`;
}
