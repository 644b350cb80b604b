// The benchmark tables by name. A table is loaded when it is asked for, so that none weighs on another's memory figures.
import type { Table } from './table';

export const tables: Readonly<Record<string, () => Promise<Table>>> = {
  setup: async () => (await import('./setup')).setupTable,
  start: async () => (await import('./start/table')).startTable,
  send: async () => (await import('./send')).sendTable,
  people: async () => (await import('./people/table')).peopleTable,
  typing: async () => (await import('./typing/table')).typingTable,
  bulk: async () => (await import('./bulk/table')).bulkTable,
  discovery: async () => (await import('./discovery')).discoveryTable,
  doctor: async () => (await import('./doctor')).doctorTable,
  command: async () => (await import('./command')).commandTable,
  attachment: async () => (await import('./attachment')).attachmentTable,
};
