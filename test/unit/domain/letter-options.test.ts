// What a letter's options become, and which header fields a person may add.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowedHeaders,
  countOptions,
  headerProblem,
  optionsProblem,
  priorityFields,
  reportWords,
} from '../../../electron/domain/letter-options';

const problemOf = (name: string, value = 'x') => headerProblem([{ name, value }], 0);

describe('a header field of one’s own', () => {
  it.each(['X-Project', 'x-2', 'Keywords', 'List-Unsubscribe', 'AUTO-SUBMITTED'])('may be %s', (name) => {
    expect(problemOf(name)).toBeNull();
  });

  it.each([
    'Bcc',
    'To',
    'From',
    'Sender',
    'Subject',
    'Date',
    'Message-ID',
    'Content-Type',
    'MIME-Version',
    'Received',
    'Return-Path',
    'DKIM-Signature',
  ])('is never %s, which routes the letter, describes its form or speaks for a server', (name) => {
    expect(problemOf(name)).toBe('not-allowed');
  });

  it('is not one that tells of the program or belongs to another option', () => {
    expect(['X-Mailer', 'X-Priority', 'X-Originating-IP'].map((name) => problemOf(name))).toEqual([
      'not-allowed',
      'not-allowed',
      'not-allowed',
    ]);
  });

  it('has a name of letters, digits and hyphens, says something, and stands there once', () => {
    expect(['', 'X Y', 'X-Ä', 'X:', '-X', `X-${'a'.repeat(90)}`].map((name) => problemOf(name))).toEqual(Array(6).fill('name'));
    expect(problemOf('X-A', '  ')).toBe('empty');
    const twice = [
      { name: 'X-A', value: '1' },
      { name: 'x-a', value: '2' },
    ];
    expect([headerProblem(twice, 0), headerProblem(twice, 1)]).toEqual([null, 'twice']);
    expect(allowedHeaders(twice)).toEqual([twice[0]]);
  });

  it('lets no name through that could end a line or begin another field', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(problemOf(name) !== null || /^[A-Za-z][A-Za-z0-9-]*$/.test(name)).toBe(true);
      }),
    );
  });
});

describe('the options of a letter', () => {
  it('are all right when they are empty', () => {
    expect([optionsProblem({}), optionsProblem({ replyTo: '  ' }), optionsProblem({ headers: [] })]).toEqual([null, null, null]);
    expect([countOptions(undefined), countOptions({})]).toEqual([0, 0]);
  });

  it('name what can’t be sent', () => {
    expect(optionsProblem({ replyTo: 'anna@' })).toBe('anna@');
    expect(optionsProblem({ replyTo: 'a@x.example, b@x.example' })).toBe('a@x.example, b@x.example');
    expect(optionsProblem({ replyTo: 'Anna <anna@example.org>' })).toBeNull();
    expect(optionsProblem({ headers: [{ name: 'Bcc', value: 'x@example.org' }] })).toBe('Bcc');
  });

  it('are counted one by one', () => {
    const headers = [
      { name: 'X-A', value: '1' },
      { name: 'X-B', value: '2' },
    ];
    expect(countOptions({ priority: 'high', wantsReadReceipt: true, keepsNoCopy: false, replyTo: '', headers })).toBe(4);
  });

  it('say a priority to old and new programs alike, and nothing where it is usual', () => {
    expect(priorityFields(undefined)).toEqual([]);
    expect(priorityFields('high')).toEqual([
      ['Importance', 'high'],
      ['X-Priority', '1 (Highest)'],
    ]);
    expect(priorityFields('low').map(([, value]) => value)).toEqual(['low', '5 (Lowest)']);
  });

  it('ask for reports in the words of RFC 3461', () => {
    expect(reportWords({ on: ['success', 'delay'], returns: 'whole' })).toEqual({ notify: ['SUCCESS', 'DELAY'], ret: 'FULL' });
    expect(reportWords({ on: ['failure'], returns: 'headers' })).toEqual({ notify: ['FAILURE'], ret: 'HDRS' });
  });
});
