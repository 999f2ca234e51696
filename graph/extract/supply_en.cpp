// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/goods_en.hpp"

namespace dealgraph::extract::english {
namespace {

/// Reads one cue of the supply of goods and services.
class SupplyReader : GoodsReader {
 public:
  SupplyReader(Statements& s, const Cue& cue) : GoodsReader(s, cue) {}

  void run(Act act) {
    switch (act) {
      case Act::Supply:
        return supply();
      case Act::Hand:
        return hand();
      case Act::Make:
        return make();
      case Act::Order:
        return order();
      case Act::Buy:
        return buy();
      case Act::Integrate:
        return integrate();
      case Act::Win:
        return win();
      case Act::Award:
        return award();
      case Act::Tap:
        return tap();
      case Act::Count:
        return count();
      case Act::License:
        return license();
      default:
        return;
    }
  }

 private:
  Entities by(Prepositions prepositions) const {
    return organizations_at(s_.complement(cue_.verb, prepositions, kOrganizations));
  }

  /// Whose goods the phrase names: "Bosung's system", "Nvidia GPUs".
  Entities maker_of(std::size_t phrase) const {
    if (phrase == kNone) return {};
    const Phrase& p = s_.phrase(phrase);
    Entities owner = s_.filtered(p.owner, kOrganizations);
    if (!owner.empty()) return owner;
    if (s_.phrase_has_goods(phrase)) {
      owner = s_.filtered(p.modifiers, kOrganizations);
      if (!owner.empty()) return owner;
    }
    // "six gigawatts of AMD's accelerators", "18,000 of Nvidia's chips"
    for (const std::size_t c : p.complements) {
      const Phrase& of = s_.phrase(c);
      if (s_.parse().preposition(of) != "of" || !s_.phrase_has_goods(c)) continue;
      owner = s_.filtered(of.owner, kOrganizations);
      if (owner.empty()) owner = s_.filtered(of.modifiers, kOrganizations);
      if (!owner.empty()) return owner;
    }
    return {};
  }

  /// The other party of what the verb depends on: "picked by Foo to supply", "a deal with Foo to
  /// buy".
  Entities counterpart() const {
    const Verb& v = verb();
    if (v.noun != kNone) {
      const std::size_t with = s_.noun_complement(v.noun, {"with", "from", "by"}, kOrganizations);
      if (with != kNone) return organizations_at(with);
    }
    if (v.governor == kNone) return {};
    const Verb& g = s_.verb(v.governor);
    if (v.noun != kNone)
      return organizations_at(s_.complement(v.governor, {"with"}, kOrganizations));
    const EnglishCue* cue = verb_cue(g);
    const bool controls = cue != nullptr && (cue->act == Act::Tap || cue->act == Act::Award);
    if (!controls && g.lemma != "contract" && g.lemma != "ask" && g.lemma != "commission")
      return {};
    if (g.passive) return organizations_at(s_.complement(v.governor, {"by"}, kOrganizations));
    return s_.organizations(s_.subject(v.governor));
  }

  // "supply chips to Foo", "supply Foo with chips", "Foo is supplied with chips by Bar"
  void supply() {
    const Verb& v = verb();
    if (v.passive) {
      const Entities suppliers = by({"by"});
      Entities customers = organizations_at(v.subject);
      if (v.lemma == "provide" || customers.empty()) {
        const Entities recipients = by({"to", "for"});
        if (!recipients.empty()) customers = recipients;
      }
      if (customers.empty()) customers = s_.filtered(owner_of(v.subject), kOrganizations);
      return emit(suppliers, customers);
    }
    if (v.lemma == "serve" || v.lemma == "power") return power();
    const Entities suppliers = subject();
    Entities customers = by({"to"});
    const std::size_t object = s_.object(cue_.verb);
    if (customers.empty()) customers = project(object);
    if (customers.empty() && object != kNone) {
      if (!s_.phrase(object).entities.empty())
        customers = s_.filtered(s_.parse().all(object), kOrganizations);
      if (customers.empty() && !s_.phrase(object).modifiers.empty() && is_direct(object))
        customers = s_.filtered(s_.phrase(object).modifiers, kOrganizations);
    }
    if (customers.empty()) customers = by({"for"});
    if (customers.empty()) customers = counterpart();
    if (customers.empty() && object != kNone && is_part_noun(s_.phrase(object).noun))
      customers = organizations_at(object);
    // "under which Foo was to supply power to its data centers": whose contract it is.
    if (customers.empty() || customers == suppliers) customers = contract_party(suppliers);
    emit(suppliers, customers);
  }

