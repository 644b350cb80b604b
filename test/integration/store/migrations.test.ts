// A profile of an earlier version of the program is brought up to date with everything that was in it.
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import {
  readFilesItself,
  readOffersDsn,
  readPatience,
  readSizeLimits,
  saveOffersDsn,
  saveSizeLimit,
} from '../../../electron/engine/store/account-state';
import { listAttachments } from '../../../electron/engine/store/attachments';
import { announceDraftCopy, listDraftCopies } from '../../../electron/engine/store/draft-copies';
import { keepSession, readSession } from '../../../electron/engine/store/draft-session';
import { draftOrder, readDraft, removeDraft } from '../../../electron/engine/store/drafts';
import { lastUsedFor } from '../../../electron/engine/store/last-used';
import { readContent, readPieces } from '../../../electron/engine/store/ledger';
import { readMessage } from '../../../electron/engine/store/ledger-message';
import { dueLooks } from '../../../electron/engine/store/looks';
import { openStore } from '../../../electron/engine/store/open';
import { addOwnWord, listOwnWords } from '../../../electron/engine/store/own-words';
import { countShown, countStates, messagesInSending, outOfPatience, pageShown, shownAccounts } from '../../../electron/engine/store/queue';
import { migrations } from '../../../electron/engine/store/schema';
import { addSignaturePicture, findSignaturePicture, removeSignaturePictures } from '../../../electron/engine/store/signature-pictures';
import { attemptUnderWay, listAttempts, readStory, storyUnderWay } from '../../../electron/engine/store/story';
import { listTemplates, markRemoved, putTemplate, type StoredTemplate, templateNamed } from '../../../electron/engine/store/templates';
import { countMissed, nextTimeOf } from '../../../electron/engine/store/timed';
import { temporaryFolder } from '../../support/profile';

const content = { accountId: 'a', to: [], cc: [], bcc: [], subject: 'Hello', html: '<p>Hello</p>', inReplyTo: null, references: [] };

/** A profile as version n left it. */
function profileOf(version: number, fill: (db: DatabaseSyncInstance) => void): string {
  const profile = temporaryFolder();
  const db = new DatabaseSync(join(profile, 'mail.sqlite'));
  for (const migration of migrations.slice(0, version)) db.exec(migration);
  db.exec(`PRAGMA application_id = ${0x42524556}; PRAGMA user_version = ${version}`);
  fill(db);
  db.close();
  return profile;
}

test('from version 1: messages stand where they stood, with recipients, story and conversation, and have the new abilities', () => {
  const profile = profileOf(1, (db) => {
    const add = db.prepare(
      `INSERT INTO message (id, draft_id, draft_revision, account_id, message_id, from_name, from_address, subject, created_at, changed_at, state, failure, not_before,
       patient_from, dot_at, size, sha256, pieces, bcc_header, content) VALUES (?1, ?1, 1, 'a', ?1, '', 'a@x', 'Hello', 1, 2, ?2, ?3, ?4, 1, ?5, 3, 'h', ?6, '', ?7)`,
    );
    const bytes = Buffer.from('abc');
    add.run('deferred', 'deferred', JSON.stringify({ code: 'server-busy' }), 77, null, bytes, JSON.stringify(content));
    add.run('uncertain', 'uncertain', JSON.stringify({ code: 'outcome-unknown' }), null, 5, bytes, JSON.stringify(content));
    add.run('kept', 'kept', JSON.stringify({ code: 'crashed-thrice' }), null, null, bytes, JSON.stringify(content));
    for (const id of ['deferred', 'uncertain', 'kept'])
      db.prepare("INSERT INTO recipient (message_id, position, field, name, address, state) VALUES (?, 0, 'to', 'Bob', 'b@x', ?)").run(
        id,
        id === 'kept' ? 'pending' : id,
      );
    db.exec("INSERT INTO journal (message_id, at, event) VALUES ('deferred', 1, 'frozen'), ('deferred', 2, 'deferred')");
    db.exec(
      "INSERT INTO attempt (message_id, number, started_at, ended_at, outcome, transcript) VALUES ('deferred', 1, 1, 2, 'not-sent', '[]')",
    );
    db.prepare("INSERT INTO draft (id, revision, content, created_at, updated_at) VALUES ('d', 3, ?, 1, 2)").run(JSON.stringify(content));
  });
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const store = opened.value;
  onTestFinished(() => store.close());
  expect(readMessage(store, 'deferred')).toMatchObject({
    hold: null,
    zone: null,
    replacedBy: null,
    recipients: [{ name: 'Bob', address: 'b@x', state: 'deferred' }],
    life: { state: 'deferred', failure: { code: 'server-busy' }, notBefore: 77, looks: 0, lookAt: null },
  });
  expect(readStory(store, 'deferred').map(({ event }) => event)).toEqual(['frozen', 'deferred']);
  expect(listAttempts(store, 'deferred')).toMatchObject([{ number: 1, outcome: 'not-sent' }]);
  expect(readContent(store, 'kept')).toEqual(content);
  expect(readDraft(store, 'd')).toMatchObject({ revision: 3, content });
  // What may have been sent before the update is looked for as well.
  expect(dueLooks(store, ['a'], { now: 1000, tooFar: 2000 }, 10)).toEqual(['uncertain']);
  expect([countMissed(store), nextTimeOf(store, 'held', 0)]).toEqual([0, null]);
});

