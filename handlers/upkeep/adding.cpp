#include "handlers/cards/elements.hpp"
#include "handlers/networks/find_network.hpp"
#include "handlers/networks/network_actions.hpp"
#include "handlers/networks/people_named.hpp"
#include "handlers/sentences.hpp"
#include "handlers/upkeep/upkeep.hpp"
#include "store/networks.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace handlers {
namespace {

using store::no_index;
using store::Proposal;
using store::ProposalKind;

constexpr std::size_t keywords_max = 20;
constexpr std::size_t keyword_characters = 60;
constexpr std::size_t numbers_max = 10;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "05.07.08" or "05.07" at this place; its length, else 0.
std::size_t kle_length(std::string_view text, std::size_t at) {
  const auto pair = [&](std::size_t i) {
    return i + 1 < text.size() && is_digit(text[i]) && is_digit(text[i + 1]);
  };
  if ((at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.')) || !pair(at) || at + 2 >= text.size() ||
      text[at + 2] != '.' || !pair(at + 3)) {
    return 0;
  }
  const bool three = at + 5 < text.size() && text[at + 5] == '.' && pair(at + 6);
  return three ? 8 : 5;
}

std::vector<std::string> kle_numbers(std::string_view text) {
  std::vector<std::string> numbers;
  for (std::size_t at = 0; at < text.size() && numbers.size() < numbers_max; ++at) {
    if (const auto length = kle_length(text, at); length > 0) {
      numbers.emplace_back(text.substr(at, length));
      at += length;
    }
  }
  return numbers;
}

/// Where a word of the list begins in the folded text, and what comes behind it; npos if none does.
struct Mark {
  std::size_t begin = std::string_view::npos;
  std::size_t end = std::string_view::npos;
};
template <std::size_t N>
Mark find_mark(std::string_view folded, const std::array<std::string_view, N>& words) {
  Mark first;
  for (const auto word : words) {
    const auto at = folded.find(word);
    const bool whole =
        at != std::string_view::npos && (at == 0 || folded[at - 1] == ' ' || folded[at - 1] == ',');
    if (whole && at < first.begin) {
      first = {at, at + word.size()};
    }
  }
  return first;
}

constexpr std::array<std::string_view, 5> keyword_marks{"stikord", "nøgleord", "søgeord", "keywords",
                                                        "keyword"};
constexpr std::array<std::string_view, 2> kle_marks{"kle", "med kle"};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view marks = " \t\r\n.,:;()";
  const auto first = text.find_first_not_of(marks);
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(marks) - first + 1);
}

std::vector<std::string> keywords_in(std::string_view text) {
  const auto mark = find_mark(text, keyword_marks);
  std::vector<std::string> words;
  if (mark.begin == std::string_view::npos) {
    return words;
  }
  auto rest = text.substr(mark.end);
  while (!rest.empty() && words.size() < keywords_max) {
    const auto item = trimmed(rest.substr(0, rest.find_first_of(",;\n")));
    rest.remove_prefix(std::min(rest.size(), rest.find_first_of(",;\n") == std::string_view::npos
                                                 ? rest.size()
                                                 : rest.find_first_of(",;\n") + 1));
    if (find_mark(item, kle_marks).begin == 0 || kle_length(item, 0) > 0) {
      break;
    }
    if (!item.empty()) {
      words.push_back(cards::capped(item, keyword_characters));
    }
  }
  return words;
}

/// The title alone: what is said before its numbers and keywords.
std::string title_in(std::string_view words) {
  const auto folded = store::fold(words);
  auto end = std::min(find_mark(folded, keyword_marks).begin, find_mark(folded, kle_marks).begin);
  for (std::size_t at = 0; at < words.size() && at < end; ++at) {
    if (kle_length(words, at) > 0) {
      end = at;
    }
  }
  auto title = trimmed(words.substr(0, std::min(end, words.size())));
  for (const std::string_view link : {" med", " with"}) {
    if (title.ends_with(link)) {
      title = trimmed(title.substr(0, title.size() - link.size()));
    }
  }
  return std::string(title);
}

