/** The words that the catalogue is written in; outside the program they are ids, with names where people read them. */

export const creditRoles = ["director", "actor", "writer"] as const;
export type CreditRole = (typeof creditRoles)[number];

export const offerKinds = ["stream", "free", "rent", "buy", "cinema"] as const;
export type OfferKind = (typeof offerKinds)[number];

/** Of the Korea Media Rating Board: everybody, or from an age on. */
export const ageRatings = ["all", "12", "15", "19"] as const;
export type AgeRating = (typeof ageRatings)[number];

export interface Genre {
  id: string;
  name: { ko: string; en: string };
}

const genre = (id: string, ko: string, en: string): Genre => ({ id, name: { ko, en } });

/** The genres of films, by the ids that IMDb and TMDB have in common. */
export const genres: readonly Genre[] = [
  genre("drama", "드라마", "Drama"),
  genre("comedy", "코미디", "Comedy"),
  genre("romance", "로맨스", "Romance"),
  genre("action", "액션", "Action"),
  genre("thriller", "스릴러", "Thriller"),
  genre("crime", "범죄", "Crime"),
  genre("mystery", "미스터리", "Mystery"),
  genre("horror", "공포", "Horror"),
  genre("fantasy", "판타지", "Fantasy"),
  genre("sci-fi", "SF", "Science fiction"),
  genre("adventure", "모험", "Adventure"),
  genre("animation", "애니메이션", "Animation"),
  genre("family", "가족", "Family"),
  genre("music", "음악", "Music"),
  genre("musical", "뮤지컬", "Musical"),
  genre("history", "역사", "History"),
  genre("war", "전쟁", "War"),
  genre("western", "서부극", "Western"),
  genre("sport", "스포츠", "Sport"),
  genre("biography", "전기", "Biography"),
  genre("documentary", "다큐멘터리", "Documentary"),
  genre("film-noir", "누아르", "Film noir"),
  genre("short", "단편", "Short"),
];

const genreIds = new Set(genres.map(({ id }) => id));
export const isGenre = (id: string): boolean => genreIds.has(id);

export interface Platform {
  id: string;
  name: { ko: string; en: string };
}

const platform = (id: string, ko: string, en: string): Platform => ({ id, name: { ko, en } });

/** Where films can be seen; one that is not here goes by the name that an import gave it. */
export const platforms: readonly Platform[] = [
  platform("netflix", "넷플릭스", "Netflix"),
  platform("watcha", "왓챠", "Watcha"),
  platform("tving", "티빙", "TVING"),
  platform("wavve", "웨이브", "Wavve"),
  platform("coupang-play", "쿠팡플레이", "Coupang Play"),
  platform("disney-plus", "디즈니+", "Disney+"),
  platform("apple-tv", "애플 TV", "Apple TV"),
  platform("prime-video", "프라임 비디오", "Prime Video"),
  platform("naver", "네이버 시리즈온", "Naver Series On"),
  platform("youtube", "유튜브", "YouTube"),
  platform("laftel", "라프텔", "Laftel"),
  platform("mubi", "무비", "MUBI"),
];

const platformNames = new Map(platforms.map(({ id, name }) => [id, name]));

/** What a platform is called; one that is not known by its id. */
export const platformName = (id: string): Platform["name"] => platformNames.get(id) ?? { ko: id, en: id };
