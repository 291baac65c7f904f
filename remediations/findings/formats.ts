import { advisor } from './advisor';
import { azurePolicy } from './azure-policy';
import { azurePolicyCsv } from './azure-policy-csv';
import { checkov } from './checkov';
import { checkovBaseline } from './checkov-baseline';
import { cloudCustodian } from './cloud-custodian';
import { csvColumns } from './csv-columns';
import { defender } from './defender';
import { defenderCsv } from './defender-csv';
import type { Format } from './format';
import { kics } from './kics';
import { powerpipe } from './powerpipe';
import { powerpipeCsv } from './powerpipe-csv';
import { prowler } from './prowler';
import { prowlerCsv } from './prowler-csv';
import { psrule } from './psrule';
import { sarif } from './sarif';
import { scoutsuite } from './scoutsuite';
import { snyk } from './snyk';
import { terrascan } from './terrascan';
import { tfsec } from './tfsec';
import { trivy } from './trivy';
import { wizIssues } from './wiz-issues';
import { wizcli } from './wizcli';

/**
 * The formats that are read. A new one is a file and a line here. Checkov comes last: its report may stand inside another
 * document, so it is searched for.
 */
export const formats: readonly Format[] = [
  sarif,
  trivy,
  tfsec,
  kics,
  terrascan,
  snyk,
  wizcli,
  psrule,
  prowler,
  prowlerCsv,
  defender,
  defenderCsv,
  azurePolicy,
  azurePolicyCsv,
  advisor,
  powerpipe,
  powerpipeCsv,
  scoutsuite,
  cloudCustodian,
  wizIssues,
  csvColumns,
  checkovBaseline,
  checkov,
];

/** What `--format` takes. */
export const formatNames: string = formats.map(({ name }) => name).join(', ');
