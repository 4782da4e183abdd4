import {
  type AgentOptions,
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  request as httpRequest,
  type RequestOptions,
} from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { isPublicAddress, publicLookup } from "./public-address.ts";

/** The way out to addresses that people name: never to this machine or the network around it, whatever a name resolves to. */
export interface PublicRequests {
  /** Whether an address is of this machine itself, and let through all the same. */
  isHere(url: URL): boolean;
  /** Why an address will not do, as far as its text shows; undefined when it may. */
  fault(url: URL): string | undefined;
  /** Begins a request to an address that has no fault; a name that leads inside fails it with an InnerAddress. */
  send(url: URL, options: RequestOptions, answered: (response: IncomingMessage) => void): ClientRequest;
  close(): void;
}

export interface PublicRequestsOptions {
  /** Lets this machine itself through, or only what listens there on one port; for tests. */
  loopback: boolean | number;
  /** Name servers to ask instead of this machine's; for tests. */
  servers?: readonly string[];
  agent: AgentOptions;
}

const isLoopback = (address: string) => address === "::1" || address.startsWith("127.");
const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, "");

export function createPublicRequests({ loopback, servers, agent }: PublicRequestsOptions): PublicRequests {
  const allows = (address: string) => isPublicAddress(address) || (loopback === true && isLoopback(address));
  const options = { ...agent, lookup: publicLookup(allows, servers) };
  const agents = { "https:": new HttpsAgent(options), "http:": new HttpAgent(options) };

  function isHere(url: URL): boolean {
    const host = hostOf(url);
    if (loopback === true) return host === "localhost" || isLoopback(host);
    return loopback !== false && isLoopback(host) && url.port === String(loopback);
  }

  return {
    isHere,
    fault(url) {
      const host = hostOf(url);
      if (url.username !== "" || url.password !== "") return "must not carry a password";
      if (isIP(host) !== 0 && !isPublicAddress(host) && !isHere(url)) return "does not lead to the internet";
      return undefined;
    },
    send(url, more, answered) {
      const request = url.protocol === "https:" ? httpsRequest : httpRequest;
      return request(url, { ...more, agent: agents[url.protocol as "https:"] }, answered);
    },
    close() {
      for (const one of Object.values(agents)) one.destroy();
    },
  };
}
