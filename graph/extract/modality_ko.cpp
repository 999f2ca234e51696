// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/modality.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

using Cues = std::initializer_list<std::string_view>;

/// From the trigger to the end of its predicate: the next clause that turns to something else.
std::string_view predicate(const Article& article, const Sentence& sentence,
                           const TriggerHit& hit) {
  std::string_view tail = article.piece({hit.span.begin, sentence.span.end});
  for (const std::string_view turn : {"지만 ", "으나 ", "는데 ", "지만, ", "으나, ", "한 데 이어",
                                      "며, ", "했고, ", "했으며", "하고, "}) {
    const std::size_t at = find_word(tail, turn);
    if (at != std::string_view::npos) tail = tail.substr(0, at + turn.size());
  }
  return tail;
}

bool is_encounter(EdgeType type) {
  return type == EdgeType::Visit || type == EdgeType::Meeting || type == EdgeType::Participation;
}

/// What somebody says, writes or reports: 넘긴다는 일부 보도, 납품하기로 했다는 게시글, 인수설.
bool is_report(std::string_view tail) {
  constexpr std::size_t kNear = 64;
  const std::string_view near = tail.substr(0, kNear);
  std::size_t quoted = std::min(find_word(near, "다는 "), find_word(near, "라는 "));
  for (const std::string_view rumour :
       {"인수설", "합병설", "매각설", "영입설", "회동설", "결별설", "양산설", "철수설", "해지설",
        "납품설", "공급설", "결합설"}) {
    quoted = std::min(quoted, find_word(near, rumour));
  }
  if (quoted == std::string_view::npos) return false;
  constexpr std::size_t kNoun = 32;
  const std::string_view noun = tail.substr(quoted, kNoun);
  return contains_any(noun, {"보도", "소문", "게시글", "관측",  "주장",  "풍문",  "루머",  "이야기",
                             "얘기", "추측", "설을 ",  "설은 ", "설에 ", "설이 ", "글이 ", "의혹",
                             "전언", "소식", "기사",   "수설",  "병설",  "각설",  "입설",  "동설",
                             "별설", "산설", "지설",   "품설",  "급설",  "합설"});
}

bool is_denied(std::string_view tail) {
  return contains_any(
      tail,
      {"사실이 아니", "사실무근",  "부인했",     "부인하",    "부인한",   "않기로",    "계획이 없",
       "계획은 없",   "바 없다",   "바 없으",    "바가 없다", "않는다고", "않았다",    "않은 것",
       "아니라고",    "아니다",    "일축",       "적이 없",   "적도 없",  "적 없",     "사실이 없",
       "근거가 없",   "근거 없",   "오보",       "낭설",      "와전",     "있지 않다", "하지 않고",
       "일정이 없",   "일정은 없", "논의한 사실"});
}

/// The denial of a report: anything that says no in the rest of the sentence.
bool is_report_denied(std::string_view rest) {
  return is_denied(rest) || contains_any(rest, {"없다\"", "없다'", "해명", "부정했", "선을 그"});
}

bool is_ended(std::string_view tail) {
  return contains_any(
      tail, {"만료",   "해지",     "종료",     "철회",   "무산",    "결렬",    "파기",    "백지화",
             "중단하", "중단했",   "중단됐",   "중단된", "취소",    "포기",    "끝났",    "끝내",
             "끝내고", "해체",     "청산",     "결별",   "갈라서",  "접었",    "접기로",  "접는다",
             "물거품", "틀어졌",   "깨졌",     "엎어졌", "막을 내", "손을 뗐", "손을 떼", "손 떼",
             "불발",   "예정이었", "계획이었", "철수"});
}

bool is_planned(std::string_view tail) {
  return tail.ends_with(" 추진") ||
         contains_any(tail, {"계획",   "예정",   "방침",    "할 것",   "목표로",      "추진하",
                             "추진한", "나설 ",  "할 전망", "될 전망", "구상이",      "구상을",
                             "겠다고", "겠다는", "할 생각", "준비 중", "준비하고 있", "추진 중",
                             "로드맵", "하려고", "려 한다", "나선다는"});
}

bool is_rumored(std::string_view tail, std::string_view sentence) {
  return contains_any(tail,
                      {"검토",      "논의",        "협의",        "타진",  "저울질",    "알려졌",
                       "관측",      "가능성",      "소식통",      "할 듯", "유력",      "물망",
                       "협상",      "것으로 보인", "것으로 전해", "거론",  "추측",      "전망이 나",
                       "예상이 나", "추정한",      "추정된",      "조율",  "전망도 나", "얘기가",
                       "이야기가",  "점쳐",        "점친"}) ||
         contains_any(sentence, {"소식통", "익명의", "할 듯", "관계자를 인용"});
}

