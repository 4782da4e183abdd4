import type { Person, TestServer } from "./test-server.ts";

/** A project as the API shows it, as far as tests look at it. */
export interface ProjectPost {
  id: string;
  kind: string;
  text: string;
  html: string;
  counts: { likes: number; views: number };
  editedAt: string | null;
  project: {
    title: string;
    summary: string;
    stack: { id: string; name: string }[];
    repoUrl: string | null;
    demoUrl: string | null;
    openToChat: boolean;
    changeLog: { id: string; text: string }[];
  };
}

export const anyProject = {
  title: "잔디 정원",
  summary: "커밋 기록을 작은 화분으로 키우는 대시보드.",
  text: "## 왜 만들었나요\n\n초록 네모만 보면 **빈칸**이 먼저 눈에 들어오더라고요.",
  stack: ["Svelte", "Go"],
};

/** A project of somebody. */
export async function givenProject(
  { as }: Pick<TestServer, "as">,
  maker: Person,
  more: object = {},
): Promise<ProjectPost> {
  const answer = await as(maker).post("/projects", { ...anyProject, ...more });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<ProjectPost>();
}

export const idsOf = (response: { json(): unknown }): string[] =>
  (response.json() as { items: { id: string }[] }).items.map(({ id }) => id);
