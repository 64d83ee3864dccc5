// Sources without a test file of their own: inner parts that are tested through the door of their module. Each names the test
// that reaches it; the rule checks that this test exists.
const end_to_end = name => `tests/end_to_end/${name}.test.mjs`;

const through = {
  'the compiler, everywhere': ['bot/boost_asio_beast.cpp'],
  [end_to_end('questions')]: ['bot/main.cpp', 'bot/app.cpp', 'bot/turn_runner.cpp'],
  [end_to_end('door')]: ['bot/health.cpp', 'bot/messages_endpoint.cpp'],
  [end_to_end('keys_and_tokens')]: ['bot/network.cpp'],
  'tests/bot/connector/outbox_sender_test.cpp': ['bot/connector/connector_client.cpp', 'bot/connector/outbox_addressing.cpp'],
  [end_to_end('command_line')]: ['bot/cli/app_package_command.cpp', 'bot/cli/ask.cpp', 'bot/cli/chat.cpp', 'bot/cli/check.cpp', 'bot/cli/cli.cpp',
    'bot/cli/data_commands.cpp', 'bot/cli/import_kle.cpp', 'bot/cli/progress_line.cpp'],
  'tests/bot/app_package_test.cpp': ['bot/manifest.cpp', 'bot/manifest_rules.cpp'],
  'tests/bot/http/client_test.cpp': ['bot/http/client_connection.cpp', 'bot/http/client_pool.cpp', 'bot/http/resolve.cpp'],
  'tests/bot/http/server_test.cpp': ['bot/http/connection.cpp', 'bot/http/date_header.cpp', 'bot/http/deadline.cpp', 'bot/http/message.cpp', 'bot/http/request_rules.cpp'],
  'tests/bot/http/tls_test.cpp': ['bot/http/stream.cpp'],
  'tests/handlers/conversations_test.cpp': ['handlers/acting.cpp', 'handlers/subjects.cpp', 'handlers/networks/close_network.cpp', 'handlers/networks/membership.cpp',
    'handlers/networks/network_at_hand.cpp', 'handlers/networks/networks.cpp', 'handlers/networks/people_named.cpp', 'handlers/networks/roles.cpp',
    'handlers/networks/show_networks.cpp', 'handlers/networks/tell.cpp', 'handlers/reminders/mutes.cpp', 'handlers/reminders/reminders.cpp',
    'handlers/gatherings/invitations.cpp', 'handlers/gatherings/changes.cpp', 'handlers/gatherings/status.cpp', 'handlers/about_person.cpp', 'handlers/about_unit.cpp', 'handlers/presence.cpp', 'handlers/examples.cpp', 'handlers/say_words.cpp', 'handlers/help.cpp', 'handlers/sentences.cpp', 'handlers/welcome.cpp',
    'handlers/gatherings/moving.cpp', 'handlers/gatherings/moving_cancel.cpp', 'handlers/gatherings/moving_which.cpp', 'handlers/gatherings/planning.cpp',
    'handlers/gatherings/planning_draft.cpp', 'handlers/gatherings/planning_info.cpp', 'handlers/gatherings/planning_leaders.cpp',
    'handlers/gatherings/planning_preview.cpp', 'handlers/gatherings/planning_send.cpp',
    'handlers/understanding/follow_ups.cpp', 'handlers/understanding/follow_ups_da.cpp', 'handlers/understanding/follow_ups_en.cpp'],
  'tests/handlers/gatherings/series_test.cpp': ['handlers/gatherings/moving_series.cpp'],
  'tests/handlers/gatherings/plan_phrase_test.cpp': ['handlers/gatherings/plan_words.cpp'],
  'tests/handlers/due_work_test.cpp': ['handlers/due/gathering_reminders.cpp', 'handlers/due/deadlines.cpp', 'handlers/due/own_reminders.cpp', 'handlers/due/skipped.cpp'],
  'tests/handlers/gatherings/answers_test.cpp': ['handlers/gatherings/which_gathering.cpp', 'handlers/gatherings/answer_lists.cpp', 'handlers/gatherings/nudge.cpp'],
  'tests/handlers/delivery_test.cpp': ['handlers/gatherings/mailing.cpp'],
  'tests/handlers/memory_test.cpp': ['handlers/keep_memory.cpp'],
  'tests/handlers/answer_test.cpp': ['handlers/find_person.cpp', 'handlers/reply.cpp', 'handlers/section_text.cpp'],
  'tests/handlers/dispatch_test.cpp': ['handlers/apology.cpp', 'handlers/card_actions.cpp'],
  'tests/handlers/cards/reply_card_test.cpp': ['handlers/gatherings/invitation_card.cpp', 'handlers/cards/answer_card.cpp', 'handlers/cards/none_card.cpp', 'handlers/cards/offer_card.cpp', 'handlers/cards/person_card.cpp',
    'handlers/cards/pick_card.cpp', 'handlers/cards/shown_sections.cpp', 'handlers/cards/text_card.cpp'],
  'tests/handlers/understanding/understand_test.cpp': ['handlers/understanding/intent_names.cpp', 'handlers/understanding/kle_number.cpp',
    'handlers/understanding/lexicon.cpp', 'handlers/understanding/message.cpp', 'handlers/understanding/names.cpp', 'handlers/understanding/pattern_rows.cpp', 'handlers/understanding/patterns.cpp',
    'handlers/understanding/lexicon_da.cpp', 'handlers/understanding/lexicon_en.cpp', 'handlers/understanding/topic.cpp', 'handlers/understanding/wants.cpp'],
  'tests/handlers/understanding/sentences_test.cpp': ['handlers/understanding/cues_da.cpp', 'handlers/understanding/cues_en.cpp', 'handlers/understanding/phrases_da_collaboration.cpp',
    'handlers/understanding/phrases_da_groups.cpp', 'handlers/understanding/phrases_da_people.cpp', 'handlers/understanding/phrases_da_private.cpp',
    'handlers/understanding/phrases_en_collaboration.cpp', 'handlers/understanding/phrases_en_groups.cpp', 'handlers/understanding/phrases_en_people.cpp',
    'handlers/understanding/phrases_en_private.cpp', 'handlers/understanding/slips.cpp', 'handlers/understanding/times.cpp'],
  'tests/handlers/time/date_phrases_test.cpp': ['handlers/time/when_clock.cpp', 'handlers/time/when_dates.cpp', 'handlers/time/when_days.cpp',
    'handlers/time/when_finish.cpp', 'handlers/time/when_rules.cpp', 'handlers/time/when_words.cpp'],
  'tests/store/database_test.cpp': ['store/detail/connection.cpp'],
  'tests/store/import_test.cpp': ['store/detail/cells.cpp', 'store/detail/email.cpp', 'store/detail/import_run.cpp', 'store/detail/people_register.cpp',
    'store/detail/table.cpp', 'store/detail/task_register.cpp', 'store/import_catalogue.cpp', 'store/import_people.cpp'],
  'tests/store/import_networks_test.cpp': ['store/detail/file_gathering.cpp', 'store/detail/networks_file.cpp'],
  'tests/store/calendar_feeds_test.cpp': ['store/detail/token.cpp'],
  'tests/store/kle_xml_test.cpp': ['store/detail/xml_stream.cpp'],
  'tests/store/kle_import_test.cpp': ['store/kle.cpp'],
  'tests/store/search/finder_test.cpp': ['store/search/explanation.cpp', 'store/search/people.cpp', 'store/search/query.cpp', 'store/search/scoring.cpp',
    'store/search/vocabulary.cpp'],
  'tests/config/settings_test.cpp': ['config/check_settings.cpp', 'config/load_settings.cpp'],
};

const map = new Map(Object.entries(through).flatMap(([test, sources]) => sources.map(source => [source, test])));

export const listed = [...map.keys()];
export const seen_through = path => map.get(path);
