// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/reader_ko.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

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

// ---- visits

/// "본사를 함께 방문했다": the premises spoken of.
bool names_bare_site(const KoreanReader& r) {
  return r.clause_has({"본사를", "본사도", "공장을", "캠퍼스를", "사업장을", "현장을"});
}

/// "국왕과 나란히 본사를 찾아": who comes along.
void add_companions(const KoreanReader& r, Entities& visitors) {
  for (const Argument& a : r.args()) {
    if (a.span.end > r.at() || a.kind != Case::With || !r.has_type(a, kPersons)) continue;
    if (!starts_with_any(r.text().substr(a.span.end, 20),
                         {" 나란히", " 함께", " 같이", " 더불어", " 동행"})) {
      continue;
    }
    const Entities persons = r.filtered(a, kPersons);
    visitors.insert(visitors.end(), persons.begin(), persons.end());
  }
}

/// "A 장관이 이끄는 사절단이 한국에 왔다": who leads the delegation.
std::size_t leader(const KoreanReader& r) {
  if (!r.clause_has({"사절단", "대표단", "방문단", "일행", "시찰단"})) return kNoArgument;
  return r.nearest(r.at(), r.sentence_begin(), [&](const Argument& a, std::size_t) {
    return a.kind == Case::Subject && r.has_type(a, kActors) &&
           starts_with_any(r.text().substr(a.span.end, 24), {" 이끄는", " 이끈", " 단장"});
  });
}

Entities visitors_of(KoreanReader& r, bool has_site) {
  if (const std::size_t led = leader(r); led != kNoArgument) return r.entities(led, kActors);
  // 윤석열 대통령의 네덜란드 방문, A사 B 대표의 방한: the owner of the visit.
  const std::string_view stem = r.stem();
  const std::size_t owner = r.complement({Case::Owner}, kPersons);
  Entities visitors = r.subject_given(has_site);
  if (r.subject_at() == kNoArgument && owner != kNoArgument && !stem.starts_with("찾"))
    return r.entities(owner, kPersons);
  if (r.subject_at() != kNoArgument) add_companions(r, visitors);
  return visitors;
}

std::size_t visited(const KoreanReader& r) {
  constexpr EntityTypes kSites{EntityType::Place, EntityType::Organization};
  const std::size_t site =
      r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t i) {
        if (!r.has_type(a, kSites) || i == r.subject_at()) return false;
        const bool goal =
            a.kind == Case::Object || a.kind == Case::Recipient || a.kind == Case::Toward ||
            (a.kind == Case::Also && (r.has_type(a, kPlaces) || a.head.end > a.head.begin));
        return goal && (!r.has_type(a, kOrganizations) || r.is_plain(a));
      });
  if (site != kNoArgument) return site;
  // 네덜란드 국빈 방문, 중국 땅을 밟다: the name that qualifies the visit or its ground.
  const std::size_t before =
      r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t) {
        return (a.kind == Case::Modifier || a.kind == Case::Bare || a.head.end >= r.at()) &&
               a.span.end + 24 >= r.at() && r.has_type(a, kPlaces) && !is_subject_case(a.kind);
      });
  if (before != kNoArgument) return before;
  return r.nearest(r.at(), r.sentence_begin(), [&](const Argument& a, std::size_t) {
    return a.kind == Case::Toward && r.has_type(a, kPlaces);
  });
}

/// Where the last name of an argument ends.
std::size_t name_end(const KoreanReader& r, const Argument& a) {
  const Name* name = name_covering(r.article().names, a.span.begin);
  return name == nullptr ? a.span.end : name->span.end;
}

/// "코히어런트랩 CEO 방한": the headline leaves out a name that the article gives.
bool is_unnamed_head(const KoreanReader& r) {
  if (!r.view().sentence.title || r.args().empty()) return false;
  const Argument& first = r.args().front();
  const std::size_t noun = skip_blanks(r.text(), name_end(r, first));
  return r.has_type(first, kOrganizations) &&
         starts_with_any(r.text().substr(noun),
                         {"CEO", "회장", "대표", "사장", "최고경영자", "총수", "창업자"});
}

