// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/extract/support.hpp"

using namespace dealgraph;
using namespace dealgraph::extract;
using namespace dealgraph::extract::test;
using enum EdgeType;
using enum Status;

TEST_CASE("English careers: who runs, leads, oversees") {
  CHECK(has_edge(extracted("Paul Brandt, who runs Nexperia, said the plant would stay."), Role,
                 "paul-brandt", "nexperia", Completed));
  CHECK(has_edge(extracted("Paul Brandt, who ran Nexperia until 2023, now farms sheep."), Role,
                 "paul-brandt", "nexperia", Ended));
  CHECK(has_edge(extracted("Paul Brandt has run Infineon since 2021."), Role, "paul-brandt",
                 "infineon", Completed));
  CHECK(has_edge(extracted("Paul Brandt, who oversees sales at Amkor, said so."), Role,
                 "paul-brandt", "amkor", Completed));
  CHECK(has_edge(extracted("Anna Weber will head Infineon from next year."), Role, "anna-weber",
                 "infineon", Planned));
  // A round that is led is no company.
  const Extraction round = extracted("Anna Weber led a $10 million round at Infineon.");
  CHECK_FALSE(has_edge(round, Role, "anna-weber", "infineon"));
}

TEST_CASE("English careers: founders") {
  const Extraction found =
      extracted("Anna Weber set up Tessera Photonics in 2019 with Paul Brandt.");
  CHECK(has_edge(found, Role, "anna-weber", "tessera-photonics", Completed));
  CHECK(has_edge(found, Role, "paul-brandt", "tessera-photonics", Completed));
  CHECK(has_edge(extracted("Tessera Photonics was started by Anna Weber in a garage."), Role,
                 "anna-weber", "tessera-photonics", Completed));
  CHECK(has_edge(extracted("OpenAI is buying Tessera Photonics, the company Anna Weber set up a "
                           "year ago."),
                 Role, "anna-weber", "tessera-photonics", Completed));
}

TEST_CASE("English careers: work elsewhere, moves, seats") {
  CHECK(has_edge(extracted("Anna Weber worked at Bosch before she turned to farming."), Role,
                 "anna-weber", "bosch", Ended));
  CHECK(has_edge(extracted("Anna Weber, who spent six years as a research scientist at Bosch, "
                           "likes lasers."),
                 Role, "anna-weber", "bosch", Ended));
  CHECK(
      has_edge(extracted("Anna Weber quit Google in 2021."), Role, "anna-weber", "google", Ended));
  CHECK(has_edge(extracted("Anna Weber will join Micron next month."), Role, "anna-weber", "micron",
                 Planned));
  CHECK(has_edge(extracted("Anna Weber isn't joining Micron."), Role, "anna-weber", "micron",
                 Denied));
  CHECK(has_edge(extracted("Anna Weber sits on the board of Oracle."), Role, "anna-weber", "oracle",
                 Completed));
  CHECK(has_edge(extracted("Anna Weber will take a seat on Oracle's board."), Role, "anna-weber",
                 "oracle", Planned));
  {
    const Extraction found = extracted("Micron has hired Anna Weber from Intel.");
    CHECK(has_edge(found, Role, "anna-weber", "micron", Agreed));
    CHECK(has_edge(found, Role, "anna-weber", "intel", Ended));
  }
  {
    const Extraction found =
        extracted("Paul Brandt is CEO of Micron. He replaces Anna Weber, who is leaving.");
    CHECK(has_edge(found, Role, "paul-brandt", "micron", Completed));
    CHECK(has_edge(found, Role, "anna-weber", "micron", Ended));
  }
  CHECK(has_edge(extracted("Anna Weber is no longer a director of OpenAI."), Role, "anna-weber",
                 "openai", Ended));
}

TEST_CASE("English posts: several, described, in the plural") {
  {
    const Extraction found =
        extracted("Anna Weber, Intel's optics boss and a former Bosch researcher, gave no date.");
    CHECK(has_edge(found, Role, "anna-weber", "intel", Completed));
    CHECK(has_edge(found, Role, "anna-weber", "bosch", Ended));
  }
  CHECK(has_edge(extracted("Anna Weber, once president of Intel, was there."), Role, "anna-weber",
                 "intel", Ended));
  CHECK(has_edge(extracted("Intel's former optics boss Anna Weber was there."), Role, "anna-weber",
                 "intel", Ended));
  CHECK(has_edge(extracted("The round was led by Anna Weber, chief executive of the exchange "
                           "Nasdaq."),
                 Role, "anna-weber", "nasdaq", Completed));
  {
    const Extraction found = extracted("Intel founders Anna Weber and Paul Brandt were there.");
    CHECK(has_edge(found, Role, "anna-weber", "intel", Completed));
    CHECK(has_edge(found, Role, "paul-brandt", "intel", Completed));
  }
}

