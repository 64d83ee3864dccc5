#pragma once
// Questions that nobody was found for: they wait for an owner of the catalogue. States and arrows:
// store/README.md. Kept are topics, never whole messages.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// Who waits for the answer, and where it is to be given.
struct Asker {
  std::string id;  ///< Entra object id, else e-mail, else the "29:..." id
  std::string tenant;
  std::string conversation;
  std::string language;  ///< "da" or "en"
};

enum class QuestionState { open, answered, dismissed };

struct OpenQuestion {
  std::int64_t id = 0;
  std::string topic;  ///< as the first one asked
  QuestionState state = QuestionState::open;
  int askers = 0;           ///< distinct people; of a closed question: when it was closed
  std::string closed_by;    ///< id of the owner; empty while it is open
  std::int64_t task = 0;    ///< the answer; 0 if none, or if it has left the catalogue since
  std::int64_t person = 0;  ///< the same
};

/// `joined`: others had asked it before, and it is open still.
enum class AskOutcome { opened, joined, already_asked };

struct Asked {
  std::int64_t question = 0;
  AskOutcome outcome = AskOutcome::opened;
};

/// Opens a question, or counts the asker as one more of the open one with the same topic (folded). `topic` is
/// not empty.
Asked ask_question(Transaction&, const std::string& topic, const Asker&, Instant now);

std::optional<OpenQuestion> find_question(Database&, std::int64_t question);

/// The open ones, oldest first.
std::vector<OpenQuestion> open_questions(Database&, int limit);

/// Who answered, and with what. Ids that are 0 are left out.
struct QuestionAnswer {
  std::string by;
  std::int64_t task = 0;
  std::int64_t person = 0;
};

/// From open to answered or dismissed. Returns who is to be told; after that nobody knows any more who asked.
/// Nothing if the question is not open: it was closed before, or never was.
std::optional<std::vector<Asker>> close_question(Transaction&, std::int64_t question, QuestionState,
                                                 const QuestionAnswer&, Instant now);

/// The question was shown to an owner in this conversation.
void mark_shown(Transaction&, std::int64_t question, const std::string& tenant,
                const std::string& conversation, Instant now);

/// What was shown in this conversation since then, whatever its state now; the latest first.
std::vector<OpenQuestion> shown_questions(Database&, const std::string& tenant,
                                          const std::string& conversation, Instant since);

/// Open questions that were never shown in this conversation, oldest first.
std::vector<OpenQuestion> unshown_questions(Database&, const std::string& tenant,
                                            const std::string& conversation, int limit);

}  // namespace store
