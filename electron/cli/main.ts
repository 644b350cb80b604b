// The command line in plain Node. The password comes from standard input: the vault is Electron's.
import { runCommandLine } from './run';

process.exitCode = await runCommandLine({
  words: process.argv.slice(2),
  folder: process.env.INIT_CWD ?? process.cwd(), // npm moves to the project's folder; file names are meant from where the person stands
  helpersFor: () => ({}),
});
