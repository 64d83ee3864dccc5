#include "handlers/owner_words.hpp"

#include "handlers/open_questions.hpp"
#include "handlers/owners.hpp"
#include "handlers/part.hpp"
#include "handlers/reply.hpp"
#include "handlers/sentences.hpp"
#include "store/open_questions.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <iterator>

namespace handlers {
namespace {

using store::OpenQuestion;

constexpr std::size_t name_bytes_max = 80;
constexpr std::chrono::hours remembered{24 *
                                        7};  ///< so long "det er Mads" is about a question that was shown

constexpr std::array<std::string_view, 5> danish_beginnings{"det er ", "det har ", "det tager ", "spørg ",
                                                            "det må være "};
// What shows that somebody is not quite sure, before and after a name.
constexpr std::array<std::string_view, 7> danish_unsure{"vist nok ", "vist ", "nok ",     "vel ",
                                                        "sikkert ",  "jo ",   "muligvis "};
constexpr std::array<std::string_view, 3> english_unsure{"probably ", "perhaps ", "maybe "};
constexpr std::array<std::string_view, 4> unsure_ends{" tror jeg", " vist nok", " vist", " i think"};
constexpr std::array<std::string_view, 6> english_beginnings{"it's ",  "it’s ",   "its ",
                                                             "it is ", "that's ", "that is "};

bool is_letter(unsigned char wanted, unsigned char c) {
  return wanted == (c < 0x80 ? std::tolower(c) : c);
}

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.size() > beginning.size() &&
         std::equal(beginning.begin(), beginning.end(), text.begin(), is_letter);
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() > end.size() && std::equal(end.rbegin(), end.rend(), text.rbegin(), is_letter);
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t\r\n.!?") - first + 1);
}

// Of these words a message consists that asks for the open questions.
constexpr std::string_view danish_word = "spørgsmål";
constexpr std::string_view english_words[] = {"questions", "question"};
constexpr std::string_view open_words[] = {"åbne", "åbent",      "ubesvarede", "ubesvaret",
                                           "open", "unanswered", "waiting",    "venter"};
constexpr std::string_view words_beside[] = {
    "hvilke", "hvad", "vis", "mig", "de",  "er",    "der", "har", "vi", "jeg", "nogen", "alle", "som", "what",
    "which",  "show", "me",  "the", "are", "there", "any", "all", "do", "we",  "have",  "i",    "list"};

template <std::size_t Count>
bool is_one_of(std::string_view word, const std::string_view (&words)[Count]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// False where the first word is none of them: so most messages need not be folded. Other letters than ASCII
/// may fold to anything.
bool may_ask_for_questions(std::string_view line) {
  const auto first = line.substr(0, line.find(' '));
  if (std::any_of(first.begin(), first.end(), [](unsigned char c) { return c >= 0x80; })) {
    return true;
  }
  const auto word = store::fold(first);
  return word.empty() || word == danish_word || is_one_of(word, english_words) ||
         is_one_of(word, open_words) || is_one_of(word, words_beside);
}

/// A word that could be a name, where nobody of that name is known: "det er forkert" is something else.
bool looks_like_a_name(std::string_view name) {
  const auto first = static_cast<unsigned char>(name.front());
  return (first >= 0x80 || std::isupper(first)) && std::count(name.begin(), name.end(), ' ') < 3;
}

Offer answer_offer(std::string title, const OpenQuestion& question, std::int64_t person) {
  Offer offer{std::move(title), {}};
  offer.button.verb = cards::Verb::answer_question;
  offer.button.person = person;
  offer.button.item = question.id;
  return offer;
}

Outcome which_question(const std::vector<OpenQuestion>& open, store::PersonIndex person,
                       const Context& context) {
  OfferSection section{
      {context.texts.say("owner.which_question", {{"person", person_name(context, person)}})}, {}};
  for (std::size_t i = 0; i < std::min(open.size(), Shown::choices); ++i) {
    section.offers.push_back(answer_offer(open[i].topic, open[i], context.catalogue().person(person).id));
  }
  return say({std::move(section)}, context);
}

Outcome which_person(const OpenQuestion& question, const std::vector<store::PersonIndex>& people,
                     std::string_view name, const Context& context) {
  OfferSection section{{context.texts.say("choice.people", {{"name", name}})}, {}};
  for (std::size_t i = 0; i < std::min(people.size(), Shown::choices); ++i) {
    section.offers.push_back(answer_offer(person_with_title(context, people[i]), question,
                                          context.catalogue().person(people[i]).id));
  }
  return say({std::move(section)}, context);
}

std::optional<Outcome> hear_name(std::string_view name, const Turn& turn, const Context& context,
                                 const Services& services) {
  const auto shown = store::shown_questions(services.transaction.database(), turn.tenant, turn.conversation,
                                            turn.now - remembered);
  std::vector<OpenQuestion> open;
  std::copy_if(shown.begin(), shown.end(), std::back_inserter(open),
               [](const OpenQuestion& question) { return question.state == store::QuestionState::open; });
  const bool by_another = open.empty() && !shown.empty() && shown.front().closed_by != id_of(turn.sender);
  if (open.empty() && !by_another) {
    return std::nullopt;
  }
  const auto people = people_called(name, context);
  if (people.empty()) {
    return looks_like_a_name(name) ? std::optional(say(context.texts.say("person.unknown", {{"name", name}})))
                                   : std::nullopt;
  }
  if (people.size() > 1 && open.size() != 1) {
    return say(context.texts.say("person.whom"));
  }
  if (open.size() > 1) {
    return which_question(open, people.front(), context);
  }
  if (people.size() > 1) {
    return which_person(open.front(), people, name, context);
  }
  cards::Button button;
  button.verb = cards::Verb::answer_question;
  button.item = by_another ? shown.front().id : open.front().id;
  button.person = context.catalogue().person(people.front()).id;
  return answer_question(turn, button, context, services);
}

Context in(Language language, const Context& context) {
  return {context.finder, context.policy, Texts::in(language), context.today, context.scope, context.nonce};
}

}  // namespace

std::optional<Language> asks_for_open_questions(std::string_view text) {
  const auto line = trimmed(text);
  if (!may_ask_for_questions(line)) {
    return std::nullopt;
  }
  const auto folded = store::fold(line);
  bool danish = false;
  bool english = false;
  bool open = false;
  std::string_view rest = folded;
  while (!rest.empty()) {
    const auto word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    if (word == danish_word) {
      danish = true;
    } else if (is_one_of(word, english_words)) {
      english = true;
    } else if (is_one_of(word, open_words)) {
      open = true;
    } else if (!word.empty() && !is_one_of(word, words_beside)) {
      return std::nullopt;
    }
  }
  if (!open || danish == english) {
    return std::nullopt;
  }
  return danish ? Language::danish : Language::english;
}

NamedPerson named_person(std::string_view text) {
  const auto line = trimmed(text);
  NamedPerson named;
  for (const auto beginning : danish_beginnings) {
    if (begins_with(line, beginning)) {
      named = {trimmed(line.substr(beginning.size())), Language::danish};
    }
  }
  for (const auto beginning : english_beginnings) {
    if (begins_with(line, beginning)) {
      named = {trimmed(line.substr(beginning.size())), Language::english};
    }
  }
  for (const auto unsure : danish_unsure) {
    named.name.remove_prefix(begins_with(named.name, unsure) ? unsure.size() : 0);
  }
  for (const auto unsure : english_unsure) {
    named.name.remove_prefix(begins_with(named.name, unsure) ? unsure.size() : 0);
  }
  for (const auto end : unsure_ends) {
    named.name.remove_suffix(ends_with(named.name, end) ? end.size() : 0);
  }
  named.name = trimmed(named.name);
  return named.name.size() > name_bytes_max ? NamedPerson{} : named;
}

std::optional<Outcome> hear_owner(std::string_view text, const Turn& turn, const Context& context,
                                  const Services& services) {
  if (const auto language = asks_for_open_questions(text)) {
    return list_questions(turn, in(*language, context), services);
  }
  if (turn.scope != Scope::personal || context.policy.owners.empty()) {
    return std::nullopt;
  }
  const auto named = named_person(text);
  if (named.name.empty() || !is_owner(turn.sender, context)) {
    return std::nullopt;
  }
  return hear_name(named.name, turn, in(named.language, context), services);
}

}  // namespace handlers
