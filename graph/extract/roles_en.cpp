// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/english.hpp"
#include "graph/extract/references_en.hpp"
#include "graph/extract/statements_en.hpp"
#include "graph/extract/titles.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract::english {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const WordList<N>& words) {
  return words.contains(word);
}

using Post = PhrasePost;

class RoleReader {
 public:
  explicit RoleReader(Statements& s)
      : s_(s),
        article_(s.article()),
        text_(s.article().text.substr(0, s.view().sentence.span.end)) {}

  void run() {
    for (const auto& post : s_.view().posts) held(post);
    nouns();
    for (std::size_t i = 0; i < s_.parse().verbs.size(); ++i) change(i);
  }

 private:
  void emit(std::uint32_t person, std::uint32_t organization, Span title, Status status,
            const Cue* dated = nullptr) {
    if (title.begin >= title.end) return;
    emit_role(s_, {person, organization, title, status, dated});
  }

  // ---- posts by the side of a name

  void held(const extract::Post& post) {
    std::uint32_t organization = post.organization;
    if (organization == kNoEntity && is_executive(article_.piece(post.title)))
      organization = employer_unnamed(post.person, post.extent.begin);
    const bool poached = is_hired_away(post);
    emit(post.person, organization, post.title, poached ? Status::Ended : post.status);
  }

  static bool is_executive(std::string_view title) {
    return has_phrase(title, {"ceo",
                              "chief executive",
                              "chief executive officer",
                              "chairman",
                              "chairwoman",
                              "chair",
                              "cfo",
                              "cto",
                              "coo",
                              "chief",
                              "officer",
                              "founder",
                              "co-founder",
                              "cofounder",
                              "vice president",
                              "spokesperson",
                              "spokesman",
                              "spokeswoman",
                              "board member",
                              "head",
                              "general counsel",
                              "managing director"});
  }

  std::uint32_t one_organization(std::uint32_t before) const {
    return organization_spoken_of(s_, before);
  }

  /// "chief executive Jane Roe said": of the company that is the subject of the sentence if the
  /// post stands in what it says, else of the one that the article is about.
  std::uint32_t employer_unnamed(std::uint32_t person, std::uint32_t at) const {
    const auto told = s_.context().discourse.posts.find(person);
    if (told != s_.context().discourse.posts.end()) return told->second;
    // "JD Vance, the American vice president": of a country.
    if (at > 1 && is_of_country(at)) return kNoEntity;
    const std::uint32_t spoken = one_organization(at);
    const std::uint32_t about = s_.context().discourse.most_named;
    for (const Verb& v : s_.parse().verbs) {
      if (v.subject == kNone || s_.parse().span_of(v).begin >= at) break;
      const bool says = v.lemma == "say" || v.lemma == "announce" || v.lemma == "name" ||
                        v.lemma == "report" || v.lemma == "confirm" || v.lemma == "disclose";
      const Entities who = s_.filtered(s_.parse().all(v.subject), kOrganizations);
      if (says && who.size() == 1 && who.front() == spoken) return spoken;
    }
    return about != kNoEntity ? about : spoken;
  }

  /// True if an adjective of a country stands before the post.
  bool is_of_country(std::uint32_t at) const {
    const std::string_view head = text_.substr(0, at - 1);
    const std::size_t blank = head.find_last_of(' ');
    const std::string_view word = blank == std::string_view::npos ? head : head.substr(blank + 1);
    return !place_of_adjective(ascii_lower(word)).empty();
  }

  /// "Google will hire Windsurf CEO Varun Mohan": the post named ends; a founder stays one.
  bool is_hired_away(const extract::Post& post) const {
    const std::size_t from = s_.view().sentence.span.begin;
    const std::string_view head = text_.substr(from, post.extent.begin - from);
    const std::string_view near = head.substr(head.size() > 20 ? head.size() - 20 : 0);
    return has_phrase(near, {"hire", "hires", "hired", "hiring", "poached", "poaches", "dismissed",
                             "ousts", "ousted", "fired"}) &&
           !has_phrase(article_.piece(post.title), {"founder", "cofounder", "co-founder"});
  }

