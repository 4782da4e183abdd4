import { todayIn } from "#lib/cats/dates.ts";
import type { LayoutServerLoad } from "./$types";

/** Days of cats are counted where the site is, not where the reader is. Where no breed is recognized, nobody is asked for a photo. */
export const load: LayoutServerLoad = ({ locals: { instance } }) => ({
  today: todayIn(instance.timeZone),
  recognition: instance.offers.includes("breed-recognition"),
});
