// SPDX-License-Identifier: MIT
#include "graph/store_writer.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace dealgraph {
namespace {

constexpr sql::Query kMentionedEntities =
    "SELECT DISTINCT entity FROM mention WHERE document_version = ?1";

/// The same article in the same order gives the same ids on every machine. `ordinal` tells apart
/// the deals of one document between the same ends, `attempt` is for an id that is taken.
std::string edge_id(const ProposedEdge& edge, const std::string& document, std::size_t ordinal,
                    std::size_t attempt) {
  std::string key;
  for (const std::string_view part : {name(edge.type), std::string_view(edge.source),
                                      std::string_view(edge.target), std::string_view(document)}) {
    key += part;
    key += '\n';  // ids hold no control characters
  }
  key += std::to_string(ordinal);
  if (attempt > 0) key += '\n' + std::to_string(attempt);
  return "e-" + sha256_hex(key).substr(0, 16);
}

std::string unusable(const std::string& entity) {
  return "'" + entity + "' is not among the document's usable entities";
}

}  // namespace

Span characters_of(const CodePointIndex& index, const Span& span) {
  return {static_cast<std::uint32_t>(index.code_points_before(span.begin)),
          static_cast<std::uint32_t>(index.code_points_before(span.end))};
}

Commit Writer::append(const std::vector<Operation>& operations) {
  try {
    sql::Transaction transaction(context_.db, sql::Transaction::Kind::Write);
    const LastChange last = last_change(context_.db);
    if (last.revision != revision_) entities_.forget();  // another process wrote
    context_.clock = CommitClock(last.at);
    Commit commit;
    commit.results.reserve(operations.size());
    for (const Operation& operation : operations) {
      cause_.reset();
      commit.results.push_back(
          std::visit([this](const auto& value) { return apply(value); }, operation));
      context_.changes.end_operation(context_.clock.at(), cause_);
    }
    commit.revision = context_.changes.write(context_.db, last.revision);
    transaction.commit();
    revision_ = commit.revision;
    return commit;
  } catch (...) {
    entities_.forget();
    context_.changes.clear();
    throw;
  }
}

// --- Documents ----------------------------------------------------------------------------------

OperationResult Writer::apply(const PutDocument& put) {
  OperationResult result;
  result.id = put.document.id;
  check_document(put.document, result.violations);
  if (!result.violations.empty()) {
    result.outcome = Outcome::Rejected;
    return result;
  }

  const std::optional<DocumentTable::Version> before = documents_.live(put.document.id);
  if (before && before->value == put.document) return result;  // Unchanged

  Aftermath aftermath;
  if (before) {
    begin_removal();
    close_document(*before, aftermath);
  }
  const Article article{full_text(put.document), add_entities(put.extraction.entities, result),
                        documents_.add_version(put.document, context_.from_now())};
  cause_ = article.version.document;
  context_.changes.add(RecordKind::Document, before ? ChangeOp::Modify : ChangeOp::Add, *cause_);
  add_mentions(put.extraction.mentions, article, result);
  add_edges(put, article, aftermath, result);
  settle(aftermath);
  result.outcome = before ? Outcome::Replaced : Outcome::Created;
  return result;
}

OperationResult Writer::apply(const RetractDocument& retraction) {
  OperationResult result;
  result.id = retraction.id;
  result.outcome = Outcome::Absent;
  const std::optional<DocumentTable::Version> version = documents_.live(retraction.id);
  if (!version) return result;
  begin_removal();
  Aftermath aftermath;
  close_document(*version, aftermath);
  context_.changes.add(RecordKind::Document, ChangeOp::Retract, version->document);
  cause_ = version->document;
  settle(aftermath);
  result.outcome = Outcome::Retracted;
  result.entities = aftermath.entities_gone;
  result.edges = aftermath.edges_gone;
  return result;
}

/// What goes must have been there for a while: nothing that this append opened may close at the
/// instant at which it opened.
void Writer::begin_removal() {
  if (context_.changes.has_changes_at(context_.clock.at())) {
    context_.clock.move_past(context_.clock.at());
  }
}

void Writer::close_document(const DocumentTable::Version& version, Aftermath& aftermath) {
  for (const RowId edge : edges_.close_evidence(version.row)) aftermath.edges.insert(edge);
  documents_.close(version);
  context_.db.each(
      kMentionedEntities, [&](const sql::Row& row) { aftermath.entities.insert(row.integer(0)); },
      version.row);
}

void Writer::settle(Aftermath& aftermath) {
  for (const RowId edge : aftermath.edges) {
    const std::optional<EdgeRef> gone = edges_.recompute(edge);
    if (!gone) continue;
    ++aftermath.edges_gone;
    aftermath.entities.insert(gone->source);
    aftermath.entities.insert(gone->target);
  }
  for (const RowId entity : aftermath.entities) {
    if (!entities_.is_orphan(entity)) continue;
    entities_.retract(entity);
    ++aftermath.entities_gone;
  }
}

