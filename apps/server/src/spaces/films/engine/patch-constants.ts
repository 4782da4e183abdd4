import type { Constants, Site } from "./constants.ts";

/** The constants with a patch laid over them, lists replaced whole; undefined when the patch does not fit. */
export function patchConstants(constants: Constants, patch: unknown): Constants | undefined {
  if (!isRecord(patch)) return undefined;
  const { sites, ...rest } = patch;
  const patched = lay(constants, rest) as Constants | undefined;
  if (!patched || sites === undefined) return patched;
  const known = patchSites(constants.sites, sites);
  return known && { ...patched, sites: known };
}

/** Sites may be added; everything else has to be there already, and of the same kind. */
function patchSites(sites: Constants["sites"], patch: unknown): Constants["sites"] | undefined {
  if (!isRecord(patch)) return undefined;
  const patched: Record<string, Site> = { ...sites };
  for (const [name, value] of Object.entries(patch)) {
    const before = Object.hasOwn(sites, name) ? sites[name]! : blankSite;
    const site = lay(before, value) as Site | undefined;
    const isWhole = site && [site.mu, site.s, site.rho, site.m].every(Number.isFinite) && site.s > 0;
    if (!isWhole || !transforms.includes(site.transform)) return undefined;
    patched[name] = site;
  }
  return patched;
}

const transforms: readonly string[] = ["as-it-is", "log-odds"];
const blankSite: Site = {
  transform: "as-it-is",
  mu: Number.NaN,
  s: Number.NaN,
  rho: Number.NaN,
  m: Number.NaN,
};

function lay(before: unknown, patch: unknown): unknown {
  if (typeof before === "number") return isNumber(patch) ? patch : undefined;
  if (typeof before === "string") return typeof patch === "string" ? patch : undefined;
  if (Array.isArray(before)) {
    if (!Array.isArray(patch) || patch.length !== before.length) return undefined;
    const items = patch.map((item, index) => lay(before[index], item));
    return items.includes(undefined) ? undefined : items;
  }
  if (!isRecord(before) || !isRecord(patch)) return undefined;
  const result: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(patch)) {
    if (!Object.hasOwn(before, key)) return undefined;
    const laid = lay(before[key], value);
    if (laid === undefined) return undefined;
    result[key] = laid;
  }
  return result;
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
