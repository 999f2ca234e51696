// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/model.hpp"

/// Files, folders and standard input as a stream of lines and articles.
namespace dealgraph::server {

/// A line of input with where it stands. Without its line break and, on the first line, without
/// a byte order mark.
struct InputLine {
  std::string text;
  std::size_t number = 0;
  bool is_too_long = false;  ///< Then `text` is empty.
};

/// Reads a file (or "-", standard input) line by line in constant memory.
class LineReader {
 public:
  /// Throws Error{NotFound} if the file cannot be opened.
  LineReader(const std::string& path, std::size_t max_line_bytes);
  ~LineReader();
  LineReader(LineReader&&) noexcept;
  LineReader& operator=(LineReader&&) noexcept;

  /// The next line, empty ones too; nullopt at the end. Throws Error{Internal} if reading fails.
  std::optional<InputLine> next();

  /// Bytes read so far and the file's size (0 where unknown), for progress.
  std::size_t bytes_read() const;
  std::size_t size() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The name under which an input is reported: "<stdin>" for "-".
/// The whole text of a file, without a byte order mark. Throws Error{InvalidInput} if it is longer
/// or cannot be read.
std::string read_whole(const std::string& path, std::size_t max_bytes);

std::string display_name(const std::string& path);

/// The files of `inputs`, folders replaced by the .jsonl, .ndjson, .json and .txt files below them
/// in order of their paths. Throws Error{NotFound} for what is not there.
std::vector<std::string> expand_inputs(const std::vector<std::string>& inputs);

/// One article, or why there is none, with where it stands ("news.jsonl:3").
struct ArticleInput {
  std::string where;
  std::optional<Document> article;
  std::string rejection;
  std::size_t bytes = 0;  ///< Of the input that this took, for progress.
};

/// Bytes of all files together; 0 if one of them is standard input or no regular file.
std::size_t total_bytes(const std::vector<std::string>& files);

/// Calls `sink` for each article of a file, in order. A .txt file is one article (first line
/// title, the rest text), a .json file one or an array of them, anything else JSON Lines.
void read_articles(const std::string& path, std::size_t max_line_bytes,
                   const std::function<void(ArticleInput&&)>& sink);

}  // namespace dealgraph::server
