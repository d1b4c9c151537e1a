import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streetLines } from './street-lines.ts';

const release600 = { lines: 3, length: 30 };
const today = { lines: 3, length: 40 };

describe('streetLines', () => {
  it.each([
    {
      why: "its own lines fit (01-ABF of Sage's demo company)",
      street: '2131 N. 14th Street\nSuite 100\r\nAccounting Department',
      lines: ['2131 N. 14th Street', 'Suite 100', 'Accounting Department']
    },
    { why: 'there is none', street: ' \n ', lines: [] },
    { why: 'an empty line stands between two', street: 'A\n\nC', lines: ['A', '', 'C'] },
    { why: 'empty lines stand around it', street: '\n\n 1 Main St \n\n\n', lines: ['1 Main St'] },
    {
      why: 'empty lines make it longer than it is',
      street: '1 Main St\n\n\nSuite 5\n\nDock',
      lines: ['1 Main St', 'Suite 5', 'Dock']
    },
    {
      why: 'a suite stands at its end (ship-to 2 of the demo customer)',
      street: '5411 Kendrick Boulevard North, Suite 2087',
      lines: ['5411 Kendrick Boulevard North', 'Suite 2087']
    },
    {
      why: 'a suite follows without a comma',
      street: '5411 Kendrick Boulevard Suite 2087',
      lines: ['5411 Kendrick Boulevard', 'Suite 2087']
    },
    {
      why: 'a floor follows its ordinal',
      street: '350 Fifth Avenue Rockwell Tower 33rd Floor',
      lines: ['350 Fifth Avenue Rockwell', 'Tower 33rd Floor'],
      room: { lines: 3, length: 25 }
    },
    {
      why: 'one word is all that is too much',
      street: 'Rural Route 2 Old Military Highway',
      lines: ['Rural Route 2 Old Military', 'Highway']
    },
    {
      why: 'four short lines are on three',
      street: 'c/o Artie Johnson\n2131 N. 14th Street\nSuite 100\nDock 4',
      lines: ['c/o Artie Johnson', '2131 N. 14th Street, Suite 100', 'Dock 4']
    },
    {
      why: 'a post box follows the street',
      street: '100 Industrial Park Drive P.O. Box 1234',
      lines: ['100 Industrial Park Drive', 'P.O. Box 1234']
    },
    {
      why: 'it holds tabs',
      street: '1\tMain St',
      lines: ['1 Main St']
    }
  ])('when $why, then it stands on $lines', ({ street, lines, room }) => {
    expect(streetLines(street, room ?? release600)).toEqual({ fits: true, lines });
  });

  it('when the release has longer lines, then the same street needs no split', () => {
    const street = '5411 Kendrick Boulevard, Suite 2087';
    expect(streetLines(street, release600)).toMatchObject({
      lines: ['5411 Kendrick Boulevard', 'Suite 2087']
    });
    expect(streetLines(street, today)).toMatchObject({ lines: [street] });
  });

  it.each([
    {
      why: 'it has too many words',
      street:
        'Department of the Interior and of Natural Resources, Division of Waters, 1849 C Street North West',
      problem: 'It needs 4 lines of 30 characters; Sage has 3.'
    },
    {
      why: 'a word is longer than a line',
      street: '1 Llanfairpwllgwyngyllgogerychwyrndrobwll',
      problem: '"Llanfairpwllgwyngyllgogerychwyrndrobwll" has 39 characters; one line holds 30.'
    }
  ])('when $why, then it says so and cuts nothing', ({ street, problem }) => {
    expect(streetLines(street, release600)).toEqual({ fits: false, problem });
  });

  const word = fc.stringMatching(/^[A-Za-z0-9#.,'-]{1,12}$/);
  const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  const street = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));
  const letters = (text: string): string => text.replace(/[\s,;]/g, '');

  it('for any street, lines keep their room and every character but commas and white space', () => {
    fc.assert(
      fc.property(street, fc.integer({ min: 15, max: 60 }), (text, length) => {
        const result = streetLines(text, { lines: 3, length });
        if (!result.fits) return;
        expect(result.lines.length).toBeLessThanOrEqual(3);
        for (const one of result.lines) expect(one.length).toBeLessThanOrEqual(length);
        expect(letters(result.lines.join('\n'))).toBe(letters(text));
      }),
      { numRuns: 500 }
    );
  });

  it('for any street that fits, its lines are a street that stays as it is', () => {
    fc.assert(
      fc.property(street, (text) => {
        const result = streetLines(text, today);
        if (result.fits) expect(streetLines(result.lines.join('\n'), today)).toEqual(result);
      })
    );
  });

  it('for any street that words alone would fit, a layout is found', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{5}$/), { minLength: 1, maxLength: 21 }), (words) => {
        // Seven words of five letters and their blanks are 41 characters.
        expect(streetLines(words.join(' '), { lines: 3, length: 41 }).fits).toBe(true);
      })
    );
  });
});
