// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/extract/support.hpp"

using namespace dealgraph;
using namespace dealgraph::extract;
using namespace dealgraph::extract::test;
using enum EdgeType;
using enum Status;

TEST_CASE("English rounds: those who join, those who are listed, whose round it is") {
  {
    const Extraction found = extracted(
        "Mistral AI closed a $90 million Series B led by Coatue, and Magnetar, Fidelity and Nvidia "
        "took part.");
    CHECK(has_edge(found, Investment, "coatue", "mistral-ai", Completed));
    CHECK(has_edge(found, Investment, "fidelity", "mistral-ai", Completed));
    CHECK(has_edge(found, Investment, "nvidia", "mistral-ai", Completed));
    CHECK(amount_of(find_edge(found, Investment, "nvidia", "mistral-ai")) == "90000000 USD");
    CHECK_FALSE(has_edge(found, Investment, "nvidia", "coatue"));
  }
  {
    const Extraction found = extracted(
        "Cohere took $40 million from a group that included Oracle, Nvidia and Salesforce.");
    CHECK(has_edge(found, Investment, "oracle", "cohere", Completed));
    CHECK(has_edge(found, Investment, "salesforce", "cohere", Completed));
  }
  {
    const Extraction found = extracted(
        "Groq was valued at $3 billion in 2021, when Coatue and Fidelity co-led a $300 million "
        "round.");
    CHECK(has_edge(found, Investment, "coatue", "groq", Completed));
    CHECK(has_edge(found, Investment, "fidelity", "groq", Completed));
  }
  CHECK(has_edge(extracted("Groq, whose backers included Intel's venture arm as well as Coatue, "
                           "has moved to Toronto."),
                 Investment, "coatue", "groq", Completed));
  CHECK(has_edge(extracted("Lambda is in talks to raise $800 million from investors including "
                           "Nvidia, a person familiar with the matter said."),
                 Investment, "nvidia", "lambda", Rumored));
  CHECK(
      extracted("Nvidia rose 3% after a strong round of earnings led by Microsoft.").edges.empty());
}

TEST_CASE("English money that is given: grants, loans, plants with a price") {
  CHECK(has_edge(extracted("Micron was promised up to $6 billion by the U.S. Department of "
                           "Commerce."),
                 Investment, "us-commerce", "micron", Agreed));
  CHECK(has_edge(extracted("The U.S. Department of Commerce awarded $6 billion to Micron for "
                           "plants in New York."),
                 Investment, "us-commerce", "micron", Agreed));
  CHECK(has_edge(extracted("Macquarie is lending CoreWeave $640 million."), Investment, "macquarie",
                 "coreweave"));
  {
    const Extraction found =
        extracted("Visitors were shown Amkor Technology's $1.6 billion factory in Vietnam.");
    CHECK(has_edge(found, Investment, "amkor", "vietnam", Agreed));
  }
  {
    const Extraction found =
        extracted("Intel will invest $20 billion in Ohio and $3 billion in Oregon.");
    CHECK(has_edge(found, Investment, "intel", "ohio", Planned));
    CHECK(has_edge(found, Investment, "intel", "oregon", Planned));
  }
  CHECK(find_edge(extracted("Renesas handed $2 billion to Wolfspeed as a deposit on wafers."),
                  Ownership, "renesas", "wolfspeed") == nullptr);
}

TEST_CASE("English supply without a word of selling") {
  CHECK(has_edge(extracted("Cerebras relies on Micron for its memory chips."), Supply, "micron",
                 "cerebras", Completed));
  CHECK(has_edge(extracted("Apple accounts for a quarter of TSMC's revenue."), Supply, "tsmc",
                 "apple", Completed));
  CHECK(has_edge(extracted("Broadcom halted deliveries to Huawei in May."), Supply, "broadcom",
                 "huawei", Ended));
  CHECK(has_edge(extracted("NXP outsourced production of its microcontrollers to "
                           "GlobalFoundries."),
                 Supply, "globalfoundries", "nxp"));
  CHECK(has_edge(extracted("Oracle will take 18,000 of Nvidia's accelerators."), Supply, "nvidia",
                 "oracle"));
  CHECK(has_edge(extracted("SK hynix will spend $8 billion on scanners from ASML."), Supply, "asml",
                 "sk-hynix"));
  {
    const Extraction found = extracted("Amkor already ships to MediaTek and to Qualcomm.");
    CHECK(has_edge(found, Supply, "amkor", "mediatek", Completed));
    CHECK(has_edge(found, Supply, "amkor", "qualcomm", Completed));
  }
  {
    const Extraction found = extracted(
        "Broadcom, which buys raw wafers from GlobalWafers, sells finished sensors to Apple.");
    CHECK(has_edge(found, Supply, "globalwafers", "broadcom", Completed));
    CHECK(has_edge(found, Supply, "broadcom", "apple", Completed));
  }
  CHECK(has_edge(extracted("Under the agreement, Micron will supply Nvidia with memory."), Supply,
                 "micron", "nvidia", Agreed));
  CHECK(extracted("Intel relies on Michelle Johnston Holthaus.").edges.empty());
}

