import { describe, expect, it } from 'vitest'
import { dkimCrypto } from '../../../src/host/crypto.ts'
import { messageSource } from '../../../src/sim/artefacts/source.ts'
import type { FactIndex } from '../../../src/sim/facts/fact-index.ts'
import { realKeyRecord } from '../../../src/sim/mail/dkim/laboratory-key.ts'
import { verifyMessage } from '../../../src/sim/mail/dkim/real.ts'
import { dkimKey } from '../../../src/sim/scenarios/mail-records.ts'
import type { MailSpec } from '../../../src/sim/scenarios/scenario.ts'
import { letterRoads } from '../../helpers/letter-roads.ts'
import { worldFor } from '../../helpers/runs.ts'

const run = (letter: Partial<MailSpec>, set: Readonly<Record<string, string>>): FactIndex =>
  worldFor(letterRoads(letter), 'relayed', { set }).index

/** The fields of the last message, each on one line, without its dates and numbers. */
function fieldsOf(index: FactIndex, message = index.record.messages.length - 1): string[] {
  const { fields } = messageSource(index, message, 0, Infinity)!
  return fields.map(({ text }) => text.replaceAll('\n\t', ' ').replaceAll('\n', ' '))
}
const names = (lines: readonly string[]): string[] =>
  lines.map((line) => line.slice(0, line.indexOf(':')))

const SIGNED = { 'relay.sign': 'on' } as const
const FORGED = {
  host: 'bot',
  kind: 'spam',
  from: 'alice@school.example',
} as const

