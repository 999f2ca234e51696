// SPDX-License-Identifier: MIT
#include "graph/extract/reader_ko.hpp"

#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/modality.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

/// Nouns that stand for the organization before them: its premises, its people.
constexpr auto kMetonyms =
    word_list({"본사",   "공장", "캠퍼스", "사업장", "연구소", "데이터센터", "부스",   "생산라인",
               "현장",   "법인", "측",     "경영진", "연구진", "대표단",     "관계자", "임원",
               "임원진", "본부", "사옥",   "센터",   "팹",     "공장단지",   "라인",   "최고경영자",
               "CEO",    "회장", "대표",   "실무진", "사절단", "엔지니어",   "인력",   "일가",
               "가문",   "사장", "고객",   "당국",   "사무소", "전시관"});

/// Ends of words that close a clause and go on: 하고, 했으며, 찾아, 지만.
constexpr auto kConnectives = word_list(
    {"하고",   "했고", "이고", "였고", "되고", "있고", "갖고", "았고", "었고", "며",   "면서",
     "지만",   "으나", "는데", "은데", "해",   "여",   "찾아", "만나", "맺어", "어서", "아서",
     "따르면", "맞춰", "앞서", "한데", "뒤",   "만에", "데",   "올라", "받아", "맡겨", "들여",
     "세워",   "이어", "맡고", "거쳐", "대고", "쥐고", "넘겨", "내고", "열고", "짓고", "손잡고"});

/// Ends of words that describe the noun after them. Those in -는 need a stem that is a verb.
constexpr auto kAdnominals =
    word_list({"한",   "된",   "던",   "할",   "될",     "든",     "운",   "낸",   "린",   "친",
               "킨",   "진",   "난",   "온",   "쓴",     "쥔",     "둔",   "긴",   "인",   "간",
               "받은", "맡은", "잡은", "맺은", "찾은",   "얻은",   "앉은", "밟은", "대는", "하는",
               "되는", "있는", "없는", "드는", "끄는",   "맡는",   "짓는", "리는", "지는", "기는",
               "치는", "쓰는", "두는", "키는", "가는",   "주는",   "받는", "얻는", "잡는", "찾는",
               "사는", "파는", "내는", "우는", "벌이는", "들이는", "댄",   "판",   "산",   "벌인",
               "들인", "다는", "세울", "지을", "만들",   "이을",   "맡을", "대온", "품은", "을"});

/// Second words of a predicate that describes: 갖고 있던, 공급해 온, 세워 둔.
constexpr auto kHelpers = std::to_array<std::string_view>(
    {"있는", "있던", "온", "왔던", "둔", "놓은", "준", "낸", "오던", "가던", "본"});

/// Nouns that make the clause before them an adverbial or a thought: 투자한 이후, 인수한 지.
constexpr auto kBoundNouns = word_list(
    {"이후", "뒤",     "후",   "다음", "것",   "데",   "지",   "적",   "바",   "수",   "때", "중",
     "상태", "가운데", "직후", "채",   "결과", "덕분", "경우", "반면", "대신", "만에", "탓", "만큼",
     "이래", "사이",   "동안", "김에", "셈",   "점",   "방안", "계획", "방침", "만"});

/// True if the word describes the noun after it: 만든, 이끄는; not 삼성전자는, 계획을.
bool is_adnominal(std::string_view word) {
  if (!ends_with_any(word, kAdnominals)) return false;
  if (word.ends_with("을")) return word.ends_with("지을") || word.ends_with("맡을");
  if (is_common_compound(word)) return false;
  const Particle particle = trailing_particle(word);
  if (particle.size > 0 && particle.kind == Case::Topic)
    return !is_common_compound(word.substr(0, word.size() - particle.size));
  return true;
}

}  // namespace

KoreanReader::KoreanReader(const SentenceView& view, Context& context)
    : view_(view),
      article_(view.article),
      text_(view.article.text.substr(0, view.sentence.span.end)),
      args_(view.arguments),
      context_(context) {
  find_predicates();
}

