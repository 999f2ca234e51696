// SPDX-License-Identifier: MIT
#include "server/json_writer.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace dealgraph::server {

struct JsonWriter::Impl {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
};

namespace {
rapidjson::SizeType length(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}
}  // namespace

JsonWriter::JsonWriter() : impl_(std::make_unique<Impl>()) {}
JsonWriter::~JsonWriter() = default;

JsonWriter& JsonWriter::begin_object() {
  impl_->writer.StartObject();
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  impl_->writer.EndObject();
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  impl_->writer.StartArray();
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  impl_->writer.EndArray();
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  impl_->writer.Key(name.data(), length(name));
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
  // RapidJSON asks for a pointer even where there is nothing to point to.
  impl_->writer.String(value.empty() ? "" : value.data(), length(value));
  return *this;
}

JsonWriter& JsonWriter::number(std::uint64_t value) {
  impl_->writer.Uint64(value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  impl_->writer.Bool(value);
  return *this;
}

JsonWriter& JsonWriter::null() {
  impl_->writer.Null();
  return *this;
}

JsonWriter& JsonWriter::decimal(std::string_view digits) {
  impl_->writer.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
  return *this;
}

JsonWriter& JsonWriter::member(std::string_view name, std::string_view value) {
  return key(name).string(value);
}

JsonWriter& JsonWriter::member(std::string_view name, const char* value) {
  return key(name).string(value);
}

JsonWriter& JsonWriter::member(std::string_view name, std::uint64_t value) {
  return key(name).number(value);
}

JsonWriter& JsonWriter::member_if(std::string_view name, std::string_view value) {
  return value.empty() ? *this : member(name, value);
}

JsonWriter& JsonWriter::member_bool(std::string_view name, bool value) {
  return key(name).boolean(value);
}

std::string JsonWriter::take() {
  std::string text(impl_->buffer.GetString(), impl_->buffer.GetSize());
  impl_->buffer.Clear();
  impl_->writer.Reset(impl_->buffer);
  return text;
}

std::size_t JsonWriter::size() const { return impl_->buffer.GetSize(); }

}  // namespace dealgraph::server
