// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/reader_ko.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

constexpr EntityTypes kGatherings{EntityType::Project, EntityType::Event};
constexpr EntityTypes kEvents{EntityType::Event};
constexpr EntityTypes kProjects{EntityType::Project};

/// Acts of an event, of which the article has told: 기조연설을 맡아, 부스를 꾸렸다.
bool is_act_of_event(const KoreanReader& r) {
  const std::string_view stem = r.stem();
  if (starts_with_any(stem,
                      {"기조",   "부스",   "연사",          "개막",      "무대",   "축사",
                       "전시관", "체험관", "홍보관",        "전시 공간", "전시장", "발표자",
                       "주제",   "세션",   "토론자",        "좌장",      "강연자", "단상",
                       "연단",   "개회사", "환영사",        "현장을 찾", "행사장", "박람회",
                       "전시회", "주재",   "공동으로 주재", "모습을",    "얼굴을", "특별연설"})) {
    return true;
  }
  return r.clause_has({"개막식", "폐막식", "행사에", "전시회에", "포럼에", "서밋에", "콘퍼런스에",
                       "컨퍼런스에", "학회에", "박람회에", "세션에", "회의에", "대회에"});
}

/// The project or event at hand: named in the clause, in the sentence, else spoken of before.
Entities gathering(KoreanReader& r) {
  const auto accepts = [&](const Argument& a, std::size_t) {
    return r.has_type(a, kGatherings) && !is_subject_case(a.kind);
  };
  const auto any = [&](const Argument& a, std::size_t) { return r.has_type(a, kGatherings); };
  const std::string_view stem = r.stem();
  std::size_t found = kNoArgument;
  // "이번 포럼은 SK그룹이 주관했다": what is held is the topic.
  if (starts_with_any(stem, {"주관", "주최", "개최"})) {
    found = r.nearest(r.at(), r.sentence_begin(), [&](const Argument& a, std::size_t) {
      return r.has_type(a, kGatherings) && a.kind == Case::Topic;
    });
  }
  if (found == kNoArgument) found = r.nearest(r.at(), r.clause_begin(), accepts);
  if (found == kNoArgument) found = r.nearest(r.at(), r.sentence_begin(), accepts);
  if (found == kNoArgument) found = r.nearest(r.at(), r.sentence_begin(), any);
  if (found != kNoArgument) return r.entities(found, kGatherings);
  if (is_act_of_event(r) && r.context().discourse.event != kNoEntity)
    return {r.context().discourse.event};
  return {};
}

/// 참가한다, 꾸린다: what an event that lies ahead will see.
bool lies_ahead(const KoreanReader& r) {
  const std::size_t end = chunk_end(r.text(), std::max(r.at(), r.hit().span.end));
  std::string_view verb = r.text().substr(r.at(), end - r.at());
  constexpr auto kEnds = std::to_array<std::string_view>(
      {"한다", "린다", "연다", "선다", "인다", "친다", "난다", "온다", "간다", "운다", "긴다"});
  if (verb.ends_with("를") || verb.ends_with("을")) {  // 부스를 연다
    const std::size_t next = skip_blanks(r.text(), end);
    verb = r.text().substr(next, chunk_end(r.text(), next) - next);
  }
  while (verb.ends_with(".") || verb.ends_with(",")) verb.remove_suffix(1);
  if (verb.ends_with("고") && verb.size() > 3) verb.remove_suffix(std::string_view("고").size());
  return ends_with_any(verb, kEnds);
}

/// "기조연설은 젠슨 황 엔비디아 CEO의 몫이다", "기조강연자로는 A와 B가 나섰다", "LG전자 부스엔
/// 줄이 늘어섰다": who takes part stands behind the act or owns it.
Entities members_around(KoreanReader& r) {
  const std::string_view stem = r.stem();
  if (starts_with(stem, "부스") || starts_with(stem, "전시관")) {
    const std::size_t owner =
        r.nearest(r.at() + 1, r.clause_begin(), [&](const Argument& a, std::size_t) {
          return r.has_type(a, kOrganizations) && a.span.end + 12 >= r.at() &&
                 (a.kind == Case::Owner || a.kind == Case::Modifier || a.head.end > a.head.begin);
        });
    if (owner != kNoArgument) return r.entities(owner, kOrganizations);
    for (const Argument& a : r.args()) {  // LG전자 부스엔: the act is part of the argument
      if (a.span.begin < r.at() && a.span.end > r.at() && r.has_type(a, kOrganizations))
        return r.filtered(a, kOrganizations);
    }
  }
  if (!starts_with_any(stem, {"기조", "연사", "발표자", "토론자", "강연자", "주제", "축사"}))
    return {};
  for (const Argument& a : r.args()) {
    if (a.span.begin < r.hit().span.end || !r.has_type(a, kActors)) continue;
    if (is_subject_case(a.kind) || a.kind == Case::Owner || a.kind == Case::Copula)
      return r.filtered(a, kActors);
    return {};
  }
  return {};
}

void participate(KoreanReader& r) {
  if (ends_with(r.text().substr(0, r.at()), "주주로 ")) return;
  // 나섰다, 등장했다 and the like are acts of an event only where one is spoken of.
  const Entities gatherings = gathering(r);
  if (gatherings.empty()) return;
  const bool is_topic = std::ranges::any_of(r.args(), [&](const Argument& a) {
    return is_subject_case(a.kind) && a.entities == gatherings;
  });
  Entities members = members_around(r);
  if (members.empty()) {
    members = r.subject();
    if (is_topic && r.subject_at() == kNoArgument) members.clear();
  }
  const bool event = r.type(gatherings.front()) == EntityType::Event;
  if (event && lies_ahead(r)) r.set_status(Status::Planned);
  // 기조연설자로 is said of those to come, and of those who came.
  constexpr std::size_t kReach = 90;
  if (event && r.hit().trigger->status == Status::Planned &&
      contains_any(r.after().substr(0, kReach),
                   {"나섰", "섰다", "올랐", "등장했", "맡았", "연설했"})) {
    r.set_status(Status::Completed);
  }
  r.emit(EdgeType::Participation, members, gatherings);
  r.set_status({});
}

