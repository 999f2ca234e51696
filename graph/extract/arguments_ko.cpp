// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/arguments.hpp"
#include "graph/extract/characters.hpp"
#include "graph/extract/titles.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

bool is_subject(Case kind) {
  return kind == Case::Topic || kind == Case::Subject || kind == Case::Also;
}

class ArgumentReader {
 public:
  ArgumentReader(const Article& article, const Sentence& sentence, const std::vector<Post>& posts,
                 const Discourse& discourse)
      : article_(article),
        text_(article.text.substr(0, sentence.span.end)),
        sentence_(sentence),
        posts_(posts),
        discourse_(discourse) {}

  std::vector<Argument> run() {
    read_names();
    read_references();
    std::ranges::stable_sort(arguments_, {}, [](const Argument& a) { return a.span.begin; });
    return coordinate();
  }

 private:
  // ---- names

  void read_names() {
    const Names& names = article_.names;
    std::size_t i = first_name_from(names, sentence_.span.begin);
    while (i < names.names.size() && names.names[i].span.begin < sentence_.span.end) {
      const Name& name = names.names[i];
      const Post* post = post_covering(name.span.begin);
      Argument argument;
      if (post != nullptr) {
        argument.entities = {post->person};
        argument.span = post->extent;
        argument.span.end = std::max(argument.span.end, name.span.end);
        while (i < names.names.size() && names.names[i].span.begin < argument.span.end) ++i;
      } else {
        argument.entities = {name.entity};
        argument.span = name.span;
        ++i;
      }
      read_case(argument);
      arguments_.push_back(argument);
    }
  }

  const Post* post_covering(std::uint32_t at) const {
    const auto found = std::ranges::find_if(
        posts_, [&](const Post& p) { return p.extent.begin <= at && at < p.extent.end; });
    return found == posts_.end() ? nullptr : &*found;
  }

  void end_at(Argument& argument, std::size_t end) const {
    argument.span.end = static_cast<std::uint32_t>(end);
  }

  /// Reads what follows the name: brackets, closing quotes, 등, particle, or the noun it qualifies.
  void read_case(Argument& argument) const {
    std::size_t at = skip_gloss(text_, argument.span.end);
    while (at < text_.size() && (text_[at] == '\'' || text_[at] == '"')) ++at;
    at = skip_gloss(text_, at);
    const std::size_t stop = word_end(text_, at);
    if (const auto particle = read_particle(text_.substr(at, stop - at))) {
      end_at(argument, stop);
      argument.kind = particle->kind;
      argument.possessive = particle->kind == Case::Owner;
      if (particle->size == 0) read_what_follows(argument, at);
      return;
    }
    // A noun or post written onto the name.
    const std::string_view rest = text_.substr(at, stop - at);
    const Particle particle = trailing_particle(rest);
    argument.kind = particle.kind;
    argument.head = {static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(stop - particle.size)};
    end_at(argument, stop);
    if (particle.size == 0) read_what_follows(argument, stop);
  }

  void read_what_follows(Argument& argument, std::size_t at) const {
    const Character next = character_at(text_, at);
    if (next.code == ',') {
      argument.kind = sentence_.title ? Case::Topic : Case::Bare;
      return;
    }
    if (next.code != ' ') {
      const bool heads_item = sentence_.bullet && (next.code == ':' || next.code == '=');
      argument.kind = heads_item ? Case::Topic : Case::Bare;
      return;
    }
    const std::string_view rest = text_.substr(at);
    if (sentence_.bullet && (starts_with(rest, " = ") || starts_with(rest, " : "))) {
      argument.kind = Case::Topic;
      return;
    }
    qualified_noun(argument, at);
  }