void visit(KoreanReader& r) {
  if (is_unnamed_head(r)) return;
  const std::string_view stem = r.stem();
  Context& context = r.context();
  // 방문에 맞춰, 방문을 앞두고: mentioned, not told; 길을 찾다, 해법을 찾다 is no visit.
  if (starts_with_any(r.after(), {" 앞두고"}) && r.view().sentence.title) return;
  const auto* country = std::ranges::find(kVisitWords, stem, &VisitedCountry::word);
  if (country != kVisitWords.end()) {
    const Entities visitors = visitors_of(r, true);
    const std::uint32_t place = r.entity_with_id(country->id);
    if (place != kNoEntity) r.emit(EdgeType::Visit, visitors, {place});
    return;
  }
  constexpr EntityTypes kSites{EntityType::Place, EntityType::Organization};
  const std::size_t site = visited(r);
  const bool to_place = site != kNoArgument && r.has_type(r.args()[site], kPlaces);
  const bool moves =
      starts_with_any(stem, {" 왔", " 온다", " 오는", " 출국", "출국", "귀국", "날아"});
  if (moves && !to_place) return;
  Entities visitors = visitors_of(r, site != kNoArgument && site != r.described());
  Entities sites = r.entities(site, to_place ? kPlaces : kSites);
  if (sites.empty() && r.described() != kNoArgument && r.described() != r.subject_at())
    sites = r.entities(r.described(), kSites);
  if (sites.empty() && context.site_visited != kNoEntity && names_bare_site(r))
    sites = {context.site_visited};
  if (visitors.empty()) return;
  if (sites.size() == 1 && r.type(sites.front()) == EntityType::Organization)
    context.site_visited = sites.front();
  // Companies do not come to a country unless somebody of theirs is said to.
  if (moves)
    std::erase_if(visitors, [&](std::uint32_t v) { return r.type(v) != EntityType::Person; });
  // One's own premises are no visit.
  if (sites.size() == 1) {
    std::erase_if(visitors, [&](std::uint32_t v) {
      return r.type(v) == EntityType::Person && r.as_organizations({v}) == Entities{sites.front()};
    });
  }
  r.emit(EdgeType::Visit, visitors, sites);
}

// ---- meetings

/// Persons meet persons; an organization among them is where they come from.
Entities same_kind(const KoreanReader& r, const Entities& first, const Argument& other) {
  const bool persons =
      std::ranges::any_of(first, [&](std::uint32_t e) { return r.type(e) == EntityType::Person; });
  Entities others = r.filtered(other, persons ? kPersons : kActors);
  return others.empty() ? r.filtered(other, kActors) : others;
}

/// 만찬에는, 회동 테이블: the meeting is named, not held.
bool is_noun_only(const KoreanReader& r) {
  return starts_with_any(r.after(), {" 테이블", "에는", "은 ", "에 앞서", "을 앞두", "설"});
}

/// The person whom the article follows: the last one who met or visited, else the last one named
/// before the sentence.
Entities main_person(const KoreanReader& r) {
  const Context& context = r.context();
  if (context.meeting_guest != kNoEntity && r.type(context.meeting_guest) == EntityType::Person)
    return {context.meeting_guest};
  const auto& persons = context.discourse.persons;
  return persons.empty() ? Entities{} : Entities{persons.back()};
}

/// "최태원 회장이 올트먼의 숙소를 찾아 독대했다": whose room it is.
std::size_t host_of_place(const KoreanReader& r, std::size_t self) {
  if (self == kNoArgument) return kNoArgument;
  return r.nearest(r.at(), r.args()[self].span.end, [&](const Argument& a, std::size_t) {
    return a.kind == Case::Owner && r.has_type(a, kPersons) &&
           contains_any(r.text().substr(a.span.end, 24),
                        {"숙소", "집무실", "사무실", "자택", "관저"});
  });
}

