/** How somebody of the demo goes about films. */
export interface Taste {
  /** On how many days of the eight months they do something here. */
  days: number;
  /** How many of those who react to their reviews like them, 0 to 1. */
  wit: number;
  genres: readonly string[];
}

const usual: Taste = { days: 26, wit: 0.78, genres: ["drama", "comedy", "family"] };
const taste = (days: number, wit: number, genres: string): Taste => ({
  days,
  wit,
  genres: genres.split(" "),
});

const tastes: Record<string, Taste> = {
  woojin: taste(96, 0.92, "drama history war documentary"),
  eunbyeol: taste(90, 0.92, "drama mystery romance animation"),
  haru: taste(60, 0.9, "drama family fantasy comedy"),
  taehoon: taste(84, 0.88, "horror comedy action thriller"),
  mina_o: taste(66, 0.88, "romance drama comedy"),
  eunji_reads: taste(60, 0.86, "drama romance crime"),
  siwoo_bass: taste(58, 0.86, "music documentary drama"),
  grace_k: taste(54, 0.88, "drama family music"),
  yuna: taste(56, 0.84, "horror comedy romance animation"),
  seoyeon: taste(50, 0.86, "drama romance documentary"),
  noodle_sm: taste(46, 0.6, "comedy action family"),
  keycap_jang: taste(50, 0.22, "action sci-fi comedy"),
  hyunseo: taste(44, 0.78, "horror comedy drama"),
  raon: taste(40, 0.82, "family comedy animation"),
  dokyung: taste(40, 0.76, "animation sci-fi horror"),
  mallang: taste(38, 0.84, "animation history fantasy"),
  taeo: taste(38, 0.8, "sci-fi horror thriller"),
  priya: taste(36, 0.82, "sci-fi drama comedy"),
  doyun: taste(36, 0.8, "sci-fi western comedy"),
  gapsu: taste(34, 0.9, "history drama documentary war"),
  ara_jeju: taste(32, 0.9, "adventure drama family"),
  lena: taste(34, 0.84, "drama animation romance"),
  theo: taste(32, 0.8, "western sci-fi comedy"),
  // Some are new to it, or come now and then: their votes weigh little yet.
  chaewon: taste(8, 0.74, "adventure war sport"),
  sol_garden: taste(7, 0.8, "documentary drama"),
  yerin_bakes: taste(6, 0.8, "animation fantasy"),
  jihyun_oh: taste(2, 0.84, "mystery animation"),
};

export const tasteOf = (handle: string): Taste => tastes[handle] ?? usual;

/** The curators that this community begins with: whose judgement counts from the first day. */
export const curators: Record<string, number> = {
  woojin: 3,
  eunbyeol: 2,
  haru: 2,
  seoyeon: 2,
  taehoon: 2,
  mina_o: 2,
  eunji_reads: 2,
  grace_k: 2,
};
