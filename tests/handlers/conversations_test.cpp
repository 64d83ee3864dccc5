#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

TEST_CASE("conversations: every transcript goes as written") {
  std::vector<std::filesystem::path> transcripts;
  for (const auto& entry : std::filesystem::directory_iterator(INDGANG_SOURCE_DIR "/tests/conversations")) {
    if (entry.path().extension() == ".txt") {
      transcripts.push_back(entry.path());
    }
  }
  std::sort(transcripts.begin(), transcripts.end());
  REQUIRE(transcripts.size() > 10);
  for (const auto& transcript : transcripts) {
    tests::Conversation conversation;
    for (const auto& failure : conversation.run(transcript)) {
      FAIL_CHECK(failure);
    }
  }
}
