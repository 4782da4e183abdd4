import type { Core, Space } from "../space.ts";
import { changeLogRoutes } from "./change-log-routes.ts";
import { projectsConsumer } from "./consumer.ts";
import type { ProjectDeps } from "./deps.ts";
import { moveProjectsIn } from "./demo.ts";
import { createFigures } from "./figures.ts";
import { projectRoutes } from "./project-routes.ts";
import { evaluateRecommendations, exportRecommendations } from "./recommendation/commands.ts";
import { recommendationRoutes } from "./recommendation/recommendation-routes.ts";
import { createRecommendations } from "./recommendation/recommendations.ts";
import { createSeen } from "./recommendation/seen.ts";
import { isOpenToChat } from "./project-queries.ts";
import { forgetMaker, removeProject } from "./remove-project.ts";
import { PostProject, Project, Technology } from "./schemas.ts";
import { createKnownKeys, createKnownNames } from "./stack/known-technologies.ts";
import { stackRoutes } from "./stack/stack-routes.ts";
import { syncTechnologies } from "./stack/stack.ts";
import { projectForm, projectNames, projectTopics } from "./topic-kind.ts";

export async function createProjects(core: Core): Promise<Space> {
  const { db, log, logger, people, posts } = core;
  const seen = createSeen(db, logger);
  const knownKeys = createKnownKeys(db);
  const deps: ProjectDeps = {
    ...core,
    seen,
    findKeys: knownKeys.find,
    findNames: createKnownNames(db),
    figures: createFigures(db, log),
    recommendations: createRecommendations(db, log),
  };
  posts.beforeDeletion(async (tx, { id, kind }) => {
    if (kind === "project") await removeProject(deps, tx, id);
  });
  people.beforeDeletion((tx, accountId) => forgetMaker(deps, tx, accountId));
  return {
    topics: projectTopics,
    form: projectForm,
    names: [projectNames(posts)],
    chatSubject: { kind: "project", mayBeAsked: isOpenToChat },
    demo: (tx, community) => moveProjectsIn(deps, tx, community),
    commands: [
      { name: "export-recommendations", run: (args) => exportRecommendations(db, args) },
      { name: "evaluate-recommendations", run: (args) => evaluateRecommendations(db, args) },
    ],
    consumers: [projectsConsumer(core.topics)],
    async routes(app) {
      for (const schema of [Technology, Project, PostProject]) app.addSchema(schema);
      await projectRoutes(app, deps);
      await changeLogRoutes(app, deps);
      await recommendationRoutes(app, deps);
      await stackRoutes(app, deps);
    },
    async started() {
      await syncTechnologies(db);
      await knownKeys.fill();
      seen.start();
    },
    stopped: () => seen.stop(),
  };
}
