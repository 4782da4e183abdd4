/** Short ones, for the pages of tags. */
export const moreThings = `
= doyun day=tue
잔디 정원 방문자 그래프가 화요일마다 튀어서 봤더니 어느 학교 수업에서 쓰고 있었다. 화요일 3교시 여러분 안녕하세요. #사이드프로젝트 #Svelte
> raon: 설마 우리 학교는 아니겠죠 ㅎㅎ
> hyunseo: 혹시 저희 과인가... 화요일 3교시 있는데
= doyun
Svelte로 짠 애니메이션이 옛 노트북에서 버벅여서 하루 종일 줄였다. 결론: 그림자 하나를 뺐다. 아무도 모른다. #Svelte
> eunbyeol: 그림자 빠진 거 알았어요. 가벼워졌어요
= junho hour=22
Rust 에러 메시지 47줄 중에 답이 첫 줄에 있었다. 나는 늘 마지막 줄부터 읽는다. #Rust
> priya: The compiler buried the lede on purpose? No. It told you first.
= priya
mole 0.2: it now shows which query is waiting for which. It looks like a family tree of people who don't talk to each other. #Rust #PostgreSQL
> minseok: 명절 단톡방 같네요
> haru: 설치했습니다. 우리 집 두더지도 가족 싸움 하나 찾았어요
= haru
Rust로 쓴 첫 프로그램을 3년 만에 열어 봤다. unwrap이 스물여섯 개. 3년 전의 나는 용감했구나. #Rust #회고
> junho: 모든 unwrap에는 이야기가 있죠
= hyunseo
학식 봇 사용자 수: 14명! 그중 한 명은 교수님이다. 메뉴 이름 옆 이모지 고민을 진지하게 하게 됐다. #사이드프로젝트
> raon: 축하해요! 데이터 형식 바뀌는 날이 꼭 와요. 마음의 준비를...
> doyun: 14배 성장
= hyunseo hour=3
버그 고쳤다. 2월 29일이었다. #사이드프로젝트
> taeo: 윤초가 아니어서 다행
= dokyung
별줍냥 찜 목록 300개 돌파. 어머니가 1번이고 나머지 299분은 누구신지 모르겠지만 사랑합니다. #게임개발
> junseo_dad: 저희 집에서 기기 세 대로 눌렀습니다
> mallang: 저요 저
= eunbyeol
글꼴 짝꿍에 ‘싸운 사이’ 탭을 만들었어요. 어울릴 것 같은데 안 어울리는 조합만 모았습니다. 이게 제일 인기예요. #디자인 #사이드프로젝트
> yuna: 제가 지난달에 쓴 조합이 3위에 있어요...
= raon
급식 앱 리뷰: “김치 사진이 너무 맛있어 보여서 기대했는데 김치였다. 별 네 개.” #급식 #사이드프로젝트
> noodle_sm: 김치말이국수로 내시면 별 다섯
= seoyeon
지도에 ‘앉을 수 있음’ 표시를 넣었어요. 의자가 하나뿐인 책방은 ‘하나 있음’이라고 적었어요. #동네책방 #사이드프로젝트
> gapsu: 나이 든 사람에게 고마운 표시입니다
> eunji_reads: 우리 도서관은 ‘아주 많음’입니다 ㅎㅎ
= taeo
알람 규칙을 반으로 줄였다. 일주일째 조용하다. 조용해서 불안하다. 알람이 고장 났는지 알려 주는 알람을 만들까 하다가 잤다. #온콜일기
> eunbi_3shift: 자는 게 맞습니다
> minseok: 그 알람 이름은 ‘안부’로
= minseok
explain analyze 결과를 출력해서 벽에 붙여 뒀더니 지나가던 영업팀장님이 “올해 매출이에요?” 하셨다. 비슷합니다. 내려가야 좋은 거예요. #PostgreSQL
> junho: 내려가야 좋은 그래프 ㅋㅋ
= theo
Svelte question for the floor: do you name your stores like nouns or like promises? I named one "soon" and I regret it. #Svelte
> doyun: 저는 명사파요. 근데 "soon"은 좀 탐나네요
= keycap_jang
키보드 청소하다가 나온 것: 빵가루, 고양이 털(고양이 없음), 3년 전의 나사. 나사는 어디 것인지 모른다. 키보드는 잘 된다. #키보드
> doyun: 그 털 보리 거예요. 조립해 주신 날
= keycap_jang
“무슨 축이 제일 좋아요?”라고 물으시면 “내일도 치고 싶은 축”이라고 답합니다. 진지합니다. #키보드 #커스텀키보드
> siwoo_bass: 베이스 줄도 같은 대답이에요
= noodle_sm
막국수 615. 면을 다 먹고 나서야 육수 주전자가 옆에 있었다는 걸 알았다. 인생에는 순서가 있다. #국수
> jiwoo_rail: 그래서 저는 주전자부터 찾습니다
= noodle_sm
맵기 ‘순한맛’에도 울었다. 사장님이 휴지를 주시며 “아기 국수도 있어요” 하셨다. #국수
> raon: 아기 국수 저도 주세요
= yerin_bakes hour=6
새벽 반죽. 온 동네가 자는데 반죽이만 부풀고 있다. 이 시간의 부엌을 제일 좋아한다. #홈베이킹
> sujin_runs: 저는 그 시간에 그 골목을 뛰고 있어요. 빵 냄새의 범인이셨군요
= jihoon_roasts
산미 있는 커피를 드신 할아버지 손님: “식혜가 상했나?” 잠시 후: “한 잔 더 줘 보게.” #커피
> gapsu: 저는 아닙니다. 하지만 그 마음은 압니다^^
= sujin_runs hour=22 day=wed
비 와서 취소하려다 나간 수요일. 네 명이 나왔고 다들 “아무도 안 올 줄 알았다”고 했다. 아무도 안 올 줄 아는 사람끼리 뛰었다. #같이달리기 #달리기
> junho: 양말까지 젖었지만 올해 제일 재밌었어요
= chaewon weekend
산에서 만난 어린이가 “몇 개 남았어요?” 물어서 37개라고 했더니 “초콜릿 몇 개 남았냐고요.” 두 개였다. 하나 줬다. #등산
> junseo_dad: 우리 집 아이일 확률 70퍼센트
= gapsu
소나무 분갈이를 하였습니다. 뿌리를 반이나 잘랐는데 사흘 만에 눈을 냈습니다. 저보다 낫습니다. #분재 #식물
> sol_garden: 시기를 정확히 고르셨어요. 배웁니다
= sol_garden
식물 상담에서 제일 많이 하는 말 1위 “일단 두세요” 2위 “햇빛이요” 3위 “그건 조화예요.” #식집사 #식물
> hyunseo: 3위 당사자입니다. 두 달 물 줬어요
= eunji_reads
어린이가 책을 반납하며 “얘는 재밌었고 얘는 무거웠어요”라고 했다. 앞으로 서평은 이렇게 쓰기로. #책
> woojin: 영화도 그 두 가지면 충분합니다
= mallang
그림이 안 되는 날은 연필만 깎는다. 오늘 열두 자루 깎았다. #그림
> yuna: 저는 레이어 이름만 고쳤어요. 동지...
= siwoo_bass
새 줄로 갈았다. 소리가 밝아져서 아무도 안 좋아한다. 2주만 기다려 주세요. #음악
> jihoon_roasts: 원두도 볶은 날보다 일주일 뒤가 낫습니다
= taehoon
극장 좌석에 앉았는데 옆 사람이 팝콘을 권했다. 공포영화였고, 모르는 사람이었고, 캐러멜맛이었다. 셋 중 뭐가 제일 무서웠는지는 말 안 하겠다. #영화
> eunbyeol: 캐러멜이네요
= woojin
오늘 본 영화의 제목을 벌써 잊었다. 그러나 주인공이 신발을 신는 장면의 길이는 기억한다. 사람은 시간을 기억하는 것 같다. #영화
> mina_o: I read this three times. Beautiful.
= jiwoo_rail
터널을 지날 때마다 창에 내 얼굴이 비친다. 스물두 번 비치면 도착이다. #기차여행 #여행
> woojin: 스물두 컷짜리 자화상이군요
= ara_jeju
이웃 할망이 귤 한 상자를 두고 가셨다. 메모는 없고 귤 하나가 까져 있었다. 맛보고 두고 가신 것. #제주
> noodle_sm: 품질보증이네요
> grace_k: The peeled one is the love letter.
= haru hour=0
자정의 마루. 나비 코 고는 소리, 서버 팬 소리, 냉장고 소리. 셋이 화음이 맞을 때가 있어요. #나비일기 #오늘의마루
> siwoo_bass: 완전 5도일 겁니다 아마
> taeo: 팬 소리가 커지면 불러 주세요
= minji_butler
두부 님이 제 시안 세 개 중 B안 위에 앉으셨고, 고객도 B안을 골랐습니다. 컨설팅 비용은 연어로 지급. #디자인 #고양이
> eunbyeol: 두부 님 글꼴도 봐 주시나요
= goeun
상자에 번호를 붙이기 시작했다. 고을이가 좋아하는 건 3번, 7번, 그리고 번호를 붙이다 만 것. #박스는못참지
> minseok: 기본 키가 없는 걸 좋아하는군요
= junseo_dad
둘째가 처음으로 “아빠 일하러 가지 마” 했다. 재택인데. 거실에서 방으로 가는 길이었는데. #퇴근
> haru: 마음이 무너지는 3미터네요
= sam_ortega
A Korean runner I met on the trail taught me “파이팅”. I now shout it at oranges, dogs and my manager. #running #travel
> sujin_runs: 완벽한 활용입니다. 파이팅!
= lena day=tue
Drew the same wooden floor eleven times today. The light moves, so it is never the same floor. My client calls this "not finished". I call it Tuesday. #hanok
> gapsu: 같은 소나무 스무 장과 같은 마음입니다
= mina_o
My Korean teacher asked for a sentence with “마루”. I wrote: 마루에서 친구를 만났다. She thought I meant the floor. I let her. #seoul #오늘의마루
> haru: 둘 다 맞는 문장이에요
> eunbyeol: 오늘의 문장상 드립니다
= grace_k
Made 칼국수 from scratch. Knife cuts are uneven, grandmother on video call says “손맛”, which I believe is Korean for uneven. #food #국수
> noodle_sm: 손맛은 불균일함의 미학입니다. 616번째로 올려 드릴게요
= theo
Winter project: one keyboard, forty switches left over, and a cat who believes each of them is prey. #keyboards #cats
> keycap_jang: 39개 남으면 알려 주세요. 나머지 하나는 고양이가 갖고 있습니다
= priya
Told my team we should "sleep on it". They booked a meeting called "Sleep (60 min)". Best meeting of the quarter. #sideproject
> eunbi_3shift: 병원에도 도입이 시급합니다
= vet_seo hour=21
퇴근길에 만난 동네 고양이가 저를 보고 도망갔어요. 작년에 중성화해 준 아이예요. 그래도 건강해 보여서 좋았어요. #고양이 #퇴근
> haru: 원망은 있어도 고마운 마음도 있을 거예요
> jihyun_oh: 선생님 덕분에 오래 살 거예요
= eunbi_3shift hour=14
환자분이 퇴원하시면서 “간호사님 발소리가 제일 조용했어요” 하셨다. 상 받은 기분. #3교대
> taeo: 저희는 조용하면 잘했다는 뜻인데, 간호사님도 그렇군요
= yuna
디자인 리뷰에서 처음으로 “왜요?”에 대답했다. 목소리는 떨렸지만 이유가 있었다. 글꼴 짝꿍 만세. #디자인
> eunbyeol: 제가 더 기뻐요 정말
> minji_butler: 성장 서사 여기 있네
= jihyun_oh
필름 한 롤 맡겼는데 사진관에서 전화가 왔다. “세 장이 그냥 까만데요.” 고양이예요, 선생님. #까만고양이 #필름사진
> gapsu: 그 사진관 압니다. 제가 설명해 두겠습니다
= hyunseo
여름 인턴 합격했습니다!!! 면접에서 학식 봇 이야기만 30분 했어요. #사이드프로젝트 #회고
> doyun: 와!!! 축하해요 정말 🎉
> junho: 로그 남겼죠?
>> hyunseo: 넵 로그 레벨도 나눴습니다!
> raon: 너무너무 축하해요. 급식 한 끼 살게요
> haru: 마루 경사네요. 밤톨이한테도 축하 전해 주세요
`;