  /// "supply Stargate with servers", "deliver memory to Stargate"
  Entities project(std::size_t object) const {
    constexpr EntityTypes kProjects{EntityType::Project};
    Entities found = s_.named(s_.complement(cue_.verb, {"to", "for"}, kProjects), kProjects);
    if (found.empty() && object != kNone) found = s_.filtered(s_.parse().all(object), kProjects);
    return found;
  }

  Entities contract_party(const Entities& suppliers) const {
    std::vector<std::size_t> under = verb().complements;
    if (verb().governor != kNone) {
      const auto& more = s_.verb(verb().governor).complements;
      under.insert(under.end(), more.begin(), more.end());
    }
    for (const std::size_t c : under) {
      if (s_.parse().preposition(s_.phrase(c)) != "under") continue;
      for (std::size_t o = 0; o < c; ++o) {
        if (s_.phrase(o).first != s_.phrase(c).first) continue;
        const std::size_t ruler = s_.ruler(o);
        if (ruler == kNone) continue;
        Entities party = s_.organizations(s_.subject(ruler));
        if (!party.empty() && party != suppliers) return party;
      }
    }
    return {};
  }

  /// "supply Nvidia memory": the name opens the phrase, no determiner makes it a whole.
  bool is_direct(std::size_t object) const {
    const Phrase& p = s_.phrase(object);
    return s_.parse().tokens[p.first].cls == Class::Name;
  }

  Entities owner_of(std::size_t phrase) const {
    return phrase == kNone ? Entities{} : s_.phrase(phrase).owner;
  }

  /// "power Meta's data centers": only the customer's own sites.
  void power() {
    const std::size_t object = s_.object(cue_.verb);
    if (object == kNone || verb().lemma != "power") return;
    const Phrase& p = s_.phrase(object);
    if (!is_part_noun(p.noun) && p.noun != "cluster" && p.noun != "system") return;
    emit(subject(), s_.filtered(p.owner, kOrganizations));
  }

  // "sell chips to Foo", "sell a unit to Foo"
  void hand() {
    const Verb& v = verb();
    Entities buyers = by({"to"});
    // "sell Foo as many as 400,000 chips"
    if (buyers.empty() && !v.passive && v.objects.size() >= 2 && s_.phrase_has_goods(v.objects[1]))
      buyers = s_.filtered(s_.parse().all(v.objects.front()), kOrganizations);
    if (buyers.empty() && !v.passive) buyers = project(kNone);
    const std::size_t sold = v.passive ? v.subject : s_.object(cue_.verb);
    // "handed it $210 million"
    if (v.lemma == "hand" && v.particle.empty()) read_investment(s_, cue_, Act::Grant);
    if (buyers.empty()) {
      // "samples that Bosung sent"
      return;
    }
    if (sold != kNone && is_share(sold)) return;
    Entities units =
        sold == kNone ? Entities{} : s_.filtered(s_.parse().all(sold), {EntityType::Organization});
    // "sold its Foo unit to Bar"
    if (units.empty() && sold != kNone && is_part_noun(s_.phrase(sold).noun) &&
        !is_site_noun(s_.phrase(sold).noun))
      units = s_.filtered(s_.phrase(sold).modifiers, kOrganizations);
    const bool sells = v.lemma == "sell" || v.lemma == "hand" || v.lemma == "offload" ||
                       v.lemma == "divest" || v.lemma == "unload" || v.lemma == "transfer";
    // "sell itself to Foo"
    const bool whole = sold != kNone && s_.phrase(sold).noun == "itself";
    if (whole) return s_.emit(EdgeType::Acquisition, buyers, subject(), cue_);
    if (!units.empty() && sells) {
      s_.emit(EdgeType::Acquisition, buyers, units, cue_);
      return;
    }
    if (v.lemma == "spin") return;
    if (v.lemma == "hand" && (sold == kNone || !s_.phrase_has_goods(sold))) return;
    if (v.lemma == "transfer" || v.lemma == "send" || v.lemma == "dispatch") {
      if (sold == kNone || !(s_.phrase_has_goods(sold) || s_.has_word(sold, {"sample"}))) return;
    }
    if (buyers == subject()) {
      return emit(subject(), contract_party(subject()));
    }
    // A plant or a business is no goods.
    if (sold != kNone && !v.passive && is_part_noun(s_.phrase(sold).noun)) return;
    const Entities sellers = v.passive ? by({"by"}) : subject();
    emit(sellers, buyers);
  }

