// SPDX-License-Identifier: MIT
#pragma once

#include "graph/extract/statements_en.hpp"

namespace dealgraph::extract::english {

/// What those who read of money ask of a sentence.
class MoneyReader {
 protected:
  MoneyReader(Statements& s, const Cue& cue) : s_(s), cue_(cue) {}

  const Verb& verb() const { return s_.verb(cue_.verb); }
  /// Persons replaced by the organizations that pay for them.
  Entities payers(const Entities& actors) const;
  /// True for a round of funding.
  bool is_round(std::size_t phrase) const;
  /// True if the phrase names a sum or stands for money.
  bool names_money(std::size_t phrase) const;
  /// True for money that is lent, given or put in: "a $2 billion loan"; not for a price or a bill.
  bool is_funding(std::size_t phrase) const;
  /// The status of money that is raised: it is there once it is agreed.
  Status round_status() const;

  Statements& s_;
  Cue cue_;
};

/// Rounds: who raises the money, who leads and who joins (rounds_en.cpp).
void read_round(Statements& s, const Cue& cue, Act act);

}  // namespace dealgraph::extract::english
