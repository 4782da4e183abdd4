/** Noodles, bread, school lunches and coffee. */
export const food = `
= noodle_sm kalguksu
613번째 그릇. 시장 안쪽 칼국수, 바지락이 국수보다 많다. 사장님이 “더 줄까?” 하시는데 이미 더 주신 상태였다. #국수 #시장
> sujin_runs: 이번 주 수요일 달리기 끝나고 여기로 가요
>> noodle_sm: 뛰고 오시는 분들껜 곱빼기 권합니다
> jiwoo_rail: 역에서 몇 분이에요? 이게 제일 중요
>> noodle_sm: 도보 7분, 배고프면 5분

= noodle_sm naengmyeon
냉면에 가위 안 대는 사람, 두 번 자르는 사람, 네 번 자르는 사람이 한 테이블에 앉았다. 전쟁이 날 줄 알았는데 다들 국물 마시느라 조용했다. #국수
> haru: 식초와 겨자 이야기는 안 나왔나요
>> noodle_sm: 거기까지 갔으면 경찰이 왔을 겁니다
> woojin: 세 번 자르는 사람은 영원히 외롭습니다

= hyunseo ramyeon hour=1
새벽 한 시 라면에 달걀을 올릴지 풀지 고민하다가 국물이 다 졸았다. 결론: 짜고 맛있다. #자취생 #국수
> noodle_sm: 614번째로 인정해 드릴까요
> eunbi_3shift: 이 시간에 이걸 보다니... 물 올립니다
> junseo_dad: 부럽다. 저는 두 딸 깰까 봐 봉지도 못 뜯어요

= yerin_bakes bread hour=7
반죽이(사워도우, 2년 3개월) 오늘 컨디션 최고. 칼집이 이렇게 터진 날은 하루 종일 기분이 좋아요. #홈베이킹 #사워도우
> minji_butler: 빵 단면도 보여 주세요!! 단면!!
>> yerin_bakes: 저녁에 잘라요. 참는 중...
> jihoon_roasts: 이 빵이랑 어울리는 원두 있어요. 물물교환 하실래요?
>> yerin_bakes: 토요일에 가져갈게요!

= yerin_bakes croissant weekend
크루아상 열여섯 번째 시도. 드디어 층이 보인다. 사진은 잘 나온 쪽입니다. 반대쪽은 벽돌이에요. #홈베이킹
> sol_garden: 벽돌 쪽도 버터 맛은 나잖아요
> yuna: 잘 나온 쪽만 보여 주는 것도 디자인입니다
> raon: 열여섯 번 만에 되는 거 처음 봤어요. 저는 서른 번째

= raon lunchbox
오늘 급식: 순두부찌개, 브로콜리 숙회, 달걀말이, 흑미밥, 귤. 브로콜리 잔반이 지난달의 절반으로 줄었어요. 비결은 이름. ‘공룡나무’라고 적었습니다. #급식
> junseo_dad: 오늘 저녁 메뉴 공룡나무로 정했습니다
> haru: 저도 공룡나무라고 하면 먹을 것 같아요
> mallang: 공룡나무 식판 그림 그려 드리고 싶다
>> raon: 아이들 난리 나요 진짜로

= raon
급식실 선생님들이 쉬는 시간에 드시는 누룽지가 이 학교에서 제일 맛있는 음식이라는 걸 아이들은 모릅니다. 알면 안 됩니다. #급식
> noodle_sm: 국수 아니어도 인정합니다
> eunji_reads: 비밀 지켜 드릴게요. 저도 한 그릇만

= jihoon_roasts coffee hour=9
오늘 볶은 콩에서 자두 향이 나요. 자두 향이라고 적어 두면 아무도 안 시키고 ‘오늘의 커피’라고 적으면 다들 자두 향이 난다고 하세요. #커피
> taeo: 저는 커피 향이 난다고 했는데 웃으셨죠
>> jihoon_roasts: 제일 정확한 분이었어요
> seoyeon: 58번 책방 갔다가 꼭 들르는 집! 자두 맞아요

= jihoon_roasts handdrip
집에서 내릴 때 딱 하나만 바꿔야 한다면 저울입니다. 원두도, 드리퍼도 아니고요. 부엌 저울이면 충분해요. 15그램에 물 240. 거기서부터 내 입맛으로 걸어가면 됩니다. #커피 #홈카페
> doyun: 기준점이 있어야 실험이 된다... 성능 측정이랑 같네요
> eunbi_3shift: 나이트 끝나고 이렇게 내려 마시면 잠이 올까요 안 올까요
>> jihoon_roasts: 디카페인 챙겨 드릴게요. 맛은 똑같이요
> theo: 15 to 240 is my ratio too. 반가워요 from Stockholm.

= grace_k banchan
My grandmother's recipe for 나물: “간은 네 입에 맞게.” Thank you, halmoni. I have been adjusting for eleven years. #food
> raon: 저도 조리법 여쭤보면 "적당히"래요. 저는 300인분인데요
> mina_o: "Season to your own mouth" should be on a wall.
> noodle_sm: 할머니의 적당히는 과학입니다

= sam_ortega paella day=sun
Sunday rice. No chorizo, no peas, and no, I will not be taking questions. #food
> grace_k: I have one question and it is whether you have any left.
>> sam_ortega: For you, the socarrat. The crispy part at the bottom.
>> grace_k: That's 누룽지! We are the same people.
> noodle_sm: 밥도 훌륭하지만 국물이 보고 싶네요

= goeun pancakes weekend
주말 아침 팬케이크 여섯 장. 네 장은 제 것, 한 장은 남편 것, 한 장은 고을이가 앞발로 눌러서 아무도 못 먹는 것. #홈베이킹 #고양이
> yerin_bakes: 발자국 무늬 팬케이크... 팔면 대박
> haru: 남편분 몫이 수상한데요

= siwoo_bass tteokbokki hour=21
합주 끝나고 떡볶이. 드럼은 매운맛, 보컬은 순한맛, 베이스인 저는 뭘 시켰는지 아무도 모릅니다. #퇴근 #음악
> dokyung: 없으면 아는데 있으면 모르는...
> taehoon: 이번 주 최고의 베이스 농담

= haru jjigae hour=20
퇴근하고 끓인 된장찌개. 두부를 썰다가 @minji_butler 님네 두부 생각이 나서 한 모 더 넣었어요. 미안해 두부야. #퇴근 #집밥
> minji_butler: 두부 님께서 용서하신대요. 대신 국물은 안 된대요
> vet_seo: 네, 국물은 안 됩니다 🙂

= mina_o bibimbap
Ordered 비빔밥 in Korean, got asked a follow-up question in Korean, panicked, said “네”. Apparently I ordered two. #seoul #food
> hyunseo: 저도 영어로 똑같이 해 봤어요. 햄버거 세 개 나옴
> haru: 두 그릇 다 비우셨으면 성공이에요
>> mina_o: 다 비웠어요!

= junseo_dad kimbap weekend
소풍 도시락 김밥 열 줄. 첫째는 단무지 빼고, 둘째는 밥만, 아내는 꼬다리만. 결국 저는 단무지를 먹었습니다. #집밥
> raon: 단무지도 아버님 사랑이죠
> noodle_sm: 꼬다리파 아내분과 잘 지내시려면 양 끝을 길게 써세요
>> junseo_dad: 결혼 8년 만에 듣는 최고의 조언

= yerin_bakes
실패한 식빵의 다음 생은 프렌치토스트, 그다음 생은 빵가루. 반죽이네 집에는 버려지는 게 없습니다. 설거지만 남아요. #홈베이킹
> jihoon_roasts: 커피 찌꺼기도 데려가 주세요
> sol_garden: 그건 제가 화분에... 아 곰팡이 나니까 말려서요

= noodle_sm
국수 지도 업데이트. 이번 주 세 곳 추가, 한 곳 폐업. 폐업한 집 문에 “덕분에 아이 셋 다 키웠습니다”라고 적혀 있었다. 한참 서 있었다. #국수
> seoyeon: 지도 만드는 사람들은 왜 늘 골목에서 울까요
> sujin_runs: 거기 콩국수... 달리고 나서 마지막으로 먹은 게 작년이네요
> gapsu: 좋은 가게였습니다. 사장님 건강하시길 빕니다

= grace_k pizza
Pizza night. I put perilla leaves on one half, “as a joke”. There is no more joke half, they ate all of it. #food
> yerin_bakes: 깻잎 피자 저도 해 봤는데 반전으로 맛있죠
> sam_ortega: I was about to protest, but I put lemon on everything.

= raon bingsu weekend
방학이라 급식 없는 날. 혼자 먹는 팥빙수는 알레르기 표시도, 열량 표시도 없습니다. 자유의 맛. #급식 #디저트
> hyunseo: 선생님의 자유 응원합니다
> minji_butler: 두부 님이 빙수 위에 앉은 줄 알고 두 번 봤어요. 하얘서

= taeo
온콜 주간 식단: 컵라면, 에너지바, 바람이가 밀어낸 물컵. 다음 주는 사람답게 먹겠습니다. #온콜일기
> raon: 급식 먹으러 오세요 진짜로
> haru: 된장찌개 남았는데 문 앞에 둘까요
>> taeo: 이웃이 최고의 인프라네요

= jihoon_roasts hour=18
가게 문 닫고 마시는 마지막 한 잔은 늘 실패한 로스팅으로 내려요. 틀린 맛을 기억해 두려고요. 오늘 건 탄 보리차 맛. #커피
> siwoo_bass: 저는 틀린 연주 녹음은 다 지우는데... 반성
> junho: 이것도 회고네요

= noodle_sm
국물 다 마시면 안 된다는 건 저도 압니다. 하지만 그릇 바닥에 “감사합니다”라고 적혀 있는 집이 있어요. 안 마시면 못 읽잖아요. #국수
> vet_seo: 사람 건강은 제 전공이 아니지만... 물 많이 드세요
> eunbi_3shift: 제 전공입니다. 반만 드세요. 글씨는 제가 읽어 드릴게요

= eunbi_3shift hour=15
데이 근무 끝나고 마시는 커피는 후식이고, 나이트 들어가기 전에 마시는 커피는 준비운동이다. 오늘은 준비운동. #커피 #3교대
> taeo: 온콜 커피는 뭐라고 부를까요
>> eunbi_3shift: 인공호흡
> sujin_runs: 준비운동은 늘 옳습니다

= gapsu
집사람이 감기라서 처음으로 미역국을 끓여 보았습니다. 미역이 그렇게 불어나는 줄 몰랐습니다. 냄비 세 개에 나눠 담았습니다^^; #집밥
> raon: 아이고 선생님 ㅋㅋㅋ 한 줌이 4인분이에요
> haru: 온 동네가 며칠은 든든하겠어요. 사모님 얼른 나으시길요
> junseo_dad: 저도 첫 미역국 때 싱크대까지 찼습니다
> minji_butler: 사진이 없어서 너무 아쉬워요
`;