test('from version 2: a message keeps its frozen bytes, its hidden recipients and its draft', () => {
  const profile = profileOf(2, (db) => {
    db.prepare(
      `INSERT INTO message (id, draft_id, draft_revision, account_id, message_id, from_name, from_address, subject, created_at, changed_at, state, patient_from,
       size, sha256, pieces, bcc_header, content) VALUES ('m', 'd', 1, 'a', '<m@x>', '', 'a@x', 'Hello', 1, 2, 'queued', 1, 3, 'h', ?, 'Bcc: c@x', ?)`,
    ).run(Buffer.from('abc'), JSON.stringify(content));
    db.exec("INSERT INTO recipient (message_id, position, field, name, address, state) VALUES ('m', 0, 'to', '', 'b@x', 'pending')");
  });
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const store = opened.value;
  onTestFinished(() => store.close());
  expect(Buffer.from(readPieces(store, 'm')?.pieces ?? []).toString()).toBe('abc');
  expect(readPieces(store, 'm')?.bccHeader).toBe('Bcc: c@x');
  expect(readContent(store, 'm')).toEqual(content);
  expect(readMessage(store, 'm')).toMatchObject({ id: 'm', size: 3, recipients: [{ address: 'b@x' }], life: { state: 'queued' } });
});

test('from version 7: whoever was put off has used up as much patience as before', () => {
  const profile = profileOf(7, (db) => {
    const add = db.prepare(
      `INSERT INTO message (id, draft_id, draft_revision, account_id, message_id, from_name, from_address, subject, created_at, changed_at, state, patient_from,
       size, sha256) VALUES (?1, ?1, 1, 'a', ?1, '', 'a@x', 'Hello', 1, ?2, ?3, ?4, 3, 'h')`,
    );
    add.run('first', 9000, 'deferred', 1000);
    add.run('second', 8000, 'deferred', 2000);
    add.run('accepted', 99_000, 'accepted', 2000);
    db.exec("INSERT INTO account_state (account_id, files_itself) VALUES ('a', 1)");
  });
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const store = opened.value;
  onTestFinished(() => store.close());
  expect(readPatience(store, 'a')).toEqual({ time: 9000, outSince: null, marks: [] });
  expect(readFilesItself(store, 'a')).toBe(true);
  expect(readPatience(store, 'b')).toBeNull();
  expect(outOfPatience(store, 'a', { triedBefore: 1500, waitingSince: null }, 9)).toEqual(['first']);
});

