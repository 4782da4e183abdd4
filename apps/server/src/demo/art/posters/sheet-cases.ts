import { times } from "../drawing.ts";
import { skyline } from "./figures.ts";
import { poster } from "./poster.ts";
import { at, disc, fade, grid, line, oval, paper, rect, ring, rounded, shape, thrown } from "./shapes.ts";

const parrot = () =>
  paper("#1f7a5c") +
  shape("M0 0H300V150Q150 210 0 150z", "#2a8e6c") +
  at(
    24,
    -44,
    shape(
      "M96 300C70 220 80 120 134 92C190 64 236 104 226 168C220 214 190 262 176 330L150 380L136 318z",
      "#d8362f",
    ) +
      shape("M128 190C150 170 196 176 206 214C196 262 176 300 160 350C150 300 126 250 128 190z", "#f0b429") +
      shape("M140 220C160 206 190 214 194 240C188 276 176 300 164 330C158 290 142 260 140 220z", "#2f62b8") +
      oval(172, 128, 34, 30, "#fbf0dc") +
      disc(176, 122, 11, "#1c1c1c") +
      disc(180, 118, 3.4, "#fff") +
      shape("M204 122C236 116 250 146 234 176C228 158 214 150 200 150z", "#2b2b2b") +
      rect(40, 330, 220, 12, "#5b3a24") +
      line("M136 330v18M156 330v18", "#3a3a3a", 6) +
      at(
        256,
        214,
        rounded(-12, -30, 24, 46, 12, "#23262b") +
          line("M-8-18H8M-8-8H8M-8 2H8", "#8b929b", 2) +
          rect(-2, 16, 5, 100, "#23262b"),
      ),
    { scale: 0.92 },
  );

const apple = () =>
  paper("#1f3a4a") +
  line("M150 66V300M60 96Q150 66 240 96", "#e9d7a8", 7) +
  disc(150, 62, 11, "#e9d7a8") +
  line("M60 96L24 200M60 96L96 200M240 96L204 180M240 96L276 180", "#e9d7a8", 2) +
  shape("M16 200H104Q96 230 60 230T16 200zM196 180H284Q276 210 240 210T196 180z", "#e9d7a8") +
  at(
    60,
    172,
    shape("M0-18C-10-32-36-26-34 2C-32 26-12 34 0 26C12 34 32 26 34 2C36-26 10-32 0-18z", "#d0382f") +
      line("M0-18q2-14 12-20", "#5b3a24", 4) +
      oval(-16, -6, 5, 9, "#ef8a78"),
  ) +
  at(240, 156, shape("M-18 24V-8L0-24L18-8V24z", "#f4ecd6") + rect(-5, 6, 10, 18, "#1f3a4a")) +
  rect(96, 296, 108, 12, "#e9d7a8");

const taffy = () =>
  paper("#e9dfc6") +
  rect(0, 0, 300, 290, "#c9542b") +
  disc(150, 146, 112, "#f2b33d") +
  ring(150, 146, 112, "#2a1a14", 5) +
  ring(150, 146, 70, "#2a1a14", 3) +
  line("M150 14V278M18 146H282", "#2a1a14", 3) +
  at(
    150,
    146,
    shape("M-58-20L-30-28Q0-36 30-28L58-20V20L30 28Q0 36-30 28L-58 20z", "#8b4a14") +
      shape(
        "M-58-20L-92-38Q-80-12-96 0Q-80 12-92 38L-58 20zM58-20L92-38Q80-12 96 0Q80 12 92 38L58 20z",
        "#fdf0cc",
      ) +
      line("M-30-14Q0-22 34-14", "#d98d3a", 7),
    { turn: -18 },
  );

