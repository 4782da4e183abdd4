import { parseArgs } from "node:util";
import type { Config } from "../config.ts";
import { listReports } from "../modules/chat/index.ts";
import type { Db } from "../platform/database/database.ts";
import { oneLine } from "./one-line.ts";
import { withDatabase } from "./with-database.ts";

const usage = "maru reports [--limit N], with N from 1 to 1000";

/** `maru reports`: what members have told the operators of chats. Answers the exit code. */
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
  const found = await listReports(db, limit);
  if (found.length === 0) console.log("Nobody has reported anything.");
  for (const { id, chatId, reporter, reason, text, seq, at, messages } of found) {
    const about = seq === null ? `chat ${chatId}` : `message ${seq} of chat ${chatId}`;
    console.log(`${id}  ${at.toISOString()}  ${reason}  ${about}, by ${reporter ?? "somebody who is gone"}`);
    if (text !== "") console.log(`    they say: ${oneLine(text)}`);
    for (const message of messages)
      console.log(
        `    ${message.seq === seq ? ">" : " "} ${message.seq} @${message.author ?? "gone"}: ${oneLine(message.text)}`,
      );
  }
  return 0;
}
