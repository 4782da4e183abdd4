interface Labelled {
  genres: readonly string[];
  year?: number | null;
  platforms: readonly string[];
}

/** What lists are narrowed by, without `tier:`, which the consumer of the ranks adds and takes away. */
export function labelsOf({ genres, year, platforms }: Labelled): string[] {
  return [
    ...genres.map((genre) => `genre:${genre}`),
    ...(year == null ? [] : [`year:${year}`]),
    ...[...new Set(platforms)].sort().map((platform) => `on:${platform}`),
  ];
}
