/** What one part of the checker has found. */
export interface Checked {
  name: string;
  /** How much was held against something else. */
  looked: number;
  /** Each in words, with the ids that lead to it. */
  differences: string[];
}

/** Holds two maps against each other; `what` names the things in them. */
export function compareMaps(
  what: string,
  expected: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): string[] {
  const differences: string[] = [];
  for (const [key, value] of expected) {
    const other = found.get(key);
    if (other === undefined) differences.push(`${what} ${key} is missing; it should be ${shown(value)}`);
    else if (other !== value)
      differences.push(`${what} ${key} is ${shown(other)} and should be ${shown(value)}`);
  }
  for (const [key, value] of found)
    if (!expected.has(key)) differences.push(`${what} ${key} is there (${shown(value)}) and should not be`);
  return differences;
}

const shown = (value: string) => (value.length > 200 ? `${value.slice(0, 200)}…` : value);
