// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/modality.hpp"
#include "graph/extract/relations.hpp"

namespace dealgraph::extract {
namespace {

using Entities = std::vector<std::uint32_t>;
constexpr std::size_t kNone = SIZE_MAX;
constexpr EntityTypes kActors{EntityType::Organization, EntityType::Person};
constexpr EntityTypes kOrganizations{EntityType::Organization};
constexpr EntityTypes kGatherings{EntityType::Project, EntityType::Event};

class Reader {
 public:
  Reader(const SentenceView& view, Context& context)
      : view_(view),
        article_(view.article),
        text_(view.article.text.substr(0, view.sentence.span.end)),
        args_(view.arguments),
        context_(context) {}

  std::vector<Relation> run() {
    for (const TriggerHit& hit : view_.triggers) {
      hit_ = &hit;
      read(hit);
    }
    provider_statements();
    covered_goods();
    return std::move(out_);
  }

 private:
  EntityType type(std::uint32_t entity) const { return article_.entity(entity).type; }

  Entities filtered(const Argument& a, EntityTypes types) const {
    Entities kept;
    for (const std::uint32_t e : a.entities) {
      if (types.contains(type(e))) kept.push_back(e);
    }
    return kept;
  }

  bool has_type(const Argument& a, EntityTypes types) const { return !filtered(a, types).empty(); }

  Entities entities(std::size_t index, EntityTypes types) const {
    return index == kNone ? Entities{} : filtered(args_[index], types);
  }

  std::string_view between(std::uint32_t from, std::uint32_t to) const {
    return to <= from ? std::string_view() : text_.substr(from, to - from);
  }

  // ---- arguments

  /// A relative clause makes any noun before it a subject: "with Google, which was …".
  bool is_relative_head(const Argument& a) const {
    const std::string_view after = text_.substr(a.span.end, 8);
    return after.starts_with(", which") || after.starts_with(", who") ||
           after.starts_with(" that ") || after.starts_with(" which ") ||
           after.starts_with(" who ");
  }

  std::size_t subject_index(std::uint32_t at, EntityTypes types = kActors) const {
    if (is_participle_clause(at)) return first_subject(at, types);
    for (std::size_t i = args_.size(); i-- > 0;) {
      const Argument& a = args_[i];
      if (a.span.end > at || !has_type(a, types)) continue;
      if ((a.kind == Case::Bare && !a.possessive && !is_object(i, at)) || is_relative_head(a))
        return i;
      if (a.possessive && owns_deal(a, at)) return i;
    }
    return kNone;
  }

  /// "after completing", "by acquiring": the subject is that of the main clause.
  bool is_participle_clause(std::uint32_t at) const {
    const std::string_view verb = between(at, static_cast<std::uint32_t>(word_end(text_, at)));
    const std::string_view head = text_.substr(0, at);
    if (verb.ends_with("ing") &&
        (head.ends_with("after ") || head.ends_with("by ") || head.ends_with("before ") ||
         head.ends_with("while ") || head.ends_with(", "))) {
      return true;
    }
    const std::string_view near = head.substr(head.size() > 40 ? head.size() - 40 : 0);
    return has_phrase(near,
                      {"after completing", "after closing", "after signing", "after announcing"});
  }

  std::size_t first_subject(std::uint32_t at, EntityTypes types) const {
    for (std::size_t i = 0; i < args_.size() && args_[i].span.end <= at; ++i) {
      if (args_[i].kind == Case::Bare && !args_[i].possessive && has_type(args_[i], types))
        return i;
    }
    return kNone;
  }

  /// True if another verb stands before the argument and rules it as its object, with no joint
  /// that could make it a subject of its own.
  bool is_object(std::size_t i, std::uint32_t at) const {
    const Argument& a = args_[i];
    for (const TriggerHit& other : view_.triggers) {
      if (other.span.end > a.span.begin || other.span.begin == at) continue;
      const std::string_view gap = between(other.span.end, a.span.begin);
      if (gap.size() <= 24 && gap.find_first_of(",.;") == std::string_view::npos)
        return !starts_statement(i);
    }
    return false;
  }

