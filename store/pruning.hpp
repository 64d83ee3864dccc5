#pragma once
// How what is not to be kept any longer goes: in steps, so that other work comes between them.

namespace store {

/// The most rows that one step deletes. Fewer than these mean that all is done.
inline constexpr int prune_step = 1000;

}  // namespace store