  /// ASML 본사를: the words up to the particle that closes the phrase.
  void qualified_noun(Argument& argument, std::size_t at) const {
    constexpr int kMostWords = 4;
    const std::size_t begin = at + 1;
    argument.kind = Case::Modifier;
    if (text_.substr(begin).starts_with("외에") || text_.substr(begin).starts_with("대신")) {
      argument.kind = Case::Other;
      return;
    }
    if (starts_with(text_.substr(begin), "역시 ")) {  // Arm 역시
      argument.kind = Case::Also;
      end_at(argument, begin + std::string_view("역시").size());
      return;
    }
    if (text_.substr(begin).starts_with("등 ") && representatives(argument, begin)) return;
    for (int i = 0; i < kMostWords && character_at(text_, at).code == ' '; ++i) {
      ++at;
      if (name_covering(article_.names, at) != nullptr) return;
      std::size_t stop = at;
      while (stop < text_.size() && !is_blank(static_cast<unsigned char>(text_[stop])) &&
             text_[stop] != ',') {
        ++stop;
      }
      std::size_t letters = word_end(text_, at);
      if (letters == at) return;
      // 60%를, 4.5%: a share is one word.
      const std::string_view chunk = text_.substr(at, stop - at);
      if (is_digit(character_at(chunk, 0).code) && chunk.find('%') != std::string_view::npos)
        letters = stop;
      const std::string_view word = text_.substr(at, letters - at);
      const bool number = is_digit(character_at(word, 0).code);
      if (number && i == 0 && word.find('%') == std::string_view::npos && is_sum_or_time(word)) {
        argument.kind = Case::Bare;  // 오카세라 1200억엔에: adverbial
        return;
      }
      const Particle particle = trailing_particle(word);
      if (particle.size > 0) {
        argument.kind = particle.kind;
        argument.head = {static_cast<std::uint32_t>(begin),
                         static_cast<std::uint32_t>(letters - particle.size)};
        if (argument.head.end <= argument.head.begin || word == "등") argument.head = {};
        if (word.starts_with("등") && word.size() - particle.size == 3) argument.head = {};
        return;
      }
      if (is_digit(character_at(word, 0).code) && i == 0) argument.kind = Case::Bare;
      if (stop != letters) return;
      at = letters;
    }
  }

  static bool is_sum_or_time(std::string_view word) {
    for (const std::string_view unit :
         {"억", "조", "만달러", "원", "엔", "년", "월", "일", "분기"}) {
      if (contains(word, unit)) return true;
    }
    return false;
  }

  /// "오픈AI, ASML 등 각 산업을 대표하는 최고경영자가": the list stands for those it exemplifies.
  bool representatives(Argument& argument, std::size_t at) const {
    constexpr int kMostWords = 8;
    static constexpr auto kKinds = word_list(
        {"최고경영자", "CEO",    "기업",   "업체",   "회사",   "경영진", "총수",   "대표",
         "개사",       "그룹",   "임원",   "고객사", "빅테크", "제조사", "계열사", "스타트업",
         "참가사",     "협력사", "관계사", "투자자", "투자사", "주주",   "기관",   "연합"});
    for (int i = 0; i < kMostWords && at < text_.size(); ++i) {
      const std::size_t stop = word_end(text_, at);
      if (stop == at || name_covering(article_.names, at) != nullptr) return false;
      const std::string_view word = text_.substr(at, stop - at);
      const Particle particle = trailing_particle(word);
      const std::string_view stem = word.substr(0, word.size() - particle.size);
      const bool kind = std::ranges::any_of(kKinds, [&](std::string_view k) {
        return stem.ends_with(k) || (stem.ends_with("들") && contains(stem, k));
      });
      // 세계 기업의 최고경영자가: the phrase goes on behind 의.
      if (kind && particle.size > 0 && particle.kind != Case::Owner) {
        argument.kind = particle.kind;
        return true;
      }
      if (character_at(text_, stop).code != ' ') return false;
      at = stop + 1;
    }
    return false;
  }

  // ---- references

  void read_references() {
    for (const std::string_view word : {"양사", "두 회사", "양측", "두 기업", "두 기관", "두 업체",
                                        "두 그룹", "양 그룹", "양 사", "두 법인", "양 기관"}) {
      reference(word, last_organizations(2));
    }
    company_at_hand();
    for (const std::string_view word : {"두 사람", "두 총수", "두 정상"}) {
      reference(word, last_persons(2));
    }
    for (const std::string_view word : {"회사", "회사 측", "당사", "사측"})
      reference(word, last_organizations(1));
    reference("두 곳", last_organizations(2));
    numbered_reference("개사");
    numbered_reference("개 회사");
    numbered_reference("개 기업");
    for (const std::string_view word : {"그", "그녀"}) reference(word, spoken_of());
    for (const std::string_view word :
         {"프로젝트", "이 사업", "이번 사업", "해당 사업", "이 프로젝트", "이번 프로젝트"}) {
      reference(word, one(discourse_.project));
    }
    for (const std::string_view word :
         {"이번 포럼", "이번 행사", "이번 회의", "이번 콘퍼런스", "이 행사", "이번 서밋"}) {
      reference(word, one(discourse_.event));
    }
    reference("같은 지역", one(discourse_.place));
    for (const std::string_view title : {"대통령", "장관", "총리", "주지사"}) {
      reference(title, one(discourse_.bearer_of(title)));
    }
  }

  static std::vector<std::uint32_t> one(std::uint32_t entity) {
    return entity == kNoEntity ? std::vector<std::uint32_t>{} : std::vector{entity};
  }

