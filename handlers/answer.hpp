#pragma once
// The answer to a question as data: what `ask --json` prints and the cards show.
#include <string>
#include <string_view>
#include <vector>

#include "handlers/dispatch.hpp"
#include "handlers/outcome.hpp"
#include "handlers/understanding/understand.hpp"

namespace handlers {

struct AnswerPerson {
  std::string name;
  std::string email;
  std::string role;  ///< "responsible", "stand-in", "coordinator", "contact point"
};

struct AnswerTask {
  std::string task;
  std::vector<std::string> kle;
  std::vector<AnswerPerson> people;  ///< the one to ask first stands first
  double score = 0;
};

struct Answer {
  Understanding understanding;
  std::vector<AnswerTask> tasks;  ///< best first, at most 10
  store::Confidence confidence = store::Confidence::none;
  Reply reply;
};

/// Who asks, where and when.
struct Question {
  std::string text;
  Language fallback = Language::danish;
  Scope scope = Scope::personal;
  Sender sender;
  store::Instant now;
};

/// Answers a question from the catalogue. Reads only.
Answer answer(const Question&, const store::Finder&, const Policy&);

/// One line of `ask --json` (without line break).
std::string to_json(const std::string& query, const Answer&);

}  // namespace handlers
