-- wrk: questions with a signed token on kept connections; every activity has an id of its own, conversations take turns.
-- LOAD_FOLDER holds token.txt and activities.txt (one activity a line, with the marks @ID@ and @CONVERSATION@).
local folder = os.getenv("LOAD_FOLDER")
local conversations = tonumber(os.getenv("LOAD_CONVERSATIONS") or "20000")
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local parts, headers, count, run = {}, {}, 0, ""

function init()
  local token = io.open(folder .. "/token.txt"):read("*l")
  headers = {["Content-Type"] = "application/json; charset=utf-8", ["Authorization"] = "Bearer " .. token}
  for line in io.lines(folder .. "/activities.txt") do
    local before, between, after = line:match("^(.-)@ID@(.-)@CONVERSATION@(.*)$")
    parts[#parts + 1] = {before, between, after}
  end
  run = os.getenv("LOAD_RUN") .. number
  count = number * 7919
end

function request()
  count = count + 1
  local part = parts[count % #parts + 1]
  local body = part[1] .. run .. count .. part[2] .. (count % conversations) .. part[3]
  return wrk.format("POST", "/api/messages", headers, body)
end

function done(summary, latency)
  io.write(string.format("RESULT {\"requests\":%d,\"us\":%d,\"p50\":%d,\"p90\":%d,\"p99\":%d,\"max\":%d,\"bad_status\":%d,\"broken\":%d}\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(90), latency:percentile(99), latency.max,
    summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
