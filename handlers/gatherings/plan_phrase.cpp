#include "handlers/gatherings/plan_phrase.hpp"

#include "handlers/gatherings/plan_words.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <vector>

namespace handlers {
namespace {

using namespace plan_words;

constexpr std::size_t read_max = 2000;
constexpr std::size_t place_words_max = 8;
constexpr std::size_t name_words_max = 4;
constexpr std::size_t topic_words_max = 8;
constexpr int capacity_max = 100'000;

struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string folded;
  bool mark_after = false;  ///< a comma, semicolon, colon or full stop follows
  bool colon_after = false;
  bool taken = false;
};

bool is_blank(char c) {
  return static_cast<unsigned char>(c) <= 0x20;
}

bool is_edge(char c) {
  return std::string_view(",;:!?()\"").find(c) != std::string_view::npos;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && (is_blank(text[at]) || is_edge(text[at]))) {
      ++at;
    }
    Token token;
    token.begin = at;
    while (at < text.size() && !is_blank(text[at]) && !(is_edge(text[at]) && text[at] != ':')) {
      ++at;
    }
    token.end = at;
    while (token.end > token.begin && (text[token.end - 1] == '.' || text[token.end - 1] == ':')) {
      --token.end;
    }
    const auto after = text.substr(token.end, at - token.end);
    token.colon_after = after.find(':') != std::string_view::npos;
    token.mark_after = !after.empty() || (at < text.size() && is_edge(text[at]));
    token.folded = store::fold(text.substr(token.begin, token.end - token.begin));
    if (token.end > token.begin) {
      tokens.push_back(std::move(token));
    }
  }
  return tokens;
}

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && number > 0 && number <= capacity_max ? std::optional(number) : std::nullopt;
}

/// Takes one part after the other out of the message.
class Reader {
 public:
  Reader(std::string_view text, const PlanReading& reading)
      : text_(text.substr(0, read_max)), reading_(reading), tokens_(tokens_of(text_)) {}

  PlanPhrase read() {
    read_agenda();
    read_reason();
    read_case_number();
    read_scope();
    read_capacity();
    read_answer_by();
    read_name(chair_labels, phrase_.chair);
    read_name(minutes_labels, phrase_.minutes);
    read_when();
    read_place();
    read_invitees();
    read_kind();
    read_rest();
    return std::move(phrase_);
  }

 private:
  std::string words(std::size_t first, std::size_t last) const {
    return text_.substr(tokens_[first].begin, tokens_[last].end - tokens_[first].begin);
  }
  bool free(std::size_t i) const { return i < tokens_.size() && !tokens_[i].taken; }
  bool is(std::size_t i, std::string_view list) const { return free(i) && listed(list, tokens_[i].folded); }
  void take(std::size_t first, std::size_t last) {
    for (auto i = first; i <= last && i < tokens_.size(); ++i) {
      tokens_[i].taken = true;
    }
  }

  /// The message with what was read blanked, a comma standing in for it.
  std::string unread_text() const {
    auto unread = text_;
    for (const auto& token : tokens_) {
      if (token.taken) {
        std::fill(unread.begin() + static_cast<std::ptrdiff_t>(token.begin),
                  unread.begin() + static_cast<std::ptrdiff_t>(token.end), ' ');
        unread[token.begin] = ',';
      }
    }
    return unread;
  }

  /// Everything from `first` on; with its label, which begins at `label`, it is taken.
  std::string to_the_end(std::size_t label, std::size_t first) {
    auto rest = text_.substr(tokens_[first].begin);
    while (!rest.empty() && is_blank(rest.back())) {
      rest.pop_back();
    }
    take(label, tokens_.size());
    return rest;
  }

  /// "dagsorden: 1. velkomst", "dagsordenen er: ...".
  void read_agenda() {
    for (std::size_t i = 0; i + 1 < tokens_.size() && phrase_.agenda.empty(); ++i) {
      const auto colon = is(i + 1, "er bliver is") ? i + 1 : i;
      if (is(i, agenda_labels) && colon + 1 < tokens_.size() &&
          (tokens_[i].colon_after || tokens_[colon].colon_after)) {
        phrase_.agenda = to_the_end(i, tokens_[i].colon_after ? i + 1 : colon + 1);
      }
    }
  }

