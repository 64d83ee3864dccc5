#include "handlers/networks/network_request.hpp"

#include "store/text/fold.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace handlers {
namespace {

using store::NetworkKind;

constexpr std::string_view marks = " \t\r\n.!?\"'";
constexpr char separator = '\x1f';  // no message has it: control characters are left out of what is kept

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(marks);
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(marks) - first + 1);
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, std::min(text.find_first_of(" \t:"), text.size()));
}

/// Takes `words` off the front; the longest that fits. Empty if none does.
std::string_view take_front(std::string_view& text, std::initializer_list<std::string_view> beginnings) {
  std::string_view taken;
  const auto folded = store::fold(text.substr(0, 80));
  for (const auto beginning : beginnings) {
    const bool whole =
        folded.starts_with(beginning) && (folded.size() == beginning.size() ||
                                          folded[beginning.size()] == ' ' || folded[beginning.size()] == ':');
    taken = whole && beginning.size() > taken.size() ? beginning : taken;
  }
  if (!taken.empty()) {
    for (auto words = 1 + std::count(taken.begin(), taken.end(), ' '); words > 0; --words) {
      text.remove_prefix(first_word(text).size());
      text = trimmed(text.substr(std::min(text.find_first_not_of(" \t:"), text.size())));
    }
  }
  return taken;
}

enum class Part { name, purpose, coordinator, successor, reference, members, rule, place, closed, open };

Part part_of(std::string_view& clause) {
  if (!take_front(clause, {"formål", "formålet", "formålet er", "formål er", "med formål", "med formålet",
                           "purpose", "the purpose is", "for at", "purpose is"})
           .empty()) {
    return Part::purpose;
  }
  if (!take_front(clause, {"tovholder", "tovholderen er", "koordinator", "coordinator", "coordinated by",
                           "led by", "tovholder er", "med tovholder"})
           .empty()) {
    return Part::coordinator;
  }
  if (!take_front(clause, {"afløser", "efterfølger", "stedfortræder", "successor", "deputy"}).empty()) {
    return Part::successor;
  }
  if (!take_front(clause,
                  {"reference", "refererer til", "referer til", "reports to", "reporting to", "under"})
           .empty()) {
    return Part::reference;
  }
  if (!take_front(clause, {"medlemmer", "medlemmerne er", "deltagere", "members", "med medlemmerne", "med",
                           "with members", "with"})
           .empty()) {
    return rule_in(clause).empty() ? Part::members : Part::rule;
  }
  if (!take_front(clause, {"sted", "mødested", "place", "we meet in", "vi mødes i"}).empty()) {
    return Part::place;
  }
  if (!rule_in(clause).empty()) {
    return Part::rule;
  }
  auto rest = clause;
  if (!take_front(rest, {"lukket", "lukket netværk", "closed", "kun for medlemmer", "members only"})
           .empty() &&
      rest.empty()) {
    return Part::closed;
  }
  rest = clause;
  if (!take_front(rest, {"åbent", "åben", "open", "åbent for alle", "open to all", "open to everyone"})
           .empty() &&
      rest.empty()) {
    return Part::open;
  }
  return Part::name;
}

/// What kind is asked for, and the name: 'et uformelt netværk ladestandere' is called Ladestandere,
/// 'en styregruppe for bosætning' keeps its word, 'Juranetværket' is a name itself.
void read_name(std::string_view clause, NetworkRequest& request) {
  take_front(clause, {"opret", "lav", "start", "etabler", "create", "start", "make", "kan du oprette",
                      "can you create", "please create", "set up"});
  take_front(clause, {"et", "en", "a", "an"});
  take_front(clause, {"nyt", "ny", "new"});
  if (!take_front(clause, {"lukket", "closed"}).empty()) {
    request.open = false;
  } else {
    take_front(clause, {"åbent", "åben", "open"});
  }
  if (!take_front(clause, {"uformelt", "uformel", "informal"}).empty()) {
    request.kind = NetworkKind::informal;
  } else {
    take_front(clause, {"formelt", "formel", "formal"});
  }
  const auto folded = store::fold(clause);
  if (folded.starts_with("styregruppe") || folded.starts_with("steering")) {
    request.kind = NetworkKind::steering_group;
  } else if (folded.starts_with("koordin") || folded.starts_with("coordination")) {
    request.kind = NetworkKind::coordination_group;
  } else if (folded.starts_with("projektleder") || folded.starts_with("project leader") ||
             folded.starts_with("project manager")) {
    request.kind = NetworkKind::project_leaders;
  }
  take_front(clause, {"netværk", "netværket", "netværk for", "netværk om", "netværk der hedder", "network",
                      "network called", "network named", "network for", "network on", "the network",
                      "netværk kaldet", "netværk ved navn"});
  request.name = clause;
  if (!request.name.empty() && static_cast<unsigned char>(request.name[0]) < 0x80) {
    request.name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(request.name[0])));
  } else if (request.name.starts_with("\xC3") && request.name.size() > 1 &&
             static_cast<unsigned char>(request.name[1]) >= 0xA0) {
    request.name[1] = static_cast<char>(static_cast<unsigned char>(request.name[1]) - 0x20);  // å, æ, ø
  }
}

