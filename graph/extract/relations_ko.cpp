// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/modality.hpp"
#include "graph/extract/relations.hpp"

namespace dealgraph::extract {
namespace {

using Entities = std::vector<std::uint32_t>;

constexpr std::size_t kNone = SIZE_MAX;

bool is_subject(Case kind) {
  return kind == Case::Topic || kind == Case::Subject || kind == Case::Also;
}

/// Nouns that stand for the organization before them: its premises, its people.
constexpr auto kMetonyms = std::to_array<std::string_view>(
    {"본사",   "공장", "캠퍼스", "사업장", "연구소", "데이터센터", "부스",   "생산라인",
     "현장",   "법인", "측",     "경영진", "연구진", "대표단",     "관계자", "임원",
     "임원진", "본부", "사옥",   "센터",   "팹",     "공장단지",   "라인",   "최고경영자",
     "CEO",    "회장", "대표",   "실무진", "사절단", "엔지니어",   "인력"});

struct VisitedCountry {
  std::string_view word;
  std::string_view id;
};
constexpr auto kVisitWords = std::to_array<VisitedCountry>({{"방한", "south-korea"},
                                                            {"재방한", "south-korea"},
                                                            {"내한", "south-korea"},
                                                            {"방일", "japan"},
                                                            {"방미", "us"},
                                                            {"방중", "china"}});

class Reader {
 public:
  Reader(const SentenceView& view, Context& context)
      : view_(view),
        article_(view.article),
        text_(view.article.text.substr(0, view.sentence.span.end)),
        args_(view.arguments),
        context_(context) {
    find_clauses();
  }

  std::vector<Relation> run() {
    if (view_.sentence.bullet && read_bullet()) return std::move(out_);
    for (const TriggerHit& hit : view_.triggers) {
      hit_ = &hit;
      read(hit);
    }
    return std::move(out_);
  }

 private:
  // ---- the sentence

  EntityType type(std::uint32_t entity) const { return article_.entity(entity).type; }

  bool has_type(const Argument& a, EntityTypes types) const {
    return std::ranges::any_of(a.entities,
                               [&](std::uint32_t e) { return types.contains(type(e)); });
  }

  static constexpr EntityTypes kActors{EntityType::Organization, EntityType::Person};
  static constexpr EntityTypes kOrganizations{EntityType::Organization};
  static constexpr EntityTypes kGatherings{EntityType::Project, EntityType::Event};

  /// Ends of clauses: words like 하고, 했으며, 찾아, 지만.
  void find_clauses() {
    constexpr auto kEndings = std::to_array<std::string_view>(
        {"하고", "했고", "이고",   "였고", "되고", "있고", "갖고", "며",   "면서",
         "지만", "으나", "는데",   "은데", "해",   "여",   "찾아", "만나", "맺어",
         "어서", "아서", "따르면", "맞춰", "앞서", "한데", "뒤",   "만에", "데"});
    for (std::size_t at = view_.sentence.span.begin; at < view_.sentence.span.end;) {
      const std::size_t end = chunk_end(text_, at);
      std::size_t stop = end;
      while (stop > at && (text_[stop - 1] == ',' || text_[stop - 1] == '.')) --stop;
      const std::string_view word = text_.substr(at, stop - at);
      const bool named = name_covering(article_.names, at) != nullptr;
      if (!named &&
          std::ranges::any_of(kEndings, [&](std::string_view e) { return word.ends_with(e); })) {
        clauses_.push_back(static_cast<std::uint32_t>(end));
      }
      at = skip_blanks(text_, end);
    }
  }

  std::uint32_t clause_begin(std::uint32_t at) const {
    const auto after = std::ranges::upper_bound(clauses_, at);
    return after == clauses_.begin() ? view_.sentence.span.begin : *(after - 1);
  }

  // ---- arguments of a trigger

  template <typename Accepts>
  std::size_t nearest_left(std::uint32_t at, std::uint32_t from, Accepts accepts) const {
    for (std::size_t i = args_.size(); i-- > 0;) {
      if (args_[i].span.end > at || args_[i].span.begin < from) continue;
      if (accepts(args_[i])) return i;
    }
    return kNone;
  }

  bool is_metonym(Span head) const {
    if (head.end <= head.begin) return true;
    const std::string_view noun = article_.piece(head);
    return std::ranges::any_of(kMetonyms, [&](std::string_view m) { return noun.ends_with(m); });
  }

  bool is_plain(const Argument& a) const {
    return a.head.end <= a.head.begin || is_metonym(a.head);
  }