void KoreanReader::find_predicates() {
  for (std::size_t at = sentence_begin(); at < text_.size();) {
    const std::size_t end = chunk_end(text_, at);
    std::size_t stop = end;
    while (stop > at && (text_[stop - 1] == ',' || text_[stop - 1] == '.')) --stop;
    const std::string_view word = text_.substr(at, stop - at);
    const bool named = name_covering(article_.names, at) != nullptr;
    // 지난해, 가운데, 참여: nouns that end like a verb that goes on.
    const bool noun = (word.ends_with("해") || word.ends_with("데") || word.ends_with("여") ||
                       word.ends_with("고")) &&
                      is_common_compound(word);
    bool connects = ends_with_any(word, kConnectives) && !noun;
    std::size_t last = end;
    // 갖고 있던, 공급해 온: one predicate in two words, which describes.
    if (!named && connects && stop == end) {
      const std::size_t next = skip_blanks(text_, end);
      const std::size_t next_end = chunk_end(text_, next);
      const std::string_view helper = text_.substr(next, next_end - next);
      if (std::ranges::find(kHelpers, helper) != kHelpers.end()) {
        connects = false;
        last = next_end;
      }
    }
    if (!named && (connects || last > end || (stop == end && is_adnominal(word)))) {
      predicates_.push_back(
          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(last), !connects});
    }
    at = skip_blanks(text_, last);
  }
}

void KoreanReader::turn_to(const TriggerHit& hit) {
  if (hit_ && hit_->span.end <= hit.span.begin) take_facts_of_clause();
  hit_ = hit;
  subject_ = kNoArgument;
  clause_begin_ = sentence_begin();
  for (const Predicate& p : predicates_) {
    if (p.end > hit.span.begin) break;
    if (!p.describes) clause_begin_ = p.end;
  }
  segment_ = view_.sentence.span;
  if (view_.sentence.title) {
    // 헝가리에 73억유로 투입…BMW에 납품: a headline in parts.
    for (const std::string_view mark : {"…", "···", "..."}) {
      const std::size_t before =
          text_.substr(sentence_begin(), hit.span.begin - sentence_begin()).rfind(mark);
      const std::size_t after = text_.find(mark, hit.span.end);
      if (before != std::string_view::npos)
        segment_.begin = std::max(
            segment_.begin, static_cast<std::uint32_t>(sentence_begin() + before + mark.size()));
      if (after != std::string_view::npos)
        segment_.end = std::min(segment_.end, static_cast<std::uint32_t>(after));
    }
    clause_begin_ = std::max(clause_begin_, segment_.begin);
  }
  // "A는 X에 짓는 안을, B는 Y에 …": a further topic begins a part of its own.
  bool has_subject = false;
  for (const Argument& a : args_) {
    if (a.span.end > hit.span.begin) break;
    if (!is_subject_case(a.kind) || !has_type(a, kActors)) continue;
    if (has_subject && a.kind == Case::Topic) clause_begin_ = std::max(clause_begin_, a.span.begin);
    has_subject = true;
  }
  find_described();
}

std::string_view KoreanReader::before() const {
  return text_.substr(clause_begin_, hit_->span.begin - clause_begin_);
}

bool KoreanReader::clause_has(std::initializer_list<std::string_view> words) const {
  const std::string_view clause = before();
  return contains_any(clause, words);
}

bool KoreanReader::sentence_has(std::initializer_list<std::string_view> words) const {
  const std::string_view sentence = article_.piece(view_.sentence.span);
  return contains_any(sentence, words);
}

