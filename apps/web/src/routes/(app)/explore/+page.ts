import type { PageLoad } from "./$types";

/** What shows new cats is only sent where there are any. */
export const load: PageLoad = async ({ data }) => {
  const NewCats = data.newCats.length > 0 ? (await import("#lib/cats/NewCats.svelte")).default : null;
  return { ...data, NewCats };
};
