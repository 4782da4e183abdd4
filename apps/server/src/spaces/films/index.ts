import { join } from "node:path";
import type { SpaceDefinition } from "../space.ts";
import { createFilms } from "./films.ts";
import { renumberRestoredLog } from "./ranks/restored-log-queries.ts";

export const films: SpaceDefinition = {
  name: "films",
  migrations: join(import.meta.dirname, "migrations"),
  navigation: { path: "/films", icon: "ticket", label: { ko: "영화", en: "Films" } },
  prepare: renumberRestoredLog,
  create: createFilms,
};
