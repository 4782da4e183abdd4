import { clamp, rounded } from "./arithmetic.ts";
import type { Constants } from "./constants.ts";
import type { Draft } from "./draft.ts";
import { memberWeight } from "./member-weight.ts";
import type { WatchStep } from "./notes.ts";
import { addTo } from "./slots.ts";
import type { Film, Opinion, Sum, User } from "./state.ts";

/**
 * films.md §5: a two-sided CUSUM over the opinions of members between newcomers and proven ones. Opinions of the running epoch
 * count until they sum up to an alarm; then the epoch is held back. Call it after the opinion was given.
 */
export function watch(draft: Draft, film: Film, opinion: Opinion, user: Readonly<User>): void {
  unwatch(film, opinion);
  const { constants } = draft.totals;
  const w = memberWeight(user, constants);
  if (opinion.class !== 1 || w === 0) return;

  const { expected, slack } = yardstick(film, constants);
  const { alarm } = constants.watch;
  opinion.high = w * (opinion.o - expected - slack);
  opinion.low = w * (expected - opinion.o - slack);
  opinion.watchedIn = film.epochId;
  film.high = clamp(film.high + opinion.high, 0, alarm);
  film.low = clamp(film.low + opinion.low, 0, alarm);

  const calm = film.high === 0 && film.low === 0;
  if (film.alarm) {
    if (!calm) return;
    film.alarm = false;
    hold(draft, film, "held");
  } else if (film.high === alarm || film.low === alarm) {
    const { high, low } = film;
    hold(draft, film, "alarm");
    Object.assign(film, { high, low, alarm: true });
  } else if (calm) closeEpoch(film, "main");
}

/**
 * Takes back what an opinion added to the running epoch's sums. As specified: what it would have taken from a sum that was 0
 * already comes back, too, so that a sum may stand above the alarm until the next opinion is watched.
 */
export function unwatch(film: Film, opinion: Opinion): void {
  if (opinion.watchedIn !== film.epochId) return;
  film.high = Math.max(0, film.high - opinion.high);
  film.low = Math.max(0, film.low - opinion.low);
  opinion.watchedIn = -1;
}

/** films.md §5, Accept: everything held back counts from now on. Answers whether there was anything. */
export function accept(draft: Draft, film: Film): boolean {
  if (!film.alarm && film.heldEpochs.length === 0) return false;
  if (film.alarm) closeEpoch(film, "main");
  film.alarm = false;
  pour(film.held, film.main);
  film.heldEpochs = [];
  tell(draft, film, "accepted");
  return true;
}

/** Accepts by itself once what is held back says what proven members say. */
export function acceptIfAgreed(draft: Draft, film: Film): void {
  const epoch = film.alarm ? 1 : 0;
  const w = film.held.w + epoch * film.epoch.w;
  if (w <= 0) return;
  const x = film.held.x + epoch * film.epoch.x;
  const { constants } = draft.totals;
  const { expected } = yardstick(film, constants);
  if (Math.abs(x / w - expected) <= constants.watch.agreement) accept(draft, film);
}

/** What the next opinion should be, by part of the base and by whoever is not watched; and what is no surprise. */
function yardstick({ base, kappa, proven, main }: Film, { watch: rules }: Constants) {
  const baseVotes = (rules.baseShare * kappa) / 1000;
  const evidence = baseVotes + (proven.w + main.w) / 1000;
  const mean = ((baseVotes * base) / 10_000 + (proven.x + main.x) / 1_000_000) / evidence;
  return {
    expected: rounded(1000 * mean),
    slack: rounded(rules.slack + rules.slackPerDeviation * Math.sqrt((mean * (1 - mean)) / (evidence + 1))),
  };
}

function hold(draft: Draft, film: Film, what: WatchStep): void {
  film.heldEpochs = [...film.heldEpochs, film.epochId];
  closeEpoch(film, "held");
  tell(draft, film, what);
}

function closeEpoch(film: Film, into: "main" | "held"): void {
  pour(film.epoch, film[into]);
  film.epochId++;
  film.high = film.low = 0;
}

/** Empties one sum into another. */
function pour(from: Sum, into: Sum): void {
  addTo(into, from.w, from.x);
  from.w = from.x = 0;
}

const tell = (draft: Draft, film: Film, what: WatchStep) =>
  draft.notes.push({ about: "film-watch", film: film.id, what });
