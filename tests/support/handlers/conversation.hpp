#pragma once
// Runs a transcript (tests/conversations/*.txt, format in tests/conversations/README.md) against the
// handlers, over a real database with the small catalogue of tests/fixtures/catalogue.
#include "handlers/dispatch.hpp"
#include "handlers/turn.hpp"
#include "store/database.hpp"
#include "tests/store/temporary_folder.hpp"
#include "tests/support/handlers/chats.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace tests {

class Conversation {
 public:
  Conversation();

  /// Runs the whole file; each line that does not hold is one entry: "file:line: what was expected, what
  /// came".
  std::vector<std::string> run(const std::filesystem::path& transcript);

  /// One turn in a transaction of its own, committed.
  handlers::Outcome send(const handlers::Turn&);

  /// From now on this person writes, in a personal chat of their own; what has reached that chat meanwhile is
  /// what was heard last. Returns it.
  std::vector<handlers::Reply> enter_chat(const std::string& email);

  /// Does what is due at the transcript's clock, until nothing is.
  void run_due();

  /// A turn of the kind, from where the transcript stands.
  handlers::Turn turn(handlers::TurnKind) const;

  store::Database& database() { return database_; }
  std::filesystem::path database_file() const { return folder_ / "indgang.db"; }
  const store::Finder& finder() const { return *finder_; }
  handlers::Policy policy;
  Chats chats;
  std::int64_t gathering() const { return gathering_; }  ///< the one of the last `@ gathering`
  store::Instant now() const { return stage_.now; }
  const std::string& tenant() const { return stage_.tenant; }

  void set(const std::string& setting, const std::string& value);  ///< a line that begins with '@'

 private:
  void carry_out(const std::vector<handlers::Notice>&);
  void load_catalogue();
  void meet(const std::string& email);
  void confirm_everything(const std::string& email, const std::string& day);
  void step(const std::string& what, const std::string& value);
  void bind_channel(const std::string& value);
  void rearrange(const std::string& what, const std::string& value);
  void go_away(const std::string& email, const std::string& from, const std::string& to);
  void change_catalogue(const std::string& what, const std::string& value);
  void take(const handlers::Outcome&);
  void hear(const std::vector<ChatMessage>&);
  void hear_conversation(const std::string& conversation);
  bool tap(const std::string& title, bool execute);
  void expect(const std::string& line, const std::string& place, std::vector<std::string>& failures);

  TemporaryFolder folder_;
  store::Database database_;
  std::unique_ptr<store::Finder> finder_;
  std::int64_t catalogue_version_ = 0;
  handlers::Turn stage_;  ///< who speaks, where and when
  int activities_ = 0;
  std::int64_t gathering_ = 0;
  std::string heard_;          ///< the words of the last outcome
  std::size_t read_ = 0;       ///< up to where they were expected
  std::string cards_heard_;    ///< the cards of the last outcome
  std::string card_;           ///< the last card
  std::string card_activity_;  ///< the message that carries it
};

}  // namespace tests