Writer::Usable Writer::add_entities(const std::vector<Entity>& entities, OperationResult& result) {
  Usable usable;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const Entity& entity = entities[i];
    const std::string where = at_index("/entities", i);
    const std::size_t violations_before = result.violations.size();
    check_entity(entity, where, result.violations);
    if (result.violations.size() != violations_before) continue;
    std::optional<EntityRef> found = entities_.find(entity.id);
    if (!found || !found->live) {
      entities_.add_version(entity, /*derived=*/true, context_.from_now());
      ++result.entities;
      found = entities_.find(entity.id);
    }
    // What is known of an entity stays as it is; identity is the resolver's and the importer's.
    if (found->type == entity.type) {
      usable.emplace(entity.id, *found);
    } else {
      result.violations.push_back(
          {where + "/type", "'" + entity.id + "' is known as " + std::string(name(found->type)) +
                                ", not as " + std::string(name(entity.type))});
    }
  }
  return usable;
}

void Writer::add_mentions(const std::vector<Mention>& mentions, const Article& article,
                          OperationResult& result) {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    const std::string where = at_index("/mentions", i);
    const auto entity = article.entities.find(mention.entity);
    if (entity == article.entities.end()) {
      result.violations.push_back({where + "/entity", unusable(mention.entity)});
      continue;
    }
    const std::size_t violations_before = result.violations.size();
    check_span(mention.span, article.text, where, result.violations);
    if (result.violations.size() != violations_before) continue;
    documents_.add_mention(article.version.row, entity->second.pk, mention.span);
  }
}

/// The ends of a proposed edge if it can be stored.
std::optional<Writer::Ends> Writer::check_proposal(const ProposedEdge& edge, const Article& article,
                                                   const std::string& where,
                                                   OperationResult& result) const {
  const std::size_t violations_before = result.violations.size();
  const auto source = article.entities.find(edge.source);
  const auto target = article.entities.find(edge.target);
  if (source == article.entities.end()) {
    result.violations.push_back({where + "/source", unusable(edge.source)});
  } else if (target == article.entities.end()) {
    result.violations.push_back({where + "/target", unusable(edge.target)});
  } else {
    check_ends(edge.type, source->second.type, target->second.type, where, result.violations);
  }
  check_facts(edge.claim, where, result.violations);
  if (edge.evidence.empty()) result.violations.push_back({where + "/evidence", "is empty"});
  for (std::size_t i = 0; i < edge.evidence.size(); ++i) {
    check_span(edge.evidence[i], article.text, at_index(where + "/evidence", i), result.violations);
  }
  if (result.violations.size() != violations_before) return std::nullopt;
  return Ends{source->second.pk, target->second.pk};
}

/// A new edge with the facts of its first claim.
RowId Writer::create_edge(const ProposedEdge& edge, const Ends& ends, const std::string& document,
                          std::size_t ordinal) {
  std::optional<RowId> pk;
  for (std::size_t attempt = 0; !pk; ++attempt) {
    const std::string id = edge_id(edge, document, ordinal, attempt);
    pk = edges_.insert(id, edge.type, ends.source, ends.target);
    if (pk) break;
    // The id of an edge that was retracted comes back with it.
    const std::optional<EdgeRef> taken = edges_.find(id);
    const bool is_same =
        taken->type == edge.type && taken->source == ends.source && taken->target == ends.target;
    if (is_same && !edges_.live(taken->pk)) pk = taken->pk;
  }
  const auto spans = static_cast<std::uint32_t>(edge.evidence.size());
  edges_.put(*pk, {edge.claim, ended_on(edge.claim, {}), spans, /*derived=*/true});
  return *pk;
}

void Writer::add_edges(const PutDocument& put, const Article& article, Aftermath& aftermath,
                       OperationResult& result) {
  // What the document says of one edge, after all that it says of it.
  struct Statement {
    std::vector<DatedClaim> claims;
    std::set<Span> spans;
  };
  std::map<RowId, Statement> statements;
  const std::vector<ProposedEdge>& edges = put.extraction.edges;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const ProposedEdge& edge = edges[i];
    const std::optional<Ends> ends = check_proposal(edge, article, at_index("/edges", i), result);
    if (!ends) continue;
    std::optional<RowId> pk = edges_.match(edge.type, ends->source, ends->target, edge.claim);
    if (!pk) {
      const auto ordinal =
          std::count_if(edges.begin(), edges.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const ProposedEdge& other) {
                          return other.type == edge.type && other.source == edge.source &&
                                 other.target == edge.target;
                        });
      pk = create_edge(edge, *ends, put.document.id, static_cast<std::size_t>(ordinal));
      ++result.edges;
    }
    Statement& statement = statements[*pk];
    statement.claims.push_back({edge.claim, put.document.published, 0});
    statement.spans.insert(edge.evidence.begin(), edge.evidence.end());
  }
  const CodePointIndex index(article.text);
  for (const auto& [pk, statement] : statements) {
    const EdgeFacts claim = merge_claims(statement.claims).facts;
    for (const Span& span : statement.spans) {
      edges_.add_evidence(
          pk, {article.version.row, span, characters_of(index, span), claim, context_.from_now()});
    }
    aftermath.edges.insert(pk);
  }
}

}  // namespace dealgraph
