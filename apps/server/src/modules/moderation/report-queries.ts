import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { ReportReason, SubjectKind } from "./tables.ts";

export interface Place {
  kind: SubjectKind;
  id: Id;
  /** The number of a message in its chat; 0 for everything else. */
  seq: number;
}

/** The case of a thing that is not decided yet, a new one if there is none; it stays so until the transaction ends. */
export async function openCase(tx: Tx, { kind, id, seq }: Place, accountId: Id | null): Promise<Id> {
  const { rows } = await sql<{ id: Id }>`
    insert into report_case (subject_kind, subject_id, seq, account_id) values (${kind}, ${id}, ${seq}, ${accountId})
    on conflict (subject_kind, subject_id, seq) where state <> 'decided' do update set account_id = excluded.account_id
    returning id
  `.execute(tx);
  return rows[0]!.id;
}

/** False when they have told of it before. */
export async function insertReport(
  tx: Tx,
  report: { caseId: Id; reporterId: Id; reason: ReportReason; text: string; snapshot: object },
): Promise<boolean> {
  const row = await tx
    .insertInto("report")
    .values({ ...report, snapshot: JSON.stringify(report.snapshot) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
