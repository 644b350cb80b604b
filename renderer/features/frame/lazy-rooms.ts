// The rooms that are not in the first picture: each is loaded when it is first needed.
import { lazyRoom } from '../../ui/lazy-room';

export const Composer = lazyRoom(() => import('../compose/composer').then((file) => file.Composer));
export const DraftList = lazyRoom(() => import('../drafts/draft-list').then((file) => file.DraftList));
export const OutboxList = lazyRoom(() => import('../outbox/outbox-list').then((file) => file.OutboxList));
export const OutboxEntryView = lazyRoom(() => import('../outbox/outbox-entry').then((file) => file.OutboxEntryView));
export const SentList = lazyRoom(() => import('../sent/sent-list').then((file) => file.SentList));
export const PracticeList = lazyRoom(() => import('../practice/practice-list').then((file) => file.PracticeList));
export const MessageView = lazyRoom(() => import('../message/message-view').then((file) => file.MessageView));
export const PeopleList = lazyRoom(() => import('../people/people-list').then((file) => file.PeopleList));
export const PeopleThing = lazyRoom(() => import('../people/people-thing').then((file) => file.PeopleThing));
export const AccountList = lazyRoom(() => import('../accounts/account-list').then((file) => file.AccountList));
export const AccountView = lazyRoom(() => import('../accounts/account-view').then((file) => file.AccountView));
export const DoctorList = lazyRoom(() => import('../doctor/doctor-list').then((file) => file.DoctorList));
export const AccountDoctor = lazyRoom(() => import('../doctor/account-doctor').then((file) => file.AccountDoctor));
export const NewAccount = lazyRoom(() => import('../accounts/new-account').then((file) => file.NewAccount));
export const FirstStart = lazyRoom(() => import('../accounts/first-start').then((file) => file.FirstStart));
export const SettingsRoom = lazyRoom(() => import('../settings/settings-room').then((file) => file.SettingsRoom));
export const HelpList = lazyRoom(() => import('../coach/help-list').then((file) => file.HelpList));
export const HelpEntry = lazyRoom(() => import('../coach/help-entry').then((file) => file.HelpEntry));
export const KeysList = lazyRoom(() => import('./keys-list').then((file) => file.KeysList));
export const LetterWindow = lazyRoom(() => import('./letter-window').then((file) => file.LetterWindow));
export const Palette = lazyRoom(() => import('../palette/palette').then((file) => file.Palette));
export const TemplatesDialog = lazyRoom(() => import('../templates/templates-dialog').then((file) => file.TemplatesDialog));
export const WaysToWrite = lazyRoom(() => import('./ways-to-write').then((file) => file.WaysToWrite));