test('from version 3: who was written to is found by any spelling, and signatures can have pictures', () => {
  const profile = profileOf(3, (db) => {
    db.exec(
      `INSERT INTO message (id, draft_id, draft_revision, account_id, message_id, from_name, from_address, subject, created_at, changed_at, state, patient_from,
       size, sha256) VALUES ('m', 'd', 1, 'a', '<m@x>', '', 'a@x', 'Hello', 1, 2, 'accepted', 1, 3, 'h')`,
    );
    db.exec("INSERT INTO recipient (message_id, position, field, name, address, state) VALUES ('m', 0, 'to', '', 'Bob@x', 'accepted')");
  });
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const store = opened.value;
  onTestFinished(() => store.close());
  expect(lastUsedFor(store, 'bob@X', ['a'])).toEqual({ accountId: 'a', identityId: null, from: 'a@x' });
  expect(lastUsedFor(store, 'bob@x', ['b'])).toBeNull();
  addSignaturePicture(store, 'a', { name: 'logo.png', type: 'image/png', size: 3, sha256: 'ab' }, 1);
  addSignaturePicture(store, 'a', { name: 'logo.png', type: 'image/png', size: 3, sha256: 'cd' }, 1);
  expect(removeSignaturePictures(store, 2, (sha256) => sha256 === 'ab')).toEqual(['cd']);
  expect(findSignaturePicture(store, 'ab')).toEqual({ name: 'logo.png', type: 'image/png', size: 3, sha256: 'ab' });
  expect(findSignaturePicture(store, 'cd')).toBeNull();
});

test('from version 5: drafts and their earlier states are as they were, and remember where somebody was', () => {
  const profile = profileOf(5, (db) => {
    db.prepare("INSERT INTO draft (id, revision, content, created_at, updated_at) VALUES ('d', 3, ?, 1, 2)").run(JSON.stringify(content));
    db.prepare("INSERT INTO draft_version (draft_id, revision, content, at) VALUES ('d', 2, ?, 1)").run(JSON.stringify(content));
  });
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const store = opened.value;
  onTestFinished(() => store.close());
  expect(readDraft(store, 'd')).toMatchObject({ revision: 3, content });
  expect(store.prepare('SELECT revision, files FROM draft_version').all()).toEqual([{ revision: 2, files: '[]' }]);
  expect(readSession(store, 'd')).toBeNull();
  const place = { field: 'text', subject: null, text: { anchor: 1, head: 1, isNode: false }, scroll: 0 } as const;
  store.write(() => keepSession(store, 'd', 3, { place, history: 'steps' }));
  expect(readSession(store, 'd')).toEqual({ revision: 3, place, history: 'steps' });
});

test('from version 6: drafts can have a copy on a server, which outlives them', () => {
  const profile = profileOf(6, (db) => {
    db.prepare("INSERT INTO draft (id, revision, content, created_at, updated_at) VALUES ('d', 3, ?, 1, 2)").run(JSON.stringify(content));
  });
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const store = opened.value;
  onTestFinished(() => store.close());
  expect(draftOrder(store)).toEqual([{ id: 'd', updatedAt: 2 }]);
  store.write(() => announceDraftCopy(store, 'd', 'a', ['<1@x>'], 2));
  store.write(() => removeDraft(store, 'd'));
  expect(listDraftCopies(store)).toMatchObject([{ draftId: 'd', accountId: 'a', ids: ['<1@x>'], lastOf: 2, filedOf: null, failure: null }]);
});

