import { getContext, setContext } from "svelte";

const key = Symbol("maker");

/** For the comments of a project: says who has made it, wherever that person speaks. */
export const setMaker = (idOf: () => string | undefined) => setContext(key, idOf);

/** The id of whoever made what the comment is about; undefined where it is about nothing that is made. */
export const getMaker = () => getContext<(() => string | undefined) | undefined>(key) ?? (() => undefined);
