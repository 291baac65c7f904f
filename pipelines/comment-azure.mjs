// Puts the comment on the pull request of Azure DevOps, or over the one of the last run. Told by the variables of the pipeline,
// SYSTEM_ACCESSTOKEN among them, and COMMENT (the file). A token that may not write is no reason to fail.
import { readFileSync } from 'node:fs';

const MARKER = '<!-- azure-plumbline -->';
const API = 'api-version=7.1';

const variable = (name) => {
  const value = process.env[name];
  if (!value) {
    console.error(
      `##vso[task.logissue type=error]${name} is not set. Run this for a pull request, with the token in env.`,
    );
    process.exit(2);
  }
  return value;
};
const [collection, project, repository, number, token, file] = [
  'SYSTEM_COLLECTIONURI',
  'SYSTEM_TEAMPROJECT',
  'BUILD_REPOSITORY_ID',
  'SYSTEM_PULLREQUEST_PULLREQUESTID',
  'SYSTEM_ACCESSTOKEN',
  'COMMENT',
].map(variable);
const content = readFileSync(file, 'utf8');
const path = [
  '_apis/git/repositories',
  encodeURIComponent(repository),
  'pullRequests',
  encodeURIComponent(number),
  'threads',
];
const threads = `${collection.replace(/\/?$/, '/')}${encodeURIComponent(project)}/${path.join('/')}`;

async function ask(method, address, body) {
  const answer = await fetch(`${address}?${API}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  // Without a valid token Azure DevOps answers with its page to sign in.
  if (!answer.ok || !answer.headers.get('content-type')?.includes('json'))
    throw new Error(`${method}: ${answer.status}`);
  return answer.json();
}

async function publish() {
  const { value } = await ask('GET', threads);
  const own = value.find(({ isDeleted, comments: [first] = [] }) => !isDeleted && first?.content?.startsWith(MARKER));
  if (own) return ask('PATCH', `${threads}/${own.id}/comments/${own.comments[0].id}`, { content });
  // Closed: it asks for nothing, and must not keep a policy from completing the pull request.
  return ask('POST', threads, { comments: [{ parentCommentId: 0, commentType: 'text', content }], status: 'closed' });
}

try {
  await publish();
} catch (error) {
  console.log(
    `##vso[task.logissue type=warning]The comment was not written (${error.message}). The build service needs "Contribute to pull requests" on the repository.`,
  );
}
