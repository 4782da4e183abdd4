import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { willPass } from "../events/will-pass.ts";
import { createJsonService, ServiceFault } from "./json-service.ts";

let server: Server | undefined;
afterEach(() => void server?.close());

async function answering(
  status: number,
  body = "{}",
): Promise<{ address: string; seen: (string | undefined)[] }> {
  const seen: (string | undefined)[] = [];
  server = createServer((request, response) => {
    seen.push(request.headers.authorization, request.url);
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const faultOf = (answer: Promise<unknown>) =>
  answer.then(
    () => undefined,
    (error: unknown) => error as ServiceFault,
  );

test("name and password go along, and are in no message", async () => {
  const { address, seen } = await answering(401);
  const service = createJsonService(`http://ann:p%40ss@${address}/below`);
  const fault = await faultOf(service.ask("GET", "/things"));
  expect(seen).toEqual([`Basic ${btoa("ann:p@ss")}`, "/below/things"]);
  expect(fault).toMatchObject({ kind: "refused", status: 401 });
  expect(fault!.message).not.toContain("p@ss");
  expect(willPass(fault)).toBe(true);
  service.close();
});

test("nobody there, too busy, and asked wrongly are told apart", async () => {
  const nobody = createJsonService("http://127.0.0.1:1");
  expect(await faultOf(nobody.ask("GET", "/"))).toMatchObject({ kind: "unreachable" });
  const busy = createJsonService(`http://${(await answering(429)).address}`);
  expect(await faultOf(busy.ask("GET", "/"))).toMatchObject({ kind: "unreachable", status: 429 });
  server!.close();
  const wrong = createJsonService(`http://${(await answering(400)).address}`);
  const fault = await faultOf(wrong.ask("GET", "/"));
  expect(fault).toMatchObject({ kind: "failed", status: 400 });
  expect(willPass(fault)).toBe(false);
  for (const service of [busy, wrong]) service.close();
});
