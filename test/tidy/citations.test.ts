import { describe, expect, it } from 'vitest'
import { parseSource, sourcesBelow, type Source } from '../support/sources.ts'

/**
 * A citation reads "RFC 5321 §4.5.4.1", "RFC 5321 §4.5 and §4.6", "RFC 5321 §F.2" or "RFC 5321".
 * One spelling, so that a search for a standard finds every place that rests on it.
 */
const start = /\b(?:RFC|Rfc|rfc)(?=[\s-]{0,2}\d)/g
const number = /^RFC [1-9]\d{0,4}(?!\d)/
const section = /^(?:\d{1,2}(?:\.\d{1,2})*|[A-Z](?:\.\d{1,2})*)(?![\w§])/

function malformed({ path, comments }: Source): string[] {
  return comments.flatMap(({ line, text }) => {
    const prose = text.replace(/\s*\n\s*\*?\s*/g, ' ')
    const starts = [...prose.matchAll(start)].map(({ index }) => index)
    const mentions = starts.map((from, i) => prose.slice(from, starts[i + 1]))
    const wrong = mentions.filter((rest) => !isWellFormed(rest))
    return wrong.map((rest) => `${path}:${line} "${rest.slice(0, 40)}"`)
  })
}

function isWellFormed(rest: string): boolean {
  const cited = number.exec(rest)
  if (cited === null) return false
  const after = rest.slice(cited[0].length)
  if (/^,? (?:[Ss]ection|[Ss]ec\.|[Aa]ppendix|§ )|^§|^, §/.test(after)) return false
  const sections = after.split('§').slice(1)
  return sections.every((each) => section.test(each))
}

describe('citations', () => {
  it('of standards are all spelled the same way', () => {
    expect(sourcesBelow('src', 'test').flatMap(malformed)).toEqual([])
  })

  it.each([
    'RFC5321',
    'rfc 5321',
    'RFC-5321',
    'RFC 5321, section 4',
    'RFC 5321§4',
    'RFC 5321 § 4',
    'RFC 5321 and rfc5322',
  ])('the check finds %s', (text) => {
    expect(malformed(parseSource('a.ts', ['//', text].join(' ')))).toHaveLength(1)
  })

  it.each([
    'RFC 5321',
    'RFC 5321 §4.5.4.1.',
    'RFC 5321 §4.1 and §4.2',
    'RFC 5322 §A.2',
    'the RFCs',
  ])('the check accepts %s', (text) => {
    expect(malformed(parseSource('a.ts', ['//', text].join(' ')))).toEqual([])
  })
})
