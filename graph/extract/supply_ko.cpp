// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <iterator>

#include "graph/extract/characters.hpp"
#include "graph/extract/reader_ko.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
namespace {

constexpr EntityTypes kCustomers{EntityType::Organization, EntityType::Project, EntityType::Place};

/// Keeps a contract whose other side the article has not named yet: 상대방은 … X다.
void leave_open(KoreanReader& r, const Entities& suppliers) {
  if (suppliers.size() != 1 || (!r.stem().ends_with("계약") && r.stem() != "수주" &&
                                !contains_any(r.after().substr(0, 40), {"계약", "수주"}))) {
    return;
  }
  const std::size_t edges = r.found().size();
  Relation open;
  open.type = EdgeType::Supply;
  open.source = suppliers.front();
  open.trigger = r.hit().span;
  open.evidence = r.view().sentence.span;
  open.status = Status::Agreed;
  attach_facts(r.view(), open);
  open.is_news = true;
  r.context().open_supply = std::move(open);
  r.found().resize(edges);
}

/// What is given is no product: 정보를 제공, 의사를 전달.
bool gives_no_goods(const KoreanReader& r) {
  const std::string_view before = r.text().substr(0, r.at());
  if (ends_with_any(before, {"의사를 ", "입장을 ", "뜻을 ", "의견을 ", "기회를 ", "편의를 ",
                             "정보를 ", "메시지를 ", "서한을 ", "자료를 ", "계획을 ", "단서를 ",
                             "도움을 ", "영향을 ", "혜택을 ", "빌미를 ", "근거를 "})) {
    return true;
  }
  // What is sent, handed over or set up may be anything but goods.
  constexpr auto kMoves =
      word_list({"전달", " 보", "내보", "반입", "설치", "깔", "넣어", " 팔", "빌려"});
  return starts_with_any(r.stem(), kMoves) &&
         !r.clause_has({"샘플", "시제품", "제품",   "장비",       "칩",     "물량", "메모리",
                        "초도", "모듈",   "부품",   "서버",       "웨이퍼", "소재", "설비",
                        "GPU",  "NPU",    "HBM",    "세트",       "기판",   "전력", "전기",
                        "로봇", "배터리", "변압기", "소프트웨어", "기기"});
}

/// Verbs of a buyer who uses what another makes: 세런스가 제공하는 소프트웨어로 …을 넣기로.
bool is_put_to_use(std::string_view after) {
  constexpr std::size_t kReach = 120;
  return contains_any(after.substr(0, kReach),
                      {"쓰기로", "쓴다", "쓰고", "썼", "넣기로", "넣는다", "넣었", "얹", "탑재",
                       "도입", "채택", "활용", "장착", "적용", "들여", "돌리", "만들"});
}

/// "폭스바겐은 세런스가 제공하는 소프트웨어를 넣기로 했다": the topic takes what the subject gives.
std::size_t topic_that_uses(const KoreanReader& r) {
  const std::size_t giver = r.subject_at();
  if (giver == kNoArgument || r.args()[giver].kind != Case::Subject) return kNoArgument;
  const std::string_view verb =
      r.text().substr(r.at(), chunk_end(r.text(), r.hit().span.end) - r.at());
  if (!ends_with_any(verb, {"는", "한", "댄", "온"}) || !is_put_to_use(r.after()))
    return kNoArgument;
  return r.nearest(r.args()[giver].span.begin, r.sentence_begin(),
                   [&](const Argument& a, std::size_t) {
                     return a.kind == Case::Topic && r.has_type(a, kOrganizations);
                   });
}

/// xAI의 멤피스 데이터센터에, 네패스 부천 공장에: whose place it is.
std::size_t owner_of_place(const KoreanReader& r, std::size_t place) {
  if (place == kNoArgument || r.has_type(r.args()[place], kOrganizations)) return place;
  if (place == 0) return place;
  const Argument& before = r.args()[place - 1];
  const bool owns = (before.kind == Case::Owner || before.kind == Case::Modifier) &&
                    r.has_type(before, kOrganizations) &&
                    before.span.end + 1 >= r.args()[place].span.begin;
  return owns ? place - 1 : place;
}

/// 공급 협력, 공급을 늘려 달라: the noun names what is talked about.
void supply(KoreanReader& r) {
  if (gives_no_goods(r)) return;
  // 공동개발 계약을 해지: the contract is of another kind.
  if (r.stem().starts_with("계약") && r.clause_has({"개발", "협약", "제휴", "합작", "협력", "투자",
                                                    "공급", "납품", "인수", "매각", "연구"})) {
    return;
  }
  if (starts_with_any(r.after(), {"을 위한", "를 위한", "을 위해", "를 위해"})) return;
  if (starts_with_any(r.after(), {"을 금지", "을 제한", "을 규제", "을 통제", "을 막",   "을 차단",
                                  "을 불허", "을 허가", "을 승인", "을 허용", "을 보류", " 금지",
                                  " 제한",   " 규제",   " 허가",   " 승인",   " 허용",   "을 논의",
                                  "가 줄",   "이 줄",   "이 늘",   "이 부족"})) {
    return;
  }
  std::size_t customer = r.complement({Case::Recipient, Case::For}, kCustomers);
  const bool has_customer = customer != kNoArgument;
  Entities suppliers = r.as_organizations(r.subject_given(has_customer));
  // "이곳에서 만든 배터리는 BMW에 납품된다": a thing is the subject, who is spoken of supplies it.
  const auto& topic = r.context().discourse.topic_organizations;
  if (suppliers.empty() && has_customer && topic.size() == 1 &&
      starts_with_any(r.after(), {"된다", "됐", "될", "되고", "돼"})) {
    suppliers = topic;
  }
  if (customer == kNoArgument) customer = r.complement({Case::Recipient, Case::For}, kCustomers);
  if (customer == kNoArgument) customer = r.complement_anywhere({Case::With}, kOrganizations);
  if (customer == kNoArgument && r.described() != kNoArgument && r.described() != r.subject_at() &&
      r.subject_at() != kNoArgument) {
    customer = r.described();
  }
  if (customer == kNoArgument) customer = topic_that_uses(r);
  if (customer == kNoArgument) customer = r.complement_anywhere({Case::Recipient}, kOrganizations);
  customer = owner_of_place(r, customer);
  if (suppliers.empty()) return;
  // A country buys through its customers: 중국 고객에게; 한국에 공급한다 says where to.
  if (customer != kNoArgument &&
      !r.has_type(r.args()[customer], {EntityType::Organization, EntityType::Project}) &&
      !r.has_head(r.args()[customer], {"고객", "업체", "기업", "시장", "회사"})) {
    return;
  }
  if (customer == kNoArgument) return leave_open(r, suppliers);
  r.emit(EdgeType::Supply, suppliers, r.entities(customer, kCustomers));
}

bool receives_goods(const KoreanReader& r) {
  const std::string_view before = r.text().substr(0, r.at());
  if (ends_with_any(before,
                    {"투자를 ",   "지원을 ", "승인을 ", "허가를 ", "평가를 ", "주목을 ",
                     "영향을 ",   "제재를 ", "요청을 ", "조사를 ", "관심을 ", "압박을 ",
                     "보조금을 ", "대출을 ", "제안을 ", "질문을 ", "상을 ",   "인증을 ",
                     "연락을 ",   "학위를 ", "보고를 ", "실사를 ", "심사를 ", "초청을 ",
                     "설명을 ",   "통보를 ", "비판을 ", "신뢰를 ", "특허를 ", "로열티를 "})) {
    return false;
  }
  return !r.clause_has(
      {"투자", "출자", "자금", "인증", "학위", "검증", "억원을", "달러를", "상을 "});
}

/// "A는 B와 클라우드 계약을 맺었다": who of the two runs clouds supplies the other.
void contract(KoreanReader& r, const Entities& first) {
  const Entities second =
      r.entities(r.complement_anywhere({Case::With, Case::Source}, kOrganizations), kOrganizations);
  const auto provides = [&](const Entities& side) {
    return std::ranges::any_of(side, [&](std::uint32_t e) {
      const LexiconEntry* entry = r.article().entity(e).entry;
      return entry != nullptr && std::ranges::any_of(entry->kinds, [](const std::string& kind) {
               return kind == "cloud" || kind == "datacenter";
             });
    });
  };
  const auto is_institute = [&](const Entities& side) {
    return std::ranges::any_of(side, [&](std::uint32_t e) {
      const LexiconEntry* entry = r.article().entity(e).entry;
      return entry != nullptr && std::ranges::any_of(entry->kinds, [](const std::string& kind) {
               return kind == "university" || kind == "research" || kind == "institute";
             });
    });
  };
  const bool hands_over = contains(r.stem(), "이전") && is_institute(first);
  if ((provides(first) && !provides(second)) || hands_over) {
    r.emit(EdgeType::Supply, first, second);
  } else {
    r.emit(EdgeType::Supply, second, first);
  }
}

/// "메타가 구글이 설계한 칩을 들이는": of two subjects the first buys what the second makes.
std::size_t outer_subject(const KoreanReader& r) {
  const std::size_t inner =
      r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t) {
        return a.kind == Case::Subject && r.has_type(a, kOrganizations);
      });
  if (inner == kNoArgument || inner == 0 || inner == r.subject_at()) return kNoArgument;
  return inner;
}

