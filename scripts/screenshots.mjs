import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "playwright-core";
import { root } from "./bootstrap/say.mjs";

/** The pictures of the README: `npm run screenshots` makes them anew from the demo community, on a site of its own. */

const port = process.env["PORT"] ?? "3199";
const origin = `http://localhost:${port}`;
const folder = path.join(root, "docs", "screenshots");
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 860 };

/** A cat of the one who is signed in. */
const cat = { path: "", name: "나비" };

/** A project on the board, and the coffee chat about it. */
const project = { path: "", title: "잔디 정원", chat: "" };

/** The film that the list begins with. */
const film = { path: "" };

/**
 * A photo is looked at on the spot. It is of Chelsea, by Stéfan van der Walt, who gave it to everybody (CC0): a drawing is no cat to the model.
 * @param {import("playwright-core").Page} tab
 */
async function lookAtPhoto(tab) {
  await tab.getByRole("button", { name: "품종 알아보기" }).click();
  await tab.getByRole("dialog").waitFor();
  await tab
    .locator('input[type="file"]')
    .last()
    .setInputFiles(path.join(root, "scripts/screenshots/chelsea.jpg"));
  await tab.getByText("재미로 봐 주세요.").waitFor();
  await tab.waitForLoadState("networkidle");
}

const shots = [
  { name: "home-desktop", path: "/", viewport: desktop, signedIn: true },
  { name: "home-phone-dark", path: "/", viewport: phone, signedIn: true, colorScheme: "dark" },
  { name: "welcome-phone", path: "/", viewport: phone },
  { name: "explore-english", path: "/explore", viewport: desktop, locale: "en-US" },
  { name: "profile-phone", path: "/@minji_butler", viewport: phone, signedIn: true },
  { name: "compose-phone", path: "/compose", viewport: phone, signedIn: true },
  { name: "cat-desktop", path: () => cat.path, viewport: desktop, signedIn: true },
  { name: "cat-phone", path: () => cat.path, viewport: phone, signedIn: true },
  { name: "project-desktop", path: () => project.path, viewport: desktop, signedIn: true },
  { name: "projects-phone", path: "/projects", viewport: phone, signedIn: true },
  { name: "chat-desktop", path: () => project.chat, viewport: desktop, signedIn: true },
  { name: "chat-phone", path: () => project.chat, viewport: phone, signedIn: true },
  { name: "film-desktop", path: () => film.path, viewport: desktop, signedIn: true },
  { name: "films-phone", path: "/films", viewport: phone, signedIn: true },
  { name: "film-rank-phone", path: "/films/rank", viewport: phone, signedIn: true },
  { name: "breed-phone", path: "/cats", viewport: phone, signedIn: true, act: lookAtPhoto },
];

const data = await mkdtemp(path.join(tmpdir(), "maru-screenshots-"));
const server = spawn(process.execPath, ["apps/server/src/cli/main.ts", "start"], {
  cwd: root,
  env: { PATH: process.env["PATH"], PORT: port, MARU_DATA_DIR: data, LOG_LEVEL: "warn" },
  stdio: ["ignore", "inherit", "inherit"],
});
const ended = once(server, "exit");
try {
  while (!(await fetch(`${origin}/readyz`).catch(() => undefined))?.ok) {
    if (server.exitCode !== null) throw new Error("Maru did not start");
    await pause(200);
  }
  const { demoLogin } = await (await fetch(`${origin}/api/v1/instance`)).json();
  const answer = await fetch(`${origin}/api/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(demoLogin),
  });
  const { token } = await answer.json();

  /** @param {string} where */
  const get = async (where) =>
    (await fetch(`${origin}/api/v1${where}`, { headers: { authorization: `Bearer ${token}` } })).json();
  const { items } = await get(`/accounts/${(await get("/me")).account.handle}/cats`);
  cat.path = `/cats/${items.find((/** @type {{ name: string }} */ { name }) => name === cat.name).id}`;
  const board = await get(`/projects?q=${encodeURIComponent(project.title)}`);
  project.path = `/projects/${board.items[0].id}`;
  const chats = await get(`/chats?filter=coffee`);
  const about = (/** @type {{ project: { title: string } | null }} */ chat) =>
    chat.project?.title === project.title;
  project.chat = `/chat/${chats.items.find(about).id}`;

  const films = await get("/films?limit=1");
  film.path = `/films/${films.items[0].id}`;

  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  for (const {
    name,
    path: page,
    viewport,
    signedIn,
    act,
    colorScheme = "light",
    locale = "ko-KR",
  } of shots) {
    const context = await browser.newContext({
      viewport,
      locale,
      colorScheme: colorScheme === "dark" ? "dark" : "light",
      deviceScaleFactor: viewport === phone ? 2 : 1,
    });
    if (signedIn) await context.addCookies([{ name: "maru_session", value: token, url: origin }]);
    const tab = await context.newPage();
    await tab.goto(origin + (typeof page === "string" ? page : page()), { waitUntil: "networkidle" });
    await act?.(tab);
    await tab.screenshot({ path: path.join(folder, `${name}.jpg`), type: "jpeg", quality: 80 });
    await context.close();
  }
  await browser.close();
} finally {
  server.kill("SIGTERM");
  await ended;
  await rm(data, { recursive: true, force: true });
}
