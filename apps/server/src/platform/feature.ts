import type { Registry } from "prom-client";
import type { Consumer } from "./events/consumer.ts";
import type { App } from "./http/route.ts";

/** What a process can do for the others without being on the web: a role of this name, and the routes that they ask it by. */
export interface Service {
  role: string;
  routes(app: App): Promise<void>;
}

/** What a feature adds to the program. */
export interface Feature {
  routes(app: App): Promise<void>;
  consumers: Consumer[];
  services?: Service[];
  /** What the site can do without: by its name why it is missing now, in words that anybody may read. */
  helpers?: Record<string, () => string | undefined>;
  /** Puts figures of its own into `/metrics`. */
  metrics?(registry: Registry): void;
  jobs?: { name: string; everyMs: number; work(): Promise<void> }[];
  /** Called once when the consumers run, and once when they have ended. */
  started?(): Promise<void>;
  stopped?(): Promise<void>;
  /** Resolves when what it does in the background after a commit has ended. */
  idle?(): Promise<void>;
}
