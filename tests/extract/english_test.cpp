// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/extract/support.hpp"

using namespace dealgraph;
using namespace dealgraph::extract;
using namespace dealgraph::extract::test;
using enum EdgeType;
using enum Status;

TEST_CASE("English supply: who delivers, orders, makes for, is a customer of") {
  CHECK(has_edge(
      extracted("Wolfspeed agreed to supply silicon carbide wafers to Renesas over ten years."),
      Supply, "wolfspeed", "renesas", Agreed));
  CHECK(has_edge(extracted("Renesas will be supplied with silicon carbide wafers by Wolfspeed."),
                 Supply, "wolfspeed", "renesas", Planned));
  {
    const Extraction found = extracted(
        "Korvex Semiconductor, which makes power chips, has begun shipping samples to Bosch and "
        "Denso.");
    CHECK(has_edge(found, Supply, "korvex-semiconductor", "bosch", Completed));
    CHECK(has_edge(found, Supply, "korvex-semiconductor", "denso", Completed));
  }
  CHECK(has_edge(extracted("Tarnow Batteries sources its cathode material from Umicore."), Supply,
                 "umicore", "tarnow-batteries", Completed));
  CHECK(has_edge(extracted("CoreWeave signed a $1.2 billion lease agreement with Galaxy Digital "
                           "for data center capacity in Texas."),
                 Supply, "galaxy-digital", "coreweave", Agreed));
  CHECK(has_edge(extracted("Meta has signed a power purchase agreement with Constellation Energy."),
                 Supply, "constellation-energy", "meta", Agreed));
  CHECK(has_edge(
      extracted(
          "Halden Robotics won a $90 million contract from Maersk to automate its warehouses."),
      Supply, "halden-robotics", "maersk", Agreed));
  CHECK(has_edge(
      extracted("Siemens was awarded a contract by Deutsche Bahn for signalling equipment."),
      Supply, "siemens", "deutsche-bahn", Agreed));
  CHECK(has_edge(extracted("BMW has tapped Rimac Technology to supply high-voltage batteries for "
                           "its next electric cars."),
                 Supply, "rimac-technology", "bmw", Agreed));
  CHECK(has_edge(extracted("Oracle placed an order with AMD for 50,000 MI450 chips."), Supply,
                 "amd", "oracle", Agreed));
  CHECK(has_edge(extracted("The chips are manufactured by TSMC for Broadcom."), Supply, "tsmc",
                 "broadcom", Completed));
  {
    const Extraction found = extracted("Nidec counts Stellantis and Toyota among its customers.");
    CHECK(has_edge(found, Supply, "nidec", "stellantis", Completed));
    CHECK(has_edge(found, Supply, "nidec", "toyota", Completed));
  }
  CHECK(has_edge(extracted("ASML's biggest customer is TSMC."), Supply, "asml", "tsmc", Completed));
  {
    const Extraction found =
        extracted("Lasertec, a supplier to Intel and Samsung Electronics, said demand was strong.");
    CHECK(has_edge(found, Supply, "lasertec", "intel", Completed));
    CHECK(has_edge(found, Supply, "lasertec", "samsung-electronics", Completed));
  }
  CHECK(has_edge(extracted("Apple supplier Foxconn reported higher revenue."), Supply, "foxconn",
                 "apple", Completed));
  CHECK(has_edge(
      extracted("Microsoft is renting computing capacity from Nebius under a five-year deal."),
      Supply, "nebius", "microsoft"));
  {
    const Extraction found = extracted(
        "TSMC's customers include Apple and Nvidia, while Samsung makes chips for Tesla.");
    CHECK(has_edge(found, Supply, "tsmc", "apple", Completed));
    CHECK(has_edge(found, Supply, "tsmc", "nvidia", Completed));
    CHECK(has_edge(found, Supply, "samsung-electronics", "tesla", Completed));
  }
  CHECK(has_edge(extracted("OpenAI could buy chips from Cerebras, The Information reported."),
                 Supply, "cerebras", "openai", Rumored));
  CHECK(has_edge(extracted("Texas Instruments has cancelled its supply contract with Huawei."),
                 Supply, "texas-instruments", "huawei", Ended));
  {
    const Extraction found = extracted(
        "Airbus ordered engines from Rolls-Royce, and Boeing bought landing gear from Safran.");
    CHECK(has_edge(found, Supply, "rolls-royce", "airbus", Agreed));
    CHECK(has_edge(found, Supply, "safran", "boeing", Agreed));
  }
  CHECK(has_edge(extracted("Ericsson has been chosen by Vodafone to provide radio equipment."),
                 Supply, "ericsson", "vodafone", Agreed));
  {
    const Extraction found = extracted(
        "Renault will buy batteries from LG Energy Solution and CATL for its electric cars.");
    CHECK(has_edge(found, Supply, "lg-energy-solution", "renault", Planned));
    CHECK(has_edge(found, Supply, "catl", "renault", Planned));
  }
  CHECK(has_edge(extracted("SpaceX won an order from EchoStar worth $2 billion."), Supply, "spacex",
                 "echostar", Agreed));
  CHECK(has_edge(
      extracted("Elon Musk said Tesla had signed a deal with Samsung to make chips in Texas."),
      Supply, "samsung-electronics", "tesla", Agreed));
  {
    const Extraction found = extracted(
        "xAI is building its Colossus data center in Memphis with servers from Dell and Super "
        "Micro Computer.");
    CHECK(has_edge(found, Supply, "dell", "xai"));
    CHECK(has_edge(found, Supply, "supermicro", "xai"));
  }
  CHECK(has_edge(extracted("Nebius Group said it had signed a five-year agreement with Meta to "
                           "provide AI infrastructure worth about $3 billion."),
                 Supply, "nebius", "meta", Agreed));
  CHECK(has_edge(
      extracted(
          "Under the agreement, Siltronic will deliver 300 mm wafers to Infineon through 2030."),
      Supply, "siltronic", "infineon"));
  CHECK(has_edge(extracted("Apple has begun sourcing memory from Kioxia and is testing parts from "
                           "CXMT, according to people familiar with the matter."),
                 Supply, "kioxia", "apple"));
  CHECK(has_edge(extracted("Hitachi Energy will supply transformers for Google's data centers."),
                 Supply, "hitachi-energy", "google", Planned));
  CHECK(has_edge(extracted("Soitec supplies GlobalFoundries with engineered substrates."), Supply,
                 "soitec", "globalfoundries", Completed));
  CHECK(has_edge(
      extracted(
          "Chinese carmaker Chery plans to use chips from Horizon Robotics in its next models."),
      Supply, "horizon-robotics", "chery", Planned));
  CHECK(has_edge(extracted("Crusoe has ordered 29 gas turbines from GE Vernova."), Supply,
                 "ge-vernova", "crusoe", Agreed));
  CHECK(has_edge(extracted("As part of the deal, Arm will license its designs to Alphawave."),
                 Supply, "arm", "alphawave"));
  CHECK(has_edge(extracted("Nvidia competes with AMD, whose chips are made by TSMC."), Supply,
                 "tsmc", "amd", Completed));
  {
    const Extraction found = extracted(
        "Micron has secured long-term supply contracts with Nvidia and AMD for high-bandwidth "
        "memory.");
    CHECK(has_edge(found, Supply, "micron", "nvidia", Agreed));
    CHECK(has_edge(found, Supply, "micron", "amd", Agreed));
  }
  CHECK(has_edge(extracted("Lenovo will sell servers built on Nvidia chips to Reliance."), Supply,
                 "lenovo", "reliance", Planned));
  CHECK(has_edge(extracted("Telefonica ended its contract with Huawei and will buy 5G equipment "
                           "from Nokia instead."),
                 Supply, "nokia", "telefonica", Planned));
  CHECK(has_edge(
      extracted(
          "The chips will be produced by Samsung Electronics at its plant in Taylor for Tesla."),
      Supply, "samsung-electronics", "tesla", Planned));
  CHECK(has_edge(
      extracted(
          "Ola Electric has denied that it is in talks with Samsung SDI to buy battery cells."),
      Supply, "samsung-sdi", "ola-electric", Denied));
  CHECK(has_edge(extracted("Panasonic Energy will deliver cylindrical cells to Lucid from its "
                           "Kansas plant starting next year."),
                 Supply, "panasonic-energy", "lucid"));
  CHECK(has_edge(extracted("GE Vernova received an order for 12 turbines from Chevron."), Supply,
                 "ge-vernova", "chevron"));
  {
    const Extraction found = extracted(
        "Nvidia supplier SK hynix reported record profit as it sold more memory to Microsoft.");
    CHECK(has_edge(found, Supply, "sk-hynix", "nvidia", Completed));
    CHECK(has_edge(found, Supply, "sk-hynix", "microsoft"));
  }
  {
    const Extraction found = extracted("Samsung's foundry customers include Tesla and Nintendo.");
    CHECK(has_edge(found, Supply, "samsung-electronics", "tesla", Completed));
    CHECK(has_edge(found, Supply, "samsung-electronics", "nintendo", Completed));
  }
}

