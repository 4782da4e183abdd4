export { createTopics, type Topics } from "./topics.ts";
export type { TopicStats } from "./topic-queries.ts";
