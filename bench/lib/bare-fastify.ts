import Fastify from "fastify";

/** The yardstick: a Fastify with one route that sends a stored body, in a process of its own. Runs as `bare-fastify.ts PORT`, the body over IPC. */
process.once("message", async (body) => {
  const stored = Buffer.from(body as string);
  const app = Fastify();
  app.get("/api/v1/feeds/home", (_request, reply) => {
    reply.type("application/json; charset=utf-8").send(stored);
  });
  await app.listen({ port: Number(process.argv[2]), host: "127.0.0.1" });
  process.send!("ready");
});