const western = () =>
  fade([
    [0, "#f6c04a"],
    [0.6, "#e8672f"],
    [1, "#8e2a24"],
  ]) +
  disc(150, 216, 92, "#fbe3a0") +
  skyline(330, "#2a1216", "#ff7b5a", 9, 120) +
  at(
    150,
    330,
    shape("M-60 0Q-70-90-34-126Q0-140 34-126Q70-90 60 0z", "#2a1216") +
      disc(0, -148, 25, "#2a1216") +
      shape(
        "M-70-154Q-40-170-28-164Q-26-200-8-198Q0-190 8-198Q26-200 28-164Q40-170 70-154Q30-140 0-140T-70-154z",
        "#2a1216",
      ) +
      line("M40-104C90-120 96-180 60-206C20-232-50-236-70-206", "#fdf0c8", 5) +
      line("M40-98C96-110 108-184 66-214C20-242-60-240-78-206", "#fdf0c8", 3),
  ) +
  [
    [16, 150, 26, 70, "#3fd0b0"],
    [258, 128, 26, 88, "#ff4f7a"],
  ]
    .map(
      ([x, y, w, h, c]) =>
        `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="4" fill="#2a1216" stroke="${c}" stroke-width="3"/>`,
    )
    .join("");

const interview = () =>
  paper("#c7d3d6") +
  rect(0, 350, 300, 100, "#9fb0b4") +
  at(
    0,
    62,
    shape("M92 330V236Q92 196 126 184L150 196L174 184Q208 196 208 236V330z", "#28374a") +
      shape("M126 184L150 262L174 184L162 176H138z", "#f7f4ea") +
      shape("M145 196h10l7 60-12 18-12-18z", "#c5413a") +
      shape("M126 184L112 214L138 244M174 184L188 214L162 244", "#1e2a39") +
      oval(150, 178, 19, 6, "#eef0e8") +
      ring(132, 128, 15, "#28374a", 4) +
      ring(170, 128, 15, "#28374a", 4) +
      line("M147 128h8M117 126l-8-4M185 126l8-4", "#28374a", 4) +
      rounded(70, 236, 160, 8, 4, "#7a5636") +
      rect(60, 330, 180, 12, "#7a5636") +
      line("M76 342V410M224 342V410", "#7a5636", 8) +
      rect(98, 290, 46, 32, "#fffdf4") +
      line("M105 300h30M105 308h22", "#9aa7a9", 2) +
      disc(216, 318, 9, "#f7f4ea"),
  );

const amnesia = () =>
  paper("#f0c7c0") +
  at(
    10,
    -40,
    shape(
      "M110 330C110 296 84 300 78 276Q76 262 82 254L70 246Q66 240 76 230Q92 210 84 190C76 120 120 70 178 78C236 88 250 150 230 200Q216 230 226 330z",
      "#8f3f5c",
    ) +
      grid(9, 8, (column, row, place) =>
        disc(
          136 + column * 14 + (row % 2) * 5,
          78 + row * 14,
          1.5 + (column + (7 - row)) * 0.42,
          "#f0c7c0",
          thrown(place, 3, 5) === 0 ? ` opacity=".4"` : "",
        ),
      ) +
      times(14, (place) =>
        disc(228 + thrown(place, 4, 60), 40 + thrown(place, 9, 120), 1.5 + (place % 4), "#8f3f5c"),
      ) +
      line("M90 254h-14", "#f0c7c0", 3),
    { scale: 0.96 },
  );

export const cases = {
  parrot: poster(
    "증인은/앵무새",
    "The Witness Is a Parrot",
    "들은 대로 말합니다",
    "low",
    { ink: "#fff1d2", size: 44, y: 412 },
    parrot,
  ),
  apple: poster(
    "사과나무 재판",
    "The Apple Tree Trial",
    "도재현 감독",
    "framed",
    { ink: "#1f3a4a", ground: "#f1e6c9", size: 40 },
    apple,
  ),
  taffy: poster(
    "코드명 호박엿",
    "Code Name: Pumpkin Taffy",
    "붙으면 떨어지지 않는다",
    "centred",
    { ink: "#2a1a14", y: 362, size: 39 },
    taffy,
  ),
  western: poster(
    "을지로/스파게티 웨스턴",
    "Euljiro Spaghetti Western",
    "총 대신 면발",
    "low",
    { ink: "#fde7b0", size: 32, shade: 0.5 },
    western,
  ),
  interview: poster(
    "투명인간/면접",
    "The Invisible Man's Interview",
    "본인의 장점을 보여 주세요",
    "high",
    { ink: "#22303f", size: 48 },
    interview,
  ),
  amnesia: poster(
    "또/기억상실",
    "Amnesia, Again",
    "우리 어디서 본 적 있나요",
    "low",
    { ink: "#5b1f38", size: 46, y: 412 },
    amnesia,
  ),
};