  bool starts_statement(std::size_t i) const {
    const std::string_view head =
        text_.substr(view_.sentence.span.begin, args_[i].span.begin - view_.sentence.span.begin);
    return head.ends_with(" that ") || head.ends_with(", ") || head.ends_with("and ");
  }

  /// "OpenAI's deal to buy Windsurf", "AMD's acquisition of".
  bool owns_deal(const Argument& a, std::uint32_t at) const {
    const std::string_view gap = between(a.span.end, at);
    constexpr std::size_t kNear = 48;
    if (gap.size() > kNear) return false;
    if (gap == " ") return true;
    if (gap.find_first_of(",.;") != std::string_view::npos) return false;
    return has_phrase(gap, {"deal", "plan", "plans", "bid", "offer", "agreement", "move", "effort",
                            "talks", "decision", "proposal", "planned", "proposed", "recent",
                            "pending"}) ||
           std::ranges::count(gap, ' ') <= 3;
  }

  Entities subject(std::uint32_t at, EntityTypes types = kActors) {
    subject_ = subject_index(at, types);
    if (subject_ != kNone) return entities(subject_, types);
    const bool any = std::ranges::any_of(args_, [&](const Argument& a) {
      return a.kind == Case::Bare && a.span.end <= at && has_type(a, types);
    });
    if (any || view_.sentence.title) return {};
    return types.contains(EntityType::Person) ? context_.discourse.topic
                                              : context_.discourse.topic_organizations;
  }

  Entities as_organizations(const Entities& actors) const {
    Entities out;
    for (const std::uint32_t e : actors) {
      const std::uint32_t organization =
          type(e) == EntityType::Person ? employer_of(view_.posts, e) : e;
      if (organization != kNoEntity && type(organization) == EntityType::Organization)
        out.push_back(organization);
    }
    return out;
  }

  /// End of the clause that the trigger rules.
  std::uint32_t clause_end(std::uint32_t from) const {
    std::size_t end = text_.size();
    for (const std::string_view joint : {"; ", ", but ", ", while ", " - ", ", which ", ", who "}) {
      const std::size_t at = text_.find(joint, from);
      if (at != std::string_view::npos) end = std::min(end, at);
    }
    return static_cast<std::uint32_t>(end);
  }

  std::size_t right(std::uint32_t from, std::initializer_list<Case> kinds,
                    EntityTypes types) const {
    const std::uint32_t end = clause_end(from);
    for (std::size_t i = 0; i < args_.size(); ++i) {
      const Argument& a = args_[i];
      if (a.span.begin < from || a.span.begin >= end || !has_type(a, types)) continue;
      if (std::ranges::find(kinds, a.kind) != kinds.end()) return i;
    }
    return kNone;
  }

  /// The direct object: the next name if nothing but its noun phrase lies between.
  std::size_t object(std::uint32_t from, EntityTypes types) const {
    for (std::size_t i = 0; i < args_.size(); ++i) {
      const Argument& a = args_[i];
      if (a.span.begin < from) continue;
      if (!has_type(a, types) || a.kind != Case::Bare) {
        if (has_type(a, {EntityType::Place})) continue;
        return kNone;
      }
      const std::string_view gap = between(from, a.span.begin);
      constexpr std::size_t kNear = 60;
      if (gap.size() > kNear || gap.find_first_of(",;:") != std::string_view::npos) return kNone;
      return i;
    }
    return kNone;
  }

  bool is_passive() const {
    const std::string_view head = text_.substr(0, hit_->span.begin);
    const std::string_view verb = article_.piece(hit_->span);
    const std::string_view near = head.substr(head.size() > 24 ? head.size() - 24 : 0);
    const std::string_view first = verb.substr(0, verb.find(' '));
    const bool participle =
        first.ends_with("ed") || first == "bought" || first == "sold" || first == "built";
    return participle && has_phrase(near, {"is", "are", "was", "were", "be", "been", "being"}) &&
           !has_phrase(near, {"has", "have", "had"});
  }

