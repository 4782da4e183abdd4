/** How much there is of everything. */
export interface FilmSizes {
  films: number;
  /** Who makes films and plays in them. */
  filmPeople: number;
  members: number;
  votes: number;
  reviews: number;
  /** What members say of reviews. */
  reactions: number;
}

const full: FilmSizes = {
  films: 200_000,
  filmPeople: 150_000,
  members: 100_000,
  votes: 5_000_000,
  reviews: 500_000,
  reactions: 1_400_000,
};

/** A part of the full size, as many films and members in it as of everything else. */
export const sizesOf = (scale: number): FilmSizes =>
  Object.fromEntries(Object.entries(full).map(([name, size]) => [name, Math.ceil(size * scale)])) as Record<
    keyof FilmSizes,
    number
  >;
