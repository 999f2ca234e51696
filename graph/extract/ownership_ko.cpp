// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/relations.hpp"
#include "graph/extract/trie.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

enum class Direction : std::uint8_t { OwnedFollows, OwnerFollows };

struct OwnershipWord {
  std::string_view word;
  Direction direction;
};

/// "A의 자회사 B": the owned one follows the word; "B의 모회사 A": the owner does.
constexpr auto kWords = std::to_array<OwnershipWord>(
    {{"자회사", Direction::OwnedFollows},        {"계열사", Direction::OwnedFollows},
     {"관계사", Direction::OwnedFollows},        {"손자회사", Direction::OwnedFollows},
     {"산하", Direction::OwnedFollows},          {"계열", Direction::OwnedFollows},
     {"관계회사", Direction::OwnedFollows},      {"투자 조직", Direction::OwnedFollows},
     {"벤처투자 조직", Direction::OwnedFollows}, {"투자 부문", Direction::OwnedFollows},
     {"모회사", Direction::OwnerFollows},        {"모기업", Direction::OwnerFollows},
     {"지주사", Direction::OwnerFollows},        {"지주회사", Direction::OwnerFollows},
     {"최대주주", Direction::OwnerFollows},      {"최대 주주", Direction::OwnerFollows},
     {"대주주", Direction::OwnerFollows},        {"대 주주", Direction::OwnerFollows},
     {"주요 주주", Direction::OwnerFollows},     {"기존 주주", Direction::OwnerFollows}});

/// Verbs of holding a stake.
constexpr auto kHolds = word_list(
    {"보유하고",    "보유한",    "보유했",    "보유 중",     "소유하고", "소유한",    "쥐고",
     "쥔",          "들고 있",   "갖고 있",   "가지고 있",   "가진",     "갖는",      "주주로 참여",
     "주주로 이름", "지분 보유", "나눠 들고", "거느린",      "쥐고 있",  "들고 있는", "손에 쥔",
     "확보한 상태", "거느리고",  "거느린다",  "확보하고 있", "지배하고", "지배한다"});

bool is_subject(Case kind) {
  return kind == Case::Topic || kind == Case::Subject || kind == Case::Also;
}

class OwnershipReader {
 public:
  OwnershipReader(const SentenceView& view, const Context& context)
      : view_(view),
        article_(view.article),
        context_(context),
        text_(view.article.text.substr(0, view.sentence.span.end)),
        args_(view.arguments) {}

  std::vector<Relation> run() {
    static const WordFinder kNouns(kWords, &OwnershipWord::word);
    static const WordFinder kVerbs(kHolds, std::identity());
    const std::string_view sentence = article_.piece(view_.sentence.span);
    const std::uint64_t nouns = kNouns.in(sentence);
    for (std::size_t i = 0; i < kWords.size(); ++i) {
      if (((nouns >> i) & 1U) == 0) continue;
      for_each(kWords[i].word, [&](Span span) { read(kWords[i], span); });
    }
    const std::uint64_t verbs = kVerbs.in(sentence);
    for (std::size_t i = 0; i < kHolds.size(); ++i) {
      if (((verbs >> i) & 1U) == 0) continue;
      for_each(kHolds[i], [&](Span span) { hold(span); });
    }
    for (const std::string_view word : {"출자한 법인", "출자한 회사", "출자한 자회사"}) {
      for_each(word, [&](Span span) { founded(span); });
    }
    for (const std::string_view word :
         {"출자해 세운", "출자해 설립한", "출자해 만든", "합작해 세운", "합작해 설립한",
          "투자해 세운", "투자해 설립한"}) {
      for_each(word, [&](Span span) { founded_together(span); });
    }
    for_each("등 계열사", [&](Span span) { affiliates(span); });
    for_each("등 자회사", [&](Span span) { affiliates(span); });
    shareholders_are();
    shares_are();
    return std::move(out_);
  }