  // ---- edges

  void emit_one(EdgeType edge, std::uint32_t source, std::uint32_t target) {
    if (source == target || !allows(edge, type(source), type(target))) return;
    Relation relation;
    relation.type = edge;
    relation.source = source;
    relation.target = target;
    relation.status = status_.value_or(english_status(article_, view_.sentence, *hit_));
    relation.trigger = hit_->span;
    relation.evidence = view_.sentence.span;
    attach_facts(view_, relation);
    relation.is_news = true;
    out_.push_back(std::move(relation));
  }

  void emit(EdgeType edge, const Entities& sources, const Entities& targets) {
    for (const std::uint32_t s : sources) {
      for (const std::uint32_t t : targets) emit_one(edge, s, t);
    }
  }

  void emit_pairs(EdgeType edge, const Entities& group) {
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t j = i + 1; j < group.size(); ++j) emit_one(edge, group[i], group[j]);
    }
  }

  void read(const TriggerHit& hit) {
    subject_ = kNone;
    status_.reset();
    switch (hit.trigger->frame) {
      case Frame::Supply:
        return supply();
      case Frame::SupplyReceived:
        return supply_received();
      case Frame::SupplyOrdered:
        return supply_ordered();
      case Frame::SupplyWon:
        return supply_won();
      case Frame::Partner:
        return partner();
      case Frame::Invest:
        return invest();
      case Frame::InvestReceived:
        return invest_received();
      case Frame::Acquire:
        return acquire();
      case Frame::Sell:
        return sell();
      case Frame::Visit:
        return visit();
      case Frame::Meet:
        return meet();
      case Frame::Participate:
        return participate();
      case Frame::Speak:
        return speak();
      case Frame::AcquireOffer:
        return acquire_offer();
      case Frame::CustomersAre:
        return customers_are();
      case Frame::Attend:
      case Frame::Include:
      case Frame::Build:
      case Frame::None:
        return;
    }
  }

  std::uint32_t begin() const { return hit_->span.begin; }
  std::uint32_t end() const { return hit_->span.end; }

  void supply() {
    if (is_passive()) {
      emit(EdgeType::Supply, entities(right(end(), {Case::Agent}, kOrganizations), kOrganizations),
           as_organizations(subject(begin())));
      return;
    }
    const Entities suppliers = as_organizations(subject(begin()));
    // "supply Nvidia with HBM", "supply HBM to Nvidia", "memory supply for Nvidia"
    std::size_t customer = right(end(), {Case::Recipient}, kOrganizations);
    if (customer == kNone) customer = object(end(), kOrganizations);
    if (customer == kNone) customer = right(end(), {Case::For, Case::With}, kOrganizations);
    if (customer == kNone && text_.substr(end()).starts_with(" ")) {
      const std::size_t owner = right(end(), {Case::Owner}, kOrganizations);
      if (owner != kNone && has_phrase(between(end(), args_[owner].span.begin), {"for", "to"}))
        customer = owner;
    }
    emit(EdgeType::Supply, suppliers, entities(customer, kOrganizations));
  }

  void supply_received() {
    const Entities customers = as_organizations(subject(begin()));
    std::size_t supplier = right(end(), {Case::Source, Case::Owner}, kOrganizations);
    if (supplier == kNone) supplier = governed_by_possessor();
    emit(EdgeType::Supply, entities(supplier, kOrganizations), customers);
    if (supplier == kNone && hit_->trigger->stem == "integrate") {
      const std::size_t partner_index = nearest_left({Case::With});
      emit(EdgeType::Supply, entities(partner_index, kOrganizations), customers);
    }
  }

  std::size_t governed_by_possessor() const {
    for (std::size_t i = 0; i < args_.size(); ++i) {
      if (args_[i].possessive && args_[i].span.begin >= end() && has_type(args_[i], kOrganizations))
        return i;
    }
    return kNone;
  }

