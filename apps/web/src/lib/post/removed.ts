import { SvelteSet } from "svelte/reactivity";

/** Posts that this person removed a moment ago, wherever on the page they stand. Only the browser adds to it. */
export const removedPosts = new SvelteSet<string>();
