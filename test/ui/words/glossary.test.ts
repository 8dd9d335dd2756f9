import { expect, it } from 'vitest'
import { LEVELS } from '../../../src/sim/scenarios/scenario.ts'
import { GLOSSARY } from '../../../src/ui/words/glossary.ts'

it('explains each term once, in three ways, with a source', () => {
  expect(new Set(GLOSSARY.map(({ id }) => id)).size).toBe(GLOSSARY.length)
  const forms = GLOSSARY.flatMap(({ matches }) => matches)
  expect(new Set(forms).size).toBe(forms.length)
  for (const { text, source, matches } of GLOSSARY) {
    for (const level of LEVELS) expect(text[level]).toMatch(/^\w.{30,}\.$/s)
    expect(source).not.toBe('')
    expect(matches.length).toBeGreaterThan(0)
  }
})

it.each([
  'dnsbl',
  'reverse-dns',
  'spf',
  'dkim',
  'dmarc',
  'alignment',
  'reputation',
  'spam-trap',
  'snowshoe',
  'backscatter',
  'forwarder',
  'srs',
  'junk-folder',
  'open-relay',
  'port-25',
  'port-587',
  'dynamic-address',
])('explains %s', (id) => {
  expect(GLOSSARY.map((one) => one.id)).toContain(id)
})
