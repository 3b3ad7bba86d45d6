import { tidyCode, tidyPassword, tidySignInName } from './recognise.js';

describe('what is typed to be recognised again', () => {
  it.each(['123456', '１２３４５６', ' 123 456 ', '123-456', '１２３－４５６', '123　456'])(
    'code %j',
    (typed) => {
      expect(tidyCode(typed)).toBe('123456');
    },
  );
  it('a code with a letter stays wrong', () => expect(tidyCode('12345O')).toBe('12345O'));
  it.each(['office-1', 'Office-1 ', 'ＯＦＦＩＣＥ－１', 'office–1'])('name %j', (typed) => {
    expect(tidySignInName(typed)).toBe('office-1');
  });
  it('a password composed or decomposed is one, and its case and width count', () => {
    expect(tidyPassword('Café plan 2021')).toBe(tidyPassword('Cafe\u0301 plan 2021'));
    expect(tidyPassword('ａbc')).not.toBe(tidyPassword('abc'));
    expect(tidyPassword('Abc')).not.toBe(tidyPassword('abc'));
  });
});
