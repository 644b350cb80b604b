import { describe, expect, it } from 'vitest';
import { noClients } from '../../../electron/contract/model/oauth';
import { effectiveClients } from '../../../electron/shell/oauth-clients';

const builtIn = { google: { clientId: 'ours', clientSecret: 'plain' }, microsoft: { clientId: 'ours', tenant: '' } };

describe('as whom the program asks', () => {
  it('is as it was built, until the person enters something', () => {
    expect(effectiveClients(noClients, builtIn)).toEqual({ ...noClients, ...builtIn });
  });

  it('is what the person entered, never half of each', () => {
    const entered = { ...noClients, google: { clientId: 'mine', clientSecret: '' }, microsoft: { clientId: '', tenant: 'firma.example' } };
    expect(effectiveClients(entered, builtIn)).toMatchObject({
      google: { clientId: 'mine', clientSecret: '' },
      microsoft: { clientId: 'ours', tenant: 'firma.example' },
    });
  });
});
