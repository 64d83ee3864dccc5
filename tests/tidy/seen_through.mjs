// Sources without a test file of their own: inner parts that are tested through the door of their module. Each names the test
// that reaches it; the rule checks that this test exists.
const end_to_end = name => `tests/end_to_end/${name}.test.mjs`;

const through = {
  'the compiler, everywhere': ['bot/boost_asio_beast.cpp'],
  [end_to_end('questions')]: ['bot/main.cpp', 'bot/app.cpp', 'bot/turn_runner.cpp'],
  [end_to_end('door')]: ['bot/health.cpp', 'bot/messages_endpoint.cpp'],
  [end_to_end('keys_and_tokens')]: ['bot/network.cpp'],
  [end_to_end('delivery')]: ['bot/connector/outbox_sender.cpp'],
  [end_to_end('command_line')]: ['bot/cli/app_package_command.cpp', 'bot/cli/ask.cpp', 'bot/cli/chat.cpp', 'bot/cli/check.cpp', 'bot/cli/cli.cpp',
    'bot/cli/data_commands.cpp', 'bot/cli/import_kle.cpp', 'bot/cli/progress_line.cpp'],
  'tests/bot/app_package_test.cpp': ['bot/manifest.cpp', 'bot/manifest_rules.cpp'],
  'tests/bot/http/client_test.cpp': ['bot/http/client_connection.cpp', 'bot/http/client_pool.cpp', 'bot/http/resolve.cpp'],
  'tests/bot/http/server_test.cpp': ['bot/http/connection.cpp', 'bot/http/date_header.cpp', 'bot/http/deadline.cpp', 'bot/http/message.cpp', 'bot/http/request_rules.cpp'],
  'tests/bot/http/tls_test.cpp': ['bot/http/stream.cpp'],
  'tests/config/settings_test.cpp': ['config/check_settings.cpp', 'config/load_settings.cpp'],
};

const map = new Map(Object.entries(through).flatMap(([test, sources]) => sources.map(source => [source, test])));

export const listed = [...map.keys()];
export const seen_through = path => map.get(path);