TEST_CASE("English partnerships: verbs, nouns, talks") {
  CHECK(has_edge(
      extracted("Qualcomm and Arm announced a partnership on Monday to develop server chips."),
      Partnership, "qualcomm", "arm", Agreed));
  CHECK(has_edge(extracted("Infineon has teamed up with Nvidia on power delivery for AI servers."),
                 Partnership, "infineon", "nvidia", Agreed));
  CHECK(has_edge(
      extracted(
          "Stellantis signed a memorandum of understanding with Foxconn to explore robotaxis."),
      Partnership, "stellantis", "foxconn", Agreed));
  CHECK(has_edge(extracted("Panasonic and Toyota have formed a joint venture to make batteries."),
                 Partnership, "panasonic", "toyota", Agreed));
  CHECK(has_edge(extracted("Honda is in talks with Nissan about a partnership, two people familiar "
                           "with the matter said."),
                 Partnership, "honda", "nissan", Rumored));
  CHECK(has_edge(extracted("ByteDance is working with Broadcom to develop an AI chip, two sources "
                           "familiar with the matter said, and TSMC would manufacture it."),
                 Partnership, "bytedance", "broadcom", Rumored));
  CHECK(has_edge(extracted("Volkswagen and Bosch will end their joint venture for battery "
                           "equipment, the companies said on Friday."),
                 Partnership, "volkswagen", "bosch", Ended));
  CHECK(has_edge(extracted("Vertiv designs cooling systems with Nvidia."), Partnership, "vertiv",
                 "nvidia"));
  CHECK(has_edge(extracted("Snowflake and Anthropic expanded their partnership in a $200 million "
                           "deal that brings Claude to Snowflake customers."),
                 Partnership, "snowflake", "anthropic", Agreed));
  CHECK(has_edge(
      extracted(
          "Ford is not in talks with Xiaomi about a joint venture, a Ford spokesperson said."),
      Partnership, "ford", "xiaomi", Denied));
  CHECK(has_edge(extracted("Oklo and Vertiv are teaming up to power data centers."), Partnership,
                 "oklo", "vertiv", Agreed));
  CHECK(has_edge(extracted("Palantir's partnership with Databricks was announced in March."),
                 Partnership, "palantir", "databricks", Agreed));
  CHECK(has_edge(extracted("Sony Semiconductor Solutions and TSMC set up a joint venture in "
                           "Kumamoto, in which Denso also holds a stake."),
                 Partnership, "sony-semiconductor", "tsmc", Agreed));
  CHECK(has_edge(extracted("Apple and Goldman Sachs are winding down their partnership."),
                 Partnership, "apple", "goldman-sachs", Ended));
  CHECK(has_edge(extracted("Kakao and OpenAI said on Tuesday they would jointly develop AI "
                           "services for South Korea."),
                 Partnership, "kakao", "openai"));
}

