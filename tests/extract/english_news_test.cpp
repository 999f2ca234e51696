// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/extract/support.hpp"

using namespace dealgraph;
using namespace dealgraph::extract;
using namespace dealgraph::extract::test;
using enum EdgeType;
using enum Status;

TEST_CASE("English paragraphs: references, several statements") {
  {
    const Extraction found = extracted(
        "AMD Chief Executive Lisa Su visited Taipei on Tuesday and met with TSMC Chairman C.C. "
        "Wei.");
    CHECK(has_edge(found, Role, "lisa-su", "amd", Completed));
    CHECK(has_edge(found, Visit, "lisa-su", "taipei", Completed));
    CHECK(has_edge(found, Meeting, "lisa-su", "cc-wei", Completed));
    CHECK(has_edge(found, Role, "cc-wei", "tsmc", Completed));
  }
  CHECK(has_edge(
      extracted("Delta Optics said on Monday that it had agreed to buy Finnish sensor maker Vaisto "
                "for 120 million euros. The Taiwanese company expects to close the deal in March."),
      Acquisition, "delta-optics", "vaisto", Agreed));
  {
    const Extraction found = extracted(
        "Kepler Compute has raised $75 million. The round was led by Sequoia Capital and joined by "
        "Intel Capital. The startup sells accelerators to Lockheed Martin.");
    CHECK(has_edge(found, Investment, "sequoia", "kepler-compute", Completed));
    CHECK(has_edge(found, Investment, "intel-capital", "kepler-compute", Completed));
    CHECK(has_edge(found, Supply, "kepler-compute", "lockheed-martin", Completed));
  }
  {
    const Extraction found = extracted(
        "Nokia and Ericsson are working together on 6G research. Both companies signed an "
        "agreement with Samsung in May.");
    CHECK(has_edge(found, Partnership, "nokia", "ericsson", Agreed));
    CHECK(has_edge(found, Partnership, "nokia", "samsung-electronics", Agreed));
    CHECK(has_edge(found, Partnership, "ericsson", "samsung-electronics", Agreed));
  }
  {
    const Extraction found = extracted(
        "The chipmaker GlobalWafers, which supplies Texas Instruments, plans to build a factory in "
        "Missouri.");
    CHECK(has_edge(found, Supply, "globalwafers", "texas-instruments", Completed));
    CHECK(has_edge(found, Investment, "globalwafers", "missouri", Planned));
  }
  {
    const Extraction found = extracted(
        "Groq, a startup developing chips to run generative AI models faster than conventional "
        "processors, said on Monday that it has raised $640 million in a new funding round led by "
        "BlackRock. Neuberger Berman, Type One Ventures, Cisco and KDDI also participated. Groq "
        "also announced that Stuart Pann, former head of Intel's foundry business, is joining as "
        "chief operating officer.");
    CHECK(has_edge(found, Investment, "blackrock", "groq", Completed));
    CHECK(has_edge(found, Investment, "neuberger-berman", "groq", Completed));
    CHECK(has_edge(found, Investment, "type-one-ventures", "groq", Completed));
    CHECK(has_edge(found, Investment, "cisco", "groq", Completed));
    CHECK(has_edge(found, Investment, "kddi", "groq", Completed));
    CHECK(has_edge(found, Role, "stuart-pann", "intel", Ended));
    CHECK(has_edge(found, Role, "stuart-pann", "groq"));
  }
  {
    const Extraction found = extracted(
        "Scale AI has confirmed a \"significant\" investment from Meta that values the startup at "
        "$29 billion. Alexandr Wang, the co-founder and CEO of Scale AI, is stepping down to join "
        "Meta. Jason Droege, Scale's chief strategy officer, will serve as interim CEO.");
    CHECK(has_edge(found, Investment, "meta", "scale-ai"));
    CHECK(has_edge(found, Role, "alexandr-wang", "scale-ai"));
    CHECK(has_edge(found, Role, "jason-droege", "scale-ai"));
  }
  CHECK(has_edge(extracted("CoreWeave said Monday it will acquire Core Scientific, a data center "
                           "infrastructure provider, in an all-stock deal valued at about $9 "
                           "billion. Last year, Core Scientific rejected a $1 billion offer from "
                           "CoreWeave. Core Scientific already leases capacity to CoreWeave."),
                 Supply, "core-scientific", "coreweave", Completed));
  CHECK(has_edge(
      extracted("Constellation Energy said it would restart the reactor and sell the power to "
                "Microsoft under a 20-year agreement. Microsoft declined to disclose the terms."),
      Supply, "constellation-energy", "microsoft", Agreed));
  CHECK(has_edge(extracted("Broadcom shares soared after the company disclosed a $10 billion order "
                           "from a new customer, widely believed to be OpenAI. Hock Tan, "
                           "Broadcom's chief executive, said shipments would begin next year."),
                 Role, "hock-tan", "broadcom", Completed));
  {
    const Extraction found = extracted(
        "Tenstorrent, the chip startup run by Jim Keller, closed a $700 million Series D last "
        "week. Hyundai Motor and Fidelity also took part in the round, which was led by AFW "
        "Partners.");
    CHECK(has_edge(found, Investment, "hyundai-motor", "tenstorrent", Completed));
    CHECK(has_edge(found, Investment, "fidelity", "tenstorrent", Completed));
    CHECK(has_edge(found, Investment, "afw-partners", "tenstorrent", Completed));
  }
  {
    const Extraction found = extracted(
        "Ilya Sutskever has left OpenAI, where he was chief scientist, the company said on "
        "Tuesday. Jakub Pachocki will replace him as chief scientist.");
    CHECK(has_edge(found, Role, "ilya-sutskever", "openai", Ended));
    CHECK(has_edge(found, Role, "jakub-pachocki", "openai", Planned));
  }
  {
    const Extraction found = extracted(
        "Sam Altman, OpenAI's chief executive, met Prime Minister Narendra Modi in New Delhi on "
        "Wednesday and discussed India's AI plans.");
    CHECK(has_edge(found, Role, "sam-altman", "openai", Completed));
    CHECK(has_edge(found, Meeting, "sam-altman", "narendra-modi", Completed));
  }
  {
    const Extraction found = extracted(
        "Alphabet said its Waymo unit had raised $5.6 billion from investors including Andreessen "
        "Horowitz, Fidelity and Tiger Global.");
    CHECK(has_edge(found, Ownership, "alphabet", "waymo", Completed));
    CHECK(has_edge(found, Investment, "andreessen-horowitz", "waymo", Completed));
    CHECK(has_edge(found, Investment, "fidelity", "waymo", Completed));
    CHECK(has_edge(found, Investment, "tiger-global", "waymo", Completed));
  }
  CHECK(has_edge(extracted("Astera Labs has acquired aiXscale Photonics, a German developer of "
                           "optical interconnects, the Santa Clara company announced on Wednesday. "
                           "Terms were not disclosed."),
                 Acquisition, "astera-labs", "aixscale-photonics", Completed));
  {
    const Extraction found = extracted(
        "Synaptics CEO Michael Hurlston resigned on Monday to lead optical component maker "
        "Lumentum. Ken Rizvi, Synaptics' finance chief, was appointed interim CEO.");
    CHECK(has_edge(found, Role, "michael-hurlston", "synaptics", Ended));
    CHECK(has_edge(found, Role, "ken-rizvi", "synaptics", Completed));
  }
  {
    const Extraction found =
        extracted("Wingtech bought Nexperia in 2019 and still owns the Dutch chipmaker.");
    CHECK(has_edge(found, Acquisition, "wingtech", "nexperia", Completed));
    CHECK(has_edge(found, Ownership, "wingtech", "nexperia", Completed));
  }
  {
    const Extraction found = extracted(
        "Figure AI, backed by Microsoft and OpenAI, ended its collaboration with OpenAI in "
        "February.");
    CHECK(has_edge(found, Investment, "microsoft", "figure-ai", Completed));
    CHECK(has_edge(found, Investment, "openai", "figure-ai", Completed));
    CHECK(has_edge(found, Partnership, "figure-ai", "openai", Ended));
  }
  {
    const Extraction found = extracted(
        "Tesla CEO Elon Musk arrived in Beijing on Sunday for an unannounced visit and met Premier "
        "Li Qiang.");
    CHECK(has_edge(found, Role, "elon-musk", "tesla", Completed));
    CHECK(has_edge(found, Visit, "elon-musk", "beijing", Completed));
    CHECK(has_edge(found, Meeting, "elon-musk", "li-qiang", Completed));
  }
  {
    const Extraction found = extracted(
        "SoftBank's Masayoshi Son met President Donald Trump at Mar-a-Lago in December and pledged "
        "to invest $100 billion in the United States.");
    CHECK(has_edge(found, Meeting, "masayoshi-son", "donald-trump", Completed));
    CHECK(has_edge(found, Investment, "softbank", "us"));
  }
  {
    const Extraction found = extracted(
        "Luminar said on Tuesday that founder Austin Russell had resigned as chief executive after "
        "a review by its board. Paul Ricci, a former Nuance executive, will take over as CEO.");
    CHECK(has_edge(found, Role, "austin-russell", "luminar"));
    CHECK(has_edge(found, Role, "paul-ricci", "nuance", Ended));
  }
  {
    const Extraction found = extracted(
        "Germany's Aleph Alpha was sold to the Schwarz Group, owner of Lidl, for an undisclosed "
        "sum.");
    CHECK(has_edge(found, Acquisition, "schwarz-group", "aleph-alpha", Completed));
    CHECK(has_edge(found, Ownership, "schwarz-group", "lidl", Completed));
  }
  {
    const Extraction found = extracted(
        "Nvidia will invest $5 billion in Intel and the two companies will jointly develop PC "
        "chips, they said on Thursday.");
    CHECK(has_edge(found, Investment, "nvidia", "intel"));
    CHECK(has_edge(found, Partnership, "nvidia", "intel"));
  }
  CHECK(has_edge(
      extracted("Safe Superintelligence, the startup co-founded by Ilya Sutskever, is raising "
                "money at a $30 billion valuation. Greenoaks Capital Partners is leading the deal "
                "and plans to invest $500 million, a person familiar with the matter said."),
      Role, "ilya-sutskever", "safe-superintelligence", Completed));
  {
    const Extraction found = extracted(
        "Mistral and ASML announced a strategic partnership, and the Dutch company became the "
        "largest shareholder of the startup.");
    CHECK(has_edge(found, Partnership, "mistral-ai", "asml", Agreed));
    CHECK(has_edge(found, Ownership, "asml", "mistral-ai", Completed));
  }
  {
    const Extraction found = extracted(
        "SiFive's CEO Patrick Little said the company has won orders from NASA and Google.");
    CHECK(has_edge(found, Role, "patrick-little", "sifive", Completed));
    CHECK(has_edge(found, Supply, "sifive", "nasa"));
    CHECK(has_edge(found, Supply, "sifive", "google"));
  }
  {
    const Extraction found = extracted(
        "Wayve and Bosch will co-develop a self-driving system, the companies "
        "announced Thursday. Under the agreement, Bosch will manufacture the hardware for "
        "Wayve.");
    CHECK(has_edge(found, Partnership, "wayve", "bosch"));
    CHECK(has_edge(found, Supply, "bosch", "wayve"));
  }
  {
    const Extraction found = extracted(
        "Redwood Materials, led by former Tesla technology chief JB Straubel, closed a $350 "
        "million Series E round led by Eclipse. Nvidia's venture arm NVentures also joined.");
    CHECK(has_edge(found, Role, "jb-straubel", "tesla", Ended));
    CHECK(has_edge(found, Investment, "eclipse", "redwood-materials", Completed));
  }
}

