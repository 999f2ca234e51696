// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/extract/article.hpp"

namespace dealgraph::extract {

/// What the sentences before leave behind for those after: who was spoken of last.
struct Discourse {
  std::vector<std::uint32_t> organizations;  ///< In the order of their last mention.
  std::vector<std::uint32_t> persons;
  std::vector<std::uint32_t> topic;                ///< Subject of the last sentence that had one.
  std::vector<std::uint32_t> topic_organizations;  ///< The last subject made of organizations.
  std::vector<std::uint32_t> last_pair;  ///< The ends of the last relation of two organizations.
  std::uint32_t project = kNoEntity;
  std::uint32_t event = kNoEntity;
  std::uint32_t place = kNoEntity;
  /// Who works where, and who bears which title (대통령, 장관), as the article has told; last wins.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> employers;
  std::vector<std::pair<std::string, std::uint32_t>> titles;

  void employ(std::uint32_t person, std::uint32_t organization);
  void entitle(std::string_view title, std::uint32_t person);
  std::uint32_t employer_of(std::uint32_t person) const;
  std::uint32_t bearer_of(std::string_view title) const;
  /// What English sentences called an organization: " norwegian chip designer".
  std::unordered_map<std::uint32_t, std::string> descriptions;
  std::uint32_t most_named = kNoEntity;  ///< The organization that the article names most.
  std::unordered_map<std::uint32_t, std::uint32_t> posts;  ///< Whom a person speaks for.

  /// Moves an entity to the front of its list.
  void mention(const Article& article, std::uint32_t entity);
};

/// The arguments of a sentence, in order: names with their posts and particles, coordinated where
/// they belong together, and words that stand for names, resolved from `discourse`.
std::vector<Argument> korean_arguments(const Article& article, const Sentence& sentence,
                                       const std::vector<Post>& posts, const Discourse& discourse);

}  // namespace dealgraph::extract
