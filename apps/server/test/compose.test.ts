import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { settings } from "../src/settings.ts";
import { testServer } from "./test-server.ts";

const server = testServer();
const read = (name: string) =>
  readFileSync(join(import.meta.dirname, "../../../deploy/compose", name), "utf8");

test("the split site has a process for each consumer, and only settings that there are", () => {
  const roles = [...read("split.yaml").matchAll(/MARU_ROLES: (\S+)/g)].flatMap((match) =>
    match[1]!.split(","),
  );
  const wanted = [
    "web",
    "relay",
    "recognition",
    ...server.maru.roles.consumers.map((name) => `consumer:${name}`),
  ];
  expect(roles.toSorted()).toEqual(wanted.toSorted());

  const known = new Set<string>(Object.values(settings).map((setting) => setting.env));
  for (const file of ["split.yaml", "kafka.yaml", "example.env", "Dockerfile"])
    for (const [name] of read(file).matchAll(/\bMARU_[A-Z_]+\b/g)) expect(known).toContain(name);
});
