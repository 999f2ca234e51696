// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/extract/pair_model.hpp"
#include "tests/train/corpus.hpp"

/// Trains what graph/extract/pair_model.hpp reads: one binary logistic model for each class and a
/// softmax over statuses, by stochastic gradient descent with AdaGrad (Duchi, Hazan, Singer, JMLR
/// 2011) and a fixed seed: the same corpus gives the same weights.
namespace dealgraph::train {

class MaxEnt {
 public:
  explicit MaxEnt(const std::vector<const Article*>& articles);

  std::array<double, extract::kPairClasses> probabilities(const Sample& sample) const;
  std::size_t status_of(const Sample& sample) const;

  /// Edges that the model tells of an article with this probability or more.
  std::set<EdgeKey> edges(const Article& article, double threshold) const;

  /// The text of a weights file; weights near zero are left out.
  std::string weights() const;

 private:
  static constexpr std::size_t kColumns = extract::kPairClasses + extract::kStatuses;
  struct Row {
    std::array<float, kColumns> weight{};
    std::array<float, kColumns> square{};  ///< Sum of squared gradients.
    std::uint32_t count = 0;
  };

  std::vector<Row*> rows_of(const std::vector<std::uint32_t>& features);
  void learn_edges(const Sample& sample);
  void learn_status(const Sample& sample);
  std::array<double, extract::kStatuses> status_probabilities(const Sample& sample) const;

  std::unordered_map<std::uint32_t, Row> rows_;
};

}  // namespace dealgraph::train
