// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dealgraph::extract {

/// What a noun phrase does in its clause, told in Korean by its particle and in English by its
/// place or preposition.
enum class Case : std::uint8_t {
  Bare,       ///< Korean: no particle. English: no preposition, so subject or object by place.
  Topic,      ///< 은 는
  Subject,    ///< 이 가 께서
  Also,       ///< 도 만: subject, object or other
  Object,     ///< 을 를
  Recipient,  ///< 에 에게 · to
  Source,     ///< 에서 로부터 · from
  With,       ///< 와 과 · with
  Toward,     ///< 로 으로 · as, into
  Owner,      ///< 의 · 's, of
  Agent,      ///< by
  For,        ///< 용 향 · for
  At,         ///< in, at, on
  Modifier,   ///< Before another noun without a particle: 엔비디아 GPU
  Copula,     ///< 이다 인
  Other,
};

struct Particle {
  Case kind = Case::Bare;
  std::uint32_t size = 0;  ///< Bytes of the particle (and glue noun) within the word.
};

/// Reads `rest`, all that follows a name within its word. An empty rest is Bare; nullopt if it is
/// no particle, so that the name is only the beginning of a longer word.
std::optional<Particle> read_particle(std::string_view rest);

/// True if the particle may follow the stem: 은 after a closed syllable, 는 after an open one.
bool agrees_with_stem(std::string_view stem, std::string_view particle);

/// The particle at the end of a word that is no known name. Bare if none is recognised; the
/// usual nouns that only look inflected (회의, 평가) are known.
Particle trailing_particle(std::string_view word);

/// The end of the brackets that open at `at`, which gloss the name before them: 엔비디아(NVIDIA)는.
/// `at` itself if none open there or they close too far away to be a gloss.
std::size_t skip_gloss(std::string_view text, std::size_t at);

/// True if the syllable is a Korean surname of one syllable.
bool is_surname(std::string_view syllable);

/// True if the word is a common noun that cannot be a name, or part of one.
bool is_common_noun(std::string_view word);

/// True if the word is made of common nouns alone (시장점유율, 반도체업체), so that it is no name.
bool is_common_compound(std::string_view word);

}  // namespace dealgraph::extract
