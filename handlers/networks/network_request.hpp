#pragma once
// 'opret netværk Juranetværket, formål ..., reference ...' taken apart.
#include "store/networks.hpp"

#include <string>
#include <string_view>

namespace handlers {

/// Everything as said; empty: nothing was said about it.
struct NetworkRequest {
  std::string name;
  store::NetworkKind kind = store::NetworkKind::formal;
  std::string purpose;
  std::string coordinator;
  std::string successor;
  std::string reference;
  std::string members;  ///< "Karen, Ole og Pia"
  std::string rule;     ///< the word that tasks are to be marked with
  std::string place;
  bool open = true;

  bool operator==(const NetworkRequest&) const = default;
};

/// Danish or English. Parts stand between commas, semicolons or lines, each with its word in front; what has
/// none belongs to the part before; behind the name it is the purpose. An empty name if there is none.
NetworkRequest parse_network_request(std::string_view text);

/// "alle med opgaver mærket jura", "everyone with tasks tagged legal": the word; empty if it is no rule.
std::string rule_in(std::string_view text);

/// The request as one text for the pending form, and back. Nothing but pack() makes what unpack() reads.
std::string pack(const NetworkRequest&);
NetworkRequest unpack(std::string_view packed);

}  // namespace handlers