/// "tilføj Pia Holm til ladestandere": a colleague is no task, and what stands after 'til' may be a network.
std::optional<Sections> add_people(std::string_view title, const Acting& acting) {
  const auto named = people_named(title, acting.sender, acting.context);
  if (named.people.empty() || !named.unknown.empty()) {
    return std::nullopt;
  }
  const auto networks = networks_meant(acting.text, store::networks(acting.database()));
  if (const auto* network = networks.one()) {
    return add_members(*network, title, acting);
  }
  return one_line(acting.context.texts.say("upkeep.no_task_but_person",
                                           {{"person", person_name(acting.context, named.people.front())}}));
}

/// "tilføj budget til dagsordenen": put on something that is neither the catalogue nor somebody's list.
bool goes_elsewhere(std::string_view title, const std::string& text) {
  constexpr std::array<std::string_view, 3> joints{"til ", "på ", "i "};
  constexpr std::array<std::string_view, 6> lists{"mig", "min", "mit", "katalog", "opgave", "list"};
  const auto folded = store::fold(text);
  const auto at = folded.find(store::fold(title) + " ");
  const bool called_a_task = folded.find("opgave") < at || folded.find("task") < at;
  if (at == std::string::npos || called_a_task) {
    return false;
  }
  const auto behind = std::string_view(folded).substr(at + store::fold(title).size() + 1);
  return std::any_of(joints.begin(), joints.end(), [&](std::string_view joint) {
    const auto what = behind.substr(std::min(behind.size(), joint.size()));
    return behind.starts_with(joint) && std::none_of(lists.begin(), lists.end(), [&](std::string_view list) {
             return what.starts_with(list);
           });
  });
}

}  // namespace

Sections add_task(const Intent& intent, const Acting& acting) {
  const auto& context = acting.context;
  const auto title = title_in(without_days(intent.slot("task"), acting));
  if (title.empty()) {
    return one_line(context.texts.say("upkeep.how_to_add"));
  }
  if (auto added = add_people(title, acting)) {
    return std::move(*added);
  }
  if (goes_elsewhere(title, acting.text)) {
    return one_line(
        context.texts.say("upkeep.no_list", {{"what", cards::capped(title, Shown::topic_characters)}}));
  }
  const auto receiver = named_in_slot(intent.slot("person"), false, acting);
  if (!receiver.unclear.empty()) {
    return one_line(receiver.unclear);
  }
  Proposal proposal;
  proposal.receiver = receiver.person == no_index ? 0 : context.catalogue().person(receiver.person).id;
  const auto found = context.finder.find(title, Shown::choices, intent.spoken);
  const auto folded = store::fold(title);
  const auto same = std::find_if(found.hits.begin(), found.hits.end(), [&](const store::TaskHit& hit) {
    return store::fold(context.catalogue().task(hit.task).title) == folded;
  });
  const bool sure = receiver.person != no_index && found.confidence == store::Confidence::sure;
  if (same != found.hits.end() || sure) {
    const auto task = same != found.hits.end() ? same->task : found.hits.front().task;
    if (receiver.person != no_index) {
      proposal.kind = ProposalKind::assign;
      proposal.task = context.catalogue().task(task).id;
      return complete_claim(std::move(proposal), acting);
    }
    Sections sections = one_line(context.texts.say("upkeep.exists", {{"task", task_title(context, task)}}));
    sections.push_back(TaskSection{{task}, false, false});
    return sections;
  }
  proposal.kind = ProposalKind::add;
  proposal.text = new_title(title);
  proposal.kle = kle_numbers(acting.text);
  proposal.keywords = keywords_in(acting.text);
  auto sections = submit(std::move(proposal), acting);
  if (!found.hits.empty()) {
    std::vector<std::string> near;
    for (std::size_t i = 0; i < std::min<std::size_t>(found.hits.size(), 3); ++i) {
      near.push_back(task_title(context, found.hits[i].task));
    }
    sections.push_back(
        TextSection{{context.texts.say("upkeep.alike", {{"tasks", joined(near, context.texts)}})}, {}});
  }
  return sections;
}

}  // namespace handlers
