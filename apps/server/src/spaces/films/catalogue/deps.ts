import type { Topics } from "../../../modules/topics/index.ts";
import type { EventLog } from "../../../platform/events/event-log.ts";

/** What writing to the catalogue takes. */
export interface CatalogueDeps {
  log: EventLog;
  topics: Pick<Topics, "createMany" | "haveChanged">;
}
