import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { main, root } from "./bootstrap/say.mjs";

/** @typedef {import("./bootstrap/installed.mjs").Lockfile} Lockfile */

const systems = new Set([
  "android",
  "darwin",
  "freebsd",
  "linux",
  "openharmony",
  "openbsd",
  "win32",
  "sunos",
  "aix",
]);
const processors = new Set(["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "x64"]);

/**
 * `npm run lock`: completes package-lock.json, or with `--check` tells whether it is complete.
 *
 * A registry mirror may lack the builds of a tool for platforms that nobody here uses. npm then leaves them out of the
 * lock file, and `npm ci` (npm 11) refuses that file everywhere as out of step. Their exact versions are known from the
 * package that wants them, so they are entered with those.
 */
await main(async () => {
  const file = path.join(root, "package-lock.json");
  const before = await readFile(file, "utf8");
  const lock = JSON.parse(before);
  const added = complete(lock);
  const hosts = Object.values(lock.packages).filter(({ resolved }) => /^https?:/.test(resolved ?? ""));
  if (hosts.length > 0) {
    process.stderr.write(
      `${hosts.length} entries name the host they came from; .npmrc should prevent that.\n`,
    );
    return 1;
  }
  if (!process.argv.includes("--check")) {
    await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
    process.stdout.write(`${added.length} entries added.\n`);
    return 0;
  }
  if (added.length > 0)
    process.stderr.write(`Not in package-lock.json: ${added.join(", ")}. Run \`npm run lock\`.\n`);
  return added.length > 0 ? 1 : 0;
});

/**
 * Adds what is missing, and names it.
 * @param {{ packages: Record<string, Record<string, any>> }} lock
 */
function complete(lock) {
  const added = [];
  for (const wanting of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(wanting["optionalDependencies"] ?? {})) {
      const place = `node_modules/${name}`;
      if (lock.packages[place] || !/^\d/.test(version)) continue;
      lock.packages[place] = {
        version,
        ...platformOf(name),
        ...(wanting["dev"] && { dev: true }),
        optional: true,
      };
      added.push(name);
    }
  }
  const [own, ...others] = Object.entries(lock.packages);
  if (own) lock.packages = Object.fromEntries([own, ...others.sort(([a], [b]) => (a < b ? -1 : 1))]);
  return added;
}

/** The `os` and `cpu` that such a package states, read from its name. @param {string} name */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => systems.has(word));
  const cpu = words.find((word) => processors.has(word));
  const libcs = words.filter((word) => word.startsWith("musl") || word.startsWith("gnu"));
  const libc = libcs.map((word) => (word.startsWith("musl") ? "musl" : "glibc"));
  return {
    ...(cpu && { cpu: [cpu] }),
    ...(os === "linux" && libc.length > 0 && { libc }),
    ...(os && { os: [os] }),
  };
}