  bool is_share(std::size_t phrase) const {
    return s_.has_word(phrase, {"stake", "share", "holding", "stock", "bond"});
  }

  // "make chips for Foo"; "Foo's chips are made by Bar"
  void make() {
    const Verb& v = verb();
    if (v.passive) {
      Entities makers = by({"by"});
      if (makers.empty()) makers = by({"at"});
      if (makers.empty()) makers = site_owner();
      Entities customers = by({"for"});
      if (customers.empty()) customers = s_.filtered(owner_of(v.subject), kOrganizations);
      if (customers.empty() && cue_.verb > 0) {
        // "are made for Foo by Bar and packaged by Baz"
        const Verb& left = s_.verb(cue_.verb - 1);
        if (left.passive && left.subject == v.subject)
          customers = organizations_at(s_.complement(cue_.verb - 1, {"for"}, kOrganizations));
      }
      if (customers.empty() && v.subject != kNone) {
        // "Foo's first part, the V1, will be made by Bar"
        const std::size_t whole = s_.phrase(v.subject).apposition;
        if (whole != kNone) customers = s_.filtered(owner_of(whole), kOrganizations);
        for (std::size_t i = v.subject + 1; customers.empty() && i < v.subject + 3; ++i) {
          if (i < s_.parse().phrases.size() && s_.phrase(i).apposition == v.subject)
            customers = s_.filtered(owner_of(i), kOrganizations);
        }
      }
      if (customers.empty()) customers = designer();
      if (customers == makers) return;
      return emit(makers, customers);
    }
    const bool into = std::ranges::any_of(v.complements, [&](std::size_t c) {
      return s_.parse().preposition(s_.phrase(c)) == "into";
    });
    if (into) return integrate();
    const Entities makers = subject();
    Entities customers = by({"for"});
    const std::size_t object = s_.object(cue_.verb);
    if (customers.empty() && object != kNone && s_.phrase_has_goods(object))
      customers = s_.filtered(owner_of(object), kOrganizations);
    if (customers == makers) customers.clear();
    // "builds its cluster with servers from Foo"
    for (const std::size_t c : v.complements) {
      if (s_.parse().preposition(s_.phrase(c)) != "with" || !s_.phrase_has_goods(c)) continue;
      emit(organizations_at(s_.noun_complement(c, {"from"}, kOrganizations)), makers);
    }
    if (!customers.empty()) return emit(makers, customers);
    // "signed a deal with Foo to build data centers": Foo builds them.
    const Entities other = counterpart();
    if (object != kNone && v.noun == kNone && v.subject != kNone)
      return read_investment(s_, cue_, Act::Open);
    if (other.empty() || object == kNone || v.noun == kNone) return;
    if (!s_.phrase_has_goods(object) && !is_site_noun(s_.phrase(object).noun)) return;
    if (s_.has_word(v.noun, {"partnership", "alliance", "venture", "plan", "letter", "memorandum",
                             "collaboration"}))
      return;
    emit(other, makers);
  }

  /// "produced at Foo's plant"
  Entities site_owner() const {
    for (const std::size_t c : verb().complements) {
      const std::string_view p = s_.parse().preposition(s_.phrase(c));
      if ((p == "at" || p == "in" || p == "on") && is_part_noun(s_.phrase(c).noun))
        return s_.filtered(s_.phrase(c).owner, kOrganizations);
    }
    return {};
  }

  /// "designed by Foo and produced by Bar": whose the goods are.
  Entities designer() const {
    for (std::size_t i = 0; i < cue_.verb; ++i) {
      const Verb& left = s_.verb(i);
      if (left.passive && left.subject == verb().subject &&
          (left.lemma == "design" || left.lemma == "develop"))
        return organizations_at(s_.complement(i, {"by"}, kOrganizations));
    }
    return {};
  }