/// The maker by particle, or the owner of what is bought: 엔비디아 GPU를 도입.
void supply_received(KoreanReader& r) {
  std::size_t supplier = r.complement({Case::Source}, kOrganizations);
  const std::string_view stem = r.stem();
  if (stem.starts_with("받") && (supplier == kNoArgument || !receives_goods(r))) return;
  const Entities customers = r.as_organizations(r.subject_given(supplier != kNoArgument));
  if (stem.ends_with("계약")) return contract(r, customers);
  if (supplier == kNoArgument) supplier = r.complement({Case::Source}, kOrganizations);
  if (supplier == kNoArgument) supplier = outer_subject(r);
  if (supplier == kNoArgument) {
    supplier = r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t i) {
      return i != r.subject_at() && r.has_type(a, kOrganizations) &&
             (a.kind == Case::Owner || a.kind == Case::Modifier ||
              (a.kind == Case::Object && !r.is_plain(a)));
    });
  }
  const Entities suppliers = r.entities(supplier, kOrganizations);
  if (!customers.empty()) return r.emit(EdgeType::Supply, suppliers, customers);
  // KT의 서비스에 MS의 코파일럿도 도입된다: the place that takes it in.
  std::size_t taker = r.complement({Case::Recipient}, kOrganizations);
  if (taker == kNoArgument && supplier != kNoArgument) {
    taker = r.nearest(r.args()[supplier].span.begin, r.clause_begin(),
                      [&](const Argument& a, std::size_t) {
                        return a.kind == Case::Owner && r.has_type(a, kOrganizations);
                      });
  }
  r.emit(EdgeType::Supply, suppliers, r.entities(taker, kOrganizations));
}