/// '클로드'를 만든 앤트로픽, 투자한 국내 로봇 업체 A: the noun that the trigger's clause describes,
/// over nouns in apposition.
void KoreanReader::find_described() {
  described_ = kNoArgument;
  std::size_t end = chunk_end(text_, std::max(at(), hit_->span.end));
  // A predicate in two words: 대 온, 납품해 온, 인수를 노리던, 주주로 참여한.
  constexpr int kMostWords = 2;
  for (int i = 0; i < kMostWords; ++i) {
    std::size_t begin = end;
    while (begin > at() && !is_blank(static_cast<unsigned char>(text_[begin - 1]))) --begin;
    const std::string_view verb = text_.substr(begin, end - begin);
    const bool named = name_covering(article_.names, begin) != nullptr && begin > hit_->span.end;
    if (named) return;
    if (is_adnominal(verb)) break;
    const bool open = verb.ends_with("를") || verb.ends_with("을") || verb.ends_with("해") ||
                      verb == "대" || verb.ends_with("로");
    if (!open || i + 1 == kMostWords || end >= text_.size()) return;
    end = chunk_end(text_, skip_blanks(text_, end));
  }
  constexpr int kMostApposed = 5;
  for (int i = 0; i <= kMostApposed && end < text_.size(); ++i) {
    const std::size_t begin = skip_blanks(text_, end);
    if (begin >= text_.size()) return;
    for (std::size_t a = 0; a < args_.size(); ++a) {
      const std::size_t quote = text_[begin] == '\'' ? 1 : 0;
      if (args_[a].span.begin != begin + quote) continue;
      const bool place = !has_type(args_[a], kActors) && has_type(args_[a], kPlaces);
      if (place && (args_[a].kind == Case::Modifier || args_[a].kind == Case::Bare)) continue;
      described_ = a;
      return;
    }
    end = word_end(text_, begin);
    if (end == begin || character_at(text_, end).code != ' ') return;
    const std::string_view word = text_.substr(begin, end - begin);
    const Name* name = name_covering(article_.names, begin);
    if (std::ranges::find(kBoundNouns, word) != kBoundNouns.end()) return;
    if (name == nullptr && trailing_particle(word).size > 0 && !word.ends_with("인")) return;
  }
}

// ---- subjects

bool KoreanReader::has_type(const Argument& a, EntityTypes types) const {
  return std::ranges::any_of(a.entities, [&](std::uint32_t e) { return types.contains(type(e)); });
}

/// True if a predicate between the subject and the trigger describes a noun and has no other
/// subject of its own: the subject is its.
bool KoreanReader::is_kept_by_clause(std::size_t argument) const {
  if (args_[argument].kind != Case::Subject) return false;
  const std::uint32_t from = args_[argument].span.end;
  for (const Predicate& p : predicates_) {
    if (p.begin < from) continue;
    if (p.begin >= at() || p.end > at()) return false;
    for (std::size_t i = argument + 1; i < args_.size(); ++i) {
      if (args_[i].span.end > p.begin) break;
      if (args_[i].kind == Case::Subject) return false;
    }
    return p.describes;
  }
  return false;
}

std::size_t KoreanReader::own_subject(EntityTypes types) const {
  const auto accepts = [&](const Argument& a, std::size_t) {
    return is_subject_case(a.kind) && has_type(a, types) && is_plain(a);
  };
  const auto free = [&](const Argument& a, std::size_t i) {
    return accepts(a, i) && !is_kept_by_clause(i);
  };
  std::size_t found = nearest(at(), clause_begin_, free);
  if (found == kNoArgument) found = nearest(at(), sentence_begin(), free);
  if (found == kNoArgument) found = nearest(at(), sentence_begin(), accepts);
  return found;
}

Entities KoreanReader::subject(EntityTypes types) {
  subject_ = own_subject(types);
  const bool in_clause = subject_ != kNoArgument && args_[subject_].kind != Case::Topic &&
                         args_[subject_].span.begin >= clause_begin_;
  if (described_ != kNoArgument && !in_clause && has_type(args_[described_], types))
    subject_ = described_;
  if (subject_ != kNoArgument) return filtered(args_[subject_], types);
  subject_ = bare_subject(types);
  if (subject_ == kNoArgument) subject_ = staff_subject();
  if (subject_ != kNoArgument) return filtered(args_[subject_], types);
  subject_ = speaker_after(types);
  if (subject_ != kNoArgument) return filtered(args_[subject_], types);
  const auto& topic =
      types == kOrganizations ? context_.discourse.topic_organizations : context_.discourse.topic;
  const bool has_own = std::ranges::any_of(args_, [&](const Argument& a) {
    return is_subject_case(a.kind) && !a.resolved &&
           type(a.entities.front()) != EntityType::Product;
  });
  if (has_own || view_.sentence.title || view_.sentence.bullet || has_unnamed_subject()) return {};
  return topic;
}

