/** What was seen during the run and must not be. */
export interface Faults {
  all: string[];
  /** How often something was looked at, by what it was. */
  looked: Map<string, number>;
  add(fault: string): void;
  look(what: string, count?: number): void;
}

export function createFaults(): Faults {
  const all: string[] = [];
  const looked = new Map<string, number>();
  return {
    all,
    looked,
    add: (fault) => void all.push(fault),
    look: (what, count = 1) => void looked.set(what, (looked.get(what) ?? 0) + count),
  };
}