  // ---- posts in phrases

  Post post_at(std::size_t phrase) const { return post_in(s_, phrase); }

  std::uint32_t person_at(std::size_t phrase) const {
    if (phrase == kNone) return kNoEntity;
    const Entities persons = s_.filtered(s_.parse().all(phrase), kPersons);
    return persons.empty() ? kNoEntity : persons.front();
  }

  std::uint32_t organization_at(std::size_t phrase) const {
    if (phrase == kNone) return kNoEntity;
    const Entities named = s_.named(phrase, kOrganizations);
    return named.empty() ? kNoEntity : named.front();
  }

  /// The post that hangs on a verb: after "as", or as its second object.
  Post post_of(std::size_t index) const {
    const Verb& v = s_.verb(index);
    for (const std::size_t c : v.complements) {
      const std::string_view p = s_.parse().preposition(s_.phrase(c));
      if (p != "as" && p != "to") continue;
      const Post post = post_at(c);
      if (post.title.end != 0) return post;
    }
    for (const std::size_t o : v.objects) {
      const Post post = post_at(o);
      if (post.title.end != 0) return post;
    }
    // "named Jane Roe its chief executive": the phrase right after the person
    return {};
  }

  std::uint32_t known_employer(std::uint32_t person) const {
    for (const auto& post : s_.view().posts) {
      const bool held =
          post.person == person && post.organization != kNoEntity && post.status != Status::Ended;
      if (held) return post.organization;
    }
    for (std::size_t i = s_.count(); i-- > 0;) {
      const Relation& r = s_.at(i);
      if (r.type == EdgeType::Role && r.source == person && r.status == Status::Completed)
        return r.target;
    }
    return kNoEntity;
  }

  Status taken(const Cue& cue) const {
    const Status status = s_.status(cue, EdgeType::Role);
    if (status == Status::Agreed) return Status::Completed;
    const Verb& v = s_.verb(cue.verb);
    if (v.over) return Status::Ended;
    return status == Status::Rumored || status == Status::Planned || status == Status::Denied
               ? status
               : Status::Completed;
  }

  void change(std::size_t index) {
    static constexpr auto kGiven =
        word_list({"appoint", "name", "hire", "nominate", "promote", "tap", "pick", "choose",
                   "select", "install", "recruit", "poach", "elect"});
    static constexpr auto kHeld =
        word_list({"be",     "become",  "remain",    "serve",   "join",     "act",    "start",
                   "return", "step in", "take over", "work",    "run",      "take",   "sign",
                   "come",   "move",    "stay",      "move up", "continue", "arrive", "come back",
                   "carry",  "step up", "stand",     "double"});
    static constexpr auto kLeft =
        word_list({"step down", "resign", "retire", "quit", "leave", "depart", "step", "exit",
                   "relinquish", "step aside", "step away"});
    static constexpr auto kOusted =
        word_list({"dismiss", "oust", "fire", "remove", "sack", "suspend", "force out", "push out",
                   "depose", "relieve"});
    const Verb& v = s_.verb(index);
    std::string lemma(v.lemma);
    if (!v.particle.empty()) lemma += ' ' + std::string(v.particle);
    if (v.lemma == "succeed" || v.lemma == "replace") return succeed(index);
    if (is_one_of(std::string_view(lemma), kOusted)) return ousted(index);
    if (is_one_of(std::string_view(lemma), kGiven)) return given(index);
    if (is_one_of(std::string_view(lemma), kLeft)) return left(index);
    if (is_one_of(std::string_view(lemma), kHeld)) return holds(index);
  }