  std::size_t subject_index(std::uint32_t at, EntityTypes types = kActors) const {
    const auto accepts = [&](const Argument& a) {
      return is_subject(a.kind) && has_type(a, types) && is_plain(a);
    };
    const std::size_t in_clause = nearest_left(at, clause_begin(at), accepts);
    if (in_clause != kNone) return in_clause;
    const std::size_t described = described_subject(at, types);
    if (described != kNone) return described;
    return nearest_left(at, view_.sentence.span.begin, accepts);
  }

  /// '클로드'를 만든 앤트로픽: the noun that the trigger's clause describes.
  std::size_t described_subject(std::uint32_t at, EntityTypes types) const {
    const std::size_t word = chunk_end(text_, std::max(at, hit_->span.end));
    const std::string_view verb = text_.substr(at, word - at);
    constexpr auto kAdnominal = std::to_array<std::string_view>(
        {"한", "는", "던", "온", "은", "할", "될", "된", "인", "진", "든", "난", "간"});
    std::size_t end = word;
    // 개발해 온 브로드컴: an auxiliary may close the verb.
    if (text_.substr(end).starts_with(" 온 "))
      end += std::string_view(" 온").size();
    else if (!std::ranges::any_of(kAdnominal,
                                  [&](std::string_view e) { return verb.ends_with(e); })) {
      return kNone;
    }
    for (std::size_t i = 0; i < args_.size(); ++i) {
      if (args_[i].span.begin == end + 1 && has_type(args_[i], types)) return i;
    }
    return kNone;
  }

  Entities subject(std::uint32_t at, EntityTypes types = kActors) {
    const std::size_t index = subject_index(at, types);
    subject_ = index;
    if (index != kNone) return filtered(args_[index], types);
    if (const std::size_t bare = bare_subject(at, types); bare != kNone) {
      subject_ = bare;
      return filtered(args_[bare], types);
    }
    if (const std::size_t staff = staff_subject(at); staff != kNone) {
      subject_ = staff;
      return filtered(args_[staff], types);
    }
    const auto& topic =
        types == kOrganizations ? context_.discourse.topic_organizations : context_.discourse.topic;
    const bool has_own = std::ranges::any_of(
        args_, [](const Argument& a) { return is_subject(a.kind) && !a.resolved; });
    if (has_own || view_.sentence.title || has_unnamed_subject(at)) return {};
    return topic;
  }

  /// "오픈AI에서 연구를 맡는 인력 6명은": people who stand for their organization.
  std::size_t staff_subject(std::uint32_t at) const {
    for (std::size_t i = 0; i < args_.size() && args_[i].span.end < at; ++i) {
      if (args_[i].kind != Case::Source || !has_type(args_[i], kOrganizations)) continue;
      constexpr std::uint32_t kReach = 90;
      const std::uint32_t end = std::min<std::uint32_t>(at, args_[i].span.end + kReach);
      for (std::size_t word = skip_blanks(text_, args_[i].span.end); word < end;) {
        const std::size_t stop = chunk_end(text_, word);
        const std::string_view noun = text_.substr(word, stop - word);
        for (const std::string_view staff :
             {"인력", "연구진", "임원", "직원", "엔지니어", "실무진", "경영진", "대표단"}) {
          if (noun.starts_with(staff)) return i;
        }
        word = skip_blanks(text_, stop);
      }
    }
    return kNone;
  }

  /// A subject that is no name: "핵심 인력은". Verbs that end like one (맡는) do not count.
  bool has_unnamed_subject(std::uint32_t at) const {
    for (std::size_t word = view_.sentence.span.begin; word < at;) {
      const std::size_t stop = std::min<std::size_t>(chunk_end(text_, word), at);
      const std::string_view noun = text_.substr(word, stop - word);
      const bool named = std::ranges::any_of(
          args_, [&](const Argument& a) { return a.span.begin < stop && word < a.span.end; });
      constexpr std::size_t kThreeSyllables = 9;
      const Case kind = trailing_particle(noun).kind;
      const bool subject = noun.ends_with("은") || noun.ends_with("이") || noun.ends_with("가");
      if (!named && subject && noun.size() >= kThreeSyllables && is_subject(kind)) return true;
      word = skip_blanks(text_, stop);
    }
    return false;
  }

  /// Headlines and lists leave the particle away: "삼성전자 엔비디아에 HBM 공급".
  std::size_t bare_subject(std::uint32_t at, EntityTypes types) const {
    for (std::size_t i = 0; i < args_.size() && args_[i].span.end <= at; ++i) {
      const Argument& a = args_[i];
      if (!has_type(a, types)) continue;
      if (a.kind == Case::Bare) return i;
      if (view_.sentence.title && a.kind == Case::Modifier && i == 0) return i;
    }
    return kNone;
  }

