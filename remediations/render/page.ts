import { createHash } from 'node:crypto';
import { printable, unprintable } from '../findings/json';

/** Names come from reports and from Azure: nothing of them may become markup. */
export const text = (value: string | number): string => markup(printable(String(value)));

/** Code, with its line breaks; what would make it look like other code is seen. */
export const codeText = (value: string): string =>
  markup(value.replace(unprintable, (char) => (char === '\n' || char === '\t' ? char : '�')));

const markup = (value: string): string => value.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** A table that can be scrolled by keyboard where it is wider than the screen. */
export const scrolling = (label: string, table: string): string =>
  `<div class="scroll" role="region" aria-label="${text(label)}" tabindex="0">${table}</div>`;

const STYLE = `
:root{color-scheme:light dark;--text:#1b1f24;--quiet:#57606a;--page:#fff;--line:#d0d7de;--good:#1a7f37;--bad:#cf222e;--link:#0550ae;--soft:#f6f8fa;--add:#dafbe1;--del:#ffebe9}
@media(prefers-color-scheme:dark){:root{--text:#e6edf3;--quiet:#9198a1;--page:#0d1117;--line:#3d444d;--good:#3fb950;--bad:#f85149;--link:#79c0ff;--soft:#151b23;--add:#12261e;--del:#25171c}}
*{box-sizing:border-box}body{margin:0 auto;max-width:64rem;padding:1.5rem;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1rem}.quiet,caption{color:var(--quiet)}caption{text-align:left;padding-bottom:.25rem}
.scroll{overflow-x:auto}.scroll:focus-visible{outline:2px solid var(--link)}table{border-collapse:collapse;width:100%}th,td{padding:.3rem .6rem;text-align:right;border-bottom:1px solid var(--line);overflow-wrap:normal}
th:first-child,td:first-child,.words th,.words td{text-align:left;vertical-align:top}tfoot td,tfoot th{font-weight:600}
@media print{body{max-width:none;padding:0}section,article{break-inside:avoid}}
`;

interface Page {
  readonly title: string;
  readonly style?: string;
  /** Runs at the end of the page; nothing else may. */
  readonly script?: string;
  /** The content of `main`, piece by piece. */
  readonly body: Iterable<string>;
}

const hashOf = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** One page that stands for itself: no network, no other script than its own, for a screen of any width and for paper. */
export function* htmlPage({ title, style = '', script, body }: Page): Generator<string> {
  const styles = STYLE + style;
  const policy = `default-src 'none'; style-src ${hashOf(styles)}${script ? `; script-src ${hashOf(script)}` : ''}; base-uri 'none'; form-action 'none'`;
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${text(title)}</title>
<style>${styles}</style>
</head>
<body>
<main>
`;
  yield* body;
  yield `</main>\n${script ? `<script>${script}</script>\n` : ''}</body>\n</html>\n`;
}
