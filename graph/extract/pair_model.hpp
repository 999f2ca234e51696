// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/extract/article.hpp"
#include "graph/extract/sentences.hpp"

/// The learned reader: logistic models, one for each edge type and direction, over the features of
/// a pair of names, and one over six statuses. Trained by scripts/train from the annotated articles
/// and sentence patterns in graph/extract/model; the weights lie beside them and in the binary.
/// Method: maximum entropy relation extraction (Kambhatla, "Combining Lexical, Syntactic, and
/// Semantic Features with Maximum Entropy Models", ACL 2004), with AdaGrad.
namespace dealgraph::extract {

/// Edge type × 2, + 1 where the second name is the source.
inline constexpr std::size_t kPairClasses = 18;
inline constexpr std::size_t kStatuses = 6;
/// What a weight in the file counts in.
inline constexpr float kWeightUnit = 1.0F / 32;

class PairModel {
 public:
  /// Reads the text of a weights file. Throws std::runtime_error that names the line.
  explicit PairModel(std::string_view text);

  /// The models in the binary; thread-safe, built once.
  static const PairModel& of(Language language);

  /// Log-odds of each class. O(features).
  std::array<float, kPairClasses> judge(std::span<const std::uint32_t> features) const;
  Status status_of(std::span<const std::uint32_t> features, EdgeType type) const;

 private:
  static constexpr std::size_t kColumns = kPairClasses + kStatuses;
  using Sums = std::array<std::int16_t, kColumns>;
  struct alignas(32) Row {
    std::uint32_t key = 0;
    std::array<std::int8_t, kColumns> weights{};
    bool used = false;
  };

  Sums sums_of(std::span<const std::uint32_t> features) const;
  std::size_t home_of(std::uint32_t feature) const;

  std::vector<std::uint64_t> known_;  ///< A bit for the high part of each key: most are unknown.
  std::vector<Row> rows_;             ///< Open addressing.
};

/// The feature that tells the status model the edge's type.
std::uint32_t status_feature(EdgeType type);
inline constexpr std::uint32_t kBiasFeature = 1;

}  // namespace dealgraph::extract
