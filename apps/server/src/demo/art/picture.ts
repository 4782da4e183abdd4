export interface Picture {
  /** What it shows, for those who cannot see it. */
  alt: string;
  draw(): string;
}