  std::size_t nearest_left(std::initializer_list<Case> kinds) const {
    for (std::size_t i = args_.size(); i-- > 0;) {
      if (args_[i].span.end > begin() || !has_type(args_[i], kOrganizations)) continue;
      if (std::ranges::find(kinds, args_[i].kind) != kinds.end()) return i;
    }
    return kNone;
  }

  void supply_ordered() {
    const Entities customers = as_organizations(subject(begin()));
    const std::size_t supplier = right(end(), {Case::Source, Case::With}, kOrganizations);
    std::size_t other = supplier;
    if (other == kNone && hit_->trigger->stem != "order") other = object(end(), kOrganizations);
    emit(EdgeType::Supply, entities(other, kOrganizations), customers);
  }

  void supply_won() {
    const Entities suppliers = as_organizations(subject(begin()));
    std::size_t customer = object(end(), kOrganizations);
    if (customer == kNone) customer = right(end(), {Case::Source}, kOrganizations);
    emit(EdgeType::Supply, suppliers, entities(customer, kOrganizations));
  }

  // ---- partnerships and contracts

  bool is_contract_noun() const {
    const std::string_view stem = hit_->trigger->stem;
    return stem == "deal" || stem == "contract" || stem == "agreement" || stem == "pact";
  }

  void partner() {
    const Entities first = as_organizations(subject(begin()));
    std::size_t other = kNone;
    if (hit_->trigger->stem.ends_with(" with")) other = next_argument();
    if (other == kNone) other = right(end(), {Case::With}, kOrganizations);
    if (other != kNone && args_[other].span.begin > end() + 80) other = kNone;
    if (is_contract_noun() && contract(first, other)) return;
    if (join_project(first, other)) return;
    if (other != kNone) {
      emit(EdgeType::Partnership, first, entities(other, kOrganizations));
    } else if (first.size() >= 2) {
      emit_pairs(EdgeType::Partnership, first);
    } else {
      between_parties();
    }
  }

  /// "a partnership between A and B".
  void between_parties() {
    if (!text_.substr(end()).starts_with(" between ")) return;
    const std::size_t parties = right(end(), {Case::With}, kOrganizations);
    emit_pairs(EdgeType::Partnership, entities(parties, kOrganizations));
  }

  std::size_t next_argument() const {
    for (std::size_t i = 0; i < args_.size(); ++i) {
      if (args_[i].span.begin >= end() && has_type(args_[i], kOrganizations)) {
        return args_[i].span.begin <= end() + 48 ? i : kNone;
      }
    }
    return kNone;
  }

  /// A deal for goods is a supply; which way it flows the words behind it say. True if it was one,
  /// or if the deal is of another kind that its own verb states.
  bool contract(const Entities& first, std::size_t other) {
    const std::uint32_t after_begin = other == kNone ? end() : args_[other].span.end;
    const std::string_view after = text_.substr(after_begin, 90);
    const std::string_view head = text_.substr(0, begin());
    const std::string_view near = head.substr(head.size() > 32 ? head.size() - 32 : 0);
    if (has_phrase(after.substr(0, 24),
                   {"to buy", "to acquire", "to purchase", "to sell", "to invest"}))
      return true;
    if (has_phrase(near,
                   {"investment", "funding", "acquisition", "merger", "licensing", "license"})) {
      if (other == kNone) return true;
    }
    if (other == kNone) return true;
    const Entities partners = entities(other, kOrganizations);
    if (has_phrase(after.substr(0, 32),
                   {"to supply", "to provide", "to deliver", "to manufacture", "to make"}) ||
        has_phrase(near, {"supply"})) {
      emit(EdgeType::Supply, first, partners);
      return true;
    }
    const bool goods =
        has_phrase(after, {"for", "to build", "to use", "to rent", "to lease", "to run"}) &&
        has_phrase(after,
                   {"capacity",     "chips",       "gpus",        "tpus",           "compute",
                    "power",        "memory",      "servers",     "cloud",          "equipment",
                    "data centers", "data center", "electricity", "infrastructure", "computing",
                    "accelerators", "processors",  "wafers",      "dram",           "hbm"});
    if (goods || has_phrase(near, {"cloud", "compute", "computing", "power purchase", "purchase",
                                   "procurement"})) {
      emit(EdgeType::Supply, partners, first);
      return true;
    }
    return false;
  }

