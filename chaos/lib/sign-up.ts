import type { Caller, Person } from "./caller.ts";

/** Makes the people of a run, before anything is killed. They use the web processes by turns. */
export async function signUpPeople(caller: Caller, count: number, webs: number): Promise<Person[]> {
  const people: Person[] = [];
  for (let number = 0; number < count; number++) {
    const handle = `chaos_${number}`;
    const answer = await caller.askOne(number % webs, undefined, {
      method: "POST",
      path: "/accounts",
      body: {
        handle,
        displayName: `사람 ${number}`,
        email: `${handle}@example.test`,
        password: "wooden floor at noon",
      },
    });
    if (answer.status !== 201) throw new Error(`Nobody could sign up: ${JSON.stringify(answer.body)}`);
    const { account, token } = answer.body as { account: { id: string }; token: string };
    people.push({ id: account.id, handle, token, web: number % webs });
  }
  return people;
}
