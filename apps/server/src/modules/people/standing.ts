import type { Tx } from "../../platform/database/database.ts";
import type { Id, Standing } from "../../platform/database/tables.ts";
import { Problem } from "../../platform/http/problem.ts";
import * as events from "./events.ts";
import type { PeopleDeps } from "./people.ts";
import {
  findHoldingDecision,
  holdStanding,
  listOver,
  lockStanding,
  updateStanding,
} from "./standing-queries.ts";

/** What another feature does when somebody's standing changes, in the same transaction. */
export type StandingStep = (
  tx: Tx,
  accountId: Id,
  change: { before: Standing; after: Standing },
) => Promise<void>;

type StandingDeps = Pick<PeopleDeps, "log" | "sessions" | "standingSteps">;

/**
 * Makes somebody's standing what the decisions about them say, and tells everybody whom that concerns. Whoever is suspended by it has no
 * session any more when it is committed. Answers how they stand; undefined when they are gone.
 */
export async function refreshStanding(
  { log, sessions, standingSteps }: StandingDeps,
  tx: Tx,
  accountId: Id,
): Promise<Standing | undefined> {
  const row = await lockStanding(tx, accountId);
  if (!row) return undefined;
  const holding = await findHoldingDecision(tx, accountId);
  const after = holding ? (holding.action === "suspend" ? "suspended" : "limited") : "good";
  const { standing: before, isPrivate, isClosed } = row;
  await updateStanding(tx, accountId, after, holding?.until ?? null);
  if (before === after) return after;
  if (after === "suspended") await sessions.end(tx, accountId, { except: null });
  for (const step of standingSteps) await step(tx, accountId, { before, after });
  log.publish(
    tx,
    events.accountChanged({ accountId, wasPrivate: isClosed, isPrivate: isPrivate || after !== "good" }),
    events.standingChanged({ accountId, before, after }),
  );
  return after;
}

const atOnce = 100;

/** Ends what has been decided for a time that is over. */
export async function endStandings(deps: StandingDeps & Pick<PeopleDeps, "db">): Promise<void> {
  for (const accountId of await listOver(deps.db, atOnce))
    await deps.log.commit((tx) => refreshStanding(deps, tx, accountId));
}

/** Throws a 403 that says why, and until when, for somebody who is suspended; they stay as they are until the transaction ends. */
export async function requireUnsuspended(deps: StandingDeps, tx: Tx, accountId: Id): Promise<void> {
  const row = await holdStanding(tx, accountId);
  if (row?.standing !== "suspended") return;
  const isOver = row.standingUntil !== null && row.standingUntil <= new Date();
  if (isOver && (await refreshStanding(deps, tx, accountId)) !== "suspended") return;
  const holding = await findHoldingDecision(tx, accountId);
  throw new Problem(403, "suspended", "This account is suspended.", {
    extension: {
      reason: holding?.reason ?? "",
      ...(holding?.until && { until: holding.until.toISOString() }),
    },
  });
}
