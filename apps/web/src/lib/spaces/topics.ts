import { withParticle } from "#lib/cats/korean.ts";
import { getLocale } from "#lib/paraglide/runtime.js";
import type { Topic } from "#lib/api/types.ts";

/** The page of a topic. */
export const topicHref = ({ space, id }: Pick<Topic, "space" | "id">) => `/${space}/${id}`;

/** A name as what something is done to: 두부를, 먹물을. In English it stays as it is. */
export const asObject = (name: string) => (getLocale() === "ko" ? withParticle(name, "을/를") : name);

/** A name as what is spoken of: 두부는, 먹물은. */
export const asTheme = (name: string) => (getLocale() === "ko" ? withParticle(name, "은/는") : name);

/** A name that another follows: 두부와, 먹물과. In English it stays as it is. */
export const asCompanion = (name: string) => (getLocale() === "ko" ? withParticle(name, "과/와") : name);
