import type { LayoutLoad } from "./$types";

/** The card of birthdays is only sent to those who have one coming. */
export const load: LayoutLoad = async ({ data }) => {
  const { birthdays } = data.rail;
  const Birthdays = birthdays.length > 0 ? (await import("#lib/cats/Birthdays.svelte")).default : null;
  return { ...data, Birthdays };
};
