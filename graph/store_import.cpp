// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <tuple>

#include "graph/store_writer.hpp"

namespace dealgraph {
namespace {

OperationResult rejected(OperationResult result) {
  result.outcome = Outcome::Rejected;
  return result;
}

Violation overlap() {
  return {"/known", "overlaps another version of the same record that says something else"};
}

bool is_history(const std::optional<Known>& known) { return known && known->to != kForever; }

}  // namespace

void Writer::let_pass(const Known& known) {
  if (known.from >= context_.clock.at()) context_.clock.move_past(known.from);
  if (known.to != kForever && known.to > context_.clock.at()) context_.clock.move_past(known.to);
}

// --- Entities -----------------------------------------------------------------------------------

OperationResult Writer::apply(const ImportEntity& import) {
  OperationResult result;
  result.id = import.entity.id;
  check_entity(import.entity, "", result.violations);
  if (import.known) check_known(*import.known, now(), "/known", result.violations);
  if (!result.violations.empty()) return rejected(std::move(result));

  const std::optional<EntityRef> found = entities_.find(import.entity.id);
  if (!found) {
    entities_.add_version(import.entity, import.derived, or_now(import.known));
    result.outcome = Outcome::Created;
  } else if (is_history(import.known)) {
    result.outcome = import_entity_history(import, found->pk, result.violations);
  } else {
    result.outcome = import_live_entity(import, *found, result.violations);
  }
  if (import.known && result.outcome != Outcome::Rejected) let_pass(*import.known);
  return result;
}

Outcome Writer::import_entity_history(const ImportEntity& import, RowId pk,
                                      Violations& violations) {
  const auto versions = entities_.overlapping(pk, import.entity.id, *import.known);
  if (versions.empty()) {
    entities_.add_version(import.entity, import.derived, *import.known);
    return Outcome::Created;
  }
  const EntityTable::Version& stored = versions.front();
  if (versions.size() == 1 && stored.known == *import.known && stored.value == import.entity) {
    return Outcome::Unchanged;
  }
  violations.push_back(overlap());
  return Outcome::Rejected;
}

Outcome Writer::import_live_entity(const ImportEntity& import, const EntityRef& found,
                                   Violations& violations) {
  if (!found.live) {
    const bool is_free =
        import.known && entities_.overlapping(found.pk, import.entity.id, *import.known).empty();
    entities_.add_version(import.entity, import.derived,
                          is_free ? *import.known : context_.from_now());
    return Outcome::Created;
  }
  const auto stored = entities_.live(found.pk, import.entity.id);
  if (stored->value == import.entity) {
    if (stored->derived && !import.derived) entities_.make_independent(stored->row);
    return Outcome::Unchanged;
  }
  if (stored->value.type != import.entity.type && entities_.has_live_edges(found.pk)) {
    violations.push_back({"/type", "cannot become " + std::string(name(import.entity.type)) +
                                       ": edges rely on it being " +
                                       std::string(name(stored->value.type))});
    return Outcome::Rejected;
  }
  entities_.replace(*stored, found.pk, import.entity, import.derived);
  return Outcome::Replaced;
}

// --- Documents ----------------------------------------------------------------------------------

OperationResult Writer::apply(const ImportDocument& import) {
  OperationResult result;
  result.id = import.document.id;
  check_document(import.document, result.violations);
  if (import.known) check_known(*import.known, now(), "/known", result.violations);
  const bool is_live = !is_history(import.known);
  const auto mentions = resolve_mentions(import, is_live, result.violations);
  if (!result.violations.empty()) return rejected(std::move(result));

  const auto overlapping = documents_.overlapping(import.document.id, or_now(import.known));
  const bool is_replacement =
      is_live && !overlapping.empty() && overlapping.back().known.to == kForever;
  for (const DocumentTable::Version& stored : overlapping) {
    const bool same_time = is_live ? stored.known.to == kForever : stored.known == *import.known;
    if (!same_time || stored.value != import.document) continue;
    std::vector<Mention> given = import.mentions;
    std::vector<Mention> had = read_mentions(context_.db, stored.row);
    const auto order = [](const Mention& a, const Mention& b) {
      return std::tie(a.span, a.entity) < std::tie(b.span, b.entity);
    };
    std::sort(given.begin(), given.end(), order);
    std::sort(had.begin(), had.end(), order);
    if (given == had) return result;  // Unchanged
  }
  if (!is_live && !overlapping.empty()) {
    result.violations.push_back(overlap());
    return rejected(std::move(result));
  }

  Aftermath aftermath;
  if (is_replacement) {
    begin_removal();
    close_document(overlapping.back(), aftermath);
  }
  const Known known = overlapping.empty() ? or_now(import.known) : context_.from_now();
  const DocumentTable::Version version = documents_.add_version(import.document, known);
  for (const auto& [entity, span] : mentions) documents_.add_mention(version.row, entity, span);
  cause_ = version.document;
  context_.changes.add(RecordKind::Document,
                       is_replacement ? ChangeOp::Modify
                       : is_live      ? ChangeOp::Add
                                      : ChangeOp::Retract,
                       version.document);
  settle(aftermath);
  if (import.known) let_pass(*import.known);
  result.outcome = is_replacement ? Outcome::Replaced : Outcome::Created;
  return result;
}

std::vector<std::pair<RowId, Span>> Writer::resolve_mentions(const ImportDocument& import,
                                                             bool is_live, Violations& violations) {
  std::vector<std::pair<RowId, Span>> mentions;
  const std::string text = full_text(import.document);
  for (std::size_t i = 0; i < import.mentions.size(); ++i) {
    const Mention& mention = import.mentions[i];
    const std::string where = at_index("/mentions", i);
    check_span(mention.span, text, where, violations);
    const std::optional<EntityRef> entity = entities_.find(mention.entity);
    if (!entity || (is_live && !entity->live)) {
      violations.push_back({where + "/entity", "unknown entity '" + mention.entity + "'"});
    } else {
      mentions.emplace_back(entity->pk, mention.span);
    }
  }
  return mentions;
}

// --- Edges --------------------------------------------------------------------------------------

OperationResult Writer::apply(const ImportEdge& import) {
  OperationResult result;
  result.id = import.edge.id;
  Violations& violations = result.violations;
  check_id(import.edge.id, "/id", violations);
  check_facts(import.edge.facts, "", violations);
  if (import.known) check_known(*import.known, now(), "/known", violations);
  const bool is_live = !is_history(import.known);
  const std::optional<Ends> ends = resolve_ends(import.edge, is_live, violations);
  const Known known = or_now(import.known);
  const auto evidence = resolve_evidence(import, known, violations);
  if (!violations.empty()) return rejected(std::move(result));

  std::optional<RowId> pk =
      edges_.insert(import.edge.id, import.edge.type, ends->source, ends->target);
  const bool is_new = pk.has_value();
  if (!is_new) {
    const EdgeRef stored = *edges_.find(import.edge.id);
    const bool is_same_way = stored.source == ends->source && stored.target == ends->target;
    const bool is_turned = info(stored.type).symmetric && stored.source == ends->target &&
                           stored.target == ends->source;
    if (stored.type != import.edge.type || !(is_same_way || is_turned)) {
      violations.push_back({"/id", "is taken by an edge of another type or between other ends"});
      return rejected(std::move(result));
    }
    pk = stored.pk;
  }
  if (!is_live && !is_new && conflicts(import, *pk)) {
    violations.push_back(overlap());
    return rejected(std::move(result));
  }
  const bool has_more = add_new_evidence(*pk, evidence, is_new);
  result.outcome = is_live ? import_live_edge(import, *pk, is_new, known)
                           : import_edge_history(import, *pk, is_new);
  if (has_more && !is_new) edges_.recount_history(*pk);
  if (import.known) let_pass(*import.known);
  return result;
}

/// True if what is stored for the time of a closed version says something else.
bool Writer::conflicts(const ImportEdge& import, RowId pk) {
  const auto versions = edges_.overlapping(pk, *import.known);
  if (versions.empty()) return false;
  return versions.size() > 1 || versions.front().known != *import.known ||
         versions.front().values.facts != import.edge.facts;
}

std::optional<Writer::Ends> Writer::resolve_ends(const Edge& edge, bool is_live,
                                                 Violations& violations) {
  const auto resolve = [&](const std::string& id, const char* where) {
    std::optional<EntityRef> found = entities_.find(id);
    if (!found) {
      violations.push_back({where, "unknown entity '" + id + "'"});
    } else if (is_live && !found->live) {
      violations.push_back({where, "entity '" + id + "' was retracted"});
      found.reset();
    }
    return found;
  };
  const std::optional<EntityRef> source = resolve(edge.source, "/source");
  const std::optional<EntityRef> target = resolve(edge.target, "/target");
  if (!source || !target) return std::nullopt;
  check_ends(edge.type, source->type, target->type, "", violations);
  return Ends{source->pk, target->pk};
}

std::vector<EdgeTable::NewEvidence> Writer::resolve_evidence(const ImportEdge& import,
                                                             const Known& known,
                                                             Violations& violations) {
  std::vector<EdgeTable::NewEvidence> resolved;
  for (std::size_t i = 0; i < import.evidence.size(); ++i) {
    const ImportedEvidence& given = import.evidence[i];
    const std::string where = at_index("/evidence", i);
    if (given.known) check_known(*given.known, now(), where + "/known", violations);
    // Without an interval of its own, evidence is believed as long as edge and document are.
    const bool is_live = given.known ? given.known->to == kForever : known.to == kForever;
    const auto version = given.known ? documents_.covering(given.evidence.document, *given.known)
                         : is_live   ? documents_.live(given.evidence.document)
                                     : documents_.covering(given.evidence.document, known);
    if (!version) {
      violations.push_back({where + "/document", "no document '" + given.evidence.document +
                                                     "' that was known at that time"});
      continue;
    }
    const std::string text = full_text(version->value);
    const std::size_t violations_before = violations.size();
    check_span(given.evidence.span, text, where, violations);
    check_facts(given.evidence.claim, where, violations);
    if (violations.size() != violations_before) continue;
    const Known believed =
        given.known.value_or(Known{std::max(known.from, version->known.from), known.to});
    resolved.push_back({version->row, given.evidence.span,
                        characters_of(CodePointIndex(text), given.evidence.span),
                        given.evidence.claim, believed});
  }
  if (import.derived && known.to == kForever &&
      std::none_of(resolved.begin(), resolved.end(), [](const EdgeTable::NewEvidence& evidence) {
        return evidence.known.to == kForever;
      })) {
    violations.push_back({"/evidence", "a derived edge needs evidence"});
  }
  return resolved;
}

/// Returns true if there was any that the edge did not have.
bool Writer::add_new_evidence(RowId pk, const std::vector<EdgeTable::NewEvidence>& evidence,
                              bool is_new_edge) {
  bool has_more = false;
  for (const EdgeTable::NewEvidence& one : evidence) {
    if (!is_new_edge && edges_.has_evidence(pk, one)) continue;
    edges_.add_evidence(pk, one);
    has_more = true;
  }
  return has_more;
}

EdgeValues Writer::values_of(const ImportEdge& import, RowId pk, Instant at) {
  EdgeValues values;
  values.facts = import.edge.facts;
  values.derived = import.derived;
  if (import.evidence.empty()) {
    values.ended_on = values.facts.valid_to;
  } else {
    const EdgeTable::Support evidence = edges_.support(pk, at);
    values.ended_on = ended_on(values.facts, evidence.claims);
    values.evidence_count = evidence.evidence_count;
  }
  return values;
}

Outcome Writer::import_edge_history(const ImportEdge& import, RowId pk, bool is_new) {
  // It does not conflict, so whatever overlaps is equal.
  if (!is_new && !edges_.overlapping(pk, *import.known).empty()) return Outcome::Unchanged;
  edges_.add_version(pk, values_of(import, pk, import.known->from), *import.known);
  const bool is_live = !is_new && edges_.live(pk).has_value();
  context_.changes.add(RecordKind::Edge, is_live ? ChangeOp::Modify : ChangeOp::Retract, pk);
  return Outcome::Created;
}

Outcome Writer::import_live_edge(const ImportEdge& import, RowId pk, bool is_new,
                                 const Known& known) {
  EdgeValues values = values_of(import, pk, kForever);
  const auto overlapping =
      is_new ? std::vector<EdgeTable::Version>() : edges_.overlapping(pk, known);
  if (overlapping.empty()) {
    edges_.add_version(pk, values, known);
    context_.changes.add(RecordKind::Edge, ChangeOp::Add, pk);
    return Outcome::Created;
  }
  const EdgeTable::Version& stored = overlapping.back();
  const bool was_live = stored.known.to == kForever;
  if (was_live && import.evidence.empty()) {
    // A record without evidence says nothing of the evidence that is stored.
    const EdgeTable::Support evidence = edges_.support(pk);
    values.ended_on = ended_on(values.facts, evidence.claims);
    values.evidence_count = evidence.evidence_count;
  }
  if (was_live && !stored.values.derived) values.derived = false;
  if (!edges_.put(pk, values)) return Outcome::Unchanged;
  return was_live ? Outcome::Replaced : Outcome::Created;
}

}  // namespace dealgraph
