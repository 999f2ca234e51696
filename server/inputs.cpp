// SPDX-License-Identifier: MIT
#include "server/inputs.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "graph/store.hpp"
#include "schema/error.hpp"
#include "schema/text.hpp"
#include "server/article_json.hpp"
#include "server/ascii.hpp"

namespace dealgraph::server {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct FileCloser {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

[[noreturn]] void fail_to_open(const std::string& path, const std::string& reason) {
  throw Error(ErrorKind::NotFound, path + ": " + reason);
}

File open_file(const std::string& path) {
  if (path == "-") return File(stdin);
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) fail_to_open(path, "is a directory");
  File file(std::fopen(path.c_str(), "rb"));
  if (!file) fail_to_open(path, std::strerror(errno));
  return file;
}

}  // namespace

struct LineReader::Impl {
  Impl(const std::string& file_path, std::size_t limit)
      : path(file_path), max_line_bytes(limit), file(open_file(file_path)) {
    std::error_code failure;
    const auto bytes = fs::file_size(path, failure);
    if (!failure && path != "-") size = static_cast<std::size_t>(bytes);
  }

  // False at the end of the input.
  bool fill() {
    begin = 0;
    end = std::fread(buffer.data(), 1, buffer.size(), file.get());
    bytes_read += end;
    if (end == 0 && std::ferror(file.get()) != 0) {
      throw Error(ErrorKind::Internal, display_name(path) + ": cannot be read on");
    }
    return end > 0;
  }

  std::string path;
  std::size_t max_line_bytes;
  File file;
  std::size_t size = 0;
  std::size_t bytes_read = 0;
  std::size_t number = 0;
  std::array<char, 65'536> buffer{};
  std::size_t begin = 0;
  std::size_t end = 0;
};

LineReader::LineReader(const std::string& path, std::size_t max_line_bytes)
    : impl_(std::make_unique<Impl>(path, max_line_bytes)) {}
LineReader::~LineReader() = default;
LineReader::LineReader(LineReader&&) noexcept = default;
LineReader& LineReader::operator=(LineReader&&) noexcept = default;

std::optional<InputLine> LineReader::next() {
  Impl& in = *impl_;
  InputLine line;
  line.number = ++in.number;
  bool has_any = false;
  for (;;) {
    if (in.begin == in.end && !in.fill()) break;
    has_any = true;
    const char* start = in.buffer.data() + in.begin;
    const auto* found = static_cast<const char*>(std::memchr(start, '\n', in.end - in.begin));
    const std::size_t length =
        found == nullptr ? in.end - in.begin : static_cast<std::size_t>(found - start);
    if (line.text.size() + length > in.max_line_bytes) {
      line.is_too_long = true;
      line.text.clear();
    }
    if (!line.is_too_long) line.text.append(start, length);
    in.begin += length;
    if (found != nullptr) {
      ++in.begin;
      break;
    }
  }
  if (!has_any) return std::nullopt;
  if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
  if (line.number == 1 && line.text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    line.text.erase(0, kByteOrderMark.size());
  }
  return line;
}

std::size_t LineReader::bytes_read() const { return impl_->bytes_read; }
std::size_t LineReader::size() const { return impl_->size; }

std::string display_name(const std::string& path) { return path == "-" ? "<stdin>" : path; }

std::vector<std::string> expand_inputs(const std::vector<std::string>& inputs) {
  constexpr std::array<std::string_view, 4> kExtensions{".jsonl", ".ndjson", ".json", ".txt"};
  std::vector<std::string> files;
  for (const std::string& input : inputs) {
    std::error_code failure;
    if (input == "-" || !fs::is_directory(input, failure)) {
      if (input != "-" && !fs::exists(input, failure)) fail_to_open(input, "there is no such file");
      files.push_back(input);
      continue;
    }
    std::vector<std::string> found;
    for (const auto& entry :
         fs::recursive_directory_iterator(input, fs::directory_options::skip_permission_denied)) {
      const std::string extension = entry.path().extension().string();
      if (entry.is_regular_file() &&
          std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end()) {
        found.push_back(entry.path().string());
      }
    }
    std::sort(found.begin(), found.end());
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

std::size_t total_bytes(const std::vector<std::string>& files) {
  std::size_t total = 0;
  for (const std::string& file : files) {
    std::error_code failure;
    if (file == "-" || !fs::is_regular_file(file, failure)) return 0;
    total += static_cast<std::size_t>(fs::file_size(file, failure));
  }
  return total;
}

std::string read_whole(const std::string& path, std::size_t max_bytes) {
  const File file = open_file(path);
  std::string text;
  std::array<char, 65'536> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    if (text.size() + count > max_bytes) {
      throw Error(ErrorKind::InvalidInput,
                  "longer than " + std::to_string(max_bytes) + " bytes (--max-line-bytes)");
    }
    text.append(buffer.data(), count);
  }
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.erase(0, kByteOrderMark.size());
  return text;
}

namespace {

ArticleInput reject(const std::string& where, const std::string& reason, std::size_t bytes = 0) {
  return {where, std::nullopt, reason, bytes};
}

template <typename Read>
ArticleInput read_or_reject(const std::string& where, std::size_t bytes, const Read& read) {
  try {
    return {where, read(), {}, bytes};
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::InvalidInput) throw;
    return reject(where, error.what(), bytes);
  }
}

Document text_article(const std::string& text) {
  if (!is_valid_utf8(text)) throw Error(ErrorKind::InvalidInput, "not valid UTF-8");
  Document document;
  const auto line_end = text.find('\n');
  document.title = text.substr(0, line_end);
  if (!document.title.empty() && document.title.back() == '\r') document.title.pop_back();
  if (line_end != std::string::npos) document.text = text.substr(line_end + 1);
  if (document.title.empty() && document.text.empty()) {
    throw Error(ErrorKind::InvalidInput, "an article needs a title or a text");
  }
  document.id = document_id(document);
  return document;
}

// A .json file: one article or an array of them.
void read_json_file(const std::string& path, std::size_t max_bytes,
                    const std::function<void(ArticleInput&&)>& sink) {
  JsonValue value;
  try {
    value = parse_json(read_whole(path, max_bytes));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::InvalidInput) throw;
    sink(reject(path, error.what(), total_bytes({path})));
    return;
  }
  if (!value.is(JsonValue::Kind::Array)) {
    sink(read_or_reject(path, total_bytes({path}), [&] { return read_article(value); }));
    return;
  }
  for (std::size_t i = 0; i < value.items().size(); ++i) {
    const JsonValue& item = value.items()[i];
    sink(read_or_reject(path + ":/" + std::to_string(i), 0, [&] { return read_article(item); }));
  }
}

}  // namespace

void read_articles(const std::string& path, std::size_t max_line_bytes,
                   const std::function<void(ArticleInput&&)>& sink) {
  const std::string extension = fs::path(path).extension().string();
  if (extension == ".txt") {
    sink(read_or_reject(path, total_bytes({path}),
                        [&] { return text_article(read_whole(path, max_line_bytes)); }));
    return;
  }
  if (extension == ".json") {
    read_json_file(path, max_line_bytes, sink);
    return;
  }
  LineReader reader(path, max_line_bytes);
  while (const auto line = reader.next()) {
    const std::string where = display_name(path) + ":" + std::to_string(line->number);
    if (line->is_too_long) {
      sink(reject(where, "the line is longer than " + std::to_string(max_line_bytes) + " bytes"));
    } else if (!trim(line->text).empty()) {
      sink(read_or_reject(where, line->text.size() + 1, [&] { return parse_article(line->text); }));
    }
  }
}

}  // namespace dealgraph::server
