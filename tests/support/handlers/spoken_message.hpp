#pragma once
// A message that is taken for one language, for tests of what is read out of it.
#include "handlers/understanding/message.hpp"

#include <string>

namespace tests {

inline handlers::understanding::Message message_of(const std::string& text, store::Spoken spoken) {
  auto message = handlers::understanding::read_message(text);
  read_as(message, spoken);
  return message;
}

}  // namespace tests