  Entities filtered(const Argument& a, EntityTypes types) const {
    Entities kept;
    for (const std::uint32_t e : a.entities) {
      if (types.contains(type(e))) kept.push_back(e);
    }
    return kept;
  }

  std::size_t with_case(std::uint32_t at, std::initializer_list<Case> kinds,
                        EntityTypes types) const {
    const auto accepts = [&](const Argument& a) {
      return std::ranges::find(kinds, a.kind) != kinds.end() && has_type(a, types) &&
             static_cast<std::size_t>(&a - args_.data()) != subject_;
    };
    const std::size_t near = nearest_left(at, clause_begin(at), accepts);
    return near != kNone ? near : nearest_left(at, view_.sentence.span.begin, accepts);
  }

  Entities entities(std::size_t index, EntityTypes types) const {
    return index == kNone ? Entities{} : filtered(args_[index], types);
  }

  /// A name right before the trigger, with nothing between: "낸드 사업 인수".
  std::size_t directly_before(std::uint32_t at, EntityTypes types) const {
    return nearest_left(at, clause_begin(at), [&](const Argument& a) {
      return a.span.end + 1 >= at && has_type(a, types);
    });
  }

  /// Organizations that persons stand for take their place where an edge wants organizations.
  Entities as_organizations(const Entities& actors) const {
    Entities out;
    for (const std::uint32_t e : actors) {
      if (type(e) == EntityType::Organization) {
        out.push_back(e);
      } else if (type(e) == EntityType::Person) {
        const std::uint32_t employer = employer_of(view_.posts, e);
        if (employer != kNoEntity) out.push_back(employer);
      }
    }
    return out;
  }

  // ---- edges

  void emit(EdgeType edge, const Entities& sources, const Entities& targets) {
    for (const std::uint32_t s : sources) {
      for (const std::uint32_t t : targets) emit_one(edge, s, t);
    }
  }

  void emit_one(EdgeType edge, std::uint32_t source, std::uint32_t target) {
    if (source == target || !allows(edge, type(source), type(target))) return;
    Relation relation;
    relation.type = edge;
    relation.source = source;
    relation.target = target;
    relation.status = status_.value_or(korean_status(article_, view_.sentence, *hit_));
    relation.trigger = hit_->span;
    relation.evidence = view_.sentence.span;
    attach_facts(view_, relation);
    relation.is_news = true;
    if (edge == EdgeType::Supply) context_.last_supplier = source;
    out_.push_back(std::move(relation));
  }

  void emit_pairs(EdgeType edge, const Entities& group) {
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t j = i + 1; j < group.size(); ++j) emit_one(edge, group[i], group[j]);
    }
  }

  /// 출자가 마무리되면: what would follow is not stated.
  bool is_conditional() const {
    const std::string_view tail = text_.substr(hit_->span.end, 40);
    const std::size_t at = tail.find("면 ");
    const std::size_t comma = tail.find("면, ");
    const std::size_t first = std::min(at, comma);
    return first != std::string_view::npos && std::ranges::count(tail.substr(0, first), ' ') <= 1;
  }

  void read(const TriggerHit& hit) {
    if (is_conditional()) return;
    subject_ = kNone;
    const std::uint32_t at = hit.span.begin;
    switch (hit.trigger->frame) {
      case Frame::Supply:
        return supply(at);
      case Frame::SupplyReceived:
        return supply_received(at);
      case Frame::SupplyOrdered:
        return supply_ordered(at);
      case Frame::SupplyWon:
        return supply_won(at);
      case Frame::Partner:
        return partner(at);
      case Frame::Invest:
        return invest(at);
      case Frame::InvestReceived:
        return invest_received(at);
      case Frame::Acquire:
        return acquire(at);
      case Frame::Sell:
        return sell(at);
      case Frame::Visit:
        return visit(at);
      case Frame::Meet:
        return meet(at);
      case Frame::Attend:
        return attend(at);
      case Frame::Participate:
        return participate(at);
      case Frame::Include:
        return include(at);
      case Frame::Build:
        return build(at);
      case Frame::Speak:
        return speak(at);
      case Frame::AcquireOffer:
      case Frame::CustomersAre:
      case Frame::None:
        return;
    }
  }

  void supply(std::uint32_t at) {
    const Entities suppliers = as_organizations(subject(at));
    if (suppliers.empty()) return;
    constexpr EntityTypes kCustomers{EntityType::Organization, EntityType::Project};
    std::size_t customer = with_case(at, {Case::Recipient, Case::For}, kCustomers);
    if (customer == kNone) customer = with_case(at, {Case::With}, kOrganizations);
    emit(EdgeType::Supply, suppliers, entities(customer, kCustomers));
  }

