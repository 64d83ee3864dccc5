#pragma once
// What has reached which conversation: carries outcomes out as bot/ does (outbox, copies), and stands for
// Teams on the other side.
#include "handlers/outcome.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tests {

/// A message as it now stands in a conversation.
struct ChatMessage {
  std::string activity;
  handlers::Reply reply;
  bool unread = true;  ///< new, or edited since it was read
};

class Chats {
 public:
  /// Puts a notice into the outbox and, unless its conversation is offline, delivers it.
  void carry_out(const handlers::Notice&, store::Database&, store::Instant now);
  /// A reply that the one who speaks has before them; returns the id of its message.
  std::string add_reply(const std::string& conversation, const std::string& tenant, const handlers::Reply&,
                        store::Database&, store::Instant now);

  /// Messages to it wait in the outbox from now on; or what waits is delivered, and nothing is refused any
  /// more.
  void set_offline(const std::string& conversation);
  void set_online(const std::string& conversation, store::Database&, store::Instant now);
  /// Messages to it are refused, or nobody knows whether they arrive.
  void set_blocked(const std::string& conversation) { blocked_.insert(conversation); }
  void set_silent(const std::string& conversation) { silent_.insert(conversation); }

  /// Somebody deletes what lies in it: it cannot be edited any more.
  void delete_all(const std::string& conversation) { chats_[conversation].clear(); }

  /// What came or changed since the last call, in the order of the conversation.
  std::vector<ChatMessage> read(const std::string& conversation);

  /// Gatherings about which something was sent since the last call.
  std::set<std::int64_t> take_touched();

 private:
  struct Waiting {
    std::string conversation;
    handlers::Reply reply;
  };
  void touch(const handlers::Reply&);
  void settle(std::int64_t outbox, const Waiting&, store::Database&, store::Instant now);

  std::map<std::string, std::vector<ChatMessage>> chats_;
  std::map<std::int64_t, Waiting> waiting_;  ///< by outbox row
  std::set<std::string> offline_;
  std::set<std::string> blocked_;
  std::set<std::string> silent_;
  std::set<std::int64_t> touched_;
  int activities_ = 0;
};

}  // namespace tests
