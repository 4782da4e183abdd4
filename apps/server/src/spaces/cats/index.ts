import { join } from "node:path";
import type { SpaceDefinition } from "../space.ts";
import { createCats } from "./cats.ts";

export const cats: SpaceDefinition = {
  name: "cats",
  migrations: join(import.meta.dirname, "migrations"),
  navigation: { path: "/cats", icon: "cat", label: { ko: "고양이", en: "Cats" } },
  create: createCats,
};