TEST_CASE("English acquisitions: completed, called off, denied, rumoured") {
  CHECK(has_edge(extracted("SoftBank is in talks to buy Ampere Computing, according to people "
                           "familiar with the matter."),
                 Acquisition, "softbank", "ampere", Rumored));
  CHECK(has_edge(extracted("Qualcomm has completed its $2.4 billion acquisition of Alphawave."),
                 Acquisition, "qualcomm", "alphawave", Completed));
  CHECK(has_edge(
      extracted("Juniper Networks was bought by Hewlett Packard Enterprise for $14 billion."),
      Acquisition, "hpe", "juniper", Completed));
  CHECK(has_edge(extracted("ZF is selling its chassis unit Kestrel Axles to Foxconn."), Acquisition,
                 "foxconn", "kestrel-axles"));
  CHECK(has_edge(extracted("Broadcom dropped its bid for Qualcomm after regulators objected."),
                 Acquisition, "broadcom", "qualcomm", Ended));
  CHECK(has_edge(extracted("Intel denied that it plans to acquire SiFive."), Acquisition, "intel",
                 "sifive", Denied));
  CHECK(has_edge(extracted("Kioxia called off merger talks with Western Digital."), Acquisition,
                 "kioxia", "western-digital", Ended));
  CHECK(has_edge(extracted("Nvidia's takeover of Arm collapsed in 2022."), Acquisition, "nvidia",
                 "arm", Ended));
  CHECK(has_edge(extracted("Graphcore was acquired by SoftBank in 2024."), Acquisition, "softbank",
                 "graphcore", Completed));
  CHECK(has_edge(extracted("Hanwha is expected to complete its acquisition of Philly Shipyard by "
                           "the end of the year."),
                 Acquisition, "hanwha-group", "philly-shipyard", Agreed));
  CHECK(has_edge(extracted("Skyworks and Qorvo agreed to merge in a $22 billion deal, creating a "
                           "large supplier of radio chips to Apple."),
                 Acquisition, "skyworks", "qorvo", Agreed));
  CHECK(has_edge(extracted("Databricks is acquiring Neon for about $1 billion."), Acquisition,
                 "databricks", "neon", Agreed));
  CHECK(has_edge(
      extracted("Meta's attempt to buy South Korean chip startup FuriosaAI fell through in March."),
      Acquisition, "meta", "furiosaai", Ended));
  CHECK(has_edge(extracted("Zoox, which Amazon acquired in 2020, opened a factory in Hayward."),
                 Acquisition, "amazon", "zoox", Completed));
  CHECK(has_edge(extracted("Marvell Technology on Tuesday agreed to acquire Celestial AI for $3.25 "
                           "billion in cash and stock."),
                 Acquisition, "marvell", "celestial-ai", Agreed));
  CHECK(has_edge(extracted("Cisco bought Splunk for $28 billion in 2024."), Acquisition, "cisco",
                 "splunk", Completed));
  CHECK(has_edge(extracted("Hugging Face has acquired Pollen Robotics, a French robot maker, the "
                           "companies said Monday."),
                 Acquisition, "hugging-face", "pollen-robotics", Completed));
  CHECK(has_edge(
      extracted(
          "TPG agreed to sell Poundland to Gordon Brothers, ending its ownership of the retailer."),
      Acquisition, "gordon-brothers", "poundland", Agreed));
  CHECK(has_edge(
      extracted("Chip designer Alphawave rejected a takeover proposal from Qualcomm last month."),
      Acquisition, "qualcomm", "alphawave", Ended));
}