void supply_ordered(KoreanReader& r) {
  const bool entrusts = r.stem().starts_with("맡") || r.stem().starts_with("의뢰");
  if (entrusts && !r.sentence_has({"생산", "양산", "제조", "조립", "가공", "물량", "파운드리",
                                   "설계", "개발", "검사", "칩"})) {
    return;
  }
  std::size_t supplier = r.complement({Case::Recipient}, kOrganizations);
  const Entities customers = r.as_organizations(r.subject_given(supplier != kNoArgument));
  if (supplier == kNoArgument) supplier = r.complement_anywhere({Case::Recipient}, kOrganizations);
  if (supplier == kNoArgument) supplier = r.complement({Case::Source, Case::With}, kOrganizations);
  r.emit(EdgeType::Supply, r.entities(supplier, kOrganizations), customers);
}

void supply_won(KoreanReader& r) {
  std::size_t customer = r.complement({Case::Source}, kOrganizations);
  const Entities suppliers = r.as_organizations(r.subject_given(customer != kNoArgument));
  if (customer == kNoArgument) customer = r.complement_anywhere({Case::Source}, kOrganizations);
  if (customer == kNoArgument) {
    customer = r.nearest(r.at(), r.clause_begin(), [&](const Argument& a, std::size_t i) {
      return i != r.subject_at() && r.has_type(a, kOrganizations) &&
             (a.kind == Case::Owner || a.kind == Case::Modifier || a.kind == Case::With);
    });
  }
  if (customer == kNoArgument) {
    if (suppliers.size() == 1 && r.stem() == "수주") leave_open(r, suppliers);
    return;
  }
  r.emit(EdgeType::Supply, suppliers, r.entities(customer, kOrganizations));
}

