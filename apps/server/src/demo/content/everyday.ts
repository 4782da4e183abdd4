/** Small things between the large ones. */
export const everyday = `
= haru week=1 hour=9
마루 문을 열었습니다. 광고도 추천 알고리즘도 없고, 볕만 좀 들어요. 신발 벗고 편하게 앉으세요. #오늘의마루
> minji_butler: 두부 님과 함께 입주했습니다. 상석이 어디죠
> doyun: 1등인 줄 알았는데 보리가 먼저 로그인해 있네요
> gapsu: 손주 덕분에 들어왔습니다. 잘 부탁드립니다^^
> lena: The first social network with a floor I would like to sit on.
> woojin: 조용해서 좋습니다. 오래 앉아 있겠습니다

= haru week=2
공지 하나만요. 마루에는 ‘좋아요 순’이 없어요. 시간 순서대로 흐르고, 놓친 글은 놓친 대로. 대신 북마크는 넉넉히 쓰세요. #오늘의마루
> sujin_runs: 놓쳐도 된다는 말이 이렇게 편할 일인가
> taeo: 알림도 조용해서 좋습니다

= minji_butler hour=9 day=mon
월요일 아침 회의에서 “통통 튀면서도 차분하게”라는 말을 들었습니다. 두부가 뛰다가 멈추는 그 느낌일까요. #디자인
> eunbyeol: 자간은 넓게 행간은 좁게 하고 도망치세요
> yuna: 저는 "임팩트 있는데 심심하게"요

= doyun hour=18
오늘 지운 코드 1,204줄, 쓴 코드 31줄. 역대급으로 생산적인 하루. #퇴근
> junho: 삭제왕
> haru: 정원사는 원래 가지를 치는 사람이죠

= yuna hour=22
혼자 야근하는데 옆 팀 과장님이 아무 말 없이 귤 두 개 놓고 가심. 그래서 버텼다. #퇴근
> sujin_runs: 귤 두 개의 힘, 저도 압니다
> noodle_sm: 귤도 국물이 있죠

= siwoo_bass hour=8
출근길 지하철에서 내 옆 사람이 내가 녹음한 데모를 듣고 있는 꿈을 꿨다. 꿈에서도 베이스는 안 들렸다. #음악
> dokyung: 제가 이어폰으로 들었는데 들렸어요. 진짜로

= eunbi_3shift hour=4
새벽 네 시 병동은 생각보다 조용하고 생각보다 따뜻하다. 복도 끝 자판기 불빛이 달 같다. #3교대
> taeo: 새벽 네 시 동료가 여기도 있습니다
> eunji_reads: 문장이 좋아서 옮겨 적었어요

= hyunseo week=3
첫 커피챗 다녀왔습니다. @doyun 님이 제 코드 보시더니 “이 변수 이름은 좋네요” 하나 칭찬해 주셨어요. 그 변수 이름은 평생 안 바꿀 겁니다. #회고 #사이드프로젝트
> doyun: 아니 칭찬 더 했는데요!! 에러 처리도 좋았어요
> junho: 변수 이름 뭐였는데요
>> hyunseo: menuThatIsNotSad요

= junho
팀 회고에서 나온 오늘의 한 장: “회의를 줄이기 위한 회의를 줄입시다.” #회고
> minseok: 인덱스 하나면 될 일을...

= minseok
백업은 복구해 본 것만 백업이다. 이 말을 올해만 네 번 했다. #PostgreSQL
> haru: 신발장 위 백업 지난주에도 살려 봤어요
> taeo: 온콜 부적으로 붙여 놨습니다
> priya: Cross-stitch pattern, please.

= minseok hour=15
“이 테이블 지워도 되나요?”라는 메시지를 받고 10초 뒤에 “아 지웠어요”라는 메시지를 받았다. 그 10초가 참 평화로웠다. #PostgreSQL #온콜일기
> taeo: 평화의 10초
> hyunseo: 어떻게 됐어요...?
>> minseok: 백업은 복구해 본 것만 백업입니다

= raon
아이가 쪽지를 줬다. “선생님 급식은 맛있는데 당근은 선생님이 드세요.” 타협안을 준비해야겠어요. #급식
> junseo_dad: 우리 집에도 같은 협상가가 삽니다
> mallang: 당근을 별 모양으로...

= woojin
비가 오면 극장에 간다. 눈이 와도 간다. 맑은 날에는 조금 망설인다. 대개는 간다. #영화
> eunbyeol: 안 가시는 날은 언제예요
>> woojin: 휴관일입니다

= seoyeon weekend
오늘 걸은 거리 14킬로미터. 책방 세 곳, 산 책 네 권, 발견한 고양이 여섯. 비율이 좋은 날. #산책 #동네책방
> sujin_runs: 14킬로미터면 제 훈련보다 길어요
> goeun: 고양이 여섯의 소속을 밝혀 주세요

= jihoon_roasts
“여기는 왜 와이파이 비밀번호가 이렇게 길어요?”라고 물으셔서, 시 한 편이라고 말씀드렸어요. 진짜예요. #커피
> seoyeon: 저 그거 외웠어요
> eunji_reads: 시집 코너 옆에 카페를 두는 이유

= keycap_jang
공제 시작한 지 14개월. 배송 안내 메일이 왔는데 제목이 “거의 다 왔습니다”다. 지난번에도 그 제목이었다. #커스텀키보드
> theo: I have three of these e-mails. We should start a choir.
> jiwoo_rail: 완행열차네요

= mallang weekend
동네 벼룩시장에서 그림 엽서 스물세 장 팔았다. 한 분이 엽서 말고 호박이를 사고 싶다고 하셨다. 정중히 거절했다(호박이가). #그림
> yuna: 엽서 온라인으로도 사고 싶어요!
> ara_jeju: 민박집 벽에 붙일 것 여섯 장 예약합니다

= dokyung hour=2
버그: 고양이가 별을 계속 줍다가 화면 밖으로 걸어 나가 돌아오지 않는다. 고칠까 하다가 엔딩으로 쓰기로 했다. #게임개발
> eunbyeol: 이런 엔딩 처음 봐요. 좋다
> siwoo_bass: 그 장면에는 베이스만 남겨 주세요

= gapsu
손주가 이모티콘 쓰는 법을 알려 주었습니다. 🐈🌲📷 이 순서가 저라고 합니다. 맞는 말입니다.
> haru: 선생님 소개글로 딱이에요
> sol_garden: 가운데 나무가 소나무 맞나요? ㅎㅎ
>> gapsu: 그렇게 알고 있겠습니다^^

= junseo_dad hour=7
첫째가 물었다. “아빠는 커서 뭐 될 거야?” 대답을 못 하고 출근했다. 하루 종일 생각 중. #퇴근
> sujin_runs: 저녁에 답 생기면 알려 주세요
> woojin: 그 질문을 자꾸 받는 사람이 젊은 사람입니다
> noodle_sm: 국수가 되고 싶다고 해 주세요

= sol_garden
화분 하나를 보내고 빈 자리를 며칠 그냥 두었다. 바람이 더 잘 통한다. 그것도 나쁘지 않다. #식집사
> gapsu: 빈 자리도 기르는 것이지요
> haru: 88번째는 천천히 와도 되겠네요

= taehoon
혼자 공포영화 보고 엘리베이터 탔는데 모르는 분이 “무섭죠?” 하셨다. 같은 영화 보신 분이었다. 아마도. #영화
> hyunseo: 아마도에서 소름
> eunbyeol: 엘리베이터에 거울 있었나요

= chaewon hour=20
하산 후 막걸리에 파전. 옆 테이블 어르신이 “몇 산째냐” 물으셔서 64라고 하니 당신은 64번째로 같은 산이라고 하셨다. 졌다. #등산
> gapsu: 제 친구 같습니다
> minseok: 캐시 적중률이 높으신 분

= jiwoo_rail hour=11
출장인데 일부러 40분 느린 열차를 탔다. 회의 시작 3분 전 도착. 회의보다 열차에서 더 많은 걸 결정했다. #기차여행
> doyun: 이동 시간이 제일 좋은 기획 시간이죠

= ara_jeju
태풍 소식에 예약이 다 취소됐다. 이웃이 와서 창문을 같이 막아 주고, 저녁을 먹고, 화투를 쳤다. 만실인 날보다 시끄러웠다. #제주
> haru: 무사하셔서 다행이에요
> jiwoo_rail: 그 화투 자리, 다음 달에 예약할게요

= noodle_sm hour=12 day=thu
월요일 점심: 우동. 화요일: 쌀국수. 수요일: 회식(파스타). 목요일: 반성의 잔치국수. 금요일은 여러분이 정해 주세요. #국수
> hyunseo: 짜장면이요!!
> grace_k: 들기름 막국수! From very far away.
> sujin_runs: 비빔국수. 곱빼기
>> noodle_sm: 셋 다 갑니다

= yerin_bakes
이웃집에 갓 구운 빵을 들고 갔더니 이웃집도 갓 구운 빵을 들고 나오는 중이었다. 복도에서 교환식을 했다. #홈베이킹
> raon: 평화 협정 같아요
> jihoon_roasts: 다음 교환식에는 커피도 입회시켜 주세요

= priya
A junior asked me what an index is, and I said "the part of the book you read when you are lost". She wrote it down. I wrote it down too. #books #PostgreSQL
> eunji_reads: As a librarian: correct.
> minseok: 신입 교육 자료에 넣겠습니다. 출처 표기할게요

= mina_o
Korean word of the week: 눈치. My flatmate explained it by not explaining it. #seoul
> grace_k: That is the complete lesson.
> haru: ㅋㅋㅋ 이미 상급반이에요

= mina_o hour=23
Today a taxi driver told me my Korean was “드라마 같다”. I asked which drama. He said a sad one. #seoul
> eunbyeol: 최고의 칭찬이에요. 아마도요
> taehoon: 공포가 아니라 다행

= sam_ortega hour=6
Five in the morning, seven kilometres, zero thoughts. The only meeting I enjoy. #running
> sujin_runs: 머릿속이 빈 7킬로, 최고의 훈련
> junho: 저는 아직 500미터부터 생각이 많아집니다

= lena
A colleague asked why I take off my shoes in my own office. I said I was practising. #hanok #seoul
> haru: 언제든 연습하러 오세요. 슬리퍼 있어요

= theo hour=21
Tiny sideproject confession: I have a domain for every idea and an idea for every domain, and never the same pair. #sideproject
> doyun: 도메인 갱신일이 곧 회고일
> junseo_dad: 저는 도메인 살 시간에 잡니다... 아니 못 잡니다

= grace_k
Called my grandmother to ask how long to boil the eggs. She said “노래 두 곡.” She did not say which songs. #food
> siwoo_bass: 우리 밴드 곡은 안 됩니다. 완숙 돼요
> noodle_sm: 트로트 두 곡 = 반숙. 실험 완료

= eunbyeol weekend
극장 로비에서 모르는 분이 제 가방의 배지를 보고 “마루에서 봤어요” 하셨어요. 서로 닉네임은 안 물었어요. 그게 더 좋았어요. #영화 #오늘의마루
> haru: 그분도 이 글 보고 계시겠네요
> woojin: 보고 있습니다
>> eunbyeol: 네????

= siwoo_bass hour=20 weekend
오늘 공연 관객 열한 명. 그중 아홉 명이 다른 팀 멤버. 나머지 두 명이 앙코르를 외쳐서 다섯 곡 더 했다. #음악
> jihoon_roasts: 그 둘 중 하나가 저입니다
> dokyung: 나머지 하나는 저요

= yuna closed
퇴사 고민을 한 달째 하고 있다. 오늘은 회의실 화이트보드를 지우다가, 지우는 게 제일 재미있다는 걸 알았다. #회고
> minji_butler: 언제든 커피 사 줄게요. 진심
> eunbyeol: 금요일 영화 보고 이야기해요

= junho closed
서류 탈락 메일을 받은 후배에게 뭐라고 해야 할지 몰라서 그냥 같이 5킬로를 뛰었다. #달리기
> sujin_runs: 제일 좋은 말이었을 거예요

= eunji_reads hour=10
도서관 앞 붕어빵 사장님이 책을 빌리러 오셨다. 대출증 만들면서 여쭤보니 제목은 기억 안 나고 “겨울에 읽기 좋은 거”라고 하셔서, 서가에서 같이 20분을 헤맸다. #책
> noodle_sm: 그 사장님 붕어빵은 꼬리까지 팥입니다
> seoyeon: 어떤 책 빌려 가셨어요?
>> eunji_reads: 여름 이야기요. 표지가 따뜻하대요

= sujin_runs weekend hour=10
새로 오신 분들께. 저희 수요일 달리기는 ‘대화가 되는 속도’로만 뜁니다. 대화가 안 되면 제가 걷자고 해요. 부담 갖지 말고 오세요. #달리기 #같이달리기
> yuna: 걷기만 해도 되나요?
>> sujin_runs: 그럼요. 걷는 조도 있어요. 조장은 @noodle_sm 님
> noodle_sm: 걷는 조 목적지는 국숫집입니다
`;