TEST_CASE("English investment: rounds, stakes, plants") {
  {
    const Extraction found = extracted(
        "Mistral AI raised €1.7 billion in a round led by ASML, with participation from Nvidia and "
        "Andreessen Horowitz.");
    CHECK(has_edge(found, Investment, "asml", "mistral-ai", Completed));
    CHECK(has_edge(found, Investment, "nvidia", "mistral-ai", Completed));
    CHECK(has_edge(found, Investment, "andreessen-horowitz", "mistral-ai", Completed));
  }
  {
    const Extraction found =
        extracted("Lightmatter, whose investors include GV and Fidelity, makes photonic chips.");
    CHECK(has_edge(found, Investment, "gv", "lightmatter", Completed));
    CHECK(has_edge(found, Investment, "fidelity", "lightmatter", Completed));
  }
  CHECK(has_edge(
      extracted("Amazon plans to invest $10 billion in North Carolina to build data centers."),
      Investment, "amazon", "north-carolina", Planned));
  CHECK(has_edge(extracted("SK hynix will spend $3.9 billion on a packaging plant in Indiana."),
                 Investment, "sk-hynix", "indiana", Planned));
  CHECK(has_edge(extracted("SoftBank took a 5% stake in Intel for $2 billion."), Investment,
                 "softbank", "intel", Completed));
  CHECK(has_edge(extracted("Temasek-backed Pyxis Oncology said it had hired advisers."), Investment,
                 "temasek", "pyxis-oncology", Completed));
  {
    const Extraction found = extracted(
        "The Dutch startup Axelera AI raised $68 million from Invest-NL and Samsung Catalyst "
        "Fund.");
    CHECK(has_edge(found, Investment, "invest-nl", "axelera", Completed));
    CHECK(has_edge(found, Investment, "samsung-catalyst-fund", "axelera", Completed));
  }
  {
    const Extraction found =
        extracted("Rapidus, backed by Toyota and Sony, plans to build a fab in Hokkaido.");
    CHECK(has_edge(found, Investment, "toyota", "rapidus", Completed));
    CHECK(has_edge(found, Investment, "sony-group", "rapidus", Completed));
    CHECK(has_edge(found, Investment, "rapidus", "hokkaido", Planned));
  }
  CHECK(has_edge(extracted("Rivian received a $1 billion investment from Volkswagen."), Investment,
                 "volkswagen", "rivian"));
  CHECK(has_edge(extracted("Volkswagen's $1 billion investment in Rivian closed on Monday."),
                 Investment, "volkswagen", "rivian", Completed));
  {
    const Extraction found =
        extracted("Cohere, which counts Oracle as an investor, has opened an office in Paris.");
    CHECK(has_edge(found, Investment, "oracle", "cohere", Completed));
    CHECK(has_edge(found, Investment, "cohere", "paris", Completed));
  }
  CHECK(has_edge(
      extracted(
          "Mercedes-Benz has invested in Momenta and uses its software in cars sold in China."),
      Investment, "mercedes-benz", "momenta", Completed));
  CHECK(has_edge(
      extracted("Lenovo Group will receive a $2 billion investment from Saudi Arabia's Alat."),
      Investment, "alat", "lenovo", Planned));
  CHECK(has_edge(
      extracted("Poolside, which makes coding assistants, is in advanced talks to raise $2 billion "
                "from investors including Nvidia, Bloomberg reported on Thursday."),
      Investment, "nvidia", "poolside", Rumored));
  CHECK(has_edge(extracted("Applied Materials opened a research center in Bengaluru in June."),
                 Investment, "applied-materials", "bengaluru", Completed));
  CHECK(has_edge(
      extracted(
          "Aramco Ventures joined the $80 million Series B round of Pasqal alongside Temasek."),
      Investment, "aramco-ventures", "pasqal", Completed));
  CHECK(has_edge(extracted("Dutch chip equipment maker BESI said Applied Materials had acquired a "
                           "9% stake in the company."),
                 Investment, "applied-materials", "besi", Completed));
  CHECK(has_edge(extracted("Mitsubishi Electric invested in Novel Crystal Technology, a maker of "
                           "gallium oxide wafers."),
                 Investment, "mitsubishi-electric", "novel-crystal-technology", Completed));
  {
    const Extraction found = extracted(
        "Zhipu, which is backed by Alibaba and Tencent, filed for a listing in Hong Kong.");
    CHECK(has_edge(found, Investment, "alibaba", "zhipu-ai", Completed));
    CHECK(has_edge(found, Investment, "tencent", "zhipu-ai", Completed));
  }
  CHECK(has_edge(extracted("TDK acquired a minority stake in SoftEye, a San Diego maker of smart "
                           "glasses, last month."),
                 Investment, "tdk", "softeye"));
  CHECK(has_edge(
      extracted(
          "TSMC's decision to invest $100 billion in Arizona was announced at the White House."),
      Investment, "tsmc", "arizona"));
  {
    const Extraction found =
        extracted("According to a filing, Nvidia has invested in Nebius and Arm.");
    CHECK(has_edge(found, Investment, "nvidia", "nebius", Completed));
    CHECK(has_edge(found, Investment, "nvidia", "arm", Completed));
  }
  CHECK(has_edge(extracted("Blackstone is among the investors in CoreWeave."), Investment,
                 "blackstone", "coreweave", Completed));
  CHECK(has_edge(extracted("Bosch invested 250 million euros in its Dresden fab."), Investment,
                 "bosch", "dresden", Completed));
  {
    const Extraction found = extracted(
        "Tencent led the latest funding round of MiniMax, in which Alibaba and miHoYo took part.");
    CHECK(has_edge(found, Investment, "tencent", "minimax", Completed));
    CHECK(has_edge(found, Investment, "alibaba", "minimax", Completed));
    CHECK(has_edge(found, Investment, "mihoyo", "minimax", Completed));
  }
  {
    const Extraction found =
        extracted("Wayve raised $1.05 billion from SoftBank, Nvidia and Microsoft in May 2024.");
    CHECK(has_edge(found, Investment, "softbank", "wayve", Completed));
    CHECK(has_edge(found, Investment, "nvidia", "wayve", Completed));
    CHECK(has_edge(found, Investment, "microsoft", "wayve", Completed));
  }
}