/// Who makes it and for whom: "칩은 B가 위탁 생산한다", "구글의 TPU는 TSMC에서 위탁 생산된다",
/// "A는 B의 칩을 위탁생산한다".
void manufacture(KoreanReader& r) {
  const std::string_view after = r.after().substr(0, 40);
  if (starts_with_any(after, {"을 맡기", "을 맡긴", "을 맡겨", "을 맡겼", "을 의뢰", "을 위탁"}))
    return supply_ordered(r);
  std::size_t maker = r.complement({Case::Source}, kOrganizations);
  const bool passive = contains_any(after, {"된다", "됐", "되는", "될", "되고"});
  if (maker == kNoArgument || !passive) {
    r.subject(kOrganizations);
    maker = r.subject_at();
  }
  if (maker == kNoArgument) return;
  const Entities makers = r.entities(maker, kOrganizations);
  std::size_t owner = r.nearest(r.at(), r.sentence_begin(), [&](const Argument& a, std::size_t i) {
    return i != maker && r.has_type(a, kOrganizations) &&
           (a.kind == Case::Owner || a.kind == Case::Recipient ||
            (a.kind == Case::Object && !r.is_plain(a)) || (a.kind == Case::Source && !passive) ||
            (a.kind == Case::Topic && !r.is_plain(a)));
  });
  Entities customers = r.entities(owner, kOrganizations);
  if (customers.empty() && !r.stem().starts_with("생산") && r.args()[maker].kind != Case::Topic)
    customers = r.context().discourse.topic_organizations;
  if (customers.size() == 1) r.emit(EdgeType::Supply, makers, customers);
}

/// "A가 B의 새 공급사로 들어간다".
void supplier_of(KoreanReader& r) {
  const std::size_t customer = r.complement({Case::Owner, Case::Modifier}, kOrganizations);
  if (customer == kNoArgument) return;
  const Entities suppliers = r.as_organizations(r.subject(kOrganizations));
  r.emit(EdgeType::Supply, suppliers, r.entities(customer, kOrganizations));
}

/// "A의 주요 고객사는 B와 C다", "고객사로는 B가 있다".
void customers_are(KoreanReader& r) {
  if (r.context().open_supply) return;  // it names the other side of the contract told before
  Entities suppliers =
      r.entities(r.complement({Case::Owner, Case::Modifier}, kOrganizations), kOrganizations);
  const auto& topic = r.context().discourse.topic_organizations;
  if (suppliers.empty()) suppliers = r.subject(kOrganizations);
  if (suppliers.empty() && topic.size() == 1) suppliers = topic;
  if (suppliers.size() != 1) return;
  for (const Argument& a : r.args()) {
    if (a.span.begin < r.hit().span.end || !r.has_type(a, kOrganizations)) continue;
    if (a.kind == Case::Copula || is_subject_case(a.kind) || a.kind == Case::Bare)
      r.emit(EdgeType::Supply, suppliers, r.filtered(a, kOrganizations));
    return;
  }
}

/// "A는 B를 고객사로 확보했다".
void customer_of(KoreanReader& r) {
  const std::size_t customer = r.complement({Case::Object}, kOrganizations);
  if (customer == kNoArgument) {
    // 삼성전자 파운드리 고객사로는 테슬라와 닌텐도가 거론된다.
    if (!starts_with_any(r.after(), {"는 ", "도 "})) return;
    const std::size_t owner = r.qualifier(kOrganizations);
    if (owner == kNoArgument) return;
    for (const Argument& a : r.args()) {
      if (a.span.begin < r.hit().span.end || !r.has_type(a, kOrganizations)) continue;
      if (!is_subject_case(a.kind) && a.kind != Case::Copula) continue;
      return r.emit(EdgeType::Supply, r.entities(owner, kOrganizations),
                    r.filtered(a, kOrganizations));
    }
    return;
  }
  const Entities suppliers = r.as_organizations(r.subject_given(true, kOrganizations));
  r.emit(EdgeType::Supply, suppliers, r.entities(customer, kOrganizations));
}

}  // namespace

