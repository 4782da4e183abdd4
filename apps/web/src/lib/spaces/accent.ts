const accents: Record<string, string> = { cats: "cat", projects: "proj", films: "film" };

/** The colours of a space, as `data-space` names them; one that has none of its own takes the site's. */
export const accentOf = (space: string) => accents[space] ?? space;
