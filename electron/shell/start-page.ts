// What the page needs for its first picture, in one answer.
import { app } from 'electron';
import { type Result, succeed } from '../contract/failure';
import type { ShellCallOutput } from '../contract/shell';
import type { Config } from './config';

export function startAnswer(config: Config, systemLanguage: string, mailto: string | null): Result<ShellCallOutput<'start'>> {
  return succeed({
    settings: config.settings,
    accounts: [...config.accounts],
    systemLanguage,
    platform: process.platform,
    version: app.getVersion(),
    electronVersion: process.versions.electron,
    mailto,
  });
}
