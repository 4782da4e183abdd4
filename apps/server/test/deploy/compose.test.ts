import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { settings } from "../../src/settings.ts";
import { requireOrSkip } from "../services.ts";
import { testServer } from "../test-server.ts";

const server = testServer();
const deploy = join(import.meta.dirname, "../../../../deploy");
const read = (name: string) => readFileSync(join(deploy, name), "utf8");
const reader = requireOrSkip("compose");

test("the split site has a process for each consumer", () => {
  const roles = [...read("compose.yaml").matchAll(/MARU_ROLES: ([\w:,-]+)$/gm)].flatMap((match) =>
    match[1]!.split(","),
  );
  const wanted = ["relay", "recognition", ...server.maru.roles.consumers.map((name) => `consumer:${name}`)];
  expect(roles.toSorted()).toEqual(wanted.toSorted());
});

test("whatever is deployed has only settings that there are", () => {
  // What is the deployment's own business: Caddy's.
  const known = new Set<string>(["MARU_DOMAIN", "MARU_UPSTREAMS"]);
  for (const { env } of Object.values(settings)) known.add(env);
  const named = readdirSync(deploy, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ parentPath, name }) =>
      [...readFileSync(join(parentPath, name), "utf8").matchAll(/\bMARU_[A-Z_]+\b/g)].map(([found]) => ({
        name,
        found,
      })),
    );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ found }) => !known.has(found))).toEqual([]);
});

describe.skipIf(!reader)("as the Compose Specification's own reader takes it", () => {
  interface Project {
    services: Record<
      string,
      { read_only?: boolean; cap_drop?: string[]; image?: string; profiles?: string[] }
    >;
  }
  const load = async () => {
    const args = ["-no-interpolation", "-format", "json", join(deploy, "compose.yaml")];
    const { stdout } = await promisify(execFile)(reader!, args, { cwd: deploy });
    return JSON.parse(stdout) as Project;
  };

  test("one server needs three containers, and no more variables than a password", async () => {
    const { services } = await load();
    const always = Object.entries(services).filter(([, { profiles }]) => !profiles?.length);
    expect(always.map(([name]) => name).toSorted()).toEqual(["caddy", "maru", "postgres"]);
    const wanted = [...read("compose.yaml").matchAll(/\$\{(\w+)(:.)?/g)].filter(([, , how]) => how !== ":-");
    expect(new Set(wanted.map(([, name]) => name))).toEqual(new Set(["POSTGRES_PASSWORD"]));
  });

  test("Maru can write nothing but its data, wherever it runs", async () => {
    const { services } = await load();
    const ours = Object.values(services).filter(({ image }) => image === "maru");
    expect(ours.length).toBeGreaterThan(6);
    for (const service of ours) expect(service).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
  });
});
