import type { Picture } from "./picture.ts";
import { catCatalogue } from "./catalogue-cats.ts";
import { thingCatalogue } from "./catalogue-things.ts";

/** Every picture that a post may carry, by name. */
export const pictures: Record<string, Picture> = { ...catCatalogue, ...thingCatalogue };
