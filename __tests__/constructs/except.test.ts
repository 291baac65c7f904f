import { Construct } from 'constructs';
import { enforce, enforcementReport } from '../../constructs/enforce';
import { except } from '../../constructs/except';
import { StorageAccount } from '../../constructs/storage-account';
import { account, newApp, newStack, synthError, synthesized } from './synth';

const why = { reason: 'A scanner from 2009 delivers here.', owner: 'print-team', until: '2099-12-31' };

function weakAccount() {
  const app = newApp();
  const stack = newStack(app);
  const logs = new StorageAccount(stack, 'logs', { ...account, minTlsVersion: 'TLS1_0' });
  return { app, stack, logs };
}

test('an exception is accepted, shown, and written beside the metadata of cdktf', () => {
  const { app, stack, logs } = weakAccount();
  except(logs, 'storage-min-tls', why);
  except(logs, 'storage-https-only', why);
  enforce(app);
  expect(synthError(app)).toBe('');
  expect(enforcementReport(app).excepted.map(({ message }) => message)).toEqual([
    'test/logs: storage-min-tls (CIS 4.15) until 2099-12-31 by print-team: A scanner from 2009 delivers here.',
  ]);
  expect(synthesized(stack).resource.azurerm_storage_account.logs['//']).toEqual({
    metadata: { path: 'test/logs', uniqueId: 'logs' },
    plumbline: {
      exceptions: [
        { control: 'storage-min-tls', ...why },
        { control: 'storage-https-only', ...why },
      ],
    },
  });
});

test('an expired exception fails, with or without enforcement', () => {
  const { app, logs } = weakAccount();
  except(logs, 'storage-min-tls', { ...why, until: '2020-01-31' });
  expect(synthError(app)).toContain('the exception from storage-min-tls expired on 2020-01-31: print-team decides');
  enforce(app);
  expect(synthError(app)).toContain('min_tls_version is "TLS1_0"');
});

test('an exception holds for its control only', () => {
  const { app, logs } = weakAccount();
  except(logs, 'storage-https-only', why);
  enforce(app);
  expect(synthError(app)).toContain('storage-min-tls');
});

test('the main child of a pattern stands for the pattern', () => {
  const app = newApp();
  const pattern = new Construct(newStack(app), 'pattern');
  new StorageAccount(pattern, 'Default', { ...account, minTlsVersion: 'TLS1_0' });
  except(pattern, 'storage-min-tls', why);
  enforce(app);
  expect(synthError(app)).toBe('');
});

test.each([
  ['storage-tls-min', {}, 'there is no control "storage-tls-min"; do you mean one of storage-min-tls'],
  ['key-vault-rbac', {}, 'key-vault-rbac is about azurerm_key_vault, not azurerm_storage_account'],
  ['storage-min-tls', { reason: ' ' }, 'the exception from storage-min-tls has no reason'],
  ['storage-min-tls', { owner: '' }, 'the exception from storage-min-tls has no owner'],
  ['storage-min-tls', { until: 'next year' }, 'ends on "next year": write a day'],
  ['storage-min-tls', { until: '2027-02-30' }, 'ends on "2027-02-30": write a day'],
])('%s %j is refused', (control, wrong, message) => {
  const { logs } = weakAccount();
  expect(() => except(logs, control, { ...why, ...wrong })).toThrow(message);
});

test('only resources have exceptions', () => {
  const { stack } = weakAccount();
  expect(() => except(stack, 'storage-min-tls', why)).toThrow('test is none: pass the resource itself');
});
