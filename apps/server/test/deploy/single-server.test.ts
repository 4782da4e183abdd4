import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requireOrSkip } from "../services.ts";

const run = promisify(execFile);
const deploy = join(import.meta.dirname, "../../../../deploy");
const systemd = requireOrSkip("systemd");
const caddy = requireOrSkip("caddy");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maru-unit-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.skipIf(!systemd)(
  "systemd takes the unit, alone and as a template, and finds it well locked up",
  async () => {
    const text = await readFile(join(deploy, "systemd/maru.service"), "utf8");
    const unit = join(folder, "maru.service");
    // Where it is not installed, its program is missing, which systemd would complain of.
    const node = /^ExecStart=(\S+)/m.exec(text)![1]!;
    for (const name of ["maru.service", "maru@.service"])
      await writeFile(join(folder, name), text.replace(node, process.execPath));
    const { stderr } = await run(systemd!, ["verify", "--man=no", unit, join(folder, "maru@3001.service")]);
    expect(stderr).toBe("");
    // 0 is a service that can do nothing, 10 one that can do everything; this ends with 1 above 2.
    await run(systemd!, ["security", "--offline=true", "--no-pager", "--threshold=20", unit]);
  },
);

test.skipIf(!caddy)("Caddy takes its configuration", async () => {
  const file = join(deploy, "caddy/Caddyfile");
  const env = { HOME: folder, MARU_DOMAIN: "maru.example", MARU_UPSTREAMS: "127.0.0.1:3000 127.0.0.1:3001" };
  const { stdout } = await run(caddy!, ["adapt", "--config", file, "--adapter", "caddyfile", "--validate"], {
    env,
  });
  expect(stdout).toContain('"dial":"127.0.0.1:3001"');
});
