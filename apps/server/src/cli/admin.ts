import { parseArgs } from "node:util";
import { createMaru } from "../app.ts";
import type { Config } from "../config.ts";
import type { Operator } from "../modules/moderation/index.ts";
import { Problem } from "../platform/http/problem.ts";
import { roles } from "../platform/identity/roles.ts";
import { openDatabase } from "./database.ts";

const usages = {
  role: `maru admin role HANDLE ${roles.join("|")}`,
  limit: "maru admin limit HANDLE [--until DATE] [--reason TEXT]",
  suspend: "maru admin suspend HANDLE [--until DATE] [--reason TEXT]",
  restore: "maru admin restore HANDLE [--reason TEXT]",
  "reset-password": "maru admin reset-password HANDLE",
} as const;
type Command = keyof typeof usages;

/** A command that was not given as it has to be. */
class Misuse extends Error {}

/** `maru admin …`: what the operator does about people, beside the running site. Answers the exit code. */
export async function admin(config: Config, args: string[]): Promise<number> {
  const [command = "", ...rest] = args;
  if (!(command in usages)) {
    console.error(`It is:\n  ${Object.values(usages).join("\n  ")}`);
    return 2;
  }
  const given = read(command as Command, rest);
  if (given instanceof Misuse) {
    console.error(given.message);
    return 2;
  }
  const database = await openDatabase(config, { beside: true });
  try {
    const maru = await createMaru({ ...config, logLevel: "warn" }, database.url);
    try {
      console.log(await run(maru.operator, command as Command, given));
      return 0;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      console.error(
        error.errors.map(({ field, message }) => `${field} ${message}`).join("\n") || error.message,
      );
      return 1;
    } finally {
      await maru.stop();
    }
  } finally {
    await database.close();
  }
}

interface Given {
  handle: string;
  role: (typeof roles)[number];
  until: string | undefined;
  reason: string;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: { until: { type: "string" }, reason: { type: "string" } },
      allowPositionals: true,
    });
  } catch {
    return undefined;
  }
}

/** What was given, before anything is connected to. */
function read(command: Command, args: string[]): Given | Misuse {
  const usage = new Misuse(`It is: ${usages[command]}`);
  const parsed = parse(args);
  if (!parsed) return usage;
  const { values, positionals } = parsed;
  const isDecision = command === "limit" || command === "suspend";
  if (values.until !== undefined && !isDecision) return usage;
  if (values.reason !== undefined && !isDecision && command !== "restore") return usage;
  const [handle, role = "member"] = positionals;
  const isRole = (roles as readonly string[]).includes(role);
  if (!handle || positionals.length !== (command === "role" ? 2 : 1) || !isRole) return usage;
  const until = values.until === undefined ? undefined : new Date(values.until);
  if (until && Number.isNaN(until.getTime()))
    return new Misuse("--until is a date, such as 2027-01-31 or 2027-01-31T18:00+09:00");
  return {
    handle,
    role: role as Given["role"],
    until: until?.toISOString(),
    reason: values.reason ?? "",
  };
}

async function run(operator: Operator, command: Command, given: Given): Promise<string> {
  const { handle, role, until, reason } = given;
  const id = await operator.find(handle);
  if (id === undefined) throw new Problem(404, "not-found", `Nobody here is called ${handle}.`);
  switch (command) {
    case "role": {
      const before = await operator.setRole(id, role);
      return before === role
        ? `${handle} is ${role} already.`
        : `${handle} was ${before} and is ${role} now.`;
    }
    case "limit":
      await operator.limit(id, { reason, ...(until !== undefined && { until }) });
      return `${handle} is limited${until === undefined ? "" : ` until ${until}`}: only followers see what they write.`;
    case "suspend":
      await operator.suspend(id, { reason, ...(until !== undefined && { until }) });
      return `${handle} is suspended${until === undefined ? "" : ` until ${until}`}: signed out everywhere, and seen by nobody.`;
    case "restore": {
      const ended = await operator.restore(id, reason);
      return ended === 0
        ? `${handle} was neither limited nor suspended.`
        : `${handle} is back, with everything of theirs.`;
    }
    case "reset-password":
      return `Within an hour and once, ${handle} chooses a new password at\n${await operator.resetPassword(id)}`;
  }
}