void read_supply(KoreanReader& r) {
  switch (r.hit().trigger->variant) {
    case Variant::Manufacture:
      return manufacture(r);
    case Variant::SupplierOf:
      return supplier_of(r);
    case Variant::CustomerOf:
      return customer_of(r);
    default:
      break;
  }
  switch (r.hit().trigger->frame) {
    case Frame::Supply:
      return supply(r);
    case Frame::SupplyReceived:
      return supply_received(r);
    case Frame::SupplyOrdered:
      return supply_ordered(r);
    case Frame::SupplyWon:
      return supply_won(r);
    case Frame::CustomersAre:
      return customers_are(r);
    default:
      return;
  }
}

namespace {

/// "계약 금액은 1천230만달러다", "인수 대금은 …": a sum told after the deal.
void add_sum(KoreanReader& r) {
  Context& context = r.context();
  const std::string_view sentence = r.article().piece(r.view().sentence.span);
  for (const std::string_view noun :
       {"금액은",   "금액이",      "대금은",   "가격으로는",  "가격은",   "제안가는", "인수가는",
        "매각가는", "거래가는",    "취득액은", "계약액은",    "투자금은", "투자액은", "들어간 돈은",
        "규모는",   "투자 규모는", "몸값은",   "인수 금액은", "자금은",   "투자비는", "사업비는",
        "인수액은", "총액은",      "매매가는", "비용은"}) {
    const std::size_t at = find_word(sentence, noun);
    if (at == std::string_view::npos) continue;
    const std::size_t begin = r.sentence_begin() + at + noun.size();
    constexpr std::size_t kReach = 60;
    const Amount* sum = nullptr;
    for (const Amount& a : r.article().amounts) {
      if (a.span.begin < begin || a.span.begin > begin + kReach || a.conversion) continue;
      if (a.span.end > r.view().sentence.span.end) continue;
      // 1조5000억~2조원: the upper end counts.
      const bool range = sum != nullptr && r.text()[a.span.begin - 1] == '~';
      if (sum == nullptr || range) sum = &a;
    }
    if (sum == nullptr) continue;
    for (Relation told : context.last_deals) {
      if (told.amount) continue;
      told.amount = sum->money;
      told.evidence = r.view().sentence.span;
      r.found().push_back(std::move(told));
    }
    return;
  }
}

bool has_sum(EdgeType type) {
  return type == EdgeType::Supply || type == EdgeType::Investment ||
         type == EdgeType::Acquisition || type == EdgeType::Partnership;
}

/// "이 고객은 … 앰코테크놀로지다": the customer of a contract told before.
void name_customer(KoreanReader& r) {
  auto& open = r.context().open_supply;
  if (!open || open->evidence == r.view().sentence.span) return;
  if (!r.sentence_has({"상대방", "이 고객", "고객사", "발주처", "계약 상대", "상대는", "구매자",
                       "납품처", "공급처", "고객은"})) {
    return;
  }
  for (const Argument& a : r.args()) {
    if (!r.has_type(a, kOrganizations) || a.entities.front() == open->source) continue;
    const std::string_view rest = r.text().substr(a.span.end, 60);
    const bool named = a.kind == Case::Copula ||
                       (a.kind == Case::Toward &&
                        contains_any(rest, {"확인", "알려", "파악", "밝혀", "추정", "나타"}));
    if (!named) continue;
    Relation closed = *open;
    closed.target = a.entities.front();
    closed.evidence = {open->evidence.begin, r.view().sentence.span.end};
    open.reset();
    r.found().push_back(std::move(closed));
    return;
  }
}

}  // namespace

void read_continuation(KoreanReader& r) {
  name_customer(r);
  const bool tells =
      std::ranges::any_of(r.found(), [](const Relation& e) { return has_sum(e.type); });
  if (!tells) return add_sum(r);
  std::vector<Relation>& deals = r.context().last_deals;
  deals.clear();
  std::ranges::copy_if(r.found(), std::back_inserter(deals),
                       [](const Relation& e) { return has_sum(e.type); });
}

}  // namespace dealgraph::extract
