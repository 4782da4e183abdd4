import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { runChild } from "./child.mjs";
import { markInstalled } from "./installed.mjs";
import { npm } from "./npm.mjs";
import { removeUnusableNode } from "./project-node.mjs";
import { Refusal, root, Stopped, withStatus } from "./say.mjs";

/** Installs exactly what package-lock.json names; no package runs code of its own while it does. */
export async function install() {
  const { command, args } = npm();
  const cache = await usableCache();
  const wish = ["ci", ...quietly, ...impatiently, ...everything, ...(cache ? ["--cache", cache] : [])];
  await withStatus("Installing packages", async () => {
    const { code, told, output } = await runChild(command, [...args, ...wish], {
      cwd: root,
      captured: true,
    }).catch(() => {
      throw new Refusal("npm was not found. It comes with Node.js; install it, then try again.");
    });
    if (told) throw new Stopped(told);
    if (code !== 0) throw new Refusal(explain(output));
  });
  await removeUnusableNode();
  await markInstalled();
}

/** Warnings about the age of the system's Node are beside the point: Maru brings its own. */
const quietly = ["--loglevel=error", "--no-audit", "--no-fund", "--no-progress", "--ignore-scripts"];

/** npm's own patience with a registry that does not answer is over a minute. */
const impatiently = ["--fetch-retries=3", "--fetch-retry-mintimeout=2000", "--fetch-retry-maxtimeout=10000"];

/** Building the pages needs the tools too, whatever NODE_ENV says. */
const everything = ["--include=dev", "--include=optional"];

/** A cache inside the checkout for a person without a home that can be written; otherwise npm's usual one. */
async function usableCache() {
  const usual = process.env["npm_config_cache"] ?? path.join(os.homedir(), ".npm");
  const writable = await mkdir(usual, { recursive: true })
    .then(() => access(usual, constants.W_OK))
    .then(() => true)
    .catch(() => false);
  return writable ? undefined : path.join(root, ".cache/npm");
}

/**
 * What went wrong, and what to do about it.
 * @param {string} output What npm said.
 */
export function explain(output) {
  const lines = output.trim().split("\n");
  const said = lines.filter((line) => !/^npm error\s+at /.test(line)).slice(0, 15);
  const detail = `npm said:\n${said.join("\n")}`;
  const known = reasons.find(({ sign }) => sign.test(output));
  return `The packages could not be installed. ${known ? `${known.advice}\n` : ""}${detail}`;
}

const reasons = [
  {
    sign: /EACCES|EPERM|EROFS/,
    advice: "The folder cannot be written by this person: use a checkout of your own, or fix its owner.",
  },
  { sign: /ENOSPC/, advice: "The disk is full." },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|network/i,
    advice:
      "The package registry could not be reached: is this machine online, or behind a proxy that npm must know?",
  },
  {
    sign: /can only install packages when|in sync/,
    advice: "package.json and package-lock.json disagree: run `npm install` and commit the result.",
  },
];