test('from version 8: attachments keep what they were, and an account can remember what its server takes', () => {
  const profile = profileOf(8, (db) => {
    db.prepare("INSERT INTO draft (id, revision, content, created_at, updated_at) VALUES ('d', 3, ?, 1, 2)").run(JSON.stringify(content));
    db.exec(
      "INSERT INTO attachment (id, owner_kind, owner_id, position, name, type, size, sha256, cid) VALUES ('a', 'draft', 'd', 1, 'a.txt', 'text/plain', 1, 'ab', NULL)",
    );
    db.exec("INSERT INTO account_state (account_id, files_itself) VALUES ('account', 1)");
  });
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const store = opened.value;
  onTestFinished(() => store.close());
  expect(listAttachments(store, { kind: 'draft', id: 'd' })).toEqual([
    { id: 'a', name: 'a.txt', type: 'text/plain', size: 1, sha256: 'ab', cid: null },
  ]);
  expect([...readSizeLimits(store)]).toEqual([]);
  expect([saveSizeLimit(store, 'account', 5), saveSizeLimit(store, 'account', 5), saveSizeLimit(store, 'other', null)]).toEqual([
    true,
    false,
    false,
  ]);
  expect([...readSizeLimits(store)]).toEqual([['account', 5]]);
  expect(readFilesItself(store, 'account')).toBe(true);
});

test('from version 9: what waits asks for no report and keeps its copy, and can do otherwise from now on', () => {
  const profile = profileOf(9, (db) => {
    db.prepare(
      `INSERT INTO message (id, draft_id, draft_revision, account_id, message_id, from_name, from_address, subject, created_at, changed_at, state,
       patient_from, size, sha256) VALUES ('m', 'm', 1, 'a', '<m@x>', '', 'a@x', 'Hello', 1, 2, 'queued', 1, 3, 'h')`,
    ).run();
    db.prepare("INSERT INTO frozen (message_id, pieces, bcc_header, content) VALUES ('m', ?, '', ?)").run(
      Buffer.from('abc'),
      JSON.stringify(content),
    );
  });
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const store = opened.value;
  onTestFinished(() => store.close());
  expect(readPieces(store, 'm')).toMatchObject({ deliveryReport: null });
  expect(readMessage(store, 'm')).toMatchObject({ keepsNoCopy: false });
  expect(readOffersDsn(store, 'a')).toBeNull();
  store.write(() => saveOffersDsn(store, 'a', true));
  expect(readOffersDsn(store, 'a')).toBe(true);
});

test('from version 10: the outbox shows what it showed, newest first, and nothing that is over', () => {
  const profile = profileOf(10, (db) => {
    const add = db.prepare(
      `INSERT INTO message (id, draft_id, draft_revision, account_id, message_id, from_name, from_address, subject, created_at, changed_at, state, copy_state,
       is_dismissed, patient_from, size, sha256) VALUES (?1, ?1, 1, ?2, ?1, '', 'a@x', 'Hello', ?3, 9, ?4, ?5, ?6, 1, 3, 'h')`,
    );
    add.run('waits', 'a', 1, 'queued', 'none-needed', 0);
    add.run('failed', 'b', 2, 'failed', 'none-needed', 0);
    add.run('copy is missing', 'a', 3, 'accepted', 'failing', 0);
    add.run('through', 'c', 4, 'accepted', 'filed', 0);
    add.run('called off', 'c', 5, 'cancelled', 'none-needed', 0);
    add.run('put away', 'c', 6, 'failed', 'none-needed', 1);
    db.exec("INSERT INTO recipient (message_id, position, field, name, address, state) VALUES ('waits', 0, 'to', 'Bob', 'b@x', 'pending')");
  });
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const store = opened.value;
  onTestFinished(() => store.close());
  expect(countShown(store, null)).toBe(3);
  expect(pageShown(store, null, 0, 10).map(({ id }) => id)).toEqual(['copy is missing', 'failed', 'waits']);
  expect(pageShown(store, ['a'], 1, 10).map(({ id }) => id)).toEqual(['waits']);
  expect(shownAccounts(store).toSorted()).toEqual(['a', 'b']);
  expect(readMessage(store, 'waits')).toMatchObject({ recipients: [{ name: 'Bob', state: 'pending' }], life: { state: 'queued' } });
  store.write(() => store.prepare("UPDATE message SET state = 'cancelled' WHERE id = 'waits'").run());
  expect(countShown(store, null)).toBe(2);
});