  /// "work with AWS on Project Rainier": both take part in the project.
  bool join_project(const Entities& first, std::size_t other) {
    const std::size_t project =
        right(end(), {Case::At, Case::For, Case::Bare}, {EntityType::Project});
    if (project == kNone || args_[project].span.begin > end() + 90) return false;
    const Entities projects = entities(project, {EntityType::Project});
    emit(EdgeType::Participation, first, projects);
    emit(EdgeType::Participation, entities(other, kOrganizations), projects);
    return true;
  }

  // ---- money

  void invest() {
    constexpr EntityTypes kTargets{EntityType::Organization, EntityType::Project,
                                   EntityType::Place};
    if (hit_->trigger->stem == "build") return;
    if (hit_->trigger->stem == "stake in" &&
        has_phrase(text_.substr(0, begin()).substr(0), {"nor a", "any"}))
      return;
    const Entities investors = payers(subject(begin()));
    std::size_t target = kNone;
    if (hit_->trigger->stem.ends_with(" in")) target = object_after_preposition(kTargets);
    if (target == kNone) target = right(end(), {Case::At, Case::Toward, Case::Recipient}, kTargets);
    Entities targets = entities(target, kTargets);
    if (targets.empty() && names_round()) targets = round_owner();
    if (hit_->trigger->stem == "kick in" && targets.empty()) targets = round_owner();
    emit(EdgeType::Investment, investors, targets);
  }

  Entities payers(const Entities& actors) const {
    const Entities organizations = as_organizations(actors);
    return organizations.empty() ? actors : organizations;
  }

  std::size_t object_after_preposition(EntityTypes types) const {
    for (std::size_t i = 0; i < args_.size(); ++i) {
      if (args_[i].span.begin < end() || !has_type(args_[i], types)) continue;
      return args_[i].span.begin <= end() + 48 ? i : kNone;
    }
    return kNone;
  }

  bool names_round() const {
    return has_phrase(article_.piece(view_.sentence.span),
                      {"round", "series a", "series b", "series c", "funding", "financing"});
  }

  Entities round_owner() const {
    return context_.round_owner == kNoEntity ? Entities{} : Entities{context_.round_owner};
  }

  /// "X raised $400 million from Y", "the round was led by Y and backed by Z".
  void invest_received() {
    const bool raises = hit_->trigger->stem == "raise";
    if (raises) {
      const Entities owner = as_organizations(subject(begin()));
      if (owner.size() == 1) open_round(owner.front());
      const std::size_t investors = right(end(), {Case::Source}, kActors);
      if (owner.size() == 1 && investors != kNone)
        emit_round(listed_after(args_[investors].span.begin));
      return;
    }
    Entities investors = listed_after(end());
    const bool persons_only = std::ranges::none_of(
        investors, [&](std::uint32_t e) { return type(e) == EntityType::Organization; });
    if (persons_only && !names_round()) return;  // "a company led by Sam Altman" is no investment
    if (context_.round_owner == kNoEntity || !names_round()) {
      const Entities owner = as_organizations(subject(begin()));
      if (owner.size() == 1)
        context_.round_owner = owner.front();
      else
        return;
    }
    emit_round(investors);
  }

