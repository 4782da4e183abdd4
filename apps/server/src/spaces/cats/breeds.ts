export interface Breed {
  id: string;
  name: { ko: string; en: string };
}

/** In Korean, in English, and what else people call them. */
const names: Record<string, readonly [ko: string, en: string, ...also: string[]]> = {
  "korean-shorthair": ["코리안 숏헤어/믹스", "Korean Shorthair/mixed", "코숏"],
  abyssinian: ["아비시니안", "Abyssinian"],
  "american-bobtail": ["아메리칸 밥테일", "American Bobtail"],
  "american-curl": ["아메리칸 컬", "American Curl"],
  "american-shorthair": ["아메리칸 쇼트헤어", "American Shorthair", "아메숏", "아메리칸 숏헤어"],
  "american-wirehair": ["아메리칸 와이어헤어", "American Wirehair"],
  "australian-mist": ["오스트레일리안 미스트", "Australian Mist"],
  balinese: ["발리니즈", "Balinese"],
  bengal: ["벵갈", "Bengal", "뱅갈"],
  birman: ["버만", "Birman"],
  bombay: ["봄베이", "Bombay"],
  "british-longhair": ["브리티시 롱헤어", "British Longhair"],
  "british-shorthair": ["브리티시 쇼트헤어", "British Shorthair", "브숏", "브리티시 숏헤어"],
  burmese: ["버미즈", "Burmese"],
  burmilla: ["버밀라", "Burmilla"],
  chartreux: ["샤르트뢰", "Chartreux"],
  chausie: ["쵸시", "Chausie"],
  "colorpoint-shorthair": ["컬러포인트 쇼트헤어", "Colorpoint Shorthair"],
  "cornish-rex": ["코니시 렉스", "Cornish Rex"],
  cymric: ["킴릭", "Cymric"],
  "devon-rex": ["데본 렉스", "Devon Rex"],
  donskoy: ["돈스코이", "Donskoy"],
  "dragon-li": ["드래곤 리", "Dragon Li"],
  "egyptian-mau": ["이집션 마우", "Egyptian Mau"],
  "european-shorthair": ["유러피언 쇼트헤어", "European Shorthair"],
  "exotic-shorthair": ["엑조틱 쇼트헤어", "Exotic Shorthair"],
  "havana-brown": ["하바나 브라운", "Havana Brown"],
  highlander: ["하이랜더", "Highlander"],
  himalayan: ["히말라얀", "Himalayan"],
  "japanese-bobtail": ["재패니즈 밥테일", "Japanese Bobtail"],
  "khao-manee": ["카오 마니", "Khao Manee"],
  kinkalow: ["킨칼로", "Kinkalow"],
  korat: ["코랏", "Korat"],
  "kurilian-bobtail": ["쿠릴리안 밥테일", "Kurilian Bobtail"],
  laperm: ["라펌", "LaPerm"],
  lykoi: ["라이코이", "Lykoi"],
  "maine-coon": ["메인쿤", "Maine Coon"],
  manx: ["맹크스", "Manx"],
  minuet: ["미뉴에트", "Minuet"],
  munchkin: ["먼치킨", "Munchkin"],
  nebelung: ["네벨룽", "Nebelung"],
  "norwegian-forest": ["노르웨이 숲", "Norwegian Forest Cat", "노숲"],
  ocicat: ["오시캣", "Ocicat"],
  "oriental-longhair": ["오리엔탈 롱헤어", "Oriental Longhair"],
  "oriental-shorthair": ["오리엔탈 쇼트헤어", "Oriental Shorthair"],
  persian: ["페르시안", "Persian"],
  peterbald: ["피터볼드", "Peterbald"],
  pixiebob: ["픽시밥", "Pixiebob"],
  ragamuffin: ["라가머핀", "RagaMuffin"],
  ragdoll: ["랙돌", "Ragdoll", "래그돌"],
  "russian-blue": ["러시안 블루", "Russian Blue", "러블"],
  savannah: ["사바나", "Savannah"],
  "scottish-fold": ["스코티시 폴드", "Scottish Fold"],
  "scottish-straight": ["스코티시 스트레이트", "Scottish Straight"],
  "selkirk-rex": ["셀커크 렉스", "Selkirk Rex"],
  siamese: ["샴", "Siamese"],
  siberian: ["시베리안", "Siberian"],
  singapura: ["싱가푸라", "Singapura"],
  snowshoe: ["스노우슈", "Snowshoe"],
  somali: ["소말리", "Somali"],
  sphynx: ["스핑크스", "Sphynx"],
  tonkinese: ["통키니즈", "Tonkinese"],
  toyger: ["토이거", "Toyger"],
  "turkish-angora": ["터키시 앙고라", "Turkish Angora", "터앙"],
  "turkish-van": ["터키시 반", "Turkish Van"],
};

const inKorean = new Intl.Collator("ko");
const [first, ...others] = Object.entries(names).map(([id, [ko, en]]): Breed => ({
  id,
  name: { ko, en },
}));

/** Everything that people call a breed, to find its cats by. */
export const wordsOfBreed = (id: string): readonly string[] => names[id] ?? [];

/** What people keep: the one that most of them do first, then by Korean name. */
export const breeds: readonly Breed[] = [
  first!,
  ...others.sort((one, other) => inKorean.compare(one.name.ko, other.name.ko)),
];

const byId = new Map(breeds.map((breed) => [breed.id, breed]));
export const findBreed = (id: string): Breed | undefined => byId.get(id);
