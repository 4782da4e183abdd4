import { profileOf } from "#lib/server/profile.ts";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = async ({ locals, params, url }) => ({
  account: await profileOf(locals, params.handle, url),
});