  // "Foo named Jane Roe chief executive", "Jane Roe was appointed CEO of Foo"
  void given(std::size_t index) {
    const Verb& v = s_.verb(index);
    const Cue cue{index, kNone};
    const Post post = post_of(index);
    if (post.title.end == 0) return;
    const std::uint32_t person = v.passive ? person_at(v.subject) : person_among(v.objects);
    std::uint32_t organization = post.organization;
    if (organization == kNoEntity && v.passive)
      organization = organization_at(s_.complement(index, {"by"}, kOrganizations));
    if (organization == kNoEntity && !v.passive) {
      const Entities subject = s_.filtered(s_.subject(index), kOrganizations);
      if (!subject.empty()) organization = subject.front();
    }
    if (organization == kNoEntity) organization = one_organization(post.title.begin);
    const bool nominee = v.lemma == "nominate";
    Status status = nominee ? Status::Planned : taken(cue);
    if (v.negated) status = Status::Denied;
    if (starts_later(cue)) status = Status::Planned;
    emit(person, organization, post.title, status, nominee ? nullptr : &cue);
  }

  /// "effective April 1": the post is taken on a day that lies ahead.
  bool starts_later(const Cue&) const {
    return std::ranges::any_of(article_.dates, [&](const DateMention& d) {
      return d.span.begin >= s_.view().sentence.span.begin &&
             d.span.end <= s_.view().sentence.span.end && article_.published &&
             d.date.first_day() > article_.published->last_day();
    });
  }

  std::uint32_t person_among(const std::vector<std::size_t>& phrases) const {
    for (const std::size_t p : phrases) {
      const std::uint32_t person = person_at(p);
      if (person != kNoEntity) return person;
    }
    return kNoEntity;
  }

  // "Jane Roe becomes CEO of Foo", "joined as CTO"
  void holds(std::size_t index) {
    const Verb& v = s_.verb(index);
    if (v.passive || v.subject == kNone) return;
    const std::uint32_t person = person_at(v.subject);
    const Cue cue{index, kNone};
    if (person == kNoEntity) {
      // "Pinnacle's chief operating officer is Wen Jiahao"
      if (v.lemma != "be" || !s_.parse().all(v.subject).empty()) return;
      const Post post = post_at(v.subject);
      const std::size_t object = s_.object(index);
      if (post.title.end == 0 || object == kNone) return;
      emit(person_at(object), post.organization, post.title, Status::Completed);
      return;
    }
    Post post;
    if (v.lemma == "be" || v.lemma == "become" || v.lemma == "remain") {
      for (const std::size_t o : v.objects) {
        post = post_at(o);
        if (post.title.end != 0) break;
      }
      if (post.title.end == 0) post = text_post(v);
    } else {
      post = post_of(index);
    }
    if (post.title.end == 0) return;
    std::uint32_t organization = post.organization;
    if ((v.lemma == "join" || v.lemma == "run") && organization == kNoEntity) {
      organization = organization_at(s_.object(index));
    }
    if (organization == kNoEntity) {
      const std::size_t at = s_.complement(index, {"of", "at", "for"}, kOrganizations);
      organization = organization_at(at);
    }
    if (organization == kNoEntity) organization = known_employer(person);
    if (organization == kNoEntity) organization = employer_unnamed(person, post.title.begin);
    if (organization == kNoEntity) organization = last_object(v.first);
    Status status = taken(cue);
    const bool copula = v.lemma == "be";
    const bool was = copula && text_.substr(s_.parse().span_of(v).begin, 3) == "was";
    if (was || post.former) status = v.modal == Modal::None && !v.perfect ? Status::Ended : status;
    if (v.lemma == "serve" && v.form == Form::Past && !v.perfect) status = Status::Ended;
    const bool dated =
        v.lemma != "be" && v.lemma != "remain" && v.lemma != "run" && v.lemma != "serve";
    emit(person, organization, post.title, status, dated ? &cue : nullptr);
  }

  /// "left Foo, where he was chief scientist": what a verb before has for its object.
  std::uint32_t last_object(std::size_t before) const {
    std::uint32_t found = kNoEntity;
    for (const Phrase& p : s_.parse().phrases) {
      if (p.first >= before) break;
      const Entities named = s_.filtered(p.entities, kOrganizations);
      if (p.object_of != kNone && !named.empty()) found = named.front();
    }
    return found;
  }