  /// The maker by particle, or the owner of what is bought: 엔비디아 GPU를 도입.
  void supply_received(std::uint32_t at) {
    Entities customers = as_organizations(subject(at));
    std::size_t supplier = with_case(at, {Case::Source}, kOrganizations);
    const std::string_view stem = hit_->trigger->stem;
    if (stem.starts_with("받")) {  // receiving is a supply only from a named source, and of goods
      if (supplier == kNone || !receives_goods(at)) return;
    }
    if (stem.ends_with("계약")) return contract(at, customers);
    if (supplier == kNone && outer_subject(at) != kNone) {
      supplier = subject_;
      customers = filtered(args_[outer_subject(at)], kOrganizations);
    }
    if (supplier == kNone) {
      supplier = nearest_left(at, clause_begin(at), [&](const Argument& a) {
        return (a.kind == Case::Object || a.kind == Case::Owner || a.kind == Case::Modifier) &&
               (a.kind != Case::Object || !is_plain(a)) && has_type(a, kOrganizations);
      });
    }
    Entities suppliers = entities(supplier, kOrganizations);
    if (!customers.empty()) return emit(EdgeType::Supply, suppliers, customers);
    // KT의 서비스에 MS의 코파일럿도 도입된다: the place that takes it in.
    const std::size_t taker = with_case(at, {Case::Recipient}, kOrganizations);
    emit(EdgeType::Supply, suppliers, entities(taker, kOrganizations));
  }

  bool receives_goods(std::uint32_t at) const {
    const std::string_view before = text_.substr(0, at);
    constexpr auto kFavours = std::to_array<std::string_view>(
        {"투자를 ", "지원을 ", "승인을 ", "허가를 ", "평가를 ", "주목을 ", "영향을 ", "제재를 ",
         "요청을 ", "조사를 ", "관심을 ", "압박을 ", "보조금을 ", "대출을 ", "제안을 ", "질문을 ",
         "상을 "});
    return std::ranges::none_of(kFavours, [&](std::string_view f) { return before.ends_with(f); });
  }

  /// "메타가 구글이 설계한 칩을 들이는": of two subjects the first buys what the second makes.
  std::size_t outer_subject(std::uint32_t at) const {
    if (subject_ == kNone || subject_ == 0) return kNone;
    const std::size_t outer =
        nearest_left(args_[subject_].span.begin, clause_begin(at), [&](const Argument& a) {
          return is_subject(a.kind) && has_type(a, kOrganizations) && is_plain(a);
        });
    if (outer == kNone || args_[outer].span.end + 2 < args_[subject_].span.begin) return kNone;
    return outer;
  }

  /// "A는 B와 클라우드 계약을 맺었다": who of the two runs clouds supplies the other.
  void contract(std::uint32_t at, const Entities& first) {
    const Entities second =
        entities(with_case(at, {Case::With, Case::Source}, kOrganizations), kOrganizations);
    const auto provides = [&](const Entities& side) {
      return std::ranges::any_of(side, [&](std::uint32_t e) {
        const LexiconEntry* entry = article_.entity(e).entry;
        return entry != nullptr && std::ranges::any_of(entry->kinds, [](const std::string& kind) {
                 return kind == "cloud" || kind == "datacenter";
               });
      });
    };
    if (provides(first) && !provides(second)) {
      emit(EdgeType::Supply, first, second);
    } else {
      emit(EdgeType::Supply, second, first);
    }
  }

  void supply_ordered(std::uint32_t at) {
    const Entities customers = as_organizations(subject(at));
    std::size_t supplier = with_case(at, {Case::Recipient, Case::Source}, kOrganizations);
    if (supplier == kNone) supplier = split_recipient(at);
    emit(EdgeType::Supply, entities(supplier, kOrganizations), customers);
  }

  /// "한미반도체와 한화세미텍 두 곳에": a group that a count closes.
  std::size_t split_recipient(std::uint32_t at) const {
    return nearest_left(at, clause_begin(at), [&](const Argument& a) {
      return a.kind == Case::Recipient && has_type(a, kOrganizations);
    });
  }

  void supply_won(std::uint32_t at) {
    const Entities suppliers = as_organizations(subject(at));
    std::size_t customer = with_case(at, {Case::Source}, kOrganizations);
    if (customer == kNone) {
      customer = with_case(at, {Case::Owner, Case::Modifier, Case::With}, kOrganizations);
    }
    emit(EdgeType::Supply, suppliers, entities(customer, kOrganizations));
  }

