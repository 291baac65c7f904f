#!/usr/bin/env bash
# Puts the comment on the pull request, or over the one of the last run. Needs gh, GH_TOKEN, GITHUB_REPOSITORY, PULL_REQUEST
# (its number) and COMMENT (the file). A token that may not write, as that of a fork, is no reason to fail.
set -euo pipefail
case "${PULL_REQUEST:-}" in
'' | *[!0-9]*)
  echo "::error::PULL_REQUEST is \"${PULL_REQUEST:-}\", not the number of a pull request. Run this for the event pull_request."
  exit 2
  ;;
esac

on="repos/$GITHUB_REPOSITORY/issues"
own='.[] | select(.user.login == "github-actions[bot]" and (.body | startswith("<!-- azure-plumbline -->"))) | .id'

publish() {
  local found
  found=$(gh api --paginate "$on/$PULL_REQUEST/comments?per_page=100" --jq "$own") || return
  if [ -n "$found" ]; then
    gh api --silent --method PATCH "$on/comments/${found%%$'\n'*}" --field "body=@$COMMENT"
  else
    gh api --silent --method POST "$on/$PULL_REQUEST/comments" --field "body=@$COMMENT"
  fi
}

publish || echo '::warning::The comment was not written. The job needs the permission pull-requests: write; a pull request from a fork has none.'
