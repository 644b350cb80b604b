// The tables that other programs write.
import { describe, expect, test } from 'vitest';
import { addressesIn, groupsIn, guessColumns, nameIn, readColumns } from '../../../../electron/domain/people/csv-columns';

const read = (header: readonly string[], row: readonly string[]) => {
  const columns = readColumns(header);
  return columns === null ? null : { name: nameIn(row, columns), addresses: addressesIn(row, columns), groups: groupsIn(row, columns) };
};

describe('a row is read as', () => {
  test('Google writes it', () =>
    expect(
      read(
        [
          'First Name',
          'Middle Name',
          'Last Name',
          'Labels',
          'E-mail 1 - Label',
          'E-mail 1 - Value',
          'E-mail 2 - Label',
          'E-mail 2 - Value',
        ],
        ['Anna', '', 'Berg', 'Choir ::: * myContacts', 'Home', 'anna@example.org ::: a@example.org', 'Work', 'berg@example.org'],
      ),
    ).toEqual({ name: 'Anna Berg', addresses: ['anna@example.org', 'a@example.org', 'berg@example.org'], groups: ['Choir'] }));
  test('Outlook writes it', () =>
    expect(
      read(
        ['First Name', 'Last Name', 'E-mail Address', 'E-mail 2 Address', 'Categories'],
        ['Bo', 'Ek', 'bo@example.org', '', 'Work;Choir'],
      ),
    ).toEqual({
      name: 'Bo Ek',
      addresses: ['bo@example.org'],
      groups: ['Work', 'Choir'],
    }));
  test('Outlook writes it in Swedish and in Danish', () => {
    expect(read(['Förnamn', 'Efternamn', 'E-postadress'], ['Åsa', 'Öst', 'asa@example.org'])).toMatchObject({
      name: 'Åsa Öst',
      addresses: ['asa@example.org'],
    });
    expect(read(['Fornavn', 'Efternavn', 'Mailadresse', 'E-mailadresse'], ['Søren', 'Ærø', '', 's@example.org'])).toMatchObject({
      name: 'Søren Ærø',
      addresses: ['s@example.org'],
    });
  });
  test('Thunderbird writes it', () =>
    expect(
      read(
        ['First Name', 'Last Name', 'Display Name', 'Nickname', 'Primary Email', 'Secondary Email'],
        ['Cia', 'Dal', 'Cia D.', '', 'cia@example.org', 'c2@example.org'],
      ),
    ).toEqual({ name: 'Cia D.', addresses: ['cia@example.org', 'c2@example.org'], groups: [] }));
});

test('labels of addresses are no addresses, and a table without any is none', () => {
  expect(readColumns(['Name', 'E-mail 1 - Label', 'E-mail 1 - Type'])).toBeNull();
  expect(readColumns(['Name', 'Phone'])).toBeNull();
});

test('without names of columns, a cell with an @ is the address', () =>
  expect(guessColumns(['17', 'Anna Berg', 'anna@example.org'])).toEqual({ name: 1, parts: [], addresses: [2], groups: null }));