  void partner(std::uint32_t at) {
    if (is_supply_contract(at)) return;
    Entities first = as_organizations(subject(at));
    std::size_t partner_index = with_case(at, {Case::With}, kActors);
    if (partner_index == kNone) partner_index = partner_after(at);
    const Entities second = as_organizations(entities(partner_index, kActors));
    join_project(at, first);
    if (!second.empty()) {
      emit(EdgeType::Partnership, first, second);
      gapped_partners();
    } else {
      if (first.size() >= 2 && is_act()) emit_pairs(EdgeType::Partnership, first);
    }
  }

  /// "의향서를 오픈AI와 체결했다": the partner between the paper and its verb.
  std::size_t partner_after(std::uint32_t at) const {
    for (std::size_t i = 0; i < args_.size(); ++i) {
      const Argument& a = args_[i];
      if (a.span.begin < at || a.kind != Case::With || !has_type(a, kActors)) continue;
      const std::string_view verb = text_.substr(a.span.end, 40);
      for (const std::string_view sign : {" 체결", " 맺", " 서명", " 교환", " 손"}) {
        if (verb.starts_with(sign)) return i;
      }
    }
    return kNone;
  }

  /// 공급 협력: the supply alone is said.
  bool is_supply_contract(std::uint32_t at) const {
    const std::string_view before = text_.substr(0, at);
    return before.ends_with("공급 ") || before.ends_with("구매 ") || before.ends_with("납품 ");
  }

  /// 협력하다, 협력을 맺다: somebody does it. "기술 협력 논의" only names the matter.
  bool is_act() const {
    if (hit_->trigger->stem != "협력" && hit_->trigger->stem != "협업") return true;
    const std::string_view rest = text_.substr(hit_->span.end, 12);
    return rest.starts_with("하") || rest.starts_with("한") || rest.starts_with("해") ||
           rest.starts_with("키로") || rest.starts_with("에 합의") || rest.starts_with("에 나");
  }

  /// "A는 B와 X를, C는 D와 Y를 함께 개발한다": the pairs before share the predicate.
  void gapped_partners() {
    std::size_t s = subject_;
    while (s != kNone && s >= 2) {
      const std::uint32_t begin = args_[s].span.begin;
      const std::string_view before = text_.substr(0, begin);
      if (!before.ends_with("를, ") && !before.ends_with("을, ")) return;
      const std::size_t earlier = nearest_left(
          begin, view_.sentence.span.begin,
          [&](const Argument& a) { return is_subject(a.kind) && has_type(a, kOrganizations); });
      if (earlier == kNone) return;
      const std::size_t with = nearest_left(begin, args_[earlier].span.end, [&](const Argument& a) {
        return a.kind == Case::With && has_type(a, kOrganizations);
      });
      if (with == kNone) return;
      emit(EdgeType::Partnership, entities(earlier, kOrganizations),
           entities(with, kOrganizations));
      s = earlier;
    }
  }

  /// Working together "in" a named project is taking part in it.
  void join_project(std::uint32_t at, const Entities& members) {
    const std::size_t project = nearest_left(at, clause_begin(at), [&](const Argument& a) {
      return (a.kind == Case::Source || a.kind == Case::Recipient) &&
             has_type(a, {EntityType::Project});
    });
    if (project != kNone) {
      emit(EdgeType::Participation, members, entities(project, {EntityType::Project}));
    }
  }

  void invest(std::uint32_t at) {
    constexpr EntityTypes kTargets{EntityType::Organization, EntityType::Project,
                                   EntityType::Place};
    const Entities investors = subject(at);
    if (investors.empty()) return;
    std::size_t target = with_case(at, {Case::Recipient}, kTargets);
    if (target == kNone && !names_money(at)) target = described_place(at);
    if (target == kNone) target = with_case(at, {Case::Source}, {EntityType::Place});
    const std::string_view stem = hit_->trigger->stem;
    if (stem.starts_with("지원") && !names_money(at)) return;
    if (target == kNone && stem == "들여") target = recipient_after(at, kTargets);
    Entities targets = entities(target, kTargets);
    if (targets.empty() && founds_subject(at)) targets = sentence_topic(kOrganizations);
    if (targets.empty() && names_money(at) && stem == "투입" && context_.site != kNoEntity) {
      targets = {context_.site};
    }
    emit(EdgeType::Investment, as_payers(investors), targets);
  }

  std::size_t recipient_after(std::uint32_t at, EntityTypes types) const {
    for (std::size_t i = 0; i < args_.size(); ++i) {
      if (args_[i].span.begin > at && args_[i].kind == Case::Recipient && has_type(args_[i], types))
        return i;
    }
    return kNone;
  }