  // "order chips from Foo", "license Foo's software"
  void order() {
    const Verb& v = verb();
    const std::size_t object = s_.object(cue_.verb);
    const std::size_t goods = v.passive ? v.subject : object;
    if (goods != kNone && s_.has_word(goods, {"order", "contract", "award"})) {
      if (!v.passive) emit(subject(), by({"from"}));
      return;
    }
    if (!v.passive && goods != kNone && s_.phrase(goods).is_money)
      return read_investment(s_, cue_, Act::Raise);
    const bool vague = v.lemma == "get" || v.lemma == "receive" || v.lemma == "obtain";
    if (vague && (goods == kNone || !s_.phrase_has_goods(goods))) return;
    const Entities customers = v.passive ? by({"by"}) : subject();
    Entities suppliers = by({"from", "with", "at"});
    if (suppliers.empty() && goods != kNone)
      suppliers = organizations_at(s_.noun_complement(goods, {"from", "at"}, kOrganizations));
    if (suppliers.empty()) suppliers = maker_of(goods);
    if (suppliers.empty() && v.lemma == "license") suppliers = owner_of_product(goods);
    if (suppliers.empty()) suppliers = counterpart();
    if (v.lemma == "lease" || v.lemma == "rent" || v.lemma == "license") {
      const Entities recipients = by({"to"});
      if (!recipients.empty()) return emit(customers, recipients);
    }
    emit(suppliers, customers);
  }

  static Entities owner_of_product(std::size_t) { return {}; }

  // "buy chips from Foo", "buy Foo"
  void buy() {
    const Verb& v = verb();
    const std::size_t object = s_.object(cue_.verb);
    const std::size_t bought = v.passive ? v.subject : object;
    if (bought != kNone && is_share(bought)) return;
    const Entities whole = bought == kNone
                               ? Entities{}
                               : s_.filtered(s_.parse().all(bought), {EntityType::Organization});
    const std::size_t into = s_.complement(cue_.verb, {"into"}, kOrganizations);
    if (v.lemma == "buy" && bought == kNone && into != kNone)
      return s_.emit(EdgeType::Investment, subject(), organizations_at(into), cue_);
    if (!whole.empty() || v.lemma == "take") return read_acquisition(s_, cue_, Act::Buy);
    const Entities customers = v.passive ? by({"by"}) : subject();
    Entities suppliers = by({"from"});
    const bool unit = bought != kNone && is_part_noun(s_.phrase(bought).noun);
    if (unit) return;
    if (suppliers.empty() && (v.lemma == "buy" || v.lemma == "purchase")) {
      suppliers = maker_of(bought);
      if (suppliers.empty() && bought != kNone &&
          (s_.phrase_has_goods(bought) || s_.phrase(bought).is_money))
        suppliers = counterpart();
    }
    if (v.lemma == "acquire" && (bought == kNone || !s_.phrase_has_goods(bought))) {
      return read_acquisition(s_, cue_, Act::Buy);
    }
    emit(suppliers, s_.organizations(customers));
  }

  // "build Foo's accelerators into its robots", "adopt Foo's chips"
  void integrate() {
    const Verb& v = verb();
    const std::size_t goods = v.passive ? v.subject : s_.object(cue_.verb);
    if (goods == kNone) return;
    Entities suppliers = by({"from"});
    if (suppliers.empty()) suppliers = maker_of(goods);
    const Entities customers = v.passive ? by({"by"}) : subject();
    emit(suppliers, customers);
  }

  bool is_contract(std::size_t phrase) const {
    return phrase != kNone &&
           s_.has_word(phrase, {"order", "contract", "deal", "award", "business", "tender"});
  }

  // "win an order from Foo", "win Foo as a customer"
  void win() {
    const std::size_t object = s_.object(cue_.verb);
    if (object == kNone || verb().passive) return;
    const Entities named = s_.filtered(s_.parse().all(object), kOrganizations);
    const std::size_t as = as_noun({"customer", "client", "buyer", "user", "tenant", "licensee"});
    if (!named.empty() && as != kNone) return emit(subject(), named);
    if (!is_contract(object)) return;
    const Cue noun{cue_.verb, object};
    std::size_t from = s_.cue_complement(noun, {"from", "with", "for"}, kOrganizations);
    Entities customers = organizations_at(from);
    if (customers.empty()) customers = s_.filtered(s_.phrase(object).modifiers, kOrganizations);
    if (customers.empty()) customers = s_.filtered(s_.phrase(object).owner, kOrganizations);
    s_.emit(EdgeType::Supply, subject(), customers, cue_, win_status());
  }

  std::optional<Status> win_status() const {
    const Status status = s_.status(cue_, EdgeType::Supply);
    return status == Status::Completed ? Status::Agreed : status;
  }

