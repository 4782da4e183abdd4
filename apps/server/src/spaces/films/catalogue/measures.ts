/** How sites measure films, by the names of the engine's site models (engine/constants.ts): where each scale begins and ends. */
const measures: Readonly<Record<string, { from: number; to: number }>> = {
  imdb: { from: 0, to: 10 },
  metacritic: { from: 0, to: 100 },
  rt: { from: 0, to: 100 },
  star5: { from: 0.5, to: 5 },
};

export const measureNames: readonly string[] = Object.keys(measures);

const mostVotes = 2 ** 31 - 1;

/** Why a rating cannot be taken, in words for whoever brings it; undefined when it can. */
export function ratingFault(measure: string, value: number, votes: number): string | undefined {
  const scale = Object.hasOwn(measures, measure) ? measures[measure] : undefined;
  if (scale === undefined) return `there is no measure ${measure}; there are: ${measureNames.join(", ")}`;
  if (Number.isNaN(value)) return "has no number as its value";
  if (!(value >= scale.from && value <= scale.to))
    return `${value} is not on the scale of ${measure}, which goes from ${scale.from} to ${scale.to}`;
  if (!Number.isInteger(votes) || votes < 0 || votes > mostVotes) return `${votes} is no number of votes`;
  return undefined;
}
