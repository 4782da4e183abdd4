import type { NotificationSource } from "../../modules/notifications/index.ts";
import { seriesActs } from "./act-queries.ts";
import { filmRankChanged } from "./events.ts";

/** Of the details of a series (ranks/entries.ts), those that somebody is told of, by the kind of the notification. */
const told = {
  "film-promotion": "promotion begun",
  "film-promoted": "promotion won",
  "film-promotion-lost": "promotion lost",
  "film-demotion": "demotion begun",
  "film-kept": "demotion won",
  "film-demoted": "demotion lost",
} as const;
type Kind = keyof typeof told;

const sentences: Record<Kind, { ko: string; en: string }> = {
  "film-promotion": {
    ko: "승급전이 시작됐어요. 내 리뷰의 공감이 판정해요.",
    en: "Your promotion series has begun: what people think of your reviews decides.",
  },
  "film-promoted": {
    ko: "승급했어요! 이제 내 표가 더 무거워요.",
    en: "You were promoted: your vote weighs more now.",
  },
  "film-promotion-lost": {
    ko: "이번 승급전은 아쉽게 끝났어요. 이긴 판이 있었다면 다음 승급전에 1승을 안고 시작해요.",
    en: "You did not win this promotion series; a game that you won stays in hand for the next.",
  },
  "film-demotion": {
    ko: "강등전이 시작됐어요. 3판을 지키면 등급이 그대로예요.",
    en: "Your demotion series has begun: win three games to keep your tier.",
  },
  "film-kept": {
    ko: "강등전을 이겨 등급을 지켰어요.",
    en: "You won the demotion series and keep your tier.",
  },
  "film-demoted": { ko: "등급이 한 단계 내려갔어요.", en: "You went down one tier." },
};

/** Series of members: begun, won and lost. Told to the member alone. */
export const filmNotifications: NotificationSource = {
  kinds: Object.keys(told),
  events: [filmRankChanged.type],
  touched(event) {
    const { accountId } = event.payload as { accountId: number };
    return [{ accountId, actorId: accountId }];
  },
  acts: seriesActs(told),
  subject: () => ({}),
  quietSeconds: 30,
  say: {
    ko: (kind) => sentences[kind as Kind].ko,
    en: (kind) => sentences[kind as Kind].en,
  },
};
