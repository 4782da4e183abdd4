import { join } from "node:path";
import type { SpaceDefinition } from "../space.ts";
import { createProjects } from "./projects.ts";

export const projects: SpaceDefinition = {
  name: "projects",
  migrations: join(import.meta.dirname, "migrations"),
  navigation: { path: "/projects", icon: "code", label: { ko: "프로젝트", en: "Projects" } },
  create: createProjects,
};
