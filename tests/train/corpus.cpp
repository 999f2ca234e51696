// SPDX-License-Identifier: MIT
#include "tests/train/corpus.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <stdexcept>

#include "graph/extract/pair_model.hpp"
#include "graph/extract/pairs.hpp"
#include "graph/extract/pipeline_stages.hpp"
#include "schema/text.hpp"

namespace dealgraph::train {
namespace {

using Json = nlohmann::json;
using extract::kPairClasses;

EdgeKey edge_key(EdgeType type, std::string source, std::string target) {
  if (info(type).symmetric && target < source) std::swap(source, target);
  return {type, std::move(source), std::move(target)};
}

/// The annotated id of each entity found: the pair with the most mentions in common first, then
/// those of equal id or name, as the guide's score.py pairs them.
std::vector<std::string> align(const extract::Article& article, const Json& annotated) {
  const extract::Names& found = article.names;
  std::vector<std::set<std::string>> surfaces(found.entities.size());
  for (const extract::Name& name : found.names)
    surfaces[name.entity].insert(fold_name(article.piece(name.span)));
  struct Candidate {
    std::size_t common;
    double part;  ///< Of all mentions of the two.
    std::size_t gold;
    std::size_t entity;
  };
  std::vector<Candidate> candidates;
  for (std::size_t g = 0; g < annotated.size(); ++g) {
    std::set<std::string> mentions;
    for (const Json& m : annotated[g].at("mentions"))
      mentions.insert(fold_name(m.get<std::string>()));
    const std::string name = fold_name(annotated[g].at("name").get<std::string>());
    for (std::size_t e = 0; e < surfaces.size(); ++e) {
      const auto shared = static_cast<std::size_t>(std::ranges::count_if(
          mentions, [&](const std::string& m) { return surfaces[e].contains(m); }));
      const bool same_id = annotated[g].at("id") == found.entities[e].id;
      const std::string own = fold_name(found.entities[e].name);
      const bool same_name = name == own || surfaces[e].contains(name) || mentions.contains(own);
      if (shared == 0 && !same_id && !same_name) continue;
      const std::size_t all = mentions.size() + surfaces[e].size() - shared;
      candidates.push_back(
          {shared + (same_id ? 1 : 0),
           static_cast<double>(shared) / static_cast<double>(std::max<std::size_t>(all, 1)), g, e});
    }
  }
  std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) {
    return std::tuple(b.common, b.part) < std::tuple(a.common, a.part);
  });
  std::vector<std::string> ids(surfaces.size());
  std::set<std::size_t> used;
  for (const Candidate& c : candidates) {
    if (!ids[c.entity].empty() || used.contains(c.gold)) continue;
    ids[c.entity] = annotated[c.gold].at("id").get<std::string>();
    used.insert(c.gold);
  }
  for (std::size_t e = 0; e < ids.size(); ++e) {
    if (ids[e].empty()) ids[e] = "?" + found.entities[e].id;
  }
  return ids;
}

struct GoldEdge {
  EdgeKey key;
  std::size_t status;
  std::optional<Span> evidence;
};

std::vector<GoldEdge> gold_edges(const Json& annotated, const std::string& text) {
  std::vector<GoldEdge> edges;
  for (const Json& edge : annotated) {
    const auto type = parse_edge_type(edge.at("type").get<std::string>());
    const auto status = parse_status(edge.at("status").get<std::string>());
    if (!type || !status) throw std::runtime_error("unknown edge type or status");
    GoldEdge gold{edge_key(*type, edge.at("source"), edge.at("target")),
                  static_cast<std::size_t>(*status),
                  {}};
    const auto evidence = edge.at("evidence").get<std::string>();
    const std::size_t at = text.find(evidence);
    if (at != std::string::npos) {
      gold.evidence =
          Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + evidence.size())};
    }
    edges.push_back(std::move(gold));
  }
  return edges;
}

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

