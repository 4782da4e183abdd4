import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { dashboards } from "./dashboards/maru.mjs";
import { root } from "./bootstrap/say.mjs";

test("the dashboards that are checked in are those of the script", () => {
  for (const [name, text] of Object.entries(dashboards()))
    expect(readFileSync(path.join(root, "deploy/monitoring/grafana/dashboards", name), "utf8")).toBe(text);
});