  /// "라피더스는 … 8개사가 출자해 세운 회사다": the sentence's topic is what was founded.
  bool founds_subject(std::uint32_t at) const {
    const std::string_view rest = text_.substr(at, 60);
    return rest.find("회사다") != std::string_view::npos ||
           rest.find("기업이다") != std::string_view::npos ||
           rest.find("법인이다") != std::string_view::npos ||
           rest.find("회사로") != std::string_view::npos;
  }

  Entities sentence_topic(EntityTypes types) const {
    for (std::size_t i = 0; i < args_.size(); ++i) {
      if (args_[i].kind == Case::Topic && has_type(args_[i], types) && i != subject_)
        return filtered(args_[i], types);
    }
    return {};
  }

  std::size_t described_place(std::uint32_t at) const {
    return nearest_left(at, clause_begin(at), [&](const Argument& a) {
      return (a.kind == Case::Source || a.kind == Case::Recipient) &&
             has_type(a, {EntityType::Place});
    });
  }

  bool names_money(std::uint32_t at) const {
    return std::ranges::any_of(article_.amounts, [&](const Amount& a) {
      return !a.background && a.span.begin >= clause_begin(at) &&
             a.span.end <= view_.sentence.span.end;
    });
  }

  Entities as_payers(const Entities& actors) const {
    Entities out = as_organizations(actors);
    if (out.empty()) out = actors;
    return out;
  }

  void invest_received(std::uint32_t at) {
    const Entities investee = as_organizations(subject(at));
    const std::size_t investors = with_case(at, {Case::Source}, kActors);
    Entities sources = entities(investors, kActors);
    emit(EdgeType::Investment, sources, investee);
  }

  void acquire(std::uint32_t at) {
    constexpr EntityTypes kTargets{EntityType::Organization, EntityType::Product};
    Entities buyers = as_organizations(subject(at, kActors));
    std::size_t target = with_case(at, {Case::Object}, kTargets);
    if (target != kNone && !is_plain(args_[target]) && !is_business(args_[target])) target = kNone;
    if (target == kNone || args_[target].span.end + 12 < at) {
      const std::size_t before = directly_before(at, kTargets);
      if (before != kNone && before != subject_) target = before;
    }
    if (buyers.empty()) {
      const std::size_t owner = with_case(at, {Case::Owner}, kOrganizations);
      if (owner != target) buyers = entities(owner, kOrganizations);
    }
    emit(EdgeType::Acquisition, buyers, entities(target, kTargets));
  }

  bool is_business(const Argument& a) const {
    const std::string_view head = article_.piece(a.head);
    return head.find("지분") != std::string_view::npos ||
           head.find("사업") != std::string_view::npos ||
           head.find("경영권") != std::string_view::npos;
  }

  void sell(std::uint32_t at) {
    constexpr EntityTypes kTargets{EntityType::Organization, EntityType::Product};
    const std::size_t buyer = with_case(at, {Case::Recipient}, kOrganizations);
    const std::size_t sold = with_case(at, {Case::Object}, kTargets);
    emit(EdgeType::Acquisition, entities(buyer, kOrganizations), entities(sold, kTargets));
  }

  // ---- encounters

  std::uint32_t entity_with_id(std::string_view id) const {
    for (std::uint32_t i = 0; i < article_.names.entities.size(); ++i) {
      if (article_.entity(i).id == id) return i;
    }
    return kNoEntity;
  }

  void visit(std::uint32_t at) {
    const std::string_view stem = hit_->trigger->stem;
    const auto* country = std::ranges::find(kVisitWords, stem, &VisitedCountry::word);
    const Entities visitors = visitors_of(at);
    if (visitors.empty()) return;
    if (country != kVisitWords.end()) {
      const std::uint32_t place = entity_with_id(country->id);
      if (place != kNoEntity) emit(EdgeType::Visit, visitors, {place});
      return;
    }
    Entities sites = visited(at);
    if (sites.empty() && context_.site_visited != kNoEntity && names_bare_site(at))
      sites = {context_.site_visited};
    if (sites.size() == 1 && type(sites.front()) == EntityType::Organization)
      context_.site_visited = sites.front();
    emit(EdgeType::Visit, visitors, sites);
  }

  /// "본사를 함께 방문했다": the premises spoken of.
  bool names_bare_site(std::uint32_t at) const {
    const std::string_view before = text_.substr(clause_begin(at), at - clause_begin(at));
    for (const std::string_view site :
         {"본사를", "본사도", "공장을", "캠퍼스를", "사업장을", "현장을"}) {
      if (before.find(site) != std::string_view::npos) return true;
    }
    return false;
  }

