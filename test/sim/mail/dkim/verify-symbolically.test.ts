import { describe, expect, it } from 'vitest'
import type { MessageContent } from '../../../../src/sim/mail/dkim/content.ts'
import { keyRecord } from '../../../../src/sim/mail/dkim/key-record.ts'
import { standInKey } from '../../../../src/sim/mail/dkim/laboratory-key.ts'
import type { SignSpec } from '../../../../src/sim/mail/dkim/signature.ts'
import {
  signSymbolically,
  withSignatures,
} from '../../../../src/sim/mail/dkim/sign-symbolically.ts'
import { verifySymbolically } from '../../../../src/sim/mail/dkim/verify-symbolically.ts'
import { letter, NOW, spec, zone } from './letters.ts'

function reasonsAfter(
  change: (content: MessageContent) => MessageContent,
  own: Partial<SignSpec> = {},
  lookup = zone(),
): string[] {
  const signature = signSymbolically(letter, { ...spec, ...own })
  const content = change(withSignatures(letter, [signature]))
  return verifySymbolically(content, [signature], lookup, NOW).map(({ reason }) => reason)
}

const same = (content: MessageContent): MessageContent => content
const footer = ({ fields, body }: MessageContent): MessageContent => ({
  fields,
  body: `${body}-- \r\nThe list\r\n`,
})
const onTop =
  (name: string, value: string) =>
  ({ fields, body }: MessageContent): MessageContent => ({
    fields: [{ name, value }, ...fields],
    body,
  })

describe('a symbolic signature', () => {
  it('passes untouched, and below what servers add', () => {
    expect(reasonsAfter(same)).toEqual(['verified'])
    expect(reasonsAfter(onTop('Received', 'from a by b'))).toEqual(['verified'])
  })

  it('survives a copy of the message', () => {
    expect(reasonsAfter((content) => structuredClone(content))).toEqual(['verified'])
  })

  it('breaks by a footer, unless l= ends before it', () => {
    expect(reasonsAfter(footer)).toEqual(['body-changed'])
    expect(reasonsAfter(footer, { bodyLength: 'whole' })).toEqual(['verified'])
  })

  it('breaks by a second From only if the absence of one was signed', () => {
    const mallory = onTop('From', 'mallory@mallory.example')
    expect(reasonsAfter(mallory)).toEqual(['verified'])
    expect(reasonsAfter(mallory, { headers: ['From', 'From'] })).toEqual(['signature-wrong'])
  })

  it('knows its key by name', () => {
    const rotated = keyRecord(standInKey('alice.example', 's1', 2))
    expect(reasonsAfter(same, {}, zone(rotated))).toEqual(['signature-wrong'])
    expect(reasonsAfter(same, {}, zone(keyRecord('')))).toEqual(['key-revoked'])
    const signature = signSymbolically(letter, spec, standInKey('alice.example', 's1', 2))
    const content = withSignatures(letter, [signature])
    expect(verifySymbolically(content, [signature], zone(rotated), NOW)).toMatchObject([
      { result: 'pass' },
    ])
  })

  it('is nothing without its field, and a field is nothing without its signature', () => {
    const signature = signSymbolically(letter, spec)
    expect(verifySymbolically(letter, [signature], zone(), NOW)).toEqual([])
    const content = withSignatures(letter, [signature])
    expect(verifySymbolically(content, [], zone(), NOW)).toMatchObject([{ result: 'fail' }])
  })
})
