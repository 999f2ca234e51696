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
  // 기조연설을 맡아, 부스를 꾸렸다: acts of an event, of which the article has told.
  const Context& context = r.context();
  const bool of_event = starts_with_any(stem, {"기조연설", "부스", "연사", "개막", "무대", "축사"});
  const bool at_event = r.clause_has({"개막식", "폐막식", "행사에", "전시회에", "포럼에", "서밋에",
                                      "콘퍼런스에", "컨퍼런스에", "학회에", "박람회에"});
  if ((of_event || at_event) && context.discourse.event != kNoEntity)
    return {context.discourse.event};
  return {};
}

void participate(KoreanReader& r) {
  if (r.text().substr(0, r.at()).ends_with("주주로 ")) return;
  const Entities gatherings = gathering(r);
  if (gatherings.empty()) return;
  const bool is_topic = std::ranges::any_of(r.args(), [&](const Argument& a) {
    return is_subject_case(a.kind) && a.entities == gatherings;
  });
  Entities members = r.subject();
  if (is_topic && r.subject_at() == kNoArgument) members.clear();
  // 해외 기업과 △A △B가: a list within the sentence.
  r.emit(EdgeType::Participation, members, gatherings);
}

void include(KoreanReader& r) {
  const std::size_t members = r.complement({Case::Object}, kActors);
  r.emit(EdgeType::Participation, r.entities(members, kActors), gathering(r));
}

/// "AWS는 SK그룹과 손잡고 '○○ 프로젝트'를 추진한다": both take part in it.
void build(KoreanReader& r) {
  const std::size_t project =
      r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t) {
        const bool chosen_for =
            a.kind == Case::Recipient && starts_with_any(r.stem(), {"확정", "선정"});
        return (a.kind == Case::Object || chosen_for) && r.has_type(a, kProjects);
      });
  if (project == kNoArgument) return;
  const Entities projects = r.entities(project, kProjects);
  r.emit(EdgeType::Participation, r.as_organizations(r.subject()), projects);
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
