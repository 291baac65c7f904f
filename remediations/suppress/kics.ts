import { stringify } from 'yaml';
import type { Plan } from '../plan-types';
import type { Suppressions } from './silence';

/** A `kics.config` that excludes single results. KICS knows them by ids that only its own report says. */
export function kicsConfig({ unplanned }: Pick<Plan, 'unplanned'>): Suppressions {
  const excluded = new Map<string, string>();
  for (const { finding, reason, control, address, note } of unplanned)
    if (reason === 'excepted' && finding.scanner === 'kics' && finding.key !== undefined)
      excluded.set(finding.key, [control, address, note].filter(Boolean).join(', '));
  const ids = [...excluded.keys()].sort();
  const why = ids.map((id) => `# ${id.slice(0, 12)}: ${excluded.get(id)!.replace(/\s+/g, ' ')}\n`).join('');
  return { text: `${why}${stringify({ 'exclude-results': ids })}`, told: ids.length, left: [] };
}
