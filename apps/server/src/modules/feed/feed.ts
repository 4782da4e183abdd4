import type { Feature } from "../../features.ts";
import type { Platform } from "../../platform/platform.ts";
import type { People } from "../people/index.ts";
import type { Posts } from "../posts/index.ts";

export async function createFeed(_platform: Platform, _people: People, _posts: Posts): Promise<Feature> {
  return { consumers: [], routes: async () => {} };
}
