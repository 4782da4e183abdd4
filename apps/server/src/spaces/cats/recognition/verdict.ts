import type { Card, Label } from "./card-schema.ts";

export type Verdict = "cat" | "unsure" | "not-a-cat";

export interface Judgement {
  verdict: Verdict;
  /** Breeds, the likeliest first; none when it is no cat. */
  candidates: { label: Label; confidence: number }[];
}

const mostCandidates = 5;

/** What the model's numbers say, as ml/CARD.md lays down. */
export function judge(
  logits: readonly number[],
  { labels, temperature, thresholds }: Pick<Card, "labels" | "temperature" | "thresholds">,
): Judgement {
  const chances = softmax(logits.map((logit) => logit / temperature));
  const rated = labels.map((label, index) => ({ label, confidence: chances[index]! }));
  const of = (kind: Label["kind"]) => rated.filter(({ label }) => label.kind === kind);

  // Sums of what adds up to 1 may come out a hair above it.
  const notCat = Math.min(
    1,
    of("not-cat").reduce((sum, { confidence }) => sum + confidence, 0),
  );
  if (notCat >= thresholds.notCat) return { verdict: "not-a-cat", candidates: [] };

  const candidates = of("breed")
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, mostCandidates);
  const best = candidates[0]!.confidence;
  const isNamed =
    best >= thresholds.cat.breed && of("ordinary").every(({ confidence }) => confidence <= best);
  return { verdict: isNamed ? "cat" : "unsure", candidates };
}

function softmax(values: readonly number[]): number[] {
  const largest = Math.max(...values);
  const raised = values.map((value) => Math.exp(value - largest));
  const sum = raised.reduce((all, one) => all + one, 0);
  return raised.map((one) => one / sum);
}
