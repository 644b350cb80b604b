// The command line in plain Node. The password comes from standard input: the vault is Electron's.
import { runCommandLine } from './run';

const code = await runCommandLine({
  words: process.argv.slice(2),
  folder: process.env.INIT_CWD ?? process.cwd(), // npm moves to the project's folder; file names are meant from where the person stands
  helpersFor: () => ({}),
});
// At once: everything is said and closed, and a timer that nobody waits for would keep the process.
process.exit(code);
