import { cpus, totalmem } from "node:os";

export type Row = (string | number)[];

/** A Markdown table; numbers keep three significant digits. */
export function table(head: string[], rows: Row[]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(head),
    line(head.map((_, index) => (index === 0 ? "---" : "---:"))),
    ...rows.map((row) => line(row.map((cell) => (typeof cell === "number" ? figure(cell) : cell)))),
  ].join("\n");
}

export function figure(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (Number.isInteger(value) || Math.abs(value) >= 100)
    return Math.round(value).toLocaleString("en").replaceAll(",", " ");
  return value.toPrecision(3);
}

export function machineLine(): string {
  const all = cpus();
  return `${all.length} cores, ${all[0]?.model.trim() ?? "unknown CPU"}, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}; ${new Date().toISOString().slice(0, 16)}Z`;
}