  /// "fordi Ole er syg", "because of illness", "på grund af sygdom".
  void read_reason() {
    for (std::size_t i = 0; i + 1 < tokens_.size() && phrase_.reason.empty(); ++i) {
      const bool ground = i > 0 && is(i - 1, "på") && is(i, "grund") && is(i + 1, "af");
      const auto first = is(i + 1, "of af") ? i + 2 : i + 1;
      if ((ground || is(i, reason_labels)) && first < tokens_.size()) {
        phrase_.reason = to_the_end(ground ? i - 1 : i, first);
        while (phrase_.reason.ends_with('.')) {
          phrase_.reason.pop_back();
        }
      }
    }
  }

  void read_case_number() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const auto number = std::string_view(text_).substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
      const bool labelled =
          i > 0 && is(i - 1, case_labels) && std::isdigit(static_cast<unsigned char>(number.front())) != 0;
      const bool worded = i > 1 && is(i - 2, "case sags") && is(i - 1, "number no nr nummer");
      if (free(i) && (labelled || worded || is_case_number(number))) {
        phrase_.case_number = number;
        take(worded ? i - 2 : labelled ? i - 1 : i, i);
        return;
      }
    }
  }

  void read_scope() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (is(i, "fremover fremadrettet onwards")) {
        phrase_.all_ahead = true;
        take(i > 0 && is(i - 1, "alle from") ? i - 1 : i, i);
      } else if (is(i, "resten") || (is(i, "the") && is(i + 1, "rest"))) {  // of a series
        phrase_.all_ahead = true;
        const auto last = is(i, "the") ? i + 1 : i;
        const bool of = is(last + 1, "af of") && is(last + 2, "dem them rækken serien møderne");
        take(i, of ? last + 2 : last);
      } else if ((is(i, "kun bare") && is(i + 1, "denne dette det den")) ||
                 (is(i, "only just") && is(i + 1, "this"))) {
        phrase_.only_this = true;
        take(i, is(i + 2, "one gang ene") ? i + 2 : i + 1);
      } else if ((is(i, "hele") && is(i + 1, "rækken serien")) ||
                 (is(i, "the") && is(i + 1, "whole") && is(i + 2, "series"))) {
        phrase_.all_ahead = true;
        take(i, i + 2);
      }
    }
  }

  void set_capacity(int number, std::size_t first, std::size_t last) {
    if (is(last + 1, people_words)) {
      ++last;
    }
    phrase_.capacity = number;
    take(first, last);
  }

  void read_capacity() {
    for (std::size_t i = 0; i + 1 < tokens_.size() && !phrase_.capacity; ++i) {
      if (is(i, "ingen no uden without") &&
          is(i + 1, "grænse deltagergrænse loft limit begrænsning max maks")) {
        set_capacity(0, i, i + 1);
        continue;
      }
      const bool two =
          (is(i, "op up") && is(i + 1, "til to")) || (is(i, "plads room space") && is(i + 1, "til for")) ||
          (is(i, "at") && is(i + 1, "most")) || (is(i, capacity_labels) && is(i + 1, "til to på of at")) ||
          (is(i, "more") && is(i + 1, "than"));
      const auto at = two ? i + 2 : i + 1;
      if (!(two || is(i, capacity_labels)) || !free(at)) {
        continue;
      }
      if (const auto number = number_in(tokens_[at].folded)) {
        set_capacity(*number, i > 0 && is(i - 1, "no med with") ? i - 1 : i, at);
      }
    }
    for (std::size_t i = 0; i + 1 < tokens_.size() && !phrase_.capacity; ++i) {
      const auto number = free(i) ? number_in(tokens_[i].folded) : std::nullopt;
      if (number && is(i + 1, people_words)) {
        set_capacity(*number, i, i);
      }
    }
  }

  /// "svar senest 8/4", "svarfrist den 8. april", "reply by 8 April".
  void read_answer_by() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const bool one = is(i, "svarfrist svarfristen tilmeldingsfrist tilmeldingsfristen deadline");
      const bool two =
          is(i,
             "svar svares tilmelding tilmeld reply answer answers answered respond rsvp register "
             "sign-up registration frist") &&
          is(i + 1, "senest inden by before før");
      if (!one && !two) {
        continue;
      }
      const auto first = tokens_[two ? i + 1 : i].end;
      auto end = text_.find_first_of(",;", first);
      end = end == std::string::npos ? text_.size() : end;
      auto event = reading_.event;
      event.moves = false;  // an answer is wanted by the coming Friday
      auto when = parse_when(std::string_view(text_).substr(first, end - first), reading_.now,
                             reading_.language, reading_.calendar, event);
      if (!when.date && !when.days) {
        continue;
      }
      take(i, two ? i + 1 : i);
      take_bytes(when.taken, first);
      phrase_.answer_by = std::move(when);
      return;
    }
  }

  void take_bytes(const std::vector<ByteRange>& ranges, std::size_t offset) {
    for (auto& token : tokens_) {
      token.taken = token.taken || std::any_of(ranges.begin(), ranges.end(), [&](const ByteRange& range) {
                      return token.begin < range.end + offset && range.begin + offset < token.end;
                    });
    }
  }

  void read_name(std::string_view labels, std::string& into) {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      auto first = i + 1;
      if (!is(i, labels) || (tokens_[i].mark_after && !tokens_[i].colon_after)) {
        continue;
      }
      while (is(first, "er by bliver is med with taken som the til to") && first + 1 < tokens_.size()) {
        ++first;
      }
      auto last = first;
      if (!free(first) || is(first, name_ends) ||
          std::isdigit(static_cast<unsigned char>(tokens_[first].folded[0]))) {
        continue;
      }
      while (last - first + 1 < name_words_max && !tokens_[last].mark_after && free(last + 1) &&
             !is(last + 1, name_ends)) {
        ++last;
      }
      into = words(first, last);
      take(i > 0 && is(i - 1, "med with og and som") ? i - 1 : i, last);
      return;
    }
  }

  void read_when() {
    phrase_.when =
        parse_when(unread_text(), reading_.now, reading_.language, reading_.calendar, reading_.event);
    take_bytes(phrase_.when.taken, 0);
  }

  bool names_network(std::size_t first, std::size_t last) const {
    for (auto i = first; i <= last; ++i) {
      if (says_network(tokens_[i].folded)) {
        return true;
      }
    }
    return reading_.names_network && reading_.names_network(words(first, last));
  }

  /// The last word of a place that begins at `first`; nothing if none does.
  std::optional<std::size_t> end_of_place(std::size_t first) const {
    if (!free(first) || is(first, place_ends) || is(first, no_places)) {
      return std::nullopt;
    }
    auto last = first;
    while (last - first + 1 < place_words_max && !tokens_[last].mark_after && free(last + 1) &&
           !is(last + 1, place_ends) && !names_a_network_after(last + 1)) {
      ++last;
    }
    return names_network(first, last) ? std::nullopt : std::optional(last);
  }

  /// "på rådhuset | i virksomhedsnetværket".
  bool names_a_network_after(std::size_t preposition) const {
    return is(preposition, "i in hos for of på") && free(preposition + 1) &&
           (names_network(preposition + 1, preposition + 1) ||
            (preposition + 2 < tokens_.size() && names_network(preposition + 1, preposition + 2)));
  }

  void read_place() {
    for (const bool sure : {true, false}) {
      for (std::size_t i = 0; i < tokens_.size() && phrase_.place.empty(); ++i) {
        const bool label = is(i, "sted stedet mødested mødestedet place venue location");
        auto first = i;
        if (label || is(i, place_prepositions) || (sure && is(i, "til to lokale rum room"))) {
          first = is(i, "lokale rum room") ? i : i + 1;
        } else if (!sure || !begins_place(free(i) ? tokens_[i].folded : "")) {
          continue;
        }
        if (label && is(first, "til er to is")) {
          ++first;
        }
        const auto begin = first < tokens_.size() && is(first, "the det den") ? first + 1 : first;
        const bool known = begin < tokens_.size() && free(begin) && begins_place(tokens_[begin].folded);
        if (sure && !known && !label) {
          continue;
        }
        if (const auto last = end_of_place(first)) {
          phrase_.place = words(first, *last);
          take(i, *last);
        }
      }
    }
  }

  /// The last of the names that begin at `first`: commas and "og" stand between them.
  std::size_t end_of_names(std::size_t first) const {
    auto last = first;
    while (free(last + 1) && !is(last + 1, invitee_ends) && kind_of(tokens_[last + 1].folded).empty()) {
      ++last;
    }
    return last;
  }

  /// "inviter Ole Hansen og Pia til", "møde med Ole": who said "inviter" means people, whoever they are.
  void read_invitees() {
    for (std::size_t i = 0; i + 1 < tokens_.size() && phrase_.invitees.empty(); ++i) {
      const bool invites = is(i, invite_words);
      const bool with = is(i, "med with") && reading_.names_people;
      const auto first = invites && is(i + 1, "også also") ? i + 2 : i + 1;
      if (!(invites || with) || !free(first) || is(first, invitee_ends) || is(first, no_invitees) ||
          !kind_of(tokens_[first].folded).empty()) {
        continue;
      }
      const auto last = end_of_names(first);
      if (names_network(first, last) || (with && !reading_.names_people(words(first, last)))) {
        continue;
      }
      const bool along = last > first && is(last, "med along too");  // "inviter Lone med"
      phrase_.invitees = words(first, along ? last - 1 : last);
      take(i, last);
    }
  }

  /// "møde om lokalplan". It is not taken: a network may be called so.
  void read_topic(std::size_t kind) {
    const auto first = kind + 2;
    if (!is(kind + 1, "om about vedr vedr. vedrørende regarding re") || !free(first)) {
      return;
    }
    auto last = first;
    while (last - first + 1 < topic_words_max && !tokens_[last].mark_after && free(last + 1) &&
           !is(last + 1, topic_ends)) {
      ++last;
    }
    phrase_.topic = words(first, last);
  }

  void read_kind() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const auto kind = free(i) ? kind_of(tokens_[i].folded) : "";
      if (kind.empty()) {
        continue;
      }
      const bool worded = i > 0 &&
                          is(i - 1, "coffee theme lunch breakfast status planning kick-off annual") &&
                          kind == "meeting";
      phrase_.kind = worded ? tokens_[i - 1].folded + " " + kind : kind;
      take(worded ? i - 1 : i, i);
      owner_ = owner_in(kind);
      read_topic(i);
      return;
    }
  }

  void read_rest() {
    for (const auto& token : tokens_) {
      if (!token.taken) {
        phrase_.rest +=
            (phrase_.rest.empty() ? "" : " ") + text_.substr(token.begin, token.end - token.begin);
        phrase_.unread += listed(filling, token.folded) ? 0 : 1;
      }
    }
    if (!owner_.empty()) {
      phrase_.rest += (phrase_.rest.empty() ? "" : " ") + owner_;
    }
  }

  std::string text_;
  const PlanReading& reading_;
  std::vector<Token> tokens_;
  PlanPhrase phrase_;
  std::string owner_;
};

}  // namespace

bool PlanPhrase::empty() const {
  return kind.empty() && when.empty() && place.empty() && !capacity && !answer_by && chair.empty() &&
         minutes.empty() && invitees.empty() && case_number.empty() && agenda.empty();
}

PlanPhrase parse_plan(std::string_view text, const PlanReading& reading) {
  return Reader(text, reading).read();
}

bool is_case_number(std::string_view text) {
  // 99.99.99-A99-9...-99
  std::size_t at = 0;
  const auto digits = [&](std::size_t least, std::size_t most) {
    std::size_t count = 0;
    while (at < text.size() && count < most && std::isdigit(static_cast<unsigned char>(text[at])) != 0) {
      ++at;
      ++count;
    }
    return count >= least;
  };
  const auto sign = [&](char wanted) { return at < text.size() && text[at++] == wanted; };
  const auto letter = [&] {
    return at < text.size() && std::isalpha(static_cast<unsigned char>(text[at++])) != 0;
  };
  return digits(2, 2) && sign('.') && digits(2, 2) && sign('.') && digits(2, 2) && sign('-') && letter() &&
         digits(2, 2) && sign('-') && digits(1, 6) && sign('-') && digits(2, 2) && at == text.size();
}

}  // namespace handlers
