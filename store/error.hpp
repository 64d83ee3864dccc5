#pragma once
// What can go wrong in the store, in words that an administrator can act on.
#include <stdexcept>
#include <string>

namespace store {

/// The database cannot do what was asked of it (cannot be opened, is full, is damaged, is newer than the
/// program). `what()` is one English sentence with the file and the remedy; it never contains what a person
/// wrote.
class StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace store
