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
                 Acquisition, "hanwha-group", "hanwha-philly-shipyard", Agreed));
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
