// SPDX-License-Identifier: MIT
#include <algorithm>

#include "graph/extract/statements_en.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

enum class Tie : std::uint8_t { None, Supplier, Customer, Partner, Investor, Unit, Parent, Target };

Tie tie_of(std::string_view noun) {
  struct Noun {
    std::string_view noun;
    Tie tie;
  };
  static constexpr Noun kNouns[] = {
      {"supplier", Tie::Supplier}, {"provider", Tie::Supplier},  {"vendor", Tie::Supplier},
      {"customer", Tie::Customer}, {"client", Tie::Customer},    {"buyer", Tie::Customer},
      {"tenant", Tie::Customer},   {"licensee", Tie::Customer},  {"subscriber", Tie::Customer},
      {"partner", Tie::Partner},   {"ally", Tie::Partner},       {"collaborator", Tie::Partner},
      {"investor", Tie::Investor}, {"backer", Tie::Investor},    {"financier", Tie::Investor},
      {"lender", Tie::Investor},   {"unit", Tie::Unit},          {"subsidiary", Tie::Unit},
      {"arm", Tie::Unit},          {"division", Tie::Unit},      {"affiliate", Tie::Unit},
      {"offshoot", Tie::Unit},     {"brand", Tie::Unit},         {"daughter", Tie::Unit},
      {"parent", Tie::Parent},     {"owner", Tie::Parent},       {"shareholder", Tie::Parent},
      {"holder", Tie::Parent},     {"stakeholder", Tie::Parent}, {"stockholder", Tie::Parent},
      {"business", Tie::Unit}};
  const auto found = std::ranges::find(kNouns, noun, &Noun::noun);
  return found == std::end(kNouns) ? Tie::None : found->tie;
}

/// The tie that a phrase names: its noun, or "parent company", "parent group", "sister company".
Tie tie_of(const Parse& parse, const Phrase& p) {
  const Tie tie = tie_of(p.noun);
  if (tie != Tie::None || p.last < p.first + 2 || !is_company_noun(p.noun)) return tie;
  const std::string& left = parse.word(p.last - 2);
  return left == "parent" || left == "holding" ? Tie::Parent : Tie::None;
}

/// "Foo is a supplier to Bar": Foo, the tie and Bar in whatever words.
class TieReader {
 public:
  explicit TieReader(Statements& s) : s_(s) {}

  void run() {
    const Parse& parse = s_.parse();
    list_item();
    for (std::size_t i = 0; i < parse.verbs.size(); ++i) {
      copula(i);
      as_tie(i);
    }
    for (std::size_t i = 0; i < parse.phrases.size(); ++i) {
      apposition(i);
      listed(i);
      inside(i);
    }
  }

 private:
  void emit(const Entities& x, Tie tie, const Entities& y, const Cue& cue,
            std::optional<Status> status = {}) {
    if (cue.verb == kNone && !status && (tie == Tie::Supplier || tie == Tie::Customer))
      status = Status::Completed;
    switch (tie) {
      case Tie::Supplier:
        return s_.emit(EdgeType::Supply, x, y, cue,
                       status ? status : s_.status(cue, EdgeType::Supply));
      case Tie::Customer:
        return s_.emit(EdgeType::Supply, y, x, cue,
                       status ? status : s_.status(cue, EdgeType::Supply));
      case Tie::Partner:
        return s_.emit(EdgeType::Partnership, x, y, cue, status);
      case Tie::Investor:
        return s_.emit(EdgeType::Investment, x, y, cue, status ? status : Status::Completed);
      case Tie::Unit:
        return s_.emit(EdgeType::Ownership, y, x, cue, status ? status : Status::Completed);
      case Tie::Parent:
        return s_.emit(EdgeType::Ownership, x, y, cue, status ? status : Status::Completed);
      case Tie::Target:
      case Tie::None:
        return;
    }
  }

