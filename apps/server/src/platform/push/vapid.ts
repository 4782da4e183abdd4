import { createECDH, hkdfSync } from "node:crypto";

export interface VapidKeys {
  /** Both base64url. */
  publicKey: string;
  privateKey: string;
}

/** The site's key pair for Web Push (RFC 8292), made of a secret: the same secret is always the same keys. */
export function vapidKeys(secret: Buffer): VapidKeys {
  for (let attempt = 0; ; attempt++) {
    const candidate = Buffer.from(hkdfSync("sha256", secret, "", `vapid ${attempt}`, 32));
    const pair = createECDH("prime256v1");
    try {
      // Not every number of this length is a key; one in four billion is none.
      pair.setPrivateKey(candidate);
    } catch {
      continue;
    }
    return { publicKey: pair.getPublicKey("base64url"), privateKey: candidate.toString("base64url") };
  }
}
