import { parseArgs } from "node:util";

export const brokers = ["rabbitmq", "kafka", "none"] as const;
export const engines = ["redis", "opensearch"] as const;
export const breakages = ["position-first"] as const;

export type BrokerName = (typeof brokers)[number];
export type EngineName = (typeof engines)[number];

export interface Options {
  minutes: number;
  seed: number;
  /** Undefined: whichever is there. */
  broker: BrokerName | undefined;
  engines: EngineName[] | undefined;
  broken: (typeof breakages)[number] | undefined;
  people: number;
  /** Writes per second, all people together. */
  rate: number;
  /** The first of forty ports. */
  port: number;
  /** The folder with the logs stays. */
  keep: boolean;
}

export const usage = `npm run chaos -- [--minutes 5] [--seed N] [--broker ${brokers.join("|")}] [--engines ${engines.join(",")}|none]
  [--broken ${breakages.join("|")}] [--people 40] [--rate 40] [--port 5730] [--keep]
Uses DATABASE_URL for a database of its own, where that is set, and the embedded PostgreSQL otherwise.`;

/** Throws, in words for whoever typed it. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: "string", default: "5" },
      seed: { type: "string" },
      broker: { type: "string" },
      engines: { type: "string" },
      broken: { type: "string" },
      people: { type: "string", default: "40" },
      rate: { type: "string", default: "40" },
      port: { type: "string", default: "5730" },
      keep: { type: "boolean", default: false },
    },
  });
  const number = (name: "minutes" | "people" | "rate" | "port", least: number) => {
    const value = Number(values[name]);
    if (!(value >= least)) throw new Error(`--${name} is a number of ${least} or more`);
    return value;
  };
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error("--seed is a whole number");
  const named = values.engines?.split(",").filter((name) => name !== "" && name !== "none");
  return {
    minutes: number("minutes", 0.1),
    seed,
    broker: values.broker === undefined ? undefined : oneOf("broker", brokers, values.broker),
    engines: named?.map((name) => oneOf("engines", engines, name)),
    broken: values.broken === undefined ? undefined : oneOf("broken", breakages, values.broken),
    people: Math.floor(number("people", 4)),
    rate: number("rate", 1),
    port: Math.floor(number("port", 1024)),
    keep: values.keep,
  };
}

function oneOf<T extends string>(option: string, all: readonly T[], value: string): T {
  const found = all.find((one) => one === value);
  if (found === undefined) throw new Error(`--${option}: there is no ${value}; there are: ${all.join(", ")}`);
  return found;
}
