// SPDX-License-Identifier: MIT
#pragma once

#include "graph/extract/statements_en.hpp"

namespace dealgraph::extract::english {

/// What those who read of goods ask of a sentence.
class GoodsReader {
 protected:
  GoodsReader(Statements& s, const Cue& cue) : s_(s), cue_(cue) {}

  const Verb& verb() const { return s_.verb(cue_.verb); }
  Entities subject() const { return s_.organizations(s_.subject(cue_.verb)); }
  Entities organizations_at(std::size_t phrase) const { return s_.named(phrase, kOrganizations); }

  void emit(const Entities& suppliers, const Entities& customers,
            std::optional<Status> status = {}) {
    s_.emit(EdgeType::Supply, suppliers, customers, cue_, status);
  }

  Statements& s_;
  Cue cue_;
};

}  // namespace dealgraph::extract::english
