import type { LookupAddress } from "node:dns";
import { Resolver } from "node:dns/promises";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { callbackify } from "node:util";

const inner = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  inner.addSubnet(network, bits, "ipv4");

/** Of the version 6, only what is given out for the internet, without those parts of it that stand for something else. */
const outer6 = new BlockList();
outer6.addSubnet("2000::", 3, "ipv6");
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  inner.addSubnet(network, bits, "ipv6");

/** Whether an address is one of the internet: not of this machine, of the network around it, or of no single host. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inner.check(address, "ipv4");
  return family === 6 && outer6.check(address, "ipv6") && !inner.check(address, "ipv6");
}

export class InnerAddress extends Error {
  constructor(host: string) {
    super(`${host} does not lead to the internet`);
    this.name = "InnerAddress";
  }
}

const nameServerMs = 1_500;
const isThisMachine = /(^|\.)localhost\.?$/i;

/**
 * Asks name servers itself. The system's own way (getaddrinfo) would hold one of the program's few threads, which passwords and files need too,
 * for as long as a name server that somebody else runs lets it wait.
 */
async function addressesOf(host: string, servers: readonly string[] | undefined): Promise<LookupAddress[]> {
  if (isThisMachine.test(host)) return [{ address: "127.0.0.1", family: 4 }];
  const resolver = new Resolver({ timeout: nameServerMs, tries: 2 });
  if (servers) resolver.setServers(servers);
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const addresses = [
    ...(four.status === "fulfilled" ? four.value.map((address) => ({ address, family: 4 })) : []),
    ...(six.status === "fulfilled" ? six.value.map((address) => ({ address, family: 6 })) : []),
  ];
  if (addresses.length === 0 && four.status === "rejected") throw four.reason;
  return addresses;
}

/**
 * Looks names up, and refuses every name that leads inside; the connection is made to the address that was judged. `servers` (tests) are asked
 * instead of those of this machine.
 */
export function publicLookup(
  allows: (address: string) => boolean = isPublicAddress,
  servers?: readonly string[],
): LookupFunction {
  const find = callbackify(async (host: string) => {
    const addresses = await addressesOf(host, servers);
    if (addresses.length === 0 || !addresses.every(({ address }) => allows(address)))
      throw new InnerAddress(host);
    return addresses;
  });
  return (host, options, done) =>
    find(host, (error, addresses) => {
      if (error) return done(error, "", 0);
      if (options.all) return done(null, addresses);
      done(null, addresses[0]!.address, addresses[0]!.family);
    });
}