/// "네이버 사옥에서 최수연 대표와", "삼성 서초사옥에서": the premises on which they meet.
std::uint32_t premises(const KoreanReader& r) {
  const std::size_t site = r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t) {
    return a.kind == Case::Source && r.has_type(a, kOrganizations) &&
           r.has_head(
               a, {"본사", "사옥", "캠퍼스", "공장", "사업장", "연구소", "사무실", "사무소", "팹"});
  });
  return site == kNoArgument ? kNoEntity : r.args()[site].entities.front();
}

/// Who meets on another's premises has come there.
void visit_premises(KoreanReader& r, const Entities& guests, const Entities& hosts) {
  const std::uint32_t site = premises(r);
  if (site == kNoEntity) return;
  for (const Entities* side : {&guests, &hosts}) {
    for (const std::uint32_t person : *side) {
      if (r.type(person) != EntityType::Person) continue;
      const Entities employer = r.as_organizations({person});
      if (!employer.empty() && employer != Entities{site})
        r.emit_one(EdgeType::Visit, person, site);
    }
  }
}

void meet(KoreanReader& r) {
  // Companies "meet" in figures of speech: the partner of a meeting is a person or a plain name.
  Entities hosts = r.subject();
  const std::size_t self = r.subject_at();
  std::size_t other = r.nearest(r.at(), r.sentence_begin(), [&](const Argument& a, std::size_t i) {
    const bool partner =
        a.kind == Case::Object || a.kind == Case::With ||
        (a.kind == Case::Bare && i > 0 && r.view().sentence.title && a.span.end + 1 >= r.at());
    return partner && r.has_type(a, kActors) && i != self && r.is_plain(a);
  });
  // "19일에는 최수연 대표와 마주 앉는다": the person spoken of, not the companies.
  const auto& persons = r.context().discourse.persons;
  const bool left_out =
      self == kNoArgument && other != kNoArgument && !persons.empty() && !r.view().sentence.title &&
      r.has_type(r.args()[other], kPersons) &&
      std::ranges::none_of(hosts, [&](std::uint32_t e) { return r.type(e) == EntityType::Person; });
  if (left_out) hosts = main_person(r);
  if (other == kNoArgument) other = host_of_place(r, self);
  if (other != kNoArgument) {
    Entities first = hosts;
    const Entities others = same_kind(r, first, r.args()[other]);
    const bool person_met = std::ranges::any_of(
        others, [&](std::uint32_t e) { return r.type(e) == EntityType::Person; });
    if (others.empty()) return;
    if (person_met && std::ranges::any_of(first, [&](std::uint32_t e) {
          return r.type(e) == EntityType::Person;
        })) {
      std::erase_if(first, [&](std::uint32_t e) { return r.type(e) != EntityType::Person; });
    }
    // Nobody meets his own company.
    std::erase_if(first, [&](std::uint32_t f) {
      return r.type(f) == EntityType::Organization && r.as_organizations(others) == Entities{f};
    });
    r.emit(EdgeType::Meeting, first, others);
    visit_premises(r, first, others);
    // A talk with the head of the state goes on with others joining him.
    if (!first.empty()) {
      r.context().meeting_guest = first.front();
      r.context().meeting_host = others.front();
    }
  } else if (self != kNoArgument && hosts.size() >= 2 && !is_noun_only(r)) {
    r.emit_pairs(EdgeType::Meeting, hosts);
    r.context().meeting_guest = hosts.front();
    r.context().meeting_host = hosts.back();
  }
}

void attend(KoreanReader& r) {
  const Entities guests = r.subject(kPersons);
  if (r.context().meeting_guest == kNoEntity) return;
  r.emit(EdgeType::Meeting, {r.context().meeting_guest}, guests);
}

}  // namespace

void read_encounter(KoreanReader& r) {
  switch (r.hit().trigger->frame) {
    case Frame::Visit:
      return visit(r);
    case Frame::Meet:
      return meet(r);
    case Frame::Attend:
      return attend(r);
    default:
      return;
  }
}

}  // namespace dealgraph::extract
