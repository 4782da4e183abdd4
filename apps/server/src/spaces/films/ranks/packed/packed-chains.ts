import type { Id } from "../../../../platform/database/tables.ts";
import type { Chain, Store } from "../../engine/index.ts";
import { grown, leastRoom, PairIndex } from "./pair-index.ts";

/** Chains of ids that only grow, by whose they are: a link is two numbers. */
export class PackedChains implements Store<Chain> {
  private readonly owners = new PairIndex(leastRoom);
  /** The place of the latest link of each owner. */
  private heads = new Int32Array(leastRoom);
  private values: Float64Array;
  /** The place of the link before; -1 for none. */
  private rests: Int32Array;
  private size = 0;

  constructor(room = leastRoom) {
    this.values = new Float64Array(room);
    this.rests = new Int32Array(room);
  }

  get(key: string): Chain | undefined {
    const owner = this.owners.findKey(key);
    return owner === undefined ? undefined : new PackedLink(this, this.heads[owner]!);
  }

  /** Adds the links that are new; the rest of the chain is what `get` has answered. */
  set(key: string, chain: Chain): void {
    const known = this.owners.size;
    const owner = this.owners.putKey(key);
    if (owner === this.heads.length) this.heads = grown(this.heads);
    let head = owner === known ? -1 : this.heads[owner]!;
    // Mostly there is one.
    if (isStored(chain.rest)) head = this.add(Number(chain.value), head);
    else for (const value of freshIn(chain)) head = this.add(value, head);
    this.heads[owner] = head;
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

const isStored = (link: Chain | null): boolean => link === null || link instanceof PackedLink;

/** What is not stored yet, the oldest first. */
function freshIn(chain: Chain): Id[] {
  const fresh: Id[] = [];
  for (let link: Chain | null = chain; link && !isStored(link); link = link.rest)
    fresh.push(Number(link.value));
  return fresh.reverse();
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
