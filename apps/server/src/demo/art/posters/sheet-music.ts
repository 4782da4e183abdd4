import { times } from "../drawing.ts";
import { poster } from "./poster.ts";
import { at, disc, faint, fade, line, oval, paper, rays, rect, rounded, shape, thrown } from "./shapes.ts";

const volume = () =>
  paper("#f2a0b4") +
  times(12, (place) =>
    rounded(
      20 + place * 22,
      226 - [40, 84, 130, 92, 160, 196, 150, 178, 110, 70, 96, 50][place]!,
      15,
      [40, 84, 130, 92, 160, 196, 150, 178, 110, 70, 96, 50][place]! + 4,
      7,
      place % 3 === 1 ? "#5b2a86" : "#7a3fa8",
    ),
  ) +
  disc(216, 96, 66, "#2a1838") +
  disc(216, 96, 54, "#fff0d8") +
  times(24, (place) => at(216, 96, rect(-1, -64, 2, 7, "#f2a0b4"), { turn: place * 15 })) +
  at(216, 96, rounded(-5, -50, 10, 34, 5, "#e0533d"), { turn: 128 });

const closetJazz = () =>
  paper("#2b1b2e") +
  shape("M118 0H190L260 450H60z", "#f3b64a") +
  rect(0, 0, 118, 450, "#4a2c4f") +
  rect(190, 0, 110, 450, "#3d2442") +
  rect(14, 26, 90, 170, "#573560") +
  rect(14, 222, 90, 200, "#573560") +
  rect(206, 26, 82, 170, "#4a2c4f") +
  rect(206, 222, 82, 200, "#4a2c4f") +
  disc(108, 230, 6, "#f3b64a") +
  disc(201, 230, 6, "#f3b64a") +
  at(
    150,
    220,
    line("M-6-120Q30-116 28-80L10 40Q0 92-34 92Q-66 92-66 52", "#7a3b14", 19) +
      shape("M-84 50Q-92 10-66 6Q-46 14-48 56z", "#7a3b14") +
      line("M-6-120l-22 8", "#2b1b2e", 7) +
      [-50, -20, 10, 40].map((y, place) => disc(24 - place * 5, y, 7, "#f8dd9a")).join(""),
  ) +
  line("M236 88v-30l22-7v28M60 120v-28", "#f3b64a", 3) +
  oval(230, 90, 7, 5, "#f3b64a") +
  oval(252, 80, 7, 5, "#f3b64a") +
  oval(54, 122, 7, 5, "#f3b64a");

const bass = () =>
  paper("#1d3a3f") +
  rect(96, 0, 108, 450, "#5b3522") +
  times(6, (place) => rect(96, 40 + place * 76, 108, 4, "#d9cdb4")) +
  [116, 138, 162].map((x) => line(`M${x} 0V450`, "#e9dfc6", 2 + (162 - x) / 20)).join("") +
  faint(
    0.5,
    line("M184 0Q150 110 184 220T184 450", "#f0b63f", 3) +
      line("M184 0Q218 110 184 220T184 450", "#f0b63f", 3),
  ) +
  line("M184 0Q166 110 184 220T184 450", "#ffd77a", 3) +
  [116, 192, 268].map((y) => disc(150, y, 5, "#d9cdb4")).join("") +
  [0, 1, 2]
    .map((place) =>
      line(
        `M${224 + place * 16} ${190 - place * 16}q${16 + place * 6} ${30 + place * 16} 0 ${60 + place * 32}`,
        "#f0b63f",
        3,
        ` opacity="${0.8 - place * 0.22}"`,
      ),
    )
    .join("") +
  [0, 1, 2]
    .map((place) =>
      line(
        `M${76 - place * 16} ${190 - place * 16}q${-16 - place * 6} ${30 + place * 16} 0 ${60 + place * 32}`,
        "#f0b63f",
        3,
        ` opacity="${0.8 - place * 0.22}"`,
      ),
    )
    .join("");

const barley = () =>
  fade([
    [0, "#4b6a8c"],
    [0.5, "#e8b45a"],
    [1, "#e8b45a"],
  ]) +
  disc(150, 268, 78, "#f8dfa0") +
  times(40, (place) => {
    const x = 4 + place * 7.6;
    const lean = thrown(place, 3, 18) - 6;
    const top = 240 + thrown(place, 8, 60);
    return (
      line(`M${x} 450Q${x} ${top + 60} ${x + lean} ${top}`, place % 2 ? "#b0782a" : "#8f5f20", 2.4) +
      oval(x + lean, top - 9, 3.6, 13, place % 3 ? "#d9a03a" : "#e9bb58")
    );
  }) +
  at(
    126,
    290,
    line("M-70 30L30-10", "#3a2413", 12) +
      shape("M24-24L92-62L96-6L34 4z", "#3a2413") +
      oval(94, -34, 9, 29, "#5a3a1e", ` transform="rotate(-8 94 -34)"`) +
      line("M-30 14v24a12 12 0 0 0 24 0V2M-6 6v24", "#3a2413", 7) +
      rounded(-82, 22, 18, 14, 5, "#3a2413"),
    { turn: -18 },
  );

const drumCan = () =>
  paper("#e3a04a") +
  rays(150, 130, 28, "#eab163") +
  at(
    33,
    4,
    oval(150, 346, 128, 20, "#a5641e") +
      rect(72, 190, 156, 154, "#3f6f7a") +
      oval(150, 344, 78, 17, "#2d525b") +
      oval(150, 190, 78, 17, "#5c929c") +
      rect(72, 232, 156, 9, "#2d525b") +
      rect(72, 288, 156, 9, "#2d525b") +
      shape("M96 344V300q14-18 4-40q20 20 12 84zM196 344q8-30-6-52q26 12 22 52z", "#b5652c") +
      at(
        150,
        192,
        shape("M-36 0Q-40-74 0-78Q40-74 36 0z", "#f6efdd") +
          disc(0, -100, 27, "#c98a58") +
          shape("M-28-102q-2-32 28-32t28 32q-26-16-56 0z", "#2a1c14") +
          line("M-32-58L-66-30L-50-8M32-58L70-74L60-20", "#c98a58", 11) +
          line("M-54-12L-20 2M62-26L22 2", "#5b3a24", 5),
      ) +
      line("M60 150l-20-14M52 178l-26 0M240 150l20-14M248 178l26 0", "#7a3a14", 4),
    { scale: 0.78 },
  );

export const music = {
  volume: poster(
    "열일곱의/볼륨",
    "Volume at Seventeen",
    "백지오 감독 작품",
    "huge",
    { ink: "#3b1a5c", size: 92 },
    volume,
  ),
  "closet-jazz": poster(
    "벽장 속의/재즈",
    "Jazz in the Closet",
    "다큐멘터리",
    "low",
    { ink: "#fff0cf", shade: 0.72, size: 44 },
    closetJazz,
  ),
  bass: poster(
    "베이스가/안 들려",
    "I Can't Hear the Bass",
    "없으면 안다",
    "low",
    { ink: "#ffe3a0", shade: 0.7, size: 46 },
    bass,
  ),
  barley: poster(
    "보리밭/블루스",
    "Barley Field Blues",
    "1957년, 첫 합주",
    "huge-top",
    { ink: "#fff1cf", second: "#2a2018", size: 82 },
    barley,
  ),
  "drum-can": poster(
    "소년과/드럼통",
    "The Boy and the Oil Drum",
    "두드리면 열린다",
    "low",
    { ink: "#5b2a0c", size: 42, y: 414 },
    drumCan,
  ),
};
