#pragma once
// Which network somebody means.
#include "store/networks.hpp"

#include <string_view>
#include <vector>

namespace handlers {

/// How the words led to a network, the best first.
enum class NetworkFit {
  name,     ///< its name, in any form: "virksomhedsnetværkets", "styregruppen for bosætning"
  english,  ///< its name in English: "the legal network"
  topic,    ///< what it is about, without saying that it is a network (or another kind of one): "klima"
  part,     ///< a part of that: "klima" for "Klimatilpasningsnetværket"
  typo,     ///< a slip away: "juranetverket"
  none
};

struct NetworksMeant {
  std::vector<store::Network> meant;  ///< one: it; several: ask which; empty: unknown
  std::vector<store::Network> near;   ///< if none is meant: up to three that look like it, the nearest first
  NetworkFit fit = NetworkFit::none;

  /// The one that is meant; null if none or several.
  const store::Network* one() const { return meant.size() == 1 ? &meant.front() : nullptr; }
};

/// `said` is a name as somebody writes it, or a whole sentence with one in it; there only a fit by `name` or
/// `english` is sure to be meant as a network. Pure; linear in words times networks.
NetworksMeant networks_meant(std::string_view said, const std::vector<store::Network>&);

}  // namespace handlers
