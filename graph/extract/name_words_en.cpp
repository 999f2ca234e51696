// SPDX-License-Identifier: MIT
#include "graph/extract/name_words_en.hpp"

#include <algorithm>

namespace dealgraph::extract::english {

const Words& plain_words() {
  static const Words kWords = words_of_list(
      "Norwegian Danish Finnish Irish Belgian Polish Turkish Mexican Brazilian Thai "
      "Indonesian Lithuanian Ukrainian Austrian Portuguese Nordic Scandinavian Californian "
      "Czech Hungarian Greek Estonian Egyptian Argentine Chilean Philippine Closing "
      "Shareholders Customers Regulators Lawmakers Workers Engineers Terms Details Photo "
      "Correction Newsletter Demand Supply Production Sales Revenue Profit Co-founders "
      "Founders Neither Beyond Early Late Separately Representatives Spokespeople Copies "
      "Sign Follow Editing Reporting Writing Reuters The A An In On At It Its This That "
      "These Those We Our You Your He His She Her They Their I My But And Or As For If When "
      "While After Before Since With Without From By To Of There Here What Why How Who "
      "Which Where Some Many Most More New Last Next Both All Also Meanwhile However "
      "According Earlier Later Over Under Fresh Then Now Still Yet Even Just Only Such So "
      "Not No Yes One Two Three Four Five Six Seven Eight Nine Ten Either Another Other "
      "Each Every Any Despite Although Though Because During Through Until Unlike Like "
      "Ironically Additionally Moreover Furthermore Instead Shares Effective Chips Prices "
      "Analysts Investors Sources Executives Officials Financial Once Today Yesterday "
      "Tomorrow Talks Data Monday Tuesday Wednesday Thursday Friday Saturday Sunday January "
      "February March April May June July August September October November December Jan "
      "Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec AI AGI CEO CTO CFO COO VP GPU GPUs CPU "
      "CPUs NPU NPUs IPO API APIs PC PCs IT EV EVs LLM LLMs ML RAM DRAM NAND SSD SSDs MOU "
      "LOI R D B C Series Round Inc Corp Ltd LLC USD US GB TB MW GW IP ID SaaS IoT HPC VC "
      "PE M Mr Ms Mrs Dr Prof Sir Chinese American Korean Japanese European Israeli Indian "
      "Taiwanese British French German Dutch Canadian Emirati Saudi Russian Asian Western "
      "African Arab Vietnamese Singaporean Malaysian Australian Swedish Swiss Italian "
      "Spanish Big Tech Internet Web Q1 Q2 Q3 Q4 H1 H2 FY CES Reports Report Exclusive "
      "Breaking Update Opinion Analysis Deal Deals Business Read See Let Given Asked "
      "Speaking Founded Based Backed Led Including Among Around About Against Amid Between "
      "Per Via Within First Second Third Finally Recently Currently Previously Nearly "
      "Almost Several Few Much Less Least Rather Perhaps Maybe Indeed Thus Hence Therefore "
      "Otherwise Together Whether Could Would Should Can Will Does Did Do Is Are Was Were "
      "Has Have Had Be Been");
  return kWords;
}

const Words& organization_endings() {
  static const Words kWords = words_of_list(
      "Centre Laboratory Laboratories Society Academy Hospital Organisation Organization "
      "Union Tech Semicon Dynamics Motion Biotech Pharma Foods Entertainment Games "
      "Enterprise Enterprises Innovations Resources Petroleum Oil Rail Shipping Airways "
      "Retail Associates Lithography Atomics Sciences Scientific Diagnostics Medical Health "
      "Healthcare Payments Markets Realty Properties Construction Engineering Machinery "
      "Sensors Sensing Imaging Vision Display Displays Batteries Battery Solar Renewables "
      "Utilities Autonomous Memory Quantum Space Aviation Plastics Glass Cables Wireless "
      "Telecommunications Telekom Inc Corp Corporation Ltd LLC Company Co Labs Lab Systems "
      "Technologies Technology Group Holdings Capital Ventures Partners Bank University "
      "Institute Ministry Fund Semiconductor Semiconductors Energy Motors Motor Robotics "
      "Foundation Association Commission Agency Authority Electronics Networks Software "
      "Solutions Industries Electric Materials Photonics Computing Cloud Pharmaceuticals "
      "Therapeutics Bio Telecom Communications Mobility Microsystems Micro Instruments "
      "Devices Management Investments Investment Equity Council Committee Office Department "
      "Board College School Consortium Federation Bureau Administration Power Airlines "
      "Aerospace Automotive Chemical Chemicals Steel AI Intelligence Global International "
      "Logistics Interactive Digital Security Analytics Research Studios Heavy Optics "
      "Silicon Compute Infrastructure Insurance Securities Advisors Asset Trust Exchange "
      "Team Plc AG SE GmbH SA NV Brothers Sons");
  return kWords;
}

const Words& place_endings() {
  static const Words kWords = words_of_list(
      "City County Province Valley Island Campus Park Peninsula Prefecture District Port "
      "Bay Township");
  return kWords;
}

const Words& event_endings() {
  static const Words kWords = words_of_list(
      "Summit Conference Forum Expo Symposium Congress Convention Fair Show Hackathon");
  return kWords;
}

const Words& project_endings() {
  static const Words kWords =
      words_of_list("Initiative Project Program Programme Mission Alliance Plan");
  return kWords;
}

const Words& organization_cues() {
  static const Words kWords = words_of_list(
      "manager buyout insurer toolmaker drugmaker startup start-up company firm chipmaker "
      "maker developer provider supplier manufacturer operator lab carmaker automaker giant "
      "unit subsidiary rival fund investor consultancy customer vendor designer unicorn "
      "builder upstart hyperscaler foundry group bank publisher integrator specialist "
      "contractor utility distributor affiliate arm conglomerate broker backer "
      "joint-venture venture parent neocloud brokerage exchange outfit newcomer vehicle retailer "
      "miner spin-off spinoff offshoot studio publisher nonprofit non-profit charity "
      "think-tank lender telecom airline consortium syndicate collective agency "
      "organisation organization start-ups university hospital lab institute school");
  return kWords;
}

const Words& product_cues() {
  static const Words kWords = words_of_list(
      "chip chips model models GPU GPUs processor processors accelerator accelerators "
      "platform platforms assistant chatbot app software architecture CPU CPUs "
      "supercomputer supercomputers servers memory PCs smartphone smartphones robot robots "
      "robotaxi racks superchip tool series lineup system-on-chip chipset");
  return kWords;
}

const Words& common_openers() {
  static const Words kWords = words_of_list(
      "nobody everybody everyone everything something nothing anybody anyone anything "
      "someone somebody none debt growth folks sceptics skeptics critics antitrust proxy "
      "money heat water energy cash equity margins margin volume volumes capacity "
      "inventory output staff management trading politics talk history time space "
      "privacy safety trust speed scale size cost costs price value work labor labour "
      "land permits local residents neighbors neighbours unions parents students "
      "electricity gas coal oil fuel uranium copper helium steel silicon glass wafers "
      "wafer photons lasers chip packaging cooling power electrons software hardware "
      "memory storage compute training inference progress evidence rumour rumor rumours "
      "rumors gossip word words pictures photos images documents filings records "
      "minutes emails letters leaks hype hope fear fears doubts optimism caution panic "
      "consolidation competition demand-side regulation geopolitics diplomacy "
      "bureaucracy inflation interest rates tariffs sanctions subsidies grants taxes "
      "loans bonds stocks equities futures currency dollars euros yen won yields "
      "pins comedy music food coffee lunch dinner breakfast christmas easter winter "
      "summer spring autumn fall night morning weather rain snow science research "
      "education teaching health medicine drugs patients hospitals doctors nurses "
      "robots robotics drones cars trucks ships trains planes satellites rockets "
      "machines tools equipment parts components materials plastics chemicals food "
      "women men children people couples families friends rivals veterans experts "
      "insiders outsiders observers officials sources lawyers bankers traders "
      "negotiators delegates diplomats ministers senators governors mayors "
      "half third quarter most fewer plenty enough lots dozens hundreds thousands "
      "millions billions take make get give put keep let say call imagine consider "
      "suppose picture note remember forget never always sometimes often usually "
      "strictly technically officially legally privately publicly politically "
      "internally externally domestically abroad overseas elsewhere nowhere "
      "everywhere somewhere inside outside upstairs downstairs backstage "
      "employees managers founders backers shareholders investors creditors bondholders "
      "customers clients users readers viewers buyers sellers suppliers vendors "
      "competition supply demand revenue sales profit profits losses loss earnings "
      "results guidance shares stock investors analysts forecasts estimates orders "
      "order bookings backlog deliveries shipments production construction work "
      "completion approval closing permission consent clearance");
  return kWords;
}

const Words& deal_verbs() {
  static const Words kWords = words_of_list(
      "raises raised raise acquires acquired acquire buys bought buy announced announces "
      "signs signed invests invested plans unveiled launched supplies supplied agreed "
      "agrees closed secures secured partners partnered said says will has is was joins "
      "joined sells sold wins won denied declined expects aims operates makes builds "
      "develops designs provides teams teamed taps tapped picks picked hires hired named "
      "names appointed appoints expands expanded delivers delivered ships shipped lands "
      "landed confirmed confirms completed completes terminated ended");
  return kWords;
}

const Words& deal_words_before() {
  static const Words kWords = words_of_list(
      "into alongside against acquire acquires acquired acquiring buy buys buying bought "
      "with by in of to from for and at between join joined joins supply supplies supplying "
      "like include includes including named called dubbed");
  return kWords;
}

const Words& apposition_nouns() {
  static const Words kWords = words_of_list(
      "startup company firm maker provider developer consultancy fund unit subsidiary "
      "chipmaker lab manufacturer operator supplier automaker investor bank group arm "
      "designer foundry builder carmaker vendor rival agency affiliate");
  return kWords;
}

const Words& world_places() {
  static const Words kWords = words_of_list(
      "Aachen Aarhus Aberdeen Abilene Adelaide Ahmedabad Almere Amsterdam Ankara Antwerp "
      "Argentina Arizona Arkansas Ashburn Asheville Athens Atlanta Auckland Austin Austria "
      "Baden Bangalore Bangkok Barcelona Basel Bavaria Beersheba Belfast Belgrade Bengaluru "
      "Bergen Berlin Bihar Bilbao Birmingham Bogota Boise Bologna Bordeaux Boston Boulder "
      "Bratislava Brazil Brisbane Bristol Brittany Brussels Bucharest Budapest Bulgaria "
      "Busan Calgary California Cambridge Canberra Cardiff Catalonia Catania Chandler "
      "Changwon Charlotte Chengdu Chennai Cheonan Cheongju Chicago Chile Chongqing "
      "Cleveland Cologne Colorado Columbus Copenhagen Cork Croatia Cupertino Daegu Daejeon "
      "Dalian Dallas Dammam Danang Darmstadt Delft Delhi Denver Detroit Doha Dortmund "
      "Dresden Dubai Dublin Dundee Düsseldorf Edinburgh Egypt Eindhoven Erlangen Espoo "
      "Estonia Eugene Florida Frankfurt Fremont Fukuoka Galway Gdansk Geneva Genoa Ghent "
      "Glasgow Gothenburg Greece Grenoble Guadalajara Guangdong Guangzhou Gujarat Gumi "
      "Gwangju Gyeonggi Hague Haifa Haiphong Hamburg Hangzhou Hannover Hanoi Hefei "
      "Heidelberg Helsinki Hillsboro Hiroshima Hokkaido Houston Hsinchu Hungary Hyderabad "
      "Iceland Icheon Idaho Illinois Incheon Indiana Indianapolis Indonesia Iowa Istanbul "
      "Jakarta Jalisco Jeddah Jeju Jena Johannesburg Johor Kansas Kaohsiung Karlsruhe "
      "Karnataka Kentucky Kenya Kharkiv Kiel Kigali Krakow Kulim Kumamoto Kyiv Kyoto Lagos "
      "Latvia Lausanne Leeds Leipzig Leixlip Leuven Lille Lima Lisbon Lithuania Liverpool "
      "Ljubljana Lodz Lombardy London Louisiana Louisville Lucerne Lund Luxembourg Lyon "
      "Lyons Madrid Magdeburg Maine Malaga Malaysia Malmo Malmö Malta Manchester Manila "
      "Maryland Massachusetts Melaka Melbourne Memphis Mexico Miami Michigan Milan Milpitas "
      "Minneapolis Minnesota Missouri Montana Monterrey Montreal Monza Morocco Moscow "
      "Mumbai Munich Muscat Nagoya Nairobi Nanjing Nantes Narvik Nashville Nebraska "
      "Neuchatel Nevada Nigeria Ningbo Noida Nuremberg Oakland Ohio Oklahoma Omaha Ontario "
      "Oregon Osaka Oslo Ottawa Oulu Oxford Paris Penang Penghu Pennsylvania Perth "
      "Philippines Phoenix Pisa Pittsburgh Pohang Poland Portland Porto Portugal Potsdam "
      "Prague Pune Pyeongtaek Quebec Queretaro Rajasthan Raleigh Redmond Regensburg Rennes "
      "Reykjavik Riga Riyadh Romania Rome Rotterdam Sacramento Salzburg Santiago Sapporo "
      "Saxony Scandinavia Scotland Seattle Sejong Sendai Seongnam Seoul Serbia Shanghai "
      "Shanxi Shenzhen Sichuan Slovakia Slovenia Sofia Southampton Stavanger Stockholm "
      "Stuttgart Suwon Suzhou Sydney Tabuk Taichung Tainan Taipei Taiwan Tallinn Tampa "
      "Tampere Tennessee Texas Thailand Thessaloniki Thuringia Tianjin Tokyo Toronto "
      "Toulouse Trondheim Tsukuba Tucson Turin Turkey Turku Uppsala Utah Utrecht Valencia "
      "Vancouver Veldhoven Vermont Verona Vienna Villach Vilnius Virginia Wales Warsaw "
      "Washington Waterloo Wellington Winnipeg Wisconsin Wroclaw Wuhan Wuxi Wyoming Xiamen "
      "Yokohama Yongin Zagreb Zaragoza Zhengzhou Zhuhai Zurich Zürich");
  return kWords;
}

const Words& weak_first_words() {
  static const Words kWords = words_of_list(
      "General Applied Advanced Global Digital Western Eastern Northern Southern United "
      "National First American New Super Micro International Standard North South East West "
      "Deutsche China Japan Korea Korean Chinese Japanese Taiwan India Indian European "
      "Asian British French German Saudi Royal Bank University Ministry Department "
      "Institute Office Council Project Air Data Cloud Power Energy Green Blue Red Black "
      "White Silver Gold Smart Open Deep Big High Low Future Next Prime Public State "
      "Federal Central Capital Silicon Quantum Electric Electronic Artificial Machine Robot "
      "Space Solar Nuclear Modern Universal Pacific Atlantic Nippon Dutch Swiss Hong San "
      "Los Las Santa Saint Fort Port Great Grand Lake Mount The Mirae Ant Home Real True "
      "Pure Direct Fast Core Edge Desert Tiger Early Hyundai Samsung Hanwha Doosan Lotte "
      "Posco Kakao Naver Sony Hitachi Toyota Mitsubishi Mitsui Sumitomo Tata Reliance "
      "Alphabet Amazon Google Microsoft Apple Meta Intel Tokyo Seoul Beijing London Paris "
      "Berlin York Trump Biden Wall Street Goldman Morgan Bain Cathay Amplify Menlo "
      "Investment Semiconductor Chip Memory Treasury Commerce Justice Defense Foreign Vice "
      "Executive Chief Senior Former");
  return kWords;
}

}  // namespace dealgraph::extract::english
