// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/characters.hpp"
#include "graph/extract/reader_ko.hpp"
#include "graph/extract/words.hpp"

/// Which dates and sums of a sentence belong to a relation, and what its clause says of its status.
namespace dealgraph::extract {

/// What a clause that describes a noun tells is done, and its facts are in it.
void KoreanReader::date_and_judge(Relation& relation) const {
  FactScope scope{segment_, taken_};
  const bool describes = described_ != kNoArgument;
  const std::string_view verb = text_.substr(hit_->span.end, 9);
  const bool past = describes && (verb.starts_with("한 ") || verb.starts_with("은 ") ||
                                  verb.starts_with("받은 ") || stem().ends_with("한"));
  const bool over = relation.status == Status::Ended || relation.status == Status::Denied;
  if (describes && !over && !view_.sentence.title) scope.within = {clause_begin_, hit_->span.end};
  // "2019년 창업한 회사로, 애플을 고객으로 두고 있다": the description before has its own date.
  for (const std::string_view kind : {"회사로", "기업으로", "업체로", "법인으로", "곳으로"}) {
    const std::size_t end =
        find_last_word(text_.substr(sentence_begin(), hit_->span.begin - sentence_begin()), kind);
    if (end != std::string_view::npos)
      scope.within.begin =
          std::max(scope.within.begin, static_cast<std::uint32_t>(sentence_begin() + end));
  }
  attach_facts(view_, relation, scope);
  const bool encounter = relation.type == EdgeType::Visit || relation.type == EdgeType::Meeting ||
                         relation.type == EdgeType::Participation;
  // "지난달 방한한 B 회장과 만나": an encounter shares the day of what led to it.
  if (!relation.date && encounter && !view_.sentence.title) attach_facts(view_, relation);
  const bool announces = view_.sentence.title && encounter &&
                         sentence_has({"내달", "다음 달", "다음달", "다음 주", "다음주", "예정",
                                       "온다", "찾는다", "앞두고", "만난다", "내주"});
  if (announces && relation.status == Status::Completed) relation.status = Status::Planned;
  const bool led_up = after().starts_with("한 데 이어") || after().starts_with("한 뒤") ||
                      after().starts_with("한 데다");
  if ((past || led_up) && relation.status == Status::Agreed) {
    relation.status = Status::Completed;
    relation.is_news = false;
  }
  // What is done and told later in the article without a date is background.
  constexpr std::size_t kNews = 3;
  const bool late = article_.sentences.size() > kNews &&
                    sentence_begin() > article_.sentences[kNews - 1].span.begin;
  if (late && !encounter && !view_.sentence.bullet && relation.status == Status::Completed)
    relation.is_news = false;
  if (is_standing(relation)) {
    relation.status = Status::Completed;
    relation.is_news = false;
  }
  if (!relation.date || !article_.published) return;
  // "2022년 테스나를 4600억원에 사들여": what was bought long ago has been bought.
  constexpr int kLongAgo = 150;  // days
  const bool money =
      relation.type == EdgeType::Acquisition || relation.type == EdgeType::Investment;
  if (money && relation.status == Status::Agreed &&
      relation.date->last_day() + kLongAgo < article_.published->first_day() &&
      !sentence_has({"계약", "합의", "기로", "체결", "협약", "약속"})) {
    relation.status = Status::Completed;
  }
  const bool ahead = relation.date->first_day() > article_.published->last_day();
  if (ahead && encounter && relation.status == Status::Completed) relation.status = Status::Planned;
  // The day on which a plan or rumour was told is not its day.
  const bool open = relation.status == Status::Planned || relation.status == Status::Rumored;
  if (open && !ahead && !encounter) relation.date.reset();
}

/// 납품하는 회사다, 공급하고 있다; later in the article also 납품한다: how things stand.
bool KoreanReader::is_standing(const Relation& relation) const {
  if (relation.type != EdgeType::Supply || relation.status != Status::Agreed) return false;
  const std::string_view rest = after().substr(0, 40);
  for (const std::string_view kind : {"하는 회사", "하는 업체", "하는 기업", "하는 협력사",
                                      "하는 곳", "하고 있", "하는 국내", "하는 장비"}) {
    if (rest.starts_with(kind)) return true;
  }
  if (relation.date || relation.amount || view_.sentence.title) return false;
  for (const DateMention& date : article_.dates) {  // 2027년부터 공급한다
    const bool own = date.span.begin >= sentence_begin() && date.span.end <= text_.size();
    if (own && article_.published && date.date.first_day() > article_.published->last_day())
      return false;
  }
  constexpr std::size_t kOpening = 2;
  const auto& sentences = article_.sentences;
  if (sentences.size() <= kOpening || sentence_begin() <= sentences[kOpening].span.begin)
    return false;
  const std::string_view verb = rest.substr(0, chunk_end(rest, 0));
  return verb.starts_with("한다.") || verb.starts_with("된다.") || verb.starts_with("하며");
}

/// The facts of a clause that describes a noun do not belong to what is said of the noun.
void KoreanReader::take_facts_of_clause() {
  if (described_ == kNoArgument || !hit_) return;
  taken_.push_back({clause_begin_, hit_->span.end});
}

}  // namespace dealgraph::extract
