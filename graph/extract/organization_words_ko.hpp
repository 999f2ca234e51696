// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

#include "graph/extract/words.hpp"

/// The words by which organizations_ko.cpp tells names of organizations from other words.
namespace dealgraph::extract {

/// Endings that only names of organizations have, and those that other words have as well.
inline constexpr auto kStrongEndings =
    word_list({"전자",         "반도체",       "그룹",           "바이오",       "테크",
               "테크놀로지",   "홀딩스",       "머티리얼즈",     "파트너스",     "벤처스",
               "캐피탈",       "캐피털",       "로보틱스",       "네트웍스",     "네트웍",
               "일렉트릭",     "이노베이션",   "에이아이",       "랩스",         "시스템즈",
               "시스템스",     "세미콘",       "하이텍",         "이노텍",       "솔루션즈",
               "솔루션스",     "엔지니어링",   "케미칼",         "케미컬",       "금융지주",
               "인베스트",     "인베스트먼트", "자산운용",       "테크윈",       "이엔지",
               "옵틱스",       "다이내믹스",   "모터스",         "코리아",       "재팬",
               "차이나",       "아메리카",     "물산",           "중공업",       "엔터프라이즈",
               "에너지솔루션", "바이오로직스", "사이언스",       "기술투자",     "창업투자",
               "벤처투자",     "산업은행",     "추진단",         "기획단",       "인더스트리",
               "메디칼",       "메디컬",       "파마",           "테라퓨틱스",   "모빌리티",
               "시큐리티",     "인터내셔널",   "엔터테인먼트",   "머신스",       "웍스",
               "로지스틱스",   "솔라",         "팩토리",         "세미텍",       "이노",
               "머트리얼즈",   "머티리얼",     "텔레콤",         "의료원",       "칩스",
               "벤처캐피털",   "랩스",         "데이터랩",       "컴퓨팅",       "다이나믹스",
               "에어로",       "반도체장비",   "커뮤니케이션즈", "인스트루먼트", "일렉트로닉스",
               "세미컨덕터"});
inline constexpr auto kWeakEndings = word_list(
    {"소재",   "정밀",   "로직", "렌탈",   "링크",   "레이",   "웨이브",   "브릿지",   "컨버전",
     "칩",     "랩",     "비전", "센스",   "텍",     "닉스",   "스페이스", "로보",     "퀀타",
     "마스터", "플레이", "은행", "증권",   "생명",   "화재",   "제약",     "건설",     "해운",
     "항공",   "제강",   "철강", "정공",   "공업",   "화학",   "에너지",   "클라우드", "로봇",
     "소프트", "자동차", "통신", "글로벌", "게임즈", "파워",   "셀",       "로지",     "시스",
     "젠",     "엔텍",   "넷",   "투자",   "솔",     "솔루션", "디바이스", "실리콘",   "테스트",
     "이앤지", "전선",   "전기", "기전",   "메딕스", "데이터", "병원",     "파트너",   "크래프트",
     "허브",   "아이티"});

/// Nouns after which a name of an organization comes: 장비업체 X, 자회사 X, 국영 통신사 X.
inline constexpr auto kCues = word_list(
    {"기업",     "업체",     "조직",     "연구기관", "가공사",   "협력기관", "매체사",   "지주회사",
     "스타트업", "회사",     "벤처",     "펀드",     "자회사",   "계열사",   "협력사",   "법인",
     "합작사",   "합작법인", "팹리스",   "유니콘",   "사업자",   "은행",     "재단",     "투자자",
     "최대주주", "대주주",   "지주사",   "상장사",   "비상장사", "파트너",   "고객사",   "공급사",
     "벤처기업", "운용사",   "장비사",   "설계사",   "통신사",   "개발사",   "소재사",   "부품사",
     "제조사",   "운영사",   "게임사",   "보험사",   "항공사",   "투자사",   "파트너사", "경쟁사",
     "업체",     "파운드리", "연구소",   "모회사",   "모기업",   "전문사",   "제작사",   "유통사",
     "조선사",   "건설사",   "배터리사", "국부펀드", "사모펀드", "손자회사", "관계사",   "자회사격",
     "전문기업", "대기업",   "중견기업", "강소기업"});

/// What follows a name of an organization: X 지분, X의 경영권, X 본사.
inline constexpr auto kBelongings =
    word_list({"지분",   "경영권", "본사",   "공장", "인수", "최대주주", "자회사", "관계자",
               "경영진", "이사회", "주식",   "대표", "고문", "단장",     "창업자", "합병",
               "사옥",   "연구진", "매각",   "CEO",  "임원", "2대",      "주요",   "장비",
               "신주",   "계열",   "모회사", "상장", "측은", "측이",     "전"});

/// Letters that Korean groups put before the names of their companies.
inline constexpr auto kGroups = word_list(
    {"SK", "LG",  "HD", "KG", "GS",  "CJ",  "LS",  "DB",  "KB",  "NH",  "KT",  "HL",  "HS", "LX",
     "DL", "BNK", "JB", "SM", "OCI", "KCC", "SPC", "BGF", "HDC", "DGB", "NHN", "TKG", "KDB"});

/// Latin words that are no companies of their own.
inline constexpr auto kAcronyms = word_list(
    {"AI",   "IT",  "ICT", "CEO", "CTO", "CFO", "COO", "GPU",  "CPU",  "NPU",  "TPU", "HBM",
     "MOU",  "LOI", "R&D", "IPO", "M&A", "SNS", "SSD", "LLM",  "AX",   "DX",   "IB",  "PC",
     "EUV",  "EV",  "ESS", "IP",  "OS",  "TV",  "LED", "OLED", "CCTV", "IoT",  "API", "PE",
     "VC",   "PEF", "SMR", "UAM", "ESG", "IR",  "NDA", "DS",   "MX",   "PR",   "HR",  "IDM",
     "SaaS", "GW",  "MW",  "US",  "UN",  "EU",  "FTA", "GDP",  "DRAM", "NAND", "SW",  "HW"});

/// Syllables of loan words, which native and Sino-Korean nouns hardly have.
inline constexpr SyllableSet kLoanSyllables(
    "르프트크브드츠즈쉬머퍼터커처더버먼슨런턴롬콜톰팀짐잭벤빌젠델켈넬멜엘릭닉믹레메베페테케네셀셈옵"
    "칩랩텍웨웍링렌롭로봇루뷰퀀큐코쿄키타토파포피하라리노누니디다두바비보부벨블빈스시쎄썬씨아안에엑"
    "엔오온올옥와우윈이인자젝조주쥬즐지찬체초츄치카캐캔컨컬켐퀄크클킨킹탈탑테텐텔톈툴티팅팜팩팬펀펌"
    "펜"
    "폰폴퓨플핀핏핑허헤호홀후휴");
inline constexpr SyllableSet kForeignSyllables(
    "르프트크브츠쉬퍼커처먼슨런턴롬콜톰벤빌젠델켈넬멜엘릭닉믹켐퀀큐쿄옵웨웍뷰롭쎄썬쥬츄캐컨컬퀄클킨"
    "킹"
    "탑텐텔톈툴팅펌폴퓨플핏헤홀휴젝벨블핀렌셀솔넥닷루레베페테케네티카코토파포피로라키타츄");

}  // namespace dealgraph::extract
