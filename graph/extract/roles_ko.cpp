// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/relations.hpp"
#include "graph/extract/titles.hpp"
#include "graph/extract/trie.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

bool is_subject(Case kind) {
  return kind == Case::Topic || kind == Case::Subject || kind == Case::Also;
}

/// What a verb says about a post.
enum class Change : std::uint8_t {
  Given,  ///< 선임, 영입, 올랐다
  Named,  ///< 내정, 지명: the post is still ahead
  Held,   ///< 맡고 있다, 이끌고 있다
  Was,    ///< 지냈다, 역임
  Left,   ///< 물러났다, 사임
};

struct PostVerb {
  std::string_view stem;
  Change change;
};
constexpr auto kPostVerbs = std::to_array<PostVerb>(
    {{"선임", Change::Given},      {"임명", Change::Given},   {"발탁", Change::Given},
     {"영입", Change::Given},      {"승진", Change::Given},   {"위촉", Change::Given},
     {"추대", Change::Given},      {"앉혔", Change::Given},   {"앉힌", Change::Given},
     {"선출", Change::Given},      {"올랐", Change::Given},   {"올라 있", Change::Held},
     {"올라섰", Change::Given},    {"오른다", Change::Given}, {"오른 ", Change::Given},
     {"취임", Change::Given},      {"부임", Change::Given},   {"합류", Change::Given},
     {"이름을 올", Change::Given}, {"남는다", Change::Given}, {"남기로", Change::Given},
     {"옮긴다", Change::Given},    {"옮겼", Change::Given},   {"옮겨 왔", Change::Given},
     {"맡는다", Change::Given},    {"맡게 ", Change::Given},  {"맡았", Change::Given},
     {"맡을 ", Change::Named},     {"맡고 있", Change::Held}, {"맡아 왔", Change::Held},
     {"있다", Change::Held},       {"겸한다", Change::Given}, {"겸하고", Change::Held},
     {"내정", Change::Named},      {"지명", Change::Named},   {"낙점", Change::Named},
     {"지냈", Change::Was},        {"지낸", Change::Was},     {"지내며", Change::Was},
     {"지내고", Change::Was},      {"역임", Change::Was},     {"거친", Change::Was},
     {"거쳤", Change::Was},        {"물러났", Change::Left},  {"물러난 ", Change::Left},
     {"사임", Change::Left},       {"사퇴", Change::Left},    {"퇴임", Change::Left},
     {"내려왔", Change::Left},     {"내려와", Change::Left},  {"내려놨", Change::Left},
     {"떠났", Change::Left},       {"떠난 ", Change::Left},   {"퇴사", Change::Left},
     {"해임", Change::Left},       {"경질", Change::Left},    {"그만뒀", Change::Left}});

class RoleReader {
 public:
  RoleReader(const SentenceView& view, const Context& context)
      : view_(view),
        article_(view.article),
        context_(context),
        text_(view.article.text.substr(0, view.sentence.span.end)) {}

