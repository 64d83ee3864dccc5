-- wrk: the plainest request there is, on kept connections; the closing line as in load.lua.
function done(summary, latency)
  io.write(string.format("RESULT {\"requests\":%d,\"us\":%d,\"p50\":%d,\"p99\":%d,\"bad_status\":%d,\"broken\":%d}\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
