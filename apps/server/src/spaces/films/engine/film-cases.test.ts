import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCaseFile } from "../../../../test/film-cases/case-file.ts";
import { replayCase } from "../../../../test/film-cases/replay-case.ts";

const folder = join(import.meta.dirname, "../../../../test");
const fixture = join(folder, "film-cases.json");
const { cases, tolerance } = await readCaseFile(fixture);

test("there are twenty cases, to four decimals", () => {
  expect(cases).toHaveLength(20);
  expect(tolerance).toBe(0.00005);
});

test.for(cases.map((one) => [one.id, one] as const))("%s", ([, one]) => {
  expect(replayCase(one, tolerance!)).toEqual([]);
});

describe("npm run film-cases", () => {
  let scratch: string;
  beforeAll(async () => void (scratch = await mkdtemp(join(tmpdir(), "maru-film-cases-"))));
  afterAll(() => rm(scratch, { recursive: true, force: true }));

  /** Runs the program on a file of this content. */
  async function replay(content: string | undefined) {
    const file = join(scratch, "cases.json");
    if (content !== undefined) await writeFile(file, content);
    const program = join(folder, "film-cases/main.ts");
    return new Promise<{ code: number; output: string }>((resolve) =>
      execFile(
        process.execPath,
        [program, content === undefined ? join(scratch, "none") : file],
        (error, out, err) => resolve({ code: Number(error?.code ?? 0), output: out + err }),
      ),
    );
  }
  const expecting = (expect: object, events: object[] = []) =>
    JSON.stringify({ cases: [{ id: "mine", kind: "log", events, expect }] });
  const vote = { type: "vote_set", user: "u", film: "f", v: 1, ts: 0 };

  test("says what passed", async () => {
    const outcome = await replay(expecting({ users: { u: { tier: 1, pts: 600 } }, order: ["f"] }, [vote]));
    expect(outcome).toEqual({ code: 0, output: "1 passed, 0 failed\n" });
  });

  test("names case, path, what was expected and what came", async () => {
    const wrong = { users: { u: { tier: 2 }, nobody: { tier: 1 } }, order: [], dropped: 0 };
    const { code, output } = await replay(expecting(wrong, [vote]));
    expect(output.split("\n")).toEqual([
      "mine  users.u.tier: expected 2, got 1",
      'mine  users.nobody: expected {"tier":1}, got nothing',
      'mine  order.0: expected nothing, got "f"',
      "0 passed, 1 failed",
      "",
    ]);
    expect(code).toBe(1);
  });

  test("fails the case, not the file, when an event is none", async () => {
    const events = [vote, { ...vote, v: 7 }];
    const { code, output } = await replay(expecting({}, events));
    expect(output).toMatch(/^mine {2}the case itself: .*events\/1.*\n0 passed, 1 failed\n$/);
    expect(code).toBe(1);
  });

  test.for([
    [undefined, /There is no such file/],
    ["{", /is no JSON/],
    ["[]", /does not have the shape of film-cases\.json/],
    ['{"cases":[{"id":"x","kind":"dream","expect":{}}]}', /shape of film-cases\.json: \/cases\/0/],
  ] as const)("says why %j cannot be replayed", async ([content, why]) => {
    const { code, output } = await replay(content);
    expect(output).toMatch(why);
    expect(output).not.toContain("    at ");
    expect(code).toBe(2);
  });
});