std::string* field_of(NetworkRequest& request, Part part) {
  switch (part) {
    case Part::name:
      return &request.name;
    case Part::purpose:
      return &request.purpose;
    case Part::coordinator:
      return &request.coordinator;
    case Part::successor:
      return &request.successor;
    case Part::reference:
      return &request.reference;
    case Part::members:
      return &request.members;
    case Part::rule:
      return &request.rule;
    case Part::place:
      return &request.place;
    case Part::closed:
    case Part::open:
      break;
  }
  return nullptr;
}

std::string without_quotes(std::string_view text) {
  std::string plain(text);
  for (const std::string_view quote : {"\"", "»", "«", "“", "”", "„"}) {
    for (auto at = plain.find(quote); at != std::string::npos; at = plain.find(quote)) {
      plain.erase(at, quote.size());
    }
  }
  std::erase_if(plain, [](unsigned char c) { return c < ' ' && c != '\n'; });
  return plain;
}

}  // namespace

std::string rule_in(std::string_view text) {
  const auto folded = store::fold(text);
  constexpr std::array<std::string_view, 5> everybody{"alle ", "alle,", "everyone ", "everybody ", "all "};
  if (std::none_of(everybody.begin(), everybody.end(),
                   [&](std::string_view word) { return folded.find(word) != std::string::npos; })) {
    return "";
  }
  constexpr std::array<std::string_view, 7> before{
      "mærket med ", "mærket ", "mærkede med ", "tagged with ", "tagged ", "marked with ", "marked "};
  for (const auto word : before) {
    if (const auto at = folded.find(word); at != std::string::npos) {
      return without_quotes(trimmed(std::string_view(folded).substr(at + word.size())));
    }
  }
  return "";
}

NetworkRequest parse_network_request(std::string_view text) {
  const auto plain = without_quotes(text);
  NetworkRequest request;
  std::string_view rest = plain;
  Part part = Part::name;
  bool first = true;
  while (!rest.empty()) {
    const auto end = std::min(rest.find_first_of(",;\n"), rest.size());
    auto clause = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(rest.size(), end + 1));
    if (clause.empty()) {
      continue;
    }
    if (first) {
      read_name(clause, request);
      first = false;
      continue;
    }
    const auto said = part_of(clause);
    if (said == Part::closed || said == Part::open) {
      request.open = said == Part::open;
      continue;
    }
    if (said == Part::name && part != Part::name) {
      field_of(request, part)->append(", ").append(clause);
      continue;
    }
    part = said == Part::name ? Part::purpose : said;
    *field_of(request, part) = part == Part::rule ? rule_in(clause) : std::string(clause);
  }
  return request;
}

std::string pack(const NetworkRequest& request) {
  std::string packed(store::name_of(request.kind));
  for (const auto* field : {&request.name, &request.purpose, &request.coordinator, &request.successor,
                            &request.reference, &request.members, &request.rule, &request.place}) {
    packed.append(1, separator).append(*field);
  }
  return packed.append(1, separator).append(request.open ? "open" : "closed");
}

NetworkRequest unpack(std::string_view packed) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = packed.find(separator);
    parts.emplace_back(packed.substr(0, end));
    if (end == std::string_view::npos) {
      break;
    }
    packed.remove_prefix(end + 1);
  }
  constexpr std::size_t fields = 10;
  parts.resize(fields);
  return {parts[1], store::network_kind_of(parts[0]),
          parts[2], parts[3],
          parts[4], parts[5],
          parts[6], parts[7],
          parts[8], parts[9] == "open"};
}

}  // namespace handlers
