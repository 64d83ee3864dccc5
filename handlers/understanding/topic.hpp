#pragma once
// The topic of a question: what remains when asking, greeting and filler are taken away.
#include "handlers/understanding/message.hpp"
#include "store/search/finder.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace handlers::understanding {

/// How a part of a message asks.
struct Asking {
  bool who = false;             ///< it asks for somebody in so many words: weak matches are worth showing
  bool who_word = false;        ///< "hvem", "which" is among the words
  bool nothing_else = true;     ///< there are only words that name something, and little ones between them
  std::size_t topic_words = 0;  ///< words that name something
  std::size_t telling = 0;      ///< of those: words of telling, and what leans on a story
  bool about_it = false;        ///< "det", "it", a subject or what leans on a story stands behind "hvem"
  bool does = false;            ///< and a word that says what is done

  /// "Hvem siger jeg det til", "hvem har adgang": who is asked for, and not what for.
  bool names_no_matter() const { return who_word && about_it && does && topic_words == telling; }
};

Asking asking_in(const Message&, Stretch);

struct Topics {
  std::vector<std::string> texts;
  float score = 0;        ///< of the best task for the first of them
  std::string told = {};  ///< what is told beside the clause that asks: may help to choose, never makes sure
  bool inferred = false;  ///< the clause that asks has only pronouns, and somebody's story names the topic
  bool asked = false;     ///< the clause that asks does nothing but ask whom to tell of what was told
};

/// The topics, as written: one, or several where the finder knows each of them better than all together
/// ("husdyrgodkendelser og gylletanke", but "pas og kørekort"). Empty if nothing names something.
Topics topics_in(const Message&, Stretch, const store::Finder&);

/// The same of a part that is no more than one clause, or of which the clauses do not matter.
Topics topics_of(const Message&, Stretch, const store::Finder&);

}  // namespace handlers::understanding