void label(Sample& sample, const Article& article, const extract::Article& read, Span sentence,
           const std::vector<GoldEdge>& gold) {
  for (std::size_t c = 0; c < kPairClasses; ++c) {
    const auto type = static_cast<EdgeType>(c / 2);
    const bool reversed = c % 2 == 1;
    if (reversed && info(type).symmetric) continue;
    const std::uint32_t source = reversed ? sample.second : sample.first;
    const std::uint32_t target = reversed ? sample.first : sample.second;
    if (!allows(type, read.entity(source).type, read.entity(target).type)) continue;
    const std::uint32_t bit = 1U << c;
    sample.allowed |= bit;
    const EdgeKey key = article.key(c, sample);
    for (const GoldEdge& edge : gold) {
      if (edge.key != key) continue;
      if (!edge.evidence || !overlap(*edge.evidence, sentence)) {
        sample.ignored |= bit;
        continue;
      }
      sample.positive |= bit;
      if (!sample.status) {
        sample.status = edge.status;
        sample.status_type = type;
      }
    }
  }
  sample.ignored &= ~sample.positive;
}

Article read_article(const Json& json, const extract::Gazetteer& gazetteer) {
  Document document;
  document.title = json.value("title", "");
  document.text = json.at("text").get<std::string>();
  document.published = PartialDate::parse(json.value("published", ""));
  const extract::Stages stages(document, gazetteer);
  extract::RelationTrace trace;
  const auto relations = find_relations(stages.article, &trace);

  Article article;
  article.id = json.at("id").get<std::string>();
  article.ends = align(stages.article, json.at("entities"));
  const std::vector<GoldEdge> gold = gold_edges(json.at("edges"), full_text(document));
  for (const GoldEdge& edge : gold) article.gold.insert(edge.key);
  for (const extract::Relation& r : relations) {
    const bool by_rule = r.confidence == kCertain;
    const bool allowed =
        r.source != r.target &&
        allows(r.type, stages.article.entity(r.source).type, stages.article.entity(r.target).type);
    if (by_rule && allowed)
      article.rules.insert(edge_key(r.type, article.ends[r.source], article.ends[r.target]));
  }
  for (extract::TracedPair& traced : trace.pairs) {
    Sample sample;
    sample.first = traced.pair.first;
    sample.second = traced.pair.second;
    sample.features = std::move(traced.pair.features);
    label(sample, article, stages.article, stages.working.to_original(traced.sentence), gold);
    if (sample.allowed != 0) article.samples.push_back(std::move(sample));
  }
  return article;
}

/// Kinds of slots of a pattern: {A} is an organization, {P} a person.
std::optional<EntityType> type_of_slot(char slot) {
  switch (slot) {
    case 'A':
    case 'B':
    case 'C':
    case 'F':
      return EntityType::Organization;
    case 'P':
    case 'Q':
    case 'R':
      return EntityType::Person;
    case 'L':
    case 'M':
      return EntityType::Place;
    case 'J':
      return EntityType::Project;
    case 'E':
      return EntityType::Event;
    case 'D':
      return EntityType::Product;
    default:
      return std::nullopt;
  }
}

/// What the lexicon calls its entries in one language, where the name means one entry only.
class NamePool {
 public:
  NamePool(const extract::Gazetteer& gazetteer, bool korean) {
    for (const LexiconEntry& entry : gazetteer.entries()) {
      const std::string& name = korean ? entry.name_ko : entry.name;
      const auto* known = name.empty() ? nullptr : gazetteer.named(name);
      if (known != nullptr && known->owners.size() == 1)
        names_[entry.type].emplace_back(entry.id, name);
    }
  }

  const std::pair<std::string, std::string>& draw(EntityType type, std::mt19937& random) const {
    const auto& names = names_.at(type);
    return names[random() % names.size()];
  }

 private:
  std::map<EntityType, std::vector<std::pair<std::string, std::string>>> names_;
};

/// Final consonant of the syllable before `at`: 0 if none, 8 for ㄹ.
unsigned final_consonant(const std::string& text, std::size_t at) {
  constexpr std::size_t kSyllable = 3;
  if (at < kSyllable) return 0;
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned char>(text[at - kSyllable + i]);
  };
  const unsigned code = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
  constexpr unsigned kFirst = 0xAC00;
  constexpr unsigned kLast = 0xD7A3;
  constexpr unsigned kFinals = 28;
  return code < kFirst || code > kLast ? 0 : (code - kFirst) % kFinals;
}

