#pragma once
// What was asked, for overviews: which kind of question, when, and how it went. No text, no names; who asked
// is a pseudonym that only the file's current secret could lead back to a person.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace store {

enum class QuestionOutcome : std::uint8_t { sure, choose, none };

struct AskedQuestion {
  Day day;
  std::string intent;  ///< name as on the command line, "find_person"
  QuestionOutcome outcome = QuestionOutcome::none;
  std::int64_t task = 0;  ///< the one that was found; 0: none, or several
  std::string asker;      ///< in: tenant and id of the person; out: the pseudonym

  bool operator==(const AskedQuestion&) const = default;
};

/// Counts a question. The pseudonym is an HMAC-SHA-256 (RFC 2104), the same for one asker for at most
/// `keep_days`: then the secret is thrown away and another one made. With `keep_days` < 1 nothing is kept.
/// Needs no flush.
void log_question(Transaction&, const AskedQuestion&, int keep_days);

/// Deletes what is older than `keep_days`, with 0 all of it and the secret too; returns how many rows.
int forget_questions(Transaction&, Day today, int keep_days);

struct LoggedQuestion {
  AskedQuestion question;
  std::int64_t times = 0;
};

/// The whole log, oldest day first.
std::vector<LoggedQuestion> logged_questions(Database&);

/// How often each task was asked for since a day, by task; nobody is told apart.
struct AskedTask {
  std::int64_t task = 0;
  std::int64_t times = 0;
};
std::vector<AskedTask> asked_tasks(Database&, Day since);

/// What these askers (as in AskedQuestion, "in") are counted for. Their pseudonyms are made anew from the
/// secret.
std::vector<LoggedQuestion> questions_of(Database&, const std::vector<std::string>& askers);
int forget_questions_of(Transaction&, const std::vector<std::string>& askers);

}  // namespace store
