#pragma once
namespace bot {

/// The command line: a contract (README). Exit status 0 success, 1 failed, 2 wrong usage; messages go to
/// standard error.
int run_cli(int argc, char** argv);

}  // namespace bot
