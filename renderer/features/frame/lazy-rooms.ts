// The rooms that are not in the first picture: each is loaded when it is first needed.
import { lazy } from 'react';

export const loadComposer = () => import('../compose/composer');

export const Composer = lazy(() => loadComposer().then(({ Composer: component }) => ({ default: component })));
export const DraftList = lazy(() => import('../drafts/draft-list').then(({ DraftList: component }) => ({ default: component })));
export const OutboxList = lazy(() => import('../outbox/outbox-list').then(({ OutboxList: component }) => ({ default: component })));
export const OutboxEntryView = lazy(() =>
  import('../outbox/outbox-entry').then(({ OutboxEntryView: component }) => ({ default: component })),
);
export const SentList = lazy(() => import('../sent/sent-list').then(({ SentList: component }) => ({ default: component })));
export const PracticeList = lazy(() => import('../practice/practice-list').then(({ PracticeList: component }) => ({ default: component })));
export const MessageView = lazy(() => import('../message/message-view').then(({ MessageView: component }) => ({ default: component })));
export const AccountList = lazy(() => import('../accounts/account-list').then(({ AccountList: component }) => ({ default: component })));
export const AccountView = lazy(() => import('../accounts/account-view').then(({ AccountView: component }) => ({ default: component })));
export const NewAccount = lazy(() => import('../accounts/new-account').then(({ NewAccount: component }) => ({ default: component })));
export const FirstStart = lazy(() => import('../accounts/first-start').then(({ FirstStart: component }) => ({ default: component })));
export const SettingsRoom = lazy(() => import('../settings/settings-room').then(({ SettingsRoom: component }) => ({ default: component })));
export const KeysList = lazy(() => import('./keys-list').then(({ KeysList: component }) => ({ default: component })));
