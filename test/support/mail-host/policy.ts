// Postfix's access policy service: the test decides what the server answers at RCPT and at the end of the data.
// It lives in the test process: a blocking call there makes Postfix wait.
import { createServer, type Socket } from 'node:net';
import { portOf } from '../ports';

export type PolicyQuestion = {
  readonly stage: 'RCPT' | 'END-OF-MESSAGE';
  readonly sender: string;
  /** Empty at the end of a message with several recipients. */
  readonly recipient: string;
  /** Octets; 0 at RCPT when the client did not say. */
  readonly size: number;
  readonly user: string;
};

/** What Postfix does: 'DUNNO' lets it pass, '451 4.7.1 later' answers so, '421 4.3.2 bye' also ends the connection. */
export type PolicyAnswer = string;
export type Decide = (question: PolicyQuestion) => PolicyAnswer | Promise<PolicyAnswer>;

export type Policy = {
  readonly port: number;
  /** Decides from now on; null: everything passes. */
  readonly set: (decide: Decide | null) => void;
  readonly asked: readonly PolicyQuestion[];
  readonly stop: () => Promise<void>;
};

function readQuestion(text: string): PolicyQuestion {
  const attributes = new Map(text.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  const get = (name: string): string => attributes.get(name) ?? '';
  return {
    stage: get('protocol_state') === 'RCPT' ? 'RCPT' : 'END-OF-MESSAGE',
    sender: get('sender'),
    recipient: get('recipient'),
    size: Number(get('size') || 0),
    user: get('sasl_username'),
  };
}

/** Starts the service on a free loopback port. The protocol: lines of name=value, ended by an empty line. */
export async function startPolicy(): Promise<Policy> {
  let decide: Decide | null = null;
  const asked: PolicyQuestion[] = [];
  const sockets = new Set<Socket>();
  const answer = async (socket: Socket, text: string): Promise<void> => {
    const question = readQuestion(text);
    asked.push(question);
    const action = decide === null ? 'DUNNO' : await decide(question);
    if (!socket.destroyed) socket.write(`action=${action}\n\n`);
  };
  const server = createServer((socket) => {
    let waiting = '';
    sockets.add(socket);
    socket.setEncoding('utf8');
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (text: string) => {
      const questions = (waiting + text).split('\n\n');
      waiting = questions.pop() ?? '';
      for (const question of questions) void answer(socket, question);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server),
    set: (next) => {
      decide = next;
    },
    asked,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