  /// The other end that the noun's own phrase names: "Bar's supplier", "supplier to Bar".
  Entities other(std::size_t noun) const {
    const Phrase& p = s_.phrase(noun);
    Entities found = s_.filtered(p.owner, kOrganizations);
    if (found.empty()) {
      found = s_.named(s_.noun_complement(noun, {"of", "to", "for", "in"}, kOrganizations),
                       kOrganizations);
    }
    if (found.empty()) found = s_.filtered(p.modifiers, kOrganizations);
    return found;
  }

  /// What "its" means where it cannot be the subject: the last other organization before the verb,
  /// else the topic.
  Entities another(const Entities& x, std::size_t from, std::size_t to) const {
    Entities found;
    for (const Phrase& p : s_.parse().phrases) {
      if (p.first <= from || p.first >= to) continue;
      for (const std::uint32_t e : s_.filtered(p.entities, kOrganizations)) {
        if (e != x.front()) found = {e};
      }
    }
    if (found.empty() && s_.topic().size() == 1 && s_.topic() != x) found = s_.topic();
    return found;
  }

  /// "- Foo: inference racks" in a list of what members of a project do.
  void list_item() {
    const Parse& parse = s_.parse();
    const std::string_view text = s_.article().piece(s_.view().sentence.span);
    const bool bullet =
        s_.view().sentence.bullet || text.starts_with("- ") || text.starts_with("* ");
    const std::uint32_t project = s_.context().discourse.project;
    if (!bullet || project == kNoEntity || parse.tokens.size() < 2 || parse.phrases.empty()) return;
    const Phrase& first = parse.phrases.front();
    if (first.last >= parse.tokens.size() || parse.tokens[first.last].cls != Class::Break) return;
    s_.emit(EdgeType::Participation, s_.filtered(first.entities, kOrganizations), {project},
            {kNone, 0}, Status::Agreed);
  }