test('from version 11: templates and snippets can be kept beside everything that was there', () => {
  const profile = profileOf(11, (db) => {
    db.prepare("INSERT INTO draft (id, revision, content, created_at, updated_at) VALUES ('d', 3, ?, 1, 2)").run(JSON.stringify(content));
  });
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const store = opened.value;
  onTestFinished(() => store.close());
  const template: StoredTemplate = {
    id: 't',
    kind: 'template',
    name: 'Hej',
    content: { subject: '', html: '<p>Hej</p>', to: [], cc: [], bcc: [] },
  };
  putTemplate(store, template, 1);
  expect(listTemplates(store)).toEqual([template]);
  expect(templateNamed(store, 'template', 'HEJ')).toBe('t');
  markRemoved(store, 't', 2);
  putTemplate(store, { ...template, id: 'u' }, 3);
  expect(listTemplates(store).map(({ id }) => id)).toEqual(['u']);
  expect(readDraft(store, 'd')?.content.subject).toBe('Hello');
});

test('from version 12: words can be added to the dictionaries beside everything that was there', () => {
  const profile = profileOf(12, (db) => {
    db.prepare("INSERT INTO draft (id, revision, content, created_at, updated_at) VALUES ('d', 3, ?, 1, 2)").run(JSON.stringify(content));
  });
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const store = opened.value;
  onTestFinished(() => store.close());
  addOwnWord(store, 'duvslag', 1);
  addOwnWord(store, 'duvslag', 2);
  expect(listOwnWords(store)).toEqual(['duvslag']);
  expect(readDraft(store, 'd')?.content.subject).toBe('Hello');
});

test('from version 13: the story of an attempt that the engine before was in is told once, and the attempt stands in its message', () => {
  const profile = profileOf(13, (db) => {
    const add = db.prepare(
      `INSERT INTO message (id, draft_id, draft_revision, account_id, message_id, from_name, from_address, subject, created_at, changed_at, state, patient_from,
       dot_at, size, sha256) VALUES (?1, ?1, 1, 'a', ?1, '', 'a@x', 'Hello', 1, 30, ?2, 1, ?3, 3, 'h')`,
    );
    add.run('under-way', 'sending', 30);
    add.run('through', 'accepted', null);
    const tell = db.prepare('INSERT INTO journal (message_id, at, event) VALUES (?, ?, ?)');
    for (const id of ['under-way', 'through'])
      for (const [at, event] of [
        [10, 'attempt'],
        [15, 'deferred'],
        [20, 'attempt'],
        [30, 'dot'],
      ] as const)
        tell.run(id, at, event);
    db.exec(
      `INSERT INTO attempt (message_id, number, started_at, ended_at) VALUES ('under-way', 1, 10, 15), ('under-way', 2, 20, NULL), ('through', 1, 10, 31)`,
    );
  });
  const opened = openStore(profile);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const store = opened.value;
  onTestFinished(() => store.close());
  const storyOf = (id: string) => {
    const message = readMessage(store, id);
    return message === null
      ? []
      : [...readStory(store, id), ...storyUnderWay(message, message.life.dotAt)].map(({ at, event }) => `${at} ${event}`);
  };
  expect(storyOf('under-way')).toEqual(['10 attempt', '15 deferred', '20 attempt', '30 dot']);
  expect(storyOf('through')).toEqual(['10 attempt', '15 deferred', '20 attempt', '30 dot']);
  const underWay = readMessage(store, 'under-way');
  expect(underWay === null ? null : attemptUnderWay(underWay)).toMatchObject({ startedAt: 20, endedAt: null });
  expect(listAttempts(store, 'under-way').map(({ number }) => number)).toEqual([1]);
  expect(messagesInSending(store)).toEqual(['under-way']);
  expect([...countStates(store)].filter(([, n]) => n > 0)).toEqual([['sending', 1]]);
});