  std::vector<Relation> run() {
    for (const Post& post : view_.posts) add_post(post);
    static_assert(kPostVerbs.size() <= 64);
    static const WordFinder kFinder(kPostVerbs, &PostVerb::stem);
    const std::uint64_t told = kFinder.in(article_.piece(view_.sentence.span));
    for (std::size_t i = 0; i < kPostVerbs.size(); ++i) {
      if (((told >> i) & 1U) == 0) continue;
      const PostVerb& verb = kPostVerbs[i];
      for (std::size_t at = find_word(text_, verb.stem, view_.sentence.span.begin);
           at != std::string_view::npos; at = find_word(text_, verb.stem, at + verb.stem.size())) {
        change(verb,
               {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + verb.stem.size())});
      }
    }
    return std::move(out_);
  }

 private:
  EntityType type(const Argument& a) const { return article_.entity(a.entities.front()).type; }

  void emit(std::uint32_t person, std::uint32_t organization, Span title, Status status) {
    Relation relation;
    relation.type = EdgeType::Role;
    relation.source = person;
    relation.target = organization;
    relation.status = status;
    relation.trigger = title;
    relation.evidence = view_.sentence.span;
    relation.title = std::string(article_.piece(title));
    for (const std::string_view ending : {" 후보자", "후보자", " 후보", " 내정자"}) {
      if (relation.title.ends_with(ending))
        relation.title.resize(relation.title.size() - ending.size());
    }
    if (relation.title.empty()) return;
    out_.push_back(std::move(relation));
  }

  // ---- posts beside a name

  void add_post(const Post& post) {
    std::uint32_t organization = post.organization;
    if (organization == kNoEntity) organization = implied_organization(post);
    if (organization == kNoEntity) return;
    const std::string_view title = article_.piece(post.title);
    Status status = post.status;
    if (contains_any(title, {"후보", "내정자", "당선인"})) status = Status::Planned;
    emit(post.person, organization, post.title, status);
    const std::string_view after =
        article_.piece({post.title.end, view_.sentence.span.end}).substr(0, 60);
    if (contains_any(after,
                     {"사임했", "물러났", "퇴임했", "사퇴했", "물러난다", "경질됐", "해임됐"})) {
      out_.back().status = Status::Ended;
      attach_facts(view_, out_.back());
    }
  }

  /// "회사는 곽노정 대표 체제에서", "이 회사의 김나래 대표", "창업자 서하람 대표는": the
  /// organization spoken of.
  std::uint32_t implied_organization(const Post& post) const {
    const std::string_view title = article_.piece(post.title);
    if (title.ends_with("장관")) return ministry(title);
    if (is_state_title(title) || contains_any(title, {"의원", "지사", "교수", "후보", "시장"}))
      return kNoEntity;
    if (const std::uint32_t led = led_by(post.extent.begin); led != kNoEntity) return led;
    const std::string_view after = text_.substr(post.title.end, 40);
    const std::string_view before = text_.substr(0, post.extent.begin);
    if (ends_with_any(before, {"장녀인 ", "장남인 ", "차녀인 ", "차남인 ", "동생인 ", "아들인 ",
                               "딸인 ", "부인인 ", "사위인 "})) {
      return kNoEntity;  // a family may sit anywhere in its group
    }
    const bool leads =
        contains_any(after, {"체제", "맡고", "이끄", "이끌", "물러", "사임", "취임"}) ||
        ends_with_any(before, {"이끈 ", "회사의 ", "이끄는 "});
    const bool former = post.status == Status::Ended;
    const std::uint32_t own = topic_before(post.extent.begin);
    if (leads && own != kNoEntity) return own;
    for (const Argument& a : view_.arguments) {  // 이 회사의 김나래 대표, 이 회사 최유진 이사
      const bool beside = a.resolved && (a.kind == Case::Owner || a.kind == Case::Modifier) &&
                          a.span.end + 1 == post.extent.begin;
      if (beside && type(a) == EntityType::Organization) return a.entities.front();
    }
    // An executive named without a company in an article about one.
    const bool executive = is_executive(title);
    const std::string_view name = article_.piece({post.extent.begin, post.title.begin});
    const bool named_in_full = length_of(name) >= 4;
    // Whose chairman a known one is, 최태원 회장, goes without saying: of a group, not of the
    // company that the article is about.
    if (title == "회장" && article_.entity(post.person).entry != nullptr) return kNoEntity;
    if (!executive || !named_in_full || view_.sentence.title) return leads ? about() : kNoEntity;
    if (context_.discourse.employer_of(post.person) != kNoEntity && !former) return kNoEntity;
    if (const std::uint32_t home = premises_before(post.extent.begin); home != kNoEntity)
      return home;
    if (own != kNoEntity) return own;
    // Another organization in the way leaves open whose executive it is.
    for (const Argument& a : view_.arguments) {
      if (a.span.end <= post.extent.begin && type(a) == EntityType::Organization &&
          a.entities.front() != context_.discourse.most_named) {
        return kNoEntity;
      }
    }
    return about();
  }

  static bool is_executive(std::string_view title) {
    return starts_with_any(
        title, {"대표", "CEO",      "최고",       "CTO",    "CFO",      "COO",     "CSO",
                "CPO",  "창업자",   "공동창업자", "창업주", "창립자",   "설립자",  "사장",
                "회장", "공동대표", "각자대표",   "부회장", "부사장",   "전무",    "상무",
                "이사", "의장",     "총괄",       "수석",   "연구소장", "사업부장"});
  }

  /// 상무장관: of the ministry that the article names, 상무부.
  std::uint32_t ministry(std::string_view title) const {
    const std::string_view field = title.substr(0, title.size() - std::string_view("장관").size());
    if (length_of(field) < 2) return kNoEntity;
    const std::string office = std::string(field) + "부";
    for (const Name& name : article_.names.names) {
      if (article_.entity(name.entity).type == EntityType::Organization &&
          ends_with(article_.piece(name.span), office)) {
        return name.entity;
      }
    }
    return kNoEntity;
  }

  /// "사피온을 이끌던 류수정 대표", "메모리사업부를 맡은 이정배 사장": what the person leads.
  std::uint32_t led_by(std::uint32_t person) const {
    for (std::size_t i = view_.arguments.size(); i-- > 0;) {
      const Argument& a = view_.arguments[i];
      if (a.span.end >= person) continue;
      if (a.kind != Case::Object || type(a) != EntityType::Organization) return kNoEntity;
      const std::string_view gap = text_.substr(a.span.end, person - a.span.end);
      constexpr std::size_t kReach = 60;
      if (gap.size() > kReach) return kNoEntity;
      const bool leads = ends_with_any(
          gap, {"이끄는 ", "이끈 ", "이끌던 ", "이끌어 온 ", "이끌어온 ", "이끌고 있는 ",
                "총괄하는 ", "총괄해 온 ", "지휘하는 ", "지휘해 온 ", "지휘해온 ", "경영하는 ",
                "경영해 온 ", "맡은 ", "맡고 있는 ", "맡아 온 ", "운영하는 "});
      return leads && a.entities.size() == 1 ? a.entities.front() : kNoEntity;
    }
    return kNoEntity;
  }

  /// "네이버에서는 채선주 대표가", "네이버 사옥에서 최수연 대표와": where the person stands for it.
  std::uint32_t premises_before(std::uint32_t person) const {
    for (std::size_t i = view_.arguments.size(); i-- > 0;) {
      const Argument& a = view_.arguments[i];
      if (a.span.end >= person) continue;
      if (a.kind != Case::Source || type(a) != EntityType::Organization) return kNoEntity;
      const std::string_view gap = text_.substr(a.span.end, person - a.span.end);
      constexpr int kMostWords = 2;
      return std::ranges::count(gap, ' ') <= kMostWords ? a.entities.front() : kNoEntity;
    }
    return kNoEntity;
  }

  /// The organization that the article names most, else the one spoken of.
  std::uint32_t about() const {
    const std::uint32_t main = context_.discourse.most_named;
    return main != kNoEntity ? main : spoken_of();
  }

  std::uint32_t spoken_of() const {
    const auto& topic = context_.discourse.topic_organizations;
    if (topic.size() == 1) return topic.front();
    const auto& known = context_.discourse.organizations;
    return topic.empty() && known.size() == 1 ? known.front() : kNoEntity;
  }

  /// The organization that is the subject before a place of the sentence.
  std::uint32_t topic_before(std::uint32_t at) const {
    std::uint32_t found = kNoEntity;
    for (const Argument& a : view_.arguments) {
      if (a.span.end > at) break;
      if (is_subject(a.kind) && type(a) == EntityType::Organization && a.entities.size() == 1)
        found = a.entities.front();
    }
    return found;
  }

  bool in_post(std::uint32_t at) const {
    return std::ranges::any_of(
        view_.posts, [&](const Post& p) { return p.extent.begin <= at && at < p.extent.end; });
  }

  // ---- posts given, held and left

  struct Slot {
    Span title;
    std::uint32_t organization = kNoEntity;
    std::size_t begin = 0;                ///< Where the phrase with its organization begins.
    bool foreign = false;                 ///< Belongs to something that is no known organization.
    std::uint32_t described = kNoEntity;  ///< 사장을 지낸 르네 제임스: the person behind the verb.
  };

  void change(const PostVerb& verb, Span at) {
    const Change change = verb.change;
    Slot slot = slot_before(at.begin, change);
    if (slot.title.end == 0) return;
    if (change == Change::Was || change == Change::Left) slot.described = person_after(at);
    const std::uint32_t person = person_of(slot, at);
    if (person == kNoEntity) return;
    std::uint32_t organization = slot.organization;
    if (organization == kNoEntity) organization = topic_before(at.begin);
    if (organization == kNoEntity) organization = spoken_of();
    if (organization == kNoEntity) organization = context_.discourse.employer_of(person);
    if (organization == kNoEntity) return;
    const auto status = status_of(change, at);
    if (!status) return;
    emit(person, organization, slot.title, *status);
    if (change == Change::Was || change == Change::Held) return;
    out_.back().trigger = at;
    out_.back().is_news = change == Change::Given && out_.back().status == Status::Completed;
    attach_facts(view_, out_.back());
  }

  /// The person whom a verb of the past describes: 사장을 지낸 르네 제임스가.
  std::uint32_t person_after(Span verb) const {
    const std::size_t end = chunk_end(text_, verb.begin);
    const std::string_view word = text_.substr(verb.begin, end - verb.begin);
    if (!ends_with_any(word, {"지낸", "거친", "역임한", "물러난", "떠난", "사임한", "맡았던"}))
      return kNoEntity;
    constexpr std::size_t kReach = 36;  // over 미국의, 고(故), 새너제이 출신
    for (const Argument& a : view_.arguments) {
      if (a.span.begin < end || type(a) != EntityType::Person) continue;
      return a.span.begin <= end + kReach ? a.entities.front() : kNoEntity;
    }
    return kNoEntity;
  }

  std::optional<Status> status_of(Change change, Span at) const {
    const std::string_view tail = text_.substr(at.begin);
    if (contains_any(tail, {"부인", "사실무근", "사실이 아니", "바 없", "않기로", "와전", "일축"}))
      return Status::Denied;
    if (contains_any(
            tail, {"소문", "관측", "거론", "물망", "전해졌", "유력", "검토", "하마평", "가능성"})) {
      return Status::Rumored;
    }
    const std::string_view near = tail.substr(0, 48);
    switch (change) {
      case Change::Named:
        return Status::Planned;
      case Change::Was:
        return Status::Ended;
      case Change::Held:
        return Status::Completed;
      case Change::Left:
        if (contains_any(near, {"예정", "계획", "뜻", "의사", "기로", "사의"})) return std::nullopt;
        return Status::Ended;
      case Change::Given: {
        if (contains_any(near, {"예정", "계획", "기로", "될 것", "방침"})) return Status::Planned;
        // 합류한다, 맡는다, 옮긴다: a present tense that lies ahead.
        const std::string_view word = tail.substr(0, chunk_end(tail, 0));
        const bool ahead = contains_any(word, {"는다", "한다", "된다", "긴다", "른다"}) &&
                           !contains_any(word, {"했다", "됐다"});
        return ahead ? Status::Planned : Status::Completed;
      }
    }
    return std::nullopt;
  }

  /// The post that the verb governs, with the organization right before it.
  Slot slot_before(std::uint32_t at, Change change) const {
    constexpr std::size_t kReach = 100;
    const std::size_t from =
        std::max<std::size_t>(view_.sentence.span.begin, at > kReach ? at - kReach : 0);
    std::size_t end = at;
    int words = 0;
    constexpr int kMostWords = 7;
    while (end > from && words++ < kMostWords) {
      while (end > from && is_blank(static_cast<unsigned char>(text_[end - 1]))) --end;
      std::size_t begin = end;
      while (begin > from && !is_blank(static_cast<unsigned char>(text_[begin - 1]))) --begin;
      if (begin >= end) return {};
      const Slot slot = slot_in(begin, end, change);
      if (slot.title.end > 0) return slot;
      // Held and left posts stand right before their verb.
      const std::string_view word = text_.substr(begin, end - begin);
      if ((change == Change::Held) && words >= 2) return {};
      if (word.ends_with("고") || word.ends_with("며") || word.ends_with(",")) return {};
      end = begin;
    }
    return {};
  }

  /// A post within one chunk of text, with a particle that makes it the goal or object.
  Slot slot_in(std::size_t begin, std::size_t end, Change change) const {
    for (std::size_t at = begin; at < end; at += character_at(text_, at).size) {
      const bool opens =
          at == begin || !is_word(character_before(text_, at).code) || name_ends_at(at);
      if (!opens) continue;
      std::uint32_t size = in_post(static_cast<std::uint32_t>(at)) ? 0 : title_at(at, end);
      if (size == 0) size = board_at(at, end);
      if (size == 0) continue;
      const std::string_view particle = text_.substr(at + size, end - at - size);
      if (!fits(particle, change)) return {};
      Slot slot;
      slot.title = {static_cast<std::uint32_t>(widened(at)), static_cast<std::uint32_t>(at + size)};
      attach_organization(slot, slot.title.begin);
      return slot.foreign ? Slot{} : slot;
    }
    return {};
  }

  /// 장관 후보자: over a post right before the post.
  std::size_t widened(std::size_t at) const {
    if (at < 2 || text_[at - 1] != ' ') return at;
    std::size_t begin = at - 1;
    while (begin > view_.sentence.span.begin && is_word(character_before(text_, begin).code)) {
      begin -= character_before(text_, begin).size;
    }
    const bool post = begin < at - 1 && name_covering(article_.names, begin) == nullptr &&
                      !in_post(static_cast<std::uint32_t>(begin)) &&
                      korean_title_at(text_, begin) == at - 1 - begin;
    return post ? begin : at;
  }

  bool name_ends_at(std::size_t at) const {
    const Name* name = at > 0 ? name_covering(article_.names, at - 1) : nullptr;
    return name != nullptr && name->span.end == at;
  }

  /// A title, also one with 직 (대표직을).
  std::uint32_t title_at(std::size_t at, std::size_t end) const {
    if (name_covering(article_.names, at) != nullptr) return 0;
    const std::uint32_t size = korean_title_at(text_.substr(0, end), at);
    if (size > 0) return size;
    const std::string_view word = text_.substr(at, end - at);
    const std::size_t office = word.find("직");
    if (office == std::string_view::npos || office == 0) return 0;
    const std::uint32_t stem = korean_title_at(word.substr(0, office), 0);
    return stem == office ? stem : 0;
  }

  /// 이사회에 올라, 전략위원회에 합류: a body to which somebody belongs.
  std::uint32_t board_at(std::size_t at, std::size_t end) const {
    if (name_covering(article_.names, at) != nullptr) return 0;
    const std::string_view word = text_.substr(at, end - at);
    for (const std::string_view body : {"이사회", "위원회"}) {
      const std::size_t found = word.find(body);
      if (found == std::string_view::npos) continue;
      const std::string_view rest = word.substr(found + body.size());
      if (rest == "에" || rest == "로") return static_cast<std::uint32_t>(found + body.size());
    }
    return 0;
  }

  static bool fits(std::string_view particle, Change change) {
    const bool goal = starts_with_any(particle, {"에 ", "로 ", "으로 ", "직에", "직으로"}) ||
                      particle == "에" || particle == "로" || particle == "으로" ||
                      particle == "에는" || particle == "로는" || particle == "에도";
    const bool object =
        particle == "을" || particle == "를" || particle == "직을" || particle == "도";
    switch (change) {
      case Change::Given:
      case Change::Named:
        return goal || object || particle.empty();
      case Change::Held:
        return goal || object;
      case Change::Was:
        return object || particle == "등을";
      case Change::Left:
        return object || particle == "에서" || particle == "직에서" || particle == "자리에서";
    }
    return false;
  }

  /// "LG CNS의 새 대표", "테라머티리얼즈 이사회", "중소벤처기업부 장관".
  void attach_organization(Slot& slot, std::size_t at) const {
    slot.begin = at;
    std::size_t end = at;
    constexpr int kMostWords = 3;
    for (int i = 0; i <= kMostWords; ++i) {
      while (end > view_.sentence.span.begin && text_[end - 1] == ' ') --end;
      std::size_t before = end;
      if (text_.substr(0, before).ends_with("의")) before -= std::string_view("의").size();
      if (before <= view_.sentence.span.begin) return;
      for (const std::size_t stop : {end, before}) {
        const Name* name = name_covering(article_.names, stop - 1);
        if (name == nullptr || name->span.end != stop) continue;
        if (article_.entity(name->entity).type == EntityType::Organization) {
          slot.organization = name->entity;
          slot.begin = name->span.begin;
        }
        return;
      }
      std::size_t begin = end;
      while (begin > view_.sentence.span.begin && text_[begin - 1] != ' ') --begin;
      const std::string_view word = text_.substr(begin, end - begin);
      if (word.ends_with("의") && !word.ends_with("회사의") && !word.ends_with("그룹의"))
        slot.foreign = trailing_particle(word).kind == Case::Owner;
      if (word != "새" && trailing_particle(word).size > 0) return;
      end = begin;
    }
  }

  /// Who gets, has or leaves the post: the nearest person who is subject or object.
  std::uint32_t person_of(const Slot& slot, Span verb) const {
    std::uint32_t found = kNoEntity;
    for (const Argument& a : view_.arguments) {
      if (a.span.begin >= verb.begin) break;
      if (type(a) != EntityType::Person) continue;
      const bool after_slot = a.span.begin >= slot.title.end;
      const bool fits = a.kind == Case::Object || is_subject(a.kind) ||
                        (after_slot && (a.kind == Case::Bare || a.kind == Case::Modifier));
      if (fits) found = a.entities.front();
    }
    if (slot.described != kNoEntity) return slot.described;
    if (found != kNoEntity) return found;
    // 장관 후보자로 …을 지명: the person may follow a verb that describes the post.
    const bool own_subject = std::ranges::any_of(view_.arguments, [&](const Argument& a) {
      return a.span.end <= verb.begin && is_subject(a.kind);
    });
    const auto& topic = context_.discourse.topic;
    if (own_subject || topic.size() != 1 || view_.sentence.title) return kNoEntity;
    return article_.entity(topic.front()).type == EntityType::Person ? topic.front() : kNoEntity;
  }

  const SentenceView& view_;
  const Article& article_;
  const Context& context_;
  std::string_view text_;
  std::vector<Relation> out_;
};

}  // namespace

std::vector<Relation> korean_roles(const SentenceView& view, const Context& context) {
  return RoleReader(view, context).run();
}

}  // namespace dealgraph::extract
