// SPDX-License-Identifier: MIT
#include "graph/extract/pair_model.hpp"

#include <algorithm>
#include <bit>
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

constexpr std::uint32_t kCountBits = 5;
constexpr std::uint32_t kMostWeights = (1U << kCountBits) - 1;
constexpr std::uint32_t kHighBits = 20;

constexpr std::uint32_t high_part(std::uint32_t key) { return key >> (32 - kHighBits); }

}  // namespace

PairModel::PairModel(std::string_view text) {
  std::vector<Slot> read;
  for (std::size_t number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty() || line.front() == '#') continue;
    Slot slot;
    bool good = take(line, slot.key, 16);
    const std::size_t first = weights_.size();
    while (good && !line.empty()) {
      Weight weight{};
      good = take(line, weight.column) && take(line, weight.value) &&
             weight.column < kPairClasses + kStatuses;
      if (good) weights_.push_back(weight);
    }
    const std::size_t count = weights_.size() - first;
    if (!good || count == 0 || count > kMostWeights) {
      throw std::runtime_error("weights of the learned reader, line " + std::to_string(number) +
                               ": expected a key and pairs of column and weight");
    }
    slot.place = static_cast<std::uint32_t>(first << kCountBits | count);
    read.push_back(slot);
  }
  known_.resize((1U << kHighBits) / 64);
  slots_.resize(std::bit_ceil(read.size() * 2 + 2));
  for (const Slot& slot : read) {
    const std::uint32_t high = high_part(slot.key);
    known_[high / 64] |= std::uint64_t{1} << (high % 64);
    std::size_t at = slot.key & (slots_.size() - 1);
    while (slots_[at].place != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
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

std::span<const PairModel::Weight> PairModel::weights_of(std::uint32_t feature) const {
  const std::uint32_t high = high_part(feature);
  if ((known_[high / 64] >> (high % 64) & 1U) == 0) return {};
  for (std::size_t at = feature & (slots_.size() - 1); slots_[at].place != 0;
       at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].key != feature) continue;
    return {weights_.data() + (slots_[at].place >> kCountBits), slots_[at].place & kMostWeights};
  }
  return {};
}

std::array<float, kPairClasses> PairModel::judge(std::span<const std::uint32_t> features) const {
  std::array<std::int32_t, kPairClasses + kStatuses> sums{};
  for (const std::uint32_t feature : features) {
    for (const Weight& weight : weights_of(feature)) sums[weight.column] += weight.value;
  }
  std::array<float, kPairClasses> odds{};
  for (std::size_t c = 0; c < kPairClasses; ++c)
    odds[c] = static_cast<float>(sums[c]) * kWeightUnit;
  return odds;
}

Status PairModel::status_of(std::span<const std::uint32_t> features, EdgeType type) const {
  std::array<std::int32_t, kPairClasses + kStatuses> sums{};
  const auto add = [&](std::uint32_t feature) {
    for (const Weight& weight : weights_of(feature)) sums[weight.column] += weight.value;
  };
  for (const std::uint32_t feature : features) add(feature);
  add(status_feature(type));
  add(kBiasFeature);
  const auto best = std::max_element(sums.begin() + kPairClasses, sums.end());
  return static_cast<Status>(best - sums.begin() - kPairClasses);
}

std::uint32_t status_feature(EdgeType type) {
  return (Feature(200) << static_cast<int>(type)).key();
}

}  // namespace dealgraph::extract
