// DNS servers as a person types them.

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const four = new RegExp(`^(${octet}(?:\\.${octet}){3})(?::(\\d{1,5}))?$`);
const six = /^(?:\[([0-9a-f:.]{2,45})\](?::(\d{1,5}))?|([0-9a-f:.]{2,45}))$/i;

const isPort = (text: string | undefined): boolean => text === undefined || (Number(text) >= 1 && Number(text) <= 65535);

/** Addresses with an optional port, parted by commas or spaces; at most four. Null: something in it is none. Empty: the system's own. */
export function readDnsServers(text: string): string[] | null {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const isFine = (word: string): boolean => {
    const v4 = four.exec(word);
    if (v4 !== null) return isPort(v4[2]);
    const v6 = six.exec(word);
    return v6 !== null && (v6[1] ?? v6[3] ?? '').split(':').length > 2 && isPort(v6[2]);
  };
  return words.length <= 4 && words.every(isFine) ? words : null;
}
