#pragma once
// People in rounds of confirmation: days go by, cards come, somebody taps.
#include "store/confirmation_rounds.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <map>
#include <string>
#include <vector>

namespace tests {

/// Rounds of six months; nobody is known and nothing is confirmed until a test says so.
class Rounds {
 public:
  explicit Rounds(const std::string& local_start = "2026-03-24T15:00");

  Conversation conversation;

  /// Everything that the person has was confirmed long ago; and we can write to them.
  void due_for(const std::string& email, bool known = true);
  /// Does what is due then (local time).
  void go(const std::string& local);
  /// At six and at nine on each of these days.
  void every_morning(const std::string& first, const std::string& last);

  void absence(const std::string& email, const std::string& from, const std::string& to);
  void left(const std::string& email, const std::string& day);
  void mute(const std::string& email, const std::string& from, const std::string& until);
  /// A new task, or one more hand for one that is there.
  void give(const std::string& email, const std::string& task);

  int messages_to(const std::string& email);
  std::string last_words(const std::string& email);
  /// The round of the last card that came, as its buttons carry it.
  std::string card_of(const std::string& email);
  /// The round of the card that the last tap was answered with.
  std::string tapped_card() const { return tapped_; }
  /// What the last card of this round lists.
  std::string version(const std::string& round) const { return versions_.at(round); }
  std::string version_now(const std::string& email);

  /// Taps on the round's card; returns the words of the answer.
  std::string tap(const std::string& email, const std::string& round, const std::string& verb,
                  const std::string& about = "");
  handlers::DialogAnswer dialog(const std::string& email, const std::string& round, bool submit,
                                std::map<std::string, std::string> fields);
  std::string field(const std::string& email, const std::string& task);

  int confirmations(const std::string& email);
  int reports();
  int rounds_in(store::RoundState);

 private:
  void hear(const std::string& email);
  void note(const std::string& card);
  void change_person(const std::string& email, const std::vector<std::pair<int, std::string>>& cells);
  void refresh();
  std::int64_t id_of(const std::string& email);

  std::map<std::string, std::vector<handlers::Reply>> heard_;
  std::map<std::string, std::string> cards_;     ///< by e-mail: the round of the last card
  std::map<std::string, std::string> versions_;  ///< by round
  std::string noted_;
  std::string tapped_;
  std::string people_file_;
};

}  // namespace tests
