import type { Film, Store, Sum } from "../../engine/index.ts";
import type { WarmFilm } from "../heat.ts";
import { grown, leastRoom, PairIndex } from "./pair-index.ts";

/** The numbers of a row: these, then the sums, and those of the aspects. */
const plain = [
  "base",
  "kappa",
  "epochId",
  "high",
  "low",
  "opinions",
  "seriesBegun",
  "waitUntil",
  "heat",
  "felt",
] as const;
const alarmAt = plain.length;
const tierAt = alarmAt + 1;
const sums = ["proven", "main", "fresh", "epoch", "held"] as const;
const sumsAt = tierAt + 1;
const aspects = [0, 1, 2, 3, 4];
const aspectsAt = sumsAt + 2 * sums.length;
const width = aspectsAt + 2 * aspects.length;

/** What few films have, and no number can say. */
type Rare = Pick<Film, "series" | "heldEpochs">;
const common: Rare = { series: null, heldEpochs: [] };

/**
 * Films as rows of numbers that are changed where they are: an event changes a few numbers of a film, and a log of millions goes through films all
 * over the memory.
 */
export class FilmRows implements Store<WarmFilm> {
  readonly index = new PairIndex(leastRoom);
  /** By where their rows begin. */
  readonly rare = new Map<number, Rare>();
  numbers = new Float64Array(leastRoom * width);

  get size(): number {
    return this.index.size;
  }

  /** The film itself: what is changed of it is changed here. */
  get(key: string): WarmFilm | undefined {
    const place = this.index.findKey(key);
    return place === undefined ? undefined : rowOf(this, key, place * width);
  }

  set(key: string, film: WarmFilm): void {
    if (film instanceof FilmRow) return;
    const start = this.index.putKey(key) * width;
    if (start === this.numbers.length) this.numbers = grown(this.numbers);
    const row = rowOf(this, key, start);
    const { id: _, aspects: said, ...rest } = film;
    for (const name of sums) Object.assign(row[name], rest[name]);
    for (const aspect of aspects) Object.assign(row.aspects[aspect]!, said[aspect]);
    const { tier, alarm, series, heldEpochs } = rest;
    Object.assign(row, { tier, alarm, series, heldEpochs });
    for (const name of plain) row[name] = rest[name] ?? 0;
  }

  /** A copy of a film, and its heat. */
  at(place: number): { film: Film; heat: number } {
    const id = String(this.index.oneAt(place));
    const row = rowOf(this, id, place * width);
    const copy = ({ w, x }: Sum): Sum => ({ w, x });
    const film: Film = {
      id,
      base: row.base,
      kappa: row.kappa,
      proven: copy(row.proven),
      main: copy(row.main),
      fresh: copy(row.fresh),
      epoch: copy(row.epoch),
      held: copy(row.held),
      aspects: row.aspects.map(copy),
      epochId: row.epochId,
      high: row.high,
      low: row.low,
      alarm: row.alarm,
      heldEpochs: row.heldEpochs,
      opinions: row.opinions,
      tier: row.tier,
      series: row.series,
      seriesBegun: row.seriesBegun,
      waitUntil: row.waitUntil,
    };
    return { film, heat: row.heat };
  }
}

class RowSum implements Sum {
  private readonly rows: FilmRows;
  private readonly at: number;

  constructor(rows: FilmRows, at: number) {
    this.rows = rows;
    this.at = at;
  }

  get w(): number {
    return this.rows.numbers[this.at]!;
  }
  set w(w: number) {
    this.rows.numbers[this.at] = w;
  }
  get x(): number {
    return this.rows.numbers[this.at + 1]!;
  }
  set x(x: number) {
    this.rows.numbers[this.at + 1] = x;
  }
}

class FilmRow {
  readonly id: string;
  readonly rows: FilmRows;
  readonly start: number;

  constructor(rows: FilmRows, id: string, start: number) {
    this.rows = rows;
    this.id = id;
    this.start = start;
  }

  get alarm(): boolean {
    return this.rows.numbers[this.start + alarmAt] === 1;
  }
  set alarm(alarm: boolean) {
    this.rows.numbers[this.start + alarmAt] = alarm ? 1 : 0;
  }
  /** Kept as one more than it is; 0 for none. */
  get tier(): number | null {
    const number = this.rows.numbers[this.start + tierAt]!;
    return number === 0 ? null : number - 1;
  }
  set tier(tier: number | null) {
    this.rows.numbers[this.start + tierAt] = tier === null ? 0 : tier + 1;
  }
  get aspects(): Sum[] {
    return aspects.map((aspect) => new RowSum(this.rows, this.start + aspectsAt + 2 * aspect));
  }
  get series(): Film["series"] {
    return this.rare.series;
  }
  set series(series: Film["series"]) {
    this.rare = { ...this.rare, series };
  }
  get heldEpochs(): readonly number[] {
    return this.rare.heldEpochs;
  }
  set heldEpochs(heldEpochs: readonly number[]) {
    this.rare = { ...this.rare, heldEpochs };
  }

  private get rare(): Rare {
    return this.rows.rare.get(this.start) ?? common;
  }
  private set rare(rare: Rare) {
    if (rare.series || rare.heldEpochs.length > 0) this.rows.rare.set(this.start, rare);
    else this.rows.rare.delete(this.start);
  }
}

for (const [number, name] of plain.entries())
  Object.defineProperty(FilmRow.prototype, name, {
    get(this: FilmRow) {
      return this.rows.numbers[this.start + number];
    },
    set(this: FilmRow, value: number) {
      this.rows.numbers[this.start + number] = value;
    },
  });
for (const [sum, name] of sums.entries())
  Object.defineProperty(FilmRow.prototype, name, {
    get(this: FilmRow) {
      return new RowSum(this.rows, this.start + sumsAt + 2 * sum);
    },
  });

/** A row with the accessors that were defined above. */
const rowOf = (rows: FilmRows, id: string, start: number) =>
  new FilmRow(rows, id, start) as unknown as Required<WarmFilm>;
