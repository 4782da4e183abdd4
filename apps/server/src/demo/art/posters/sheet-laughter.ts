import { times } from "../drawing.ts";
import { poster } from "./poster.ts";
import { at, disc, fade, grid, line, oval, paper, rays, rect, rounded, shape, thrown } from "./shapes.ts";

const dog = () =>
  paper("#c9764f") +
  disc(150, 190, 120, "#e9b98a") +
  shape(
    "M92 330C84 262 100 222 112 196C96 172 92 132 104 108C88 116 74 150 84 178C66 168 62 118 92 92C122 74 178 74 208 92C238 118 234 168 216 178C226 150 212 116 196 108C208 132 204 172 188 196C200 222 216 262 208 330z",
    "#5d4030",
  ) +
  line("M208 322C250 320 262 286 250 262", "#5d4030", 16) +
  disc(126, 70, 3, "#5d4030") +
  line("M120 128q30-18 60 0", "#4a3226", 3) +
  rect(104, 196, 92, 11, "#e9dfc2") +
  disc(150, 214, 9, "#f0c244") +
  rect(0, 322, 300, 128, "#74412c") +
  line("M246 60q10-10 20 0M256 84q10-10 20 0", "#7b3f28", 4);

const vampires = () =>
  paper("#54131d") +
  disc(212, 104, 62, "#e9543f") +
  disc(212, 104, 62, "#f7d9a0", ` opacity=".16"`) +
  (
    [
      [70, 84, 1],
      [116, 140, 0.6],
      [250, 176, 0.5],
    ] as const
  )
    .map(([x, y, scale]) =>
      at(
        x,
        y,
        shape(
          "M0 6C-8-6-16-8-24-4C-34-14-48-16-60-8C-48-6-44 2-44 12C-34 6-26 8-22 16C-14 10-6 12 0 22C6 12 14 10 22 16C26 8 34 6 44 12C44 2 48-6 60-8C48-16 34-14 24-4C16-8 8-6 0 6z",
          "#1a070d",
        ),
        { scale },
      ),
    )
    .join("") +
  rect(26, 196, 120, 260, "#1a070d") +
  rect(154, 150, 122, 300, "#22090f") +
  grid(4, 5, (column, row, place) =>
    rect(40 + column * 26, 214 + row * 30, 14, 18, thrown(place, 4, 5) < 2 ? "#f4c65a" : "#3a121a"),
  ) +
  grid(4, 6, (column, row, place) =>
    rect(168 + column * 26, 168 + row * 30, 14, 18, thrown(place, 8, 5) < 2 ? "#f4c65a" : "#3d141c"),
  );

const parcel = () =>
  paper("#8fb8c9") +
  at(
    33,
    -14,
    disc(150, 170, 130, "#a9cbd6") +
      shape(
        "M98 262C92 150 110 74 152 74C196 74 210 150 204 262C196 250 186 250 178 262C170 250 160 250 151 262C142 250 132 250 124 262C116 250 106 250 98 262z",
        "#fdfaf2",
      ) +
      oval(134, 136, 8, 12, "#2b3440") +
      oval(170, 136, 8, 12, "#2b3440") +
      oval(152, 166, 7, 10, "#2b3440") +
      oval(118, 158, 8, 5, "#f0b3a6") +
      oval(188, 158, 8, 5, "#f0b3a6") +
      shape("M60 246H240V360H60z", "#c4935c") +
      shape("M60 246L34 214H112L130 246zM240 246L266 214H188L170 246z", "#a97842") +
      rect(138, 246, 24, 114, "#e3cda4") +
      rounded(180, 300, 46, 34, 3, "#f6efdd") +
      line("M186 310h34M186 319h22M186 327h30", "#6b5236", 2),
    { scale: 0.78 },
  );