  /// "is CEO": a title without an article may be read with its verb.
  Post text_post(const Verb& v) const {
    Post post;
    if (v.last >= s_.parse().tokens.size()) return post;
    const std::uint32_t begin = s_.parse().tokens[v.last].span.begin;
    const std::uint32_t size = english_title_at(text_, begin);
    if (size != 0) post.title = {begin, begin + size};
    return post;
  }

  // "Jane Roe stepped down as CEO of Foo", "resigned from the board of Foo"
  void left(std::size_t index) {
    const Verb& v = s_.verb(index);
    if (v.lemma == "step" && v.particle.empty()) return;
    if (v.subject == kNone || v.passive) return;
    const std::uint32_t person = person_at(v.subject);
    if (person == kNoEntity) return;
    const Cue cue{index, kNone};
    Post post = post_of(index);
    std::uint32_t organization = post.organization;
    if (post.title.end == 0) {
      for (const std::size_t c : v.complements) {
        if (s_.parse().preposition(s_.phrase(c)) != "from") continue;
        post = post_at(c);
        if (post.title.end != 0) break;
      }
    }
    if (post.organization != kNoEntity) organization = post.organization;
    const std::size_t object = s_.object(index);
    if (organization == kNoEntity && object != kNone) organization = organization_at(object);
    if (organization == kNoEntity)
      organization = organization_at(s_.complement(index, {"from", "of", "at"}, kOrganizations));
    if (organization == kNoEntity) organization = known_employer(person);
    const Status status = s_.status(cue, EdgeType::Role);
    if (post.title.end == 0) {
      // The post that the sentence gives the person is the one that is left.
      if (status == Status::Denied || status == Status::Rumored || v.modal != Modal::None) return;
      const Status then =
          status == Status::Planned || starts_later(cue) ? Status::Completed : Status::Ended;
      return close_posts(person, organization, then, cue);
    }
    if (organization == kNoEntity) organization = one_organization(post.title.begin);
    const bool ahead = status == Status::Planned || v.modal != Modal::None || starts_later(cue);
    const bool untrue = status == Status::Denied || status == Status::Rumored;
    emit(person, organization, post.title, ahead || untrue ? Status::Completed : Status::Ended,
         &cue);
  }

  void close_posts(std::uint32_t person, std::uint32_t organization, Status then, const Cue& cue) {
    for (std::size_t i = 0; i < s_.count(); ++i) {
      Relation& r = s_.at(i);
      if (r.type != EdgeType::Role || r.source != person) continue;
      if (organization != kNoEntity && r.target != organization) continue;
      r.status = then;
      const Span title = r.trigger;
      r.trigger = s_.span_of(cue);
      s_.attach(r, cue);
      r.trigger = title;
    }
  }

  const extract::Post* post_of_person(std::uint32_t person) const {
    for (const auto& post : s_.view().posts) {
      if (post.person == person && post.organization != kNoEntity) return &post;
    }
    return nullptr;
  }

  // "the board ousted Jane Roe", "Chief Financial Officer Jane Roe had been dismissed"
  void ousted(std::size_t index) {
    const Verb& v = s_.verb(index);
    const std::uint32_t person = v.passive ? person_at(v.subject) : person_among(v.objects);
    if (person == kNoEntity || v.negated) return;
    const Cue cue{index, kNone};
    for (const auto& post : s_.view().posts) {
      if (post.person != person) continue;
      const std::uint32_t organization =
          post.organization != kNoEntity ? post.organization : one_organization(post.extent.begin);
      for (std::size_t i = 0; i < s_.count(); ++i) {
        Relation& r = s_.at(i);
        if (r.type == EdgeType::Role && r.source == person && r.target == organization) {
          r.status = Status::Ended;
          const Span title = r.trigger;
          r.trigger = s_.span_of(cue);
          s_.attach(r, cue);
          r.trigger = title;
        }
      }
      return;
    }
    const Post post = post_of(index);
    if (post.title.end != 0)
      emit(person,
           post.organization != kNoEntity ? post.organization : one_organization(post.title.begin),
           post.title, Status::Ended, &cue);
  }

