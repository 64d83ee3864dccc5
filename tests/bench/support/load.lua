-- wrk: questions with a signed token on kept connections; every activity has an id of its own, conversations take turns.
-- LOAD_TOKEN is the file of the token; LOAD_FOLDER holds activities.txt: one activity a line, first with the mark @ID@, then with @CONVERSATION@ wherever
-- the number of the conversation and of its person stands.
local folder = os.getenv("LOAD_FOLDER")
local conversations = tonumber(os.getenv("LOAD_CONVERSATIONS") or "5000")
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local parts, headers, count, run = {}, {}, 0, ""

function init()
  local token = io.open(os.getenv("LOAD_TOKEN")):read("*l")
  headers = {["Content-Type"] = "application/json; charset=utf-8", ["Authorization"] = "Bearer " .. token}
  for line in io.lines(folder .. "/activities.txt") do
    local before, rest = line:match("^(.-)@ID@(.*)$")
    local pieces = {}
    for piece in (rest .. "@CONVERSATION@"):gmatch("(.-)@CONVERSATION@") do pieces[#pieces + 1] = piece end
    parts[#parts + 1] = {before = before, pieces = pieces}
  end
  run = os.getenv("LOAD_RUN") .. number
  count = number * 7919
end

function request()
  count = count + 1
  local part = parts[count % #parts + 1]
  local number_of_person = string.format("%012d", count % conversations)
  local body = part.before .. run .. count .. table.concat(part.pieces, number_of_person)
  return wrk.format("POST", "/api/messages", headers, body)
end

function done(summary, latency)
  io.write(string.format("RESULT {\"requests\":%d,\"us\":%d,\"p50\":%d,\"p90\":%d,\"p99\":%d,\"max\":%d,\"bad_status\":%d,\"broken\":%d}\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(90), latency:percentile(99), latency.max,
    summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
