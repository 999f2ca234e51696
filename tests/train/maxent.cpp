// SPDX-License-Identifier: MIT
#include "tests/train/maxent.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <random>

namespace dealgraph::train {
namespace {

using extract::kPairClasses;
using extract::kStatuses;

constexpr std::uint32_t kRare = 4;  ///< Features seen less often are left out.
constexpr int kRounds = 12;
constexpr double kRate = 0.1;
constexpr double kRidge = 3e-5;

double logistic(double odds) { return 1 / (1 + std::exp(-odds)); }

bool has(std::uint32_t mask, std::size_t c) { return ((mask >> c) & 1U) != 0; }

std::vector<std::uint32_t> status_features(const Sample& sample) {
  std::vector<std::uint32_t> features = sample.features;
  features.push_back(extract::kBiasFeature);
  features.push_back(extract::status_feature(sample.status_type));
  return features;
}

}  // namespace

MaxEnt::MaxEnt(const std::vector<const Article*>& articles) {
  constexpr unsigned kSeed = 7;
  constexpr float kFirstSquare = 0.01F;
  std::vector<const Sample*> samples;
  for (const Article* article : articles) {
    for (const Sample& sample : article->samples) {
      samples.push_back(&sample);
      for (const std::uint32_t f : status_features(sample)) ++rows_[f].count;
    }
  }
  std::erase_if(rows_, [](const auto& row) { return row.second.count < kRare; });
  for (auto& [feature, row] : rows_) row.square.fill(kFirstSquare);
  std::mt19937 random(kSeed);
  for (int round = 0; round < kRounds; ++round) {
    // std::shuffle differs between libraries; this does not.
    for (std::size_t i = samples.size(); i > 1; --i)
      std::swap(samples[i - 1], samples[random() % i]);
    for (const Sample* sample : samples) {
      learn_edges(*sample);
      if (sample->status) learn_status(*sample);
    }
  }
}

std::vector<MaxEnt::Row*> MaxEnt::rows_of(const std::vector<std::uint32_t>& features) {
  std::vector<Row*> rows;
  rows.reserve(features.size());
  for (const std::uint32_t f : features) {
    if (const auto row = rows_.find(f); row != rows_.end()) rows.push_back(&row->second);
  }
  return rows;
}

void MaxEnt::learn_edges(const Sample& sample) {
  const std::vector<Row*> rows = rows_of(sample.features);
  const std::uint32_t live = sample.allowed & ~sample.ignored;
  for (std::size_t c = 0; c < kPairClasses; ++c) {
    if (!has(live, c)) continue;
    double odds = 0;
    for (const Row* row : rows) odds += static_cast<double>(row->weight[c]);
    const double error = logistic(odds) - (has(sample.positive, c) ? 1 : 0);
    for (Row* row : rows) {
      const double gradient = error + kRidge * static_cast<double>(row->weight[c]);
      row->square[c] += static_cast<float>(gradient * gradient);
      row->weight[c] -= static_cast<float>(kRate * gradient / std::sqrt(row->square[c]));
    }
  }
}

std::array<double, kStatuses> MaxEnt::status_probabilities(const Sample& sample) const {
  std::array<double, kStatuses> p{};
  for (const std::uint32_t f : status_features(sample)) {
    const auto row = rows_.find(f);
    if (row == rows_.end()) continue;
    for (std::size_t s = 0; s < kStatuses; ++s)
      p[s] += static_cast<double>(row->second.weight[kPairClasses + s]);
  }
  const double top = *std::ranges::max_element(p);
  double sum = 0;
  for (double& x : p) sum += x = std::exp(x - top);
  for (double& x : p) x /= sum;
  return p;
}

void MaxEnt::learn_status(const Sample& sample) {
  const auto p = status_probabilities(sample);
  for (Row* row : rows_of(status_features(sample))) {
    for (std::size_t s = 0; s < kStatuses; ++s) {
      const std::size_t column = kPairClasses + s;
      const double gradient =
          p[s] - (s == *sample.status ? 1 : 0) + kRidge * static_cast<double>(row->weight[column]);
      row->square[column] += static_cast<float>(gradient * gradient);
      row->weight[column] -= static_cast<float>(kRate * gradient / std::sqrt(row->square[column]));
    }
  }
}

std::array<double, kPairClasses> MaxEnt::probabilities(const Sample& sample) const {
  std::array<double, kPairClasses> p{};
  for (const std::uint32_t f : sample.features) {
    const auto row = rows_.find(f);
    if (row == rows_.end()) continue;
    for (std::size_t c = 0; c < kPairClasses; ++c)
      p[c] += static_cast<double>(row->second.weight[c]);
  }
  for (std::size_t c = 0; c < kPairClasses; ++c) p[c] = has(sample.allowed, c) ? logistic(p[c]) : 0;
  return p;
}

std::size_t MaxEnt::status_of(const Sample& sample) const {
  const auto p = status_probabilities(sample);
  return static_cast<std::size_t>(std::ranges::max_element(p) - p.begin());
}

std::set<EdgeKey> MaxEnt::edges(const Article& article, double threshold) const {
  std::set<EdgeKey> found;
  for (const Sample& sample : article.samples) {
    const auto p = probabilities(sample);
    for (std::size_t c = 0; c < kPairClasses; ++c) {
      if (has(sample.allowed, c) && p[c] >= threshold) found.insert(article.key(c, sample));
    }
  }
  return found;
}

std::string MaxEnt::weights() const {
  constexpr long kSmallest = 2;  // In units of the file.
  constexpr long kLargest = 127;
  std::map<std::uint32_t, const Row*> sorted;
  for (const auto& [feature, row] : rows_) sorted[feature] = &row;
  std::string out =
      "# Weights of the learned reader in 32nds: feature, then columns with their weights.\n"
      "# Written by scripts/train from the articles and patterns beside this file.\n";
  for (const auto& [feature, row] : sorted) {
    std::string line;
    for (std::size_t c = 0; c < kColumns; ++c) {
      const long value =
          std::clamp(std::lround(row->weight[c] / extract::kWeightUnit), -kLargest, kLargest);
      if (std::abs(value) < kSmallest) continue;
      line += ' ' + std::to_string(c) + ' ' + std::to_string(value);
    }
    if (line.empty()) continue;
    char key[16];
    std::snprintf(key, sizeof key, "%x", feature);
    out += key + line + '\n';
  }
  return out;
}

}  // namespace dealgraph::train
