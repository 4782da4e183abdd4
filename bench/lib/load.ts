import { fork } from "node:child_process";
import { join } from "node:path";
import type { LatencySummary } from "./latencies.ts";

export interface LoadRequest {
  method: string;
  path: string;
  token?: string;
  /** JSON text, or bytes of the given type. */
  body?: string | Uint8Array;
  type?: string;
  /** The browser that it says it is. */
  agent?: string;
  /** Requests of a kind are also reported by themselves. */
  kind?: string;
}

export interface LoadJob {
  port: number;
  /** Sent in turn, from the first on, again and again. */
  requests: LoadRequest[];
  connections: number;
  /**
   * Requests per second at fixed times, whatever the answers take; each is measured from the moment at which it was due, so that a
   * server that stalls cannot hide behind requests that were never sent. Without it every connection sends as soon as it has its answer.
   */
  rate?: number;
  /** Measured time. Without it the run ends after `count` requests. */
  seconds?: number;
  count?: number;
  /** Sent and answered, but left out of the times. */
  warmUpSeconds?: number;
}

export interface LoadReport extends LatencySummary {
  /** Measured answers per second. */
  perSecond: number;
  /** Every answer, those of the warm-up included: what CPU time is divided by. */
  answered: number;
  /** Answers other than 2xx and connections lost, by status or reason. */
  errors: Record<string, number>;
  /** Of those that have a kind, by kind. */
  kinds: Record<string, LatencySummary>;
  /** Bytes of all bodies of measured answers. */
  bodyBytes: number;
  /** What the generator itself cost, in seconds of CPU. */
  generatorCpuSeconds: number;
}

/** Runs one load in a process of its own. */
export async function runLoad(job: LoadJob): Promise<LoadReport> {
  const child = fork(join(import.meta.dirname, "load-process.ts"), { serialization: "advanced" });
  try {
    return await new Promise<LoadReport>((resolve, reject) => {
      child.once("message", (report) => resolve(report as LoadReport));
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`the load generator ended with ${code}`)));
      child.send(job);
    });
  } finally {
    child.kill();
  }
}

export function errorsOf(report: LoadReport): number {
  return Object.values(report.errors).reduce((sum, count) => sum + count, 0);
}