  // "Jane Roe will succeed John Doe as CEO"
  void succeed(std::size_t index) {
    const Verb& v = s_.verb(index);
    const Cue cue{index, kNone};
    const Post post = post_of(index);
    if (post.title.end == 0) return;
    const std::uint32_t heir =
        v.passive ? person_at(s_.complement(index, {"by"}, kPersons)) : person_at(v.subject);
    const std::uint32_t before = v.passive ? person_at(v.subject) : person_among(v.objects);
    std::uint32_t organization = post.organization;
    if (organization == kNoEntity && v.governor != kNone) {
      const Entities giver = s_.filtered(s_.subject(v.governor), kOrganizations);
      if (!giver.empty()) organization = giver.front();
    }
    if (organization == kNoEntity && before != kNoEntity) organization = known_employer(before);
    if (organization == kNoEntity) organization = one_organization(post.title.begin);
    const bool ahead =
        v.infinitive || v.modal != Modal::None || starts_later(cue) || v.form == Form::Base;
    emit(heir, organization, post.title, ahead ? Status::Planned : Status::Completed,
         ahead ? nullptr : &cue);
    // A pronoun speaks of somebody whose post was told before.
    const bool told = !v.passive && !v.objects.empty() && s_.phrase(v.objects.front()).resolved;
    if (!told)
      emit(before, organization, post.title, ahead ? Status::Completed : Status::Ended,
           ahead ? nullptr : &cue);
  }

  // "Foo's chief legal officer, Martin Oakes", "Co-founders A, the CEO, and B, the CTO"
  void nouns() {
    const auto& phrases = s_.parse().phrases;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      const Phrase& p = phrases[i];
      if (p.apposition == kNone) {
        stands_for(i);
        continue;
      }
      const Phrase& head = phrases[p.apposition];
      const bool person_last =
          !p.entities.empty() && s_.type(p.entities.front()) == EntityType::Person;
      const bool person_first = head.noun.empty() && !head.entities.empty() &&
                                s_.type(head.entities.front()) == EntityType::Person;
      if (person_last == person_first) continue;
      const std::size_t words = person_last ? p.apposition : i;
      Post post = post_at(words);
      if (post.title.end == 0) continue;
      // "co-founder and chief executive of the start-up": what follows belongs to both.
      if (words == i && i + 1 < phrases.size() && phrases[i + 1].apposition == p.apposition &&
          post.organization == kNoEntity) {
        const Post more = post_at(i + 1);
        post.organization = more.organization;
        post.elsewhere = post.elsewhere || more.elsewhere;
      }
      const bool plural = article_.piece(post.title).ends_with('s');
      const std::size_t named = person_last ? i : p.apposition;
      const Entities all = s_.filtered(s_.parse().all(named), kPersons);
      const Entities people = plural ? all : Entities{s_.phrase(named).entities.front()};
      for (const std::uint32_t person : people) explained(person, post);
    }
  }

  void explained(std::uint32_t person, const Post& post) {
    const extract::Post* known = post_of_person(person);
    if (known != nullptr) return;
    std::uint32_t organization = post.organization;
    const bool own =
        organization == kNoEntity && !post.elsewhere && is_executive(article_.piece(post.title));
    if (own) organization = employer_unnamed(person, post.title.begin);
    emit(person, organization, post.title, post.former ? Status::Ended : Status::Completed);
  }

  /// "the Nvidia chief executive" that stands for somebody named before.
  void stands_for(std::size_t i) {
    const Phrase& p = s_.phrase(i);
    if (!p.resolved || p.entities.size() != 1 || p.noun.empty()) return;
    if (s_.type(p.entities.front()) != EntityType::Person) return;
    const Post post = post_at(i);
    emit(p.entities.front(), post.organization, post.title,
         post.former ? Status::Ended : Status::Completed);
  }

  Statements& s_;
  const Article& article_;
  std::string_view text_;
};

}  // namespace

void read_roles(Statements& s) { RoleReader(s).run(); }

}  // namespace dealgraph::extract::english