  /// All actors of the list that begins at `from`, over appositions between its members.
  Entities listed_after(std::uint32_t from) const {
    Entities listed;
    std::uint32_t reached = from;
    for (const Argument& a : args_) {
      if (a.span.begin < from) continue;
      const std::string_view gap = between(reached, a.span.begin);
      constexpr std::size_t kFar = 48;
      if (gap.size() > kFar || gap.find_first_of(".;") != std::string_view::npos ||
          has_trigger(reached, a.span.begin))
        break;
      if (!listed.empty() && gap.find(',') == std::string_view::npos &&
          gap.find("and") == std::string_view::npos)
        break;
      reached = a.span.end;
      if (a.possessive || !has_type(a, kActors)) continue;
      const Entities more = filtered(a, kActors);
      listed.insert(listed.end(), more.begin(), more.end());
    }
    return listed;
  }

  bool has_trigger(std::uint32_t from, std::uint32_t to) const {
    return std::ranges::any_of(view_.triggers, [&](const TriggerHit& t) {
      return t.span.begin >= from && t.span.end <= to && t.span.begin != begin();
    });
  }

  void open_round(std::uint32_t owner) {
    Relation probe;
    probe.type = EdgeType::Investment;
    probe.trigger = hit_->span;
    probe.status = english_status(article_, view_.sentence, *hit_);
    attach_facts(view_, probe);
    context_.round_owner = owner;
    context_.round_amount = probe.amount;
    context_.round_date = probe.date;
    context_.round_status = probe.status;
  }

  void emit_round(const Entities& investors) {
    if (context_.round_owner == kNoEntity) return;
    for (const std::uint32_t investor : investors) {
      const std::size_t before = out_.size();
      emit_one(EdgeType::Investment, investor, context_.round_owner);
      if (out_.size() == before) continue;
      Relation& relation = out_.back();
      if (!relation.amount) relation.amount = context_.round_amount;
      if (!relation.date) relation.date = context_.round_date;
      if (context_.round_status == Status::Rumored)
        relation.status = Status::Rumored;
      else if (relation.status == Status::Agreed)
        relation.status = context_.round_status;
    }
  }

  // ---- acquisitions

  void acquire() {
    constexpr EntityTypes kTargets{EntityType::Organization, EntityType::Product};
    const std::string_view stem = hit_->trigger->stem;
    if (is_passive()) {
      const std::size_t buyer = right(end(), {Case::Agent}, kActors);
      emit(EdgeType::Acquisition, payers(entities(buyer, kActors)), subject(begin(), kTargets));
      return;
    }
    const Entities buyers = payers(subject(begin()));
    std::size_t target = object(end(), kTargets);
    const bool nominal = stem == "acquisition" || stem == "takeover" || stem == "buyout";
    if (nominal) target = right(end(), {Case::Owner}, kTargets);
    if (nominal && target == kNone) target = other_organization(buyers);
    if (stem.ends_with("with") && target == kNone) target = object_after_preposition(kTargets);
    const Entities targets = entities(target, kTargets);
    if (target != kNone && buys_shares(args_[target]))
      return emit(EdgeType::Investment, buyers, targets);
    if (!targets.empty() && type(targets.front()) == EntityType::Product)
      return goods_bought(buyers, target);
    // "buy $5 billion of Intel shares"
    if (targets.empty()) {
      const std::size_t stock = right(end(), {Case::Owner}, kOrganizations);
      if (stock != kNone && buys_shares(args_[stock])) {
        return emit(EdgeType::Investment, buyers, entities(stock, kOrganizations));
      }
    }
    // "buy chips from Nvidia"
    if (targets.empty()) {
      const std::size_t seller = right(end(), {Case::Source}, kOrganizations);
      emit(EdgeType::Supply, entities(seller, kOrganizations), as_organizations(buyers));
      return;
    }
    emit(EdgeType::Acquisition, buyers, targets);
  }

  /// "FuriosaAI rejected a takeover offer from Meta".
  void acquire_offer() {
    const std::size_t bidder = object_after_preposition(kOrganizations);
    emit(EdgeType::Acquisition, entities(bidder, kOrganizations),
         as_organizations(subject(begin())));
  }

