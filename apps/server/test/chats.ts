import type { Person, TestServer } from "./test-server.ts";

export interface MessageJson {
  id: string;
  chatId: string;
  seq: number;
  clientId: string;
  text: string;
  revision: number | null;
  author: { id: string; handle: string } | null;
  media: { id: string }[];
  replyTo: { seq: number; text: string; isDeleted: boolean } | null;
  reactions: { emoji: string; accountIds: string[] }[];
  link: { url: string; title: string } | null;
  editedAt: string | null;
  deletedAt: string | null;
}

export interface ChatJson {
  id: string;
  kind: string;
  status: string;
  name: string | null;
  people: { id: string; handle: string }[];
  project: { id: string; title: string } | null;
  canWrite: boolean;
  unread: number;
  readSeq: number;
  lastSeq: number;
  revision: number;
  muted: boolean;
  reads: { accountId: string; seq: number }[];
  online: string[];
  lastMessage: MessageJson | null;
  notices?: { kind: string; actor: { handle: string } | null; target: { handle: string } | null }[];
}

let named = 0;

/** Sends a message as a person; answers its JSON. */
export async function sent(
  server: TestServer,
  person: Person,
  chatId: string,
  text: string,
  more: object = {},
): Promise<MessageJson> {
  const body = { ...(text !== "" && { text }), clientId: `message-${++named}`, ...more };
  const response = await server.as(person).post(`/chats/${chatId}/messages`, body);
  if (response.statusCode !== 201) throw new Error(response.body);
  return response.json();
}

/** Asks for a chat; answers its JSON. */
export async function opened(server: TestServer, person: Person, body: object): Promise<ChatJson> {
  const response = await server.as(person).post("/chats", body);
  if (response.statusCode > 201) throw new Error(response.body);
  return response.json();
}

/** A new coffee chat of two people that is running and has no message: each time another, since it is about another project of the second. */
export async function givenChat(server: TestServer, one: Person, other: Person): Promise<ChatJson> {
  const project = await server.as(other).post("/projects", {
    title: `프로젝트 ${++named}`,
    summary: "이야기 나눠요",
    text: "같이 만들어요",
    stack: [],
  });
  if (project.statusCode !== 201) throw new Error(project.body);
  const chat = await opened(server, one, {
    with: other.handle,
    projectId: project.json<{ id: string }>().id,
  });
  const answer = await server.as(other).put(`/chats/${chat.id}/status`, { status: "running" });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json();
}
