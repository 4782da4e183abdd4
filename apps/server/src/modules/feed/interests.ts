import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { listAuthorsOfTags, listUsedTags } from "./queries.ts";

interface Topic {
  id: string;
  name: { ko: string; en: string };
  tags: string[];
}

/** What people can choose when they are new. A topic shows the tags that are in use on this site, its own first. */
const topics: Topic[] = [
  {
    id: "cats",
    name: { ko: "고양이", en: "Cats" },
    tags: ["고양이", "집사의하루", "치즈태비", "삼색이", "캣타워", "냥스타그램", "cats"],
  },
  {
    id: "projects",
    name: { ko: "사이드프로젝트", en: "Side projects" },
    tags: ["사이드프로젝트", "개발", "svelte", "typescript", "rust", "셀프호스팅", "sideproject"],
  },
  {
    id: "films",
    name: { ko: "영화", en: "Films" },
    tags: ["영화", "영화추천", "오늘의영화", "독립영화", "films"],
  },
  { id: "food", name: { ko: "먹는 이야기", en: "Food" }, tags: ["집밥", "맛집", "커피", "베이킹", "food"] },
  {
    id: "days",
    name: { ko: "하루하루", en: "Everyday" },
    tags: ["일상", "산책", "러닝", "사진", "여행", "everyday"],
  },
  {
    id: "rooms",
    name: { ko: "방 안의 취미", en: "Indoors" },
    tags: ["책", "식물", "키보드", "뜨개질", "음악", "books"],
  },
];
const shown = { tags: 8, accounts: 4 };

export interface Interest extends Topic {
  accountIds: Id[];
}

/** Topics with the tags that people here use and those who write most followed about them; topics that nobody writes about are left out. */
export async function listInterests(db: Db, exceptId: Id | null): Promise<Interest[]> {
  const used = await listUsedTags(
    db,
    topics.flatMap((topic) => topic.tags),
  );
  const alive = topics
    .map((topic) => ({ ...topic, tags: topic.tags.filter((tag) => used.has(tag)).slice(0, shown.tags) }))
    .filter((topic) => topic.tags.length > 0);
  return Promise.all(
    alive.map(async (topic) => ({
      ...topic,
      accountIds: await listAuthorsOfTags(db, topic.tags, exceptId, shown.accounts),
    })),
  );
}