  /// "Its customers include Nvidia and Intel".
  void customers_are() {
    const std::size_t customers = object_after_preposition(kOrganizations);
    Entities supplier = as_organizations(subject(begin()));
    if (supplier.empty()) supplier = context_.discourse.topic_organizations;
    if (supplier.size() == 1) emit(EdgeType::Supply, supplier, entities(customers, kOrganizations));
  }

  void goods_bought(const Entities& buyers, std::size_t product) {
    const std::size_t seller = right(args_[product].span.end, {Case::Source}, kOrganizations);
    if (seller != kNone)
      emit(EdgeType::Supply, entities(seller, kOrganizations), as_organizations(buyers));
  }

  bool buys_shares(const Argument& target) const {
    const std::string_view after = text_.substr(target.span.end, 16);
    return has_phrase(after, {"shares", "stock", "common stock", "stake"});
  }

  /// "welcomes Silo AI after completing the acquisition": the other organization spoken of.
  std::size_t other_organization(const Entities& buyers) const {
    for (std::size_t i = args_.size(); i-- > 0;) {
      const Argument& a = args_[i];
      if (a.span.end > begin() || !has_type(a, kOrganizations)) continue;
      if (a.kind != Case::Bare || a.possessive) continue;
      const std::uint32_t e = a.entities.front();
      if (std::ranges::find(buyers, e) == buyers.end()) return i;
    }
    return kNone;
  }

  void sell() {
    constexpr EntityTypes kTargets{EntityType::Organization};
    const std::size_t buyer = right(end(), {Case::Recipient}, kOrganizations);
    const std::size_t sold = object(end(), kTargets);
    if (sold != kNone && buyer != kNone) {
      emit(EdgeType::Acquisition, entities(buyer, kOrganizations), entities(sold, kTargets));
    } else if (buyer != kNone) {
      emit(EdgeType::Supply, as_organizations(subject(begin())), entities(buyer, kOrganizations));
    }
  }

  // ---- encounters

  void visit() {
    constexpr EntityTypes kSites{EntityType::Place, EntityType::Organization};
    const Entities visitors = subject(begin());
    std::size_t site = object_after_preposition(kSites);
    emit(EdgeType::Visit, visitors, entities(site, kSites));
  }

  void meet() {
    const Entities first = subject(begin());
    std::size_t other = kNone;
    for (std::size_t i = 0; i < args_.size(); ++i) {
      if (args_[i].span.begin < end() || !has_type(args_[i], kActors)) continue;
      if (args_[i].span.begin <= end() + 40 && !args_[i].possessive) other = i;
      break;
    }
    if (other != kNone)
      emit(EdgeType::Meeting, first, entities(other, kActors));
    else if (first.size() >= 2)
      emit_pairs(EdgeType::Meeting, first);
  }

  void participate() {
    std::size_t gathering = kNone;
    for (std::size_t i = 0; i < args_.size(); ++i) {
      if (args_[i].span.begin < end() || !has_type(args_[i], kGatherings)) continue;
      if (args_[i].span.begin <= end() + 60) gathering = i;
      break;
    }
    if (gathering == kNone) return;
    emit(EdgeType::Participation, subject(begin()), entities(gathering, kGatherings));
  }

  void speak() {
    const std::size_t event = right(end(), {Case::At}, {EntityType::Event});
    if (event == kNone) return;
    emit(EdgeType::Participation, subject(begin()), entities(event, {EntityType::Event}));
  }

  // ---- statements without a trigger verb