Status of_encounter(std::string_view tail, const TriggerHit& hit) {
  if (is_denied(tail)) return Status::Denied;
  if (contains_any(tail, {"취소", "무산", "불발", "예정이었", "계획이었"})) return Status::Ended;
  constexpr std::size_t kNear = 60;
  std::string_view near = tail.substr(0, kNear);
  near = near.substr(0, near.find('"'));  // what is said there is not of the encounter
  if (contains_any(near, {"예정", "할 계획", "계획이", "계획인", "계획으로", "계획을 밝", "할 것",
                          "방침", "겠다", "앞두고", "할 전망", "추진한", "추진하", "추진 중"})) {
    return Status::Planned;
  }
  // "6일 A를 방문하고 7일 B와 만날 예정이다": the end of the sentence holds for all of it.
  const std::size_t planned = std::min(find_word(tail, "예정이다"), find_word(tail, "계획이다"));
  if (planned != std::string_view::npos &&
      !contains_any(tail.substr(0, planned), {"했", "았", "었", "났", "졌", "왔", "됐"})) {
    return Status::Planned;
  }
  if (contains_any(near, {"조율", "검토", "할 듯", "알려졌", "가능성", "타진"}) &&
      hit.trigger->status != Status::Completed) {
    return Status::Rumored;
  }
  if (contains_any(near, {"가능성", "할 듯", "검토 중", "조율 중"})) return Status::Rumored;
  return hit.trigger->status;
}

/// Deals that have been carried out.
bool is_done(std::string_view tail, EdgeType type) {
  if (type == EdgeType::Acquisition) {
    return contains_any(tail, {"완료",      "마쳤",   "마무리했",  "치렀",    "완납",   "마침표",
                               "끝마",      "인수했", "매각했",    "넘겼다",  "팔았",   "인수한 바",
                               "인수한 뒤", "사들였", "사들인 ",   "품었",    "매입했", "취득했",
                               "넘겨받",    "합병했", "손에 넣었", "끌어올렸"});
  }
  if (type == EdgeType::Investment) {
    return contains_any(
        tail, {"투자했다", "출자했다", "댄 바", "받은 바", "투자한 바", "마쳤", "집행", "유치했다",
               "취득 완료", "투자받았", "댔다", "취득했", "매입했"});
  }
  if (type == EdgeType::Supply) {
    return contains_any(tail.substr(0, 30),
                        {"해 왔", "해왔", "여 왔", "여왔", "하고 있", "받고 있", "받아 왔",
                         "출하했", "전달했", "보냈", "납품했다", "공급했다", "시작했다"});
  }
  return false;
}

}  // namespace

Status korean_status(const Article& article, const Sentence& sentence, const TriggerHit& hit) {
  const EdgeType type = *edge_type_of(hit.trigger->frame);
  const std::string_view tail = predicate(article, sentence, hit);
  const std::string_view rest = article.piece({hit.span.begin, sentence.span.end});
  const bool report = is_report(rest);
  if (report && is_report_denied(rest)) return Status::Denied;
  if (is_encounter(type)) return report ? Status::Rumored : of_encounter(tail, hit);
  if (is_denied(tail)) return Status::Denied;
  if (report) return Status::Rumored;
  if (is_ended(tail)) return Status::Ended;
  const std::string_view whole = article.piece(sentence.span);
  const bool signed_now =
      contains_any(tail, {"체결했", "체결한", "맺었", "맺은", "서명했", "계약한", "계약했",
                          "기로 했", "기로 합의", "기로 결정", "공시", "수주했"});
  const bool open = contains_any(
      tail.substr(0, 60), {"예정", "계획", "협의", "논의", "검토", "타진", "협상", "저울질"});
  if (is_done(tail, type) && !open) return Status::Completed;
  if (signed_now) return Status::Agreed;
  if (is_rumored(tail, whole)) return Status::Rumored;
  if (is_planned(tail)) {
    const bool by_press = contains_any(whole, {"보도했", "보도에 따르면", "신문이", "통신이"});
    return by_press ? Status::Rumored : Status::Planned;
  }
  return hit.trigger->status;
}

}  // namespace dealgraph::extract