  void copula(std::size_t index) {
    const Verb& v = s_.verb(index);
    if (v.subject == kNone) return;
    const Phrase& subject = s_.phrase(v.subject);
    const Cue cue{index, kNone};
    const bool is = v.lemma == "be" || v.lemma == "become" || v.lemma == "remain";
    // "its customers include Foo", "its largest customer is Foo"
    const Tie of_subject =
        subject.entities.empty() || subject.resolved ? tie_of(s_.parse(), subject) : Tie::None;
    if (of_subject != Tie::None && (is || (v.lemma == "include" && !v.passive))) {
      const std::size_t object = s_.object(index);
      if (object == kNone) return;
      Entities whose = other(v.subject);
      if (whose.empty() && subject.owner.empty() && s_.topic().size() == 1) whose = s_.topic();
      const EntityTypes types =
          of_subject == Tie::Parent || of_subject == Tie::Investor ? kActors : kOrganizations;
      const std::optional<Status> status =
          is || v.negated ? std::optional<Status>{} : Status::Completed;
      emit(s_.named(object, types), of_subject, whose, cue, status);
      // "…, followed by Foo"
      for (std::size_t i = index + 1; i < s_.parse().verbs.size(); ++i) {
        const Verb& next = s_.verb(i);
        if (next.lemma == "follow" && next.passive && next.subject == s_.phrase(object).group)
          emit(s_.named(s_.complement(i, {"by"}, types), types), of_subject, whose, cue, status);
      }
      return;
    }
    const bool as =
        v.lemma == "serve" || v.lemma == "act" || v.lemma == "sign" || v.lemma == "choose";
    if (!is && !as) return;
    // "is a founding member of the project"
    for (const std::size_t o : is ? v.objects : std::vector<std::size_t>{}) {
      if (s_.phrase(o).noun != "member") continue;
      Entities project = s_.named(s_.noun_complement(o, {"of", "in"}, {EntityType::Project}),
                                  {EntityType::Project});
      const bool bare = s_.phrase(o).complements.empty();
      if (project.empty() && bare && s_.context().discourse.project != kNoEntity)
        project = {s_.context().discourse.project};
      s_.emit(EdgeType::Participation, s_.named(v.subject, kOrganizations), project, cue,
              Status::Agreed);
    }
    // "Foo's software is in use at Bar"
    const bool used =
        is && std::ranges::any_of(v.complements, [&](std::size_t c) {
          return s_.phrase(c).noun == "use" && s_.parse().preposition(s_.phrase(c)) == "in";
        });
    if (used) {
      const Entities maker = s_.filtered(subject.owner, kOrganizations);
      s_.emit(EdgeType::Supply, maker,
              s_.named(s_.complement(index, {"at", "by"}, kOrganizations), kOrganizations), cue,
              Status::Completed);
    }
    // "is due in Yokohama"
    const bool due = is && std::ranges::any_of(v.objects, [&](std::size_t o) {
                       return s_.phrase(o).noun == "due";
                     });
    if (due) {
      const std::size_t place = s_.complement(index, {"in", "at"}, kPlaces);
      s_.emit(EdgeType::Visit, s_.named(v.subject, kPersons), s_.named(place, kPlaces), cue,
              Status::Planned);
      return;
    }
    const Entities x = s_.named(v.subject, kActors);
    if (x.empty()) return;
    std::vector<std::size_t> nouns = is ? v.objects : std::vector<std::size_t>{};
    for (const std::size_t c : v.complements) {
      const std::string_view p = s_.parse().preposition(s_.phrase(c));
      if ((p == "as" && as) || (p == "among" && is)) nouns.push_back(c);
    }
    for (const std::size_t noun : nouns) {
      const std::vector<std::size_t> one{noun};
      const auto& members = s_.phrase(noun).members.empty() ? one : s_.phrase(noun).members;
      Entities y = other(noun);
      for (const std::size_t m : members) {
        const Tie tie = s_.phrase(m).entities.empty() || s_.phrase(m).resolved
                            ? tie_of(s_.parse(), s_.phrase(m))
                            : Tie::None;
        if (tie == Tie::None || tie == Tie::Target) continue;
        if (y.empty()) y = other(m);
        if (y == x) y = another(x, s_.phrase(v.subject).first, v.first);
        if (y.empty() && tie == Tie::Partner && x.size() >= 2) {
          s_.emit_pairs(EdgeType::Partnership, x, cue);
          continue;
        }
        if (tie == Tie::Unit && s_.phrase(m).noun == "business") continue;
        const Status status = s_.status(cue, EdgeType::Supply);
        const bool open = status == Status::Denied || status == Status::Rumored ||
                          status == Status::Ended || status == Status::Planned;
        emit(x, tie, y, cue, open ? std::optional(status) : std::nullopt);
      }
    }
  }

  /// "lists Foo as both a customer and a shareholder", "dropped Foo as its supplier"
  void as_tie(std::size_t index) {
    static constexpr auto kVerbs =
        word_list({"list", "name", "describe", "cite", "add", "disclose", "identify", "sign",
                   "gain", "have", "drop", "lose", "ditch", "replace", "recruit", "bring"});
    const Verb& v = s_.verb(index);
    const std::size_t object = s_.object(index);
    if (v.passive || object == kNone || !kVerbs.contains(v.lemma)) return;
    const Entities x = s_.filtered(s_.parse().all(object), kOrganizations);
    const bool ends =
        v.lemma == "drop" || v.lemma == "lose" || v.lemma == "ditch" || v.lemma == "replace";
    const Entities subject = s_.organizations(s_.subject(index));
    for (const std::size_t c : v.complements) {
      if (s_.parse().preposition(s_.phrase(c)) != "as") continue;
      const std::vector<std::size_t> one{c};
      const auto& members = s_.phrase(c).members.empty() ? one : s_.phrase(c).members;
      for (const std::size_t m : members) {
        const Tie tie = tie_of(s_.parse(), s_.phrase(m));
        if (tie == Tie::None || tie == Tie::Unit || subject == x) continue;
        emit(x, tie, subject, {index, kNone}, ends ? std::optional(Status::Ended) : std::nullopt);
      }
    }
  }

