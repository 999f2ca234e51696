// SPDX-License-Identifier: MIT
#include "server/json_reader.hpp"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "schema/error.hpp"
#include "schema/text.hpp"

namespace dealgraph::server {

JsonValue JsonValue::boolean(bool value) {
  JsonValue result;
  result.kind_ = Kind::Bool;
  result.boolean_ = value;
  return result;
}

JsonValue JsonValue::number(std::string text) {
  JsonValue result;
  result.kind_ = Kind::Number;
  result.text_ = std::move(text);
  return result;
}

JsonValue JsonValue::string(std::string text) {
  JsonValue result;
  result.kind_ = Kind::String;
  result.text_ = std::move(text);
  return result;
}

JsonValue JsonValue::array() {
  JsonValue result;
  result.kind_ = Kind::Array;
  return result;
}

JsonValue JsonValue::object() {
  JsonValue result;
  result.kind_ = Kind::Object;
  return result;
}

const JsonValue* JsonValue::find(std::string_view name) const noexcept {
  const auto found = std::find_if(members_.begin(), members_.end(),
                                  [&](const Member& member) { return member.first == name; });
  return found == members_.end() ? nullptr : &found->second;
}

std::string_view describe(JsonValue::Kind kind) noexcept {
  switch (kind) {
    case JsonValue::Kind::Null:
      return "null";
    case JsonValue::Kind::Bool:
      return "true or false";
    case JsonValue::Kind::Number:
      return "a number";
    case JsonValue::Kind::String:
      return "a string";
    case JsonValue::Kind::Array:
      return "an array";
    case JsonValue::Kind::Object:
      return "an object";
  }
  return "nothing";
}

namespace {

using Json = nlohmann::json;

// Objects up to this size are searched for duplicate names directly; larger ones by a hash set.
constexpr std::size_t kSmallObject = 16;

// Feeds the lexer and remembers how far it has read, so that our own complaints have a position.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    *reached_ = at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }

 private:
  const char* at_;
  const char** reached_;
};

// Builds the tree while nlohmann's lexer reads; the parser itself keeps no recursion.
class TreeBuilder final : public nlohmann::json_sax<Json> {
 public:
  TreeBuilder(std::string_view text, const JsonLimits& limits)
      : text_(text), reached_(text.data()), limits_(limits) {}

  CountingIterator begin() { return {text_.data(), &reached_}; }
  CountingIterator end() { return {text_.data() + text_.size(), &reached_}; }

  bool null() override { return add({}) != nullptr; }
  bool boolean(bool value) override { return add(JsonValue::boolean(value)) != nullptr; }
  bool number_integer(number_integer_t value) override {
    return add(JsonValue::number(std::to_string(value))) != nullptr;
  }
  bool number_unsigned(number_unsigned_t value) override {
    return add(JsonValue::number(std::to_string(value))) != nullptr;
  }
  bool number_float(number_float_t /*value*/, const string_t& raw) override {
    return add(JsonValue::number(raw)) != nullptr;
  }
  bool string(string_t& value) override {
    return add(JsonValue::string(std::move(value))) != nullptr;
  }
  bool binary(binary_t& /*value*/) override { return fail("binary values are not JSON"); }

  bool start_object(std::size_t /*size*/) override { return open(JsonValue::object()); }
  bool start_array(std::size_t /*size*/) override { return open(JsonValue::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Level& level = levels_.back();
    if (!is_new_name(level, name)) return fail("the member \"" + name + "\" is there twice");
    level.key = std::move(name);
    return true;
  }

  bool parse_error(std::size_t byte, const std::string& /*token*/,
                   const nlohmann::detail::exception& error) override {
    // Keep what follows the library's own prefix and position.
    std::string detail = error.what();
    if (const auto cut = detail.rfind("; "); cut != std::string::npos) detail.erase(0, cut + 2);
    if (const auto cut = detail.find("] "); cut != std::string::npos && detail.front() == '[') {
      detail.erase(0, cut + 2);
    }
    return fail(to_valid_utf8(detail), byte);
  }

  JsonValue take() { return std::move(root_); }

 private:
  struct Level {
    JsonValue* value;
    std::string key;
    std::unordered_set<std::string> names;  // only of large objects
  };

  static bool is_new_name(Level& level, const std::string& name) {
    const auto& members = level.value->members();
    if (members.size() < kSmallObject) return level.value->find(name) == nullptr;
    if (level.names.empty()) {
      for (const auto& member : members) level.names.insert(member.first);
    }
    return level.names.insert(name).second;
  }

  JsonValue* add(JsonValue&& value) {
    if (++values_ > limits_.max_values) {
      fail("more than " + std::to_string(limits_.max_values) + " values");
      return nullptr;
    }
    if (levels_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Level& level = levels_.back();
    if (level.value->is(JsonValue::Kind::Array)) {
      return &level.value->items().emplace_back(std::move(value));
    }
    return &level.value->members().emplace_back(std::move(level.key), std::move(value)).second;
  }

  bool open(JsonValue&& value) {
    if (levels_.size() >= limits_.max_depth) {
      return fail("nested deeper than " + std::to_string(limits_.max_depth) + " levels");
    }
    JsonValue* added = add(std::move(value));
    if (added == nullptr) return false;
    // The pointer stays good: nothing is added to the parent while this level is open.
    levels_.push_back({added, {}, {}});
    return true;
  }

  bool close() {
    levels_.pop_back();
    return true;
  }

  bool fail(const std::string& detail) {
    return fail(detail, static_cast<std::size_t>(reached_ - text_.data()));
  }

  [[noreturn]] bool fail(const std::string& detail, std::size_t byte) {
    const std::string_view before = text_.substr(0, byte == 0 ? 0 : byte - 1);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto last = before.rfind('\n');
    const std::size_t column = last == std::string_view::npos ? byte : byte - last - 1;
    const std::string where =
        "line " + std::to_string(line) + ", byte " + std::to_string(column) + ": " + detail;
    throw Error(ErrorKind::InvalidInput, "not valid JSON: " + where, {{"", where}});
  }

  std::string_view text_;
  const char* reached_;
  JsonLimits limits_;
  std::size_t values_ = 0;
  JsonValue root_;
  std::vector<Level> levels_;
};

}  // namespace

JsonValue parse_json(std::string_view text, const JsonLimits& limits) {
  TreeBuilder builder(text, limits);
  Json::sax_parse(builder.begin(), builder.end(), &builder);
  return builder.take();
}

}  // namespace dealgraph::server