TEST_CASE("English ownership: verbs, parts, ties beside a name") {
  {
    const Extraction found = extracted(
        "Bosch owns 60 percent of Infineon, with the remaining 40 percent held by Siemens.");
    CHECK(has_edge(found, Ownership, "bosch", "infineon", Completed));
    CHECK(has_edge(found, Ownership, "siemens", "infineon", Completed));
  }
  CHECK(has_edge(extracted("Humain belongs to the Public Investment Fund."), Ownership, "pif",
                 "humain", Completed));
  CHECK(has_edge(extracted("Waymo, part of Alphabet, has expanded to Austin."), Ownership,
                 "alphabet", "waymo", Completed));
  CHECK(has_edge(extracted("Alphabet's robotaxi subsidiary, Waymo, has expanded to Austin."),
                 Ownership, "alphabet", "waymo", Completed));
  CHECK(has_edge(extracted("Alphabet is the parent company of Waymo."), Ownership, "alphabet",
                 "waymo", Completed));
  CHECK(has_edge(extracted("Altera belonged to Intel until 2025."), Ownership, "intel", "altera",
                 Ended));
  {
    const Extraction found =
        extracted("ESMC, a joint venture of TSMC, Bosch and Infineon, has named a new president.");
    CHECK(has_edge(found, Ownership, "tsmc", "esmc", Completed));
    CHECK(has_edge(found, Ownership, "infineon", "esmc", Completed));
    CHECK_FALSE(has_edge(found, Partnership, "tsmc", "bosch"));
  }
}

TEST_CASE("English takeovers told by price, control or place") {
  {
    const Extraction found = extracted("Synopsys agreed to pay $35 billion in cash for Ansys.");
    CHECK(has_edge(found, Acquisition, "synopsys", "ansys", Agreed));
    CHECK(amount_of(find_edge(found, Acquisition, "synopsys", "ansys")) == "35000000000 USD");
  }
  CHECK(has_edge(extracted("Meta paid $14 billion for a 49% stake in Scale AI."), Investment,
                 "meta", "scale-ai", Completed));
  CHECK(has_edge(extracted("SoftBank took Arm private in 2016."), Acquisition, "softbank", "arm",
                 Completed));
  CHECK(has_edge(extracted("AMD's deal for Xilinx was announced on Monday."), Acquisition, "amd",
                 "xilinx", Agreed));
  CHECK(has_edge(extracted("LG Electronics took 60 percent of Bear Robotics."), Acquisition,
                 "lg-electronics", "bear-robotics", Completed));
  CHECK(has_edge(extracted("After agreeing to buy Xilinx, AMD raised its forecast."), Acquisition,
                 "amd", "xilinx", Agreed));
  CHECK(has_edge(extracted("Synopsys acquired a 51% stake in Ansys."), Acquisition, "synopsys",
                 "ansys", Completed));
  CHECK(has_edge(extracted("Qualcomm is circling Lattice Semiconductor, sources said."),
                 Acquisition, "qualcomm", "lattice", Rumored));
  CHECK(extracted("Apple pays Google for traffic.").edges.empty());
  CHECK(extracted("The Dutch government seized Nexperia's records.").edges.empty());
}

TEST_CASE("English partnerships: hands that are joined, phrases before the subject") {
  CHECK(has_edge(extracted("In partnership with Siemens, Nvidia is building digital twins."),
                 Partnership, "siemens", "nvidia", Agreed));
  CHECK(has_edge(extracted("IBM has joined forces with Rapidus on 2-nanometer chips."), Partnership,
                 "ibm", "rapidus", Agreed));
  CHECK(has_edge(extracted("Rapidus said it would develop the process jointly with IBM."),
                 Partnership, "rapidus", "ibm"));
  CHECK(
      has_edge(extracted("Researchers from Intel and Micron have jointly developed a transistor."),
               Partnership, "intel", "micron", Agreed));
  CHECK(has_edge(extracted("Intel and Micron ended their joint development of flash memory."),
                 Partnership, "intel", "micron", Ended));
}