  /// Organizations named in this sentence before a place, last first.
  std::vector<std::uint32_t> last_organizations(std::size_t count) const {
    const auto& topic = discourse_.topic_organizations;
    if (count == 1 && !topic.empty()) return {topic.front()};
    if (count == 2 && topic.size() == 2) return topic;
    if (count == 2 && discourse_.last_pair.size() == 2) return discourse_.last_pair;
    if (discourse_.organizations.size() < count) return {};
    return {discourse_.organizations.end() - static_cast<std::ptrdiff_t>(count),
            discourse_.organizations.end()};
  }

  /// The person whom the last sentence was about, else the last one named.
  std::vector<std::uint32_t> spoken_of() const {
    const auto& topic = discourse_.topic;
    if (topic.size() == 1 && article_.entity(topic.front()).type == EntityType::Person)
      return topic;
    return last_persons(1);
  }

  std::vector<std::uint32_t> last_persons(std::size_t count) const {
    if (discourse_.persons.size() < count) return {};
    return {discourse_.persons.end() - static_cast<std::ptrdiff_t>(count),
            discourse_.persons.end()};
  }

  bool begins_word(std::size_t at) const {
    return at == sentence_.span.begin || !is_word(character_before(text_, at).code);
  }

  void reference(std::string_view word, const std::vector<std::uint32_t>& entities) {
    if (entities.empty()) return;
    for (std::size_t at = find_word(text_, word, sentence_.span.begin);
         at != std::string_view::npos; at = find_word(text_, word, at + word.size())) {
      if (!begins_word(at) || name_covering(article_.names, at) != nullptr) continue;
      const std::size_t end = at + word.size();
      const auto particle = read_particle(text_.substr(end, word_end(text_, end) - end));
      if (!particle || (particle->size == 0 && !word.ends_with("프로젝트"))) continue;
      // A bare 회사 is one only as a subject: 회사는 … 밝혔다.
      if (word == "회사" && !is_subject(particle->kind)) continue;
      reference_at(at, end, entities);
    }
  }

  /// The words from `at` to `end` stand for the entities if a particle follows.
  void reference_at(std::size_t at, std::size_t end, const std::vector<std::uint32_t>& entities) {
    const auto particle = read_particle(text_.substr(end, word_end(text_, end) - end));
    if (!particle) return;
    const bool known = std::ranges::any_of(
        arguments_, [&](const Argument& a) { return a.span.begin <= at && at < a.span.end; });
    if (known) return;
    Argument argument;
    argument.entities = entities;
    argument.span = {static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(end + particle->size)};
    argument.kind = particle->kind;
    argument.resolved = true;
    if (particle->size == 0) read_what_follows(argument, end);
    arguments_.push_back(argument);
  }

  /// 이 회사, 이 통신사는, 해당 스타트업에: a kind of organization with a word that points back.
  void company_at_hand() {
    if (discourse_.organizations.empty()) return;
    static constexpr auto kKinds = std::to_array<std::string_view>(
        {"회사",   "기업",   "업체",   "그룹",   "은행",   "스타트업", "재단",   "기관",
         "법인",   "벤처",   "팹리스", "연구소", "연구원", "통신사",   "투자사", "운용사",
         "개발사", "제조사", "설계사", "장비사", "협회",   "펀드",     "공사",   "유니콘",
         "조선사", "게임사", "항공사", "보험사", "증권사", "대학"});
    for (const std::string_view pointer : {"이 ", "해당 ", "동 "}) {
      for (std::size_t at = text_.find(pointer, sentence_.span.begin); at != std::string_view::npos;
           at = text_.find(pointer, at + pointer.size())) {
        if (!begins_word(at) || name_covering(article_.names, at) != nullptr) continue;
        const std::size_t noun = at + pointer.size();
        const std::string_view word = text_.substr(noun, word_end(text_, noun) - noun);
        const auto kind =
            std::ranges::find_if(kKinds, [&](std::string_view k) { return contains(word, k); });
        if (kind == kKinds.end()) continue;
        if (contains_any(word, {"자회사", "모회사", "지주회사", "합작회사", "관계회사", "은행권"}))
          continue;
        const std::uint32_t meant = last_of_kind(*kind);
        if (meant != kNoEntity) reference_at(at, noun + word.find(*kind) + kind->size(), {meant});
      }
    }
  }

