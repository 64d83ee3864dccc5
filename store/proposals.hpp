#pragma once
// Changes of the catalogue that somebody proposes and somebody else must approve. States and arrows:
// store/README.md. What is published goes through store/catalogue_edits.hpp.
#include "store/catalogue.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// transfer: `person` gives the task to `receiver` (0: to nobody; `person` 0: nobody has it). assign:
/// `receiver` gets it beside others. add: a new task `text`. correct: `fault` is wrong about `person`.
enum class ProposalKind { transfer, assign, add, correct };
enum class ProposalState { open, published, refused, withdrawn };
/// Who must approve: `Proposal::approver`, as the person concerned or as a leader, or the owner of the area.
enum class Approver { person, leader, owner };

struct Proposal {
  std::int64_t id = 0;
  ProposalKind kind = ProposalKind::correct;
  ProposalState state = ProposalState::open;
  /// correct: "task", "left", "better", "phone", "title", "unit", "email", or "details", where nobody has
  /// said which of these; else the receiver's unit on the day of the proposal.
  std::string fault = {};
  std::int64_t task = 0;  ///< database ids; 0: none
  std::int64_t person = 0;
  std::int64_t receiver = 0;
  std::string text = {};  ///< add: the title; correct: the right number, title, unit or address; may be empty
  std::vector<std::string> kle = {};
  std::vector<std::string> keywords = {};
  OptionalDay from = {};
  OptionalDay to = {};
  Approver waits_for = Approver::owner;
  std::int64_t approver = 0;  ///< 0 for owners, and if that person is gone from the register
  int nudges = 0;             ///< how often the approvers were reminded
  std::string author = {};    ///< Entra object id or e-mail
  std::string decided_by = {};
};

enum class ProposeOutcome { opened, joined, already_said };
struct Proposed {
  std::int64_t id = 0;
  ProposeOutcome outcome = ProposeOutcome::opened;
};

/// Opens it, or counts the author as one more who supports the open one that says the same. The ids are in
/// the data file.
Proposed open_proposal(Transaction&, const Proposal&, Instant now);

std::optional<Proposal> find_proposal(Database&, std::int64_t id);
/// The open ones, oldest first.
std::vector<Proposal> open_proposals(Database&, int limit);
/// An entry that somebody says is wrong, as long as nobody has decided and the catalogue has it.
struct WrongEntry {
  std::int64_t task = 0;
  std::int64_t person = 0;
  int supporters = 0;
};
/// Oldest first.
std::vector<WrongEntry> wrong_entries(Database&);
/// Open transfers of a task, oldest first: more than one, and somebody has to choose.
std::vector<Proposal> open_transfers(Database&, std::int64_t task);
/// Who said it, the first first; of an open one.
std::vector<std::string> supporters(Database&, std::int64_t id);

/// Somebody else is to decide. False if it is not open.
bool ask_instead(Transaction&, std::int64_t id, Approver, std::int64_t approver);
/// Who is to have it, as the approver chose. False if it is not open, or if the same is proposed already.
bool set_receiver(Transaction&, std::int64_t id, std::int64_t receiver);
/// The approver was reminded. False if it is not open.
bool count_nudge(Transaction&, std::int64_t id);

/// From open to another state. Returns who said it, for the last time; nothing if it is not open.
std::optional<std::vector<std::string>> close_proposal(Transaction&, std::int64_t id, ProposalState,
                                                       const std::string& by, Instant now);

}  // namespace store
