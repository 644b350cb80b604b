import { expect, test } from 'vitest';
import { engineEnvironment } from '../../../electron/shell/engine-environment';

test('the engine finds its way and its certificates, and gets nothing that could change what it runs', () => {
  const given = {
    HOME: '/home/anna',
    PATH: '/bin',
    LC_ALL: 'sv_SE',
    NODE_EXTRA_CA_CERTS: '/ca.pem',
    NODE_OPTIONS: '--require x',
    LD_PRELOAD: 'x',
    SECRET: 'x',
    Path: 'C:\\',
    TZ: undefined,
  };
  expect(engineEnvironment(given)).toEqual({
    HOME: '/home/anna',
    PATH: '/bin',
    LC_ALL: 'sv_SE',
    NODE_EXTRA_CA_CERTS: '/ca.pem',
    Path: 'C:\\',
  });
});