TEST_CASE("English ownership: units, shares") {
  CHECK(has_edge(extracted("Toyota owns about 20% of Subaru."), Ownership, "toyota", "subaru",
                 Completed));
  CHECK(has_edge(extracted("DeepMind, a unit of Alphabet, published the paper."), Ownership,
                 "alphabet", "google-deepmind", Completed));
  CHECK(has_edge(extracted("Volvo Cars is majority-owned by Geely."), Ownership, "geely",
                 "volvo-cars", Completed));
  CHECK(has_edge(extracted("Mobileye's largest shareholder is Intel."), Ownership, "intel",
                 "mobileye", Completed));
}

TEST_CASE("English visits, meetings and events") {
  CHECK(has_edge(extracted("Tim Cook will travel to Beijing next week to meet Chinese officials."),
                 Visit, "tim-cook", "beijing", Planned));
  CHECK(has_edge(extracted("Satya Nadella toured Foxconn's plant in Zhengzhou."), Visit,
                 "satya-nadella", "foxconn", Completed));
  CHECK(has_edge(extracted("Jensen Huang had dinner with Morris Chang in Hsinchu."), Meeting,
                 "jensen-huang", "morris-chang", Completed));
  {
    const Extraction found = extracted("Arm and SoftBank will exhibit at Computex.");
    CHECK(has_edge(found, Participation, "arm", "computex", Planned));
    CHECK(has_edge(found, Participation, "softbank", "computex", Planned));
  }
  CHECK(has_edge(extracted("Lisa Su gave a keynote at CES."), Participation, "lisa-su", "ces",
                 Completed));
  CHECK(has_edge(
      extracted("Executives of Naver visited Nvidia's headquarters in Santa Clara last month."),
      Visit, "naver", "nvidia", Completed));
  CHECK(has_edge(extracted("Japan's Prime Minister Shigeru Ishiba visited the Rapidus plant in "
                           "Chitose on Saturday."),
                 Visit, "shigeru-ishiba", "rapidus", Completed));
  CHECK(has_edge(extracted("Masayoshi Son and Sam Altman met in Tokyo on Monday."), Meeting,
                 "masayoshi-son", "sam-altman", Completed));
}

