// SPDX-License-Identifier: MIT
#include "graph/extract/assembly.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "schema/text.hpp"

namespace dealgraph::extract {
namespace {

using Key = std::tuple<EdgeType, std::uint32_t, std::uint32_t>;

Key key_of(const Relation& r) {
  const bool flip = info(r.type).symmetric && r.target < r.source;
  return {r.type, flip ? r.target : r.source, flip ? r.source : r.target};
}

/// CEO and 최고경영자(CEO), 대표 and 대표이사 are one post.
bool same_post(std::string_view a, std::string_view b) {
  const auto usual = [](std::string_view title) {
    std::string folded = fold_name(title);
    for (const std::string_view chief : {"최고경영자", "chiefexecutive", "ceo"}) {
      if (folded.find(chief) != std::string::npos) return std::string("ceo");
    }
    return folded;
  };
  const std::string first = usual(a);
  const std::string second = usual(b);
  return first.find(second) != std::string::npos || second.find(first) != std::string::npos;
}

/// True if nothing that the two say contradicts: they are one deal told twice.
bool same_deal(const Relation& a, const Relation& b) {
  if (a.date && b.date && !a.date->compatible_with(*b.date)) return false;
  if (a.amount && b.amount && !(*a.amount == *b.amount)) return false;
  if (a.date == b.date && a.amount == b.amount && a.amount) return true;
  if (a.type == EdgeType::Role) {
    return (a.status == Status::Ended) == (b.status == Status::Ended) &&
           same_post(a.title, b.title);
  }
  const auto closed = [](Status s) { return s == Status::Ended || s == Status::Denied; };
  return closed(a.status) == closed(b.status) || a.type != EdgeType::Supply;
}

/// How firm a status is: the firmer one of two sentences on one deal holds.
int firmness(Status status) {
  switch (status) {
    case Status::Rumored:
      return 0;
    case Status::Planned:
      return 1;
    case Status::Agreed:
      return 2;
    case Status::Completed:
      return 3;
    case Status::Ended:
      return 4;
    case Status::Denied:
      return 5;
  }
  return 0;
}

/// One deal and the sentences that speak of it.
struct Deal {
  Relation relation;
  std::vector<Span> evidence;
  std::vector<std::size_t> told_by;  ///< Positions of its relations.
};

void absorb(Deal& deal, const Relation& more) {
  Relation& known = deal.relation;
  // A headline is short: what the article says of the status counts.
  const bool headline = known.evidence.begin == 0 && more.evidence.begin != 0;
  if (headline && deal.evidence.size() == 1 && known.status == Status::Agreed &&
      more.status == Status::Planned) {
    known.status = more.status;
  }
  if (firmness(more.status) > firmness(known.status)) known.status = more.status;
  if (!known.date || (more.date && more.date->precision() > known.date->precision())) {
    if (more.date) known.date = more.date;
  }
  if (!known.amount) known.amount = more.amount;
  if (known.product.empty()) known.product = more.product;
  if (known.title.empty()) known.title = more.title;
  deal.evidence.push_back(more.evidence);
}

/// Spans sorted and made disjoint.
std::vector<Span> tidy(std::vector<Span> spans) {
  std::ranges::sort(spans);
  std::vector<Span> out;
  for (const Span span : spans) {
    if (!out.empty() && span.begin < out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

std::vector<Deal> merge(const std::vector<Relation>& relations) {
  std::vector<Deal> deals;
  std::map<Key, std::vector<std::size_t>> by_key;
  for (std::size_t at = 0; at < relations.size(); ++at) {
    const Relation& relation = relations[at];
    auto& known = by_key[key_of(relation)];
    const auto same = std::ranges::find_if(
        known, [&](std::size_t i) { return same_deal(deals[i].relation, relation); });
    if (same != known.end()) {
      absorb(deals[*same], relation);
      deals[*same].told_by.push_back(at);
    } else {
      known.push_back(deals.size());
      deals.push_back({relation, {relation.evidence}, {at}});
    }
  }
  return deals;
}

ProposedEdge edge_of(const Article& article, const WorkingText& working, const Deal& deal) {
  const Relation& relation = deal.relation;
  ProposedEdge edge;
  edge.type = relation.type;
  edge.source = article.entity(relation.source).id;
  edge.target = article.entity(relation.target).id;
  edge.claim.status = relation.status;
  edge.claim.date = relation.date;
  edge.claim.amount = relation.amount;
  edge.claim.product = relation.product;
  edge.claim.title = relation.title;
  edge.claim.confidence = relation.confidence;
  for (const Span span : deal.evidence) edge.evidence.push_back(working.to_original(span));
  edge.evidence = tidy(std::move(edge.evidence));
  return edge;
}

Entity entity_of(const NamedEntity& named) {
  Entity entity{named.id, named.type, named.name, "", {}, {}};
  if (named.entry == nullptr) return entity;
  const LexiconEntry& entry = *named.entry;
  entity.name_ko = entry.name_ko;
  entity.aliases = entry.en;
  entity.aliases.insert(entity.aliases.end(), entry.ko.begin(), entry.ko.end());
  for (const std::string& ticker : entry.tickers) entity.identifiers.push_back({"ticker", ticker});
  if (!entry.wikidata.empty()) entity.identifiers.push_back({"wikidata", entry.wikidata});
  return entity;
}

}  // namespace

Extraction assemble(const Article& article, const WorkingText& working,
                    const std::vector<Relation>& relations, std::vector<std::size_t>* edges) {
  Extraction out;
  if (edges != nullptr) edges->assign(relations.size(), SIZE_MAX);
  for (const NamedEntity& named : article.names.entities) out.entities.push_back(entity_of(named));
  for (const Name& name : article.names.names) {
    out.mentions.push_back({article.entity(name.entity).id, working.to_original(name.span)});
  }
  for (const Deal& deal : merge(relations)) {
    const Relation& r = deal.relation;
    const bool allowed = r.source != r.target && allows(r.type, article.entity(r.source).type,
                                                        article.entity(r.target).type);
    if (!allowed) continue;
    if (edges != nullptr) {
      for (const std::size_t at : deal.told_by) (*edges)[at] = out.edges.size();
    }
    out.edges.push_back(edge_of(article, working, deal));
  }
  return out;
}

}  // namespace dealgraph::extract
