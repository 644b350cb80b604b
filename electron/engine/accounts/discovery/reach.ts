// The way to a host that somebody named: through the proxy, which looks the name up itself, or straight to addresses that can be judged first.
import type { LookupAddress } from 'node:dns';
import type { Socket } from 'node:net';
import type { Result } from '../../../contract/failure';
import { connectTcp, dial } from '../../mail/connect';
import type { Place } from '../../mail/connection-failure';
import type { Way } from '../../mail/way';
import type { Names } from './names';

export type ReachNeeds = { readonly names: Pick<Names, 'addresses'>; readonly way: Way };
export type Reach = {
  readonly place: Place;
  /** Null: not looked up here. Empty: no such name. */
  readonly addresses: readonly string[] | null;
  readonly way: Way;
};

/** Whether a place is reached straight from here. Where that can't be told it is not: nothing is to go around a proxy. */
export async function isStraight(place: Place, way: Way): Promise<boolean> {
  const route = await way.route(place);
  return route.ok && route.value.kind === 'direct';
}

/** Asked once: what is connected to afterwards is what was found here, also where a second question would be answered otherwise. */
export async function findReach(place: Place, { names, way }: ReachNeeds): Promise<Reach> {
  const route = await way.route(place);
  const isDirect = route.ok && route.value.kind === 'direct';
  return { place, addresses: isDirect ? await names.addresses(place.host) : null, way: { ...way, route: async () => route } };
}

/** Failures: those of `dial`. */
export function connectTo({ place, addresses, way }: Reach, signal: AbortSignal): Promise<Result<Socket>> {
  if (addresses === null) return dial(place, way, signal);
  const known = addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
  return connectTcp(place, known, way.patience.connect, signal);
}