TEST_CASE("English roles: taken, held, left") {
  CHECK(has_edge(extracted("Cerebras named Julie Choi as its chief marketing officer on Monday."),
                 Role, "julie-choi", "cerebras", Completed));
  CHECK(has_edge(extracted("Intel hired Kevork Kechichian, a former Arm executive vice president, "
                           "to run its data center group."),
                 Role, "kevork-kechichian", "arm", Ended));
  CHECK(has_edge(extracted("Pat Gelsinger stepped down as chief executive of Intel in December."),
                 Role, "pat-gelsinger", "intel", Ended));
  CHECK(has_edge(
      extracted("Jane Fielding, who founded Norvane Photonics in 2016, remains its chairwoman."),
      Role, "jane-fielding", "norvane-photonics", Completed));
  {
    const Extraction found = extracted(
        "Martin Brandt, previously head of sales at Infineon, joined Elmos as chief executive.");
    CHECK(has_edge(found, Role, "martin-brandt", "infineon", Ended));
    CHECK(has_edge(found, Role, "martin-brandt", "elmos", Completed));
  }
  CHECK(has_edge(extracted("Peter Wennink will succeed Anna Kowalska as chairman of Nexperia."),
                 Role, "peter-wennink", "nexperia", Planned));
  CHECK(has_edge(
      extracted("\"We are thrilled,\" said Daniel Rossi, co-founder and CEO of Veridian Compute."),
      Role, "daniel-rossi", "veridian-compute", Completed));
  CHECK(has_edge(extracted("Solvex is led by CEO Hanna Lindqvist."), Role, "hanna-lindqvist",
                 "solvex", Completed));
  CHECK(has_edge(
      extracted("Anduril, founded by Palmer Luckey, unveiled a drone at the Paris Air Show."), Role,
      "palmer-luckey", "anduril", Completed));
  CHECK(has_edge(
      extracted(
          "Cisco said Jeetu Patel, its chief product officer, will become president in January."),
      Role, "jeetu-patel", "cisco"));
  CHECK(has_edge(extracted("Marcus Weldon, chief technology officer at Nokia, met officials from "
                           "the Ministry of Defense in Helsinki."),
                 Role, "marcus-weldon", "nokia", Completed));
  CHECK(has_edge(extracted("The company's board includes former Google executive Eric Schmidt."),
                 Role, "eric-schmidt", "google", Ended));
  CHECK(has_edge(extracted("Intel's chief financial officer, David Zinsner, will step down in "
                           "March, the chipmaker said."),
                 Role, "david-zinsner", "intel", Completed));
  CHECK(has_edge(extracted("AMD introduced its new chips at an event in San Francisco, where "
                           "OpenAI CEO Sam Altman joined Lisa Su on stage."),
                 Role, "sam-altman", "openai", Completed));
  CHECK(has_edge(extracted("Analog Devices named Vincent Roche chief executive in 2013."), Role,
                 "vincent-roche", "analog-devices", Completed));
  {
    const Extraction found =
        extracted("Arm's chief executive, Rene Haas, joined the board of AstraZeneca last year.");
    CHECK(has_edge(found, Role, "rene-haas", "arm", Completed));
    CHECK(has_edge(found, Role, "rene-haas", "astrazeneca"));
  }
  CHECK(has_edge(extracted("Lip-Bu Tan took over as CEO of Intel in March."), Role, "lip-bu-tan",
                 "intel", Completed));
  CHECK(has_edge(extracted("Former Tesla executive Drew Baglino launched Heron Power last year."),
                 Role, "drew-baglino", "tesla", Ended));
  CHECK(has_edge(extracted("Nokia's new chief executive is Justin Hotard, who previously ran "
                           "Intel's data center business."),
                 Role, "justin-hotard", "nokia", Completed));
  CHECK(has_edge(extracted("Eric Xing, founder of Petuum, is now president of MBZUAI."), Role,
                 "eric-xing", "mbzuai", Completed));
  CHECK(has_edge(
      extracted("Dan Clancy, Twitch's chief executive, said Amazon had no plans to sell the unit."),
      Role, "dan-clancy", "twitch", Completed));
}

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
        "Aurora Innovation and Continental will co-develop a self-driving system, the companies "
        "announced Thursday. Under the agreement, Continental will manufacture the hardware for "
        "Aurora.");
    CHECK(has_edge(found, Partnership, "aurora-innovation", "continental"));
    CHECK(has_edge(found, Supply, "continental", "aurora-innovation"));
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
  CHECK(extracted("Microchip said it had not held any talks with Nordic Semiconductor.")
            .edges.empty());
  CHECK(extracted("Vestas will supply turbines for the wind farm, while Orsted will operate it.")
            .edges.empty());
  CHECK(extracted("Hitachi has scrapped plans to sell its stake in Astemo.").edges.empty());
  CHECK(extracted("Neither Intel nor TSMC has commented on the report.").edges.empty());
  CHECK(extracted("Gemini runs on chips designed by Google and made by TSMC.").edges.empty());
  CHECK(extracted("Ampere was spun out of Renault in 2023.").edges.empty());
  CHECK(extracted("The company, which was founded by Stanford researchers, has 40 employees and no "
                  "customers yet.")
            .edges.empty());
  CHECK(extracted("Panasonic has no plans to sell its battery business, a spokesperson said.")
            .edges.empty());
  CHECK(extracted("The U.S. Commerce Department awarded $6.1 billion to Micron for plants in New "
                  "York and Idaho.")
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
  CHECK(extracted("Jim Farley, who runs Ford, spoke at the Aspen Ideas Festival.").edges.empty());
  CHECK(extracted("OpenAI signed a seven-year, $38 billion agreement with Amazon Web Services to "
                  "use Nvidia GPUs in its data centers.")
            .edges.empty());
  CHECK(extracted("Chipmaker Ampere, whose processors are used by Oracle, will operate as a "
                  "subsidiary of SoftBank.")
            .edges.empty());
  CHECK(
      extracted("EU antitrust chief Teresa Ribera met executives from Meta and Apple in Brussels.")
          .edges.empty());
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
