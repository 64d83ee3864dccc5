#pragma once
// 'hvad har du gemt om mig?', 'slet mine data': what is held about whoever asks. act_on_privacy() is declared
// in acting.hpp.
#include "handlers/acting.hpp"

#include <string>

namespace handlers {

/// After the question whether to delete; see pending.hpp.
std::optional<Sections> do_delete_own_data(const std::string& pending, bool yes, const Acting&);

}  // namespace handlers
