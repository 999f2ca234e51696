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

}  // namespace

PairModel::PairModel(std::string_view text) {
  std::vector<Slot> read;
  for (std::size_t number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty() || line.front() == '#') continue;
    Slot slot;
    bool good = take(line, slot.key, 16);
    slot.first = static_cast<std::uint32_t>(weights_.size());
    while (good && !line.empty()) {
      Weight weight{};
      good = take(line, weight.column) && take(line, weight.value) &&
             weight.column < kPairClasses + kStatuses;
      if (good) weights_.push_back(weight);
    }
    if (!good) {
      throw std::runtime_error("weights of the learned reader, line " + std::to_string(number) +
                               ": expected a key and pairs of column and weight");
    }
    slot.count = static_cast<std::uint32_t>(weights_.size()) - slot.first;
    read.push_back(slot);
  }
  slots_.resize(std::bit_ceil(read.size() * 2 + 2));
  for (const Slot& slot : read) {
    std::size_t at = slot.key & (slots_.size() - 1);
    while (slots_[at].count != 0) at = (at + 1) & (slots_.size() - 1);
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
  for (std::size_t at = feature & (slots_.size() - 1); slots_[at].count != 0;
       at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].key == feature) return {weights_.data() + slots_[at].first, slots_[at].count};
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
