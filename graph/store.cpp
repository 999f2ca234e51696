// SPDX-License-Identifier: MIT
#include "graph/store.hpp"

#include <filesystem>

#include "graph/sql/migrate.hpp"
#include "graph/store_impl.hpp"
#include "graph/store_vocabulary.hpp"
#include "schema/migrations.hpp"
#include "schema/text.hpp"

namespace dealgraph {
namespace {

constexpr std::int64_t kApplicationId = 1'684'369'772;  // "deal", as in 0001_init.sql
constexpr std::size_t kMaxIdleReaders = 16;

constexpr sql::Query kDocumentCount =
    "SELECT count(*) FROM document_version WHERE known_to IS NULL";

/// Looks at the file and, if it may, brings it up to date. Null for a read-only store.
std::unique_ptr<sql::Connection> open_for_writing(const std::string& path,
                                                  const StoreOptions& options) {
  if (!options.create && !std::filesystem::exists(path)) {
    throw Error(ErrorKind::NotFound, path + ": there is no such database; `dealgraph ingest --db " +
                                         path + " ARTICLES` makes one");
  }
  const sql::Mode mode = options.read_only ? sql::Mode::ReadOnly
                         : options.create  ? sql::Mode::Create
                                           : sql::Mode::ReadWrite;
  auto connection = std::make_unique<sql::Connection>(path, mode, options.busy_timeout_ms);
  const std::vector<Migration>& migrations = embedded_migrations();
  const sql::FileState state = sql::inspect(*connection, kApplicationId, migrations);
  if (state == sql::FileState::Empty && !options.create) {
    throw Error(ErrorKind::InvalidInput, "the file is empty, not a dealgraph database");
  }
  if (options.read_only) {
    if (state == sql::FileState::Current) return nullptr;
    throw Error(ErrorKind::InvalidInput,
                "the database was written by an older dealgraph: any writing command, "
                "`dealgraph ingest` for one, brings it up to date");
  }
  connection->make_durable();
  sql::migrate(*connection, migrations);
  write_vocabulary(*connection);
  return connection;
}

/// The file's name in front of what went wrong with it.
template <typename Open>
auto naming(const std::string& path, Open open) {
  try {
    return open();
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::NotFound) throw;
    throw Error(error.kind(), path + ": " + error.what(), error.violations());
  }
}

}  // namespace

// --- Connections --------------------------------------------------------------------------------

ReaderPool::Lease::Lease(ReaderPool& pool, std::unique_ptr<sql::Connection> connection)
    : pool_(pool),
      connection_(std::move(connection)),
      transaction_(std::make_unique<sql::Transaction>(*connection_, sql::Transaction::Kind::Read)) {
}

ReaderPool::Lease::~Lease() {
  transaction_.reset();
  const std::scoped_lock lock(pool_.mutex_);
  if (pool_.idle_.size() < kMaxIdleReaders) pool_.idle_.push_back(std::move(connection_));
}

ReaderPool::Lease ReaderPool::take() {
  std::unique_ptr<sql::Connection> connection;
  {
    const std::scoped_lock lock(mutex_);
    if (!idle_.empty()) {
      connection = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (connection == nullptr) {
    connection = std::make_unique<sql::Connection>(path_, sql::Mode::ReadOnly, busy_timeout_ms_);
  }
  return {*this, std::move(connection)};
}

Store::Impl::Impl(const std::string& path, const StoreOptions& options)
    : write_connection(naming(path, [&] { return open_for_writing(path, options); })),
      readers(path, options.busy_timeout_ms) {
  if (write_connection != nullptr) writer = std::make_unique<Writer>(*write_connection);
}

// --- Store --------------------------------------------------------------------------------------

Store::Store(const std::string& path, const StoreOptions& options)
    : impl_(std::make_unique<Impl>(path, options)) {}

Store::~Store() = default;

Commit Store::append(const std::vector<Operation>& operations) {
  if (impl_->writer == nullptr) {
    throw Error(ErrorKind::InvalidInput, "the database is opened read-only");
  }
  return impl_->writer->append(operations);
}

std::size_t Store::document_count() {
  return static_cast<std::size_t>(impl_->readers.take()->integer(kDocumentCount));
}

std::string document_id(const Document& document) {
  std::string content;
  for (const std::string_view part :
       {std::string_view(document.title), std::string_view(document.text),
        std::string_view(document.lang), std::string_view(document.source),
        std::string_view(document.url)}) {
    content += part;
    content += '\0';  // no text holds it, so no two contents run together
  }
  if (document.published) content += document.published->to_string();
  return "d-" + sha256_hex(content).substr(0, 16);
}

}  // namespace dealgraph
