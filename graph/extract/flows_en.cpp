// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/goods_en.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

constexpr EntityTypes kCustomers{EntityType::Organization, EntityType::Project};

/// Goods that flow without a word of selling: reliance, deliveries, shares of revenue, work that
/// is given away.
class FlowReader : GoodsReader {
 public:
  FlowReader(Statements& s, const Cue& cue) : GoodsReader(s, cue) {}

  void run(Act act) {
    switch (act) {
      case Act::Rely:
        return rely();
      case Act::Delivery:
        return delivery();
      case Act::Outsource:
        return outsource();
      case Act::Revenue:
        return revenue();
      case Act::Engage:
        return engage();
      case Act::CutOff:
        return cut_off();
      case Act::Come:
        return come();
      default:
        return;
    }
  }

 private:
  // "relies on Foo for its GPUs"
  void rely() {
    if (verb().passive || !s_.speaks_of_goods(cue_)) return;
    const std::size_t on = s_.complement(cue_.verb, {"on", "upon"}, kOrganizations);
    emit(organizations_at(on), subject());
  }

  // "halted deliveries to Foo", "its shipments of memory to Bar", "the first shipment from Baz"
  void delivery() {
    const Phrase& p = s_.phrase(cue_.noun);
    const std::size_t to = s_.noun_complement(cue_.noun, {"to", "for"}, kCustomers);
    const std::size_t from = s_.noun_complement(cue_.noun, {"from"}, kOrganizations);
    const Entities owner = s_.filtered(p.owner, kOrganizations);
    const bool ruled = cue_.verb != kNone && s_.phrase(p.group).object_of == cue_.verb;
    if (from != kNone) {
      const Entities customers = ruled ? subject() : owner;
      return emit(organizations_at(from), customers);
    }
    if (to == kNone) return;
    Entities suppliers = owner;
    if (suppliers.empty() && ruled) suppliers = subject();
    if (suppliers.empty())
      suppliers = organizations_at(s_.noun_complement(cue_.noun, {"by"}, kOrganizations));
    emit(suppliers, s_.named(to, kCustomers));
  }

  // "outsourced production of its sensors to Foo", "moved its training to Foo's cloud"
  void outsource() {
    const Verb& v = verb();
    const std::size_t object = v.passive ? v.subject : s_.object(cue_.verb);
    if (object == kNone) return;
    const bool work = s_.has_word(
        object, {"production", "manufacturing", "fabrication", "packaging", "assembly", "order",
                 "contract", "workload", "training", "work", "business", "orders", "foundry",
                 "volume", "output", "hosting", "inference", "computing"});
    if (!work) return;
    Entities suppliers = organizations_at(
        s_.complement(cue_.verb, {"to", "with", "at", "onto", "among", "between"}, kOrganizations));
    if (suppliers.empty()) {
      for (const std::size_t c : v.complements) {
        if (s_.parse().preposition(s_.phrase(c)) == "to" && suppliers.empty())
          suppliers = s_.filtered(s_.phrase(c).owner, kOrganizations);
      }
    }
    if (v.passive) return;
    const Entities customers = subject();
    if (customers == suppliers) return;
    emit(suppliers, customers);
  }

  // "Foo accounts for a third of Bar's revenue", "Foo made up 40% of sales at Bar"
  void revenue() {
    const Verb& v = verb();
    if (v.passive || (v.lemma == "make" && v.particle != "up")) return;
    std::vector<std::size_t> shares = v.objects;
    shares.insert(shares.end(), v.complements.begin(), v.complements.end());
    for (const std::size_t share : shares) {
      const Entities seller = seller_in(share);
      if (seller.empty()) continue;
      Entities buyers = subject();
      if (buyers.empty() && v.subject != kNone)
        buyers =
            organizations_at(s_.noun_complement(v.subject, {"from", "to", "by"}, kOrganizations));
      if (buyers == seller) return;
      return emit(seller, buyers, Status::Completed);
    }
  }

