import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Delivery {
  /** What the browser decrypts. */
  payload: Record<string, unknown>;
  headers: IncomingHttpHeaders;
  /** The claims of the site's signature, which was right. */
  claims: { aud: string; exp: number; sub: string };
  /** The site's public key, base64url. */
  key: string;
}

/** A push service with one browser behind it: takes what is sent, proves its signature and decrypts it as the browser does. */
export async function startPushService() {
  const browser = createECDH("prime256v1");
  browser.generateKeys();
  const auth = randomBytes(16);
  const deliveries: Delivery[] = [];
  const statuses: { status: number; retryAfter?: string }[] = [];
  let requests = 0;

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      requests++;
      const { status, retryAfter } = statuses.shift() ?? { status: 201 };
      if (status < 300) {
        const payload = JSON.parse(decrypt(Buffer.concat(chunks), browser, auth)) as Delivery["payload"];
        deliveries.push({
          payload,
          headers: request.headers,
          ...proven(request.headers.authorization ?? ""),
        });
      }
      response.writeHead(status, retryAfter ? { "retry-after": retryAfter } : {}).end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    /** What the browser hands to the site. */
    subscription: (name: string) => ({
      endpoint: `${origin}/${name}`,
      keys: { p256dh: browser.getPublicKey("base64url"), auth: auth.toString("base64url") },
    }),
    deliveries,
    requests: () => requests,
    /** The next requests are answered so, in this order. */
    answerNext: (...next: { status: number; retryAfter?: string }[]) => void statuses.push(...next),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** RFC 8188 with the keys of RFC 8291. */
function decrypt(body: Buffer, browser: ReturnType<typeof createECDH>, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const keyLength = body[20]!;
  const sender = body.subarray(21, 21 + keyLength);
  const text = body.subarray(21 + keyLength);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), browser.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync("sha256", browser.computeSecret(sender), auth, info, 32));
  const key = Buffer.from(hkdfSync("sha256", secret, salt, "Content-Encoding: aes128gcm\0", 16));
  const nonce = Buffer.from(hkdfSync("sha256", secret, salt, "Content-Encoding: nonce\0", 12));
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(text.subarray(-16));
  const plain = Buffer.concat([decipher.update(text.subarray(0, -16)), decipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString();
}

/** RFC 8292. Throws when the signature is not right. */
function proven(authorization: string): Pick<Delivery, "claims" | "key"> {
  const [, token = "", key = ""] = /^vapid t=([^,]+), ?k=(\S+)$/.exec(authorization) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const isRight = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isRight) throw new Error("The signature is not right");
  return { claims: JSON.parse(Buffer.from(claims, "base64url").toString()) as Delivery["claims"], key };
}
