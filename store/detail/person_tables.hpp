#pragma once
// Where people stand in the database. For store/*.cpp only.
#include "store/person_data.hpp"

#include <span>
#include <string_view>

namespace store::detail {

/// One kind of rows about a person. `columns`: those of `table` (it may name two) by which the person is
/// found, separated by blanks. In the statements :person is the row in people (0: none), :ids a JSON array of
/// ids in lower case, :chats one of personal chats ("tenant conversation"), :now the instant. `find` names
/// what its columns mean; `erase` and `then` (may be null) delete, in this order.
struct PersonTable {
  std::string_view kind;
  std::string_view table;
  std::string_view columns;
  Fate fate = Fate::erased;
  const char* find = nullptr;
  const char* erase = nullptr;
  const char* then = nullptr;
};

std::span<const PersonTable> person_tables();

/// Those that name somebody only by a pseudonym, which is to be made anew from each id: without statements.
std::span<const PersonTable> pseudonymous_tables();

}  // namespace store::detail
