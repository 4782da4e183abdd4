import { catCalls } from "#lib/cats/calls.ts";
import { todayIn } from "#lib/cats/dates.ts";
import type { LayoutServerLoad } from "./$types";

/** Days of cats are counted where the site is, not where the reader is. Where no breed is recognized, nobody is asked for a photo. */
export const load: LayoutServerLoad = async ({ locals }) => {
  const breeds = await catCalls(locals.api)
    .breeds()
    .catch(() => []);
  return { today: todayIn("Asia/Seoul"), recognition: breeds.some(({ recognized }) => recognized) };
};
