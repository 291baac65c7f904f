import { checkov } from './checkov';
import { checkovBaseline } from './checkov-baseline';
import type { Format } from './format';
import { sarif } from './sarif';

/**
 * The formats that are read. A new one is a file and a line here. Checkov comes last: its report may stand inside another
 * document, so it is searched for.
 */
export const formats: readonly Format[] = [sarif, checkovBaseline, checkov];

/** What `--format` takes. */
export const formatNames: string = formats.map(({ name }) => name).join(', ');
