import { expect, test } from "vitest";
import { localSites } from "../../../test/local-site.ts";
import { startNameServer } from "../../../test/name-server.ts";
import { createPublicGet, type PublicGet } from "./public-get.ts";

const { endWithTest, site } = localSites();
const html = { "content-type": "text/html" };

function egress(more: Partial<Parameters<typeof createPublicGet>[0]> = {}): PublicGet {
  const made = createPublicGet({ loopback: true, ...more });
  endWithTest(made.close);
  return made;
}

test("a page comes with what its header says of its letters", async () => {
  const { url } = await site((response) =>
    response.writeHead(200, { "content-type": 'Text/HTML; x=1; Charset="EUC-KR"' }).end("<title>x"),
  );
  const answer = await egress().get(url);
  expect(answer).toMatchObject({ end: "page", charset: "euc-kr" });
  expect(answer).toHaveProperty("body", Buffer.from("<title>x"));
});

test("who asks is not told, also not when it leads on, and cookies stay behind", async () => {
  const { url, asked, port } = await site((response, path) =>
    path === "/"
      ? response.writeHead(302, { location: "/there?a=%20#b", "set-cookie": "who=me" }).end()
      : response.writeHead(200, html).end("here"),
  );
  expect(await egress().get(url)).toHaveProperty("body", Buffer.from("here"));
  expect(asked.map((one) => one.url)).toEqual(["/", "/there?a=%20"]);
  for (const { headers } of asked)
    expect(headers).toEqual({
      "user-agent": "Maru (link preview)",
      accept: "text/html, application/xhtml+xml",
      "accept-encoding": "gzip, br",
      host: `127.0.0.1:${port}`,
      connection: "close",
    });
});

test.each([
  [200, "image/png", "refused"],
  [200, "application/json", "refused"],
  [200, "text/html-sandboxed", "refused"],
  [200, "", "refused"],
  [204, "text/html", "refused"],
  [404, "text/html", "refused"],
  [302, "text/html", "refused"],
  [429, "text/html", "failed"],
  [500, "text/html", "failed"],
  [200, "application/xhtml+xml", "page"],
])("%i with %j is %s", async (status, type, end) => {
  const { url, asked } = await site((response) =>
    response.writeHead(status, type === "" ? {} : { "content-type": type }).end("x"),
  );
  expect(await egress().get(url)).toMatchObject({ end });
  expect(asked.length).toBe(1);
});

test.each([
  [3, "page"],
  [4, "refused"],
  [Infinity, "refused"],
])("%d redirects make a %s", async (times, end) => {
  const { url, asked } = await site((response, path) =>
    path === `/${times}`
      ? response.writeHead(200, html).end()
      : response.writeHead(307, { location: `${Number(path.slice(1)) + 1}` }).end("x"),
  );
  expect(await egress().get(`${url}0`)).toMatchObject({ end });
  expect(asked.length).toBe(4);
});

test.each([
  "http://127.0.0.1/",
  "http://127.0.0.1:INNER/",
  "http://2130706433:INNER/",
  "http://0x7f.1:INNER/",
  "http://localhost/",
  "http://[::1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://0.0.0.0/",
  "http://10.0.0.1/",
  "http://169.254.169.254/latest/meta-data/",
  "http://inner.example/",
  "http://both.example/",
  "http://metadata.example/",
  "https://inner.example/",
  "http://8.8.8.8:8080/",
  "http://8.8.8.8:22/",
  "https://user:password@8.8.8.8/",
  "ftp://8.8.8.8/",
  "file:///etc/passwd",
  "data:text/html,<title>x",
  "http://",
])("nobody is led to %s, nor goes there", async (address) => {
  const inner = await site((response) => response.writeHead(200, html).end());
  const to = address.replace("INNER", String(inner.port));
  const names: Record<string, string[]> = {
    "inner.example": ["127.0.0.1"],
    "both.example": ["8.8.8.8", "127.0.0.1"],
    "metadata.example": ["169.254.169.254"],
  };
  const server = await startNameServer((name) => names[name] ?? []);
  endWithTest(server.close);
  const outer = await site((response) => response.writeHead(302, { location: to }).end());
  const from = egress({ loopback: outer.port, servers: [server.address] });
  const why = /does not lead to the internet|unusual port|a password|no http address|not an address/;
  for (const url of [outer.url, to])
    expect(await from.get(url)).toEqual({ end: "refused", reason: expect.stringMatching(why) });
  expect([outer.asked.length, inner.asked.length]).toEqual([1, 0]);
});

test("a name that leads inside the second time is refused the second time", async () => {
  const outer = await site((response) =>
    response.writeHead(302, { location: "http://turns.example/" }).end(),
  );
  let asked = 0;
  const server = await startNameServer(() => [asked++ < 2 ? "192.0.2.1" : "127.0.0.1"]);
  endWithTest(server.close);
  const from = egress({ loopback: outer.port, servers: [server.address] });
  for (let times = 0; times < 2; times++)
    expect(await from.get(outer.url)).toEqual({
      end: "refused",
      reason: "turns.example does not lead to the internet",
    });
});

test("reasons keep the rest of an address to themselves", async () => {
  const { url } = await site((response) => response.writeHead(404).end());
  const secret = "token=hunter2";
  const answers = await Promise.all(
    [`${url}?${secret}`, `http://127.0.0.1:1/?${secret}`, `http://10.0.0.1/${secret}`].map(egress().get),
  );
  expect(JSON.stringify(answers)).toContain("answered 404");
  expect(JSON.stringify(answers)).not.toContain("hunter2");
});