  Entities visitors_of(std::uint32_t at) {
    Entities visitors = subject(at);
    if (subject_ != kNone) {
      add_companions(at, visitors);
      return visitors;
    }
    // 윤석열 대통령의 네덜란드 방문: the owner of the visit.
    const std::size_t owner = with_case(at, {Case::Owner}, {EntityType::Person});
    return owner != kNone ? entities(owner, kActors) : visitors;
  }

  /// "국왕과 나란히 본사를 찾아": who comes along.
  void add_companions(std::uint32_t at, Entities& visitors) const {
    for (const Argument& a : args_) {
      if (a.span.end > at || a.kind != Case::With || !has_type(a, {EntityType::Person})) continue;
      const std::string_view after = text_.substr(a.span.end, 20);
      for (const std::string_view word : {" 나란히", " 함께", " 같이", " 더불어", " 동행"}) {
        if (!after.starts_with(word)) continue;
        const Entities persons = filtered(a, {EntityType::Person});
        visitors.insert(visitors.end(), persons.begin(), persons.end());
      }
    }
  }

  Entities visited(std::uint32_t at) const {
    constexpr EntityTypes kSites{EntityType::Place, EntityType::Organization};
    const auto is_site = [&](const Argument& a) {
      if (!has_type(a, kSites)) return false;
      const bool goal =
          a.kind == Case::Object || a.kind == Case::Recipient || a.kind == Case::Toward;
      const bool organization = has_type(a, kOrganizations);
      return goal && (!organization || is_plain(a));
    };
    const std::size_t site = nearest_left(at, clause_begin(at), is_site);
    if (site != kNone) return filtered(args_[site], kSites);
    // 네덜란드 국빈 방문: the name that qualifies the visit.
    const std::size_t before = nearest_left(at, clause_begin(at), [&](const Argument& a) {
      return (a.kind == Case::Modifier || a.kind == Case::Bare || a.head.begin <= at) &&
             a.span.end + 24 >= at && has_type(a, {EntityType::Place}) && !is_subject(a.kind);
    });
    if (before != kNone) return filtered(args_[before], {EntityType::Place});
    const std::size_t moved = nearest_left(at, view_.sentence.span.begin, [&](const Argument& a) {
      return a.kind == Case::Toward && has_type(a, {EntityType::Place});
    });
    return entities(moved, {EntityType::Place});
  }

  void meet(std::uint32_t at) {
    const Entities hosts_first = subject(at);
    const std::size_t self = subject_;
    const std::size_t other = nearest_left(at, view_.sentence.span.begin, [&](const Argument& a) {
      const bool partner = a.kind == Case::Object || a.kind == Case::With;
      return partner && has_type(a, kActors) &&
             static_cast<std::size_t>(&a - args_.data()) != self && is_plain(a);
    });
    if (other != kNone) {
      const Entities others = same_kind(hosts_first, args_[other]);
      if (others.empty()) return;
      emit(EdgeType::Meeting, hosts_first, others);
      if (!hosts_first.empty()) context_.meeting_guest = hosts_first.front();
    } else if (self != kNone && hosts_first.size() >= 2 && !is_noun_only()) {
      emit_pairs(EdgeType::Meeting, hosts_first);
      context_.meeting_guest = hosts_first.front();
    }
  }

  /// Persons meet persons; an organization among them is where they come from.
  Entities same_kind(const Entities& first, const Argument& other) const {
    const bool persons =
        std::ranges::any_of(first, [&](std::uint32_t e) { return type(e) == EntityType::Person; });
    Entities others = filtered(other, persons ? EntityTypes{EntityType::Person} : kActors);
    return others.empty() ? filtered(other, kActors) : others;
  }

  /// 만찬에는, 회동 테이블: the meeting is named, not held.
  bool is_noun_only() const {
    const std::size_t end = hit_->span.end;
    const std::string_view rest = text_.substr(end, 12);
    return rest.starts_with(" 테이블") || rest.starts_with("에는") || rest.starts_with("은 ") ||
           rest.starts_with("에 앞서");
  }

  void attend(std::uint32_t at) {
    const Entities guests = subject(at, {EntityType::Person});
    if (context_.meeting_guest == kNoEntity) return;
    emit(EdgeType::Meeting, {context_.meeting_guest}, guests);
  }

  // ---- projects and events

