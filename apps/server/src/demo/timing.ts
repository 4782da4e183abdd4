import type { Random } from "./art/drawing.ts";
import type { Answer, Thread } from "./content/index.ts";

const minute = 60_000;
const hour = 60 * minute;
export const day = 24 * hour;
/** How far back the community reaches: to its opening. */
export const history = 280 * day;
/** How far back what is said in it reaches, but for the opening. */
const talk = 35 * day;
/** In this time after the opening everybody came. */
export const arrival = 30 * day;
/** Most of its people are nine hours ahead of UTC. */
const eastward = 9 * hour;

/** When people write, by hour: little at night, most in the evening. */
const habits = [2, 1, 1, 1, 1, 1, 2, 5, 7, 7, 6, 6, 9, 8, 6, 6, 6, 7, 9, 10, 12, 13, 11, 6];

function drawHour(random: Random): number {
  let left = random() * habits.reduce((sum, weight) => sum + weight);
  return habits.findIndex((weight) => (left -= weight) < 0);
}

const weekdayOf = (at: number) => new Date(at + eastward).getUTCDay();
/** After so many draws the day of the week is let go: it may not lie in the week that is wanted. */
const patience = 300;

/** The first of five weeks has the opening and nothing else that must be then; it comes long before everything. */
function drawDaysAgo({ week }: Thread, random: Random): number {
  if (week === 1) return history / day - 1;
  return week === undefined ? 33 * random() ** 1.35 : (5 - week) * 7 + random() * 6.5;
}

/** When a thread began: in the past, at the hour and on the kind of day that its text speaks of, rather lately than long ago. */
export function timeOfThread(thread: Thread, now: number, random: Random): number {
  const latest = now - 4 * minute;
  for (let draws = 0; ; draws++) {
    const daysAgo = drawDaysAgo(thread, random);
    const midnight = Math.floor((now - daysAgo * day + eastward) / day) * day - eastward;
    const at = Math.round(midnight + ((thread.hour ?? drawHour(random)) + random()) * hour);
    if (at > latest || at < now - (thread.week === 1 ? history : talk)) continue;
    if (draws < patience && thread.days?.includes(weekdayOf(at)) === false) continue;
    return at;
  }
}

/** When the answers of a thread were given, in the order in which they are read: each after the one before, the last before now. */
export function timesOfAnswers(
  thread: Thread,
  began: number,
  now: number,
  random: Random,
): Map<Answer, number> {
  const answers: Answer[] = [];
  const collect = (list: Answer[]) => {
    for (const answer of list) {
      answers.push(answer);
      collect(answer.answers);
    }
  };
  collect(thread.answers);
  let at = 0;
  const delays = answers.map(() => (at += (2 + 240 * random() ** 4) * minute));
  const room = (now - began) * 0.92;
  const scale = Math.min(1, room / Math.max(1, at));
  return new Map(
    answers.map((answer, index) => [answer, Math.round(began + delays[index]! * scale) + index + 1]),
  );
}