  /// "Amazon remains our primary cloud provider and training partner".
  void provider_statements() {
    static constexpr Trigger kProvides{"", Frame::Supply, Status::Completed};
    static constexpr Trigger kPartners{"", Frame::Partner, Status::Agreed};
    for (std::size_t i = 0; i + 1 < args_.size(); ++i) {
      const Argument& a = args_[i];
      const Argument& b = args_[i + 1];
      if (a.possessive || (a.kind != Case::Bare && !is_relative_head(a))) continue;
      if (!b.possessive) {
        provider_of(a, b);
        continue;
      }
      const std::string_view copula = between(a.span.end, b.span.begin);
      if (!has_phrase(copula, {"remains", "is", "becomes", "became", "remain", "are"}) ||
          copula.size() > 24)
        continue;
      const std::string_view noun = text_.substr(b.span.end, 60);
      const std::string_view phrase = noun.substr(0, noun.find_first_of(",.;"));
      TriggerHit hit{{b.span.begin, b.span.end}, &kProvides};
      hit_ = &hit;
      if (has_phrase(phrase, {"provider", "supplier"})) {
        emit(EdgeType::Supply, filtered(a, kOrganizations), filtered(b, kOrganizations));
      }
      if (has_phrase(phrase, {"customer", "client"})) {
        emit(EdgeType::Supply, filtered(b, kOrganizations), filtered(a, kOrganizations));
      }
      hit.trigger = &kPartners;
      if (has_phrase(phrase, {"partner"})) {
        emit(EdgeType::Partnership, filtered(b, kOrganizations), filtered(a, kOrganizations));
      }
    }
  }

  /// "Microsoft becomes the exclusive cloud provider of OpenAI".
  void provider_of(const Argument& a, const Argument& b) {
    static constexpr Trigger kProvides{"", Frame::Supply, Status::Completed};
    const std::string_view gap = between(a.span.end, b.span.begin);
    constexpr std::size_t kFar = 70;
    if (gap.size() > kFar || gap.find_first_of(",;") != std::string_view::npos) return;
    if (!has_phrase(gap.substr(0, 12), {"remains", "is", "becomes", "became", "was"})) return;
    TriggerHit hit{b.span, &kProvides};
    hit_ = &hit;
    if (has_phrase(gap, {"provider of", "supplier of", "provider for", "supplier to", "provider to",
                         "supplier for"})) {
      emit(EdgeType::Supply, filtered(a, kOrganizations), filtered(b, kOrganizations));
    } else if (has_phrase(gap, {"customer of", "client of"})) {
      emit(EdgeType::Supply, filtered(b, kOrganizations), filtered(a, kOrganizations));
    } else if (has_phrase(gap, {"partner of", "partner for", "partner to"})) {
      emit(EdgeType::Partnership, filtered(a, kOrganizations), filtered(b, kOrganizations));
    }
  }

  /// "The deal covers memory for NVIDIA's …": goods flow from the other party of the deal.
  void covered_goods() {
    static constexpr Trigger kCovers{"", Frame::Supply, Status::Agreed};
    const auto& pair = context_.discourse.last_pair;
    if (pair.size() != 2) return;
    const std::string_view sentence = article_.piece(view_.sentence.span);
    const bool about =
        sentence.starts_with("The deal ") || sentence.starts_with("The agreement ") ||
        sentence.starts_with("The contract ") || sentence.starts_with("The partnership ");
    if (!about ||
        !has_phrase(sentence.substr(0, 60), {"covers", "includes", "calls for", "involves"}))
      return;
    const std::size_t at = text_.find(" for ", view_.sentence.span.begin);
    if (at == std::string_view::npos) return;
    const Name* name = name_covering(article_.names, at + 5);
    if (name == nullptr) return;
    for (std::size_t i = 0; i < 2; ++i) {
      if (pair[i] != name->entity) continue;
      TriggerHit hit{name->span, &kCovers};
      hit_ = &hit;
      emit_one(EdgeType::Supply, pair[1 - i], pair[i]);
      return;
    }
  }

  const SentenceView& view_;
  const Article& article_;
  std::string_view text_;
  const std::vector<Argument>& args_;
  Context& context_;
  const TriggerHit* hit_ = nullptr;
  std::size_t subject_ = kNone;
  std::optional<Status> status_;
  std::vector<Relation> out_;
};

}  // namespace

std::vector<Relation> english_relations(const SentenceView& view, Context& context) {
  return Reader(view, context).run();
}

}  // namespace dealgraph::extract