  /// Whose revenue the phrase is, or is a share of.
  Entities seller_in(std::size_t share) const {
    std::vector<std::size_t> places{share};
    const auto& more = s_.phrase(share).complements;
    places.insert(places.end(), more.begin(), more.end());
    for (const std::size_t at : places) {
      if (!s_.has_word(at, {"revenue", "sale", "turnover", "shipment"})) continue;
      Entities seller = s_.filtered(s_.phrase(at).owner, kOrganizations);
      if (seller.empty())
        seller = organizations_at(s_.noun_complement(at, {"at", "of"}, kOrganizations));
      if (!seller.empty()) return seller;
    }
    return {};
  }

  // "has contracted with Foo for 1.2 gigawatts of power", "signed up for Foo's chips"
  void engage() {
    const Verb& v = verb();
    if (v.passive) return;
    const bool goods = s_.speaks_of_goods(cue_);
    Entities suppliers = organizations_at(s_.complement(cue_.verb, {"with", "to"}, kOrganizations));
    if (suppliers.empty()) {
      for (const std::size_t c : v.complements) {
        if (s_.parse().preposition(s_.phrase(c)) == "for" && s_.phrase_has_goods(c))
          suppliers = s_.filtered(s_.phrase(c).owner, kOrganizations);
      }
    }
    if (!goods) return;
    const Status status = s_.status(cue_, EdgeType::Supply);
    emit(suppliers, subject(), status == Status::Completed ? Status::Agreed : status);
  }

  // "its accelerators come from Foo"
  void come() {
    const Verb& v = verb();
    if (v.passive || v.subject == kNone || !s_.phrase_has_goods(v.subject)) return;
    const std::size_t from = s_.complement(cue_.verb, {"from"}, kOrganizations);
    emit(organizations_at(from), s_.filtered(s_.phrase(v.subject).owner, kOrganizations),
         Status::Completed);
  }

  // "Foo cut off Bar"
  void cut_off() {
    if (verb().passive) return;
    const std::size_t object = s_.object(cue_.verb);
    if (object == kNone) return;
    const Status status = s_.status(cue_, EdgeType::Supply);
    const bool done = status == Status::Completed || status == Status::Agreed;
    emit(subject(), s_.filtered(s_.parse().all(object), kOrganizations),
         done ? Status::Ended : status);
  }
};

}  // namespace

void read_flow(Statements& s, const Cue& cue, Act act) { FlowReader(s, cue).run(act); }

/// "takes 18,000 of Nvidia's chips"
bool takes_some(const Statements& s, std::size_t object) {
  return std::ranges::any_of(s.phrase(object).complements, [&](std::size_t c) {
    const Phrase& p = s.phrase(c);
    return s.parse().preposition(p) == "of" && !p.owner.empty() && s.phrase_has_goods(c);
  });
}

/// True for a verb of getting whose object is goods from somebody: "secured capacity from Foo".
bool is_procurement(const Statements& s, const Cue& cue) {
  if (cue.verb == kNone || cue.noun != kNone) return false;
  const Verb& v = s.verb(cue.verb);
  static constexpr auto kVerbs =
      word_list({"secure", "get", "receive", "obtain", "take", "land", "line", "book", "reserve",
                 "procure", "source", "draw", "win", "accept", "tap"});
  if (!kVerbs.contains(v.lemma)) return false;
  const std::size_t object = v.passive ? v.subject : s.object(cue.verb);
  if (object == kNone || s.phrase(object).is_money) return false;
  if (!s.phrase_has_goods(object) && !takes_some(s, object)) return false;
  const bool contract = s.has_word(
      object, {"contract", "order", "deal", "award", "agreement", "license", "licence", "stake",
               "approval", "support", "permission", "part", "business", "interest", "loan"});
  if (contract) return false;
  return s.complement(cue.verb, {"from", "at"}, kOrganizations) != kNone || takes_some(s, object) ||
         (v.lemma == "line" && s.noun_complement(object, {"from", "at"}, kOrganizations) != kNone);
}

}  // namespace dealgraph::extract::english
