import { todayIn } from "#lib/cats/dates.ts";
import type { LayoutServerLoad } from "./$types";

/** Days of cats are counted where the site is, not where the reader is. */
export const load: LayoutServerLoad = () => ({ today: todayIn("Asia/Seoul") });