  /// "Foo, a supplier to Bar, …"
  void apposition(std::size_t index) {
    const Phrase& p = s_.phrase(index);
    if (p.apposition == kNone) return;
    if (p.noun.empty()) return explained(index);
    if (p.noun == "venture") return venture(index);
    const Tie tie = tie_of(s_.parse(), p);
    if (tie == Tie::None) return;
    const Entities x = s_.filtered(s_.phrase(p.apposition).entities,
                                   tie == Tie::Parent ? kActors : kOrganizations);
    emit(x, tie, other(index), {kNone, index}, std::nullopt);
  }

  /// "Foo, a joint venture of Bar and Baz": both own it.
  void venture(std::size_t index) {
    const Phrase& p = s_.phrase(index);
    const Entities x = s_.filtered(s_.phrase(p.apposition).entities, kOrganizations);
    const std::size_t of = s_.noun_complement(index, {"of", "between", "by"}, kOrganizations);
    const Entities owners = s_.named(of, kOrganizations);
    if (x.size() == 1 && owners.size() >= 2)
      s_.emit(EdgeType::Ownership, owners, x, {kNone, index}, Status::Completed);
  }

  /// "Bar's foundry subsidiary, Foo, …", "its owner, Foo", "its earlier backers, Foo and Baz"
  void explained(std::size_t index) {
    const Phrase& p = s_.phrase(index);
    const Phrase& noun = s_.phrase(p.apposition);
    const Tie tie = noun.noun.empty() ? Tie::None : tie_of(s_.parse(), noun);
    if (tie == Tie::None || noun.noun == "business") return;
    const EntityTypes types = tie == Tie::Parent || tie == Tie::Investor ? kActors : kOrganizations;
    const Entities x = s_.filtered(s_.parse().all(index), types);
    Entities y = other(p.apposition);
    if (y == x) y.clear();
    if (y.empty() && noun.owner.empty()) y = whose(p.apposition, tie);
    if (y == x) return;
    emit(x, tie, y, {kNone, p.apposition}, std::nullopt);
  }

  /// Whose tie it is where nobody is named: "runs it through a subsidiary, Foo", "the owner, Foo".
  Entities whose(std::size_t noun, Tie tie) const {
    const std::string& opener = s_.parse().word(s_.phrase(noun).first);
    const bool indefinite = opener == "a" || opener == "an";
    const std::size_t ruler = s_.ruler(noun);
    if (tie == Tie::Unit) return ruler == kNone ? Entities{} : s_.organizations(s_.subject(ruler));
    if (indefinite || tie == Tie::Partner || tie == Tie::Supplier || tie == Tie::Customer)
      return {};
    return s_.topic().size() == 1 ? s_.topic() : Entities{};
  }

  /// "from customers including Foo", "suppliers such as Foo": those that a list of them names.
  void listed(std::size_t index) {
    const Phrase& p = s_.phrase(index);
    const Tie tie = p.entities.empty() || p.resolved ? tie_of(s_.parse(), p) : Tie::None;
    if (tie == Tie::None || tie == Tie::Unit) return;
    for (const std::size_t c : p.complements) {
      const std::string_view word = s_.parse().preposition(s_.phrase(c));
      if (word != "including" && word != "like") continue;
      const EntityTypes types =
          tie == Tie::Parent || tie == Tie::Investor ? kActors : kOrganizations;
      const Entities x = s_.filtered(s_.parse().all(c), types);
      Entities y = s_.filtered(p.owner, kOrganizations);
      if (y.empty())
        y = s_.named(s_.noun_complement(index, {"of", "in"}, kOrganizations), kOrganizations);
      const std::size_t ruler = s_.ruler(index);
      // "raised $5 million from investors including Foo": the verb has its own rule.
      if (y.empty() && ruler != kNone && verb_cue(s_.verb(ruler)) != nullptr) return;
      if (y.empty() && ruler != kNone && s_.phrase(index).preposition != kNone)
        y = s_.organizations(s_.subject(ruler));
      if (y == x) return;
      emit(x, tie, y, {kNone, index}, Status::Completed);
    }
  }

