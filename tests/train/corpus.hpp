// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "graph/extract/gazetteer.hpp"
#include "schema/ontology.hpp"

/// Annotated text as the learned reader sees it: pairs of names with their features and what the
/// annotation says of them.
namespace dealgraph::train {

/// An edge with its ends as the annotation names them; symmetric ones in one order.
using EdgeKey = std::tuple<EdgeType, std::string, std::string>;

/// Classes of a pair are numbered as in graph/extract/pair_model.hpp; masks have one bit a class.
struct Sample {
  std::uint32_t first = 0;  ///< Positions in Article::ends.
  std::uint32_t second = 0;
  std::vector<std::uint32_t> features;
  std::uint32_t allowed = 0;   ///< Classes that the types of the two allow.
  std::uint32_t positive = 0;  ///< Annotated, with this sentence as evidence.
  std::uint32_t ignored = 0;   ///< Annotated, with another sentence as evidence.
  std::optional<std::size_t> status;
  EdgeType status_type = EdgeType::Partnership;  ///< Of the edge that has the status.
};

struct Article {
  std::string id;
  std::vector<Sample> samples;
  std::vector<std::string> ends;  ///< Annotated id of each entity found; "?…" where it has none.
  std::set<EdgeKey> gold;
  std::set<EdgeKey> rules;  ///< What the rules alone find.

  EdgeKey key(std::size_t pair_class, const Sample& sample) const;
};

/// Reads annotated articles (JSON Lines after the guide of tests/golden) and sentence patterns
/// (*.txt, see graph/extract/model/README.md), whose slots take names of the lexicon after a fixed
/// seed. Throws std::runtime_error that names file and line.
std::vector<Article> read_corpus(const std::vector<std::filesystem::path>& files,
                                 const extract::Gazetteer& gazetteer);

}  // namespace dealgraph::train