  /// The organization spoken of that the noun can mean: no ministry is 이 회사, no bank 이 통신사.
  std::uint32_t last_of_kind(std::string_view noun) const {
    const auto fits = [&](std::uint32_t e) {
      const LexiconEntry* entry = article_.entity(e).entry;
      const auto is = [&](std::initializer_list<std::string_view> kinds) {
        return entry != nullptr && std::ranges::any_of(entry->kinds, [&](const std::string& kind) {
                 return std::ranges::find(kinds, std::string_view(kind)) != kinds.end();
               });
      };
      const bool state = is({"government", "ministry", "agency", "bloc"});
      if (noun == "통신사") return is({"telecom"});
      if (noun == "은행") return is({"bank"});
      if (noun == "대학") return is({"university"});
      if (noun == "기관") return true;
      if (noun == "연구소" || noun == "연구원" || noun == "재단" || noun == "협회")
        return !is({"chipmaker", "automaker", "electronics"});
      const bool young =
          noun == "스타트업" || noun == "벤처" || noun == "유니콘" || noun == "팹리스";
      if (young)
        return !state && !is({"chipmaker", "automaker", "electronics", "conglomerate", "telecom",
                              "internet", "fund", "bank", "university", "cloud"});
      return !state && !is({"university", "association", "institute"});
    };
    const auto& topic = discourse_.topic_organizations;
    if (!topic.empty() && fits(topic.front())) return topic.front();
    for (std::size_t i = discourse_.organizations.size(); i-- > 0;) {
      if (fits(discourse_.organizations[i])) return discourse_.organizations[i];
    }
    return kNoEntity;
  }

  /// 이들 4개사는: the last four organizations.
  void numbered_reference(std::string_view counter) {
    for (std::size_t at = find_word(text_, counter, sentence_.span.begin);
         at != std::string_view::npos; at = find_word(text_, counter, at + counter.size())) {
      if (at == 0 || !is_digit(static_cast<unsigned char>(text_[at - 1]))) continue;
      const auto count = static_cast<std::size_t>(text_[at - 1] - '0');
      const std::string_view before =
          text_.substr(sentence_.span.begin, at - 1 - sentence_.span.begin);
      if (count < 2 || !(before.ends_with("이들 ") || before.empty())) continue;
      if (discourse_.organizations.size() < count) continue;
      const std::size_t end = at + counter.size();
      const auto particle = read_particle(text_.substr(end, word_end(text_, end) - end));
      if (!particle) continue;
      Argument argument;
      argument.entities = {discourse_.organizations.end() - static_cast<std::ptrdiff_t>(count),
                           discourse_.organizations.end()};
      argument.span = {static_cast<std::uint32_t>(at - 1),
                       static_cast<std::uint32_t>(end + particle->size)};
      argument.kind = particle->kind;
      argument.resolved = true;
      arguments_.push_back(argument);
    }
  }

  // ---- coordination

  EntityType type_of(const Argument& argument) const {
    return article_.entity(argument.entities.front()).type;
  }

  /// 미국 마이크론, 싱가포르 버텍스벤처스: the home of an organization is no argument of its own.
  void absorb_homes() {
    std::vector<Argument> kept;
    for (std::size_t i = 0; i < arguments_.size(); ++i) {
      Argument& argument = arguments_[i];
      const bool home = argument.kind == Case::Modifier && type_of(argument) == EntityType::Place &&
                        argument.head.end <= argument.head.begin && i + 1 < arguments_.size() &&
                        type_of(arguments_[i + 1]) == EntityType::Organization &&
                        !arguments_[i + 1].resolved &&
                        only_apposition(argument.span.end, arguments_[i + 1].span.begin);
      if (home) {
        arguments_[i + 1].span.begin = argument.span.begin;
      } else {
        kept.push_back(std::move(argument));
      }
    }
    arguments_ = std::move(kept);
  }

  /// Joins neighbours that share one role; the last one's particle holds for all.
  std::vector<Argument> coordinate() {
    absorb_homes();
    std::vector<Argument> joined;
    for (std::size_t i = arguments_.size(); i-- > 0;) {
      Argument& argument = arguments_[i];
      if (!joined.empty() && belongs_with(argument, joined.back())) {
        Argument& group = joined.back();
        group.entities.insert(group.entities.begin(), argument.entities.begin(),
                              argument.entities.end());
        group.span.begin = argument.span.begin;
        continue;
      }
      joined.push_back(std::move(argument));
    }
    std::ranges::reverse(joined);
    return joined;
  }

