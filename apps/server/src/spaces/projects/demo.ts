import type { Tx } from "../../platform/database/database.ts";
import type { DemoCommunity } from "../../demo/community.ts";
import type { ProjectDeps } from "./deps.ts";

export async function moveProjectsIn(_deps: ProjectDeps, _tx: Tx, _community: DemoCommunity): Promise<void> {}
