import { Agent as HttpAgent, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";

/** What visitors of a site have seen, who read and write without a pause. */
export interface Visits {
  /** How many requests were answered so far, however. */
  answered(): number;
  /** The visitors go. Answers what failed, and the posts that were acknowledged; waits for what is under way. */
  end(): Promise<{ failures: string[]; posts: Set<string> }>;
  /** How many posts the site says that they have written. */
  counted(): Promise<number>;
}

/** Signs up somebody, and lets so many of their devices read their home and the first page, and write, over connections that are kept. */
export async function visit(
  origin: string,
  devices: number,
  { ca, writes = true }: { ca?: string; writes?: boolean } = {},
): Promise<Visits> {
  const isHttps = origin.startsWith("https:");
  const agent = isHttps
    ? new HttpsAgent({ keepAlive: true, maxSockets: devices, ...(ca !== undefined && { ca }) })
    : new HttpAgent({ keepAlive: true, maxSockets: devices });
  const request = isHttps ? requestHttps : requestHttp;

  /** Answers the status, or why there is none. */
  function ask(method: string, path: string, token?: string, body?: object) {
    return new Promise<{ status: number | string; text: string }>((resolve) => {
      const headers = {
        ...(body && { "content-type": "application/json" }),
        ...(token && { authorization: `Bearer ${token}` }),
      };
      const failed = ({ message }: Error) => resolve({ status: message, text: "" });
      const asked = request(origin + path, { method, headers, agent }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (piece: string) => (text += piece));
        answer.on("end", () => resolve({ status: answer.statusCode!, text })).on("error", failed);
      });
      asked.on("error", failed).end(body && JSON.stringify(body));
    });
  }

  const made = await ask("POST", "/api/v1/accounts", undefined, {
    handle: "writer",
    displayName: "writer",
    email: "writer@example.test",
    password: "correct horse battery",
  });
  const { token } = JSON.parse(made.text) as { token: string };
  const posts = new Set<string>();
  const failures: string[] = [];
  let [answered, isOver] = [0, false];
  const kinds = {
    home: () => ask("GET", "/api/v1/feeds/home", token),
    page: () => ask("GET", "/"),
    async post() {
      const answer = await ask("POST", "/api/v1/posts", token, { text: "다시 시작하는 동안" });
      if (answer.status === 201) posts.add((JSON.parse(answer.text) as { id: string }).id);
      return answer;
    },
  };
  const acts = Object.entries(kinds).filter(([kind]) => writes || kind !== "post");
  async function device(first: number): Promise<void> {
    for (let turn = first; !isOver; turn++) {
      const [kind, act] = acts[turn % acts.length]!;
      const { status } = await act();
      answered += 1;
      if (typeof status === "string" || status >= 300) failures.push(`${kind}: ${status}`);
    }
  }
  const all = Promise.all(Array.from({ length: devices }, (_, number) => device(number)));
  return {
    answered: () => answered,
    async end() {
      isOver = true;
      await all;
      return { failures, posts };
    },
    async counted() {
      const { text } = await ask("GET", "/api/v1/accounts/writer", token);
      return (JSON.parse(text) as { counts: { posts: number } }).counts.posts;
    },
  };
}
