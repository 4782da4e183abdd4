import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { ProjectDeps } from "./deps.ts";
import { projectRemoved } from "./events.ts";
import { findProject, listProjectIdsOf } from "./project-queries.ts";

/** Ends the topic of a project whose post is about to go; what its maker has written about it stays. */
export async function removeProject(
  { log, topics }: Pick<ProjectDeps, "log" | "topics">,
  tx: Tx,
  id: Id,
): Promise<void> {
  const project = await findProject(tx, id);
  if (!project) return;
  await topics.remove(tx, id);
  log.publish(tx, projectRemoved({ projectId: id, ...project }));
}

/** As `removeProject`, of all projects of somebody who goes. */
export async function forgetMaker(
  deps: Pick<ProjectDeps, "log" | "topics">,
  tx: Tx,
  accountId: Id,
): Promise<void> {
  for (const id of await listProjectIdsOf(tx, [accountId])) await removeProject(deps, tx, id);
}
