import { isAbsolute, resolve } from "node:path";
import { presetValue } from "./presets.ts";
import { type Setting, settings } from "./settings.ts";

type Value<S extends Setting> = S["kind"] extends "port" | "integer"
  ? number
  : S["kind"] extends "switch"
    ? boolean
    : S["kind"] extends "list"
      ? string[]
      : S extends { choices: readonly (infer C)[] }
        ? C
        : S extends { fallback: string }
          ? string
          : string | undefined;

export type Config = { readonly [K in keyof typeof settings]: Value<(typeof settings)[K]> };

export interface ReportedSetting {
  env: string;
  value: string;
  origin: "environment" | "preset" | "default";
  help: string;
}

/** Variables that tests and the bootstrap scripts read; known, so that the check for misspelt names lets them pass. */
const foreign = new Set(["MARU_API_ORIGIN", "MARU_SERVICES_DIR"]);
const isForeign = (name: string) => name.startsWith("MARU_TEST_") || foreign.has(name);

/**
 * Reads the environment once, at start. Throws an Error that names every unusable setting and what was expected; its
 * message never carries the value of a secret.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const faults: string[] = [];
  const known = new Set<string>(Object.values(settings).map((setting) => setting.env));
  for (const name of Object.keys(env)) {
    if (name.startsWith("MARU_") && !known.has(name) && !isForeign(name)) {
      faults.push(`${name}: there is no such setting; \`npm run maru -- config\` lists them all.`);
    }
  }
  const config: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(settings) as [string, Setting][]) {
    const raw = env[setting.env];
    try {
      config[key] = parse(setting, raw === undefined || raw === "" ? fallbackOf(setting, env) : raw);
    } catch (error) {
      const shown = setting.secret ? "(secret)" : JSON.stringify(raw);
      faults.push(`${setting.env}=${shown}: expected ${(error as Error).message}.`);
    }
  }
  if (config["nodeEnv"] === "production" && config["rateLimits"] === false) {
    faults.push("MARU_RATE_LIMITS=off is refused when NODE_ENV=production.");
  }
  if (config["nodeEnv"] === "production" && config["egressLoopback"] === true) {
    faults.push("MARU_EGRESS_LOOPBACK=on is refused when NODE_ENV=production.");
  }
  if (
    !Intl.supportedValuesOf("timeZone").includes(String(config["timeZone"])) &&
    config["timeZone"] !== "UTC"
  )
    faults.push("MARU_TIME_ZONE: expected the name of a time zone, such as Asia/Seoul.");
  if (Number(config["digestHour"]) > 23) faults.push("MARU_DIGEST_HOUR: expected an hour from 0 to 23.");
  if (Number(config["backupHour"]) > 23) faults.push("MARU_BACKUP_HOUR: expected an hour from 0 to 23.");
  if (faults.length > 0) throw new Error(`The settings are not usable:\n  ${faults.join("\n  ")}`);
  return config as Config;
}

/** Every setting with its value and where that came from; secrets are masked. */
export function reportConfig(env: Record<string, string | undefined>): ReportedSetting[] {
  readConfig(env);
  return (Object.values(settings) as Setting[]).map((setting) => {
    const given = env[setting.env];
    const isGiven = given !== undefined && given !== "";
    const value = isGiven ? given : fallbackOf(setting, env);
    return {
      env: setting.env,
      value: value === undefined ? "(not set)" : setting.secret ? "(secret)" : value,
      origin: isGiven ? "environment" : presetValue(env, setting.env) === undefined ? "default" : "preset",
      help: setting.help,
    };
  });
}

/** What a setting is of which the environment says nothing. */
const fallbackOf = (setting: Setting, env: Record<string, string | undefined>): string | undefined =>
  presetValue(env, setting.env) ?? setting.fallback;

function parse(setting: Setting, raw: string | undefined): unknown {
  if (raw === undefined) return undefined;
  switch (setting.kind) {
    case "text":
      return raw;
    case "path":
      return isAbsolute(raw) ? raw : resolve(raw);
    case "list":
      return raw
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean);
    case "switch":
      if (raw === "on" || raw === "off") return raw === "on";
      throw new Error("on or off");
    case "choice":
      if (setting.choices!.includes(raw)) return raw;
      throw new Error(`one of ${setting.choices!.join(", ")}`);
    case "url":
      if (!URL.canParse(raw)) throw new Error("an address such as https://maru.example");
      if (setting.protocols && !setting.protocols.includes(new URL(raw).protocol))
        throw new Error(
          `an address that begins with ${setting.protocols.map((one) => `${one}//`).join(" or ")}`,
        );
      return raw;
    case "port":
    case "integer": {
      const [min, max] = setting.kind === "port" ? [0, 65535] : [setting.min ?? 0, Number.MAX_SAFE_INTEGER];
      const number = Number(raw);
      if (/^\d+$/.test(raw) && number >= min && number <= max) return number;
      throw new Error(
        setting.kind === "port" ? "a port number from 0 to 65535" : `a whole number of ${min} or more`,
      );
    }
  }
}
