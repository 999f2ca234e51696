// SPDX-License-Identifier: MIT
#include "graph/extract/explain.hpp"

#include <algorithm>

#include "graph/extract/assembly.hpp"
#include "graph/extract/gazetteer.hpp"
#include "graph/extract/pipeline_stages.hpp"

namespace dealgraph::extract {
namespace {

std::string_view name_of(DateUse use) {
  switch (use) {
    case DateUse::Event:
      return "event";
    case DateUse::Announced:
      return "announced";
    case DateUse::Reported:
      return "reported";
    case DateUse::Term:
      return "term";
  }
  return "";
}

class Explainer {
 public:
  Explainer(const Stages& stages, const Gazetteer& gazetteer)
      : article_(stages.article), working_(stages.working), gazetteer_(gazetteer) {}

  Explanation run() {
    RelationTrace trace;
    const std::vector<Relation> relations = find_relations(article_, &trace);
    std::vector<std::size_t> edges;
    out_.result = assemble(article_, working_, relations, &edges);
    add_sentences();
    add_names();
    add_facts();
    add_triggers(trace, relations);
    add_candidates(relations, edges);
    return std::move(out_);
  }

 private:
  Span original(Span span) const { return working_.to_original(span); }

  void add_sentences() {
    for (Sentence sentence : article_.sentences) {
      sentence.span = original(sentence.span);
      out_.sentences.push_back(sentence);
    }
  }

  void add_names() {
    for (const Name& name : article_.names.names) {
      const NamedEntity& entity = article_.entity(name.entity);
      ExplainedName explained{original(name.span), entity.id,     describe(name.reason),
                              name.score,          entity.may_be, {}};
      const Gazetteer::Name* known = gazetteer_.named(article_.piece(name.span));
      if (known != nullptr) {
        for (const std::uint32_t owner : known->owners) {
          explained.owners.push_back(gazetteer_.entries()[owner].id);
        }
      }
      out_.names.push_back(std::move(explained));
    }
    for (const Span span : article_.names.media) out_.media.push_back(original(span));
  }

  void add_facts() {
    for (const Amount& amount : article_.amounts) {
      const std::string_view use = amount.conversion   ? "conversion"
                                   : amount.background ? "background"
                                                       : "deal";
      out_.amounts.push_back({original(amount.span), amount.money, use});
    }
    for (const DateMention& date : article_.dates) {
      out_.dates.push_back({original(date.span), date.date, name_of(date.use)});
    }
  }

  void add_triggers(const RelationTrace& trace, const std::vector<Relation>& relations) {
    for (const TracedTrigger& traced : trace.triggers) {
      const auto edge_type = edge_type_of(traced.hit.trigger->frame);
      if (!edge_type) continue;
      const auto candidates = std::ranges::count(relations, traced.hit.span, &Relation::trigger);
      out_.triggers.push_back({original(traced.hit.span), original(traced.sentence),
                               traced.hit.trigger->stem, *edge_type,
                               static_cast<std::size_t>(candidates)});
    }
  }

  void add_candidates(const std::vector<Relation>& relations,
                      const std::vector<std::size_t>& edges) {
    std::vector<bool> taken(out_.result.edges.size());
    for (std::size_t i = 0; i < relations.size(); ++i) {
      const Relation& relation = relations[i];
      ExplainedCandidate candidate{original(relation.trigger),
                                   original(relation.evidence),
                                   relation.type,
                                   article_.entity(relation.source).id,
                                   article_.entity(relation.target).id,
                                   relation.status,
                                   relation.confidence == kCertain ? "rules" : "learned",
                                   relation.confidence,
                                   "dropped",
                                   edges[i]};
      if (edges[i] < taken.size()) {
        candidate.fate = taken[edges[i]] ? "merged" : "edge";
        taken[edges[i]] = true;
      }
      out_.candidates.push_back(std::move(candidate));
    }
  }

  const Article& article_;
  const WorkingText& working_;
  const Gazetteer& gazetteer_;
  Explanation out_;
};

}  // namespace

Explanation explain(const Stages& stages, const Gazetteer& gazetteer) {
  return Explainer(stages, gazetteer).run();
}

}  // namespace dealgraph::extract
