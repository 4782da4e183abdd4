import { requireMe } from "#lib/server/answers.ts";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = ({ locals, url }) => ({ me: requireMe(locals, url), wide: true });
