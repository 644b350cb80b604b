// Finding an account's servers from its address, in English.
import type { DiscoverySource } from '../../../electron/contract/model/discovery';

const sources: Readonly<Record<DiscoverySource, string>> = {
  preset: 'the providers Brevduva knows',
  autoconfig: 'the domain’s own settings page',
  'isp-database': 'the public list of providers',
  srv: 'the domain’s DNS records',
  mx: 'whoever takes in the domain’s mail',
  probe: 'the usual names and ports',
};

export const findServers = {
  looking: 'Looking for your servers …',
  found: (source: string) => `Filled in. Found through ${source}.`,
  nothing: 'No settings were found for this domain. Your provider’s help pages name the servers.',
  /** With a proxy of the system. */
  nothingByProxy:
    'No settings were found by way of this computer’s proxy. The domain’s DNS records were left out: nothing is looked up around a proxy. Your provider’s help pages name the servers.',
  foreign: (hosts: string) => `These servers belong to another domain: ${hosts}`,
  foreignWhy: 'That is usual where a company looks after mail for others. Is it yours? Your password goes there.',
  use: 'Use these servers',
  leave: 'Fill in by hand',
  stop: 'Stop looking',
  show: 'What was asked',
  hide: 'Hide what was asked',
  notNeeded: 'was not needed any more',
  states: {
    running: 'being asked',
    found: 'has an answer',
    nothing: 'knows nothing',
    refused: 'its answer can’t be used',
    late: 'did not answer in time',
    'left-out': 'left out, because of the proxy',
  },
  sources,
};