  bool belongs_with(const Argument& first, const Argument& group) const {
    const bool actors = is_actor(first) && is_actor(group);
    if (type_of(first) != type_of(group) && !actors) return false;
    if (first.span.end > group.span.begin) return false;
    const std::string_view between =
        text_.substr(first.span.end, group.span.begin - first.span.end);
    const bool listed = between == "·" || between == ", " || between == "," || between == "/" ||
                        between == " · " || between == " 및 " || between == ", 그리고 " ||
                        between == "-" || between == "–" || between == "' '" || between == "', '" ||
                        between == "'·'";
    if (listed && (first.kind == Case::Bare || first.kind == Case::Topic)) {
      // In a headline the first comma sets the subject apart.
      return !(sentence_.title && between.starts_with(",") && !is_last_bare(group));
    }
    // "네이버와 산업은행, 신규 투자자인 버텍스가": a further kind in the list.
    if (first.kind == Case::Bare && between.starts_with(", ") && between.size() > 2 &&
        (between.ends_with("인 ") || between.ends_with("자로 ")) &&
        std::ranges::count(between, ' ') <= 4 && is_actor(first)) {
      return true;
    }
    if (first.kind != Case::With) return false;
    if (group.kind == Case::Modifier || group.kind == Case::Owner || group.kind == Case::Bare) {
      return between == " " && group.kind == Case::Owner;
    }
    return between == " " || only_apposition(first.span.end, group.span.begin);
  }

  static bool is_last_bare(const Argument& group) { return group.kind == Case::Topic; }

  bool is_actor(const Argument& argument) const {
    const EntityType type = type_of(argument);
    return type == EntityType::Organization || type == EntityType::Person;
  }

  /// 삼성전자와 네덜란드 반도체 장비기업 ASML이: only words without particles in between.
  bool only_apposition(std::size_t from, std::size_t to) const {
    constexpr std::size_t kLongest = 60;
    if (to - from > kLongest) return false;
    for (std::size_t at = skip_blanks(text_, from); at < to;) {
      const std::size_t stop = std::min(word_end(text_, at), to);
      if (stop == at) return false;
      const std::string_view word = text_.substr(at, stop - at);
      const Name* name = name_covering(article_.names, at);
      const bool place = name != nullptr && article_.entity(name->entity).type == EntityType::Place;
      for (const std::string_view adverb :
           {"나란히", "함께", "같이", "더불어", "따로", "손잡고", "각각", "공동으로", "동행해",
            "이미", "먼저", "잇달아"}) {
        if (word == adverb) return false;
      }
      if (!place && trailing_particle(word).size > 0) return false;
      at = skip_blanks(text_, stop);
    }
    return true;
  }

  const Article& article_;
  std::string_view text_;
  const Sentence& sentence_;
  const std::vector<Post>& posts_;
  const Discourse& discourse_;
  std::vector<Argument> arguments_;
};

}  // namespace

void Discourse::employ(std::uint32_t person, std::uint32_t organization) {
  for (auto& [known, employer] : employers) {
    if (known == person) {
      employer = organization;
      return;
    }
  }
  constexpr std::size_t kRemembered = 64;
  if (employers.size() < kRemembered) employers.emplace_back(person, organization);
}

void Discourse::entitle(std::string_view title, std::uint32_t person) {
  for (auto& [known, bearer] : titles) {
    if (known == title) {
      bearer = person;
      return;
    }
  }
  constexpr std::size_t kRemembered = 64;
  if (titles.size() < kRemembered) titles.emplace_back(std::string(title), person);
}

std::uint32_t Discourse::employer_of(std::uint32_t person) const {
  for (const auto& [known, employer] : employers) {
    if (known == person) return employer;
  }
  return kNoEntity;
}

std::uint32_t Discourse::bearer_of(std::string_view title) const {
  for (const auto& [known, bearer] : titles) {
    if (known.ends_with(title)) return bearer;
  }
  return kNoEntity;
}

void Discourse::mention(const Article& article, std::uint32_t entity) {
  const auto front = [&](std::vector<std::uint32_t>& list) {
    std::erase(list, entity);
    list.push_back(entity);
    constexpr std::size_t kRemembered = 12;
    if (list.size() > kRemembered) list.erase(list.begin());
  };
  switch (article.entity(entity).type) {
    case EntityType::Organization:
      front(organizations);
      break;
    case EntityType::Person:
      front(persons);
      break;
    case EntityType::Place:
      place = entity;
      break;
    case EntityType::Project:
      project = entity;
      break;
    case EntityType::Event:
      event = entity;
      break;
    case EntityType::Product:
      break;
  }
}

std::vector<Argument> korean_arguments(const Article& article, const Sentence& sentence,
                                       const std::vector<Post>& posts, const Discourse& discourse) {
  return ArgumentReader(article, sentence, posts, discourse).run();
}

}  // namespace dealgraph::extract