/// "… 공급계약이 해지됐다고 A는 밝혔다": who tells it tells of himself.
std::size_t KoreanReader::speaker_after(EntityTypes types) const {
  for (std::size_t i = 0; i < args_.size(); ++i) {
    const Argument& a = args_[i];
    if (a.span.begin < hit_->span.end || !is_subject_case(a.kind) || !has_type(a, types)) continue;
    const std::string_view gap = text_.substr(hit_->span.end, a.span.begin - hit_->span.end);
    if (gap.find("다고 ") == std::string_view::npos) return kNoArgument;
    constexpr std::size_t kReach = 48;
    const std::string_view rest = text_.substr(a.span.end, kReach);
    for (const std::string_view verb : {"밝혔", "공시했", "설명했", "발표했", "말했"}) {
      if (contains(rest, verb)) return i;
    }
    return kNoArgument;
  }
  return kNoArgument;
}

Entities KoreanReader::subject_given(bool complete, EntityTypes types) {
  if (described_ == kNoArgument) return subject(types);
  if (complete && has_type(args_[described_], types)) {
    subject_ = described_;
    return filtered(args_[described_], types);
  }
  const std::size_t described = described_;
  described_ = kNoArgument;
  Entities found = subject(types);
  described_ = described;
  return found;
}

/// "오픈AI에서 연구를 맡는 인력 6명은": people who stand for their organization.
std::size_t KoreanReader::staff_subject() const {
  for (std::size_t i = 0; i < args_.size() && args_[i].span.end < at(); ++i) {
    if (args_[i].kind != Case::Source || !has_type(args_[i], kOrganizations)) continue;
    constexpr std::uint32_t kReach = 90;
    const std::uint32_t end = std::min<std::uint32_t>(at(), args_[i].span.end + kReach);
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
  return kNoArgument;
}

/// A subject that is no name: "핵심 인력은". Verbs that end like one (맡는) do not count.
bool KoreanReader::has_unnamed_subject() const {
  for (std::size_t word = sentence_begin(); word < at();) {
    const std::size_t stop = std::min<std::size_t>(chunk_end(text_, word), at());
    const std::string_view noun = text_.substr(word, stop - word);
    const bool named = std::ranges::any_of(
        args_, [&](const Argument& a) { return a.span.begin < stop && word < a.span.end; });
    constexpr std::size_t kThreeSyllables = 9;
    const bool subject = noun.ends_with("은") || noun.ends_with("는") || noun.ends_with("이") ||
                         noun.ends_with("가");
    if (!named && subject && noun.size() >= kThreeSyllables && !is_adnominal(noun) &&
        is_subject_case(trailing_particle(noun).kind)) {
      return true;
    }
    word = skip_blanks(text_, stop);
  }
  return false;
}

/// Headlines and lists leave the particle away: "삼성전자 엔비디아에 HBM 공급".
std::size_t KoreanReader::bare_subject(EntityTypes types) const {
  if (!view_.sentence.title && !view_.sentence.bullet && has_unnamed_subject()) return kNoArgument;
  for (std::size_t i = 0; i < args_.size() && args_[i].span.end <= at(); ++i) {
    const Argument& a = args_[i];
    if (!has_type(a, types)) continue;
    if (a.kind == Case::Bare && a.span.end + 1 < at()) return i;
    if (view_.sentence.title && a.kind == Case::Modifier && i == 0 && is_plain(a)) return i;
  }
  return kNoArgument;
}

// ---- complements

std::size_t KoreanReader::complement(std::initializer_list<Case> kinds, EntityTypes types) const {
  return nearest(at(), clause_begin_, [&](const Argument& a, std::size_t i) {
    return i != subject_ && has_type(a, types) && std::ranges::find(kinds, a.kind) != kinds.end();
  });
}

std::size_t KoreanReader::complement_anywhere(std::initializer_list<Case> kinds,
                                              EntityTypes types) const {
  const std::size_t near = complement(kinds, types);
  if (near != kNoArgument) return near;
  return nearest(at(), sentence_begin(), [&](const Argument& a, std::size_t i) {
    return i != subject_ && has_type(a, types) && std::ranges::find(kinds, a.kind) != kinds.end();
  });
}

std::size_t KoreanReader::qualifier(EntityTypes types) const {
  return nearest(at(), clause_begin_, [&](const Argument& a, std::size_t i) {
    if (i == subject_ || !has_type(a, types)) return false;
    if (a.span.end + 1 >= at() && (a.kind == Case::Modifier || a.kind == Case::Bare)) return true;
    const bool open = a.kind == Case::Modifier || a.kind == Case::Owner || a.kind == Case::Object ||
                      a.head.end > at();
    if (!open) return false;
    std::size_t from = a.span.end;
    int words = 0;
    for (std::size_t word = skip_blanks(text_, from); word < at();) {
      const std::size_t stop = std::min<std::size_t>(chunk_end(text_, word), at());
      if (++words > 3) return false;
      const std::string_view noun = text_.substr(word, stop - word);
      if (trailing_particle(noun).size > 0 && !noun.ends_with("%를") && !noun.ends_with("권을") &&
          noun != "지분을") {
        return false;
      }
      word = skip_blanks(text_, stop);
    }
    return true;
  });
}

bool KoreanReader::has_head(const Argument& a,
                            std::initializer_list<std::string_view> nouns) const {
  if (a.head.end <= a.head.begin) return false;
  const std::string_view head = article_.piece(a.head);
  return contains_any(head, nouns);
}

bool KoreanReader::is_plain(const Argument& a) const {
  if (a.head.end <= a.head.begin) return true;
  return ends_with_any(article_.piece(a.head), kMetonyms);
}

Entities KoreanReader::filtered(const Argument& a, EntityTypes types) const {
  Entities kept;
  for (const std::uint32_t e : a.entities) {
    if (types.contains(type(e))) kept.push_back(e);
  }
  return kept;
}

Entities KoreanReader::entities(std::size_t argument, EntityTypes types) const {
  return argument == kNoArgument ? Entities{} : filtered(args_[argument], types);
}

Entities KoreanReader::as_organizations(const Entities& actors) const {
  Entities out;
  for (const std::uint32_t e : actors) {
    if (type(e) == EntityType::Organization) {
      out.push_back(e);
    } else if (type(e) == EntityType::Person) {
      std::uint32_t employer = employer_of(view_.posts, e);
      if (employer == kNoEntity) employer = context_.discourse.employer_of(e);
      if (employer != kNoEntity && std::ranges::find(out, employer) == out.end())
        out.push_back(employer);
    }
  }
  return out;
}

bool KoreanReader::names_money() const {
  return std::ranges::any_of(article_.amounts, [&](const Amount& a) {
    return !a.background && a.span.begin >= clause_begin_ && a.span.end <= view_.sentence.span.end;
  });
}

std::uint32_t KoreanReader::entity_with_id(std::string_view id) const {
  for (std::uint32_t i = 0; i < article_.names.entities.size(); ++i) {
    if (article_.entity(i).id == id) return i;
  }
  return kNoEntity;
}

// ---- edges

void KoreanReader::emit(EdgeType edge, const Entities& sources, const Entities& targets) {
  for (const std::uint32_t s : sources) {
    for (const std::uint32_t t : targets) emit_one(edge, s, t);
  }
}

void KoreanReader::emit_one(EdgeType edge, std::uint32_t source, std::uint32_t target) {
  if (source == target || !allows(edge, type(source), type(target))) return;
  Relation relation;
  relation.type = edge;
  relation.source = source;
  relation.target = target;
  relation.status = status_.value_or(korean_status(article_, view_.sentence, *hit_));
  relation.trigger = hit_->span;
  relation.evidence = view_.sentence.span;
  relation.is_news = true;
  date_and_judge(relation);
  if (edge == EdgeType::Supply) context_.last_supplier = source;
  out_.push_back(std::move(relation));
}

void KoreanReader::emit_pairs(EdgeType edge, const Entities& group) {
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (std::size_t j = i + 1; j < group.size(); ++j) emit_one(edge, group[i], group[j]);
  }
}

}  // namespace dealgraph::extract
