// Whether a port lets anybody in: open, shut, or hanging as behind a firewall that says nothing.
import type { LookupAddress } from 'node:dns';
import type { PortState } from '../../domain/doctor/ports';
import { connectTcp } from '../mail/connect';

/** ms */
const patience = 4_000;

export async function knock(host: string, port: number, addresses: readonly string[], signal: AbortSignal): Promise<PortState> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
  const known = addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
  const socket = await connectTcp({ host, port }, known, limit);
  if (socket.ok) {
    socket.value.destroy();
    return 'open';
  }
  return socket.failure.code === 'cancelled' || socket.failure.code === 'connect-timeout' ? 'hangs' : 'closed';
}
