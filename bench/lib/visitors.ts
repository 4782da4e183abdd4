import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { createLatencies, type LatencySummary } from "./latencies.ts";
import type { LoadRequest } from "./load.ts";

export interface VisitorsReport extends LatencySummary {
  /** Answers other than 2xx and connections lost, by what was asked and what came. */
  failures: Map<string, number>;
}

/**
 * People who each ask for something, look at it for a second, and ask for the next, over connections that are kept; unlike `runLoad` through
 * whatever a proxy makes of the answers. Ends when told to.
 */
export function sendVisitors(port: number, requests: readonly LoadRequest[], people: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: people });
  const latencies = createLatencies();
  const failures = new Map<string, number>();
  let [next, isOver] = [0, false];

  function ask({ method, path, token, body }: LoadRequest): Promise<number | string> {
    return new Promise((resolve) => {
      const headers = {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      };
      const lost = ({ message }: Error) => resolve(message);
      const asked = request({ host: "127.0.0.1", port, method, path, headers, agent }, (answer) => {
        answer
          .resume()
          .on("end", () => resolve(answer.statusCode!))
          .on("error", lost);
      });
      asked.on("error", lost).end(body);
    });
  }

  async function visitor(): Promise<void> {
    // Not all in the same moment.
    await pause(Math.random() * 1000);
    while (!isOver) {
      const wanted = requests[next++ % requests.length]!;
      const begun = performance.now();
      const status = await ask(wanted);
      latencies.add(performance.now() - begun);
      if (typeof status === "string" || status >= 300) {
        const what = `${wanted.kind}: ${status}`;
        failures.set(what, (failures.get(what) ?? 0) + 1);
      }
      await pause(1000);
    }
  }

  const all = Promise.all(Array.from({ length: people }, visitor));
  return {
    /** The visitors go; what is under way is waited for. */
    async end(): Promise<VisitorsReport> {
      isOver = true;
      await all;
      agent.destroy();
      return { ...latencies.summary(), failures };
    },
  };
}