  /// "Foo said parent Bar would …": whose parent it is stands before it.
  bool bare_parent(const Phrase& p, const Entities& head, const Cue& cue) {
    const std::string& word = s_.parse().word(p.first);
    if (p.last != p.first + 2 || word != "parent") return false;
    Entities unit;
    for (const Verb& v : s_.parse().verbs) {
      if (v.first < p.first && v.finite && v.subject != kNone)
        unit = s_.filtered(s_.parse().all(v.subject), kOrganizations);
    }
    if (unit.empty() && s_.topic().size() == 1) unit = s_.topic();
    if (unit.size() == 1 && unit != head) emit(head, Tie::Parent, unit, cue);
    return true;
  }

  /// "Nvidia's $40 billion Arm deal": what stands between is no unit.
  bool has_money(const Phrase& p) const {
    for (std::size_t i = p.first; i < p.last; ++i) {
      if (s_.parse().tokens[i].cls == Class::Money) return true;
    }
    return false;
  }

  /// "Bar supplier Foo", "Bar's unit Foo", "Bar's Foo unit", "Bar-backed Foo".
  void inside(std::size_t index) {
    const Phrase& p = s_.phrase(index);
    const auto& tokens = s_.parse().tokens;
    const Cue cue{kNone, index};
    const Entities head = s_.filtered(p.entities, kOrganizations);
    if (!head.empty() && !p.resolved && p.noun.empty()) {
      if (bare_parent(p, head, cue)) return;
      std::uint32_t left = kNoEntity;
      bool named_by_tie = false;
      for (std::size_t i = p.first; i + 1 < p.last; ++i) {
        const Token& t = tokens[i];
        if (t.cls == Class::Name && s_.type(t.entity) == EntityType::Organization) left = t.entity;
        if (left == kNoEntity) continue;
        if (t.cls == Class::Modifier && t.word.starts_with('-')) {
          if (t.word == "-backed" || t.word == "-funded") emit({left}, Tie::Investor, head, cue);
          if (t.word == "-owned" || t.word == "-controlled") emit({left}, Tie::Parent, head, cue);
          left = kNoEntity;
          continue;
        }
        const Tie tie = t.cls == Class::Noun ? tie_of(singular(t.word)) : Tie::None;
        if (t.cls == Class::Noun) named_by_tie = true;
        if (tie == Tie::None || t.word == "business" || i + 2 < p.last) continue;
        // "Bar's cloud provider Foo": the noun stands right before the name.
        if (tie == Tie::Partner && tokens[p.first].cls != Class::Name) continue;
        emit(head, tie, {left}, cue);
      }
      const Entities owner = s_.filtered(p.owner, kOrganizations);
      // "its unit Foo", "its cloud provider Bar": the noun before the name tells.
      const Token* before = p.last >= p.first + 2 ? &tokens[p.last - 2] : nullptr;
      const Tie told = before != nullptr && before->cls == Class::Noun && left == kNoEntity
                           ? tie_of(singular(before->word))
                           : Tie::None;
      if (!owner.empty() && told != Tie::None && before->word != "business") {
        emit(head, told, owner, cue);
      } else if (!owner.empty() && !named_by_tie && tokens[p.first].word != "its" &&
                 !has_money(p)) {
        emit(head, Tie::Unit, owner, cue);
      }
      return;
    }
    // "Alphabet's Google unit"
    if (tie_of(p.noun) == Tie::Unit && p.noun != "business" && !p.owner.empty() &&
        !p.modifiers.empty())
      emit(s_.filtered(p.modifiers, kOrganizations), Tie::Unit,
           s_.filtered(p.owner, kOrganizations), cue);
  }

  Statements& s_;
};

}  // namespace

void read_ties(Statements& s) { TieReader(s).run(); }

}  // namespace dealgraph::extract::english
