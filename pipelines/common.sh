# What the steps of a pipeline share; read by them, not run. Everything comes from the environment, and each word stays one word:
#   CODE        folder with the Terraform code
#   FINDINGS    reports of scanners, one on each line; without any, what plumbline check finds
#   LEVEL       level of the benchmark; else that of the profile
#   PROFILE     plumbline.yaml, where it is not in the code folder
#   FAIL_ON     least severity that fails the pipeline
#   OUT         folder for the plan
#   SARIF       file for the deviations
#   COMMENT     file for the comment
#   LIMIT       longest comment
#   RUN_URL     where the whole plan can be read
# shellcheck shell=bash
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

plumbline() { node "$here/../dist/plumbline.js" "$@"; }

# What check and plan both take.
how=()
if [ -n "${LEVEL:-}" ]; then how+=("--level=$LEVEL"); fi
if [ -n "${PROFILE:-}" ]; then how+=("--profile=$PROFILE"); fi

# Runs it; an answer of 1 means deviations, which the gate is for. Only what could not be judged ends the step.
judged() {
  local code=0
  "$@" || code=$?
  if [ "$code" -gt 1 ]; then exit "$code"; fi
}