  Entities gathering(std::uint32_t at) const {
    const auto accepts = [&](const Argument& a) {
      return has_type(a, kGatherings) && !is_subject(a.kind);
    };
    // "이번 포럼은 SK그룹이 주관했다": what is held is the topic.
    const bool holds = hit_->trigger->stem.starts_with("주") || hit_->trigger->stem == "개최";
    std::size_t found = kNone;
    if (holds) {
      found = nearest_left(at, view_.sentence.span.begin, [&](const Argument& a) {
        return has_type(a, kGatherings) && a.kind == Case::Topic;
      });
    }
    if (found == kNone) found = nearest_left(at, clause_begin(at), accepts);
    if (found == kNone) found = nearest_left(at, view_.sentence.span.begin, accepts);
    if (found == kNone) {
      found = nearest_left(at, view_.sentence.span.begin,
                           [&](const Argument& a) { return has_type(a, kGatherings); });
    }
    return entities(found, kGatherings);
  }

  void participate(std::uint32_t at) {
    if (is_shareholding(at)) return;
    const Entities gatherings = gathering(at);
    if (gatherings.empty()) return;
    emit(EdgeType::Participation, subject(at), gatherings);
  }

  bool is_shareholding(std::uint32_t at) const { return text_.substr(0, at).ends_with("주주로 "); }

  void include(std::uint32_t at) {
    const std::size_t members = with_case(at, {Case::Object}, kActors);
    emit(EdgeType::Participation, entities(members, kActors), gathering(at));
  }

  /// "AWS는 SK그룹과 손잡고 '○○ 프로젝트'를 추진한다": both take part in it.
  void build(std::uint32_t at) {
    const std::size_t project = nearest_left(at, clause_begin(at), [&](const Argument& a) {
      return a.kind == Case::Object && has_type(a, {EntityType::Project});
    });
    if (project == kNone) return;
    const Entities projects = entities(project, {EntityType::Project});
    emit(EdgeType::Participation, as_organizations(subject(at)), projects);
    emit(EdgeType::Participation,
         entities(with_case(at, {Case::With}, kOrganizations), kOrganizations), projects);
  }

  /// 포럼에서 … 밝혔다: who speaks there takes part.
  void speak(std::uint32_t at) {
    const std::size_t event = nearest_left(at, view_.sentence.span.begin, [&](const Argument& a) {
      return a.kind == Case::Source && has_type(a, {EntityType::Event});
    });
    if (event == kNone) return;
    emit(EdgeType::Participation, subject(at), entities(event, {EntityType::Event}));
  }

  // ---- lists

  /// △삼성SDS: AI 데이터센터 공동 구축 — the counterpart is who the list is about.
  bool read_bullet() {
    if (args_.empty() || context_.lead.empty()) return false;
    const Argument& first = args_.front();
    constexpr std::uint32_t kMark = 6;
    if (first.span.begin > view_.sentence.span.begin + kMark || !has_type(first, kOrganizations))
      return false;
    const std::string_view rest = text_.substr(first.span.end);
    const bool role = rest.starts_with(":");
    const bool share = rest.starts_with(" ") && is_digit(character_at(rest, 1).code);
    if (!role && !share) return false;
    const Trigger* trigger = nullptr;
    TriggerHit hit{first.span, nullptr};
    for (const TriggerHit& candidate : view_.triggers) {
      if (trigger == nullptr) hit = candidate;
      trigger = hit.trigger;
    }
    static constexpr Trigger kShare{"", Frame::Supply, Status::Agreed};
    static constexpr Trigger kJoin{"", Frame::Participate, Status::Agreed};
    const Entities members = filtered(first, kOrganizations);
    const bool supplies = trigger != nullptr && trigger->frame == Frame::Supply;
    if (share && context_.lead_supplies) {
      hit.trigger = &kShare;
      hit_ = &hit;
      emit(EdgeType::Supply, context_.lead, members);
    } else if (role && supplies) {
      hit_ = &hit;
      emit(EdgeType::Supply, members, context_.lead);
    } else if (role && context_.discourse.project != kNoEntity) {
      hit.trigger = &kJoin;
      hit_ = &hit;
      status_ = Status::Agreed;
      emit(EdgeType::Participation, members, {context_.discourse.project});
    } else if (role && trigger != nullptr && trigger->frame == Frame::Partner) {
      hit_ = &hit;
      emit(EdgeType::Partnership, context_.lead, members);
    } else {
      return false;
    }
    return true;
  }

  const SentenceView& view_;
  const Article& article_;
  std::string_view text_;
  const std::vector<Argument>& args_;
  Context& context_;
  std::vector<std::uint32_t> clauses_;
  const TriggerHit* hit_ = nullptr;
  std::size_t subject_ = kNone;
  std::optional<Status> status_;
  std::vector<Relation> out_;
};

}  // namespace

std::vector<Relation> korean_relations(const SentenceView& view, Context& context) {
  return Reader(view, context).run();
}

}  // namespace dealgraph::extract
