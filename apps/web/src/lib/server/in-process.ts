type Inject = (request: Request) => Promise<Response>;

const slot = Symbol.for("maru.inject");

/** The API in this same process, when the server put it there: no network between page and data. */
export function inProcessApi(): Inject | undefined {
  return (globalThis as { [slot]?: Inject })[slot];
}
