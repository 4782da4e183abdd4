/** Whether an event did something: `dropped` by a rule (films.md §7), or `ignored` because it or its member no longer counts. */
export type Outcome = "applied" | "dropped" | "ignored";