  std::size_t as_noun(std::initializer_list<std::string_view> nouns) const {
    for (const std::size_t c : verb().complements) {
      if (s_.parse().preposition(s_.phrase(c)) != "as") continue;
      if (std::ranges::find(nouns, std::string_view(s_.phrase(c).noun)) != nouns.end()) return c;
    }
    return kNone;
  }

  // "award Foo a contract", "Foo was awarded a contract by Bar"
  void award() {
    const Verb& v = verb();
    // "gave a keynote at CES"
    const bool speech = std::ranges::any_of(v.objects, [&](std::size_t o) {
      return s_.has_word(o, {"keynote", "speech", "talk", "address", "presentation"});
    });
    if (speech) return read_encounter(s_, cue_, Act::Speak);
    const bool contract =
        std::ranges::any_of(v.objects, [&](std::size_t o) { return is_contract(o); });
    if (!contract && !is_contract(v.subject)) return read_investment(s_, cue_, Act::Grant);
    if (v.passive) {
      if (contract || is_contract(v.subject)) {
        const Entities winners = is_contract(v.subject) ? by({"to"}) : subject();
        s_.emit(EdgeType::Supply, winners, by({"by", "from"}), cue_, win_status());
      }
      return;
    }
    if (!contract) return;
    Entities winners = by({"to"});
    if (winners.empty()) winners = organizations_at(s_.object(cue_.verb));
    s_.emit(EdgeType::Supply, winners, subject(), cue_, win_status());
  }

  // "tap Foo for chips", "tap Foo as its supplier", "turn to Foo for chips"
  void tap() {
    const Verb& v = verb();
    const std::size_t as = as_noun({"supplier", "provider", "foundry", "vendor", "manufacturer"});
    const bool goods = s_.speaks_of_goods(cue_);
    if (v.lemma == "use") {
      const std::size_t object = s_.object(cue_.verb);
      Entities from = by({"from"});
      if (object != kNone && !from.empty() && s_.phrase_has_goods(object)) emit(from, subject());
      if (as == kNone) return;
    }
    if (as == kNone && !goods) return;
    if (v.passive) return emit(organizations_at(v.subject), by({"by"}));
    const Entities suppliers =
        v.lemma == "turn" ? by({"to"}) : organizations_at(s_.object(cue_.verb));
    if (v.lemma == "hire" && as == kNone) return;
    s_.emit(EdgeType::Supply, suppliers, subject(), cue_, win_status());
  }

  // "takes a license to some of Foo's technology", "a licence from Foo"
  void license() {
    if (cue_.verb == kNone || s_.phrase(s_.phrase(cue_.noun).group).object_of != cue_.verb) return;
    Entities owner = organizations_at(s_.noun_complement(cue_.noun, {"from"}, kOrganizations));
    const std::string_view lemma = verb().lemma;
    const bool takes = lemma == "take" || lemma == "get" || lemma == "obtain" || lemma == "buy" ||
                       lemma == "secure" || lemma == "acquire" || lemma == "sign" ||
                       lemma == "receive" || lemma == "have";
    if (!takes) return;
    for (const std::size_t c : verb().complements) {
      if (owner.empty()) owner = s_.filtered(s_.phrase(c).owner, kOrganizations);
    }
    s_.emit(EdgeType::Supply, owner, subject(), cue_, Status::Agreed);
  }

  // "counts Foo among its clients"
  void count() {
    for (const std::size_t c : verb().complements) {
      const Phrase& p = s_.phrase(c);
      if (s_.parse().preposition(p) != "among" && s_.parse().preposition(p) != "as") continue;
      const Entities named = organizations_at(s_.object(cue_.verb));
      if (p.noun == "client" || p.noun == "customer" || p.noun == "buyer" || p.noun == "user" ||
          p.noun == "tenant")
        emit(subject(), named);
      if (p.noun == "supplier") emit(named, subject());
      if (p.noun == "shareholder" || p.noun == "owner" || p.noun == "holder")
        s_.emit(EdgeType::Ownership, named, subject(), cue_, Status::Completed);
      if (p.noun == "investor" || p.noun == "backer")
        s_.emit(EdgeType::Investment, named, subject(), cue_, Status::Completed);
      if (p.noun == "partner") s_.emit(EdgeType::Partnership, named, subject(), cue_);
    }
  }
};

}  // namespace

void read_supply(Statements& s, const Cue& cue, Act act) { SupplyReader(s, cue).run(act); }

}  // namespace dealgraph::extract::english
