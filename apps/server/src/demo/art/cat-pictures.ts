import { cat, type Pose } from "./cat.ts";
import type { HeadLook } from "./cat-head.ts";
import { type CoatName, coats } from "./coats.ts";
import { finish, type FrameName, frames } from "./drawing.ts";
import { type Room, type RoomName, rooms } from "./rooms.ts";

interface Sitter {
  coat: CoatName;
  pose: Pose;
  look?: HeadLook;
  /** Where the cat is, away from the middle, and how large. */
  at?: [number, number, number?];
}

/** A cat, or several, somewhere. */
export function catPicture(room: RoomName, sitters: Sitter[], frameName: FrameName = "wide"): string {
  const { body, definitions = "", glow }: Room = rooms[room];
  const drawn = sitters.map(({ coat, pose, look, at: [x, y, scale = 1] = [0, 0] }, index) => {
    const peeks = pose === "peek";
    const shadow = peeks ? "" : `<ellipse cx="200" cy="362" rx="160" ry="18" fill="#2b190f" opacity=".16"/>`;
    return `<g transform="translate(${200 + x} ${362 + y}) scale(${scale}) translate(-200 -362)">${shadow}${cat(coats[coat], pose, look, `cat${index}`)}</g>`;
  });
  return finish(frames[frameName], body + drawn.join(""), definitions, glow);
}
