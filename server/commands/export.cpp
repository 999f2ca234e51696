// SPDX-License-Identifier: MIT
#include <cstdio>

#include "graph/store.hpp"
#include "server/commands/commands.hpp"
#include "server/record_json.hpp"
#include "server/store_texts.hpp"

namespace dealgraph::server {

int run_export(const Options& options) {
  Store store(options.db, {.read_only = true});
  StoreTexts source(store);
  TextCache texts(source);
  store.export_all([&](const Operation& operation) {
    const std::string line = write_record(operation, texts) + "\n";
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) {
      throw Error(ErrorKind::StorageFull, "cannot write the output");
    }
  });
  if (std::fflush(stdout) != 0) throw Error(ErrorKind::StorageFull, "cannot write the output");
  return kDone;
}

}  // namespace dealgraph::server