/// 은(는) becomes the form that the syllable before it asks for.
std::string with_particles(std::string text) {
  struct Particle {
    std::string_view both;
    std::string_view closed;
    std::string_view open;
  };
  static constexpr auto kParticles = std::to_array<Particle>({{"은(는)", "은", "는"},
                                                              {"이(가)", "이", "가"},
                                                              {"을(를)", "을", "를"},
                                                              {"와(과)", "과", "와"},
                                                              {"과(와)", "과", "와"},
                                                              {"으로(로)", "으로", "로"},
                                                              {"이라는(라는)", "이라는", "라는"},
                                                              {"이나(나)", "이나", "나"},
                                                              {"이며(며)", "이며", "며"}});
  constexpr unsigned kRieul = 8;
  for (const Particle& p : kParticles) {
    for (std::size_t at = text.find(p.both); at != std::string::npos; at = text.find(p.both)) {
      const unsigned final = final_consonant(text, at);
      const bool closed = final != 0 && !(p.closed == "으로" && final == kRieul);
      text.replace(at, p.both.size(), closed ? p.closed : p.open);
    }
  }
  return text;
}

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

/// "supply A B agreed; … || {A} delivers to {B}.": an article with names in its slots.
Json fill_in(const std::string& line, const NamePool& names, std::mt19937& random) {
  const std::size_t bar = line.find(" || ");
  if (bar == std::string::npos) throw std::runtime_error("expected EDGES || SENTENCE");
  std::string text = line.substr(bar + std::string_view(" || ").size());
  std::map<char, std::string> ids;
  for (char slot = 'A'; slot <= 'Z'; ++slot) {
    const std::string mark{'{', slot, '}'};
    const auto type = type_of_slot(slot);
    if (!type || text.find(mark) == std::string::npos) continue;
    auto drawn = names.draw(*type, random);
    const auto taken = [&](const auto& known) { return known.second == drawn.first; };
    while (std::ranges::any_of(ids, taken)) drawn = names.draw(*type, random);
    ids[slot] = drawn.first;
    replace_all(text, mark, drawn.second);
  }
  Json json{{"id", line},
            {"title", ""},
            {"text", with_particles(text)},
            {"published", "2025-06-10"},
            {"entities", Json::array()},
            {"edges", Json::array()}};
  for (const auto& [slot, id] : ids)
    json["entities"].push_back({{"id", id}, {"name", id}, {"mentions", Json::array()}});
  std::istringstream edges(line.substr(0, bar));
  for (std::string edge; std::getline(edges, edge, ';');) {
    std::istringstream words(edge);
    std::string type;
    std::string source;
    std::string target;
    std::string status;
    if (!(words >> type) || type == "none") continue;
    if (!(words >> source >> target >> status))
      throw std::runtime_error("expected TYPE A B STATUS");
    json["edges"].push_back({{"type", type},
                             {"source", ids[source[0]]},
                             {"target", ids[target[0]]},
                             {"status", status},
                             {"evidence", json["text"]}});
  }
  return json;
}

/// A pair in a pattern is an edge far more often than one in an article: this feature, which no
/// article has, learns by how much, so that the others need not.
void mark_as_pattern(Article& article) {
  for (Sample& sample : article.samples)
    sample.features.push_back((extract::Feature(201) << sample.allowed).key());
}

}  // namespace

EdgeKey Article::key(std::size_t pair_class, const Sample& sample) const {
  const bool reversed = pair_class % 2 == 1;
  return edge_key(static_cast<EdgeType>(pair_class / 2),
                  ends[reversed ? sample.second : sample.first],
                  ends[reversed ? sample.first : sample.second]);
}

std::vector<Article> read_corpus(const std::vector<std::filesystem::path>& files,
                                 const extract::Gazetteer& gazetteer) {
  constexpr unsigned kSeed = 11;
  std::vector<Article> articles;
  for (const std::filesystem::path& path : files) {
    const bool patterns = path.extension() == ".txt";
    const bool korean = path.filename().string().find("ko") != std::string::npos;
    const NamePool names(gazetteer, korean);
    std::mt19937 random(kSeed);
    std::ifstream in(path);
    if (!in) throw std::runtime_error(path.string() + ": cannot be read");
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.empty() || line.front() == '#') continue;
      try {
        articles.push_back(
            read_article(patterns ? fill_in(line, names, random) : Json::parse(line), gazetteer));
        if (patterns) mark_as_pattern(articles.back());
      } catch (const std::exception& error) {
        throw std::runtime_error(path.string() + ":" + std::to_string(number) + ": " +
                                 error.what());
      }
    }
  }
  return articles;
}

}  // namespace dealgraph::train
