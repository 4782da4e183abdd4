import { expect, test } from "vitest";
import { isPublicAddress, publicLookup } from "./public-address.ts";
import { createPublicPost } from "./public-post.ts";

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.31.255.255",
  "192.168.0.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "224.0.0.1",
  "255.255.255.255",
  "::1",
  "::",
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "64:ff9b::a00:1",
  "fe80::1",
  "fd00::1",
  "ff02::1",
  "2002:a00:1::1",
  "2001:db8::1",
  "2001:0:1::1",
  "nothing",
])("%s is none of the internet", (address) => expect(isPublicAddress(address)).toBe(false));

test.each(["8.8.8.8", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001::200e"])(
  "%s is one of it",
  (address) => expect(isPublicAddress(address)).toBe(true),
);

test("a name that leads to this machine is refused when it is looked up", async () => {
  const error = await new Promise((resolve) => publicLookup()("localhost", {}, resolve));
  expect(String(error)).toContain("localhost does not lead to the internet");
  const egress = createPublicPost({ loopback: false });
  await expect(egress.post("https://localhost:1/", Buffer.from("x"), {})).rejects.toThrow("does not lead");
  await expect(egress.post("https://2130706433/", Buffer.from("x"), {})).rejects.toThrow("does not lead");
  await expect(egress.post("http://push.example/", Buffer.from("x"), {})).rejects.toThrow("does not lead");
  egress.close();
});