TEST_CASE("English references: an officer who stands for somebody named") {
  CHECK(has_edge(extracted("Anna Weber flew to Seoul on Monday. The Intel boss said the trip was "
                           "short."),
                 Role, "anna-weber", "intel", Completed));
  // Two persons without a company: no guess.
  const Extraction open = extracted(
      "Anna Weber met Paul Brandt and Jane Miller on Monday. The Intel boss said little.");
  CHECK_FALSE(has_edge(open, Role, "anna-weber", "intel"));
  CHECK_FALSE(has_edge(open, Role, "paul-brandt", "intel"));
  // A country's officer is nobody's.
  const Extraction state = extracted(
      "Intel said it was ready. Paul Brandt, the American vice president, was not. Intel is "
      "hiring.");
  CHECK_FALSE(has_edge(state, Role, "paul-brandt", "intel"));
}

TEST_CASE("English presence: events, visits, meetings") {
  CHECK(has_edge(extracted("Anna Weber gave the keynote at Computex."), Participation, "anna-weber",
                 "computex", Completed));
  CHECK(has_edge(extracted("A rumour went round at Computex, where Intel had a stand."),
                 Participation, "intel", "computex"));
  CHECK(has_edge(extracted("At Computex, Intel showed a laptop."), Participation, "intel",
                 "computex"));
  CHECK_FALSE(has_edge(extracted("Intel will skip Computex."), Participation, "intel", "computex"));
  CHECK(has_edge(extracted("Anna Weber turned up in Seoul on Monday."), Visit, "anna-weber",
                 "seoul", Completed));
  CHECK(has_edge(extracted("Anna Weber spent a day in Seoul."), Visit, "anna-weber", "seoul",
                 Completed));
  CHECK(has_edge(extracted("Anna Weber received Paul Brandt for a private talk."), Meeting,
                 "anna-weber", "paul-brandt", Completed));
  CHECK(has_edge(extracted("Anna Weber was welcomed by Paul Brandt."), Meeting, "anna-weber",
                 "paul-brandt", Completed));
  CHECK_FALSE(has_edge(extracted("Intel sees Samsung as a rival."), Meeting, "intel",
                       "samsung-electronics"));
}

TEST_CASE("English names: persons and organizations by what stands beside them") {
  CHECK(find_named(extracted("Intel adds Zorka Quill as head of sales."), "Zorka Quill") !=
        nullptr);
  CHECK(find_named(extracted("The boat belongs to his wife Zorka Quill."), "Zorka Quill") !=
        nullptr);
  CHECK(find_named(extracted("I asked Zorka Quill, an EUV manager at Intel, if that was so."),
                   "Zorka Quill") != nullptr);
  CHECK(find_named(extracted("Anna Weber is a former engineer at Zorvane."), "Zorvane") != nullptr);
  CHECK(find_named(extracted("The hedge fund Two Creeks Capital said no."), "Two Creeks Capital") !=
        nullptr);
  CHECK(find_named(extracted("Nobody has seen it. Growth slows. Verification takes longest."),
                   "Nobody") == nullptr);
  CHECK(find_named(extracted("Nobody has seen it. Growth has slowed."), "Growth") == nullptr);
}

TEST_CASE("English deals: has, belongs to, pays for, takes in") {
  CHECK(has_edge(extracted("Toshiba still has 40% of Kioxia."), Ownership, "toshiba", "kioxia",
                 Completed));
  CHECK(has_edge(extracted("Kioxia belongs to Bain Capital."), Ownership, "bain-capital", "kioxia",
                 Completed));
  CHECK(has_edge(extracted("Infineon agreed to pay $9 billion for Cypress Semiconductor."),
                 Acquisition, "infineon", "cypress-semiconductor", Agreed));
  CHECK_FALSE(has_edge(extracted("Meta paid $9 billion for Nvidia's chips."), Acquisition, "meta",
                       "nvidia"));
  CHECK(has_edge(extracted("Quantinuum raised $600 million from a group that includes JPMorgan and "
                           "Nvidia."),
                 Investment, "nvidia", "quantinuum", Completed));
}
