#pragma once
// Links by which the answers of a gathering can be fetched as a file: nobody can guess them, and they soon
// end.
#include "store/clock.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace store {

struct AnswerFile {
  std::int64_t gathering = 0;
  std::string language;  ///< "da", "en"
};

/// A new token, good until `expires`. What has expired by `now` is forgotten.
std::string make_answer_file(Transaction&, const AnswerFile&, Instant expires, Instant now);
/// Nothing if nobody has the token, or it has expired.
std::optional<AnswerFile> find_answer_file(Database&, const std::string& token, Instant now);

}  // namespace store
