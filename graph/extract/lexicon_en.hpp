// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What the English grammar knows of single words. Words are asked for in lower case.
namespace dealgraph::extract::english {

enum class Form : std::uint8_t {
  None,
  Base,        ///< acquire
  Third,       ///< acquires
  Past,        ///< acquired, bought: also the participle
  OnlyPast,    ///< took, began
  Participle,  ///< taken, begun
  Gerund,      ///< acquiring
};

struct VerbForm {
  std::string_view lemma;
  Form form = Form::None;
  bool also_noun = false;  ///< order, deal, back: what it is depends on its place.
};

/// The verb that a word is a form of; nullopt for a word that is none.
std::optional<VerbForm> verb_form(const std::string& word);

bool is_determiner(std::string_view word);
/// Adjectives and participles that stand between a determiner and its noun or before a name, and
/// nowhere as a noun.
bool is_modifier(std::string_view word);
bool is_adverb(std::string_view word);
bool is_preposition(std::string_view word);
/// Words that open a clause of its own: while, because, whether, if.
bool is_subordinator(std::string_view word);

/// Nouns that stand for an organization: chipmaker, startup, group.
bool is_company_noun(std::string_view noun);
/// Nouns whose phrase stands for the organization that owns it: unit, team, executives, plant.
bool is_part_noun(std::string_view noun);
/// Nouns for sites: plant, fab, campus, laboratory.
bool is_site_noun(std::string_view noun);
/// Nouns for agreements and intentions, which an infinitive may follow: deal, plan, talks.
bool is_deal_noun(std::string_view noun);
/// Nouns for goods and services that are bought and sold: chips, power, capacity.
bool is_goods_noun(std::string_view noun);
/// Nouns for what is said: report, claim, rumour.
bool is_claim_noun(std::string_view noun);

/// "companies" to "company"; other words stay.
std::string singular(std::string_view noun);

}  // namespace dealgraph::extract::english
