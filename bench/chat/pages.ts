import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { LatencySummary } from "../lib/latencies.ts";

/** Somebody with a chat; the other one of it is next to them in the list. */
export interface PagePerson {
  token: string;
  chatId: string;
}

export interface TalkJob {
  /** The first so many chats, in turn, and in each of them its two people in turn. */
  chats: number;
  rate: number;
  warmUpSeconds: number;
  seconds: number;
}

export interface TalkReport {
  /** Until it was at the other one's page: since it was due, since it was sent, and since the server's `createdAt`. */
  sinceDue: LatencySummary;
  sinceSent: LatencySummary;
  sinceCreated: LatencySummary;
  /** Until it was acknowledged, since it was sent. */
  acknowledged: LatencySummary;
  /** Those of the warm-up included. */
  sent: number;
  errors: string[];
  /** What came to a page twice, or before what was sent earlier. */
  outOfTurn: number;
  /** What has not come to a page, its author's included. */
  missing: number;
  /** How late the last one was sent. */
  behindMs: number;
  cpuSeconds: number;
}

export interface StormJob {
  /** The program, to be killed; without it the pages cut their connections. */
  kill?: number;
  /** Messages are sent over HTTP to every second chat, so many a second. */
  rate: number;
}

export interface StormReport {
  /** Until a page was connected again and had everything. */
  back: LatencySummary;
  /** Pages that were not back after three minutes. */
  away: number;
  /** Messages that were sent and acknowledged meanwhile. */
  sent: number;
  /** Requests that had to be repeated, by what the answer was. */
  repeated: Record<string, number>;
  /** Messages that a page had to ask for although it was back: they had not come by its socket. */
  gaps: number;
  /** What pages have not got ten seconds after the last message was sent. */
  missing: number;
  /** Of what all pages have: the numbers of their last messages, added up. */
  lastSeqs: number;
  cpuSeconds: number;
}

export type PagesCommand =
  | { do: "open"; port: number; people: PagePerson[] }
  | ({ do: "talk" } & TalkJob)
  | ({ do: "storm" } & StormJob);

/** Open pages of many people, in a process of their own. */
export interface Pages {
  pid: number;
  /** Connects everybody; answers how long that took, in milliseconds. */
  open(port: number, people: PagePerson[]): Promise<number>;
  talk(job: TalkJob): Promise<TalkReport>;
  /** `onStruck` is called when the connections were cut, or the program was killed. */
  storm(job: StormJob, onStruck?: () => void): Promise<StormReport>;
  stop(): void;
}

export function startPages(): Pages {
  const child: ChildProcess = fork(join(import.meta.dirname, "pages-process.ts"), {
    serialization: "advanced",
  });
  const ask = <T>(command: PagesCommand, onStruck?: () => void): Promise<T> =>
    new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`the process of the pages ended with ${code}`));
      const hear = (message: unknown) => {
        if (message === "struck") return onStruck?.();
        child.off("message", hear).off("exit", ended);
        resolve(message as T);
      };
      child.on("message", hear).once("exit", ended);
      child.send(command);
    });
  return {
    pid: child.pid!,
    open: (port, people) => ask({ do: "open", port, people }),
    talk: (job) => ask({ do: "talk", ...job }),
    storm: (job, onStruck) => ask({ do: "storm", ...job }, onStruck),
    stop: () => void child.kill(),
  };
}
