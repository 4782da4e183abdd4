import type { Logger } from "pino";
import type { LoggedEvent } from "../events/event-log.ts";
import type { LogPoint } from "../events/reader.ts";

/** A stretch of the log without a gap, as a broker carries it. */
export interface Stretch {
  /** The place in the log before its first event: a consumer that stands before it has missed something. */
  after: LogPoint;
  events: LoggedEvent[];
}

export interface Site {
  /** Tells this site's events from those of others that use the same broker. */
  id: string;
  /** The names of all its consumers, in whatever process they run. */
  consumers: readonly string[];
}

/**
 * Carries the log to consumers in other processes. The log is the truth: a broker may deliver twice, late, in another order or not at all, and
 * costs time at the most, since consumers know by `after` what they miss. It only has to try to keep the order.
 */
export interface Broker {
  /** What it is called in messages and in the table of relays; without credentials. */
  name: string;
  /** Resolves when the broker has the stretch safely; throws when that is not known. */
  publish(stretch: Stretch): Promise<void>;
  /**
   * Delivers to one consumer of that name at a time, in order, the next stretch when `handle` has resolved. What it did not resolve for is
   * delivered again. Reconnects by itself.
   */
  subscribe(consumer: string, handle: (stretch: Stretch) => Promise<void>): Subscription;
  isConnected(): boolean;
  /** What is wrong with it, in words for the operator. */
  fault(): string | undefined;
  close(): Promise<void>;
}

export interface Subscription {
  stop(): Promise<void>;
}

export type BrokerFault = "unreachable" | "refused" | "faulty";

export interface BrokerReport {
  isConnected(): boolean;
  fault(): string | undefined;
  connected(): void;
  failed(fault: BrokerFault, error: unknown): void;
  /** What fails from now on fails because it is being stopped. */
  end(): void;
}

const faults: Record<BrokerFault, string> = {
  unreachable: "the broker cannot be reached",
  refused: "the broker refuses the user name or the password of MARU_BROKER_URL",
  faulty: "the broker does not do what it should",
};
const meanwhile = "it will be tried again, and consumers read the table meanwhile";

/** Says how a broker is when that changes, not at every attempt. */
export function reportBroker(name: string, logger: Pick<Logger, "info" | "error">): BrokerReport {
  let state: "connecting" | "connected" | BrokerFault = "connecting";
  let isOver = false;
  return {
    isConnected: () => state === "connected",
    fault: () => (state === "connecting" || state === "connected" ? undefined : faults[state]),
    end: () => void (isOver = true),
    connected() {
      if (state !== "connected") logger.info({ broker: name }, "the broker is connected");
      state = "connected";
    },
    failed(fault, error) {
      if (state !== fault && !isOver)
        logger.error({ broker: name, reason: reasonOf(error) }, `${faults[fault]}; ${meanwhile}`);
      state = fault;
    },
  };
}

/** The messages of an error and of what caused it; libraries put the interesting one at the end. */
function reasonOf(error: unknown): string {
  const reasons = new Set<string>();
  for (let cause = error; cause instanceof Error; cause = nextCause(cause))
    if (cause.message) reasons.add(cause.message);
  return [...reasons].join(": ") || String(error);
}

export function nextCause(error: Error): unknown {
  return error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined);
}
