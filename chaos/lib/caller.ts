import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "./random.ts";
import type { RoleProcess } from "./role-process.ts";

export interface Person {
  id: string;
  handle: string;
  token: string;
  /** The web process that they use while it is there. */
  web: number;
}

export interface Request {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body?: object;
  /** The same key makes a repeated creation one. */
  key?: string;
}

export interface Answer {
  /** 0: nobody has answered. */
  status: number;
  body: unknown;
  /** The process that answered, and which of its lives. */
  by: string;
  /** An earlier attempt was sent and its answer never came: it may have been carried out. */
  wasLost: boolean;
}

export interface Figures {
  requests: number;
  retries: number;
  lost: number;
  statuses: Map<number, number>;
}

export interface Caller {
  /** Asks, and asks another web process when the answer is lost, as somebody does who wants it done. `isPatient: false`: asks once. */
  ask(person: Person, request: Request, isPatient?: boolean): Promise<Answer>;
  /** One attempt at one process. Throws when no answer comes. */
  askOne(web: number, token: string | undefined, request: Request): Promise<Answer>;
  figures: Figures;
}

const answerMs = 15_000;
const patienceMs = 40_000;

export function createCaller(webs: readonly RoleProcess[], random: Random): Caller {
  const figures: Figures = { requests: 0, retries: 0, lost: 0, statuses: new Map() };

  async function askOne(web: number, token: string | undefined, request: Request): Promise<Answer> {
    const { method, path, body, key } = request;
    const process = webs[web]!;
    const by = `${process.name}/${process.incarnation()}`;
    figures.requests++;
    const response = await fetch(`http://127.0.0.1:${process.port}/api/v1${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body && { "content-type": "application/json" }),
        ...(key !== undefined && { "idempotency-key": key }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(answerMs),
    });
    const text = await response.text();
    const { status } = response;
    figures.statuses.set(status, (figures.statuses.get(status) ?? 0) + 1);
    return { status, body: text === "" ? undefined : JSON.parse(text), by, wasLost: false };
  }

  return {
    figures,
    askOne,
    async ask(person, request, isPatient = true) {
      let late = performance.now() + patienceMs;
      let wasLost = false;
      for (let attempt = 0; ; attempt++) {
        try {
          const answer = await askOne((person.web + attempt) % webs.length, person.token, request);
          return { ...answer, wasLost };
        } catch (error) {
          // Refused connections are certain: nobody has heard of it.
          if (!isRefused(error)) {
            wasLost = true;
            figures.lost++;
          }
          // Nobody can be asked while all are down.
          if (!webs.some((web) => web.isUp())) late = performance.now() + patienceMs;
          if ((wasLost && !isPatient) || performance.now() > late)
            return { status: 0, body: undefined, by: "", wasLost };
          figures.retries++;
          await pause(attempt % webs.length === 0 ? 20 : random.between(100, 400));
        }
      }
    },
  };
}

function isRefused(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ((cause as { code?: string }).code === "ECONNREFUSED") return true;
  return false;
}