const strike = () =>
  paper("#c8322c") +
  rays(150, 300, 22, "#d9463c") +
  shape("M118 450V316q-10-20 4-34q16-12 30-6q34-2 36 26q2 22-12 34V450z", "#f6d9b8") +
  line("M124 300q14 8 26 0M126 318q14 8 28 0M150 296q14 8 28 0", "#d2a47d", 4) +
  rounded(144, 200, 13, 90, 6, "#e8e3d8") +
  oval(150, 214, 50, 34, "#e8e3d8") +
  oval(150, 208, 39, 21, "#b9b2a4") +
  rect(112, 380, 84, 70, "#f4e9d2") +
  grid(4, 3, (column, row) => disc(122 + column * 21, 392 + row * 22, 5, "#e78b9a"));

const hatless = () =>
  paper("#d9a62e") +
  shape("M0 300L300 210V450H0z", "#b98417") +
  at(
    162,
    262,
    oval(4, 34, 112, 20, "#7b5410") +
      oval(0, 22, 110, 24, "#3a2f26") +
      shape("M-62 20Q-60-66 0-66Q60-66 62 20q-62 22-124 0z", "#4a3c30") +
      shape("M-62 8q62 22 124 0v14q-62 22-124 0z", "#8f2f3a") +
      shape("M-16-64q16 12 34 0q-6 16-18 16t-16-16z", "#3a2f26"),
  ) +
  times(5, (place) =>
    at(44 + place * 24, 420 - place * 26, oval(place % 2 ? 10 : -6, 0, 6, 11, "#7b5410"), { turn: 40 }),
  );

const godQuits = () =>
  fade([
    [0, "#6fb1e4"],
    [1, "#f6e8c3"],
  ]) +
  rays(150, 60, 18, "#fff4cf55") +
  at(
    150,
    190,
    rect(-64, -84, 128, 160, "#fffdf5") +
      rect(-64, -84, 128, 160, "#e7dcc0", ` opacity=".25"`) +
      line("M-40 8h80M-40 26h80M-40 44h54", "#b9ad92", 3) +
      disc(42, 58, 13, "#c8322c") +
      rect(-20, -66, 40, 5, "#3a3328") +
      rect(-34, -52, 68, 18, "#3a3328"),
    { turn: -7 },
  ) +
  [
    [60, 330, 50],
    [110, 316, 62],
    [180, 322, 66],
    [246, 332, 52],
    [20, 350, 44],
    [150, 350, 60],
    [290, 352, 44],
  ]
    .map(([x, y, r]) => disc(x!, y!, r!, "#fffdf8"))
    .join("") +
  rect(0, 350, 300, 100, "#fffdf8");

export const laughter = {
  dog: poster(
    "개는/모르는 척한다",
    "The Dog Pretends Not to Know",
    "고양이가 떠난 동네",
    "low",
    { ink: "#fff2dc", shade: 0.3, size: 36 },
    dog,
  ),
  vampires: poster(
    "흡혈귀 반상회",
    "The Vampires' Block Meeting",
    "안건: 낮에는 조용히 합시다",
    "band",
    { ink: "#54131d", ground: "#f4d9a0", y: 312, size: 38 },
    vampires,
  ),
  parcel: poster(
    "유령/택배",
    "Ghost Parcel",
    "부재중이셔서 안에 두고 갑니다",
    "low",
    { ink: "#243746", y: 412, size: 40 },
    parcel,
  ),
  strike: poster(
    "시어머니는/파업 중",
    "Mother-in-Law on Strike",
    "최만복 감독 작품",
    "high",
    { ink: "#fff3da", size: 48 },
    strike,
  ),
  hatless: poster(
    "모자 벗은/탐정",
    "The Hatless Detective",
    "이번에는 정말 범인을 모른다",
    "high",
    { ink: "#3a2a12", size: 50 },
    hatless,
  ),
  "god-quits": poster(
    "신의 퇴사",
    "God Resigns",
    "일곱째 날, 그는 나오지 않았다",
    "centred",
    { ink: "#2b3f63", y: 384, size: 48 },
    godQuits,
  ),
};
