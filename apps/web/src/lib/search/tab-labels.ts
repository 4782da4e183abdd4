import { m } from "#lib/paraglide/messages.js";
import type { Tab } from "./query.ts";

export const tabLabels: Record<Tab, () => string> = {
  all: m.search_tab_all,
  posts: m.search_tab_posts,
  cats: m.search_tab_cats,
  projects: m.project_board,
  films: m.film_space,
  "film-people": m.film_person,
  people: m.search_tab_people,
  tags: m.search_tab_tags,
};
