/** Everybody who makes the demo's films and plays in them: in Korean, in English, and the year of birth. Nobody of them exists. */
const source = `
한서림 Han Seo-rim 1979 / 문가온 Moon Ga-on 1984 / 이새벽 Lee Sae-byeok 1971 / 남유진 Nam Yu-jin 1988
백지오 Baek Ji-o 1990 / 오태식 Oh Tae-sik 1976 / 최만복 Choi Man-bok 1963 / 정해무 Jung Hae-mu 1982
윤달 Yoon Dal 1968 / 서이안 Seo I-an 1986 / 연서하 Yeon Seo-ha 1985 / 구본결 Koo Bon-gyeol 1973
주이한 Joo I-han 1980 / 박하민 Park Ha-min 1992 / 류소진 Ryu So-jin 1966 / 조은수 Jo Eun-su 1991
방태산 Bang Tae-san 1978 / 손무영 Son Mu-yeong 1981 / 권이헌 Kwon I-heon 1959 / 도재현 Do Jae-hyeon 1977
표국진 Pyo Guk-jin 1974 / 홍라임 Hong Ra-im 1983 / 안나래 An Na-rae 1989 / 심유찬 Shim Yu-chan 1987
채이루 Chae I-ru 1980 / 하진목 Ha Jin-mok 1975 / 임소란 Im So-ran 1990
서문희 Seomun Hui 1965 / 송가람 Song Ga-ram 1987 / 나래온 Na Rae-on 1984 / 위정아 Wi Jeong-a 1978
서지안 Seo Ji-an 1991 / 강도현 Kang Do-hyeon 1986 / 백하은 Baek Ha-eun 1994 / 민재우 Min Jae-u 1983
유세라 Yu Se-ra 1985 / 곽두식 Gwak Du-sik 1951 / 하로운 Ha Ro-un 2013 / 오금희 Oh Geum-hui 1949
노을찬 No Eul-chan 1979 / 차온유 Cha On-yu 1988 / 성마리 Sung Ma-ri 1976 / 배종달 Bae Jong-dal 1947
길은채 Gil Eun-chae 2003 / 진소울 Jin So-ul 1993 / 우태경 U Tae-gyeong 1980 / 라미소 Ra Mi-so 1998
문별하 Moon Byeol-ha 1992 / 탁주원 Tak Ju-won 1990 / 함초롬 Ham Cho-rom 1972 / 피세현 Pi Se-hyeon 1977
설지호 Seol Ji-ho 2001 / 반서우 Ban Seo-u 1989 / 남궁결 Namgung Gyeol 1974 / 변아름 Byeon A-reum 1987
국지훈 Kuk Ji-hun 1991 / 편승재 Pyeon Seung-jae 1981 / 육현오 Yuk Hyeon-o 1978 / 이든솔 Lee Deun-sol 2012
마길수 Ma Gil-su 1975
이네스 칼라부익 Inés Calabuig 1977 / 루시아 페레르 Lucía Ferrer 1988 / 마테오 솔레르 Mateo Soler 1985
테오도라 민 Theodora Min 1986 / 글로리아 백 Gloria Paik 1992 / 요나스 아들러 Jonas Adler 1961
클라라 바이스 Klara Weiss 1970 / 오스카르 브란트 Oskar Brandt 1968 / 닐라 데사이 Nila Desai 1982
카비르 남비아르 Kabir Nambiar 1979 / 미라 조시 Meera Joshi 1990 / 헬렌 오두야 Helen Oduya 1985
아데이즈 콜 Adaeze Cole 1994 / 톰 애시워스 Tom Ashworth 1992 / 미나세 레이 Minase Rei 1964
아라세 켄지 Arase Kenji 1980 / 도바리 스미 Tobari Sumi 1987
아스트리드 홀름크비스트 Astrid Holmqvist 1972 / 엘린 산드그렌 Elin Sandgren 1981
`;

export interface FilmPersonName {
  nameKo: string;
  nameEn: string;
  born: number;
}

/** By their Korean name. */
export const filmPeople: ReadonlyMap<string, FilmPersonName> = new Map(
  source
    .trim()
    .split(/\n| \/ /)
    .map((entry) => {
      const [, nameKo = "", nameEn = "", born = ""] =
        /^([\p{Script=Hangul} ]+) ([^\p{Script=Hangul}]+) (\d{4})$/u.exec(entry) ?? [];
      return [nameKo, { nameKo, nameEn, born: Number(born) }];
    }),
);
