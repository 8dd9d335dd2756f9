import { describe, expect, it } from 'vitest'
import { SCENARIOS } from '../../../src/sim/scenarios/all.ts'
import { LEVELS } from '../../../src/sim/scenarios/scenario.ts'
import { GLOSSARY } from '../../../src/ui/words/glossary.ts'
import { markTerms, termFinder } from '../../../src/ui/words/mark-terms.ts'

const words = { everyday: '', technical: '', protocol: '' }
const entry = (id: string, ...matches: string[]) => ({
  id,
  matches,
  term: id,
  text: words,
  source: '',
})
const finder = termFinder([
  entry('mx', 'MX', 'MXs'),
  entry('server', 'server'),
  entry('mail-server', 'mail server', 'mail servers'),
])

function terms(text: string): string[] {
  return markTerms([{ text, filled: false }], finder).flatMap(({ term, text: form }) =>
    term === undefined ? [] : [`${term}: ${form}`],
  )
}

describe('terms', () => {
  it('are found as whole words, the longest first, at their first place', () => {
    expect(terms('A mail server is a server; mail servers are MXs, an MX too.')).toEqual([
      'mail-server: mail server',
      'server: server',
      'mx: MXs',
    ])
  })

  it('may begin with a capital, and otherwise mind their case', () => {
    expect(terms('Mail servers. A MAIL SERVER. Set mx.server.on or my-server.')).toEqual([
      'mail-server: Mail servers',
    ])
  })

  it('are not looked for in what comes from the run', () => {
    expect(markTerms([{ text: 'server', filled: true }], finder)).toEqual([
      { text: 'server', filled: true },
    ])
  })

  it('leave the words as they are', () => {
    const real = termFinder(GLOSSARY)
    for (const { lesson } of SCENARIOS)
      for (const level of LEVELS)
        for (const text of [...lesson.watch, ...lesson.explanation].map((one) => one[level])) {
          const pieces = markTerms([{ text, filled: false }], real)
          expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        }
  })
})
