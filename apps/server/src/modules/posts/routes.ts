import type { App } from "../../platform/http/route.ts";
import { commentRoutes } from "./comment-routes.ts";
import type { PostDeps } from "./deps.ts";
import { markRoutes } from "./mark-routes.ts";
import { postRoutes } from "./post-routes.ts";
import { Post } from "./schemas.ts";

export async function postsRoutes(app: App, deps: PostDeps): Promise<void> {
  app.addSchema(Post);
  await postRoutes(app, deps);
  await commentRoutes(app, deps);
  await markRoutes(app, deps);
}
