// The verdict of a benchmark row.
import { describe, expect, it } from 'vitest';
import { printTable } from '../../bench/print-table';
import { judge, type Row, ratioOf } from '../../bench/table';

const row: Row = { name: 'send', unit: 's', ours: 1, peerName: 'msmtp', peer: 2, targets: [] };

describe('a benchmark row', () => {
  it('has no verdict without a target', () => expect(judge(row)).toBe('no target'));

  it('meets a limit that it just reaches', () => expect(judge({ ...row, targets: [{ kind: 'most', limit: 1 }] })).toBe('met'));

  it('misses when one of two targets is missed', () => {
    const targets = [{ kind: 'most', limit: 5 } as const, { kind: 'ratio', limit: 0.4 } as const];
    expect(judge({ ...row, targets })).toBe('missed');
  });

  it('of a rate has to reach its part of the peer’s', () => {
    const rate: Row = { ...row, unit: '/s', ours: 900, peer: 1000, targets: [{ kind: 'least-ratio', limit: 0.9 }] };
    expect([judge(rate), judge({ ...rate, ours: 899 })]).toEqual(['met', 'missed']);
  });

  it('is not measured when the peer is not installed', () => {
    const alone = { ...row, peer: null, targets: [{ kind: 'ratio', limit: 0.4 } as const] };
    expect([judge(alone), ratioOf(alone)]).toEqual(['not measured', null]);
  });

  it('tells below the table how to get a peer that is not installed, once', () => {
    const alone: Row = { ...row, peer: null, toInstall: 'apt-get install msmtp' };
    const lines = printTable('send', [alone, alone]).split('\n');
    expect(lines.filter((line) => line.includes('apt-get'))).toEqual(['  to measure msmtp too: apt-get install msmtp']);
    expect(printTable('send', [row])).not.toContain('apt-get');
  });
});
