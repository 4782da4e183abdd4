import { m } from "#lib/paraglide/messages.js";

const tierNames = [m.film_tier_waste_title, m.film_tier_pastime_title, m.film_tier_masterpiece_title];
export const tierWord = (tier: number) => tierNames[tier]?.() ?? "";
