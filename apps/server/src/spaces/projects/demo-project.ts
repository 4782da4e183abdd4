/** A project of the demo: who makes it, what its page says, and what people do with it. */
export interface DemoProject {
  by: string;
  title: string;
  summary: string;
  stack: string[];
  /** Drawings that a post of its maker carries; the first is the cover. */
  pictures: string[];
  repoUrl?: string;
  demoUrl?: string;
  openToChat?: boolean;
  text: string;
  /** Days before the newest post of the demo at which it came. */
  daysAgo: number;
  /** How many people look at it. */
  views: number;
  /** A part of those who look, from 0 to 1. */
  liked: number;
  kept: number;
  log: { daysAgo: number; text: string }[];
  comments: { by: string; text: string; answers?: { by: string; text: string }[] }[];
}

/** What people of the demo say that they work with. */
export const demoStacks: Record<string, string[]> = {
  haru: ["Rust", "Docker", "Linux", "PostgreSQL", "Svelte"],
  doyun: ["Svelte", "TypeScript", "Go", "CSS"],
  junho: ["Rust", "Axum", "PostgreSQL", "Apache Kafka"],
  seoyeon: ["Svelte", "FastAPI", "PostgreSQL", "PostGIS"],
  hyunseo: ["Python", "Svelte", "FastAPI"],
  minseok: ["PostgreSQL", "SQL", "Linux"],
  taeo: ["Kubernetes", "Prometheus", "Grafana", "PostgreSQL", "Go"],
  priya: ["Rust", "PostgreSQL", "Linux"],
  theo: ["Svelte", "TypeScript", "Cloudflare Workers"],
  dokyung: ["Rust", "Bevy"],
  yuna: ["Figma", "CSS"],
  eunbyeol: ["Vue", "Figma", "Rust"],
};
