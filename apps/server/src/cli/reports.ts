import { parseArgs } from "node:util";
import type { Config } from "../config.ts";
import { listWaiting } from "../modules/moderation/index.ts";
import type { Db } from "../platform/database/database.ts";
import { oneLine } from "./one-line.ts";
import { withDatabase } from "./with-database.ts";

const usage = "maru reports [--limit N], with N from 1 to 1000";

/** `maru reports`: what members have reported and nobody has decided. Answers the exit code. */
export async function reports(config: Config, args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { limit: { type: "string", default: "50" } } });
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    console.error(`It is: ${usage}`);
    return 2;
  }
  return withDatabase(config, (db) => show(db, limit));
}

async function show(db: Db, limit: number): Promise<number> {
  const found = await listWaiting(db, limit);
  if (found.length === 0) console.log("Nothing that was reported waits.");
  for (const { id, subjectKind, subjectId, seq, member, at, reports: told } of found) {
    const what =
      subjectKind === "message" ? `message ${seq} of chat ${subjectId}` : `${subjectKind} ${subjectId}`;
    console.log(`${id}  ${at.toISOString()}  ${what}${member === null ? "" : ` of @${member}`}`);
    for (const { reporter, reason, text, snapshot } of told) {
      console.log(
        `    ${reason}, by ${reporter ?? "somebody who is gone"}${text === "" ? "" : `: ${oneLine(text)}`}`,
      );
      if (snapshot.text) console.log(`      ${oneLine(snapshot.text)}`);
      for (const message of snapshot.messages ?? [])
        console.log(
          `      ${message.seq === snapshot.seq ? ">" : " "} ${message.seq} @${message.author ?? "gone"}: ${oneLine(message.text)}`,
        );
    }
  }
  return 0;
}