/// "인텔이 피닉스에서 연 '비전 2024'", "엔비디아는 새너제이에서 GTC를 열었다".
void host(KoreanReader& r) {
  std::size_t event = r.complement({Case::Object}, kEvents);
  if (event == kNoArgument && r.described() != kNoArgument &&
      r.has_type(r.args()[r.described()], kEvents)) {
    event = r.described();
  }
  if (event == kNoArgument) return;
  if (lies_ahead(r)) r.set_status(Status::Planned);
  r.emit(EdgeType::Participation, r.subject_given(event != r.described()),
         r.entities(event, kEvents));
  r.set_status({});
}

void include(KoreanReader& r) {
  const std::size_t members = r.complement({Case::Object}, kActors);
  r.emit(EdgeType::Participation, r.entities(members, kActors), gathering(r));
}

/// "AWS는 SK그룹과 손잡고 '○○ 프로젝트'를 추진한다": both take part in it.
void build(KoreanReader& r) {
  std::size_t project = r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t) {
    const bool chosen_for =
        a.kind == Case::Recipient && starts_with_any(r.stem(), {"확정", "선정"});
    return (a.kind == Case::Object || chosen_for) && r.has_type(a, kProjects);
  });
  // "도이치텔레콤·싱텔과 꾸린 '글로벌 텔코 AI 얼라이언스'"
  if (project == kNoArgument && r.described() != kNoArgument &&
      r.has_type(r.args()[r.described()], kProjects)) {
    project = r.described();
  }
  if (project == kNoArgument) return;
  const Entities projects = r.entities(project, kProjects);
  r.emit(EdgeType::Participation, r.as_organizations(r.subject_given(project != r.described())),
         projects);
  r.emit(EdgeType::Participation,
         r.entities(r.complement_anywhere({Case::With}, kOrganizations), kOrganizations), projects);
}

/// 포럼에서 … 밝혔다: who speaks there takes part.
void speak(KoreanReader& r) {
  const bool meets = r.hit().trigger->frame == Frame::Meet;
  const std::size_t event = r.nearest(r.at(), meets ? r.clause_begin() : r.sentence_begin(),
                                      [&](const Argument& a, std::size_t) {
                                        return a.kind == Case::Source && r.has_type(a, kEvents);
                                      });
  if (event == kNoArgument) return;
  Entities speakers = r.subject();
  if (meets) {
    const Entities partner =
        r.entities(r.complement({Case::With, Case::Object}, kPersons), kPersons);
    speakers.insert(speakers.end(), partner.begin(), partner.end());
  }
  r.emit(EdgeType::Participation, speakers, r.entities(event, kEvents));
}

}  // namespace

void read_gathering(KoreanReader& r) {
  switch (r.hit().trigger->frame) {
    case Frame::Participate:
      return participate(r);
    case Frame::Include:
      return include(r);
    case Frame::Host:
      return host(r);
    case Frame::Build:
      return build(r);
    case Frame::Speak:
    case Frame::Meet:
      return speak(r);
    default:
      return;
  }
}

bool read_list_item(KoreanReader& r) {
  Context& context = r.context();
  if (r.args().empty()) return false;
  const Argument& first = r.args().front();
  constexpr std::uint32_t kMark = 6;
  if (first.span.begin > r.sentence_begin() + kMark || !r.has_type(first, kOrganizations))
    return false;
  const std::string_view rest = r.text().substr(first.span.end);
  const bool role = rest.starts_with(":");
  const bool share = rest.starts_with(" ") && is_digit(character_at(rest, 1).code);
  if (!role && !share) return false;
  static constexpr Trigger kShare{"", Frame::Supply, Status::Agreed};
  static constexpr Trigger kJoin{"", Frame::Participate, Status::Agreed};
  TriggerHit hit{first.span, &kJoin};
  const Trigger* trigger = nullptr;
  if (!r.view().triggers.empty()) {
    hit = r.view().triggers.front();
    trigger = hit.trigger;
  }
  const Entities members = r.filtered(first, kOrganizations);
  const std::uint32_t project = context.discourse.project;
  if (share && context.lead_supplies && !context.lead.empty()) {
    hit.trigger = &kShare;
    r.turn_to(hit);
    r.emit(EdgeType::Supply, context.lead, members);
  } else if (role && trigger != nullptr && trigger->frame == Frame::Supply &&
             !context.lead.empty()) {
    r.turn_to(hit);
    r.emit(EdgeType::Supply, members, context.lead);
  } else if (role && project != kNoEntity) {
    hit.trigger = &kJoin;
    r.turn_to(hit);
    r.set_status(Status::Agreed);
    r.emit(EdgeType::Participation, members, {project});
    r.set_status({});
  } else if (role && trigger != nullptr && trigger->frame == Frame::Partner &&
             !context.lead.empty()) {
    r.turn_to(hit);
    r.emit(EdgeType::Partnership, context.lead, members);
  } else {
    return false;
  }
  return true;
}

}  // namespace dealgraph::extract
