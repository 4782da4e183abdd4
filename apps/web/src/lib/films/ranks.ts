import { m } from "#lib/paraglide/messages.js";

const rankNames = [m.film_rank_armchair, m.film_rank_newbie, m.film_rank_couch, m.film_rank_era];
/** What somebody is called for how their reviews are received: 뉴비, 방구석 평론가. */
export const rankWord = (rank: number) => rankNames[rank]?.() ?? "";
