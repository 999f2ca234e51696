// SPDX-License-Identifier: MIT
#include "graph/extract/pair_model.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <string>

#include "graph/extract/embedded.hpp"
#include "graph/extract/pairs.hpp"

namespace dealgraph::extract {
namespace {

/// Next number of a line; false at its end.
template <typename Number>
bool take(std::string_view& line, Number& number, int base = 10) {
  while (line.starts_with(' ')) line.remove_prefix(1);
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number, base);
  if (error != std::errc()) return false;
  line.remove_prefix(static_cast<std::size_t>(end - line.data()));
  return true;
}

constexpr std::uint32_t kHighBits = 19;

constexpr std::uint32_t high_part(std::uint32_t key) { return key >> (32 - kHighBits); }

}  // namespace

PairModel::PairModel(std::string_view text) {
  std::vector<Row> read;
  for (std::size_t number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty() || line.front() == '#') continue;
    Row row;
    row.used = true;
    bool good = take(line, row.key, 16);
    while (good && !line.empty()) {
      std::size_t column = 0;
      std::int8_t weight = 0;
      good = take(line, column) && take(line, weight) && column < kColumns;
      if (good) row.weights[column] = weight;
    }
    if (!good) {
      throw std::runtime_error("weights of the learned reader, line " + std::to_string(number) +
                               ": expected a key and pairs of column and weight");
    }
    read.push_back(row);
  }
  known_.resize((1U << kHighBits) / 64);
  rows_.resize(read.size() * 3 / 2 + 1);
  for (const Row& row : read) {
    const std::uint32_t high = high_part(row.key);
    known_[high / 64] |= std::uint64_t{1} << (high % 64);
    std::size_t at = home_of(row.key);
    while (rows_[at].used) at = at + 1 == rows_.size() ? 0 : at + 1;
    rows_[at] = row;
  }
}

const PairModel& PairModel::of(Language language) {
  const auto text = [](std::string_view name) {
    const auto& files = embedded_model_texts();
    const auto found = std::ranges::find(files, name, &EmbeddedFile::name);
    return found == files.end() ? std::string_view() : found->text;
  };
  static const PairModel kKorean(text("pairs_ko.txt"));
  static const PairModel kEnglish(text("pairs_en.txt"));
  return language == Language::Korean ? kKorean : kEnglish;
}

/// Its place if no other key took it: the low bits, spread over the rows.
std::size_t PairModel::home_of(std::uint32_t feature) const {
  const std::uint64_t low = std::uint32_t{feature * 0x9e3779b1U};
  return static_cast<std::size_t>(low * rows_.size() >> 32U);
}

PairModel::Sums PairModel::sums_of(std::span<const std::uint32_t> features) const {
  // In passes, so that the rows of a whole batch are on their way while the first is waited for.
  constexpr std::size_t kBatch = 256;
  Sums sums{};
  std::array<std::uint32_t, kBatch> found{};
  while (!features.empty()) {
    const auto batch = features.first(std::min(kBatch, features.size()));
    features = features.subspan(batch.size());
    std::size_t count = 0;
    for (const std::uint32_t feature : batch) {
      const std::uint32_t high = high_part(feature);
      found[count] = feature;  // stays if known: a branch would be guessed wrong too often
      count += known_[high / 64] >> (high % 64) & 1U;
    }
    for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(&rows_[home_of(found[i])]);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t at = home_of(found[i]); rows_[at].used;
           at = at + 1 == rows_.size() ? 0 : at + 1) {
        if (rows_[at].key != found[i]) continue;
        for (std::size_t c = 0; c < kColumns; ++c)
          sums[c] = static_cast<std::int16_t>(sums[c] + rows_[at].weights[c]);
        break;
      }
    }
  }
  return sums;
}

std::array<float, kPairClasses> PairModel::judge(std::span<const std::uint32_t> features) const {
  const Sums sums = sums_of(features);
  std::array<float, kPairClasses> odds{};
  for (std::size_t c = 0; c < kPairClasses; ++c)
    odds[c] = static_cast<float>(sums[c]) * kWeightUnit;
  return odds;
}

Status PairModel::status_of(std::span<const std::uint32_t> features, EdgeType type) const {
  Sums sums = sums_of(features);
  const auto also = sums_of(std::array{status_feature(type), kBiasFeature});
  for (std::size_t c = 0; c < kColumns; ++c) sums[c] = static_cast<std::int16_t>(sums[c] + also[c]);
  const auto statuses = std::span(sums).subspan(kPairClasses);
  return static_cast<Status>(std::ranges::max_element(statuses) - statuses.begin());
}

std::uint32_t status_feature(EdgeType type) {
  return (Feature(200) << static_cast<int>(type)).key();
}

}  // namespace dealgraph::extract
