import type { Logger } from "pino";
import { type Broker, reportBroker, type Site } from "./broker.ts";
import { createRabbitmq } from "./rabbitmq.ts";

/** The broker at an address; nothing waits for it to be there. */
export async function connectBroker(
  address: string,
  site: Site,
  logger: Pick<Logger, "info" | "error">,
): Promise<Broker> {
  const url = new URL(address);
  const report = reportBroker(`${url.protocol}//${url.host}`, logger);
  if (url.protocol === "amqp:" || url.protocol === "amqps:") return createRabbitmq(url, site, report);
  if (url.protocol !== "kafka:" && url.protocol !== "kafkas:")
    throw new Error("MARU_BROKER_URL begins with kafka://, kafkas://, amqp:// or amqps://.");
  // Kafka's client is large; a site without Kafka need not have it in memory.
  const { createKafka } = await import("./kafka.ts");
  return createKafka(url, site.id, report);
}
