import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** A certificate and its key, in PEM. */
export interface Certificate {
  certificate: string;
  key: string;
}

const ecdsaWithSha256 = "2a8648ce3d040302";
const commonName = "550403";
const basicConstraints = "551d13";
const subjectAltName = "551d11";

/** An authority of one's own, whom nobody trusts unless told to. */
export function makeAuthority(name: string): Certificate & { sign(address: string): Certificate } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const isAuthority = sequence(boolean(true));
  const own = make(name, name, publicKey, privateKey, extension(basicConstraints, isAuthority, true));
  return {
    ...own,
    /** For a server at an address of IPv4. */
    sign(address) {
      const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const names = sequence(value(0x87, Buffer.from(address.split(".").map(Number))));
      const extra = extension(subjectAltName, names, false);
      const { certificate } = make(address, name, pair.publicKey, createPrivateKey(own.key), extra);
      return { certificate, key: pem(pair.privateKey) };
    },
  };
}

/** X.509, version 3, good from yesterday on for ten days. */
function make(
  subject: string,
  issuer: string,
  publicKey: KeyObject,
  signedWith: KeyObject,
  extensions: Buffer,
): Certificate {
  const algorithm = sequence(oid(ecdsaWithSha256));
  const day = 86_400_000;
  const body = sequence(
    value(0xa0, integer(2)),
    integer(Date.now()),
    algorithm,
    nameOf(issuer),
    sequence(time(Date.now() - day), time(Date.now() + 9 * day)),
    nameOf(subject),
    publicKey.export({ type: "spki", format: "der" }),
    value(0xa3, sequence(extensions)),
  );
  const signature = sign("sha256", body, signedWith);
  const whole = sequence(body, algorithm, value(0x03, Buffer.from([0]), signature));
  const lines = whole.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: pem(signedWith),
  };
}

const pem = (key: KeyObject) => key.export({ type: "pkcs8", format: "pem" }) as string;

function value(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

const sequence = (...parts: Buffer[]) => value(0x30, ...parts);
const oid = (hex: string) => value(0x06, Buffer.from(hex, "hex"));
const boolean = (is: boolean) => value(0x01, Buffer.from([is ? 0xff : 0]));
const nameOf = (text: string) =>
  sequence(value(0x31, sequence(oid(commonName), value(0x0c, Buffer.from(text)))));
const extension = (id: string, content: Buffer, isCritical: boolean) =>
  sequence(oid(id), ...(isCritical ? [boolean(true)] : []), value(0x04, content));

function integer(number: number): Buffer {
  const hex = number.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
  // A first bit that is set would make it negative.
  return value(0x02, Buffer.alloc(bytes[0]! >> 7), bytes);
}

/** UTCTime, such as 261121203000Z. */
function time(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/\D/g, "").slice(2, 14);
  return value(0x17, Buffer.from(`${digits}Z`));
}
