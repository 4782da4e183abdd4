import type { Consumer } from "./events/consumer.ts";
import type { App } from "./http/route.ts";

/** What a feature adds to the program. */
export interface Feature {
  routes(app: App): Promise<void>;
  consumers: Consumer[];
  jobs?: { name: string; everyMs: number; work(): Promise<void> }[];
  /** Called once when the consumers run, and once when they have ended. */
  started?(): Promise<void>;
  stopped?(): Promise<void>;
  /** Resolves when what it does in the background after a commit has ended. */
  idle?(): Promise<void>;
}
