import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * How a process of the site shows another one that it is one: both read the same secret in the database. Good for one length of body
 * and for two minutes, so what somebody overhears is of little use, and the clocks of both may differ a little.
 */
const goodForMs = 120_000;

export const timeHeader = "x-maru-time";
export const proofHeader = "x-maru-proof";

export function prove(secret: Buffer, bytes: number, now = Date.now()): Record<string, string> {
  return { [timeHeader]: String(now), [proofHeader]: proofOf(secret, String(now), bytes) };
}

export function isProven(
  secret: Buffer,
  { time, proof, bytes }: { time: unknown; proof: unknown; bytes: number },
  now = Date.now(),
): boolean {
  if (typeof time !== "string" || typeof proof !== "string") return false;
  if (!/^\d{1,16}$/.test(time) || Math.abs(now - Number(time)) > goodForMs) return false;
  const expected = Buffer.from(proofOf(secret, time, bytes));
  const given = Buffer.from(proof);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function proofOf(secret: Buffer, time: string, bytes: number): string {
  return createHmac("sha256", secret).update(`recognition\n${time}\n${bytes}`).digest("hex");
}
