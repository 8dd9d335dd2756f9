import { describe, expect, it } from 'vitest'
import { renderReply } from '../../../src/sim/mail/reply.ts'
import { helo } from '../../../src/sim/policy/helo/check.ts'
import { questionAbout } from '../../helpers/question.ts'
import { answering, type Answers } from '../mail/dns/answers.ts'
import { a, mx } from '../mail/dns/zones.ts'

const ZONES: Answers = {
  'mx.a.example': [a('192.0.2.1')],
  'only-mx.example': [mx(10, 'mx.a.example')],
  'down.example': 'SERVFAIL',
}

const PLAIN = { heloAction: 'refuse', heloOwnName: false, heloUnknown: false }
const ALL = { ...PLAIN, heloOwnName: true, heloUnknown: true }

function found(name: string, options: Readonly<Record<string, string | boolean>>) {
  const inquiry = {
    ask: answering(ZONES),
    mailboxes: () => ({ domains: ['college.example'], mailboxes: ['bob'] }),
  }
  return helo.evaluate(questionAbout({ helo: name, inquiry }), null, options)
}

const wire = { host: '', client: '', queueId: String, sizeLimitOctets: 0 }

function said(name: string, options: Readonly<Record<string, string | boolean>>): string {
  const { reply } = found(name, options)
  return reply === null ? 'pass' : renderReply(reply, wire)[0]!
}

describe('the name in HELO', () => {
  it('is looked at when its option says so', () => {
    const on = ['off', 'score', 'refuse'].map((one) => helo.isOn({ ...PLAIN, heloAction: one }))
    expect(on).toEqual([false, true, true])
  })

  it.each<[string, string, string]>([
    ['mx.a.example', 'pass', 'pass'],
    ['[192.0.2.1]', 'pass', 'pass'],
    [
      'localhost',
      '504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname',
      '504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname',
    ],
    [
      'bad_helo!',
      '501 5.5.2 <bad_helo!>: Helo command rejected: Invalid name',
      '501 5.5.2 <bad_helo!>: Helo command rejected: Invalid name',
    ],
    [
      '',
      '501 5.5.2 <>: Helo command rejected: Invalid name',
      '501 5.5.2 <>: Helo command rejected: Invalid name',
    ],
    ['only-mx.example', 'pass', 'pass'],
    ['gone.example', 'pass', '450 4.7.1 <gone.example>: Helo command rejected: Host not found'],
    ['down.example', 'pass', '450 4.7.1 <down.example>: Helo command rejected: Host not found'],
    [
      'MX.college.example',
      'pass',
      '550 5.7.1 <MX.college.example>: Helo command rejected: Access denied',
    ],
    [
      'college.example',
      'pass',
      '550 5.7.1 <college.example>: Helo command rejected: Access denied',
    ],
  ])('"%s": %s; with everything asked for: %s', (name, plain, all) => {
    expect(said(name, PLAIN)).toBe(plain)
    expect(said(name, ALL)).toBe(all)
  })

  it.each<[string, string, number]>([
    ['mx.a.example', 'helo-known', 0],
    ['[192.0.2.1]', 'helo-literal', 0],
    ['localhost', 'helo-not-qualified', 20],
    ['bad_helo!', 'helo-invalid', 30],
    ['gone.example', 'helo-unknown', 10],
    ['down.example', 'dns-trouble', 0],
    ['college.example', 'helo-ours', 30],
  ])('"%s" as points: %s, %i', (name, reason, score) => {
    const finding = found(name, { ...ALL, heloAction: 'score' })
    expect(finding).toMatchObject({ reason, score, about: name, reply: null })
  })
})
