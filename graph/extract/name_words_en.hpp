// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "graph/extract/words.hpp"

/// The words that tell English names: what begins one, ends one, stands by one.
namespace dealgraph::extract::english {

using Words = WordSet;

/// Words with a capital that are no names: openers of sentences, calendar, trade jargon.
const Words& plain_words();
const Words& organization_endings();
const Words& place_endings();
const Words& event_endings();
const Words& project_endings();
/// Nouns that stand right before the name of an organization.
const Words& organization_cues();
/// Nouns by the side of a product's name.
const Words& product_cues();
/// Common nouns that open a sentence and are no names for their capital; in lower case.
const Words& common_openers();
/// Verbs right after an organization's name, besides those of the grammar's lexicon.
const Words& deal_verbs();
/// Words right before a name that what it takes part in shows to be an organization.
const Words& deal_words_before();
/// Nouns of "…, a startup that …".
const Words& apposition_nouns();
/// Cities and regions of the world that news names without introduction.
const Words& world_places();
/// Adjectives and common words that begin names but cannot stand for them: General, Applied.
const Words& weak_first_words();

}  // namespace dealgraph::extract::english
