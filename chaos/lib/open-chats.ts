import type { Caller, Person } from "./caller.ts";

/** Lets everybody make a group with the next two, before anything is killed. Answers the chats of each, by id. */
export async function openChats(caller: Caller, people: readonly Person[]): Promise<Map<string, string[]>> {
  async function ask(person: Person, method: "PATCH" | "POST", path: string, body: object): Promise<unknown> {
    const answer = await caller.askOne(person.web, person.token, { method, path, body });
    if (answer.status >= 300) throw new Error(`${method} ${path} failed: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  for (const person of people) await ask(person, "PATCH", "/me", { settings: { directChats: "everyone" } });
  const chats = new Map<string, string[]>(people.map(({ id }) => [id, []]));
  for (const [place, person] of people.entries()) {
    const others = [1, 2].map((step) => people[(place + step) % people.length]!);
    const body = { people: others.map(({ handle }) => handle), name: `모임 ${place}` };
    const { id } = (await ask(person, "POST", "/chats", body)) as { id: string };
    for (const member of [person, ...others]) chats.get(member.id)!.push(id);
  }
  return chats;
}
