// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/characters.hpp"
#include "graph/extract/reader_ko.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

/// 출자가 마무리되면: what would follow is not stated.
bool is_conditional(const KoreanReader& reader) {
  constexpr std::size_t kReach = 40;
  const std::string_view tail = reader.after().substr(0, kReach);
  const std::size_t first = std::min(find_word(tail, "면 "), find_word(tail, "면, "));
  if (first == std::string_view::npos || tail.substr(0, first).ends_with("하")) {
    return first != std::string_view::npos && std::ranges::count(tail.substr(0, first), ' ') <= 1 &&
           !tail.substr(0, first + std::string_view("면").size()).ends_with("이라면");
  }
  return std::ranges::count(tail.substr(0, first), ' ') <= 1;
}

/// "만약 A가 B를 떠안는다면 어떤 일이 벌어질까": a thought, not news.
bool is_hypothetical(const KoreanReader& reader) {
  return reader.sentence_has({"만약 ", "만일 ", "가정하면", "한다면 ", "는다면 ", "된다면 "});
}

/// 협력해야 한다, 투자할 필요가 있다: somebody's wish.
bool is_wish(const KoreanReader& reader) {
  const std::string_view after = reader.after();
  for (const std::string_view wish :
       {"해야 ", "할 필요", "했어야", "하라고", "하라는", "하자고", "하자는", "해 달라", "해달라",
        "할 수 있", "할 수도", "할지 ", "할까", "를 촉구", "을 촉구", "을 당부", "를 당부"}) {
    if (after.starts_with(wish)) return true;
  }
  return false;
}

/// GPU를 사들인다 is a purchase, 루멘칩을 or 지분을 사들인다 a takeover.
bool buys_company(const KoreanReader& reader) {
  if (!starts_with_any(reader.stem(), {"사들", " 사", " 산"})) return false;
  if (reader.clause_has({"지분", "경영권", "주식"})) return true;
  const std::size_t object = reader.complement({Case::Object}, kOrganizations);
  return object != kNoArgument && reader.is_plain(reader.args()[object]);
}

/// 700억엔을 대기로, 보조금을 받는다, 자금을 제공: verbs of goods that move money.
bool moves_money(const KoreanReader& reader) {
  const std::string_view stem = reader.stem();
  return (starts_with_any(stem,
                          {"받", " 대", " 댄", "제공", "들이기로", "들일", "들인다", "쓰기로"}) ||
          stem == "조달") &&
         has_money_object(reader);
}

void read(KoreanReader& reader) {
  if (is_conditional(reader) || is_wish(reader)) return;
  const Trigger& trigger = *reader.hit().trigger;
  const auto type = edge_type_of(trigger.frame);
  if (!type) return;
  if (*type == EdgeType::Supply && buys_company(reader)) {
    static constexpr Trigger kTakeover{"사들", Frame::Acquire, Status::Agreed};
    const TriggerHit takeover{reader.hit().span, &kTakeover};
    reader.turn_to(takeover);
    return read_deal(reader);
  }
  const bool plain_buying = starts_with_any(reader.stem(), {" 사", " 산"});
  if (plain_buying && *type == EdgeType::Acquisition && !buys_company(reader)) return;
  if (*type == EdgeType::Acquisition && reader.stem() == "사들" && !buys_company(reader)) {
    static constexpr Trigger kPurchase{"사들이", Frame::SupplyReceived, Status::Agreed};
    const TriggerHit purchase{reader.hit().span, &kPurchase};
    reader.turn_to(purchase);
    return read_supply(reader);
  }
  if (*type == EdgeType::Supply && moves_money(reader)) {
    const bool gets = starts_with(reader.stem(), "받") || reader.stem() == "조달";
    static constexpr Trigger kPays{"대", Frame::Invest, Status::Agreed, Variant::PaysMoney};
    static constexpr Trigger kGets{"받", Frame::InvestReceived, Status::Agreed, Variant::GetsMoney};
    reader.turn_to({reader.hit().span, gets ? &kGets : &kPays});
    return read_deal(reader);
  }
  // A company opens a plant, and an event.
  if (trigger.variant == Variant::BuildSite && starts_with_any(trigger.stem, {"열었", "연다"})) {
    static constexpr Trigger kHost{"열", Frame::Host, Status::Completed};
    const TriggerHit opened = reader.hit();
    reader.turn_to({opened.span, &kHost});
    read_gathering(reader);
    reader.turn_to(opened);
  }
  switch (*type) {
    case EdgeType::Supply:
      return read_supply(reader);
    case EdgeType::Partnership:
    case EdgeType::Investment:
    case EdgeType::Acquisition:
      return read_deal(reader);
    case EdgeType::Visit:
      return read_encounter(reader);
    case EdgeType::Meeting:
      read_encounter(reader);
      return read_gathering(reader);
    case EdgeType::Participation:
      read_gathering(reader);
      // 참석해 대통령과 의견을 나눴다: read at its own trigger; 라운드에 참여했다 is an investment.
      if (trigger.frame == Frame::Participate) {
        TriggerHit joins = reader.hit();
        static constexpr Trigger kJoin{"참여", Frame::Invest, Status::Completed,
                                       Variant::JoinRound};
        joins.trigger = &kJoin;
        reader.turn_to(joins);
        read_deal(reader);
      }
      return;
    default:
      return;
  }
}

}  // namespace

std::vector<Relation> korean_relations(const SentenceView& view, Context& context) {
  KoreanReader reader(view, context);
  for (const Post& post : view.posts) {
    if (post.organization != kNoEntity && post.status == Status::Completed)
      context.discourse.employ(post.person, post.organization);
    context.discourse.entitle(view.article.piece(post.title), post.person);
  }
  if (view.sentence.bullet && read_list_item(reader)) return std::move(reader.found());
  if (is_hypothetical(reader)) return {};
  for (const TriggerHit& hit : view.triggers) {
    // 미래투자이니셔티브 invests nothing; 방한 is the name of a country and a visit.
    const Name* name = name_covering(view.article.names, hit.span.begin);
    if (name != nullptr && view.article.entity(name->entity).type != EntityType::Place) continue;
    reader.turn_to(hit);
    read(reader);
  }
  read_continuation(reader);
  return std::move(reader.found());
}

}  // namespace dealgraph::extract
