// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/extract/sentences.hpp"
#include "schema/ontology.hpp"

namespace dealgraph::extract {

/// How a trigger's arguments map to the ends of its edge.
enum class Frame : std::uint8_t {
  Supply,          ///< subject supplies object to recipient
  SupplyReceived,  ///< subject gets object from origin
  SupplyOrdered,   ///< subject orders object at recipient
  SupplyWon,       ///< subject wins an order from origin
  Partner,         ///< subject with partner, or the members of the subject
  Invest,          ///< subject puts money into recipient
  InvestReceived,  ///< subject raises money from origin
  Acquire,         ///< subject takes over object
  Sell,            ///< subject sells object to recipient, who acquires it
  AcquireOffer,    ///< subject is offered a takeover by what follows
  CustomersAre,    ///< what follows buys from the subject
  Visit,           ///< subject goes to object or recipient
  Meet,            ///< subject with object or partner, or the members of the subject
  Attend,          ///< subject sat in on the meeting spoken of
  Participate,     ///< subject takes part in the project or event at hand
  Include,         ///< object is made part of the project at hand
  Build,           ///< subject carries out the project that is the object
  Host,            ///< subject holds the event that the verb governs or describes
  Speak,           ///< subject says something at an event
  None,            ///< A longer word that only looks like a trigger
};

/// How a Korean trigger departs from the plain reading of its frame.
enum class Variant : std::uint8_t {
  Plain,
  Manufacture,        ///< Supply: subject makes what belongs to another, or it is made at origin
  SupplierOf,         ///< Supply: subject becomes a supplier of the owner
  CustomerOf,         ///< Supply: subject wins the object as a customer
  BuildSite,          ///< Invest: subject builds the object, a site, at recipient
  JoinRound,          ///< Invest: subject takes part in the funding round spoken of
  InvestorsAre,       ///< Invest: what follows put money into who is spoken of
  PaysMoney,          ///< Invest: only if what is given is money
  GetsMoney,          ///< InvestReceived: only if what is got is money
  Merge,              ///< Acquire: subject merges with partner
  RaiseStake,         ///< Acquire: subject raises its stake in the object
  PreferredBidder,    ///< Acquire: who is chosen may take over what is for sale
  TakeoverCandidate,  ///< Acquire: who is named may take over what is spoken of
};

struct Trigger {
  std::string_view stem;
  Frame frame;
  Status status;  ///< Where nothing near it says otherwise.
  Variant variant = Variant::Plain;
};

/// The words that set off relations. Beginnings of Korean words. None is a prefix of a longer one
/// with another frame unless the longer one shall win.
std::span<const Trigger> korean_triggers();

/// True if an English word sets off edges of the type.
bool english_cues_cover(EdgeType type);

/// The edge type that a frame states; nullopt for None.
std::optional<EdgeType> edge_type_of(Frame frame);

struct TriggerHit {
  Span span;
  const Trigger* trigger;
};

/// Triggers of a Korean sentence: the longest stem at each place, in order.
std::vector<TriggerHit> find_korean_triggers(std::string_view text, Span sentence);

}  // namespace dealgraph::extract
