#pragma once
// The answer to a question as data: what `ask --json` prints and the cards show.
#include "handlers/outcome.hpp"
#include "handlers/policy.hpp"
#include "handlers/turn.hpp"
#include "handlers/understanding/understand.hpp"
#include "store/conversation_memory.hpp"
#include "store/search/finder.hpp"

#include <functional>
#include <string>
#include <vector>

namespace handlers {

struct AnswerPerson {
  store::PersonIndex person;
  std::string_view role;  ///< "responsible", "stand-in", "coordinator", "contact point"; lives for ever
};

struct AnswerTask {
  store::TaskIndex task;  ///< no_index if the question was about people only ("who is Karen's manager?")
  std::vector<AnswerPerson> people;  ///< the one to ask first stands first
  double score = 0;
  std::string topic = {};  ///< what was asked for; empty if the task was not found by words
};

struct Answer {
  Understanding understanding;
  std::vector<AnswerTask> tasks;  ///< best first, at most 10; not complete unless they were asked for
  store::Confidence confidence = store::Confidence::none;
  std::vector<store::TaskIndex> shown;  ///< tasks whose people the reply names
  store::ConversationMemory memory;     ///< for the next question, if this one came with a memory
  Reply reply;
};

struct Part;
struct Context;

/// Does what an intent asks for that is more than a look into the catalogue (networks, gatherings,
/// reminders); nothing if it is none of these. `named`: whom the answers before it in the same message named.
using Act = std::function<std::optional<Part>(const Intent&, const std::vector<store::PersonIndex>& named,
                                              const Context&)>;

/// Who asks, where and when.
struct Question {
  std::string text;
  Language fallback = Language::danish;
  Scope scope = Scope::personal;
  Sender sender;
  store::Instant now;
  std::string
      nonce;  ///< goes into the buttons of the reply, so that two cards' buttons are never taken for one
  /// What the conversation was about, empty if nothing is known. Without one nothing is taken for a
  /// follow-up.
  const store::ConversationMemory* memory = nullptr;
  /// Without one, only the catalogue is asked.
  Act act = {};
  /// Whether anybody reads `Answer::tasks`: to whom each task belongs is work.
  bool with_tasks = true;
};

/// Answers a question from the catalogue. Reads only. Numbers that look like CPR numbers are removed before
/// anything else sees the text; the reply says so.
Answer answer(const Question&, const store::Finder&, const Policy&);

/// One line of `ask --json` (without line break). `query` is printed as it is. The finder is the one that
/// answered; to explain is to say of each task which words led to it ("why").
std::string to_json(const std::string& query, const Answer&, const store::Finder&, bool explain = false);

}  // namespace handlers
