import type { Id } from "../../../../platform/database/tables.ts";
import type { Chain, Store } from "../../engine/index.ts";
import { grown, leastRoom } from "./pair-index.ts";

/** Chains of ids that only grow, by whose they are: a link is two numbers. */
export class PackedChains implements Store<Chain> {
  /** The place of the latest link. */
  private readonly heads = new Map<string, { place: number }>();
  private values: Float64Array;
  /** The place of the link before; -1 for none. */
  private rests: Int32Array;
  private size = 0;

  constructor(room = leastRoom) {
    this.values = new Float64Array(room);
    this.rests = new Int32Array(room);
  }

  get(key: string): Chain | undefined {
    const head = this.heads.get(key);
    return head && new PackedLink(this, head.place);
  }

  /** Adds the links that are new; the rest of the chain is what `get` has answered. */
  set(key: string, chain: Chain): void {
    const fresh: Id[] = [];
    for (let link: Chain | null = chain; link && !(link instanceof PackedLink); link = link.rest)
      fresh.push(Number(link.value));
    let head = this.heads.get(key);
    if (!head) this.heads.set(key, (head = { place: -1 }));
    for (const value of fresh.reverse()) head.place = this.add(value, head.place);
  }

  valueAt = (place: number): Id => this.values[place]!;
  restAt = (place: number): number => this.rests[place]!;

  private add(value: Id, rest: number): number {
    if (this.size === this.values.length) {
      this.values = grown(this.values);
      this.rests = grown(this.rests);
    }
    this.values[this.size] = value;
    this.rests[this.size] = rest;
    return this.size++;
  }
}

class PackedLink implements Chain {
  private readonly chains: PackedChains;
  private readonly place: number;

  constructor(chains: PackedChains, place: number) {
    this.chains = chains;
    this.place = place;
  }

  get value(): string {
    return String(this.chains.valueAt(this.place));
  }

  get rest(): Chain | null {
    const rest = this.chains.restAt(this.place);
    return rest < 0 ? null : new PackedLink(this.chains, rest);
  }
}