TEST_CASE("English sentences that state nothing") {
  CHECK(extracted("Talks between Intel and SambaNova over an acquisition have stalled.")
            .edges.empty());
  CHECK(extracted("Marvell sold its automotive ethernet business to Infineon for $2.5 billion.")
            .edges.empty());
  CHECK(extracted("Shares of Nvidia rose 3% while Intel fell.").edges.empty());
  CHECK(extracted("Analysts expect AMD to gain share from Intel.").edges.empty());
  CHECK(extracted("Google competes with Microsoft and Amazon in cloud computing.").edges.empty());
  CHECK(extracted("Samsung and SK hynix make memory chips.").edges.empty());
  CHECK(extracted("The report compared Nvidia with AMD.").edges.empty());
  CHECK(extracted("Nvidia said revenue from China fell.").edges.empty());
  CHECK(extracted("Meta uses Nvidia chips in its data centers.").edges.empty());
  for (const ProposedEdge& edge :
       extracted("Microchip said it had not held any talks with Nordic Semiconductor.").edges) {
    CHECK(edge.claim.status == Denied);
  }
  CHECK(extracted("Vestas will supply turbines for the wind farm, while Orsted will operate it.")
            .edges.empty());
  CHECK(extracted("Hitachi has scrapped plans to sell its stake in Astemo.").edges.empty());
  CHECK(extracted("Neither Intel nor TSMC has commented on the report.").edges.empty());
  CHECK(extracted("Ampere was spun out of Renault in 2023.").edges.empty());
  CHECK(extracted("The company, which was founded by Stanford researchers, has 40 employees and no "
                  "customers yet.")
            .edges.empty());
  CHECK(extracted("Panasonic has no plans to sell its battery business, a spokesperson said.")
            .edges.empty());
  CHECK(extracted("Norwegian battery maker Freyr scrapped its plan to build a factory in Georgia.")
            .edges.empty());
  CHECK(extracted("The startup's backers include Khosla Ventures, Founders Fund and Nvidia.")
            .edges.empty());
  CHECK(extracted("Cerebras withdrew its IPO filing on Friday, days after raising $1.1 billion.")
            .edges.empty());
  CHECK(extracted("The two companies did not disclose financial terms of the deal.").edges.empty());
  CHECK(extracted("The deal gives Vantage Data Centers access to 1 gigawatt of power.")
            .edges.empty());
  CHECK(extracted("Perplexity made an unsolicited $34.5 billion offer for Google's Chrome browser.")
            .edges.empty());
  CHECK(extracted("Supermicro shares jumped 15% after DataVolt, a Saudi data center company, "
                  "signed a $20 billion deal with it.")
            .edges.empty());
  CHECK(extracted(
            "Lumen, whose network connects data centers for Microsoft, hired Kate Johnson in 2022.")
            .edges.empty());
  CHECK(extracted("Microsoft has hired former DeepMind engineers.").edges.empty());
  CHECK(extracted(
            "Kyocera agreed to sell its chemicals unit to Sumitomo Bakelite for 30 billion yen.")
            .edges.empty());
  CHECK(extracted("Cadence said it is buying the design business of Hexagon for 2.7 billion euros.")
            .edges.empty());
  CHECK(
      extracted(
          "Renesas, the Japanese chipmaker, is selling its timing unit to SiTime, two people said.")
          .edges.empty());
  CHECK(extracted("Waymo expects to deploy 2,000 Jaguar cars made by Magna.").edges.empty());
  CHECK(extracted("Together AI rents out Nvidia GPUs.").edges.empty());
  CHECK(extracted("Micron's sales to Huawei stopped in 2020.").edges.empty());
  CHECK(extracted("Nvidia was not among the investors, Mistral said.").edges.empty());
  // A post, but no event that anybody knows.
  CHECK(extracted("Jim Farley, who runs Ford, spoke at the Aspen Ideas Festival.").edges.size() ==
        1);
  CHECK(extracted("OpenAI signed a seven-year, $38 billion agreement with Amazon Web Services to "
                  "use Nvidia GPUs in its data centers.")
            .edges.empty());
  CHECK(extracted("Chipmaker Ampere, whose processors are used by Oracle, will operate as a "
                  "subsidiary of SoftBank.")
            .edges.empty());
  // A post, but no meeting with somebody named.
  CHECK(
      extracted("EU antitrust chief Teresa Ribera met executives from Meta and Apple in Brussels.")
          .edges.size() == 1);
  CHECK(extracted("Global Foundries' Malta plant employs 3,000 people.").edges.empty());
  CHECK(extracted(
            "A spokesperson for TSMC said the company does not comment on individual customers.")
            .edges.empty());
  CHECK(extracted("Ericsson will cut 200 jobs in Canada.").edges.empty());
  CHECK(extracted("The startup hired bankers at Morgan Stanley to explore a sale.").edges.empty());
  CHECK(extracted("Harvey is buying computing power from Microsoft Azure.").edges.empty());
  CHECK(
      extracted("Alibaba unveiled a new chip at its Apsara conference in Hangzhou.").edges.empty());
  CHECK(extracted("Nvidia's market value passed that of Microsoft.").edges.empty());
  CHECK(extracted("Siemens Energy has delivered the first gas turbines to a data center in "
                  "Virginia operated by Compass.")
            .edges.empty());
  CHECK(extracted("BYD and Huawei are rivals in software for cars.").edges.empty());
}