 private:
  template <typename Action>
  void for_each(std::string_view word, Action action) {
    for (std::size_t at = find_word(text_, word, view_.sentence.span.begin);
         at != std::string_view::npos; at = find_word(text_, word, at + word.size())) {
      const char32_t before = character_before(text_, at).code;
      if (is_hangul(before) && before != U'대') continue;
      action(Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())});
    }
  }

  bool is_organization(const Argument& a) const {
    return article_.entity(a.entities.front()).type == EntityType::Organization;
  }

  bool is_owner(const Argument& a) const {
    const EntityType type = article_.entity(a.entities.front()).type;
    return type == EntityType::Organization || type == EntityType::Person;
  }

  void emit(std::uint32_t owner, std::uint32_t owned, Span trigger) {
    if (owner == owned || owner == kNoEntity || owned == kNoEntity) return;
    const EntityType type = article_.entity(owner).type;
    if (!allows(EdgeType::Ownership, type, article_.entity(owned).type)) return;
    Relation relation;
    relation.type = EdgeType::Ownership;
    relation.source = owner;
    relation.target = owned;
    relation.status = Status::Completed;
    relation.trigger = trigger;
    relation.evidence = view_.sentence.span;
    out_.push_back(std::move(relation));
  }

  std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    return begin < end ? text_.substr(begin, end - begin) : std::string_view();
  }

  // ---- nouns

  /// 2대 주주(17%)인: the share in brackets.
  std::size_t skip_share(std::size_t at) const {
    if (at >= text_.size() || text_[at] != '(') return at;
    constexpr std::size_t kLongest = 20;
    const std::size_t close = text_.substr(0, std::min(text_.size(), at + kLongest)).find(')', at);
    return close == std::string_view::npos ? at : close + 1;
  }

  void read(const OwnershipWord& word, Span span) {
    const std::string_view rest = text_.substr(skip_share(span.end), 40);
    const bool owned_follows = word.direction == Direction::OwnedFollows;
    if (owned_follows && starts_with_any(rest, {"로 두", "로 거느", "로 편입했", "로 편입하",
                                                "로 삼", "로 만들", "로 갖", "로 보유"})) {
      return kept(span);
    }
    const std::uint32_t before = owner_before(span.begin);
    const std::vector<std::uint32_t> after = names_after(span.end);
    if (!after.empty()) {
      std::uint32_t first = before;
      if (first == kNoEntity) first = holder_before(span.begin);
      if (first == kNoEntity && word.word == "기존 주주") first = context_.round_owner;
      if (first == kNoEntity && word.word != "산하") first = subject_before(span.begin);
      for (const std::uint32_t e : after) {
        if (word.word == "기존 주주" && e != after.front()) break;
        if (owned_follows)
          emit(first, e, span);
        else
          emit(e, first, span);
      }
      return;
    }
    if (!owned_follows && starts_with_any(rest, {"는 ", "인 ", "가 "}) && before != kNoEntity) {
      // B의 최대주주는 A다.
      for (const Argument& a : args_) {
        if (a.span.begin >= span.end && is_owner(a) &&
            (a.kind == Case::Copula || a.kind == Case::Toward)) {
          return emit(a.entities.front(), before, span);
        }
      }
    }
    if (!is_predicate(rest)) return;
    const std::uint32_t subject = subject_before(span.begin);
    if (owned_follows) {
      std::uint32_t owner = before;
      if (owner == kNoEntity) owner = holder_before(span.begin);
      emit(owner, subject, span);
    } else if (before != kNoEntity) {
      emit(subject, before, span);
    }
  }

  /// 도요타의 계열사다, 최대주주로 올라섰다: the word ends the statement.
  static bool is_predicate(std::string_view rest) {
    return starts_with_any(rest, {"다", "이다", "로,", "로 ", "이며", "였다", "인 ", "이기도",
                                  "가 됐", "가 된", "로서", "이자", "가 되", "였던", "고 "});
  }

  /// "A는 B와 C를 자회사로 두고 있다".
  void kept(Span word) {
    for (std::size_t i = args_.size(); i-- > 0;) {
      const Argument& a = args_[i];
      if (a.span.end > word.begin || a.kind != Case::Object || !is_organization(a)) continue;
      const std::uint32_t owner = subject_before(a.span.begin);
      for (const std::uint32_t owned : a.entities) emit(owner, owned, word);
      return;
    }
  }

  /// The organization that qualifies the word: "TSMC의 일본 자회사", "인텔 자회사".
  std::uint32_t owner_before(std::uint32_t at) const {
    for (std::size_t i = args_.size(); i-- > 0;) {
      const Argument& a = args_[i];
      if (a.span.end > at && a.span.begin < at && a.head.end >= at && a.head.begin > 0 &&
          is_organization(a)) {
        return a.entities.front();  // the word is part of the noun that the name qualifies
      }
      if (a.span.end > at) continue;
      if (article_.entity(a.entities.front()).type == EntityType::Place) continue;
      const bool qualifies = a.kind == Case::Owner || a.kind == Case::Modifier || a.head.end > at ||
                             (a.head.begin <= at && a.head.end >= at && a.head.end > 0);
      if (!qualifies || !is_organization(a)) return kNoEntity;
      constexpr std::uint32_t kNear = 40;
      return at - a.span.end <= kNear ? a.entities.front() : kNoEntity;
    }
    return kNoEntity;
  }

  /// "A가 거느린 자회사 B", "A가 지분 80%를 쥔 자회사다", "A가 100% 출자한 자회사".
  std::uint32_t holder_before(std::uint32_t at) const {
    for (std::size_t i = args_.size(); i-- > 0;) {
      const Argument& a = args_[i];
      if (a.span.end > at || !is_owner(a)) continue;
      if (a.kind != Case::Subject) return kNoEntity;
      const std::string_view gap = between(a.span.end, at);
      return contains_any(gap, {"거느린", "쥔 ",      "보유한",        "가진",      "출자한",
                                "소유한", "둔 ",      "들고 있는",     "갖고 있는", "지배하는",
                                "세운",   "설립한",   "거느리고 있는", "떼어낸",    "분사한",
                                "분할한", "분사시킨", "쪼갠",          "인수한",    "쥐고 있는"})
                 ? a.entities.front()
                 : kNoEntity;
    }
    return kNoEntity;
  }

  std::uint32_t subject_before(std::uint32_t at) const {
    for (std::size_t i = args_.size(); i-- > 0;) {
      const Argument& a = args_[i];
      if (a.span.end <= at && (a.kind == Case::Topic || a.kind == Case::Also) &&
          is_organization(a) && a.head.end <= a.head.begin) {
        return a.entities.front();
      }
    }
    for (std::size_t i = args_.size(); i-- > 0;) {
      const Argument& a = args_[i];
      if (a.span.end <= at && is_subject(a.kind) && is_organization(a) &&
          a.head.end <= a.head.begin) {
        return a.entities.front();
      }
    }
    if (view_.sentence.title) return kNoEntity;
    const auto& topic = context_.discourse.topic_organizations;
    return topic.size() == 1 ? topic.front() : kNoEntity;
  }

  /// The names after the word, over nouns in apposition: 자회사 솔리다임, 자회사인 JASM, 최대주주인
  /// 홍콩계 펀드 A, 자회사 A·B.
  std::vector<std::uint32_t> names_after(std::uint32_t end) const {
    std::size_t at = end;
    const bool copula = text_.substr(at).starts_with("인 ");
    if (copula) at += std::string_view("인").size();
    if (at >= text_.size() || text_[at] != ' ') return {};
    const int most = copula ? 5 : 4;
    for (int i = 0; i < most; ++i) {
      while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\'' || text_[at] == '"')) ++at;
      const Name* name = name_covering(article_.names, at);
      for (const Argument& a : args_) {
        if (a.span.begin != at || !is_owner(a)) continue;
        // 대주주인 소프트뱅크그룹의 손정의 회장: the organization before its officer.
        const bool officer = !is_organization(a) && name != nullptr &&
                             article_.entity(name->entity).type == EntityType::Organization;
        return officer ? std::vector{name->entity} : a.entities;
      }
      if (name != nullptr && article_.entity(name->entity).type == EntityType::Organization)
        return {name->entity};
      const std::size_t stop = word_end(text_, at);
      if (stop == at || character_at(text_, stop).code != ' ') return {};
      if (name == nullptr && trailing_particle(text_.substr(at, stop - at)).size > 0) return {};
      at = stop;
    }
    return {};
  }

  // ---- stakes

  /// "A는 B 지분 20%를 보유하고 있다", "A가 지분 전부를 가진 B", "A가 51%, B가 49%를 들고 있다".
  void hold(Span verb) {
    const std::string_view clause = between(view_.sentence.span.begin, verb.begin);
    const bool shares =
        contains_any(clause, {"지분", "%", "주식"}) || article_.piece(verb).starts_with("주주로");
    if (!shares) return;
    const std::vector<std::uint32_t> described = names_after(described_begin(verb));
    std::vector<const Argument*> owners;
    const Argument* owned = nullptr;
    for (const Argument& a : args_) {
      if (a.span.end > verb.begin) break;
      const bool person = !is_organization(a) && is_owner(a);
      const bool family = contains_any(article_.piece(a.head), {"일가", "가문", "측"});
      if (is_subject(a.kind) && is_owner(a) && (a.head.end <= a.head.begin || family)) {
        if (a.kind != Case::Subject || described.empty()) owners.clear();
        if (person && !family && a.kind == Case::Topic && !described.empty()) continue;
        owners.push_back(&a);
        continue;
      }
      if (!is_organization(a)) continue;
      const std::string_view head = article_.piece(a.head);
      const bool stake = contains_any(head, {"지분", "주식", "%"});
      if (stake || a.kind == Case::Owner || a.kind == Case::Recipient) owned = &a;
    }
    if (!described.empty()) {
      if (!owners.empty()) emit(owners.back()->entities.front(), described.front(), verb);
      return;
    }
    const std::vector<const Argument*> gapped = gapped_owners(verb.begin);
    if (owned != nullptr && gapped.size() >= 2) {  // B의 지분은 A가 51%, C가 49%를 갖는다
      for (const Argument* owner : gapped) {
        for (const std::uint32_t o : owned->entities) emit(owner->entities.front(), o, verb);
      }
      return;
    }
    if (owned == nullptr && gapped.size() >= 2) {
      const std::uint32_t venture = last_organization_but(gapped);
      for (const Argument* owner : gapped) emit(owner->entities.front(), venture, verb);
      return;
    }
    if (owned == nullptr) {  // 한미반도체는 곽동신 회장이 지분 33%를 쥐고 있다
      for (const Argument& a : args_) {
        if (a.span.end <= verb.begin && a.kind == Case::Topic && is_organization(a)) owned = &a;
      }
      if (owned == nullptr || owners.empty() || owners.back() == owned) return;
      if (owners.back()->kind != Case::Subject) return;
    }
    if (owners.empty()) return;
    for (const std::uint32_t owner : owners.back()->entities) {
      for (const std::uint32_t o : owned->entities) emit(owner, o, verb);
    }
  }

  /// Where the noun begins that the verb describes (가진 테라홀딩스는); the verb's end if none.
  std::uint32_t described_begin(Span verb) const {
    const std::size_t end = chunk_end(text_, verb.begin);
    const std::string_view word = text_.substr(verb.begin, end - verb.begin);
    const bool adnominal =
        word == "쥔" || word == "가진" || word == "보유한" || word == "소유한" || word == "갖는";
    return adnominal ? static_cast<std::uint32_t>(end) : view_.sentence.span.end;
  }

  /// Subjects each with a share of its own: A가 51%, B가 49%를.
  std::vector<const Argument*> gapped_owners(std::uint32_t end) const {
    std::vector<const Argument*> found;
    for (const Argument& a : args_) {
      if (a.span.end > end || !is_owner(a)) continue;
      const std::string_view after = text_.substr(a.span.end, 24);
      const std::size_t sign = after.find('%');
      const bool share = (is_subject(a.kind) || a.kind == Case::Bare) && after.starts_with(" ") &&
                         is_digit(character_at(after, 1).code) && sign != std::string_view::npos;
      if (share) found.push_back(&a);
    }
    return found;
  }

  std::uint32_t last_organization_but(const std::vector<const Argument*>& owners) const {
    const auto& known = context_.discourse.organizations;
    for (std::size_t i = known.size(); i-- > 0;) {
      const bool owner = std::ranges::any_of(
          owners, [&](const Argument* a) { return a->entities.front() == known[i]; });
      if (!owner) return known[i];
    }
    return kNoEntity;
  }

  /// "B는 A가 100% 출자한 법인이다".
  void founded(Span verb) {
    const std::string_view clause = between(view_.sentence.span.begin, verb.begin);
    if (!contains_any(clause, {"100%", "전액"})) return;
    const Argument* owner = nullptr;
    for (const Argument& a : args_) {
      if (a.span.end <= verb.begin && a.kind == Case::Subject && is_organization(a)) owner = &a;
    }
    if (owner == nullptr) return;
    const std::vector<std::uint32_t> after = names_after(verb.end);
    const std::uint32_t owned = after.empty() ? subject_before(owner->span.begin) : after.front();
    emit(owner->entities.front(), owned, verb);
  }

  /// "A는 C와 반씩 출자해 세운 B에서": both hold what they founded.
  void founded_together(Span verb) {
    const std::vector<std::uint32_t> founded = names_after(verb.end);
    if (founded.empty()) return;
    for (const Argument& a : args_) {
      if (a.span.end > verb.begin || !is_organization(a)) continue;
      if (a.kind != Case::With && !is_subject(a.kind)) continue;
      for (const std::uint32_t owner : a.entities) emit(owner, founded.front(), verb);
    }
  }

  /// "SK그룹은 SK텔레콤, SK하이닉스 등 계열사와": of the group that the sentence names.
  void affiliates(Span word) {
    const Argument* members = nullptr;
    std::uint32_t group = kNoEntity;
    for (const Argument& a : args_) {
      const bool lists =
          a.span.begin < word.begin && a.span.end + 1 >= word.begin && is_organization(a);
      if (lists) members = &a;
    }
    if (members == nullptr) return;
    const Names& names = article_.names;
    for (std::size_t i = first_name_from(names, view_.sentence.span.begin);
         i < names.names.size() && names.names[i].span.begin < members->span.begin; ++i) {
      if (ends_with(article_.piece(names.names[i].span), "그룹")) group = names.names[i].entity;
    }
    for (const std::uint32_t member : members->entities) emit(group, member, word);
  }

  /// "칼라일의 지분은 59.65%, 오라클은 32.27%에 이른다": of the company that the article is about.
  void shares_are() {
    const std::size_t at = find_word(text_, "의 지분은 ", view_.sentence.span.begin);
    if (at == std::string_view::npos) return;
    constexpr std::size_t kReach = 60;
    if (!contains(text_.substr(at, kReach), "%")) return;
    const std::uint32_t owned = context_.last_takeover;
    const Span word{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 12)};
    for (const Argument& a : args_) {
      if (!is_owner(a)) continue;
      const bool first = a.span.begin < at && a.span.end > at;
      const bool share = first || (a.span.begin > at && a.kind == Case::Topic &&
                                   is_digit(character_at(text_, a.span.end + 1).code));
      if (share) emit(a.entities.front(), owned, word);
    }
  }

  /// "B는 …로, A와 C가 주요 주주다".
  void shareholders_are() {
    const std::size_t at = text_.find("주주다", view_.sentence.span.begin);
    if (at == std::string_view::npos) return;
    const Argument* owned = nullptr;
    const Argument* owners = nullptr;
    for (const Argument& a : args_) {
      if (a.span.end > at || !is_organization(a)) continue;
      if (a.kind == Case::Topic && owned == nullptr) owned = &a;
      if (a.kind == Case::Subject) owners = &a;
    }
    if (owned == nullptr || owners == nullptr) return;
    const Span trigger{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 9)};
    for (const std::uint32_t owner : owners->entities)
      emit(owner, owned->entities.front(), trigger);
  }

  const SentenceView& view_;
  const Article& article_;
  const Context& context_;
  std::string_view text_;
  const std::vector<Argument>& args_;
  std::vector<Relation> out_;
};

}  // namespace

std::vector<Relation> korean_ownership(const SentenceView& view, const Context& context) {
  return OwnershipReader(view, context).run();
}

}  // namespace dealgraph::extract