describe('the source of a message that was signed and checked', () => {
  it('has what the receiver found on top, and the signature below the field of its signer', () => {
    const lines = fieldsOf(run({}, SIGNED))
    expect(names(lines)).toEqual([
      'Return-Path',
      'X-Original-To',
      'Delivered-To',
      'Authentication-Results',
      'Received-SPF',
      'Received',
      'Received',
      'DKIM-Signature',
      'Date',
      'From',
      'To',
      'Message-ID',
      'Subject',
      'MIME-Version',
      'Content-Type',
    ])
    expect(lines[3]).toMatch(
      /^Authentication-Results: mx\.college\.example; spf=pass smtp\.mailfrom=school\.example; dkim=pass header\.d=school\.example header\.s=s1 header\.b=[\w/+"]{8,10}; dmarc=pass header\.from=school\.example$/,
    )
    expect(lines[4]).toMatch(/^Received-SPF: pass \(mx\.college\.example: domain of alice@school/)
    expect(lines[4]).toContain('client-ip=192.0.2.25; envelope-from="alice@school.example"')
    expect(lines[7]).toMatch(/^DKIM-Signature: v=1; a=ed25519-sha256; .*d=school\.example; s=s1;/)
  })

  it('says nothing of what nobody has asked', () => {
    const off = { 'mx.spf': 'off', 'mx.dkim': 'off', 'mx.dmarc': 'off' }
    expect(names(fieldsOf(run({}, off)))).not.toContain('Authentication-Results')
    const some = fieldsOf(run({}, { ...off, 'mx.dkim': 'note' }))
    expect(some[3]).toBe('Authentication-Results: mx.college.example; dkim=none')
    expect(names(some)).not.toContain('Received-SPF')
  })

  it('says what was asked for and what was done about it', () => {
    const quarantined = letterRoads(FORGED)
    const zones = quarantined.zones.map((zone) => ({
      ...zone,
      names: Object.fromEntries(
        Object.entries(zone.names).map(([name, records]) => [
          name,
          name === '_dmarc.school.example'
            ? [{ type: 'TXT' as const, strings: ['v=DMARC1; p=quarantine'] }]
            : records,
        ]),
      ),
    }))
    const { index } = worldFor({ ...quarantined, zones }, 'relayed', {
      set: { 'mx.dmarc': 'apply' },
    })
    expect(fieldsOf(index)[3]).toMatch(/dmarc=fail \(p=QUARANTINE dis=QUARANTINE\) header\.from=/)
    expect(fieldsOf(run(FORGED, {}))[3]).toMatch(/dmarc=fail \(p=REJECT dis=NONE\) header\.from=/)
  })

  it('is free of what a forger has put in, where the receiver speaks for itself', () => {
    const forged = { 'bot.forge-results': 'on' }
    const off = { 'mx.spf': 'off', 'mx.dkim': 'off', 'mx.dmarc': 'off' }
    const believed = fieldsOf(run(FORGED, { ...forged, ...off }))
    expect(believed.filter((line) => line.startsWith('Authentication-Results'))).toEqual([
      'Authentication-Results: mx.college.example; spf=pass smtp.mailfrom=alice@school.example; ' +
        'dkim=pass header.d=school.example; dmarc=pass header.from=school.example',
    ])
    const checked = fieldsOf(run(FORGED, forged))
    const said = checked.filter((line) => line.startsWith('Authentication-Results'))
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('spf=fail')
  })

  it('keeps the way to a list below what the list has added', () => {
    const index = run(
      { to: ['tea@club.example'] },
      { ...SIGNED, 'tea.sign': 'on', 'tea.sign.as': 'own' },
    )
    const lines = fieldsOf(index)
    expect(names(lines).slice(3, 14)).toEqual([
      'Authentication-Results',
      'Received-SPF',
      'Received',
      'Received',
      'DKIM-Signature',
      'List-Id',
      'List-Post',
      'Delivered-To',
      'Received',
      'Received',
      'DKIM-Signature',
    ])
    expect(lines[6]).toMatch(/^Received: by lists\.club\.example \(Postfix\)/)
    expect(lines[7]).toContain('d=club.example; s=list')
    expect(lines.slice(8, 11)).toEqual([
      'List-Id: <tea.club.example>',
      'List-Post: <mailto:tea@club.example>',
      'Delivered-To: tea@club.example',
    ])
    expect(lines[3]).toMatch(
      /dkim=pass header\.d=club\.example .*dkim=fail header\.d=school\.example/,
    )
    expect(lines).toContain('Subject: [tea] Tea')
  })
})

describe('the true signature', () => {
  it('verifies, has the length of its stand-in, and is named in the results', () => {
    const index = run({}, SIGNED)
    const shown = messageSource(index, 0, 0, Infinity)!.text
    const real = messageSource(index, 0, 0, Infinity, dkimCrypto)!.text
    expect(real).toHaveLength(shown.length)
    expect(real).not.toBe(shown)
    const key = dkimKey('school.example', 's1')
    const text = key.type === 'TXT' ? realKeyRecord(key.strings.join(''), dkimCrypto) : ''
    const ask = () => ({ rcode: 'NOERROR', records: [{ type: 'TXT', strings: [text] }] }) as const
    const now = index.record.startsAtEpochMs + 60_000
    expect(verifyMessage(real, ask, now, dkimCrypto).map(({ reason }) => reason)).toEqual([
      'verified',
    ])
    expect(verifyMessage(shown, ask, now, dkimCrypto)[0]?.result).toBe('fail')
    const [, named = ''] = /header\.b=("?[\w/+]{8}"?)/.exec(real) ?? []
    const [, made = ''] = /\tb=([\w/+]{8})/.exec(real) ?? []
    expect(named.replaceAll('"', '')).toBe(made)
  })

  it('also stands in the copy that a report returns', () => {
    const index = run({ to: ['ghost@college.example'] }, SIGNED)
    const report = index.record.messages.findIndex(({ kind }) => kind === 'dsn')
    const text = messageSource(index, report, 0, Infinity, dkimCrypto)!.text
    const sent = messageSource(index, 0, 0, Infinity, dkimCrypto)!.text
    const b = /\tb=(\S+\r\n\t\S+|\S+)/.exec(sent)![0]
    expect(text).toContain(b)
  })
})
