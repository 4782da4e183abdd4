import { getLocale } from "#lib/paraglide/runtime.js";

const units = ["kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** 512 kB, 1.2 GB: as large a unit as leaves something before the point. */
export function formatBytes(bytes: number): string {
  const power = Math.min(units.length, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return new Intl.NumberFormat(getLocale(), {
    style: "unit",
    unit: units[power - 1]!,
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}
