import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { main, root } from "./bootstrap/say.mjs";
import { dashboards } from "./dashboards/maru.mjs";

/** `npm run dashboards`: writes Grafana's dashboards, which are checked in. */
await main(async () => {
  const folder = path.join(root, "deploy/monitoring/grafana/dashboards");
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(dashboards())) await writeFile(path.join(folder, name), text);
  return 0;
});
