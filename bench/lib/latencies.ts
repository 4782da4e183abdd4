/** Times of many requests, in milliseconds, without an object for each. */
export interface Latencies {
  add(milliseconds: number): void;
  /** Sorts once and answers the summary; nothing may be added afterwards. */
  summary(): LatencySummary;
}

export interface LatencySummary {
  count: number;
  p50: number;
  p90: number;
  p99: number;
  max: number;
}

export function createLatencies(): Latencies {
  let values = new Float64Array(1 << 16);
  let count = 0;
  return {
    add(milliseconds) {
      if (count === values.length) {
        const larger = new Float64Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[count++] = milliseconds;
    },
    summary() {
      const sorted = values.subarray(0, count).sort();
      const at = (share: number) => sorted[Math.max(0, Math.ceil(count * share) - 1)] ?? Number.NaN;
      return { count, p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
    },
  };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
