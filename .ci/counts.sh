# Counts what .ci/run and .ci/nightly run: source this, `count` each command, and end with `verdict`.
passed=0
failed=0
summary=$(mktemp)

# Runs a command whose output ends with "N passed, N failed", and adds its counts.
count() {
  local output status line started=$SECONDS
  output=$(mktemp)
  "$@" 2>&1 | tee "$output"
  status=${PIPESTATUS[0]}
  line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$output" | tail -n 1)
  [[ "$status" != 0 ]] && echo "$* ended with $status" >>"$summary"
  sed -nE '/^Failed( once, passed then)?:$/,/^$/p' "$output" >>"$summary"
  rm -f "$output"
  echo "$* took $((SECONDS - started)) s" >>"$summary"
  if [[ "$line" =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
    [[ "$status" != 0 && "${BASH_REMATCH[2]}" == 0 ]] && failed=$((failed + 1))
  else
    failed=$((failed + 1))
    echo "$*: ended with $status and without counts"
  fi
}

# Says how long each command took and what failed, or failed once, and ends with a line "N passed, N failed"; fails unless something passed and nothing failed.
verdict() {
  echo
  cat "$summary"
  rm -f "$summary"
  echo "$passed passed, $failed failed"
  [[ "$failed" == 0 && "$passed" -gt 0 ]]
}
