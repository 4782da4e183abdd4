/** Reviews of dark, strange and foreign films. How they are written: read-reviews.ts. */
export const oddReviews = `
# server-ghost
= taeo 7 7 6 7 7
귀신보다 무서운 건 퇴사자의 계정이 살아 있다는 사실이다. 보고 나서 바로 권한 감사를 돌렸습니다.
= minseok 6 6 6 6 7
귀신이 남긴 쿼리에 where 절이 없습니다. 올해 가장 무서운 장면.
= keycap_jang 3 4 3 4 3
서버실인데 키보드 소리가 작다. 소음 차폐를 고려하지 않은 연출. 귀신은 봤다.

# goblin
= mallang 8 8 8 9 8
마루 밑에서 올려다본 햇빛을 그린 장면 하나로 삼 년은 먹고살 것 같아요. 도깨비 손톱에 낀 흙까지 그렸습니다.
= lena 8 7 8 10 8
The floor is drawn plank by plank, with the gaps where the light comes in. I cried over joinery. The goblin is nice too.
= haru 8 8 8 9 8
마루를 이렇게 따뜻하게 그린 영화라니 저는 객관적일 수 없습니다. 지면 설거지라는 규칙은 우리 집에도 도입했어요. 나비는 면제.

# shark
= taehoon 7 6 6 6 7
민물이라는 지적이 첫 장면에서 잡아먹힌다. 이 영화는 자신이 무엇인지 안다. 오리배 추격전은 시속 사 킬로미터의 서스펜스.
= hyunseo 5 6 5 5 6
과제 마감 날 봤는데 상어보다 제가 더 위험했어요. 그래도 오리배는 귀엽다.
= noodle_sm 3 5 4 5 4
한강인데 라면을 아무도 안 먹습니다. 상어도 이해가 안 됐을 겁니다.

# shark-two
= taehoon 3 4 2 4 4
걷는 상어는 용서한다. 걷는 이유를 설명한 것은 용서할 수 없다. 모르는 채로 두었어야 했다.
= junho 2 3 2 4 3
상어가 여의도까지 걸어가는 데 러닝 앱 기준 오 분 페이스. 저보다 빠른 점만 인상적이었습니다.
= mina_o 2 3 2 4 3
It walks. That is the whole sentence.

# well
= taehoon 9 9 9 8 10 spoiler
뚜껑이 안쪽에서 잠겨 있다는 한 줄로 백 분을 끌고 간다. 끝까지 아무도 뛰어나오지 않는데 그게 제일 무섭다. 귀를 막지 마시길.
= woojin 8 9 9 8 9
공포를 어둠이 아니라 예의로 만든다. 아무도 우물 이야기를 먼저 꺼내지 않는 밥상 장면이 백미다.
= noodle_sm 4 6 5 5 5 spoiler
우물물로 국수를 삶는 장면이 나오는데 범인이 그걸 먹고도 멀쩡합니다. 그러니까 범인은 며느리입니다.
= eunbi_3shift 8 9 8 7 9
나이트 근무 전에 보지 마세요. 병동 정수기 앞에서 십 분 망설였습니다.

# floor-thirteen
= goeun 7 7 7 7 8
이거 보고 고을이랑 계단으로 다닙니다. 십 층이에요.
= yuna 7 7 7 8 8
13과 14 사이의 버튼 간격이 점점 벌어지는 걸 눈치챈 순간 소리 질렀어요. 자간은 공포다.

# mirrors
= eunji_reads 4 5 4 6 5
거울이 백 개인데 인물은 하나도 비치지 않아요.

# elevator
= priya 7 7 7 9 8
Great pressure, literally. The third act forgets to come up for air.
= doyun 7 7 7 9 8
층수 표시가 미터로 올라가는 UI 하나로 숨이 막힙니다. 영화 보는 내내 난간을 잡았어요.

# nobody-home
= junho 7 8 7 7 8
회고 미팅에서 다 같이 봤는데 아무도 웃지 않았습니다. 잘 만든 영화입니다.
= haru 7 7 7 7 8
퇴근 버튼이 회색으로 바뀌는 순간 옆자리 분이 작게 "아" 했어요. 우리는 모두 같은 회사에 다니고 있었다.

# gunner
= woojin 7 8 8 8 7
총알 아홉 발을 세게 하는 영화. 한 발 쏠 때마다 관객이 가난해진다.

# store
= eunbi_3shift 9 10 8 8 8
새벽 네 시에 삼각김밥 사 본 사람은 다 아는 그 조명. 간호사가 나온다고 해서 걱정했는데, 저보다 더 저 같았어요.
= haru 9 9 8 8 8
"봉투 필요하세요?"가 이 영화에서는 "괜찮으세요?"로 들려요. 온콜 끝나고 새벽 편의점에 앉아 있어 본 사람들에게.
= hyunseo 8 9 8 8 8
편의점 야간 알바 육 개월 차가 보증합니다. 폐기 찍는 손놀림까지 완벽해요.

# last-meeting
= junseo_dad 8 8 7 7 7
운석보다 주차가 급한 동대표님. 우리 아파트 이야기인 줄 알았습니다. 우리 동은 운석이 와도 안 끝날 것 같아요.
= seoyeon 7 8 7 7 7
세상이 끝나는데 회의록을 쓰는 서기의 손이 안 떨려요. 기록하는 사람의 영화로 봤습니다.

# parrot
= vet_seo 7 7 7 7 6
앵무새 연기 지도를 누가 했는지 궁금합니다. 고개 각도로 거짓말을 구분하는 건 의학적으로도 그럴듯해요.

# apple
= eunji_reads 8 9 8 8 8
사과 한 알의 재판이 사 년. 아이 키가 문틀 눈금으로 자라는 동안 어른들은 같은 문장만 읽습니다. 조서의 문체가 바뀌는 걸 보세요.
= woojin 8 8 8 7 7
법정영화인데 망치를 한 번도 치지 않는다. 칠 필요가 없을 만큼 조용히 부끄러워진다.

# interview
= yuna 6 6 5 7 6
신입 면접 열두 번 본 사람으로서 투명인간 심정은 백번 압니다. 결말만 투명하게 처리되지 않았으면.

# amnesia
= goeun 2 4 3 5 4
상자 안에 넣어 두고 잊고 싶은 영화인데 주인공들이 먼저 잊었네요.
= minji_butler 3 4 3 5 4
두부 님이 중간에 일어나 나가셨습니다. 두부 님은 잘못 일어나신 적이 없습니다.
= noodle_sm 5 5 5 5 5
기억은 잃었는데 단골 국숫집은 기억합니다. 유일하게 말이 되는 장면.

# tram
= sam_ortega 8 8 8 9 8
My tram, my stop, my city. She even complains about the same traffic light. Five extra points for the horchata.
= mina_o 8 8 8 8 8
A love story in which nobody exchanges names. I missed my own stop thinking about it.

# gukbap
= grace_k 9 9 8 8 8
Nobody in my family wrote anything down either. When the twentieth regular says "more pepper", I had to pause it. This is my whole childhood in a bowl.
> noodle_sm: 국수 사리는 넣나요
>> grace_k: Only if you ask nicely.
= haru 8 8 8 8 7
레시피가 없어서 사람들이 모인다는 이야기. 적어 두지 않은 것들이 제일 오래 남는구나 싶었어요.

# stairs
= lena 8 7 9 10 6
As an architect: every riser in this film is 17.2 centimetres. As a person: I wanted to sit down on one of them and never leave.
= taehoon 4 5 5 7 4
계단이 나온다. 또 나온다. 아무것도 내려오지 않는다. 나는 끝까지 기다렸다.

# monsoon
= priya 9 9 8 9 9
He invents letters and the town starts answering. It rains exactly as it does at home: sideways, with opinions.
= seoyeon 8 8 8 9 8
우체부가 지어낸 편지에 사람들이 진짜 답장을 해요. 책방 편지함에 이 영화 엽서를 꽂아 뒀습니다.

# two-stops
= mina_o 8 8 7 7 7
They closed my interchange for a year too, so consider this a documentary.

# snow-freight
= jiwoo_rail 9 8 9 10 8
눈 치우는 순서까지 규정대로입니다. 피아노 실은 화차가 두 번째인 것도 무게중심상 맞아요. 아름다운 행정이에요.
= woojin 8 8 9 9 8
움직이지 않는 기차로 이렇게 멀리 간다. 눈이 소리를 지운 뒤에 남는 것만 찍었다.

# potatoes
= theo 8 8 7 8 7
As a Swede I can confirm that we boil potatoes before every major decision.
= raon 7 8 7 7 7
삼백 개를 한 솥에 삶으면 아래쪽이 먼저 부서집니다. 혁명의 비유로 받아들였어요.
`;
