import type { App } from "../../platform/http/route.ts";
import { commentRoutes } from "./comment-routes.ts";
import type { PostDeps } from "./deps.ts";
import { listRoutes } from "./list-routes.ts";
import { markRoutes } from "./mark-routes.ts";
import { outsideRoutes } from "./outside-routes.ts";
import { postRoutes } from "./post-routes.ts";
import { Post, withFields } from "./schemas.ts";
import { tagRoutes } from "./tag-routes.ts";

export async function postsRoutes(app: App, deps: PostDeps): Promise<void> {
  app.addSchema(withFields(Post, { ...deps.kinds.postFields(), ...deps.forms.postFields() }));
  await postRoutes(app, deps);
  await commentRoutes(app, deps);
  await markRoutes(app, deps);
  await listRoutes(app, deps);
  await tagRoutes(app, deps);
  await outsideRoutes(app, deps);
}
