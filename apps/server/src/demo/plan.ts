import { type Random, randomFrom } from "./art/drawing.ts";
import { type Answer, type DemoPerson, demoPeople, readDemoThreads, type Thread } from "./content/index.ts";
import { arrival, day, history, timeOfThread, timesOfAnswers } from "./timing.ts";

export interface PlannedPost {
  by: string;
  text: string;
  at: number;
  pictures: string[];
  /** Its place in the plan's list of posts. */
  parent?: number;
  closed: boolean;
}

/** What one person did about another, or about a post by its place in the list. */
export interface Follow {
  by: string;
  whom: string;
  at: number;
}
export interface Mark {
  by: string;
  post: number;
  at: number;
}

export interface Plan {
  joined: Map<string, number>;
  /** In the order of time. */
  posts: PlannedPost[];
  follows: Follow[];
  likes: Mark[];
  bookmarks: Mark[];
  views: Mark[];
}

/** The person who shows visitors around: they sign in as her. */
export const guide = "haru";

/** The post that a thread hangs from. */
export function topOf(posts: PlannedPost[], post: PlannedPost): PlannedPost {
  let top = post;
  while (top.parent !== undefined) top = posts[top.parent]!;
  return top;
}

function planPosts(threads: Thread[], now: number, random: Random): PlannedPost[] {
  const posts: (PlannedPost & { above?: PlannedPost })[] = [];
  for (const thread of threads) {
    const began = timeOfThread(thread, now, random);
    const times = timesOfAnswers(thread, began, now, random);
    const { by, text, pictures, closed } = thread;
    const root = { by, text, pictures, closed, at: began };
    posts.push(root);
    const add = (answer: Answer, above: PlannedPost) => {
      const post = { by: answer.by, text: answer.text, at: times.get(answer)!, pictures: [], closed, above };
      posts.push(post);
      for (const next of answer.answers) add(next, post);
    };
    for (const answer of thread.answers) add(answer, root);
  }
  posts.sort((one, other) => one.at - other.at);
  const places = new Map<PlannedPost, number>(posts.map((post, place) => [post, place]));
  return posts.map(({ above, ...post }) => (above ? { ...post, parent: places.get(above)! } : post));
}

/** How drawn one person is to another: what they both like, whom they talk with, and who is well known. */
function closeness(posts: PlannedPost[]): (one: DemoPerson, other: DemoPerson) => number {
  const talks = new Map<string, number>();
  for (const { by, parent } of posts) {
    if (parent === undefined) continue;
    const pair = `${by} ${posts[parent]!.by}`;
    talks.set(pair, (talks.get(pair) ?? 0) + 1);
  }
  return (one, other) =>
    one.likes.filter((tag) => other.likes.includes(tag)).length * 0.16 +
    Math.min(0.6, (talks.get(`${one.handle} ${other.handle}`) ?? 0) * 0.2) +
    ((other.fame ?? 1) - 1) * 0.22;
}

function planFollows(
  posts: PlannedPost[],
  joined: Map<string, number>,
  now: number,
  random: Random,
): Follow[] {
  const near = closeness(posts);
  // An answer to what is for followers comes from a follower.
  const needed = new Set(
    posts.filter((post) => post.closed).map((post) => `${post.by} ${topOf(posts, post).by}`),
  );
  const follows: Follow[] = [];
  for (const one of demoPeople)
    for (const other of demoPeople) {
      if (one === other) continue;
      const likely = near(one, other) + (one.handle === guide ? 0.3 : 0);
      if (random() > likely && !needed.has(`${one.handle} ${other.handle}`)) continue;
      const both = Math.max(joined.get(one.handle)!, joined.get(other.handle)!);
      follows.push({
        by: one.handle,
        whom: other.handle,
        at: Math.round(both + (now - both) * random() ** 2 * 0.98),
      });
    }
  return follows;
}

interface Marks {
  likes: Mark[];
  bookmarks: Mark[];
  views: Mark[];
}

function planMarks(
  posts: PlannedPost[],
  follows: Follow[],
  joined: Map<string, number>,
  now: number,
  random: Random,
): Marks {
  const followers = new Set(follows.map(({ by, whom }) => `${by} ${whom}`));
  const marks: Marks = { likes: [], bookmarks: [], views: [] };
  posts.forEach((post, place) => {
    const isNote = post.parent === undefined;
    const top = topOf(posts, post);
    const charm = (0.55 + random() * 0.9) * (post.pictures.length > 0 ? 1.25 : 1) * (isNote ? 1 : 0.16);
    for (const { handle: by } of demoPeople) {
      const follows = followers.has(`${by} ${post.by}`);
      if (by === post.by) continue;
      if (post.closed && by !== top.by && !followers.has(`${by} ${top.by}`)) continue;
      const from = Math.max(post.at, joined.get(by)!);
      const read = () => Math.round(from + (now - from) * Math.min(1, random() ** 5 + 0.001));
      if (isNote && random() < (follows ? 0.75 : 0.35)) marks.views.push({ by, post: place, at: read() });
      if (random() < (follows ? 0.5 : 0.1) * charm) marks.likes.push({ by, post: place, at: read() });
      if (isNote && random() < (by === guide ? 0.09 : 0.02) * charm)
        marks.bookmarks.push({ by, post: place, at: read() });
    }
  });
  return marks;
}

/** Who does what when on a site with these spaces, up to `now`: always the same for the same moment. */
export function planCommunity(now: number, spaces: readonly string[]): Plan {
  const random = randomFrom("maru");
  const posts = planPosts(readDemoThreads(spaces), now, random);
  const joined = new Map<string, number>();
  for (const { handle } of demoPeople) {
    const first = posts.find((post) => post.by === handle)?.at ?? now;
    const luck = random();
    const came = now - history + (0.1 + luck) * arrival;
    joined.set(handle, Math.round(Math.min(came, first - (0.1 + luck * 3) * day)));
  }
  joined.set(guide, Math.min(...joined.values()) - day);
  const follows = planFollows(posts, joined, now, random);
  return { joined, posts, follows, ...planMarks(posts, follows, joined, now, random) };
}
